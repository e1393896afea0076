// Made by `pandapon generate` from spec/. Do not edit: change spec/ and run `npm run build`.

import type { Call, CallOptions, ListCall, Observed, ObservedOperation, WithObserved } from "../src/core/index.js";
import type { operations } from "./schema.js";

/** The input and the result of each operation, by operationId. */
export interface OperationTypes {
  "addresses.save": { input: operations["addresses.save"]["requestBody"]["content"]["application/json"]; result: operations["addresses.save"]["responses"][200]["content"]["application/json"]; };
  "alibaba.cart.createOrder": { input: operations["alibaba.cart.createOrder"]["requestBody"]["content"]["application/json"]; result: operations["alibaba.cart.createOrder"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "alibaba.cart.previewOrder": { input: operations["alibaba.cart.previewOrder"]["requestBody"]["content"]["application/json"]; result: operations["alibaba.cart.previewOrder"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "alibaba.cart.updateQuantity": { input: operations["alibaba.cart.updateQuantity"]["requestBody"]["content"]["application/json"]; result: operations["alibaba.cart.updateQuantity"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "alibaba.orders.cancel": { input: operations["alibaba.orders.cancel"]["requestBody"]["content"]["application/json"]; result: operations["alibaba.orders.cancel"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "alibaba.orders.confirmReceipt": { input: operations["alibaba.orders.confirmReceipt"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.orders.confirmReceipt"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "alibaba.orders.create": { input: operations["alibaba.orders.create"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.orders.create"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "alibaba.orders.createBatch": { input: operations["alibaba.orders.createBatch"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.orders.createBatch"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "alibaba.orders.get": { input: operations["alibaba.orders.get"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.orders.get"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "alibaba.orders.getPayUrl": { input: NonNullable<operations["alibaba.orders.getPayUrl"]["parameters"]["query"]>; result: Exclude<operations["alibaba.orders.getPayUrl"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "alibaba.orders.payBatch": { input: operations["alibaba.orders.payBatch"]["requestBody"]["content"]["application/json"]; result: operations["alibaba.orders.payBatch"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "alibaba.orders.preview": { input: operations["alibaba.orders.preview"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.orders.preview"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "alibaba.orders.previewBatch": { input: operations["alibaba.orders.previewBatch"]["requestBody"]["content"]["application/json"]; result: operations["alibaba.orders.previewBatch"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "alibaba.products.get": { input: operations["alibaba.products.get"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.products.get"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "alibaba.products.search": { input: operations["alibaba.products.search"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.products.search"]["responses"][200]["content"]["application/json"]["data"], undefined>; item: NonNullable<NonNullable<Result<"alibaba.products.search">>["data"]>[number]; };
  "alibaba.products.searchByImage": { input: operations["alibaba.products.searchByImage"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.products.searchByImage"]["responses"][200]["content"]["application/json"]["data"], undefined>; item: NonNullable<NonNullable<Result<"alibaba.products.searchByImage">>["data"]>[number]; };
  "alibaba.products.searchInStore": { input: operations["alibaba.products.searchInStore"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.products.searchInStore"]["responses"][200]["content"]["application/json"]["data"], undefined>; item: NonNullable<NonNullable<Result<"alibaba.products.searchInStore">>["data"]>[number]; };
  "alibaba.refunds.create": { input: operations["alibaba.refunds.create"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.refunds.create"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "alibaba.refunds.get": { input: NonNullable<operations["alibaba.refunds.get"]["requestBody"]>["content"]["application/json"]; result: Exclude<operations["alibaba.refunds.get"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "alibaba.refunds.submitReturn": { input: operations["alibaba.refunds.submitReturn"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["alibaba.refunds.submitReturn"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "freight.book": { input: operations["freight.book"]["requestBody"]["content"]["application/json"]; result: operations["freight.book"]["responses"][200]["content"]["application/json"]; };
  "freight.preview": { input: operations["freight.preview"]["requestBody"]["content"]["application/json"]; result: operations["freight.preview"]["responses"][200]["content"]["application/json"]; };
  "freight.updateDomesticLogistics": { input: operations["freight.updateDomesticLogistics"]["requestBody"]["content"]["application/json"]; result: operations["freight.updateDomesticLogistics"]["responses"][200]["content"]["application/json"]; };
  "taobao.cart.add": { input: operations["taobao.cart.add"]["requestBody"]["content"]["application/json"]; result: operations["taobao.cart.add"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "taobao.cart.createOrder": { input: operations["taobao.cart.createOrder"]["requestBody"]["content"]["application/json"]; result: operations["taobao.cart.createOrder"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "taobao.cart.previewOrder": { input: operations["taobao.cart.previewOrder"]["requestBody"]["content"]["application/json"]; result: operations["taobao.cart.previewOrder"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "taobao.orders.create": { input: operations["taobao.orders.create"]["requestBody"]["content"]["application/json"]; result: operations["taobao.orders.create"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "taobao.orders.getChatLink": { input: operations["taobao.orders.getChatLink"]["requestBody"]["content"]["application/json"]; result: operations["taobao.orders.getChatLink"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "taobao.orders.getLogistics": { input: NonNullable<operations["taobao.orders.getLogistics"]["parameters"]["query"]>; result: Exclude<operations["taobao.orders.getLogistics"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "taobao.orders.preview": { input: operations["taobao.orders.preview"]["requestBody"]["content"]["application/json"]; result: operations["taobao.orders.preview"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "taobao.orders.updateWarehouse": { input: operations["taobao.orders.updateWarehouse"]["requestBody"]["content"]["application/json"]; result: operations["taobao.orders.updateWarehouse"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
  "taobao.products.checkBatch": { input: operations["taobao.products.checkBatch"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["taobao.products.checkBatch"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "taobao.products.get": { input: NonNullable<operations["taobao.products.get"]["parameters"]["query"]>; result: Exclude<operations["taobao.products.get"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "taobao.products.getSource": { input: operations["taobao.products.getSource"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["taobao.products.getSource"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "taobao.refunds.cancel": { input: operations["taobao.refunds.cancel"]["parameters"]["path"]; result: Exclude<operations["taobao.refunds.cancel"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "taobao.refunds.get": { input: operations["taobao.refunds.get"]["parameters"]["query"]; result: Exclude<operations["taobao.refunds.get"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "taobao.refunds.list": { input: operations["taobao.refunds.list"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["taobao.refunds.list"]["responses"][200]["content"]["application/json"]["data"], undefined>; item: NonNullable<NonNullable<Result<"taobao.refunds.list">>["refundOrderAggregates"]>[number]; };
  "taobao.refunds.submitLogistics": { input: operations["taobao.refunds.submitLogistics"]["requestBody"]["content"]["application/json"]; result: Exclude<operations["taobao.refunds.submitLogistics"]["responses"][200]["content"]["application/json"]["data"], undefined>; };
  "taobao.refunds.submitMessage": { input: operations["taobao.refunds.submitMessage"]["requestBody"]["content"]["application/json"]; result: operations["taobao.refunds.submitMessage"]["responses"][200]["content"]["application/json"]["data"] | undefined; };
}

/** The inputs of an operation: path, query and body as one object. */
export type Input<Id extends keyof OperationTypes> = unknown extends (Observed[Id] & ObservedOperation)["input"] ? OperationTypes[Id]["input"] : WithObserved<OperationTypes[Id]["input"], (Observed[Id] & ObservedOperation)["input"]>;

/** What the method of an operation returns: the `data` of the answer, or the whole answer if it has no `data`. */
export type Result<Id extends keyof OperationTypes> = unknown extends (Observed[Id] & ObservedOperation)["result"] ? OperationTypes[Id]["result"] : WithObserved<OperationTypes[Id]["result"], (Observed[Id] & ObservedOperation)["result"]>;

/** The operations that return a list in pages. */
export type ListId = "alibaba.products.search" | "alibaba.products.searchByImage" | "alibaba.products.searchInStore" | "taobao.refunds.list";

/** One record of a list that is returned in pages. */
export type Item<Id extends ListId> = OperationTypes[Id]["item"];

/** One method per operation, named by its operationId. */
export interface Methods {
  readonly addresses: {
    /**
     * Add or update an address.
     *
     * Saves an address of the buyer: a new one, or a change of an existing one. The answer does not contain the id of a new address. It also lacks the usual envelope: there is no `requestId`, `developId` or `data`.
     *
     * If the outcome is unknown, no read is known that tells it.
     *
     * `POST /open/address/addOrUpdate`. A write: retried only if it was certainly never sent.
     * @see {@link https://doc-en.pandapon.com/api-263477669 | PandaPon's page}
     */
    save(input: Input<"addresses.save">, options?: CallOptions): Call<Result<"addresses.save">>;
  };
  readonly alibaba: {
    readonly cart: {
      /**
       * Create an order from the 1688 cart.
       *
       * Creates an order for records of the 1688 cart. Call the preview first. Nothing of the answer's `data` is visible. `flow` and `cartIds` must be sent, although the page allows null for both.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /alibaba/cart/create/order`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477662 | PandaPon's page}
       */
      createOrder(input: Input<"alibaba.cart.createOrder">, options?: CallOptions): Call<Result<"alibaba.cart.createOrder">>;
      /**
       * Preview an order from the 1688 cart.
       *
       * Shows what an order for records of the 1688 cart would look like. Use it before you create the order. Nothing of the answer's `data` is visible. Two pages disagree on the address. The Vietnamese page requires name, both phone numbers, city, province and street, none of them null, and has no `districtCode`. On the Chinese page, every part may be left out or null. To satisfy both, fill in all six and send no null in `postCode` or `areaText`.
       *
       * `POST /alibaba/cart/preview/order`. A read: retried after a temporary failure.
       * @see {@link https://doc.pandapon.com/api-250313128 | PandaPon's page}
       */
      previewOrder(input: Input<"alibaba.cart.previewOrder">, options?: CallOptions): Call<Result<"alibaba.cart.previewOrder">>;
      /**
       * Change a quantity in the cart.
       *
       * Sets how many pieces of one record of the 1688 cart are wanted. The page shows marks only for the members of `updateTime`, all of them optional. `updateTime` cannot hold a point in time; see there.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /alibaba/cart/edit-quantity`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc.pandapon.com/api-250313129 | PandaPon's page}
       */
      updateQuantity(input: Input<"alibaba.cart.updateQuantity">, options?: CallOptions): Call<Result<"alibaba.cart.updateQuantity">>;
    };
    readonly orders: {
      /**
       * Cancel an unpaid order.
       *
       * Cancels a 1688 order that has not been paid for. `orderId` is sent as a JSON integer of up to 19 digits, more than a JavaScript number can hold. A sample on PandaPon's own v2 page has lost its last digits in this way. Upstream refuses to cancel an order within about 10 seconds of its creation.
       *
       * If the outcome is unknown, check with `alibaba.orders.get`: Look at `data.baseInfo.status` (upstream; PandaPon does not show it); `cancel` presumably means that the order is cancelled.
       *
       * `POST /alibaba/order/cancel`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477650 | PandaPon's page}
       */
      cancel(input: Input<"alibaba.orders.cancel">, options?: CallOptions): Call<Result<"alibaba.orders.cancel">>;
      /**
       * Confirm that goods were received.
       *
       * Confirms for the buyer that the goods of a 1688 order have arrived. Besides `code`, the answer reports success in `data.success`. `orderId` is sent as a JSON integer of up to 19 digits, more than a JavaScript number can hold; the sub-order ids are integers as well.
       *
       * If the outcome is unknown, check with `alibaba.orders.get`: Look at `data.baseInfo.status` (upstream; PandaPon does not show it); `waitbuyerreceive` presumably means that receipt is not confirmed yet, or only for some of the sub-orders.
       *
       * `POST /alibaba/order/receivegoods`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477652 | PandaPon's page}
       */
      confirmReceipt(input: Input<"alibaba.orders.confirmReceipt">, options?: CallOptions): Call<Result<"alibaba.orders.confirmReceipt">>;
      /**
       * Create an order.
       *
       * Places an order on 1688. No field identifies the attempt, so a repeated call may create a second order. Payment is a separate call. Lines do not name their shop here; for goods of several sellers use `alibaba.orders.createBatch`. The answer is not visible; the id of the new order is known from the 1688 open platform only.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /alibaba/order/create`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-vnm.pandapon.com/api-250496568 | PandaPon's page}
       */
      create(input: Input<"alibaba.orders.create">, options?: CallOptions): Call<Result<"alibaba.orders.create">>;
      /**
       * Create orders with several sellers.
       *
       * Orders goods on 1688 from several sellers at once; each line names its shop. No field identifies the attempt, so a repeated call may create a second order. Payment is a separate call. The v1 answer is not visible. The v2 page of the same operation answers with an array of orders.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /alibaba/order/batch/create`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477645 | PandaPon's page}
       */
      createBatch(input: Input<"alibaba.orders.createBatch">, options?: CallOptions): Call<Result<"alibaba.orders.createBatch">>;
      /**
       * Get an order.
       *
       * Returns the details of one 1688 order. Only the older Vietnamese navigation lists this operation. The visible answer ends at the first key of `data`. The names in it are from the 1688 open platform.
       *
       * `POST /alibaba/order/detail`. A read: retried after a temporary failure.
       * @see {@link https://doc-vnm.pandapon.com/api-250496569 | PandaPon's page}
       */
      get(input: Input<"alibaba.orders.get">, options?: CallOptions): Call<Result<"alibaba.orders.get">>;
      /**
       * Pay for an order or get its payment page.
       *
       * Returns where a 1688 order can be paid. No page says whether the call can also start the payment; the name `protocolPaySuccess` in its answer suggests it. Treat it as a payment: never repeat, prefetch or cache it blindly.
       *
       * If the outcome is unknown, check with `alibaba.orders.get`: Look at `data.baseInfo.status` (upstream; PandaPon does not show it); `waitbuyerpay` presumably means that the order is not paid yet.
       *
       * `GET /alibaba/order/pay/url`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477651 | PandaPon's page}
       */
      getPayUrl(input: Input<"alibaba.orders.getPayUrl">, options?: CallOptions): Call<Result<"alibaba.orders.getPayUrl">>;
      /**
       * Submit orders for payment.
       *
       * Submits 1688 orders for payment, several at once. It spends money: never repeat it blindly. No page says how many orders are allowed, how they are paid or what happens if some of them fail. Only the request id of the answer is visible.
       *
       * If the outcome is unknown, check with `alibaba.orders.get`: Read each order and look at `data.baseInfo.status` (upstream; PandaPon does not show it); `waitbuyerpay` presumably means that it is not paid yet.
       *
       * `POST /alibaba/order/batch/submit/to/pay`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477643 | PandaPon's page}
       */
      payBatch(input: Input<"alibaba.orders.payBatch">, options?: CallOptions): Call<Result<"alibaba.orders.payBatch">>;
      /**
       * Preview an order.
       *
       * Calculates what an order would cost, without placing it. For goods of several sellers use `alibaba.orders.previewBatch`. Besides `code`, the answer reports success in `data.success`. Three of the 14 fields of a previewed order are visible; the others are named as on the 1688 open platform.
       *
       * `POST /alibaba/order/create/preview`. A read: retried after a temporary failure.
       * @see {@link https://doc.pandapon.com/api-250313112 | PandaPon's page}
       */
      preview(input: Input<"alibaba.orders.preview">, options?: CallOptions): Call<Result<"alibaba.orders.preview">>;
      /**
       * Preview orders with several sellers.
       *
       * Calculates what orders for goods of several sellers would cost, without placing them. Only the request id of the answer is visible. The required marks are those of the Vietnamese page; the English page shows hardly any.
       *
       * `POST /alibaba/order/create/previewbatch`. A read: retried after a temporary failure.
       * @see {@link https://doc-en.pandapon.com/api-263477644 | PandaPon's page}
       */
      previewBatch(input: Input<"alibaba.orders.previewBatch">, options?: CallOptions): Call<Result<"alibaba.orders.previewBatch">>;
    };
    readonly products: {
      /**
       * Get a product.
       *
       * Returns the details of one 1688 product. The page shows neither types nor required marks, only a generated request and an answer that is cut. The real answer has more fields than those; some are known from the 1688 open platform and from a client.
       *
       * `POST /alibaba/product/detail/get`. A read: retried after a temporary failure.
       * @see {@link https://doc-vnm.pandapon.com/project-4008853/api-147289688 | PandaPon's page}
       */
      get(input: Input<"alibaba.products.get">, options?: CallOptions): Call<Result<"alibaba.products.get">>;
      /**
       * Search products by keyword.
       *
       * Searches 1688 goods by words, page by page. The v1 answer is not visible. The shape given here comes from the v2 page of the same search. Two fields of its items are known from there; the others are from the 1688 open platform and from a client.
       *
       * `POST /alibaba/product/keywords/query`. A read: retried after a temporary failure.
       * @see {@link https://doc-en.pandapon.com/api-263477640 | PandaPon's page}
       */
      search(input: Input<"alibaba.products.search">, options?: CallOptions): ListCall<Result<"alibaba.products.search">, Item<"alibaba.products.search">>;
      /**
       * Search products by picture.
       *
       * Searches 1688 goods that look like a picture, page by page. The call carries the picture itself, as base64 text; there is no upload before it. The v1 answer is not visible. The shape given here comes from the v2 page of the same search; most names of an item are from the 1688 open platform and from a client.
       *
       * `POST /alibaba/product/image/query`. A read: retried after a temporary failure.
       * @see {@link https://doc.pandapon.com/api-250313105 | PandaPon's page}
       */
      searchByImage(input: Input<"alibaba.products.searchByImage">, options?: CallOptions): ListCall<Result<"alibaba.products.searchByImage">, Item<"alibaba.products.searchByImage">>;
      /**
       * Search products in one shop.
       *
       * Searches the goods of one 1688 shop, page by page. The v1 answer is not visible. The shape given here comes from the v2 page of the same search. One field of its items is known.
       *
       * `POST /alibaba/product/query/selleroffer`. A read: retried after a temporary failure.
       * @see {@link https://doc-en.pandapon.com/api-263477642 | PandaPon's page}
       */
      searchInStore(input: Input<"alibaba.products.searchInStore">, options?: CallOptions): ListCall<Result<"alibaba.products.searchInStore">, Item<"alibaba.products.searchInStore">>;
    };
    readonly refunds: {
      /**
       * Apply for a refund or a return.
       *
       * Opens an after-sales case on a 1688 order: money only, or goods and money. Amounts are in fen. `orderId` is sent as a JSON integer of up to 19 digits, more than a JavaScript number can hold; the sub-order ids are integers as well.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /alibaba/refund/detail/create`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc.pandapon.com/api-250313120 | PandaPon's page}
       */
      create(input: Input<"alibaba.refunds.create">, options?: CallOptions): Call<Result<"alibaba.refunds.create">>;
      /**
       * Get an after-sales case.
       *
       * Returns one after-sales case of a 1688 order by its id. The Chinese page is PandaPon's master copy: it takes the id in the JSON body, and its curl sample sends it there. The Vietnamese page takes it in the query and has no body. Both are described here: send it in one of the two places.
       *
       * `POST /alibaba/refund/info`. A read: retried after a temporary failure.
       * @see {@link https://doc.pandapon.com/api-250313117 | PandaPon's page}
       */
      get(input: Input<"alibaba.refunds.get">, options?: CallOptions): Call<Result<"alibaba.refunds.get">>;
      /**
       * Submit the parcel of a return.
       *
       * Tells the seller which parcel carries the goods back: the carrier and the tracking number. `data.success` says whether the parcel was accepted; it may be false even if `code` is 200.
       *
       * If the outcome is unknown, check with `alibaba.refunds.get`: Look at `data.buyerSendGoods` (judging by its name, whether the goods were sent back), at the carrier in `data.buyerLogisticsName`, and at the tracking number in `data.freightBill` (upstream; PandaPon does not show it).
       *
       * `POST /alibaba/refund/goods/return`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477657 | PandaPon's page}
       */
      submitReturn(input: Input<"alibaba.refunds.submitReturn">, options?: CallOptions): Call<Result<"alibaba.refunds.submitReturn">>;
    };
  };
  readonly freight: {
    /**
     * Book international freight.
     *
     * Creates an international shipment. The page marks nothing as required, although the preview of the same goods requires nearly every field. `timestamp` and `sign` go into the query.
     *
     * If the outcome is unknown, no read is known that tells it.
     *
     * `POST /open/pp/logistics/orderBookingFreight`. A write: retried only if it was certainly never sent.
     * @see {@link https://doc.pandapon.com/api-250313137 | PandaPon's page}
     */
    book(input: Input<"freight.book">, options?: CallOptions): Call<Result<"freight.book">>;
    /**
     * Preview the international freight for an order.
     *
     * Asks what it costs to bring goods to an address abroad, item by item. The answer is not visible; presumably it holds the `renderId` that the booking takes. `timestamp` and `sign` go into the query.
     *
     * `POST /open/pp/logistics/orderRenderFreight`. A read: retried after a temporary failure.
     * @see {@link https://doc.pandapon.com/api-250313135 | PandaPon's page}
     */
    preview(input: Input<"freight.preview">, options?: CallOptions): Call<Result<"freight.preview">>;
    /**
     * Report the domestic parcels.
     *
     * Reports in which parcels each item of an international shipment travels inside China. `timestamp` and `sign` go into the query.
     *
     * If the outcome is unknown, no read is known that tells it.
     *
     * `POST /open/pp/logistics/updateLogisticInfo`. A write: retried only if it was certainly never sent.
     * @see {@link https://doc.pandapon.com/api-250313136 | PandaPon's page}
     */
    updateDomesticLogistics(input: Input<"freight.updateDomesticLogistics">, options?: CallOptions): Call<Result<"freight.updateDomesticLogistics">>;
  };
  readonly taobao: {
    readonly cart: {
      /**
       * Add a Taobao item to the cart.
       *
       * Puts one SKU of a Taobao item into the cart. The caller sends title, picture, prices, shop and stock. Types are mixed: item and shop are numbers; SKU, stock and the other ids are text; the SKU's properties are JSON text. The body has a `userId` in addition to the header `user-id`. Nothing of the answer is visible.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /open/cart/add`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc.pandapon.com/api-250313100 | PandaPon's page}
       */
      add(input: Input<"taobao.cart.add">, options?: CallOptions): Call<Result<"taobao.cart.add">>;
      /**
       * Create an order from the Taobao cart.
       *
       * Orders records of the cart for delivery to an address. The body has a `userId` in addition to the header `user-id`. Only the envelope of the answer is visible. No call is known that tells whether the order was created, so do not repeat this one blindly.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /open/cart/create/order`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc.pandapon.com/api-250313096 | PandaPon's page}
       */
      createOrder(input: Input<"taobao.cart.createOrder">, options?: CallOptions): Call<Result<"taobao.cart.createOrder">>;
      /**
       * Preview an order from the Taobao cart.
       *
       * Calculates the order that records of the cart would make for an address. The path says "confirm", but the call only previews. The body has a `userId` in addition to the header `user-id`. Nothing of the answer is visible.
       *
       * `POST /open/cart/confirm/order`. A read: retried after a temporary failure.
       * @see {@link https://doc-vnm.pandapon.com/api-250496560 | PandaPon's page}
       */
      previewOrder(input: Input<"taobao.cart.previewOrder">, options?: CallOptions): Call<Result<"taobao.cart.previewOrder">>;
    };
    readonly orders: {
      /**
       * Create a Taobao order.
       *
       * Orders Taobao goods for delivery to an address. Lines and address are sent as JSON text inside the JSON body, and every value in those texts is text too. Nothing of the answer is visible. No call is known that tells whether an order was created, so do not repeat this one blindly.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /open/order`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477610 | PandaPon's page}
       */
      create(input: Input<"taobao.orders.create">, options?: CallOptions): Call<Result<"taobao.orders.create">>;
      /**
       * Get a link to the chat page.
       *
       * Returns the address of the instant-messaging page that PandaPon calls IM link. The page contradicts itself about the body: its table requires four fields, but its example and curl sample send two others. It is not known which of them the server takes, so both are accepted here. The answer holds a login token: treat it as a secret and do not log it.
       *
       * `POST /open/order/page/link/get`. A read: retried after a temporary failure.
       * @see {@link https://doc-en.pandapon.com/api-263477616 | PandaPon's page}
       */
      getChatLink(input: Input<"taobao.orders.getChatLink">, options?: CallOptions): Call<Result<"taobao.orders.getChatLink">>;
      /**
       * Get the parcels of a Taobao sub-order.
       *
       * Lists the parcels of one sub-order with tracking number, carrier, receiver, goods and what happened on the way. It takes the id of the sub-order (12 digits), not the id of the order. The v1 page counts five fields of a parcel, but its example is cut; three of their names come from the v2 page.
       *
       * `GET /open/order/logistics/detail/get`. A read: retried after a temporary failure.
       * @see {@link https://doc.pandapon.com/api-250313082 | PandaPon's page}
       */
      getLogistics(input: Input<"taobao.orders.getLogistics">, options?: CallOptions): Call<Result<"taobao.orders.getLogistics">>;
      /**
       * Preview a Taobao order.
       *
       * Calculates an order before it is created. Only the Vietnamese pages list this call. Lines and address are sent as JSON text inside the JSON body. The ids in the lines are JSON numbers, 18 digits for an item, more than a JavaScript number can hold; creating the order sends them as text. Nothing of the answer is visible.
       *
       * `POST /open/order/render`. A read: retried after a temporary failure.
       * @see {@link https://doc-vnm.pandapon.com/api-250496540 | PandaPon's page}
       */
      preview(input: Input<"taobao.orders.preview">, options?: CallOptions): Call<Result<"taobao.orders.preview">>;
      /**
       * Change the forwarding warehouse of a Taobao order.
       *
       * Sets name and address of an order's forwarding warehouse (前置仓), which PandaPon's English title calls pre-warehouse. No page says in which states of the order this is possible.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /open/order/updateWarehouse`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477614 | PandaPon's page}
       */
      updateWarehouse(input: Input<"taobao.orders.updateWarehouse">, options?: CallOptions): Call<Result<"taobao.orders.updateWarehouse">>;
    };
    readonly products: {
      /**
       * Check which Taobao items can be supplied.
       *
       * Looks up several Taobao items with their SKUs at once. The answer separates items with supply goods from items without. The list is sent as JSON text inside the JSON body. No page says how many items one call may carry.
       *
       * `POST /open/product/batch/check`. A read: retried after a temporary failure.
       * @see {@link https://doc-en.pandapon.com/api-263477607 | PandaPon's page}
       */
      checkBatch(input: Input<"taobao.products.checkBatch">, options?: CallOptions): Call<Result<"taobao.products.checkBatch">>;
      /**
       * Get a Taobao item by its id.
       *
       * Looks up one Taobao item with its shop, prices and SKUs. The item id is text in the request and a number in the answer. The field table of the page is cut; the rest of the answer is taken from an example in the development manual.
       *
       * `GET /open/product/get`. A read: retried after a temporary failure.
       * @see {@link https://doc-vnm.pandapon.com/api-250496531 | PandaPon's page}
       */
      get(input?: Input<"taobao.products.get">, options?: CallOptions): Call<Result<"taobao.products.get">>;
      /**
       * Get the source goods of a Taobao item.
       *
       * Looks up the source goods of one Taobao item, in a given language. Only the Vietnamese pages list this call. The item id is text in the request and a number in the answer. Only the beginning of the answer is visible.
       *
       * `POST /open/product/source/get`. A read: retried after a temporary failure.
       * @see {@link https://doc-vnm.pandapon.com/api-250496526 | PandaPon's page}
       */
      getSource(input: Input<"taobao.products.getSource">, options?: CallOptions): Call<Result<"taobao.products.getSource">>;
    };
    readonly refunds: {
      /**
       * Cancel an after-sales case.
       *
       * Withdraws an after-sales case of a Taobao order. It changes the case although it is a GET: do not prefetch it, and do not repeat it blindly. `code` 200 alone does not mean that the case is cancelled; `cancelSuccess` says so. PandaPon marks the call as in development.
       *
       * If the outcome is unknown, check with `taobao.refunds.get`: Look at `data.refundOrderAggregate.refundOrder.refundStatus`; upstream, -20 means that the case is closed.
       *
       * `GET /open/order/refund/cancel/{refundId}`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc.pandapon.com/api-250313087 | PandaPon's page}
       */
      cancel(input: Input<"taobao.refunds.cancel">, options?: CallOptions): Call<Result<"taobao.refunds.cancel">>;
      /**
       * Get one after-sales case.
       *
       * Returns one after-sales case of a Taobao order. The page's example is cut inside the case, so the members here are those that the list and the return form show. PandaPon marks the call as in development.
       *
       * `GET /open/order/refund/query`. A read: retried after a temporary failure.
       * @see {@link https://doc-vnm.pandapon.com/api-250496551 | PandaPon's page}
       */
      get(input: Input<"taobao.refunds.get">, options?: CallOptions): Call<Result<"taobao.refunds.get">>;
      /**
       * List after-sales cases.
       *
       * Lists the after-sales cases of Taobao orders, page by page, with the order line of each. `refundStatus` is an integer in the request and text in the answer; `purchaseOrderId` is text in the request and a number in the page's answer. PandaPon marks the call as in development.
       *
       * `POST /open/order/refund/queryList`. A read: retried after a temporary failure.
       * @see {@link https://doc-en.pandapon.com/api-263477619 | PandaPon's page}
       */
      list(input: Input<"taobao.refunds.list">, options?: CallOptions): ListCall<Result<"taobao.refunds.list">, Item<"taobao.refunds.list">>;
      /**
       * Submit the return parcel.
       *
       * Reports the parcel with which the buyer sends Taobao goods back. The path says "render", but the call writes. The carrier's code is `logisticsCompanyCode` in the request and `logisticCompanyCode` in the answer. PandaPon marks the call as in development.
       *
       * If the outcome is unknown, check with `taobao.refunds.get`: Look whether `data.refundOrderAggregate.logistics.logisticsNo` is the tracking number that was sent.
       *
       * `POST /open/order/refund/render/submit/logistics`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477622 | PandaPon's page}
       */
      submitLogistics(input: Input<"taobao.refunds.submitLogistics">, options?: CallOptions): Call<Result<"taobao.refunds.submitLogistics">>;
      /**
       * Add a message to an after-sales case.
       *
       * Adds a message to an after-sales case of a Taobao order, with pictures if needed. PandaPon marks the call as in development.
       *
       * If the outcome is unknown, no read is known that tells it.
       *
       * `POST /open/order/refund/submit/message`. A write: retried only if it was certainly never sent.
       * @see {@link https://doc-en.pandapon.com/api-263477624 | PandaPon's page}
       */
      submitMessage(input: Input<"taobao.refunds.submitMessage">, options?: CallOptions): Call<Result<"taobao.refunds.submitMessage">>;
    };
  };
}

/** The operation of each method and path. `request` takes its types from here. */
export interface Routes {
  "POST /open/address/addOrUpdate": { id: "addresses.save"; call: Methods["addresses"]["save"]; result: ""; };
  "POST /alibaba/cart/create/order": { id: "alibaba.cart.createOrder"; call: Methods["alibaba"]["cart"]["createOrder"]; result: "/data"; };
  "POST /alibaba/cart/preview/order": { id: "alibaba.cart.previewOrder"; call: Methods["alibaba"]["cart"]["previewOrder"]; result: "/data"; };
  "POST /alibaba/cart/edit-quantity": { id: "alibaba.cart.updateQuantity"; call: Methods["alibaba"]["cart"]["updateQuantity"]; result: "/data"; };
  "POST /alibaba/order/cancel": { id: "alibaba.orders.cancel"; call: Methods["alibaba"]["orders"]["cancel"]; result: "/data"; };
  "POST /alibaba/order/receivegoods": { id: "alibaba.orders.confirmReceipt"; call: Methods["alibaba"]["orders"]["confirmReceipt"]; result: "/data"; };
  "POST /alibaba/order/create": { id: "alibaba.orders.create"; call: Methods["alibaba"]["orders"]["create"]; result: "/data"; };
  "POST /alibaba/order/batch/create": { id: "alibaba.orders.createBatch"; call: Methods["alibaba"]["orders"]["createBatch"]; result: "/data"; };
  "POST /alibaba/order/detail": { id: "alibaba.orders.get"; call: Methods["alibaba"]["orders"]["get"]; result: "/data"; };
  "GET /alibaba/order/pay/url": { id: "alibaba.orders.getPayUrl"; call: Methods["alibaba"]["orders"]["getPayUrl"]; result: "/data"; };
  "POST /alibaba/order/batch/submit/to/pay": { id: "alibaba.orders.payBatch"; call: Methods["alibaba"]["orders"]["payBatch"]; result: "/data"; };
  "POST /alibaba/order/create/preview": { id: "alibaba.orders.preview"; call: Methods["alibaba"]["orders"]["preview"]; result: "/data"; };
  "POST /alibaba/order/create/previewbatch": { id: "alibaba.orders.previewBatch"; call: Methods["alibaba"]["orders"]["previewBatch"]; result: "/data"; };
  "POST /alibaba/product/detail/get": { id: "alibaba.products.get"; call: Methods["alibaba"]["products"]["get"]; result: "/data"; };
  "POST /alibaba/product/keywords/query": { id: "alibaba.products.search"; call: Methods["alibaba"]["products"]["search"]; result: "/data"; };
  "POST /alibaba/product/image/query": { id: "alibaba.products.searchByImage"; call: Methods["alibaba"]["products"]["searchByImage"]; result: "/data"; };
  "POST /alibaba/product/query/selleroffer": { id: "alibaba.products.searchInStore"; call: Methods["alibaba"]["products"]["searchInStore"]; result: "/data"; };
  "POST /alibaba/refund/detail/create": { id: "alibaba.refunds.create"; call: Methods["alibaba"]["refunds"]["create"]; result: "/data"; };
  "POST /alibaba/refund/info": { id: "alibaba.refunds.get"; call: Methods["alibaba"]["refunds"]["get"]; result: "/data"; };
  "POST /alibaba/refund/goods/return": { id: "alibaba.refunds.submitReturn"; call: Methods["alibaba"]["refunds"]["submitReturn"]; result: "/data"; };
  "POST /open/pp/logistics/orderBookingFreight": { id: "freight.book"; call: Methods["freight"]["book"]; result: ""; };
  "POST /open/pp/logistics/orderRenderFreight": { id: "freight.preview"; call: Methods["freight"]["preview"]; result: ""; };
  "POST /open/pp/logistics/updateLogisticInfo": { id: "freight.updateDomesticLogistics"; call: Methods["freight"]["updateDomesticLogistics"]; result: ""; };
  "POST /open/cart/add": { id: "taobao.cart.add"; call: Methods["taobao"]["cart"]["add"]; result: "/data"; };
  "POST /open/cart/create/order": { id: "taobao.cart.createOrder"; call: Methods["taobao"]["cart"]["createOrder"]; result: "/data"; };
  "POST /open/cart/confirm/order": { id: "taobao.cart.previewOrder"; call: Methods["taobao"]["cart"]["previewOrder"]; result: "/data"; };
  "POST /open/order": { id: "taobao.orders.create"; call: Methods["taobao"]["orders"]["create"]; result: "/data"; };
  "POST /open/order/page/link/get": { id: "taobao.orders.getChatLink"; call: Methods["taobao"]["orders"]["getChatLink"]; result: "/data"; };
  "GET /open/order/logistics/detail/get": { id: "taobao.orders.getLogistics"; call: Methods["taobao"]["orders"]["getLogistics"]; result: "/data"; };
  "POST /open/order/render": { id: "taobao.orders.preview"; call: Methods["taobao"]["orders"]["preview"]; result: "/data"; };
  "POST /open/order/updateWarehouse": { id: "taobao.orders.updateWarehouse"; call: Methods["taobao"]["orders"]["updateWarehouse"]; result: "/data"; };
  "POST /open/product/batch/check": { id: "taobao.products.checkBatch"; call: Methods["taobao"]["products"]["checkBatch"]; result: "/data"; };
  "GET /open/product/get": { id: "taobao.products.get"; call: Methods["taobao"]["products"]["get"]; result: "/data"; };
  "POST /open/product/source/get": { id: "taobao.products.getSource"; call: Methods["taobao"]["products"]["getSource"]; result: "/data"; };
  "GET /open/order/refund/cancel/{refundId}": { id: "taobao.refunds.cancel"; call: Methods["taobao"]["refunds"]["cancel"]; result: "/data"; };
  "GET /open/order/refund/query": { id: "taobao.refunds.get"; call: Methods["taobao"]["refunds"]["get"]; result: "/data"; };
  "POST /open/order/refund/queryList": { id: "taobao.refunds.list"; call: Methods["taobao"]["refunds"]["list"]; result: "/data"; };
  "POST /open/order/refund/render/submit/logistics": { id: "taobao.refunds.submitLogistics"; call: Methods["taobao"]["refunds"]["submitLogistics"]; result: "/data"; };
  "POST /open/order/refund/submit/message": { id: "taobao.refunds.submitMessage"; call: Methods["taobao"]["refunds"]["submitMessage"]; result: "/data"; };
}
