// The small programs that each client is measured with: one signed call each, as a user would write it.
import { operations } from "../../test/tools/bundle.mjs";

/** @import { Client, Input, Integers, Mode } from "./clients/client.mjs" */

/** A real id is as long as this one: more digits than a number of JavaScript holds. */
export const ID = "2542285634920880794";

/** The ways to write the id in a program. @type {Record<string, string>} */
export const FORMS = { number: ID, bigint: `${ID}n`, string: JSON.stringify(ID) };

/** The inputs of each operation that is called. `id` is the source of the long id. @type {Record<string, (id: string, integers: Integers) => Input>} */
const INPUTS = {
  "alibaba.orders.get": (id) => ({ body: `{ webSite: "1688", orderId: ${id} }` }),
  "taobao.refunds.cancel": (id) => ({ path: { refundId: id } }),
  "alibaba.refunds.create": (id, integers) => ({
    body: `{
  orderId: ${id},
  orderEntryIds: [${id}],
  disputeRequest: "refund",
  applyPayment: ${integers.amount("1990")},
  applyCarriage: ${integers.amount("0")},
  applyReasonId: ${integers.id("20006")},
  description: "Wrong colour delivered",
  goodsStatus: "refundWaitSellerSend",
}`,
  }),
  "alibaba.orders.create": (_, integers) => ({
    body: `{
  flow: "general",
  addressParam: {
    fullName: "Test Buyer",
    mobile: "10000000001",
    phone: "10000000001",
    cityText: "杭州市",
    provinceText: "浙江省",
    townText: "示例镇",
    address: "示例路1号",
  },
  cargoParamList: [
    { offerId: ${integers.id("706627393257")}, specId: "cd2b8c31408766f9fb089e74e2a6ac15", quantity: 2 },
  ],
}`,
  }),
};

/** The signature by hand, for clients that do not sign. */
export const SIGN = `import { createHash, randomBytes } from "node:crypto";

const { PANDAPON_ACCESS_KEY = "", PANDAPON_ACCESS_SECRET = "", PANDAPON_USER_ID = "" } = process.env;

export function sign() {
  const timestamp = String(Date.now());
  const nonce = randomBytes(16).toString("hex");
  const text = PANDAPON_ACCESS_KEY + timestamp + nonce + PANDAPON_ACCESS_SECRET;
  const signature = createHash("md5").update(text).digest("hex").toUpperCase();
  return { "access-key": PANDAPON_ACCESS_KEY, timestamp, "nonce-str": nonce, "user-id": PANDAPON_USER_ID, signature };
}
`;

/** @param {string} text */
export const lineCount = (text) => text.split("\n").filter((line) => line.trim() !== "").length;

/**
 * @param {Client} client
 * @param {Mode} mode
 * @param {string} id of the operation
 * @param {{ setup?: string, orderId?: string }} [options] instead of the default setup, and of the id as a string
 * @returns {string} a module that exports the call
 */
export function program(client, mode, id, { setup = client.setups[0].source, orderId = FORMS.string } = {}) {
  const called = operations.find((operation) => operation.id === id);
  if (called === undefined) throw new Error(`the contract has no ${id}`);
  const { signing } = client;
  const imports = client.imports(called);
  if (signing !== undefined) imports.push('import { sign } from "./sign.js";');
  return `${imports.join("\n")}

const baseUrl = process.env.PEERS_URL ?? "";
${setup}${signing?.hook ?? ""}
export const call = () => ${client.call(called, INPUTS[id](orderId, mode.integers))};
`;
}
