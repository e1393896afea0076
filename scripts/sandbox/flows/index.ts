// The operations that act on the state. Every other operation answers with the contract's example.
import type { Flow, Step } from "../exchange/flow.js";
import { alibabaFlows, alibabaOrderSteps, alibabaRefundSteps } from "./alibaba/flows.js";
import { taobaoFlows, taobaoOrderSteps, taobaoRefundSteps } from "./taobao/flows.js";

/** By operationId. */
export const FLOWS: ReadonlyMap<string, Flow> = new Map(Object.entries({ ...alibabaFlows, ...taobaoFlows }));

/** What the test door does to orders and refunds, by platform and by the name of the step. */
export const STEPS: Readonly<
  Record<"alibaba" | "taobao", Record<"orders" | "refunds", Readonly<Record<string, Step>>>>
> = {
  alibaba: { orders: alibabaOrderSteps, refunds: alibabaRefundSteps },
  taobao: { orders: taobaoOrderSteps, refunds: taobaoRefundSteps },
};
