// Orders, from preview to receipt. What a call names wrongly is refused by the envelope. If the state does not allow it, `preview` and
// `confirmReceipt` answer with `success: false` and a code of the sandbox; `create`, `createBatch` and `cancel`, which have no room for a
// reason, refuse by the envelope. Nothing of `previewBatch`'s data is known, so it has none.
import type { Flow, FlowContext } from "../../exchange/flow.js";
import {
  amountOf,
  bySeller,
  cargoOf,
  carriageOf,
  checkAvailable,
  placeOrders,
  unavailable,
  type Goods,
} from "./goods.js";
import { conflict, invalid, isMissing } from "../../exchange/inputs.js";
import { entriesOf, orderOf, shownOrder } from "./order.js";

/** Amounts are in fen here. */
function previewed(goods: readonly Goods[]): unknown {
  const amount = goods.reduce((total, line) => total + amountOf(line), 0);
  const carriage = carriageOf(goods);
  return {
    discountFee: 0,
    tradeModeNameList: [],
    status: true,
    sumPayment: amount + carriage,
    sumCarriage: carriage,
    sumPaymentNoCarriage: amount,
    additionalFee: 0,
    cargoList: goods.map(({ offer, sku }) => ({
      specId: sku.specId,
      skuId: BigInt(sku.skuId),
      offerId: Number(offer.offerId),
    })),
  };
}

function oneShop(goods: readonly Goods[], batch: string): void {
  if (bySeller(goods).length > 1) throw invalid(`The goods are of several sellers. Use ${batch}.`);
}

const preview: Flow = (inputs) => {
  const goods = cargoOf(inputs);
  oneShop(goods, "alibaba.orders.previewBatch");
  const problem = unavailable(goods);
  return {
    orderPreviewResuslt: problem === undefined ? [previewed(goods)] : [],
    success: problem === undefined,
    errorCode: problem?.errorCode ?? null,
    errorMsg: problem?.why ?? null,
    postFeeByDescOfferList: null,
    consignOfferList: null,
    unsupportedCrossBorderPayOfferList: [],
  };
};

const previewBatch: Flow = (inputs) => {
  checkAvailable(cargoOf(inputs));
  return undefined;
};

const create: Flow = (inputs, context) => {
  const goods = cargoOf(inputs);
  oneShop(goods, "alibaba.orders.createBatch");
  checkAvailable(goods);
  const [order] = placeOrders(goods, inputs, context);
  return order && { orderId: order.orderId };
};

const createBatch: Flow = (inputs, context) => {
  const goods = cargoOf(inputs);
  checkAvailable(goods);
  return placeOrders(goods, inputs, context).map(shownOrder);
};

const get: Flow = (inputs, context) => shownOrder(orderOf(inputs["orderId"], context));

const cancel: Flow = (inputs, context) => {
  const order = orderOf(inputs["orderId"], context);
  if (order.status === "cancel") throw conflict(`The order ${order.orderId} is cancelled already.`);
  if (order.status !== "waitbuyerpay") {
    throw conflict(`The order ${order.orderId} is paid (${order.status}). Apply for a refund instead.`);
  }
  order.status = "cancel";
  return true;
};

const confirmReceipt: Flow = (inputs, context: FlowContext) => {
  const order = orderOf(inputs["orderId"], context);
  const named = inputs["orderEntryIds"];
  const entries = isMissing(named) ? order.entries : entriesOf(named, order);
  const failed = (errorCode: string, errorInfo: string): unknown => ({ success: false, errorInfo, errorCode });
  if (order.status !== "waitbuyerreceive") {
    return failed(
      "ORDER_NOT_SENT",
      order.status === "success"
        ? `The receipt of the order ${order.orderId} is confirmed already.`
        : `The order ${order.orderId} is not on its way (${order.status}).`,
    );
  }
  const received = entries.find(({ isReceived }) => isReceived);
  if (received !== undefined) {
    return failed("ALREADY_RECEIVED", `The receipt of the sub-order ${received.entryId} is confirmed already.`);
  }
  for (const entry of entries) entry.isReceived = true;
  if (order.entries.every(({ isReceived }) => isReceived)) order.status = "success";
  return { success: true, errorInfo: "", errorCode: "" };
};

export const orderFlows: Readonly<Record<string, Flow>> = {
  "alibaba.orders.preview": preview,
  "alibaba.orders.previewBatch": previewBatch,
  "alibaba.orders.create": create,
  "alibaba.orders.createBatch": createBatch,
  "alibaba.orders.get": get,
  "alibaba.orders.cancel": cancel,
  "alibaba.orders.confirmReceipt": confirmReceipt,
};
