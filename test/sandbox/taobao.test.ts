// The Taobao side of the sandbox and the saved addresses: the proof flows over HTTP, the contract's examples, and who sees what.
import { Validator } from "@cfworker/json-schema";
import { stringify } from "lossless-json";
import { expect, test } from "vitest";
import { createSandbox, type Sandbox } from "../../scripts/dist/sandbox/index.js";
import { at, document, exampleInputs, type Node } from "../support/bundle.js";
import { startSandbox } from "../support/sandbox.js";
import { accounts, call, OWN, served } from "../support/taobao.js";
import { taobaoFlows } from "./flows/taobao.js";

const NOW = Date.UTC(2026, 0, 2);

test.each(Object.entries(taobaoFlows))(
  "the flow %s works over HTTP, and all that passes fits the contract",
  async (_, flow) => {
    await flow(await startSandbox());
  },
);

test("the contract's own examples work in a new account", async () => {
  for (const { id } of OWN) {
    const said = await call(await served(), id, exampleInputs(id));
    expect([id, said.code, said.msg]).toEqual([id, 200, "成功"]);
  }
  const sandbox = await served();
  const idIn = async (id: string): Promise<unknown> =>
    at((await call(sandbox, id, exampleInputs(id))).data, "refundOrderAggregate", "refundOrder", "refundId");
  expect(await idIn("taobao.refunds.get")).toBe("110002685755");
  expect(await idIn("taobao.refunds.submitLogistics")).toBe("110000303674");
  expect(await idIn("taobao.refunds.cancel")).toBe("110000235001");
  const { data } = await call(sandbox, "taobao.orders.getLogistics", exampleInputs("taobao.orders.getLogistics"));
  expect(at(data, "pnmLogisticsDetails", "0", "mailNo")).toBe("78753196186473");
});

test("freight answers with the contract's example, because no page shows its answers", async () => {
  const sandbox = createSandbox();
  for (const id of ["freight.preview", "freight.book", "freight.updateDomesticLogistics"]) {
    expect((await call(sandbox, id, exampleInputs(id))).text).toBe("{}");
  }
});

test("a preview names what cannot be ordered, instead of refusing", async () => {
  const sandbox = createSandbox();
  const lines =
    '[{"itemId":600120680003951077,"quantity":"2","skuId":4951323355633},{"itemId":600120680003951077,"quantity":"1","skuId":1}]';
  const { data } = await call(sandbox, "taobao.orders.preview", { orderLineList: lines, receiver: "{}" });
  expect(stringify(at(data, "total_real_pay_price"))).toBe('{"amount":200,"currency":"CNY"}');
  expect(stringify(at(data, "unavailable_sku_list"))).toContain(
    '"item_id":"600120680003951077","sku_id":1,"reason":"item',
  );
});

test("ids keep their digits, as text and as numbers", async () => {
  const sandbox = createSandbox();
  const itemId = "600999999999999999";
  const skuId = "9007199254740993";
  const receiver = "{}";
  const preview = await call(sandbox, "taobao.orders.preview", {
    orderLineList: `[{"itemId":${itemId},"quantity":"1","skuId":${skuId}}]`,
    receiver,
  });
  expect(preview).toMatchObject({ code: 200 });
  const orderLineList = JSON.stringify([{ itemId, skuId, quantity: "3", price: "7" }]);
  const made = await call(sandbox, "taobao.orders.create", { orderLineList, receiver, purchaseAmount: 21 });
  expect(made.text).toContain(`"item_id":"${itemId}","sku_id":${skuId},`);
  expect(made.headers.get("x-sandbox-basis")).toBe("upstream");
  const orders = Object.values(sandbox.state.read().accounts[sandbox.credentials.userId]?.taobao.orders ?? {});
  expect(orders.at(-1)?.lines).toMatchObject([{ itemId, skuId, quantity: 3, amount: 21 }]);
});

test("filters of the list work alone and together, and its totals let a caller end", async () => {
  const sandbox = createSandbox();
  const list = async (filters: Node): Promise<[total: number, ids: string[]]> => {
    const { data } = await call(sandbox, "taobao.refunds.list", { pageSize: 50, ...filters });
    const cases = [at(data, "refundOrderAggregates")].flat();
    return [Number(at(data, "total")), cases.map((one) => String(at(one, "refundOrder", "refundId")))];
  };
  const [total, all] = await list({});
  expect(all).toHaveLength(total);
  const pages = await Promise.all([1, 2, 3].map(async (pageNo) => await list({ pageNo, pageSize: 4 })));
  expect(pages.flatMap(([, ids]) => ids)).toEqual(all);
  expect(pages.map(([sum]) => sum)).toEqual([total, total, total]);
  const example = {
    refundId: "110002687818",
    purchaseOrderId: "200028508720",
    salesOrderId: "500918-1034477311887409465",
  };
  const rows: [Node, string[]][] = [
    ...Object.entries(example).map(([name, value]): [Node, string[]] => [{ [name]: value }, ["110002687818"]]),
    [{ ...example, refundStatus: 100 }, ["110002687818"]],
    [{ ...example, refundStatus: 20 }, []],
    [{ refundStatus: -20 }, ["110000300012"]],
    [{ refundStartTime: 1_698_216_212_000, refundEndTime: 1_698_216_212_000 }, ["110002687818"]],
    [{ refundStartTime: 1_698_216_212, refundEndTime: 1_698_216_212 }, ["110002687818"]],
    [{ refundStatus: 100, refundEndTime: 1_698_216_211_999 }, ["110002685755"]],
    [{ pageNo: 99 }, []],
  ];
  for (const [filters, ids] of rows) expect((await list(filters))[1], JSON.stringify(filters)).toEqual(ids);
});

test("a case is cancelled only while the goods are not on their way back", async () => {
  const sandbox = createSandbox();
  const rows: [id: string, success: boolean, status: string][] = [
    ["110000300010", true, "-20"],
    ["110000235001", true, "-20"],
    ["110000235001", false, "-20"],
    ["110000300011", true, "-20"],
    ["110000300003", false, "30"],
    ["110002687818", false, "100"],
    ["110000300012", false, "-20"],
  ];
  for (const [refundId, success, status] of rows) {
    const { code, data } = await call(sandbox, "taobao.refunds.cancel", { refundId });
    expect([refundId, code, at(data, "cancelSuccess")]).toEqual([refundId, 200, success]);
    expect(at(data, "refundOrderAggregate", "refundOrder", "refundStatus")).toBe(status);
  }
});

test("steps of the test door are taken in order, and the seller decides about cases", async () => {
  const { sandbox, door } = await startSandbox();
  await call(sandbox, "taobao.orders.create", exampleInputs("taobao.orders.create"));
  const orders = sandbox.state.read().accounts[sandbox.credentials.userId]?.taobao.orders ?? {};
  const order = Object.values(orders).at(-1);
  const ids = [order?.purchaseOrderId, order?.orderId, order?.lines[0]?.subPurchaseOrderId].map(String);
  const [id = "", ...aliases] = ids;
  const step = async (name: string, own = id): Promise<unknown> =>
    at(await door("POST", `/sandbox/orders/${own}/${name}`, {}), "status");
  await expect(step("ship")).rejects.toThrow("has status unpaid");
  await expect(step("deliver")).rejects.toThrow("has status unpaid");
  expect(await step("advance", aliases[0])).toBe("paid");
  await expect(step("pay")).rejects.toThrow("has status paid");
  expect([await step("advance", aliases[1]), await step("advance")]).toEqual(["sent", "delivered"]);
  await expect(step("advance")).rejects.toThrow("No step follows");
  const refund = async (own: string, name: string): Promise<unknown> =>
    at(await door("POST", `/sandbox/refunds/${own}/${name}`, { reason: "test" }), "status");
  expect(await refund("110000300010", "agree")).toBe("20");
  expect(await refund("110000300013", "agree")).toBe("100");
  expect(await refund("110000300003", "refuse")).toBe("-10");
  await expect(refund("110000300003", "finish")).rejects.toThrow("has status -10");
});

test("a new price is shared out to the fen and pushed as the contract has it", async () => {
  const { sandbox, door, pandapon } = await startSandbox();
  const lines = [1, 2, 3].map((no) => ({
    itemId: "600999999999999999",
    skuId: String(no),
    quantity: "1",
    price: "100",
  }));
  await pandapon.taobao.orders.create({ orderLineList: lines, receiver: {}, purchaseAmount: 300 });
  const orders = sandbox.state.read().accounts[sandbox.credentials.userId]?.taobao.orders ?? {};
  const id = Object.values(orders).at(-1)?.purchaseOrderId ?? "";
  const price = async (body: Node): Promise<unknown> => await door("POST", `/sandbox/orders/${id}/price`, body);
  for (const body of [{}, { productAmount: -1 }, { productAmount: 1.5 }, { shippingFee: "much" }])
    await expect(price(body)).rejects.toThrow("fen");
  const changed = await price({ productAmount: 100, shippingFee: 5 });
  const amounts = [at(changed, "lines")].flat().map((one) => at(one, "amount"));
  expect(amounts).toEqual([33, 33, 34]);
  const message = at(await door("GET", "/sandbox/deliveries"), "deliveries", "0", "message");
  expect(message).toMatchObject({
    messageType: "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
    messageBody: {
      subOrders: amounts.map((amount) => ({ product_amount: String(amount), quantity: 1 })),
      purchaseOrderPriceDTO: { purchaseTotalFee: 105, purchaseProductFee: 100, purchaseShippingFee: 5 },
    },
  });
  const schema = { $ref: "#/components/schemas/TaobaoPriceChange", components: document["components"] };
  expect(new Validator(schema, "2020-12").validate(at(message, "messageBody")).errors).toEqual([]);
  await door("POST", `/sandbox/orders/${id}/pay`, {});
  await expect(price({ productAmount: 1 })).rejects.toThrow("needs unpaid");
});

test("a user sees nothing of another one, and the same calls give the same answers", async () => {
  const now = (): number => NOW;
  const run = async (seed: number): Promise<[texts: string[], sandbox: Sandbox]> => {
    const sandbox = createSandbox({ now, seed });
    const texts: string[] = [];
    for (const { id } of OWN) texts.push((await call(sandbox, id, exampleInputs(id), { now })).text);
    return [texts, sandbox];
  };
  const [first, sandbox] = await run(0);
  const [second, same] = await run(0);
  const [third] = await run(1);
  expect(second).toEqual(first);
  expect(accounts(same)).toBe(accounts(sandbox));
  expect(third.filter((text, at) => text !== first[at])).not.toEqual([]);
  sandbox.state.write(sandbox.state.read()); // as a state that comes from a file
  expect(accounts(sandbox)).toBe(accounts(same));
  expect((await call(sandbox, "taobao.refunds.cancel", { refundId: "110000300010" }, { now })).code).toBe(200);
  const other = { userId: "2100000000002", now };
  const { data } = await call(sandbox, "taobao.refunds.get", { refundId: "110000235001" }, other);
  expect(at(data, "refundOrderAggregate", "refundOrder", "refundStatus")).toBe("20");
  const fresh = createSandbox({ now });
  await call(fresh, "taobao.refunds.get", { refundId: "110000235001" }, other);
  expect(sandbox.state.read().accounts[other.userId]).toEqual(fresh.state.read().accounts[other.userId]);
});
