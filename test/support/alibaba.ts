// Orders and after-sales cases at the sandbox's 1688, made by the real client.
import { expect } from "vitest";
import type { AlibabaOrder } from "../../scripts/dist/sandbox/accounts/alibaba.js";
import { at } from "./bundle.js";
import type { Started } from "./sandbox.js";

export const SHIRT = { offerId: "706627393257", specId: "cd2b8c31408766f9fb089e74e2a6ac15" };
export const VEST = { offerId: "743470146022", specId: "e61a85a671bb3d0301d0412b51641c6b" };
export const ADDRESS = {
  ...{ fullName: "Test Buyer", mobile: "10000000001", phone: "10000000001", cityText: "杭州市" },
  ...{ provinceText: "浙江省", townText: "示例镇", address: "示例路1号" },
};

export type Inputs = Record<string, unknown>;

/** Calls an operation by its name, with inputs that need not fit its types. */
export function call({ pandapon }: Pick<Started, "pandapon">, operation: string, inputs: Inputs): Promise<unknown> {
  const place = operation.split(".").reduce<unknown>((here, name) => at(here, name), pandapon);
  return (place as (inputs: Inputs) => Promise<unknown>)(inputs); // as the client is built
}

/** Makes a call that must fail. @returns what a caller is told */
export async function failure(its: Pick<Started, "pandapon">, operation: string, inputs: Inputs) {
  const error: unknown = await call(its, operation, inputs).then(
    (value) => expect.fail(`${operation} succeeded with ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  return { kind: at(error, "kind"), outcome: at(error, "outcome"), code: at(error, "code"), msg: at(error, "msg") };
}

/** The state without what every call counts. */
export function stateOf({ sandbox }: Started): unknown {
  const { counter, ...state } = sandbox.state.read();
  return { ...state, made: counter.made };
}

/** Orders three shirts and two of another variant, 63.50 yuan and 5.50 freight, and takes steps at the door. */
export async function ordered(its: Started, ...steps: string[]): Promise<AlibabaOrder> {
  const other = { offerId: SHIRT.offerId, specId: `${SHIRT.specId.slice(0, -1)}6`, quantity: 2 };
  const cargoParamList = [{ ...SHIRT, quantity: 3 }, other];
  const { orderId } = (await call(its, "alibaba.orders.create", {
    ...{ flow: "general", addressParam: ADDRESS, cargoParamList },
  })) as { orderId: string }; // the only member that is known
  for (const step of steps) await its.door("POST", `/sandbox/orders/${orderId}/${step}`, {});
  const [account] = Object.values(its.sandbox.state.read().accounts);
  const order = account?.alibaba.orders[orderId];
  if (order === undefined) return expect.fail("the order is not in the state");
  return order;
}

/** An application for everything of an order that is paid and not sent. */
export const application = ({ orderId, entries }: AlibabaOrder, other: Inputs = {}): Inputs => ({
  orderId,
  orderEntryIds: entries.map(({ entryId }) => entryId),
  disputeRequest: "refund",
  goodsStatus: "refundWaitSellerSend",
  applyPayment: 6350,
  applyCarriage: 0,
  applyReasonId: 20006,
  description: "Wrong colour",
  ...other,
});
export const goodsBack = (order: AlibabaOrder, other: Inputs = {}): Inputs =>
  application(order, { disputeRequest: "returnRefund", goodsStatus: "refundBuyerReceived", ...other });
export const entryOf = ({ entries }: AlibabaOrder): string => entries[0]?.entryId ?? "";
