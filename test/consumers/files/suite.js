// What every consumer runs: signed calls with exact ids, and errors that every loaded copy of the package recognises.
const LONG = "2542285634920880794";
const LONGER = "2542285634921880795";
const REFUND = {
  orderId: LONG,
  orderEntryIds: [LONGER],
  disputeRequest: "refund",
  applyPayment: 1990,
  applyCarriage: 0,
  applyReasonId: "20006",
  description: "T恤",
  goodsStatus: "refundWaitSellerSend",
};

/**
 * @typedef {object} Copy the entries of the package, loaded in one way
 * @property {string} from
 * @property {any} main
 * @property {any} core
 * @property {any} signing
 */
/**
 * @param {Copy[]} copies
 * @param {number} distinct how many of them are loaded: `import` and `require` may give the same one
 * @param {string} [baseUrl]
 * @returns {Promise<{ name: string, reason?: string }[]>} every test, and why it failed if it did
 */
export async function suite(copies, distinct, baseUrl = "BASE_URL") {
  const accessKey = "0123456789abcdef0123456789abcdef";
  const accessSecret = "fedcba9876543210fedcba9876543210";
  const options = { accessKey, accessSecret, userId: "2100007341207", baseUrl, maxRetries: 0 };
  const results = [];
  const test = async (name, body) => {
    try {
      await body();
      results.push({ name });
    } catch (error) {
      results.push({ name, reason: error instanceof Error ? error.message : String(error) });
    }
  };
  const same = (is, should, what) => {
    const [left, right] = [JSON.stringify(is), JSON.stringify(should)];
    if (left !== right) throw new Error(`${what} is ${left}, and should be ${right}`);
  };

  const errors = [];
  for (const { from, main, core, signing } of copies) {
    await test(`${from}: a method call keeps every digit`, async () => {
      const { refundId } = await main.createPandaPon(options).alibaba.refunds.create(REFUND);
      same(refundId, LONGER, "refundId");
    });
    await test(`${from}: a call by path keeps every digit`, async () => {
      const query = { itemId: LONG };
      const { data, error } = await main.createClient(options).GET("/open/product/get", { params: { query } });
      same([data?.data.itemId, error?.message], [LONGER, undefined], "the id of the item, and the error");
    });
    await test(`${from}: the entry core makes the same call`, async () => {
      const id = "alibaba.refunds.create";
      const pandapon = core.createPandaPon(options, { [id]: main.operationTable[id] });
      same((await pandapon.alibaba.refunds.create(REFUND)).refundId, LONGER, "refundId");
    });
    await test(`${from}: the entry signing signs`, () => {
      const parts = { accessKey, accessSecret, timestamp: "1733474179", nonce: "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345" };
      const { signature } = signing.signatureHeaders(parts, "1");
      same(signature, "3A3A2042DFB68A91CD6FBACBECBF0D4F", "signature");
    });
    await test(`${from}: a refused call fails`, async () => {
      const failure = await main
        .createPandaPon(options)
        .taobao.products.get({ itemId: "1" })
        .catch((error) => error);
      same([failure.kind, failure.code, failure.msg], ["api", "4001", "no such item"], "the failure");
      errors.push([from, failure]);
    });
  }

  for (const { from, ...entries } of copies) {
    for (const [entry, { PandaPonError }] of Object.entries(entries)) {
      await test(`${from}: PandaPonError of the entry ${entry} recognises the errors of every copy`, () => {
        for (const [origin, error] of errors) {
          same([error instanceof PandaPonError, error instanceof Error], [true, true], `instanceof for ${origin}`);
        }
        same(new Error("foreign") instanceof PandaPonError, false, "instanceof for a foreign error");
      });
    }
  }
  await test("as many copies of the package are loaded as expected", () => {
    same(new Set(copies.map(({ main }) => main.createPandaPon)).size, distinct, "the number of copies");
  });
  return results;
}
