// The operations of Taobao and of the addresses that act on the state, and the steps of the test door. No page shows an answer of the
// freight group, so its operations answer with the contract's example, and so do not appear here.
import type { Flow } from "../../exchange/flow.js";
import { save } from "./addresses.js";
import * as cart from "./cart.js";
import * as orders from "./orders.js";
import { getLogistics } from "./logistics.js";
import * as products from "./products.js";
import * as refunds from "./refunds.js";

export { taobaoOrderSteps, taobaoRefundSteps } from "./steps.js";

export const taobaoFlows: Readonly<Record<string, Flow>> = {
  "addresses.save": save,
  "taobao.cart.add": cart.add,
  "taobao.cart.createOrder": cart.createOrder,
  "taobao.cart.previewOrder": cart.previewOrder,
  "taobao.orders.create": orders.create,
  "taobao.orders.getLogistics": getLogistics,
  "taobao.orders.preview": orders.preview,
  "taobao.orders.updateWarehouse": orders.updateWarehouse,
  "taobao.products.get": products.get,
  "taobao.refunds.cancel": refunds.cancel,
  "taobao.refunds.get": refunds.get,
  "taobao.refunds.list": refunds.list,
  "taobao.refunds.submitLogistics": refunds.submitLogistics,
  "taobao.refunds.submitMessage": refunds.submitMessage,
};
