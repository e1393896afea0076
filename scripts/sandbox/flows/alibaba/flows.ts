// The operations of alibaba that act on the state, and the steps of the test door.
import type { Flow } from "../../exchange/flow.js";
import { cartFlows } from "./cart.js";
import { orderFlows } from "./orders.js";
import { paymentFlows } from "./payment.js";
import { productFlows } from "./products.js";
import { refundFlows } from "./refunds.js";

export { alibabaOrderSteps, alibabaRefundSteps } from "./steps.js";

export const alibabaFlows: Readonly<Record<string, Flow>> = {
  ...productFlows,
  ...orderFlows,
  ...paymentFlows,
  ...cartFlows,
  ...refundFlows,
};
