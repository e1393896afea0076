// Made by `pandapon generate` from spec/. Do not edit: change spec/ and run `npm run build`.

/** An integer of up to 19 digits, more than a JavaScript number holds. It is a string of digits here, even if JSON has a number. */
export type Int64 = string;

/** An id in a request: a string of digits, or a bigint. */
export type Int64Input = Int64 | bigint;

export interface paths {
    "/alibaba/cart/create/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an order from the 1688 cart
         * @description Creates an order for records of the 1688 cart. Call the preview first. Nothing of the answer's `data` is visible. `flow` and `cartIds` must be sent, although the page allows null for both.
         */
        post: operations["alibaba.cart.createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/cart/edit-quantity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a quantity in the cart
         * @description Sets how many pieces of one record of the 1688 cart are wanted. The page shows marks only for the members of `updateTime`, all of them optional. `updateTime` cannot hold a point in time; see there.
         */
        post: operations["alibaba.cart.updateQuantity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/cart/preview/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview an order from the 1688 cart
         * @description Shows what an order for records of the 1688 cart would look like. Use it before you create the order. Nothing of the answer's `data` is visible. Two pages disagree on the address. The Vietnamese page requires name, both phone numbers, city, province and street, none of them null, and has no `districtCode`. On the Chinese page, every part may be left out or null. To satisfy both, fill in all six and send no null in `postCode` or `areaText`.
         */
        post: operations["alibaba.cart.previewOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/order/batch/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create orders with several sellers
         * @description Orders goods on 1688 from several sellers at once; each line names its shop. No field identifies the attempt, so a repeated call may create a second order. Payment is a separate call. The v1 answer is not visible. The v2 page of the same operation answers with an array of orders.
         */
        post: operations["alibaba.orders.createBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/order/batch/submit/to/pay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit orders for payment
         * @description Submits 1688 orders for payment, several at once. It spends money: never repeat it blindly. No page says how many orders are allowed, how they are paid or what happens if some of them fail. Only the request id of the answer is visible.
         */
        post: operations["alibaba.orders.payBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/order/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an unpaid order
         * @description Cancels a 1688 order that has not been paid for. `orderId` is sent as a JSON integer of up to 19 digits, more than a JavaScript number can hold. A sample on PandaPon's own v2 page has lost its last digits in this way. Upstream refuses to cancel an order within about 10 seconds of its creation.
         */
        post: operations["alibaba.orders.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/order/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an order
         * @description Places an order on 1688. No field identifies the attempt, so a repeated call may create a second order. Payment is a separate call. Lines do not name their shop here; for goods of several sellers use `alibaba.orders.createBatch`. The answer is not visible; the id of the new order is known from the 1688 open platform only.
         */
        post: operations["alibaba.orders.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/order/create/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview an order
         * @description Calculates what an order would cost, without placing it. For goods of several sellers use `alibaba.orders.previewBatch`. Besides `code`, the answer reports success in `data.success`. Three of the 14 fields of a previewed order are visible; the others are named as on the 1688 open platform.
         */
        post: operations["alibaba.orders.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/order/create/previewbatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview orders with several sellers
         * @description Calculates what orders for goods of several sellers would cost, without placing them. Only the request id of the answer is visible. The required marks are those of the Vietnamese page; the English page shows hardly any.
         */
        post: operations["alibaba.orders.previewBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/order/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an order
         * @description Returns the details of one 1688 order. Only the older Vietnamese navigation lists this operation. The visible answer ends at the first key of `data`. The names in it are from the 1688 open platform.
         */
        post: operations["alibaba.orders.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/order/pay/url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pay for an order or get its payment page
         * @description Returns where a 1688 order can be paid. No page says whether the call can also start the payment; the name `protocolPaySuccess` in its answer suggests it. Treat it as a payment: never repeat, prefetch or cache it blindly.
         */
        get: operations["alibaba.orders.getPayUrl"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/order/receivegoods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm that goods were received
         * @description Confirms for the buyer that the goods of a 1688 order have arrived. Besides `code`, the answer reports success in `data.success`. `orderId` is sent as a JSON integer of up to 19 digits, more than a JavaScript number can hold; the sub-order ids are integers as well.
         */
        post: operations["alibaba.orders.confirmReceipt"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/product/detail/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a product
         * @description Returns the details of one 1688 product. The page shows neither types nor required marks, only a generated request and an answer that is cut. The real answer has more fields than those; some are known from the 1688 open platform and from a client.
         */
        post: operations["alibaba.products.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/product/image/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search products by picture
         * @description Searches 1688 goods that look like a picture, page by page. The call carries the picture itself, as base64 text; there is no upload before it. The v1 answer is not visible. The shape given here comes from the v2 page of the same search; most names of an item are from the 1688 open platform and from a client.
         */
        post: operations["alibaba.products.searchByImage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/product/keywords/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search products by keyword
         * @description Searches 1688 goods by words, page by page. The v1 answer is not visible. The shape given here comes from the v2 page of the same search. Two fields of its items are known from there; the others are from the 1688 open platform and from a client.
         */
        post: operations["alibaba.products.search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/product/query/selleroffer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Search products in one shop
         * @description Searches the goods of one 1688 shop, page by page. The v1 answer is not visible. The shape given here comes from the v2 page of the same search. One field of its items is known.
         */
        post: operations["alibaba.products.searchInStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/refund/detail/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Apply for a refund or a return
         * @description Opens an after-sales case on a 1688 order: money only, or goods and money. Amounts are in fen. `orderId` is sent as a JSON integer of up to 19 digits, more than a JavaScript number can hold; the sub-order ids are integers as well.
         */
        post: operations["alibaba.refunds.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/refund/goods/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit the parcel of a return
         * @description Tells the seller which parcel carries the goods back: the carrier and the tracking number. `data.success` says whether the parcel was accepted; it may be false even if `code` is 200.
         */
        post: operations["alibaba.refunds.submitReturn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/alibaba/refund/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an after-sales case
         * @description Returns one after-sales case of a 1688 order by its id. The Chinese page is PandaPon's master copy: it takes the id in the JSON body, and its curl sample sends it there. The Vietnamese page takes it in the query and has no body. Both are described here: send it in one of the two places.
         */
        post: operations["alibaba.refunds.get"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/address/addOrUpdate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add or update an address
         * @description Saves an address of the buyer: a new one, or a change of an existing one. The answer does not contain the id of a new address. It also lacks the usual envelope: there is no `requestId`, `developId` or `data`.
         */
        post: operations["addresses.save"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/cart/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a Taobao item to the cart
         * @description Puts one SKU of a Taobao item into the cart. The caller sends title, picture, prices, shop and stock. Types are mixed: item and shop are numbers; SKU, stock and the other ids are text; the SKU's properties are JSON text. The body has a `userId` in addition to the header `user-id`. Nothing of the answer is visible.
         */
        post: operations["taobao.cart.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/cart/confirm/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview an order from the Taobao cart
         * @description Calculates the order that records of the cart would make for an address. The path says "confirm", but the call only previews. The body has a `userId` in addition to the header `user-id`. Nothing of the answer is visible.
         */
        post: operations["taobao.cart.previewOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/cart/create/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create an order from the Taobao cart
         * @description Orders records of the cart for delivery to an address. The body has a `userId` in addition to the header `user-id`. Only the envelope of the answer is visible. No call is known that tells whether the order was created, so do not repeat this one blindly.
         */
        post: operations["taobao.cart.createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a Taobao order
         * @description Orders Taobao goods for delivery to an address. Lines and address are sent as JSON text inside the JSON body, and every value in those texts is text too. Nothing of the answer is visible. No call is known that tells whether an order was created, so do not repeat this one blindly.
         */
        post: operations["taobao.orders.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order/logistics/detail/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the parcels of a Taobao sub-order
         * @description Lists the parcels of one sub-order with tracking number, carrier, receiver, goods and what happened on the way. It takes the id of the sub-order (12 digits), not the id of the order. The v1 page counts five fields of a parcel, but its example is cut; three of their names come from the v2 page.
         */
        get: operations["taobao.orders.getLogistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order/page/link/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get a link to the chat page
         * @description Returns the address of the instant-messaging page that PandaPon calls IM link. The page contradicts itself about the body: its table requires four fields, but its example and curl sample send two others. It is not known which of them the server takes, so both are accepted here. The answer holds a login token: treat it as a secret and do not log it.
         */
        post: operations["taobao.orders.getChatLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order/refund/cancel/{refundId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Cancel an after-sales case
         * @description Withdraws an after-sales case of a Taobao order. It changes the case although it is a GET: do not prefetch it, and do not repeat it blindly. `code` 200 alone does not mean that the case is cancelled; `cancelSuccess` says so. PandaPon marks the call as in development.
         */
        get: operations["taobao.refunds.cancel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order/refund/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one after-sales case
         * @description Returns one after-sales case of a Taobao order. The page's example is cut inside the case, so the members here are those that the list and the return form show. PandaPon marks the call as in development.
         */
        get: operations["taobao.refunds.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order/refund/queryList": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * List after-sales cases
         * @description Lists the after-sales cases of Taobao orders, page by page, with the order line of each. `refundStatus` is an integer in the request and text in the answer; `purchaseOrderId` is text in the request and a number in the page's answer. PandaPon marks the call as in development.
         */
        post: operations["taobao.refunds.list"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order/refund/render/submit/logistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit the return parcel
         * @description Reports the parcel with which the buyer sends Taobao goods back. The path says "render", but the call writes. The carrier's code is `logisticsCompanyCode` in the request and `logisticCompanyCode` in the answer. PandaPon marks the call as in development.
         */
        post: operations["taobao.refunds.submitLogistics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order/refund/submit/message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a message to an after-sales case
         * @description Adds a message to an after-sales case of a Taobao order, with pictures if needed. PandaPon marks the call as in development.
         */
        post: operations["taobao.refunds.submitMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order/render": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview a Taobao order
         * @description Calculates an order before it is created. Only the Vietnamese pages list this call. Lines and address are sent as JSON text inside the JSON body. The ids in the lines are JSON numbers, 18 digits for an item, more than a JavaScript number can hold; creating the order sends them as text. Nothing of the answer is visible.
         */
        post: operations["taobao.orders.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/order/updateWarehouse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change the forwarding warehouse of a Taobao order
         * @description Sets name and address of an order's forwarding warehouse (前置仓), which PandaPon's English title calls pre-warehouse. No page says in which states of the order this is possible.
         */
        post: operations["taobao.orders.updateWarehouse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/pp/logistics/orderBookingFreight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Book international freight
         * @description Creates an international shipment. The page marks nothing as required, although the preview of the same goods requires nearly every field. `timestamp` and `sign` go into the query.
         */
        post: operations["freight.book"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/pp/logistics/orderRenderFreight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview the international freight for an order
         * @description Asks what it costs to bring goods to an address abroad, item by item. The answer is not visible; presumably it holds the `renderId` that the booking takes. `timestamp` and `sign` go into the query.
         */
        post: operations["freight.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/pp/logistics/updateLogisticInfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Report the domestic parcels
         * @description Reports in which parcels each item of an international shipment travels inside China. `timestamp` and `sign` go into the query.
         */
        post: operations["freight.updateDomesticLogistics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/product/batch/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check which Taobao items can be supplied
         * @description Looks up several Taobao items with their SKUs at once. The answer separates items with supply goods from items without. The list is sent as JSON text inside the JSON body. No page says how many items one call may carry.
         */
        post: operations["taobao.products.checkBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/product/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a Taobao item by its id
         * @description Looks up one Taobao item with its shop, prices and SKUs. The item id is text in the request and a number in the answer. The field table of the page is cut; the rest of the answer is taken from an example in the development manual.
         */
        get: operations["taobao.products.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/open/product/source/get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get the source goods of a Taobao item
         * @description Looks up the source goods of one Taobao item, in a given language. Only the Vietnamese pages list this call. The item id is text in the request and a number in the answer. Only the beginning of the answer is visible.
         */
        post: operations["taobao.products.getSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The price of a 1688 order has changed
         * @description Pushed when the price of a 1688 order was changed. Answer HTTP 200 within 1000 ms. PandaPon repeats a failed push half an hour later, at most 5 times. Messages can arrive out of order and have no id of their own, so read the order's current state before you act. The pages show the message as if it were the answer of a call, and its type as if it were a path. No such call exists: PandaPon is the caller. The pages also list the five headers of a signed request; the manual says that a push is signed in `Authorization`.
         */
        post: operations["webhooks.alibaba.orderPriceModified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The price of a Taobao order has changed
         * @description Pushed when the price of a Taobao order was changed. On its page the message type is in the place of a path, and the message is in the place of an answer; the manual says how it is delivered. The page lists the five headers of a request and no request body. The manual has a signature in `Authorization`, as here. Messages have no id, may come again and in any order: treat a message as a hint. No page shows the path of a call that reads an order.
         */
        post: operations["webhooks.taobao.orderPriceModified"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        /** @description An address. The page shows no required mark for any field. There is no postal code and no country. */
        AddressesSaveRequest: {
            /**
             * @description The address to change. To add a new one, presumably leave it out; the page does not say so. Whether it is required is not known. A conclusion; no page says it.
             * @example 1024n
             */
            id?: Int64Input | undefined;
            /**
             * @description Name of the person who receives the goods. Whether it is required is not known.
             * @example "Test Buyer"
             */
            name?: string | undefined;
            /**
             * @description Name of the province. Whether it is required is not known.
             * @example "浙江省"
             */
            province?: string | undefined;
            /**
             * @description Name of the city. Whether it is required is not known.
             * @example "杭州市"
             */
            city?: string | undefined;
            /**
             * @description Name of the district. Whether it is required is not known.
             * @example "余杭区"
             */
            district?: string | undefined;
            /**
             * @description Street, house number and anything else. Whether it is required is not known.
             * @example "示例路1号"
             */
            address?: string | undefined;
            /**
             * @description Mobile phone number. Whether it is required is not known.
             * @example "10000000001"
             */
            phone?: string | undefined;
        };
        /** @description The outcome, without the usual envelope. */
        AddressesSaveResponse: {
            /**
             * @description Whether the call succeeded; the page labels it "success". The page's sample is generated and holds 0. That does not prove that 0 means success: in all real examples of other operations, success is 200. Whether it is required is not known.
             * @example 200
             */
            code?: number;
            /**
             * @description Text that goes with `code`. Whether it is required is not known.
             * @example "成功"
             */
            msg?: string;
        };
        /** @description The delivery address for goods of a cart. The pages call the shape `FastAdress`, spelled like this. Every part may be left out or null. If a page says otherwise, the operation names it. */
        AlibabaCartAddress: {
            /**
             * @description Name of the person who receives the goods.
             * @example "Test Buyer"
             */
            fullName?: string | null | undefined;
            /**
             * @description Mobile number of the person who receives the goods.
             * @example "10000000001"
             */
            mobile?: string | null | undefined;
            /**
             * @description Telephone number of the person who receives the goods. No page says how it relates to `mobile`.
             * @example "10000000001"
             */
            phone?: string | null | undefined;
            /**
             * @description Postal code.
             * @example "000000"
             */
            postCode?: string | null | undefined;
            /**
             * @description Name of the city.
             * @example "杭州市"
             */
            cityText?: string | null | undefined;
            /**
             * @description Name of the province.
             * @example "浙江省"
             */
            provinceText?: string | null | undefined;
            /**
             * @description Name of the district of the city.
             * @example "西湖区"
             */
            areaText?: string | null | undefined;
            /**
             * @description Name of the town or subdistrict.
             * @example "转塘"
             */
            townText?: string | null | undefined;
            /**
             * @description Street and house.
             * @example "示例路1号"
             */
            address?: string | null | undefined;
            /**
             * @description Code of the district. No page says from which list of codes. The Vietnamese page of the cart's preview leaves it out.
             * @example "330106"
             */
            districtCode?: string | null | undefined;
        };
        /** @description The cart records to order, and where to deliver them. */
        AlibabaCartCreateOrderRequest: {
            /**
             * @description Kind of order. No values are listed here. Only `general` has been seen, on a page of the v2 API for 1688 orders; the other values are from upstream.
             * @example "general"
             */
            flow: ("general" | "fenxiao" | "paired" | "repurchase" | "saleproxy" | "boutiquefenxiao" | "boutiquepifa" | (string & {})) | null;
            /**
             * @description Note on the order. Whether it is required is not known.
             * @example "Please pack well"
             */
            message?: string | null | undefined;
            /**
             * @description A promotion of the shop. No page says where to find its id.
             * @example "example-promotion"
             */
            shopPromotionId?: string | null | undefined;
            /**
             * @description Kind of trade. No values are listed. Upstream, it is one of the `tradeModeNameList` of an order preview.
             * @example null
             */
            tradeType?: string | null | undefined;
            /** @description Where to deliver. Whether it is required is not known. */
            addressParam?: components["schemas"]["AlibabaCartAddress"] | undefined;
            /** @description The cart records to order. */
            cartIds: Int64Input[] | null;
            /**
             * @description A user id, in addition to the one in the header `user-id`. No page says how the two relate. Whether it is required is not known.
             * @example "2100007340000"
             */
            userId?: string | null | undefined;
            /**
             * @description Name of the employee who orders. Whether it is required is not known.
             * @example "Test Staff"
             */
            staffName?: string | null | undefined;
        };
        /** @description Envelope. Its content is not visible. */
        AlibabaCartCreateOrderResponse: components["schemas"]["Envelope"] & {
            /** @description Not visible on any page. Whether it is required is not known. */
            data?: unknown;
        };
        /** @description The cart records to preview, and the delivery address. */
        AlibabaCartPreviewOrderRequest: {
            /** @description Where to deliver. Only the Vietnamese page shows a mark; it requires the field. */
            addressParam: components["schemas"]["AlibabaCartAddress"];
            /** @description The cart records to preview. */
            cartIds: Int64Input[];
        };
        /** @description Envelope with the preview, whose shape is not visible. */
        AlibabaCartPreviewOrderResponse: components["schemas"]["Envelope"] & {
            /** @description The preview. Its type and members are not visible on any page. Whether it is required is not known. */
            data?: unknown;
        };
        /** @description A change of quantity. */
        AlibabaCartUpdateQuantityRequest: {
            /**
             * @description Pieces wanted. Whether it is required is not known.
             * @example 2
             */
            quantity?: number | null | undefined;
            /**
             * @description The cart record to change. Whether it is required is not known.
             * @example 100200300400n
             */
            id?: Int64Input | null | undefined;
            /** @description Labelled as the time of the change. But the object cannot hold a point in time: it has the internal fields of a date class of the server instead. There is nothing useful to send in it. Whether it is required is not known. */
            updateTime?: components["schemas"]["AlibabaDateTime"] | undefined;
            /**
             * @description Number of the product. Whether it is required is not known.
             * @example "P-0001"
             */
            productNo?: string | null | undefined;
            /**
             * @description Number of the container. Whether it is required is not known.
             * @example "C-0001"
             */
            container?: string | null | undefined;
        };
        /** @description Envelope with true or false. */
        AlibabaCartUpdateQuantityResponse: components["schemas"]["Envelope"] & {
            /**
             * @description Not explained; probably whether the quantity was changed. Only `false` counts as a failure. Whether it is required is not known.
             * @example true
             */
            data?: boolean | null;
        };
        /** @description The new order. The names are those that clients of the 1688 open platform (`fastCreateOrder`) read in its answer. The types of the amounts are not known. Not shown by PandaPon; from the 1688 open platform. */
        AlibabaCreatedOrder: {
            /**
             * @description The new order. Whether it travels as text or as a number is not known. Not shown by PandaPon; from the 1688 open platform.
             * @example "2542285634920880794"
             */
            orderId?: Int64 | null;
            /** @description What was ordered, as an amount. Neither type nor unit is known. Not shown by PandaPon; from the 1688 open platform. */
            totalSuccessAmount?: unknown;
            /** @description Freight. Neither type nor unit is known. Not shown by PandaPon; from the 1688 open platform. */
            postFee?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description Internal fields of a date class of PandaPon's server, which the pages call `DateTime`. They hold settings of a calendar and a time zone; none of them says when something happened. */
        AlibabaDateTime: {
            /**
             * @description Judging by its name, whether the server may change the date object in place. A caller does not need it.
             * @example true
             */
            mutable?: boolean | null | undefined;
            /**
             * @description The day that a week begins with.
             * @example "SUNDAY"
             */
            firstDayOfWeek?: ("SUNDAY" | "MONDAY" | "TUESDAY" | "WEDNESDAY" | "THURSDAY" | "FRIDAY" | "SATURDAY") | null | undefined;
            /** @description A time zone, which the page calls `TimeZone`. Its members are visible in the example only. */
            timeZone?: ({
                /**
                 * @description The zone's name, in capitals on the wire. The page's example holds a placeholder. Whether it is required is not known. Known from an example; no table lists it.
                 * @example "Asia/Shanghai"
                 */
                ID?: string | undefined;
            } & {
                [key: string]: unknown;
            }) | undefined;
            /**
             * @description How many days the first week of a year has at least.
             * @example 1
             */
            minimalDaysInFirstWeek?: number | null | undefined;
        };
        /** @description Delivery of an order inside China: the address that it goes to. Taken from the example of an order on a v2 page. The members without a type here are null in that example. There may be more members. Not shown for this version; from a page of the v2 API. */
        AlibabaNativeLogistics: {
            /**
             * @description Town and street in one text: what was sent in `townText` and `address`, with a space between them. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "转塘 示例路1号"
             */
            address?: string;
            /**
             * @description Name of the district of the city. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "西湖区"
             */
            area?: string;
            /**
             * @description Code of the district. The order in the example was sent without one. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "330106"
             */
            areaCode?: string;
            /**
             * @description Name of the city. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "杭州市"
             */
            city?: string;
            /**
             * @description Name of the province. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "浙江省"
             */
            province?: string;
            /**
             * @description Name of the person who receives the goods. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "Test Buyer"
             */
            contactPerson?: string;
            /**
             * @description Mobile number of the person who receives the goods. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "10000000001"
             */
            mobile?: string;
            /**
             * @description Telephone number of the person who receives the goods. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "10000000001"
             */
            telephone?: string;
            /**
             * @description Postal code. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "000000"
             */
            zip?: string;
            /** @description Fax number, judging by its name. Only null has been seen. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            fax?: unknown;
            /** @description The parcels, judging by its name. Only null has been seen. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            logisticsItems?: unknown;
            /** @description Town, judging by its name. Only null has been seen, although the order named a town; the town is in `address` instead. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            town?: unknown;
            /** @description Code of the town, judging by its name. Only null has been seen. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            townCode?: unknown;
            /** @description Not explained. Only null has been seen. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            caid?: unknown;
            /** @description Code of the carrier, judging by its name. Only null has been seen. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            realLogisticsCompanyNo?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description A 1688 order as the answer of the batch creation shows it. No v1 page shows it. It is taken from the example of a v2 page, which is cut inside the first line of goods. The visible part does not show the id of the order. The members after `productItems` are those that an order has on the 1688 open platform (`alibaba.trade.get.buyerView`) and in the price message. Not shown by PandaPon for this answer. Not shown for this version; from a page of the v2 API. */
        AlibabaOrder: {
            /** @description Guarantees that come with the order, judging by its name. Only null has been seen. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            guaranteesTerms?: unknown;
            /** @description Delivery abroad, judging by its name. Only null has been seen. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            internationalLogistics?: unknown;
            /** @description Delivery inside China. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            nativeLogistics?: components["schemas"]["AlibabaNativeLogistics"];
            /** @description The goods, one entry per line. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            productItems?: components["schemas"]["AlibabaOrderProductItem"][];
            /** @description Terms of trade. Not shown by PandaPon; from the 1688 open platform. */
            tradeTerms?: {
                [key: string]: unknown;
            }[] | null;
            /** @description Further attributes of the order. Not shown by PandaPon; from the 1688 open platform. */
            extAttributes?: components["schemas"]["AlibabaOrderAttribute"][] | null;
            /** @description How the order was rated. Not shown by PandaPon; from the 1688 open platform. */
            orderRateInfo?: {
                [key: string]: unknown;
            } | null;
            /** @description Invoice of the order. Not shown by PandaPon; from the 1688 open platform. */
            orderInvoiceInfo?: {
                [key: string]: unknown;
            } | null;
            /** @description Customs data of an order that crosses the border. Not shown by PandaPon; from the 1688 open platform. */
            customs?: {
                [key: string]: unknown;
            } | null;
            /** @description What an address abroad has in addition to the usual parts. Not shown by PandaPon; from the 1688 open platform. */
            overseasExtraAddress?: {
                [key: string]: unknown;
            } | null;
            /** @description The basic facts of the order. Not shown by PandaPon; from the 1688 open platform. */
            baseInfo?: components["schemas"]["AlibabaOrderBaseInfo"];
            /** @description Business data of the order. Not shown by PandaPon; from the 1688 open platform. */
            orderBizInfo?: {
                [key: string]: unknown;
            } | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Where a 1688 order goes, in China. Each operation requires different fields; if its page shows the marks, the operation says which. Each operation adds `townText` itself, because the pages differ about it. */
        AlibabaOrderAddress: {
            /**
             * @description The consignee. Whether it is required is not known.
             * @example "Test Buyer"
             */
            fullName?: string | undefined;
            /**
             * @description The consignee's mobile phone. Whether it is required is not known.
             * @example "10000000001"
             */
            mobile?: string | undefined;
            /**
             * @description The consignee's phone, in addition to the mobile phone. One page's example leaves it out. Whether it is required is not known.
             * @example "10000000001"
             */
            phone?: string | undefined;
            /**
             * @description Postal code. Whether it is required is not known.
             * @example "000000"
             */
            postCode?: string | undefined;
            /**
             * @description Chinese name of the city. Whether it is required is not known.
             * @example "杭州市"
             */
            cityText?: string | undefined;
            /**
             * @description Chinese name of the province. Whether it is required is not known.
             * @example "浙江省"
             */
            provinceText?: string | undefined;
            /**
             * @description Chinese name of the district. Whether it is required is not known.
             * @example "余杭区"
             */
            areaText?: string | undefined;
            /**
             * @description Street and house number. Whether it is required is not known.
             * @example "示例路1号"
             */
            address?: string | undefined;
        };
        /** @description One further attribute of a 1688 order. PandaPon counts three members and shows none. The three of the 1688 open platform (`alibaba.trade.get.buyerView`) are named here; upstream's types are not known. */
        AlibabaOrderAttribute: {
            /** @description Name of the attribute, judging by its own name. Not shown by PandaPon; from the 1688 open platform. */
            key?: unknown;
            /** @description Value of the attribute. Not shown by PandaPon; from the 1688 open platform. */
            value?: unknown;
            /** @description The attribute in words, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            description?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description The basic facts of a 1688 order. PandaPon shows no members. Those named here are from the order of the 1688 open platform (`alibaba.trade.get.buyerView`); there are more. */
        AlibabaOrderBaseInfo: {
            /**
             * @description State of the order. The values are upstream's; there may be others. Not shown by PandaPon; from the 1688 open platform.
             * @example "waitbuyerpay"
             */
            status?: ("waitbuyerpay" | "waitsellersend" | "waitlogisticstakein" | "waitbuyerreceive" | "waitbuyersign" | "signinsuccess" | "confirm_goods" | "success" | "cancel" | "terminated" | (string & {})) | null;
            /**
             * @description Total amount of the order. Upstream it is in yuan, a decimal number. Not shown by PandaPon; from the 1688 open platform.
             * @example 23.5
             */
            totalAmount?: number | null;
            /**
             * @description Freight. Upstream it is in yuan, a decimal number. Not shown by PandaPon; from the 1688 open platform.
             * @example 5.5
             */
            shippingFee?: number | null;
            /**
             * @description Amount refunded, judging by its name. Upstream it is in yuan, a decimal number. Not shown by PandaPon; from the 1688 open platform.
             * @example 0
             */
            refund?: number | null;
            /**
             * @description Amount for the goods, judging by its name. Upstream it is in yuan, a decimal number. Not shown by PandaPon; from the 1688 open platform.
             * @example 18
             */
            sumProductPayment?: number | null;
        } & {
            [key: string]: unknown;
        };
        /** @description The details of a 1688 order. The page's list is cut at the first key, which begins with `gua`. The names here are those of an order on the 1688 open platform (`alibaba.trade.get.buyerView`), whose request takes `webSite` and `orderId` too. PandaPon does not show them. If a field has no type here, its type is not known. */
        AlibabaOrderDetail: {
            /** @description Guarantees that come with the order. Probably the key that begins with `gua`: the order that the v2 batch creation returns begins with it too. A conclusion; no page says it. */
            guaranteesTerms?: unknown;
            /** @description Delivery abroad, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            internationalLogistics?: unknown;
            /** @description Delivery inside China, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            nativeLogistics?: {
                [key: string]: unknown;
            } | null;
            /** @description The goods, one entry per line. Not shown by PandaPon; from the 1688 open platform. */
            productItems?: components["schemas"]["AlibabaOrderMessageItem"][] | null;
            /** @description Terms of trade. Not shown by PandaPon; from the 1688 open platform. */
            tradeTerms?: {
                [key: string]: unknown;
            }[] | null;
            /** @description Further attributes of the order. Not shown by PandaPon; from the 1688 open platform. */
            extAttributes?: components["schemas"]["AlibabaOrderAttribute"][] | null;
            /** @description How the order was rated. Not shown by PandaPon; from the 1688 open platform. */
            orderRateInfo?: {
                [key: string]: unknown;
            } | null;
            /** @description Invoice of the order. Not shown by PandaPon; from the 1688 open platform. */
            orderInvoiceInfo?: {
                [key: string]: unknown;
            } | null;
            /** @description Customs data of an order that crosses the border. Not shown by PandaPon; from the 1688 open platform. */
            customs?: {
                [key: string]: unknown;
            } | null;
            /** @description What an address abroad has in addition to the usual parts. Not shown by PandaPon; from the 1688 open platform. */
            overseasExtraAddress?: {
                [key: string]: unknown;
            } | null;
            /** @description The basic facts of the order. Not shown by PandaPon; from the 1688 open platform. */
            baseInfo?: components["schemas"]["AlibabaOrderBaseInfo"];
            /** @description Business data of the order. Not shown by PandaPon; from the 1688 open platform. */
            orderBizInfo?: {
                [key: string]: unknown;
            } | null;
            /** @description Offers of a price, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            quoteList?: unknown;
            /** @description Whether the order comes from an encrypted one, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            fromEncryptOrder?: unknown;
            /** @description Data of an encrypted order elsewhere, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            encryptOutOrderInfo?: unknown;
            /** @description The channel that the order comes from, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            outChannel?: unknown;
            /** @description Whether the goods may be sent late, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            sendGoodsOverdueRisk?: unknown;
            /** @description Whether an official carrier brings the goods, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            officialLogisticOrder?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description Goods to order, one kind per line. */
        AlibabaOrderLine: {
            /**
             * @description The product. Whether it is required is not known.
             * @example 706627393257n
             */
            offerId?: Int64Input | undefined;
            /**
             * @description The variant of the product, 32 hexadecimal digits. Whether it is required is not known.
             * @example "cd2b8c31408766f9fb089e74e2a6ac15"
             */
            specId?: string | undefined;
            /**
             * @description How many to order. The page declares a number here, an integer in the cart.
             * @example 2
             */
            quantity: number;
        };
        /** @description What a pushed message says about a 1688 order. The pages print its members and those of the message as one flat list. Their order and names suggest that these members belong in here; this is a conclusion. The list is cut after `orderBizInfo`, and the visible part does not show the id of the order. A conclusion; no page says it. */
        AlibabaOrderMessage: {
            /** @description Guarantees that come with the order. Members are not visible. Null in the example of an order on a v2 page. A conclusion; no page says it. */
            guaranteesTerms?: {
                [key: string]: unknown;
            } | null;
            /** @description Delivery inside China. Members are not visible. An order of the v2 batch creation has an object of this name; whether it is the same is not known. A conclusion; no page says it. */
            nativeLogistics?: {
                [key: string]: unknown;
            };
            /** @description The goods, one entry per line. A conclusion; no page says it. */
            productItems?: components["schemas"]["AlibabaOrderMessageItem"][] | null;
            /** @description Terms of trade. A conclusion; no page says it. */
            tradeTerms?: {
                [key: string]: unknown;
            }[] | null;
            /** @description Further attributes of the order. A conclusion; no page says it. */
            extAttributes?: components["schemas"]["AlibabaOrderAttribute"][] | null;
            /** @description How the order was rated. Members are not visible. A conclusion; no page says it. */
            orderRateInfo?: {
                [key: string]: unknown;
            };
            /** @description Invoice of the order. Members are not visible. A conclusion; no page says it. */
            orderInvoiceInfo?: {
                [key: string]: unknown;
            };
            /** @description Customs data of an order that crosses the border. Members are not visible. A conclusion; no page says it. */
            customs?: {
                [key: string]: unknown;
            };
            /** @description What an address abroad has in addition to the usual parts. Members are not visible. A conclusion; no page says it. */
            overseasExtraAddress?: {
                [key: string]: unknown;
            };
            /** @description The basic facts of the order. Members are not visible. Whether it is required is not known. A conclusion; no page says it. */
            baseInfo?: components["schemas"]["AlibabaOrderBaseInfo"];
            /** @description Business data of the order; the page does not explain it. Members are not visible. Whether it is required is not known. A conclusion; no page says it. */
            orderBizInfo?: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description One line of goods of a 1688 order. The page of the price message counts 35 members and shows none. The amounts named here are from the order of the 1688 open platform (`alibaba.trade.get.buyerView`), whose lines have 32 documented members. */
        AlibabaOrderMessageItem: {
            /**
             * @description What the line costs, judging by its name. Upstream it is in yuan, a decimal number. Not shown by PandaPon; from the 1688 open platform.
             * @example 18
             */
            itemAmount?: number | null;
            /**
             * @description Price of one piece, judging by its name. Upstream it is in yuan, a decimal number. Not shown by PandaPon; from the 1688 open platform.
             * @example 18
             */
            price?: number | null;
            /**
             * @description Amount refunded, judging by its name. Upstream it is in yuan, a decimal number. Not shown by PandaPon; from the 1688 open platform.
             * @example 0
             */
            refund?: number | null;
        } & {
            [key: string]: unknown;
        };
        /** @description What an order would cost. The page prints the fields as one flat list; it is a conclusion that `success` and the fields after it belong in here. */
        AlibabaOrderPreview: {
            /** @description The previewed orders; spelled like this on the wire. */
            orderPreviewResuslt: components["schemas"]["AlibabaOrderPreviewItem"][];
            /**
             * @description Whether the preview succeeded, in addition to the envelope's `code`. Whether it is required is not known. A conclusion; no page says it.
             * @example true
             */
            success?: boolean;
            /**
             * @description Code of the failure. The page prints `null` as its type, so nothing else is known. Whether it is required is not known. A conclusion; no page says it.
             * @example null
             */
            errorCode?: unknown;
            /**
             * @description The failure in words. The page prints `null` as its type. Whether it is required is not known. A conclusion; no page says it.
             * @example null
             */
            errorMsg?: unknown;
            /** @description Goods whose freight is given in words instead of an amount. The page prints `null` as its type. Whether it is required is not known. A conclusion; no page says it. */
            postFeeByDescOfferList?: null | Int64[];
            /** @description Goods sold on consignment. The page prints `null` as its type. Whether it is required is not known. A conclusion; no page says it. */
            consignOfferList?: null | Int64[];
            /** @description Goods that cross-border payment does not cover, judging by its name; the page has no text for it. A conclusion; no page says it. */
            unsupportedCrossBorderPayOfferList: Int64[];
        };
        /** @description One kind of previewed goods. The names are those of the 1688 open platform (`alibaba.createOrder.preview`), which has more. If a member has no type here, its type is not known. Not shown by PandaPon; from the 1688 open platform. */
        AlibabaOrderPreviewCargo: {
            /** @description An amount, judging by its name. Neither type nor unit is known. Not shown by PandaPon; from the 1688 open platform. */
            amount?: unknown;
            /** @description A text on the goods, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            message?: unknown;
            /** @description Price of one piece, judging by its name. Neither type nor unit is known. Not shown by PandaPon; from the 1688 open platform. */
            finalUnitPrice?: unknown;
            /**
             * @description The variant of the product, as in the request. Not shown by PandaPon; from the 1688 open platform.
             * @example "cd2b8c31408766f9fb089e74e2a6ac15"
             */
            specId?: string | null;
            /**
             * @description The variant of the product by its number. Whether it travels as text or as a number is not known. Not shown by PandaPon; from the 1688 open platform.
             * @example "5026543873001"
             */
            skuId?: Int64 | null;
            /** @description Code of the result, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            resultCode?: unknown;
            /**
             * @description The product. Whether it travels as text or as a number is not known. Not shown by PandaPon; from the 1688 open platform.
             * @example 706627393257
             */
            offerId?: Int64 | null;
            /** @description The product by another id, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            openOfferId?: unknown;
            /** @description Promotions of the goods, judging by its name. Not shown by PandaPon; from the 1688 open platform. */
            cargoPromotionList?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description One previewed order. It has 14 fields. The page's generated example shows three of them; a fourth begins with `taoSample` and is cut off. The other names are the rest of the 14 that the 1688 open platform (`alibaba.createOrder.preview`) documents first. PandaPon does not show these. Known from an example; no table lists it. */
        AlibabaOrderPreviewItem: {
            /**
             * @description Judging by its name, a discount. Neither type nor unit is known; the example holds null. Upstream it is in fen. Whether it is required is not known. Known from an example; no table lists it.
             * @example null
             */
            discountFee?: unknown;
            /** @description Judging by its name, names of trade modes. The page does not say what they are for. Upstream, they are the values of `tradeType`. Whether it is required is not known. Known from an example; no table lists it. */
            tradeModeNameList?: string[];
            /**
             * @description Judging by its name, a state. The page does not say what true and false mean. Whether it is required is not known. Known from an example; no table lists it.
             * @example true
             */
            status?: boolean;
            /** @description Judging by its name, a promotion for samples. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            taoSampleSinglePromotion?: unknown;
            /** @description What is to be paid in all, in fen. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            sumPayment?: unknown;
            /** @description A text on the preview, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            message?: unknown;
            /** @description Freight in all, in fen. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            sumCarriage?: unknown;
            /** @description Code of the result, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            resultCode?: unknown;
            /** @description What is to be paid without freight, in fen. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            sumPaymentNoCarriage?: unknown;
            /** @description A further fee, in fen. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            additionalFee?: unknown;
            /** @description The kind of order, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            flowFlag?: unknown;
            /** @description The previewed goods. Not shown by PandaPon; from the 1688 open platform. */
            cargoList?: components["schemas"]["AlibabaOrderPreviewCargo"][] | null;
            /** @description Promotions of the shop, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            shopPromotionList?: unknown;
            /** @description Ways of trading, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            tradeModelList?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description One line of goods of a 1688 order. The page of the price message counts 35 members and shows none. The members here are taken from the example of an order on a v2 page, which is cut inside its first line. Not shown for this version; from a page of the v2 API. */
        AlibabaOrderProductItem: {
            /** @description Article number, judging by its name. Only null has been seen. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            cargoNumber?: unknown;
            /** @description Text about the line, judging by its name. Only null has been seen. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            description?: unknown;
            /**
             * @description Judging by its name, what the line costs. The unit is not stated; the example holds 19, the same as `price`, for one piece. Upstream it is in yuan. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example 19
             */
            itemAmount?: number;
            /**
             * @description Judging by its name, the price of one piece. The unit is not stated. Upstream it is in yuan. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example 19
             */
            price?: number;
            /**
             * @description Title of the goods, in Chinese. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "示例商品"
             */
            name?: string;
            /**
             * @description The product; the name has a capital ID on the wire. It is a plain number, even if the order named the product by an opaque text. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example 743470146022
             */
            productID?: Int64;
            /** @description Pictures of the goods, judging by its name. A list, although its name is in the singular. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            productImgUrl?: string[];
            /**
             * @description Amount refunded, judging by its name. Upstream it is in yuan, a decimal number. Not shown by PandaPon; from the 1688 open platform.
             * @example 0
             */
            refund?: number | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A cancellation. */
        AlibabaOrdersCancelRequest: {
            /**
             * @description The marketplace; spelled like this on the wire. This page lists no values. The v2 page of the operation sends `1688`, and so does the page of the order detail; `alibaba` is from upstream.
             * @example "1688"
             */
            webSite: "1688" | "alibaba" | (string & {});
            /**
             * @description The 1688 order.
             * @example 2542285634920880794n
             */
            orderId: Int64Input;
            /**
             * @description Why the order is cancelled. No values are listed; the v2 page of the operation sends free text. Upstream takes `buyerCancel`, `sellerGoodsLack` or `other` instead.
             * @example "不想要了"
             */
            cancelReason: string;
            /**
             * @description A note in addition to the reason. Whether it is required is not known.
             * @example "Ordered twice by mistake"
             */
            remark?: string | null | undefined;
        };
        /** @description Envelope with the outcome. */
        AlibabaOrdersCancelResponse: components["schemas"]["Envelope"] & {
            /**
             * @description Presumably whether the order was cancelled; the page does not describe it. The table says boolean or null, and the v2 page answers true. The example on the page holds an empty object, but all its values are generated placeholders. Only `false` counts as a failure. Whether it is required is not known.
             * @example true
             */
            data?: boolean | Record<string, unknown> | null;
        };
        /** @description The order and the sub-orders that were received. */
        AlibabaOrdersConfirmReceiptRequest: {
            /**
             * @description The 1688 order. Whether it is required is not known.
             * @example 2542285634920880794n
             */
            orderId?: Int64Input | undefined;
            /** @description The sub-orders that were received. Whether it is required is not known. */
            orderEntryIds?: Int64Input[] | undefined;
        };
        /** @description Envelope with the outcome. */
        AlibabaOrdersConfirmReceiptResponse: components["schemas"]["Envelope"] & {
            /** @description Whether receipt was confirmed. Whether it is required is not known. */
            data?: {
                /**
                 * @description Whether it succeeded, in addition to the envelope's `code`. Whether it is required is not known.
                 * @example true
                 */
                success?: boolean;
                /**
                 * @description The failure in words; empty on success. Whether it is required is not known.
                 * @example ""
                 */
                errorInfo?: string;
                /**
                 * @description Code of the failure; empty on success. No code is documented. Whether it is required is not known.
                 * @example ""
                 */
                errorCode?: string;
            };
        };
        /** @description An order for goods of several sellers, all to one address. */
        AlibabaOrdersCreateBatchRequest: {
            /**
             * @description The kind of order. Its values are not listed. Only `general` has been seen, on the v2 page of this operation; the other values are from upstream. Optional here; required on that page, in `alibaba.orders.create` and in `alibaba.cart.createOrder`.
             * @example "general"
             */
            flow?: ("general" | "fenxiao" | "paired" | "repurchase" | "saleproxy" | "boutiquefenxiao" | "boutiquepifa" | (string & {})) | null | undefined;
            /**
             * @description A note for the orders. Whether it is required is not known.
             * @example "Please pack well"
             */
            message?: string | null | undefined;
            /**
             * @description A promotion of the shop. No page says where the id comes from.
             * @example "10001"
             */
            shopPromotionId?: string | null | undefined;
            /**
             * @description The way of trading. No page lists its values, and no value has been seen. Upstream, it is one of the `tradeModeNameList` of the preview.
             * @example null
             */
            tradeType?: string | null | undefined;
            /** @description Where the orders go. None of its required marks are visible. Whether it is required is not known. */
            addressParam?: (components["schemas"]["AlibabaOrderAddress"] & {
                /**
                 * @description Chinese name of the town or subdistrict. Whether it is required is not known.
                 * @example "示例镇"
                 */
                townText?: string | undefined;
            }) | undefined;
            /** @description The goods. The page says that they must not be empty. Whether it is required is not known. */
            cargoParamList?: components["schemas"]["AlibabaStoreOrderLine"][] | undefined;
        };
        /** @description Envelope with the new orders. */
        AlibabaOrdersCreateBatchResponse: components["schemas"]["Envelope"] & {
            /** @description The new orders. No v1 page shows the answer. The v2 page answers with an array of orders; a single object is accepted too, because v1 may differ. No page says whether each seller gets a separate order. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            data?: components["schemas"]["AlibabaOrder"][] | {
                [key: string]: unknown;
            };
        };
        /** @description The goods, the address and how to order. */
        AlibabaOrdersCreateRequest: {
            /**
             * @description The kind of order. Its values are not listed. Only `general` has been seen, on a page of the v2 API; the other values are from upstream. Required here, optional in the batch.
             * @example "general"
             */
            flow: "general" | "fenxiao" | "paired" | "repurchase" | "saleproxy" | "boutiquefenxiao" | "boutiquepifa" | (string & {});
            /**
             * @description A note for the order.
             * @example "Please pack well"
             */
            message?: string | null | undefined;
            /**
             * @description A promotion of the shop. No page says where the id comes from.
             * @example "10001"
             */
            shopPromotionId?: string | null | undefined;
            /**
             * @description The way of trading. No page lists its values, and no value has been seen. Upstream, it is one of the `tradeModeNameList` of the preview.
             * @example null
             */
            tradeType?: string | null | undefined;
            /** @description Where the order goes. All fields are required except the postal code and the district; their marks are not visible. */
            addressParam: {
                /**
                 * @description The consignee.
                 * @example "Test Buyer"
                 */
                fullName: string;
                /**
                 * @description The consignee's mobile phone.
                 * @example "10000000001"
                 */
                mobile: string;
                /**
                 * @description The consignee's phone, in addition to the mobile phone. One page's example leaves it out.
                 * @example "10000000001"
                 */
                phone: string;
                /**
                 * @description Postal code. Whether it is required is not known.
                 * @example "000000"
                 */
                postCode?: string | undefined;
                /**
                 * @description Chinese name of the city.
                 * @example "杭州市"
                 */
                cityText: string;
                /**
                 * @description Chinese name of the province.
                 * @example "浙江省"
                 */
                provinceText: string;
                /**
                 * @description Chinese name of the district. Whether it is required is not known.
                 * @example "余杭区"
                 */
                areaText?: string | undefined;
                /**
                 * @description Street and house number.
                 * @example "示例路1号"
                 */
                address: string;
            } & {
                /**
                 * @description Chinese name of the town or subdistrict.
                 * @example "示例镇"
                 */
                townText: string;
            };
            /** @description The goods. The page says that they must not be empty. Unlike in the batch, a line has no `sellerOpenId` here. */
            cargoParamList: {
                /**
                 * @description The product.
                 * @example 706627393257n
                 */
                offerId: Int64Input;
                /**
                 * @description The variant of the product, 32 hexadecimal digits.
                 * @example "cd2b8c31408766f9fb089e74e2a6ac15"
                 */
                specId: string;
                /**
                 * @description How many to order. The page declares a number here, an integer in the cart.
                 * @example 2
                 */
                quantity: number;
            }[];
        };
        /** @description Envelope with an answer that is not visible. */
        AlibabaOrdersCreateResponse: components["schemas"]["Envelope"] & {
            /** @description The new order. No page shows it, so everything in it may be different. Whether it is required is not known. */
            data?: components["schemas"]["AlibabaCreatedOrder"] | null;
        };
        /** @description Envelope with the way to pay. */
        AlibabaOrdersGetPayUrlResponse: components["schemas"]["Envelope"] & {
            /** @description The way to pay. The page's generated example is an empty object. Whether it is required is not known. */
            data?: {
                /**
                 * @description The 1688 order, as text. Whether it is required is not known.
                 * @example "2019601741959504495"
                 */
                orderId?: Int64 | null;
                /**
                 * @description Judging by its name, whether the order was paid under an agreement, so that nobody needs to open `payUrl`. A conclusion; no page says it.
                 * @example false
                 */
                protocolPaySuccess?: boolean | null;
                /**
                 * @description Address at which the order can be paid.
                 * @example "https://pay.example.com/cashier/2019601741959504495"
                 */
                payUrl?: string | null;
                /** @description Orders that cannot be paid. Numbers here, while `orderId` is text. */
                cantPayOrderList?: Int64[] | null;
            };
        };
        /** @description Which order. */
        AlibabaOrdersGetRequest: {
            /**
             * @description The marketplace; spelled like this on the wire. `1688` in the example; `alibaba` is from upstream.
             * @example "1688"
             */
            webSite: "1688" | "alibaba" | (string & {});
            /**
             * @description The 1688 order, as text; other operations take it as a number. Whether it is required is not known.
             * @example "2019601741959504495"
             */
            orderId?: Int64Input | undefined;
        };
        /** @description Envelope with the order. */
        AlibabaOrdersGetResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId?: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values. Whether it is required is not known.
             * @example 200
             */
            code?: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer.
             * @example "1014533973088404335"
             */
            developId?: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`.
             * @example "成功"
             */
            msg?: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /** @description The order. Its first key begins with `gua` and is cut off there. */
            data?: components["schemas"]["AlibabaOrderDetail"];
        };
        /** @description The orders to pay for. */
        AlibabaOrdersPayBatchRequest: {
            /** @description The 1688 orders. The ids are text here; other operations take them as numbers. */
            orderIds: Int64Input[];
        };
        /** @description Envelope with an answer that is not visible. */
        AlibabaOrdersPayBatchResponse: components["schemas"]["Envelope"] & {
            /** @description How the payment went. No page shows it. Whether it is required is not known. */
            data?: unknown;
        };
        /** @description Goods of several sellers, and one address. */
        AlibabaOrdersPreviewBatchRequest: {
            /** @description Where the orders would go. `phone` is marked required, although the example of the same page leaves it out. `townText` is marked optional. The marks of postal code and district are not visible. */
            addressParam: {
                /**
                 * @description The consignee.
                 * @example "Test Buyer"
                 */
                fullName: string;
                /**
                 * @description The consignee's mobile phone.
                 * @example "10000000001"
                 */
                mobile: string;
                /**
                 * @description The consignee's phone, in addition to the mobile phone. One page's example leaves it out.
                 * @example "10000000001"
                 */
                phone: string;
                /**
                 * @description Postal code. Whether it is required is not known.
                 * @example "000000"
                 */
                postCode?: string | undefined;
                /**
                 * @description Chinese name of the city.
                 * @example "杭州市"
                 */
                cityText: string;
                /**
                 * @description Chinese name of the province.
                 * @example "浙江省"
                 */
                provinceText: string;
                /**
                 * @description Chinese name of the district. Whether it is required is not known.
                 * @example "余杭区"
                 */
                areaText?: string | undefined;
                /**
                 * @description Street and house number.
                 * @example "示例路1号"
                 */
                address: string;
            } & {
                /**
                 * @description Chinese name of the town or subdistrict. The English page prints no "or null".
                 * @example "示例镇"
                 */
                townText?: string | null | undefined;
            };
            /** @description The goods. The page says that they must not be empty. */
            cargoParamList: {
                /**
                 * @description The product.
                 * @example 706627393257n
                 */
                offerId: Int64Input;
                /**
                 * @description The variant of the product, 32 hexadecimal digits.
                 * @example "cd2b8c31408766f9fb089e74e2a6ac15"
                 */
                specId: string;
                /**
                 * @description How many to order. The page declares a number here, an integer in the cart.
                 * @example 2
                 */
                quantity: number;
                /**
                 * @description The shop that sells the goods. Opaque and case-sensitive.
                 * @example "BBBwAN4GQ60zRPzBkv7BYPJRQ"
                 */
                sellerOpenId: string;
            }[];
        };
        /** @description Envelope with an answer that is not visible. */
        AlibabaOrdersPreviewBatchResponse: components["schemas"]["Envelope"] & {
            /** @description The preview. No page shows it, and it is not known whether it has the shape of the single preview. Whether it is required is not known. */
            data?: unknown;
        };
        /** @description Goods and an address, as in an order, but without `flow`. */
        AlibabaOrdersPreviewRequest: {
            /** @description Where the order would go. None of its required marks are visible. Whether it is required is not known. */
            addressParam?: (components["schemas"]["AlibabaOrderAddress"] & {
                /**
                 * @description Chinese name of the town or subdistrict. Whether it is required is not known.
                 * @example "示例镇"
                 */
                townText?: string | undefined;
            }) | undefined;
            /** @description The goods. The page says that they must not be empty. Unlike in the batch, a line has no `sellerOpenId` here. Whether it is required is not known. */
            cargoParamList?: components["schemas"]["AlibabaOrderLine"][] | undefined;
        };
        /** @description Envelope with the preview. */
        AlibabaOrdersPreviewResponse: components["schemas"]["Envelope"] & {
            data: components["schemas"]["AlibabaOrderPreview"];
        };
        /** @description The numbers of one page of a search, without its goods. Only pages of the v2 API show them. Not shown for this version; from a page of the v2 API. */
        AlibabaPage: {
            /**
             * @description How many goods the search found in all. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example 2000
             */
            totalRecords?: number;
            /**
             * @description How many pages there are. It can be one too many: an example counts 401 pages for 2000 goods at 5 per page. Be ready for a last page without goods. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example 401
             */
            totalPage?: number;
            /**
             * @description How many goods one page holds, as the request asked. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example 5
             */
            pageSize?: number;
            /**
             * @description The number of this page. The first page is 1 in the examples. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example 1
             */
            currentPage?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description A 1688 product, as far as the page's example shows it; the example ends inside `description`. Labels without field names mention videos, pictures, properties, SKUs, shipping, minimum quantity and the seller as well. The fields after `description` are those of the 1688 open platform (`product.search.queryProductDetail`), whose order is that of the labels, and those that a client of this path reads. PandaPon does not show these. Known from an example; no table lists it. */
        AlibabaProduct: {
            /**
             * @description The product. Whether it is required is not known. Known from an example; no table lists it.
             * @example 706627393257
             */
            offerId?: Int64;
            /**
             * @description The product's category. A number here and in the searches by picture and in one shop, text in the search by keyword. Whether it is required is not known. Known from an example; no table lists it.
             * @example 1033054
             */
            categoryId?: Int64;
            /**
             * @description Name of the category. Null in the only example, so its type is not known. Whether it is required is not known. Known from an example; no table lists it.
             * @example null
             */
            categoryName?: unknown;
            /**
             * @description Title in Chinese. Whether it is required is not known. Known from an example; no table lists it.
             * @example "夏季纯棉短袖T恤"
             */
            subject?: string;
            /**
             * @description Title in a foreign language; English in the example. Whether it is required is not known. Known from an example; no table lists it.
             * @example "Cotton short-sleeved T-shirt for summer"
             */
            subjectTrans?: string;
            /**
             * @description The product page as HTML, with `img`, `map` and `area` elements and line breaks. Whether it is required is not known. Known from an example; no table lists it.
             * @example "<p><img src=\"https://img.example.com/detail-1.jpg\"></p>"
             */
            description?: string;
            /**
             * @description Address of the main video. Not shown by PandaPon; from the 1688 open platform.
             * @example "https://img.example.com/video-1.mp4"
             */
            mainVideo?: string | null;
            /** @description The video in the details. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            detailVideo?: unknown;
            /** @description Pictures of the product. Not shown by PandaPon; from the 1688 open platform. */
            productImage?: ({
                /** @description Addresses of the pictures. Not shown by PandaPon; from the 1688 open platform. */
                images?: string[] | null;
                /** @description A picture on a white background, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
                whiteImage?: unknown;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description Attributes of the product. Not shown by PandaPon; from the 1688 open platform. */
            productAttribute?: ({
                /** @description Name of the attribute. Not shown by PandaPon; read by a client of this API. */
                attributeName?: unknown;
                /** @description Name in a foreign language. Not shown by PandaPon; read by a client of this API. */
                attributeNameTrans?: unknown;
                /** @description Value of the attribute. Not shown by PandaPon; read by a client of this API. */
                value?: unknown;
                /** @description Value in a foreign language. Not shown by PandaPon; read by a client of this API. */
                valueTrans?: unknown;
            } & {
                [key: string]: unknown;
            })[] | null;
            /** @description The variants of the product. Not shown by PandaPon; from the 1688 open platform. */
            productSkuInfos?: components["schemas"]["AlibabaProductSku"][] | null;
            /** @description Prices and stock of the product. Not shown by PandaPon; from the 1688 open platform. */
            productSaleInfo?: components["schemas"]["AlibabaProductSaleInfo"];
            /** @description Shipping data. A client reads the members and labels the weight in kg and the lengths in cm. Not shown by PandaPon; from the 1688 open platform. */
            productShippingInfo?: ({
                /** @description Where the goods are sent from, in words. Not shown by PandaPon; read by a client of this API. */
                sendGoodsAddressText?: unknown;
                /** @description Weight; the label of the client says kg. Not shown by PandaPon; read by a client of this API. */
                weight?: unknown;
                /** @description Length; the label of the client says cm. Not shown by PandaPon; read by a client of this API. */
                length?: unknown;
                /** @description Width; the label of the client says cm. Not shown by PandaPon; read by a client of this API. */
                width?: unknown;
                /** @description Height; the label of the client says cm. Not shown by PandaPon; read by a client of this API. */
                height?: unknown;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description Whether the product is one of a selection, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            isJxhy?: unknown;
            /**
             * @description The shop that sells the product. Opaque and case-sensitive. Not shown by PandaPon; from the 1688 open platform.
             * @example "BBBwAN4GQ60zRPzBkv7BYPJRQ"
             */
            sellerOpenId?: string | null;
            /** @description Pieces to order at least. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            minOrderQuantity?: unknown;
            /** @description Pieces in one lot. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            batchNumber?: unknown;
            /**
             * @description State of the product. Upstream lists `published`, `member expired`, `auto expired`, `expired`, `member deleted`, `modified`, `new`, `deleted`, `TBD`, `approved`, `auditing` and `untread`. The page of PandaPon has a label here that lists the states of a trade (`waitbuyerpay` and others); these belong to an order. Not shown by PandaPon; from the 1688 open platform.
             * @example "published"
             */
            status?: string | null;
            /** @description Marks of the service for the product. Not shown by PandaPon; from the 1688 open platform. */
            tagInfoList?: ({
                /** @description Name of the mark. Not shown by PandaPon; from the 1688 open platform. */
                key?: unknown;
                /** @description Value of the mark. Not shown by PandaPon; from the 1688 open platform. */
                value?: unknown;
            } & {
                [key: string]: unknown;
            })[] | null;
            /** @description A mark for reports to 1688. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            traceInfo?: unknown;
            /** @description Data of the seller. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            sellerDataInfo?: unknown;
            /**
             * @description Nickname of the seller, judging by its name. A client reads it. Not shown by PandaPon; read by a client of this API.
             * @example "示例店铺"
             */
            sellerNickName?: string | null;
            /**
             * @description Address of the shop. It is in code of a client that is switched off, so it is the weakest fact here. Not shown by PandaPon; read by a client of this API.
             * @example "https://shop.example.com"
             */
            sellerShopUrl?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description How a 1688 product is sold. The names are those of the 1688 open platform (`product.search.queryProductDetail`), which has more. Not shown by PandaPon; from the 1688 open platform. */
        AlibabaProductSaleInfo: {
            /**
             * @description Pieces in stock, judging by its name. A client reads it as a number. Not shown by PandaPon; from the 1688 open platform.
             * @example 3200
             */
            amountOnSale?: number | null;
            /** @description Prices by quantity. Not shown by PandaPon; from the 1688 open platform. */
            priceRangeList?: ({
                /** @description Quantity that the price begins with. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
                startQuantity?: unknown;
                /**
                 * @description Price of one piece, a decimal number as text. The unit is not known. Not shown by PandaPon; from the 1688 open platform.
                 * @example "12.50"
                 */
                price?: string | null;
            } & {
                [key: string]: unknown;
            })[] | null;
            /**
             * @description How prices are given: 0 without variants, by quantity; 1 by variant; 2 with variants, by quantity. Not shown by PandaPon; from the 1688 open platform.
             * @example 2
             */
            quoteType?: number | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One variant of a 1688 product. The names are those of the 1688 open platform (`product.search.queryProductDetail`), which has more. Not shown by PandaPon; from the 1688 open platform. */
        AlibabaProductSku: {
            /** @description Pieces in stock, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            amountOnSale?: unknown;
            /**
             * @description Price of one piece, a decimal number as text. The unit is not known. Not shown by PandaPon; from the 1688 open platform.
             * @example "12.50"
             */
            price?: string | null;
            /**
             * @description The variant by its number. Whether it travels as a number or as text is not known. Not shown by PandaPon; from the 1688 open platform.
             * @example 5026543873001
             */
            skuId?: Int64 | null;
            /**
             * @description The variant, as an order names it. Not shown by PandaPon; from the 1688 open platform.
             * @example "cd2b8c31408766f9fb089e74e2a6ac15"
             */
            specId?: string | null;
            /** @description What makes the variant different from others. Not shown by PandaPon; from the 1688 open platform. */
            skuAttributes?: unknown[] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Which product to read. Known from an example; no table lists it. */
        AlibabaProductsGetRequest: {
            /**
             * @description The product. Whether it is required is not known. Known from an example; no table lists it.
             * @example 706627393257n
             */
            offerId?: Int64Input | undefined;
            /**
             * @description Presumably the language of the answer. The page says to send `en` for now; one client has been seen sending `vi`. Whether it is required is not known. A conclusion; no page says it.
             * @example "en"
             */
            country?: "en" | (string & {}) | undefined;
            /**
             * @description External id of the user. No page says to which system it belongs. Whether it is required is not known. Known from an example; no table lists it.
             * @example "21000070000"
             */
            outMemberId?: string | undefined;
        };
        /** @description Envelope with the product. */
        AlibabaProductsGetResponse: components["schemas"]["Envelope"] & {
            /** @description The product, partly known. Whether it is required is not known. */
            data?: components["schemas"]["AlibabaProduct"];
        };
        /** @description A search by picture. */
        AlibabaProductsSearchByImageRequest: {
            /**
             * @description The picture as base64 text, without a `data:` prefix; a JPEG in the example. It is required, but null is allowed. The examples send it together with `imageAddress`. No page says which of the two counts.
             * @example "/9j/4AAQSkZJRgABAQAAAQABAAD/2Q=="
             */
            imageBase64: string | null;
            /**
             * @description Number of the page, 1 in the examples. Whether it is required is not known.
             * @example 1
             */
            beginPage?: number | null | undefined;
            /**
             * @description Goods per page. No limit is stated. Whether it is required is not known.
             * @example 20
             */
            pageSize?: number | null | undefined;
            /**
             * @description Presumably the language of the answer. The page says to send `en` for now. Whether it is required is not known. A conclusion; no page says it.
             * @example "en"
             */
            country?: ("en" | (string & {})) | null | undefined;
            /**
             * @description Which part of the picture is the main subject. Its form is not stated; the page's example sends an empty text. Whether it is required is not known.
             * @example ""
             */
            region?: string | null | undefined;
            /**
             * @description Filters, separated by commas. Only `shipInToday` and `ksCiphertext` have been seen; no page says what they do.
             * @example "shipInToday,ksCiphertext"
             */
            filter?: string | null | undefined;
            /**
             * @description The order of the goods, as JSON text. Give the value; it is sent as text.
             * @example { price: "asc" }
             */
            sort?: components["schemas"]["AlibabaSearchSort"] | null | undefined;
            /**
             * @description Lowest wholesale price, a decimal number as text. Neither unit nor currency is stated. Whether it is required is not known.
             * @example "239.99"
             */
            priceStart?: string | null | undefined;
            /**
             * @description Highest wholesale price, a decimal number as text. Neither unit nor currency is stated. Whether it is required is not known.
             * @example "882.05"
             */
            priceEnd?: string | null | undefined;
            /**
             * @description Category to search in. A number here and in the search in one shop, text in the search by keyword. Whether it is required is not known.
             * @example 72n
             */
            categoryId?: Int64Input | null | undefined;
            /**
             * @description Address of the picture. The page marks it optional. No page says whether it can replace `imageBase64`, which is required.
             * @example "https://img.example.com/dress-1.jpg"
             */
            imageAddress?: string | null | undefined;
            /**
             * @description External id of the user. No page says to which system it belongs. Whether it is required is not known.
             * @example "21000070000"
             */
            outMemberId?: string | null | undefined;
        };
        /** @description Envelope with one page of goods. */
        AlibabaProductsSearchByImageResponse: components["schemas"]["Envelope"] & {
            /** @description One page of goods, as the v2 page shows it. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            data?: components["schemas"]["AlibabaPage"] & {
                /** @description The goods; a `data` inside `data`. The v2 page shows none of their fields, but names the same type as in the search by keyword. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
                data?: components["schemas"]["AlibabaSearchItem"][];
            };
        };
        /** @description A search in one shop. */
        AlibabaProductsSearchInStoreRequest: {
            /**
             * @description The words to search for. Whether it is required is not known.
             * @example "背心"
             */
            keyword?: string | undefined;
            /**
             * @description Number of the page, 1 in the examples. Whether it is required is not known.
             * @example 1
             */
            beginPage?: number | undefined;
            /**
             * @description Goods per page. No limit is stated. Whether it is required is not known.
             * @example 20
             */
            pageSize?: number | undefined;
            /**
             * @description Filters, separated by commas. The page refers to a FAQ page for their list, and that page is not visible. Only `shipInToday` and `ksCiphertext` have been seen.
             * @example "shipInToday,ksCiphertext"
             */
            filter?: string | undefined;
            /**
             * @description The order of the goods, as JSON text. Give the value; it is sent as text.
             * @example { price: "desc" }
             */
            sort?: components["schemas"]["AlibabaSearchSort"] | undefined;
            /**
             * @description External id of the user. No page says to which system it belongs. The page's example sends an empty text.
             * @example ""
             */
            outMemberId?: string | undefined;
            /**
             * @description Lowest wholesale price, a decimal number as text. Neither unit nor currency is stated. Whether it is required is not known.
             * @example "10"
             */
            priceStart?: string | undefined;
            /**
             * @description Highest wholesale price, a decimal number as text. Neither unit nor currency is stated. Whether it is required is not known.
             * @example "200"
             */
            priceEnd?: string | undefined;
            /**
             * @description Category to search in. A number here and in the search by picture, text in the search by keyword. Whether it is required is not known.
             * @example 6n
             */
            categoryId?: Int64Input | undefined;
            /**
             * @description Presumably the language of the answer; the v2 page labels it as a language. This page says that `en` is used if it is missing. Whether it is required is not known. A conclusion; no page says it.
             * @example "en"
             */
            country?: "en" | (string & {}) | undefined;
            /**
             * @description The shop to search in. Opaque and case-sensitive. Whether it is required is not known.
             * @example "BBBwAN4GQ60zRPzBkv7BYPJRQ"
             */
            sellerOpenId?: string | undefined;
        };
        /** @description Envelope with one page of goods. */
        AlibabaProductsSearchInStoreResponse: components["schemas"]["Envelope"] & {
            /** @description One page of goods, as the v2 page shows it. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            data?: components["schemas"]["AlibabaPage"] & {
                /** @description The goods; a `data` inside `data`. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
                data?: components["schemas"]["AlibabaStoreItem"][];
            };
        };
        /** @description A search by keyword. */
        AlibabaProductsSearchRequest: {
            /**
             * @description The words to search for. Whether it is required is not known.
             * @example "男鞋"
             */
            keyword?: string | undefined;
            /**
             * @description Number of the page, 1 in the examples. One client has been seen starting with 0. Whether it is required is not known.
             * @example 1
             */
            beginPage?: number | undefined;
            /**
             * @description Goods per page. No limit is stated. Whether it is required is not known.
             * @example 20
             */
            pageSize?: number | undefined;
            /**
             * @description Presumably the language of the answer. The page says to send `en` for now; one client has been seen sending `vi`. Whether it is required is not known. A conclusion; no page says it.
             * @example "en"
             */
            country?: "en" | (string & {}) | undefined;
            /**
             * @description Filters, separated by commas. Only `shipInToday` and `ksCiphertext` have been seen; no page says what they do.
             * @example "shipInToday,ksCiphertext"
             */
            filter?: string | null | undefined;
            /**
             * @description The order of the goods, as JSON text. Give the value; it is sent as text.
             * @example { price: "desc" }
             */
            sort?: components["schemas"]["AlibabaSearchSort"] | null | undefined;
            /**
             * @description External id of the user. No page says to which system it belongs. The page's example sends an empty text. Whether it is required is not known.
             * @example ""
             */
            outMemberId?: string | null | undefined;
            /**
             * @description Lowest wholesale price, a decimal number as text. Neither unit nor currency is stated. Whether it is required is not known.
             * @example "633.69"
             */
            priceStart?: string | null | undefined;
            /**
             * @description Highest wholesale price, a decimal number as text. Neither unit nor currency is stated. Whether it is required is not known.
             * @example "647.60"
             */
            priceEnd?: string | null | undefined;
            /**
             * @description Category to search in. Text here, a number in the searches by picture and in one shop. The page's example holds an empty text. No page says what that does. Whether it is required is not known.
             * @example "1033054"
             * @example ""
             */
            categoryId?: Int64Input | null | undefined;
        };
        /** @description Envelope with one page of goods. */
        AlibabaProductsSearchResponse: components["schemas"]["Envelope"] & {
            /** @description One page of goods, as the v2 page shows it. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            data?: components["schemas"]["AlibabaPage"] & {
                /** @description The goods; a `data` inside `data`. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
                data?: components["schemas"]["AlibabaSearchItem"][];
            };
        };
        /** @description An after-sales case of a 1688 order; the Chinese page calls the shape `AlibabaRefundInfo`. The pages are cut after `buyerUserId`, so the shape has more fields. The fields from `id` to `remark` have no text on the pages; their descriptions here follow their names. No unit is stated for the amounts. The fields after `buyerUserId` are those with which the 1688 open platform (`alibaba.trade.refund.OpQueryOrderRefund`) goes on. PandaPon does not show these. If one has no type here, its type is not known, and its description follows its name. */
        AlibabaRefund: {
            /**
             * @description Number of the record. No page says how it relates to the id that names the case in calls, which begins with `TQ`.
             * @example 48213790516
             */
            id?: Int64 | null;
            /**
             * @description Who made the record.
             * @example "Test Buyer"
             */
            createBy?: string | null;
            /**
             * @description Id of the person who made the record.
             * @example 100417
             */
            createById?: Int64 | null;
            /**
             * @description When the record was made. Its form, time zone and unit are not visible; the form of the example is invented.
             * @example "2024-05-14 14:59:37"
             */
            createTime?: string | null;
            /**
             * @description Who last changed the record.
             * @example "Test Buyer"
             */
            updateBy?: string | null;
            /**
             * @description Id of the person who last changed the record.
             * @example 100418
             */
            updateById?: Int64 | null;
            /**
             * @description When the record was last changed. Its form, time zone and unit are not visible; the form of the example is invented.
             * @example "2024-05-14 15:10:02"
             */
            updateTime?: string | null;
            /**
             * @description A note on the record.
             * @example "Called the seller"
             */
            remark?: string | null;
            /**
             * @description Alipay's number of the transaction. Its form is not visible; the example is invented. Whether it is required is not known.
             * @example "example-alipay-payment"
             */
            alipayPaymentId?: string | null;
            /**
             * @description Freight that the buyer asks to get back. The unit is not stated here; on the page for applying, the field of this name is in fen. Upstream it is in fen.
             * @example 0
             */
            applyCarriage?: number | null;
            /**
             * @description An amount that the page does not explain; judging by its name, the amount that the buyer expects. The unit is not stated.
             * @example 1990
             */
            applyExpect?: number | null;
            /**
             * @description Amount that the buyer asks to get back. The unit is not stated here; on the page for applying, the field of this name is in fen. Upstream it is in fen.
             * @example 1990
             */
            applyPayment?: number | null;
            /**
             * @description The reason that the buyer gave, in words. Whether it is required is not known.
             * @example "Wrong colour delivered"
             */
            applyReason?: string | null;
            /**
             * @description Id of the reason. The example is invented. Whether it is required is not known.
             * @example 20006
             */
            applyReasonId?: Int64 | null;
            /**
             * @description The reason one level below, in words. Whether it is required is not known.
             * @example "Blue instead of red"
             */
            applySubReason?: string | null;
            /**
             * @description Id of the reason one level below. The example is invented. Whether it is required is not known.
             * @example 20007
             */
            applySubReasonId?: Int64 | null;
            /**
             * @description The buyer's account at Alipay. Its form is not visible; the example is invented. Whether it is required is not known.
             * @example "example-alipay-account"
             */
            buyerAlipayId?: string | null;
            /**
             * @description The carrier that brings the goods back to the seller. Whether it is required is not known.
             * @example "圆通速递"
             */
            buyerLogisticsName?: string | null;
            /**
             * @description The buyer's member id. The page does not say on which site. The example is invented. Whether it is required is not known.
             * @example "10000000000001"
             */
            buyerMemberId?: string | null;
            /**
             * @description Judging by its name, whether the buyer has sent the goods back; the page does not explain it.
             * @example false
             */
            buyerSendGoods?: boolean | null;
            /**
             * @description The buyer's user id. The page is cut after the word integer. Null is accepted because every visible field of the case allows it. Whether it is required is not known. A conclusion; no page says it.
             * @example 900000000001
             */
            buyerUserId?: Int64 | null;
            /** @description Amount that can be refunded, in fen. Not shown by PandaPon; from the 1688 open platform. */
            canRefundPayment?: unknown;
            /** @description Whether the case was changed by customer service. Not shown by PandaPon; from the 1688 open platform. */
            crmModifyRefund?: unknown;
            /** @description The way in which the money is paid out. Not shown by PandaPon; from the 1688 open platform. */
            disburseChannel?: unknown;
            /**
             * @description What the buyer asks for. A number here; in the application it is text. Not shown by PandaPon; from the 1688 open platform.
             * @example 1
             */
            disputeRequest?: number | null;
            /**
             * @description Kind of the case. Not shown by PandaPon; from the 1688 open platform.
             * @example 1
             */
            disputeType?: number | null;
            /** @description Further data, a map. Not shown by PandaPon; from the 1688 open platform. */
            extInfo?: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Tracking number of the returned parcel, as in `alibaba.refunds.submitReturn`. Not shown by PandaPon; from the 1688 open platform.
             * @example "YT0000000000001"
             */
            freightBill?: string | null;
            /** @description Frozen money. Neither type nor unit is known. Not shown by PandaPon; from the 1688 open platform. */
            frozenFund?: unknown;
            /**
             * @description When the buyer applied. Its form is yyyyMMddHHmmssSSS+0800, with milliseconds and the time zone. Not shown by PandaPon; from the 1688 open platform.
             * @example "20240514145937000+0800"
             */
            gmtApply?: string | null;
            /**
             * @description When the case was completed. Its form is yyyyMMddHHmmssSSS+0800, with milliseconds and the time zone. Not shown by PandaPon; from the 1688 open platform.
             * @example "20240516101500000+0800"
             */
            gmtCompleted?: string | null;
            /**
             * @description When the case was made. Its form is yyyyMMddHHmmssSSS+0800, with milliseconds and the time zone. Not shown by PandaPon; from the 1688 open platform.
             * @example "20240514145937000+0800"
             */
            gmtCreate?: string | null;
            /**
             * @description When the case was frozen. Its form is yyyyMMddHHmmssSSS+0800, with milliseconds and the time zone. Not shown by PandaPon; from the 1688 open platform.
             * @example "20240515090000000+0800"
             */
            gmtFreezed?: string | null;
            /**
             * @description When the case was last changed. Its form is yyyyMMddHHmmssSSS+0800, with milliseconds and the time zone. Not shown by PandaPon; from the 1688 open platform.
             * @example "20240514151002000+0800"
             */
            gmtModified?: string | null;
            /**
             * @description When a deadline of the case ends. Its form is yyyyMMddHHmmssSSS+0800, with milliseconds and the time zone. Not shown by PandaPon; from the 1688 open platform.
             * @example "20240517145937000+0800"
             */
            gmtTimeOut?: string | null;
            /** @description Whether the goods were received. Not shown by PandaPon; from the 1688 open platform. */
            goodsReceived?: unknown;
            /**
             * @description Where the goods are (1 not received, 2 received, 3 returned). The application has other values, as text. Not shown by PandaPon; from the 1688 open platform.
             * @example 1
             */
            goodsStatus?: number | null;
            /** @description Kind of an instant refund. Not shown by PandaPon; from the 1688 open platform. */
            instantRefundType?: unknown;
            /** @description Whether the account has too little money. Not shown by PandaPon; from the 1688 open platform. */
            insufficientAccount?: unknown;
            /** @description Whether the deposit is too small. Not shown by PandaPon; from the 1688 open platform. */
            insufficientBail?: unknown;
            /** @description Whether the case is of a newer kind. Not shown by PandaPon; from the 1688 open platform. */
            newRefundReturn?: unknown;
            /** @description Whether only money is asked for. Not shown by PandaPon; from the 1688 open platform. */
            onlyRefund?: unknown;
            /** @description Pieces per sub-order. Not shown by PandaPon; from the 1688 open platform. */
            orderEntryCountMap?: unknown;
            /** @description The sub-orders. Not shown by PandaPon; from the 1688 open platform. */
            orderEntryIdList?: unknown;
            /**
             * @description The 1688 order. Whether it travels as text or as a number is not known. Not shown by PandaPon; from the 1688 open platform.
             * @example "2542285634920880794"
             */
            orderId?: Int64 | null;
            /** @description A prepaid balance. Neither type nor unit is known. Not shown by PandaPon; from the 1688 open platform. */
            prepaidBalance?: unknown;
            /** @description Name of the product. Not shown by PandaPon; from the 1688 open platform. */
            productName?: unknown;
            /** @description Freight to refund, in fen. Not shown by PandaPon; from the 1688 open platform. */
            refundCarriage?: unknown;
            /** @description Whether goods are returned. Not shown by PandaPon; from the 1688 open platform. */
            refundGoods?: unknown;
            /**
             * @description The after-sales case. Ids of this kind begin with `TQ`. Not shown by PandaPon; from the 1688 open platform.
             * @example "TQ310200485816880794"
             */
            refundId?: string | null;
            /** @description Amount to refund, in fen. Not shown by PandaPon; from the 1688 open platform. */
            refundPayment?: unknown;
            /** @description Why the seller refused. Not shown by PandaPon; from the 1688 open platform. */
            rejectReason?: unknown;
            /** @description Id of the reason for a refusal. Not shown by PandaPon; from the 1688 open platform. */
            rejectReasonId?: unknown;
            /** @description How often the seller refused. Not shown by PandaPon; from the 1688 open platform. */
            rejectTimes?: unknown;
            /** @description The seller's account at Alipay. Not shown by PandaPon; from the 1688 open platform. */
            sellerAlipayId?: unknown;
            /** @description Whether the seller pays out later. Not shown by PandaPon; from the 1688 open platform. */
            sellerDelayDisburse?: unknown;
            /** @description The seller's member id. Not shown by PandaPon; from the 1688 open platform. */
            sellerMemberId?: unknown;
            /** @description The seller's mobile number. Not shown by PandaPon; from the 1688 open platform. */
            sellerMobile?: unknown;
            /** @description The seller's name. Not shown by PandaPon; from the 1688 open platform. */
            sellerRealName?: unknown;
            /** @description Where the seller receives returned goods. Not shown by PandaPon; from the 1688 open platform. */
            sellerReceiveAddress?: unknown;
            /** @description The seller's telephone number. Not shown by PandaPon; from the 1688 open platform. */
            sellerTel?: unknown;
            /** @description The seller's user id. Not shown by PandaPon; from the 1688 open platform. */
            sellerUserId?: unknown;
            /** @description State of the case. Not shown by PandaPon; from the 1688 open platform. */
            status?: unknown;
            /** @description Whether a newer payment in steps is possible. Not shown by PandaPon; from the 1688 open platform. */
            supportNewSteppay?: unknown;
            /** @description State of a task. Not shown by PandaPon; from the 1688 open platform. */
            taskStatus?: unknown;
            /** @description Whether a deadline is frozen. Not shown by PandaPon; from the 1688 open platform. */
            timeOutFreeze?: unknown;
            /** @description What happens at the deadline. Not shown by PandaPon; from the 1688 open platform. */
            timeOutOperateType?: unknown;
            /** @description Way of trading. Not shown by PandaPon; from the 1688 open platform. */
            tradeTypeStr?: unknown;
            /** @description What was done with the case. Not shown by PandaPon; from the 1688 open platform. */
            refundOperationList?: unknown[] | null;
            /** @description The buyer's login name. Not shown by PandaPon; from the 1688 open platform. */
            buyerLoginId?: unknown;
            /** @description The seller's login name. Not shown by PandaPon; from the 1688 open platform. */
            sellerLoginId?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description How many pieces of one sub-order to return. */
        AlibabaRefundEntryCount: {
            /**
             * @description The sub-order.
             * @example 2542285634921880794n
             */
            id?: Int64Input | null | undefined;
            /**
             * @description Presumably pieces to return; the page's text says "bought". A conclusion; no page says it.
             * @example 1
             */
            count?: number | null | undefined;
        };
        /** @description An application for a refund or a return. */
        AlibabaRefundsCreateRequest: {
            /**
             * @description The 1688 order, a number of 19 digits.
             * @example 2542285634920880794n
             */
            orderId: Int64Input;
            /** @description The sub-orders that the case is about. */
            orderEntryIds: Int64Input[];
            /**
             * @description What the buyer asks for: `refund` is money only, `returnRefund` is goods and money. `returnRefund` is possible only after the goods were received.
             * @example "refund"
             */
            disputeRequest: "refund" | "returnRefund" | (string & {});
            /**
             * @description Amount to refund, in fen, without freight. At most what was paid. If the seller has not sent the goods yet, exactly what was paid for them.
             * @example 1990
             */
            applyPayment: number;
            /**
             * @description Freight to refund, in fen.
             * @example 0
             */
            applyCarriage: number;
            /**
             * @description Id of the reason. According to the page, it comes from an API called `getRefundReasonList`, whose path is not visible. The example is invented.
             * @example 20006n
             */
            applyReasonId: Int64Input;
            /**
             * @description The reason in words, 2 to 150 characters.
             * @example "Wrong colour delivered"
             */
            description: string;
            /**
             * @description Where the goods are. During the sale: `refundWaitSellerSend` (waiting for the seller to send), `refundWaitBuyerReceive` (waiting for the buyer to receive), `refundBuyerReceived` (received, not yet confirmed). After the sale: `aftersaleBuyerNotReceived` (not received), `aftersaleBuyerReceived` (received).
             * @example "refundWaitSellerSend"
             */
            goodsStatus: "refundWaitSellerSend" | "refundWaitBuyerReceive" | "refundBuyerReceived" | "aftersaleBuyerNotReceived" | "aftersaleBuyerReceived" | (string & {});
            /** @description Judging by its name, proof for the case. The page prints the text of `applyCarriage` here, so the form of an entry is not known. A conclusion; no page says it. */
            vouchers?: string[] | null | undefined;
            /** @description How many pieces of each sub-order to return. Only for `returnRefund` while the sale is open and the goods are received. If it is left out, everything is returned. */
            orderEntryCountList?: components["schemas"]["AlibabaRefundEntryCount"][] | null | undefined;
        };
        /** @description Envelope with the new case. */
        AlibabaRefundsCreateResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId?: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values.
             * @example 200
             */
            code?: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer.
             * @example "1014533973088404335"
             */
            developId?: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`.
             * @example "成功"
             */
            msg?: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /** @description The case that was opened. */
            data?: {
                /**
                 * @description The new after-sales case. Ids of this kind begin with `TQ`.
                 * @example "TQ310200485816880794"
                 */
                refundId?: string | null;
            };
        };
        /** @description Names the case to read. */
        AlibabaRefundsGetRequest: {
            /**
             * @description The after-sales case. Ids of this kind begin with `TQ`. Only the Chinese page lists it here. Whether it is required is not known.
             * @example "TQ310200485816880794"
             */
            refundId?: string | undefined;
        };
        /** @description Envelope with the case. */
        AlibabaRefundsGetResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId?: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values. Whether it is required is not known.
             * @example 200
             */
            code?: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer.
             * @example "1014533973088404335"
             */
            developId?: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`.
             * @example "成功"
             */
            msg?: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /** @description The case that was asked for. */
            data?: components["schemas"]["AlibabaRefund"];
        };
        /** @description The parcel that carries the goods back, and the case it belongs to. */
        AlibabaRefundsSubmitReturnRequest: {
            /**
             * @description The after-sales case. Ids of this kind begin with `TQ`. Whether it is required is not known.
             * @example "TQ310200485816880794"
             */
            refundId?: string | undefined;
            /**
             * @description The carrier's code. The page does not explain it. It most likely comes from the list of logistics companies, whose path is not visible. Returns of Taobao orders call it `logisticsCompanyCode`. The example is invented. A conclusion; no page says it.
             * @example "YTO"
             */
            logisticsCompanyNo: string;
            /**
             * @description Most likely the tracking number of the parcel; the page does not explain it. Returns of Taobao orders call it `logisticsNo`. The example is invented. A conclusion; no page says it.
             * @example "YT0000000000001"
             */
            freightBill: string;
            /**
             * @description Judging by its name, free text about the parcel; the page does not describe it. A conclusion; no page says it.
             * @example "Sent back in the original box"
             */
            description?: string | null | undefined;
            /** @description Judging by its name, proof of what was sent. The page does not describe it, and the form of an entry is not stated. A conclusion; no page says it. */
            vouchers?: string[] | null | undefined;
        };
        /** @description Envelope with the outcome. */
        AlibabaRefundsSubmitReturnResponse: components["schemas"]["Envelope"] & {
            /** @description Whether the parcel was accepted. The page calls the shape `AlibabaRefundReturnGoodSubmitVO`. Whether it is required is not known. */
            data?: {
                /**
                 * @description Code of the failure. No value is documented. Whether it is required is not known.
                 * @example ""
                 */
                errorCode?: string | null;
                /**
                 * @description The failure in words. Whether it is required is not known.
                 * @example ""
                 */
                errorInfo?: string | null;
                /**
                 * @description Whether the parcel was accepted. It may be false while `code` is 200; this is a conclusion, no page says so. Whether it is required is not known. A conclusion; no page says it.
                 * @example true
                 */
                success?: boolean | null;
            };
        };
        /** @description One of the goods that a search by keyword or picture found. Only the v2 API shows it. It has 8 fields; two of them are visible, and neither is an id. The other names are those of the 1688 open platform (`product.search.keywordQuery`). Not shown by PandaPon. A client of these paths reads most of them: all but `isJxhy`, `traceInfo` and the special prices. Not shown for this version; from a page of the v2 API. */
        AlibabaSearchItem: {
            /**
             * @description Address of a picture of the goods, judging by its name. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "https://img.example.com/shoe-1.jpg"
             */
            imageUrl?: string;
            /**
             * @description Title of the goods. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "男士休闲皮鞋"
             */
            subject?: string;
            /**
             * @description Title in a foreign language. Not shown by PandaPon; from the 1688 open platform.
             * @example "Casual leather shoes for men"
             */
            subjectTrans?: string | null;
            /**
             * @description The product, for `alibaba.products.get`. Whether it travels as a number or as text is not known. Not shown by PandaPon; from the 1688 open platform.
             * @example 706627393257
             */
            offerId?: Int64 | null;
            /** @description Whether the product is one of a selection, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            isJxhy?: unknown;
            /** @description Prices of the product, each a decimal number as text. Not shown by PandaPon; from the 1688 open platform. */
            priceInfo?: ({
                /**
                 * @description Price. The unit is not known. Not shown by PandaPon; from the 1688 open platform.
                 * @example "12.50"
                 */
                price?: string | null;
                /**
                 * @description Price in the selection, judging by its name. The unit is not known. Not shown by PandaPon; from the 1688 open platform.
                 * @example "12.50"
                 */
                jxhyPrice?: string | null;
                /**
                 * @description Wholesale price in the selection, judging by its name. The unit is not known. Not shown by PandaPon; from the 1688 open platform.
                 * @example "12.50"
                 */
                pfJxhyPrice?: string | null;
                /**
                 * @description Price on consignment, judging by its name. The unit is not known. Not shown by PandaPon; from the 1688 open platform.
                 * @example "12.50"
                 */
                consignPrice?: string | null;
                /**
                 * @description Price in a promotion, judging by its name. The unit is not known. Not shown by PandaPon; from the 1688 open platform.
                 * @example "12.50"
                 */
                promotionPrice?: string | null;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * @description Share of buyers who buy again, as text with a percent sign. Not shown by PandaPon; from the 1688 open platform.
             * @example "10%"
             */
            repurchaseRate?: string | null;
            /**
             * @description Pieces sold in a month. A client of these paths reads it as a number. Not shown by PandaPon; read by a client of this API.
             * @example 120
             */
            monthSold?: number | null;
            /** @description A mark that 1688 uses to trace how a product was found, judging by its name. Its type is not known. Not shown by PandaPon; from the 1688 open platform. */
            traceInfo?: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description The order in which a search returns its goods, written as JSON text into `sort`. No page lists the keys; the examples hold `price` alone. Known from an example; no table lists it. */
        AlibabaSearchSort: {
            /**
             * @description A direction, not an amount: `asc` begins with the cheapest, `desc` with the most expensive. Whether it is required is not known. Known from an example; no table lists it.
             * @example "desc"
             */
            price?: "asc" | "desc" | (string & {}) | undefined;
        };
        /** @description One of the goods that a search in one shop found. Only the v2 API shows it. It has 9 fields; one of them is visible. Not shown for this version; from a page of the v2 API. */
        AlibabaStoreItem: {
            /**
             * @description Address of a picture of the goods, judging by its name. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "https://img.example.com/vest-1.jpg"
             */
            imageUrl?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Goods to order, one kind per line, with the shop that sells them. */
        AlibabaStoreOrderLine: {
            /**
             * @description The product. Whether it is required is not known.
             * @example 706627393257n
             */
            offerId?: Int64Input | undefined;
            /**
             * @description The variant of the product, 32 hexadecimal digits. Whether it is required is not known.
             * @example "cd2b8c31408766f9fb089e74e2a6ac15"
             */
            specId?: string | undefined;
            /**
             * @description How many to order. The page declares a number here, an integer in the cart.
             * @example 2
             */
            quantity: number;
            /**
             * @description The shop that sells the goods. Opaque and case-sensitive. Whether it is required is not known.
             * @example "BBBwAN4GQ60zRPzBkv7BYPJRQ"
             */
            sellerOpenId?: string | undefined;
        };
        /** @description The outer layer of nearly every answer. HTTP 200 says only that the gateway answered; `code` says whether the call succeeded. No page documents the code of a failure. The same field is required on some pages and optional on others, nullable on some and not on others. So every field may be missing or null. */
        Envelope: {
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null. Whether it is required is not known.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId?: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values. Whether it is required is not known.
             * @example 200
             */
            code?: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer. Whether it is required is not known.
             * @example "1014533973088404335"
             */
            developId?: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`. Whether it is required is not known.
             * @example "成功"
             */
            msg?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description Who receives the goods abroad, and where. No single field is required. */
        FreightAddress: {
            /**
             * @description Name of the person who receives the goods.
             * @example "Test Buyer"
             */
            name?: string | null | undefined;
            /**
             * @description E-mail address of that person.
             * @example "buyer@example.com"
             */
            email?: string | null | undefined;
            /**
             * @description Phone number.
             * @example "10000000001"
             */
            phone?: string | null | undefined;
            /**
             * @description Mobile phone number.
             * @example "10000000001"
             */
            mobilePhone?: string | null | undefined;
            /**
             * @description Street and house number.
             * @example "1 Example Street"
             */
            address?: string | null | undefined;
            /**
             * @description Tax number of the receiver. Missing from the page's example, so its form is not known.
             * @example "000000000"
             */
            taxId?: string | null | undefined;
            /**
             * @description Country, two letters in the page's example.
             * @example "US"
             */
            country?: string | null | undefined;
            /**
             * @description City.
             * @example "Exampleville"
             */
            city?: string | null | undefined;
            /**
             * @description Postal code, as text.
             * @example "00000"
             */
            zip?: string | null | undefined;
            /**
             * @description State or province.
             * @example "EX"
             */
            state?: string | null | undefined;
        };
        /** @description The goods, where they go, and the order they come from. */
        FreightBookRequest: {
            /**
             * @description The preview that this booking is based on; presumably the id that the preview returned. Letters and digits.
             * @example "FF2024080200007"
             */
            renderId?: string | null | undefined;
            /** @description Who receives the goods abroad. */
            receiverAddress?: components["schemas"]["FreightAddress"] | undefined;
            /** @description The goods. */
            lineItems?: {
                /**
                 * @description The item, 16 digits; it looks like an `mpId`.
                 * @example "2048020617114736"
                 */
                itemId?: Int64Input | null | undefined;
                /**
                 * @description The variant of the item, 12 or 13 digits.
                 * @example "413185732720"
                 */
                skuId?: Int64Input | null | undefined;
                /**
                 * @description Number of pieces.
                 * @example 1
                 */
                quantity?: number | null | undefined;
                /**
                 * @description Title of the item.
                 * @example "Cotton T-shirt"
                 */
                title?: string | null | undefined;
                /**
                 * @description Picture of the item.
                 * @example "https://img.example.com/item-1.jpg"
                 */
                imageUrl?: string | null | undefined;
                /** @description The freight service for this item. */
                freightInfo?: components["schemas"]["FreightInfo"] | undefined;
                /**
                 * @description Currency of `price`. Missing from the page's example.
                 * @example "CNY"
                 */
                currency?: string | null | undefined;
                /**
                 * @description Price of the item, as text. Missing from the page's example, so neither its form nor its unit is known.
                 * @example "19"
                 */
                price?: string | null | undefined;
            }[] | null | undefined;
            /** @description The order on Tmall that the goods come from. */
            tmallOrderInfo?: {
                /**
                 * @description The order on Tmall.
                 * @example "123123444"
                 */
                tmallOrderId?: string | null | undefined;
                /**
                 * @description A remark. No page shows whether it is here or beside `tmallOrderInfo`, so both places are accepted. A conclusion; no page says it.
                 * @example "Please keep dry"
                 */
                remark?: string | null | undefined;
            } | undefined;
            /**
             * @description A remark. No page shows whether it is here or inside `tmallOrderInfo`, so both places are accepted. A conclusion; no page says it.
             * @example "Please keep dry"
             */
            remark?: string | null | undefined;
        };
        /** @description Nothing of the answer is visible, not even whether it has the usual envelope. */
        FreightBookResponse: unknown;
        /** @description The freight service for one item. The page's table does not list the members; these come from its example. Known from an example; no table lists it. */
        FreightInfo: {
            /**
             * @description Id of the freight service. No page lists the services; `1` and `2` have been seen. Whether it is required is not known. Known from an example; no table lists it.
             * @example "1"
             */
            serviceId?: string | undefined;
            /**
             * @description Name of the freight company. Empty in the example. Whether it is required is not known. Known from an example; no table lists it.
             * @example ""
             */
            companyName?: string | undefined;
            /**
             * @description Category of the service. Empty in the example, and no page lists the categories. Whether it is required is not known. Known from an example; no table lists it.
             * @example ""
             */
            serviceCategory?: string | undefined;
        };
        /** @description A parcel on its way inside China. The table counts three members; their names come from the example. Known from an example; no table lists it. */
        FreightParcel: {
            /**
             * @description Tracking number of the parcel inside China. Spelled like this on the wire. Whether it is required is not known. Known from an example; no table lists it.
             * @example "SF1234521212678"
             */
            logisticNumer?: string | undefined;
            /**
             * @description Name of the carrier, in Chinese. Whether it is required is not known. Known from an example; no table lists it.
             * @example "顺丰快递"
             */
            logisticCompanyName?: string | undefined;
            /**
             * @description An epoch time in seconds, as text of 10 digits. No page says what it marks; judging by its name, the time when the parcel was ready to ship. Whether it is required is not known. Known from an example; no table lists it.
             * @example "1754342534"
             */
            rtsTime?: string | undefined;
        };
        /** @description The goods and where they go. */
        FreightPreviewRequest: {
            /** @description Who receives the goods abroad. */
            receiverAddress?: components["schemas"]["FreightAddress"] | undefined;
            /** @description The goods. */
            renderItems?: {
                /**
                 * @description The item, 16 digits; it looks like an `mpId`.
                 * @example "2048020617114736"
                 */
                itemId: Int64Input;
                /**
                 * @description The variant of the item, 12 or 13 digits.
                 * @example "413185732720"
                 */
                skuId: Int64Input;
                /**
                 * @description Number of pieces.
                 * @example 1
                 */
                quantity: number;
                /** @description The freight service for this item. */
                freightInfo: components["schemas"]["FreightInfo"];
                /**
                 * @description Currency of `price`. Required by the table, but missing from the page's own example.
                 * @example "CNY"
                 */
                currency?: string | undefined;
                /**
                 * @description Price of the item, as text. Required by the table, but missing from the page's own example, so neither its form nor its unit is known.
                 * @example "19"
                 */
                price?: string | undefined;
            }[] | null | undefined;
        };
        /** @description Nothing of the answer is visible, not even whether it has the usual envelope. */
        FreightPreviewResponse: unknown;
        /** @description The order and its parcels. The page marks nothing as required. */
        FreightUpdateDomesticLogisticsRequest: {
            /**
             * @description An order. The page does not say which; perhaps the one that the booking returns. Any text is accepted, because ids of bookings may hold letters.
             * @example "21"
             */
            orderId?: string | null | undefined;
            /**
             * @description The order on Tmall.
             * @example "12345667"
             */
            tmallOrderId?: string | null | undefined;
            /** @description The items of the shipment with their parcels. */
            logisticInfos?: {
                /** @description The item. The page's table does not list the members; these come from its example. Known from an example; no table lists it. */
                lineItem?: {
                    /**
                     * @description The item, 16 digits; it looks like an `mpId`. Whether it is required is not known. Known from an example; no table lists it.
                     * @example "2048020617114736"
                     */
                    itemId?: Int64Input | undefined;
                    /**
                     * @description The variant of the item, 12 or 13 digits. Whether it is required is not known. Known from an example; no table lists it.
                     * @example "413185732720"
                     */
                    skuId?: Int64Input | undefined;
                    /**
                     * @description Title of the item. Whether it is required is not known. Known from an example; no table lists it.
                     * @example "Cotton T-shirt"
                     */
                    title?: string | undefined;
                    /**
                     * @description Picture of the item. Whether it is required is not known. Known from an example; no table lists it.
                     * @example "https://img.example.com/item-1.jpg"
                     */
                    imageUrl?: string | undefined;
                    /**
                     * @description Number of pieces. Whether it is required is not known. Known from an example; no table lists it.
                     * @example 1
                     */
                    quantity?: number | undefined;
                } | undefined;
                /**
                 * @description Tracking number of the international shipment. Spelled like this on the wire.
                 * @example "FARJP2408000013YQ"
                 */
                logisticNumer?: string | null | undefined;
                /** @description The parcels inside China that hold this item. The name is in the singular. */
                domesticLogisticInfo?: components["schemas"]["FreightParcel"][] | null | undefined;
            }[] | null | undefined;
        };
        /** @description Nothing of the answer is visible, not even whether it has the usual envelope. */
        FreightUpdateDomesticLogisticsResponse: unknown;
        /** @description A SKU to put into the cart. */
        TaobaoCartAddRequest: {
            /**
             * @description The platform's user, 13 digits. The header `user-id` names a user as well; no page says how the two relate. Whether it is required is not known.
             * @example "2100007340000"
             */
            userId?: string | null | undefined;
            /**
             * @description The platform, as a code. Only 1 has been seen, without an explanation; other values are not listed.
             * @example 1
             */
            platform?: number | null | undefined;
            /**
             * @description The item. 16 digits in the sample, like the `mpId` in the manual, and unlike the 11 or 12 digits of a Taobao item id. No page says how they relate. Whether it is required is not known.
             * @example 2048175493257375n
             */
            itemId?: Int64Input | undefined;
            /**
             * @description The SKU, as text. Whether it is required is not known.
             * @example "3452545926724"
             */
            skuId?: Int64Input | undefined;
            /**
             * @description Title of the item. Whether it is required is not known.
             * @example "示例商品"
             */
            itemTitle?: string | undefined;
            /**
             * @description URL of a picture of the item. Whether it is required is not known.
             * @example "https://img.example.com/item-1.jpg"
             */
            itemPic?: string | undefined;
            /**
             * @description Presumably the `mpId` that looking up an item returns; the page does not explain it.
             * @example "2048057995392326"
             */
            mpId: string;
            /**
             * @description The SKU within the `mpId`, judging by its name; the page does not explain it. Upstream, looking up an item returns it for each SKU.
             * @example "4951323355633"
             */
            mpSkuId: string;
            /**
             * @description Price. The unit is not stated. Whether it is required is not known.
             * @example 689
             */
            price?: number | undefined;
            /**
             * @description Price after discount. The unit is not stated. Whether it is required is not known.
             * @example 576
             */
            promotionPrice?: number | null | undefined;
            /**
             * @description The properties that make up the SKU, a JSON array as text. Give the value; it is sent as text. Whether it is required is not known.
             * @example [{ valueId: 28324n, valueName: "黄色", propId: 1627207n, propName: "颜色分类" }]
             */
            properties?: components["schemas"]["TaobaoSkuProperty"][] | null | undefined;
            /**
             * @description How many pieces to put into the cart. Whether it is required is not known.
             * @example 71
             */
            quantity?: number | undefined;
            /**
             * @description The shop that sells the item. Whether it is required is not known.
             * @example 268763467n
             */
            shopId?: Int64Input | undefined;
            /**
             * @description Name of the shop. Whether it is required is not known.
             * @example "示例店铺"
             */
            shopName?: string | undefined;
            /**
             * @description Stock of the SKU, as text. Whether it is required is not known.
             * @example "94"
             */
            skuQuantity?: string | null | undefined;
            /**
             * @description A nickname. The page does not say whose. Whether it is required is not known.
             * @example "示例店铺"
             */
            userNick?: string | null | undefined;
        };
        /** @description Envelope. Its content is not visible. */
        TaobaoCartAddResponse: components["schemas"]["Envelope"] & {
            /** @description What was added. Neither its type nor its fields are visible. Whether it is required is not known. */
            data?: unknown;
        };
        /** @description Cart records and an address. The required marks are not visible on any field; the preview requires `ids` and `orderAddress`. */
        TaobaoCartCreateOrderRequest: {
            /** @description The cart records to order. Whether it is required is not known. */
            ids?: Int64Input[] | undefined;
            /** @description The delivery address. No mark is visible on any of its fields here. Whether it is required is not known. */
            orderAddress?: components["schemas"]["TaobaoOrderAddress"] | undefined;
            /**
             * @description The platform's user, 13 digits. The header `user-id` names a user as well; no page says how the two relate. Whether it is required is not known.
             * @example "2100007340000"
             */
            userId?: string | null | undefined;
        };
        /** @description Envelope. Its content is not visible. */
        TaobaoCartCreateOrderResponse: components["schemas"]["Envelope"] & {
            /** @description What was created. Neither its type nor its fields are visible. Whether it is required is not known. */
            data?: unknown;
        };
        /** @description Cart records and an address. */
        TaobaoCartPreviewOrderRequest: {
            /** @description The cart records to order. */
            ids: Int64Input[];
            /** @description The delivery address. The page marks `address`, `mobile_phone`, `phone` and `name` optional. */
            orderAddress: {
                /**
                 * @description Postal code. Whether it is required is not known.
                 * @example "000000"
                 */
                zip?: string | null | undefined;
                /**
                 * @description Country. The example has its Chinese name. Whether it is required is not known.
                 * @example "中国"
                 */
                country?: string | null | undefined;
                /**
                 * @description Province. Whether it is required is not known.
                 * @example "浙江省"
                 */
                state?: string | null | undefined;
                /**
                 * @description City. Whether it is required is not known.
                 * @example "杭州市"
                 */
                city?: string | null | undefined;
                /**
                 * @description District of the city. Whether it is required is not known.
                 * @example "余杭区"
                 */
                district?: string | null | undefined;
                /**
                 * @description Street and house. Optional in the preview; no mark is visible in the order creation.
                 * @example "示例路1号"
                 */
                address?: string | null | undefined;
                /**
                 * @description Mobile number. The only field with an underscore, spelled like this on the wire. Empty in the example. Optional in the preview; no mark is visible in the order creation.
                 * @example "10000000001"
                 */
                mobile_phone?: string | null | undefined;
                /**
                 * @description Second telephone number; the page labels it a mobile number too. Empty in the example. Optional in the preview; no mark is visible in the order creation.
                 * @example "10000000001"
                 */
                phone?: string | null | undefined;
                /**
                 * @description Name of the person who receives the goods. Optional in the preview; no mark is visible in the order creation.
                 * @example "Test Buyer"
                 */
                name?: string | null | undefined;
            };
            /**
             * @description The platform's user, 13 digits. The header `user-id` names a user as well; no page says how the two relate. Whether it is required is not known.
             * @example "2100007340000"
             */
            userId?: string | null | undefined;
        };
        /** @description Envelope. Its content is not visible. */
        TaobaoCartPreviewOrderResponse: components["schemas"]["Envelope"] & {
            /** @description The preview. Neither its type nor its fields are visible. Whether it is required is not known. */
            data?: unknown;
        };
        /** @description The parcels in which a sub-order was sent. */
        TaobaoLogisticsDetail: {
            /**
             * @description Taobao's own id of the sub-order. 19 digits in the sample; not the `subPurchaseOrderId` of the request. Whether it is required is not known.
             * @example "3682557363260579405"
             */
            purchaseOrderOuterId?: string;
            /** @description The parcels. Whether it is required is not known. */
            pnmLogisticsDetails?: components["schemas"]["TaobaoParcel"][];
        };
        /** @description One kind of goods in a parcel. Taken from the example of the v2 page. Not shown for this version; from a page of the v2 API. */
        TaobaoLogisticsGoods: {
            /**
             * @description Title of the goods. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "示例商品"
             */
            title?: string;
            /**
             * @description The variant, as one text. The form of a real value is not visible. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "黄色"
             */
            property?: string;
            /**
             * @description Picture of the goods. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "https://img.example.com/item-1.jpg"
             */
            imageUrl?: string;
            /**
             * @description Number of pieces, as text. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "1"
             */
            quantity?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A carrier. Taken from the example of the v2 page. Not shown for this version; from a page of the v2 API. */
        TaobaoLogisticsPartner: {
            /**
             * @description Picture of the carrier. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "https://img.example.com/carrier-1.png"
             */
            companyImageUrl?: string;
            /**
             * @description Name of the carrier. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "示例快递"
             */
            company?: string;
            /**
             * @description How to reach the carrier. The form of a real value is not visible. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "10000000001"
             */
            companyContact?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Who a parcel goes to. Taken from the example of the v2 page. Not shown for this version; from a page of the v2 API. */
        TaobaoLogisticsReceiver: {
            /**
             * @description Postal code. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "000000"
             */
            zipCode?: string;
            /**
             * @description Street and house. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "示例路1号"
             */
            address?: string;
            /**
             * @description Province. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "浙江省"
             */
            province?: string;
            /**
             * @description City. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "杭州市"
             */
            city?: string;
            /**
             * @description District of the city. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "余杭区"
             */
            district?: string;
            /**
             * @description Telephone number. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "10000000001"
             */
            phone?: string;
            /**
             * @description Name of the person. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "Test Buyer"
             */
            name?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Where the goods of a cart go and who receives them. Every field may be null. The order creation shows no mark on any of the nine fields. The preview marks `address`, `mobile_phone`, `phone` and `name` optional and shows no mark on the other five. */
        TaobaoOrderAddress: {
            /**
             * @description Postal code. Whether it is required is not known.
             * @example "000000"
             */
            zip?: string | null | undefined;
            /**
             * @description Country. The example has its Chinese name. Whether it is required is not known.
             * @example "中国"
             */
            country?: string | null | undefined;
            /**
             * @description Province. Whether it is required is not known.
             * @example "浙江省"
             */
            state?: string | null | undefined;
            /**
             * @description City. Whether it is required is not known.
             * @example "杭州市"
             */
            city?: string | null | undefined;
            /**
             * @description District of the city. Whether it is required is not known.
             * @example "余杭区"
             */
            district?: string | null | undefined;
            /**
             * @description Street and house. Optional in the preview; no mark is visible in the order creation. Whether it is required is not known.
             * @example "示例路1号"
             */
            address?: string | null | undefined;
            /**
             * @description Mobile number. The only field with an underscore, spelled like this on the wire. Empty in the example. Optional in the preview; no mark is visible in the order creation. Whether it is required is not known.
             * @example "10000000001"
             */
            mobile_phone?: string | null | undefined;
            /**
             * @description Second telephone number; the page labels it a mobile number too. Empty in the example. Optional in the preview; no mark is visible in the order creation. Whether it is required is not known.
             * @example "10000000001"
             */
            phone?: string | null | undefined;
            /**
             * @description Name of the person who receives the goods. Optional in the preview; no mark is visible in the order creation. Whether it is required is not known.
             * @example "Test Buyer"
             */
            name?: string | null | undefined;
        };
        /** @description One line of an order to create. Every value is text in the page's example, even numbers. No table lists the fields. Known from an example; no table lists it. */
        TaobaoOrderLine: {
            /**
             * @description The item to buy. The samples have 18 digits and begin with 6001, unlike the Taobao item ids of 11 or 12 digits that the product calls take. Upstream, an order line takes the `mpId` of the item, which looking up the item returns. An `mpId` has 16 digits in the manual; perhaps the two forms are older and newer ids. Whether it is required is not known. Known from an example; no table lists it.
             * @example "600126245031041190"
             */
            itemId?: Int64Input | undefined;
            /**
             * @description Number of the line. The page's example gives `1` to both of its lines. Either it need not be unique, or the example is wrong. Whether it is required is not known. Known from an example; no table lists it.
             * @example "1"
             */
            orderLineNo?: string | undefined;
            /**
             * @description How many pieces to buy, as text. Whether it is required is not known. Known from an example; no table lists it.
             * @example "200"
             */
            quantity?: string | undefined;
            /**
             * @description Price of one piece, as text. Presumably in fen: in the page's example, quantity times price, added up over the lines, is `purchaseAmount`, which is in fen. Upstream, the price of a line is in fen. Whether it is required is not known. A conclusion; no page says it.
             * @example "1"
             */
            price?: string | undefined;
            /**
             * @description Currency of the price. Only CNY has been seen. Whether it is required is not known. Known from an example; no table lists it.
             * @example "CNY"
             */
            currency?: "CNY" | (string & {}) | undefined;
            /**
             * @description The SKU to buy. 13 digits in the samples. Upstream, an order line takes the `mpSkuId` of the SKU. Whether it is required is not known. Known from an example; no table lists it.
             * @example "5016042822039"
             */
            skuId?: Int64Input | undefined;
        };
        /** @description An order. */
        TaobaoOrdersCreateRequest: {
            /**
             * @description The lines of the order, a JSON array as text. Give the value; it is sent as text.
             * @example [
             *       {
             *         itemId: "600126245031041190",
             *         orderLineNo: "1",
             *         quantity: "200",
             *         price: "1",
             *         currency: "CNY",
             *         skuId: "5016042822039"
             *       }
             *     ]
             */
            orderLineList: components["schemas"]["TaobaoOrderLine"][];
            /**
             * @description The buyer's sales platform, which the order comes from. Only `lazada` has been seen; other values are not listed.
             * @example "lazada"
             */
            orderSource?: "lazada" | (string & {}) | undefined;
            /**
             * @description Budget for the order, in fen. In the page's example it is quantity times price, added up over the lines. No page says what happens if the goods cost more.
             * @example 200
             */
            purchaseAmount: number;
            /**
             * @description The delivery address, a JSON object as text. Give the value; it is sent as text.
             * @example {
             *       zip: "000000",
             *       country: "中国",
             *       address: "示例路1号",
             *       city: "杭州市",
             *       phone: "",
             *       mobile_phone: "10000000001",
             *       district: "余杭区",
             *       name: "Test Buyer",
             *       state: "浙江省"
             *     }
             */
            receiver: components["schemas"]["TaobaoReceiver"];
            /**
             * @description Number of the order on the buyer's own sales platform. It is not known to prevent a second order; upstream, another field, `outer_purchase_id`, does that, and no page shows it here.
             * @example "1"
             */
            sellerOrderNumber?: string | undefined;
        };
        /** @description Envelope. Its content is not visible. */
        TaobaoOrdersCreateResponse: components["schemas"]["Envelope"] & {
            /** @description What was created. Neither its type nor its fields are visible. Upstream, the answer has `success`, `error_code`, `error_message`, `payment_url`, `outer_purchase_id` and `order_list`. Each order there has `purchase_id`, `supplier_nick`, `estimate_amount`, `estimate_currency`, `source_market` and `order_line_list`, whose lines have a `sub_purchase_order_id`. PandaPon may write these names in camel case. Whether it is required is not known. */
            data?: unknown;
        };
        /** @description The body of the page's table, or the body of the page's example. */
        TaobaoOrdersGetChatLinkRequest: {
            /**
             * @description A login name, judging by its name; the page does not explain it. The sample value beside it is the JSON text `{"sourceType":"item","bizId":"700187748440"}`, which was probably meant for `pageParamMap`.
             * @example "example-login-name"
             */
            loginName: string;
            /**
             * @description A password, judging by its name. The page does not say for which account.
             * @example "example-password"
             */
            password: string;
            /**
             * @description The page to open. Its values are not listed.
             * @example "example-page"
             */
            pageName: string;
            /**
             * @description Parameters of the page. It may hold JSON text with `sourceType` and `bizId`; this is a conclusion, because the page prints neither its form nor a sample.
             * @example "{\"sourceType\":\"item\",\"bizId\":\"700187748440\"}"
             */
            pageParamMap: string;
        } | {
            /**
             * @description Kind of thing to chat about. Only `item` has been seen. Whether it is required is not known. Known from an example; no table lists it.
             * @example "item"
             */
            sourceType?: "item" | (string & {}) | undefined;
            /**
             * @description What to chat about: presumably the id of a thing of the kind that `sourceType` names. Whether it is required is not known. Known from an example; no table lists it.
             * @example "234576234"
             */
            bizId?: string | undefined;
        };
        /** @description Envelope with the link. */
        TaobaoOrdersGetChatLinkResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values.
             * @example 200
             */
            code: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer.
             * @example "1014533973088404335"
             */
            developId: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`.
             * @example "成功"
             */
            msg: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /**
             * @description URL of the chat page, on `distributor.taobao.global` in the sample. Its query holds `loginToken`, which is a secret: never log or store the URL.
             * @example "https://distributor.taobao.global/apps/open/imchat?loginToken=EXAMPLE-TOKEN"
             */
            data: string;
        };
        /** @description Envelope with the parcels. */
        TaobaoOrdersGetLogisticsResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values.
             * @example 200
             */
            code: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer.
             * @example "1014533973088404335"
             */
            developId: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`.
             * @example "成功"
             */
            msg: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /** @description The sub-order's parcels. No page shows the answer before anything is sent. */
            data: components["schemas"]["TaobaoLogisticsDetail"];
        };
        /** @description An order to preview. */
        TaobaoOrdersPreviewRequest: {
            /**
             * @description The lines of the order, a JSON array as text. The example beside the field has an extra pair of quotes around the text. The example of the whole body does not, and this contract follows it. Give the value; it is sent as text.
             * @example [{ itemId: 600120680003951077n, quantity: "1", skuId: 4951323355633n }]
             */
            orderLineList: components["schemas"]["TaobaoRenderLine"][];
            /**
             * @description The delivery address, a JSON object as text. Give the value; it is sent as text.
             * @example {
             *       zip: "000000",
             *       country: "中国",
             *       address: "示例路1号",
             *       city: "杭州市",
             *       phone: "10000000001",
             *       mobile_phone: "10000000001",
             *       district: "余杭区",
             *       name: "Test Buyer",
             *       state: "浙江省"
             *     }
             */
            receiver: components["schemas"]["TaobaoReceiver"];
        };
        /** @description Envelope. Its content is not visible. */
        TaobaoOrdersPreviewResponse: components["schemas"]["Envelope"] & {
            /** @description The preview. Neither its type nor its fields are visible. Upstream, the answer has `render_item_list`, with `seller_id`, `nick`, `item_price_infos`, `mainland_shipping_fee` and `order_fee` for each seller; `unavailable_sku_list`, with `item_id`, `sku_id`, `reason`, `error_code` and `error_msg`; and `total_real_pay_price`, with `amount` in fen and `currency`. PandaPon may write these names in camel case. Whether it is required is not known. */
            data?: unknown;
        };
        /** @description The order and its warehouse. The required marks are not visible on any field. */
        TaobaoOrdersUpdateWarehouseRequest: {
            /**
             * @description Address of the warehouse. The page's example gives only a province. Whether it is required is not known.
             * @example "广西省"
             */
            warehouseAddress?: string | undefined;
            /**
             * @description Name of the warehouse. Whether it is required is not known.
             * @example "一号仓库"
             */
            warehouseName?: string | undefined;
            /**
             * @description The order, 19 digits as text. Not the 12-digit id of a sub-order. Whether it is required is not known.
             * @example "1024285237573584051"
             */
            orderId?: Int64Input | undefined;
        };
        /** @description Envelope with an object. No page lists its fields. */
        TaobaoOrdersUpdateWarehouseResponse: components["schemas"]["Envelope"] & {
            /** @description An object. No page lists its fields, and its value in the page's example is cut. Whether it is required is not known. */
            data?: {
                [key: string]: unknown;
            };
        };
        /** @description A parcel. The v1 page counts five fields without naming them. Its example is cut and shows the first two; the v2 page's example names all five. Upstream, a parcel has three more: `goods_number`, the number of goods in it, and `logistics_status` and `logistics_desc`, its state as a code and in words. */
        TaobaoParcel: {
            /**
             * @description Tracking number. 14 digits in the sample. Whether it is required is not known. Known from an example; no table lists it.
             * @example "78753196186473"
             */
            mailNo?: string;
            /** @description What happened to the parcel, newest first in the example. Whether it is required is not known. Known from an example; no table lists it. */
            logisticsTraces?: components["schemas"]["TaobaoTrace"][];
            /** @description The carriers. A list, although its name is in the singular; spelled like this on the wire. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            logisticsPartner?: components["schemas"]["TaobaoLogisticsPartner"][];
            /** @description Who the parcel goes to. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            receiver?: components["schemas"]["TaobaoLogisticsReceiver"];
            /** @description What is in the parcel. Whether it is required is not known. Not shown for this version; from a page of the v2 API. */
            logisticsGoods?: components["schemas"]["TaobaoLogisticsGoods"][];
        };
        /** @description What the message about a changed price says. The page's example shows that the first two fields are here and not beside `messageBody`. More fields may follow. Known from an example; no table lists it. */
        TaobaoPriceChange: {
            /**
             * @description The order on Taobao. Whether it is required is not known. Known from an example; no table lists it.
             * @example "500918-1034477311887409465"
             */
            salesOrderId?: string;
            /** @description The sub-orders with their new amounts. Whether it is required is not known. Known from an example; no table lists it. */
            subOrders?: components["schemas"]["TaobaoSubOrder"][];
            /** @description Price of the purchase order. The page does not show whether it is here or beside `messageBody`. Upstream, it is beside `salesOrderId`, so it is a conclusion that it is here. Its fields are those of upstream. Not shown by PandaPon. Whether it is required is not known. A conclusion; no page says it. */
            purchaseOrderPriceDTO?: {
                /**
                 * @description Currency of the amounts. Not shown by PandaPon; from wiki-en.dajisaas.com.
                 * @example "CNY"
                 */
                purchaseCurrency?: ("CNY" | (string & {})) | null;
                /**
                 * @description What the purchase order costs in all. Its unit is not stated. Not shown by PandaPon; from wiki-en.dajisaas.com.
                 * @example 9800
                 */
                purchaseTotalFee?: number | null;
                /**
                 * @description Amount for the goods. Its unit is not stated. Not shown by PandaPon; from wiki-en.dajisaas.com.
                 * @example 9300
                 */
                purchaseProductFee?: number | null;
                /**
                 * @description Freight. Its unit is not stated. Not shown by PandaPon; from wiki-en.dajisaas.com.
                 * @example 500
                 */
                purchaseShippingFee?: number | null;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description A Taobao item. The field table is cut after `productUnit`. The other fields come from an answer printed in the development manual, which shows every visible name of the table and more. It is a conclusion that the manual shows the answer of this call. Upstream, an item also has `coupon_price`, its price with a coupon, and `promotion_displays`, its promotions. */
        TaobaoProduct: {
            /**
             * @description Judging by its name, the smallest amount that one can order. The page does not say whether it counts pieces or money. The manual shows 0.
             * @example 0
             */
            beginAmount?: number;
            /**
             * @description The category, as text.
             * @example "121452038"
             */
            categoryId?: Int64;
            /**
             * @description Name of the category.
             * @example "示例类目"
             */
            categoryName?: string;
            /**
             * @description Judging by its name, the category and the categories above it, as one text. How the parts are separated is not visible.
             * @example "示例类目"
             */
            categoryPath?: string;
            /**
             * @description Detail text of the item. Whether it is required is not known.
             * @example "示例商品详情"
             */
            description?: string;
            /**
             * @description The Taobao item. A number here, text in the request. 12 digits in the samples.
             * @example 672991141190
             */
            itemId?: Int64;
            /**
             * @description Kind of item. The manual shows `HAVE_MATERIAL`; no page lists or explains the values.
             * @example "HAVE_MATERIAL"
             */
            itemType?: "HAVE_MATERIAL" | (string & {});
            /**
             * @description An id of the item, 16 digits in the manual. Adding to the cart asks for it too. Upstream, an order line takes it as the item to buy.
             * @example "2048057995392326"
             */
            mpId?: string;
            /** @description Pictures of the item. Whether it is required is not known. */
            picUrls?: string[];
            /**
             * @description Price. Neither the unit nor the currency is stated. Upstream, another call has the same price in fen. Whether it is required is not known.
             * @example 1
             */
            price?: number;
            /**
             * @description Unit of sale. The table does not print "or null"; the manual shows null. Whether it is required is not known.
             * @example "件"
             */
            productUnit?: string | null;
            /**
             * @description Number of pieces in stock, according to the page of the v2 call. The manual does not explain it. Whether it is required is not known. From the development manual.
             * @example 400
             */
            quantity?: number;
            /**
             * @description Name of the shop. Whether it is required is not known. From the development manual.
             * @example "示例店铺"
             */
            shopName?: string;
            /**
             * @description Title of the item. Whether it is required is not known. From the development manual.
             * @example "示例商品"
             */
            title?: string;
            /**
             * @description A nickname. The manual does not say whose. Whether it is required is not known. From the development manual.
             * @example "示例店铺"
             */
            userNick?: string;
            /**
             * @description State of the item. The manual shows `active`; other values are not listed. Whether it is required is not known. From the development manual.
             * @example "active"
             */
            status?: "active" | (string & {});
            /**
             * @description Price after discount. Neither the unit nor the currency is stated. Upstream, another call has the same price in fen. Whether it is required is not known. From the development manual.
             * @example 1
             */
            promotionPrice?: number;
            /**
             * @description The shop that sells the item. 9 digits in the sample. Whether it is required is not known. From the development manual.
             * @example 268763467
             */
            shopId?: Int64;
            /**
             * @description Freight. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
             * @example 0
             */
            postFee?: number | null;
            /** @description The variants of the item that one can buy. Whether it is required is not known. From the development manual. */
            skuList?: components["schemas"]["TaobaoSku"][];
        } & {
            [key: string]: unknown;
        };
        /** @description One Taobao item to look up, with the SKUs of interest. Both fields come from the page's example; no table lists them. Known from an example; no table lists it. */
        TaobaoProductQuery: {
            /**
             * @description The Taobao item, as text. 12 digits in the sample. Whether it is required is not known. Known from an example; no table lists it.
             * @example "672991141190"
             */
            itemId?: Int64Input | undefined;
            /** @description SKUs of the item. No page says what happens if it is left out or empty. Whether it is required is not known. Known from an example; no table lists it. */
            skuIds?: Int64Input[] | undefined;
        };
        /** @description The items to check, packed into one text. */
        TaobaoProductsCheckBatchRequest: {
            /**
             * @description The items to check, a JSON array as text. Give the value; it is sent as text.
             * @example [{ itemId: "672991141190", skuIds: ["3452545926724"] }]
             */
            params: components["schemas"]["TaobaoProductQuery"][];
        };
        /** @description Envelope with the result. */
        TaobaoProductsCheckBatchResponse: components["schemas"]["Envelope"] & {
            /** @description The result of the check. The page lists its fields flat; it is a conclusion that the three lists are inside `data`. Whether it is required is not known. */
            data?: {
                /** @description The supply goods that were found. Whether it is required is not known. A conclusion; no page says it. */
                mpProducts?: {
                    [key: string]: unknown;
                }[];
                /** @description Judging by its name, the items without supply goods; this is a conclusion. A conclusion; no page says it. */
                noMpProductItemIds?: Int64[];
                /** @description Reasons of failure: apparently why items have no supply goods. Whether it is required is not known. A conclusion; no page says it. */
                noMpReasonList?: {
                    [key: string]: unknown;
                }[];
            };
        };
        /** @description Envelope with the item. */
        TaobaoProductsGetResponse: components["schemas"]["Envelope"] & {
            /** @description The item that was asked for. No page shows the answer if there is no such item. */
            data?: components["schemas"]["TaobaoProduct"];
        };
        /** @description The item to look up. */
        TaobaoProductsGetSourceRequest: {
            /**
             * @description The Taobao item, as text. 11 digits in the sample.
             * @example "42971808988"
             */
            itemId: Int64Input;
            /**
             * @description Language code. The page shows `vi`; upstream, `en`, `ru`, `ko` and `ja` are known too.
             * @example "vi"
             */
            language?: ("vi" | "en" | "ru" | "ko" | "ja" | (string & {})) | null | undefined;
        };
        /** @description Envelope with the source goods. */
        TaobaoProductsGetSourceResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId?: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values. Whether it is required is not known.
             * @example 200
             */
            code?: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer.
             * @example "1014533973088404335"
             */
            developId?: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`.
             * @example "成功"
             */
            msg: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /** @description The source goods. The list of fields is cut; a third name begins with `itemResou`. The call upstream that fits the visible part answers with `item_resource`, `title`, `pic_urls`, `shop_name`, `shop_id`, `price`, `promotion_price`, `coupon_price`, `properties`, `sku_list`, `property_image_list`, `tags`, `multi_language_info` and `promotion_displays` as well. Only the names of a single word are listed here, because PandaPon may write the others in camel case. PandaPon shows none of them. */
            data: {
                /**
                 * @description Judging by its name, a text that describes the item.
                 * @example "示例商品详情"
                 */
                description: string;
                /**
                 * @description The Taobao item. A number here, text in the request.
                 * @example 42971808988
                 */
                itemId: Int64;
                /**
                 * @description Title of the item. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "示例商品"
                 */
                title?: string | null;
                /**
                 * @description Price without discount. Upstream, it is in fen. Not shown by PandaPon; from the Taobao Global platform.
                 * @example 1990
                 */
                price?: number | null;
                /** @description Properties of the item. Not shown by PandaPon; from the Taobao Global platform. */
                properties?: {
                    [key: string]: unknown;
                }[] | null;
                /** @description Tags of the item. Upstream, they are among those that the request names; no page of PandaPon shows such a field in the request. Not shown by PandaPon; from the Taobao Global platform. */
                tags?: string[] | null;
            } & {
                [key: string]: unknown;
            };
        };
        /** @description The order line that an after-sales case is about. Taken from two examples: ids are text in one and numbers in the other, and `properties` has two forms. Both are accepted. Amounts come with `currency`, but no page states their unit. Upstream, a line also has `order_service_expressions` and `hongbao_deduction_amount`, the part of a red packet (红包) that is given back; no example of PandaPon shows them. Known from an example; no table lists it. */
        TaobaoPurchaseOrderLine: {
            /**
             * @description When the line was created, as an epoch time in milliseconds. A number here, while `timeoutDate` of the case is text. Whether it is required is not known. Known from an example; no table lists it.
             * @example 1698216212000
             */
            createTime?: number;
            /**
             * @description Currency of the amounts. Only CNY has been seen. Whether it is required is not known. Known from an example; no table lists it.
             * @example "CNY"
             */
            currency?: "CNY" | (string & {});
            /**
             * @description Picture of the goods. It begins with `//`, without a scheme. Missing from the list's example. Whether it is required is not known. Known from an example; no table lists it.
             * @example "//img.example.com/item.png"
             */
            itemImageUrl?: string;
            /**
             * @description Title of the goods. Whether it is required is not known. Known from an example; no table lists it.
             * @example "Please Do Not Shoot Panama for Testing"
             */
            itemTitle?: string;
            /**
             * @description Freight. The unit is not stated. Whether it is required is not known. Known from an example; no table lists it.
             * @example 0
             */
            postFee?: number;
            /**
             * @description Price of one piece. The unit is not stated. Null in the list's example. Whether it is required is not known. Known from an example; no table lists it.
             * @example 392
             */
            price?: number | null;
            /**
             * @description Amount for the goods. The unit is not stated. Whether it is required is not known. Known from an example; no table lists it.
             * @example 392
             */
            productFee?: number;
            /** @description The variant that was bought. One property with fixed names on one page, any number of properties with any names on another. Whether it is required is not known. Known from an example; no table lists it. */
            properties?: {
                /**
                 * @description Id of the property, such as a colour. Whether it is required is not known. Known from an example; no table lists it.
                 * @example 1
                 */
                propId?: Int64;
                /**
                 * @description Name of the property. Whether it is required is not known. Known from an example; no table lists it.
                 * @example "test"
                 */
                propName?: string;
                /**
                 * @description Id of the value of the property. Whether it is required is not known. Known from an example; no table lists it.
                 * @example 1
                 */
                valueId?: Int64;
                /**
                 * @description Name of the value. Whether it is required is not known. Known from an example; no table lists it.
                 * @example "test"
                 */
                valueName?: string;
            } | {
                [key: string]: string;
            };
            /**
             * @description The purchase order, 12 digits. Text on one page, a number on the other. Whether it is required is not known. Known from an example; no table lists it.
             * @example "200002638008"
             * @example 200028508720
             */
            purchaseOrderId?: Int64;
            /**
             * @description The line of the purchase order, 12 digits. Text on one page, a number on the other. Whether it is required is not known. Known from an example; no table lists it.
             * @example "200002638010"
             * @example 200028508721
             */
            purchaseOrderLineId?: Int64;
            /**
             * @description Number of pieces. Whether it is required is not known. Known from an example; no table lists it.
             * @example 1
             */
            quantity?: number;
            /**
             * @description Where the goods were sold. Only `TAOBAO_BUYER` has been seen. Whether it is required is not known. Known from an example; no table lists it.
             * @example "TAOBAO_BUYER"
             */
            salesMarket?: "TAOBAO_BUYER" | (string & {});
            /**
             * @description The sales order. Two parts with a hyphen between them, not a number. Whether it is required is not known. Known from an example; no table lists it.
             * @example "500918-1034477311887409465"
             */
            salesOrderId?: string;
            /**
             * @description The supplier, 10 or 13 digits. Text on one page, a number on the other. Whether it is required is not known. Known from an example; no table lists it.
             * @example "2206891060210"
             * @example 3937219703
             */
            supplierId?: Int64;
            /**
             * @description Name of the supplier's account. Whether it is required is not known. Known from an example; no table lists it.
             * @example "示例店铺"
             */
            supplierNick?: string;
            /**
             * @description Amount of the whole line. The unit is not stated. Whether it is required is not known. Known from an example; no table lists it.
             * @example 392
             */
            totalPrice?: number;
        } & {
            [key: string]: unknown;
        };
        /** @description Who receives the goods, and where. Creating or previewing an order takes it as JSON text. No table lists its fields: they come from examples, in which every value is text. Upstream, an address may also have `taxId`, a tax number; no example of PandaPon has it. Known from an example; no table lists it. */
        TaobaoReceiver: {
            /**
             * @description Postal code. Whether it is required is not known. Known from an example; no table lists it.
             * @example "000000"
             */
            zip?: string | undefined;
            /**
             * @description Country. The examples have its Chinese name. Whether it is required is not known. Known from an example; no table lists it.
             * @example "中国"
             */
            country?: string | undefined;
            /**
             * @description Province. Whether it is required is not known. Known from an example; no table lists it.
             * @example "浙江省"
             */
            state?: string | undefined;
            /**
             * @description City. Whether it is required is not known. Known from an example; no table lists it.
             * @example "杭州市"
             */
            city?: string | undefined;
            /**
             * @description District of the city. Whether it is required is not known. Known from an example; no table lists it.
             * @example "余杭区"
             */
            district?: string | undefined;
            /**
             * @description Street and house. Whether it is required is not known. Known from an example; no table lists it.
             * @example "示例路1号"
             */
            address?: string | undefined;
            /**
             * @description Mobile number. The only field with an underscore, spelled like this on the wire. Whether it is required is not known. Known from an example; no table lists it.
             * @example "10000000001"
             */
            mobile_phone?: string | undefined;
            /**
             * @description Second telephone number. One example holds an empty text. Whether it is required is not known. Known from an example; no table lists it.
             * @example "10000000001"
             */
            phone?: string | undefined;
            /**
             * @description Name of the person who receives the goods. Whether it is required is not known. Known from an example; no table lists it.
             * @example "Test Buyer"
             */
            name?: string | undefined;
        };
        /** @description The parcel with which goods go back to the seller. Taken from the one full example that has it. Known from an example; no table lists it. */
        TaobaoRefundLogistics: {
            /**
             * @description The buyer's phone number. Whether it is required is not known. Known from an example; no table lists it.
             * @example "10000000002"
             */
            buyerPhone?: string;
            /** @description The carrier of the parcel. Whether it is required is not known. Known from an example; no table lists it. */
            logisticsCompany?: components["schemas"]["TaobaoRefundLogisticsCompany"];
            /**
             * @description Tracking number of the parcel. Whether it is required is not known. Known from an example; no table lists it.
             * @example "43523253245352543"
             */
            logisticsNo?: string;
            /** @description Where to send the goods. Whether it is required is not known. Known from an example; no table lists it. */
            receiverAddress?: components["schemas"]["TaobaoRefundReceiverAddress"];
            /**
             * @description The buyer's note on the return. Whether it is required is not known. Known from an example; no table lists it.
             * @example "test"
             */
            returnGoodsDesc?: string;
            /**
             * @description What the seller wrote when agreeing to the return. Whether it is required is not known. Known from an example; no table lists it.
             * @example "test"
             */
            sellerAgreeReturnDescribe?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description A carrier for return parcels. Taken from examples. Its two names begin differently: `logistic` and `logistics`. Known from an example; no table lists it. */
        TaobaoRefundLogisticsCompany: {
            /**
             * @description The carrier's code. Spelled like this on the wire, without the `s` of `logisticsCompanyName` beside it and of `logisticsCompanyCode` in the return form. Whether it is required is not known. Known from an example; no table lists it.
             * @example "SF"
             */
            logisticCompanyCode?: string;
            /**
             * @description The carrier's name, in Chinese. Whether it is required is not known. Known from an example; no table lists it.
             * @example "顺丰快递"
             */
            logisticsCompanyName?: string;
        };
        /** @description An after-sales case of Taobao goods (逆向单), which PandaPon's English pages call a reverse order. Taken from examples. PandaPon does not list the values of its status fields; the meanings here are those of upstream, and all values in the examples fit them. Several texts are null in one example and filled in the other. Known from an example; no table lists it. */
        TaobaoRefundOrder: {
            /**
             * @description The case, 12 digits in the samples. Whether it is required is not known. Known from an example; no table lists it.
             * @example "110002687818"
             */
            refundId?: string;
            /**
             * @description The payment that the case belongs to, judging by its name. 19 digits in the samples. Whether it is required is not known. Known from an example; no table lists it.
             * @example "3582133814705377121"
             */
            payOrderId?: string;
            /**
             * @description How far the case has come. Text here, an integer in the request of the list. Upstream: 0, there is no case; 10, the buyer has applied; 20, the seller has agreed and waits for the goods; 30, the buyer has sent them back; 100, the refund is done; -10, the seller has refused; -20, the case is closed. PandaPon's examples show 20 and 100. Whether it is required is not known. Known from an example; no table lists it.
             * @example "100"
             */
            refundStatus?: "0" | "10" | "20" | "30" | "100" | "-10" | "-20" | (string & {});
            /**
             * @description The kind of case. Upstream: 1, money only; 2, the goods go back. In PandaPon's examples the case of kind 1 has no return parcel, and the case of kind 2 has one. Whether it is required is not known. Known from an example; no table lists it.
             * @example 1
             */
            refundType?: number;
            /**
             * @description Where the goods are. Upstream: 1, not sent; 2, sent; 3, not received; 4, received; 5, sent back; 6, the seller has confirmed their return. PandaPon's examples show 1 and 4. Whether it is required is not known. Known from an example; no table lists it.
             * @example 1
             */
            goodsStatus?: number;
            /**
             * @description Id of the reason. Whether it is required is not known. Known from an example; no table lists it.
             * @example 150013
             */
            reasonId?: Int64;
            /**
             * @description The reason in words, in Chinese. Whether it is required is not known. Known from an example; no table lists it.
             * @example "我不想要了"
             */
            reasonDesc?: string;
            /**
             * @description What was written about the case in addition to the reason. Empty in one example. Whether it is required is not known. Known from an example; no table lists it.
             * @example ""
             */
            refundDesc?: string;
            /**
             * @description Amount of the refund. The unit is not stated. Whether it is required is not known. Known from an example; no table lists it.
             * @example 392
             */
            refundFee?: number;
            /**
             * @description Whether the amount can still be changed. Null in the list's example. Whether it is required is not known. Known from an example; no table lists it.
             * @example true
             */
            canEditFee?: boolean | null;
            /**
             * @description A hint about the amount. Null in the list's example. Whether it is required is not known. Known from an example; no table lists it.
             * @example "test"
             */
            feeTips?: string | null;
            /**
             * @description How much time is left, as a text of digits; a number upstream. The unit is not stated. Null in the list's example. Whether it is required is not known. Known from an example; no table lists it.
             * @example "1131386064"
             */
            remainingTime?: string | null;
            /**
             * @description When the current deadline ends: an epoch time in milliseconds, as text of 13 digits; a number upstream. Whether it is required is not known. Known from an example; no table lists it.
             * @example "1698313367000"
             */
            timeoutDate?: string;
            /**
             * @description Which deadline is running. `sAgreeRefundT` and `bReturnGoodsT` have been seen. Judging by their names, the seller has to agree, or the buyer has to send the goods back. Whether it is required is not known. Known from an example; no table lists it.
             * @example "sAgreeRefundT"
             */
            timeoutType?: "sAgreeRefundT" | "bReturnGoodsT" | (string & {});
            /**
             * @description Why the seller refused. Null in the list's example. Whether it is required is not known. Known from an example; no table lists it.
             * @example "test"
             */
            sellerRefuseReason?: string | null;
            /**
             * @description The seller's refusal in more detail. Null in the list's example. Whether it is required is not known. Known from an example; no table lists it.
             * @example "test"
             */
            sellerRefuseReasonDescribe?: string | null;
        };
        /** @description One after-sales case of Taobao goods with everything around it: the case itself, the order line it is about, and the return parcel if there is one. No table shows types of the members. They are taken from two full examples that differ in several types, and both forms are accepted. Known from an example; no table lists it. */
        TaobaoRefundOrderAggregate: {
            /** @description The return parcel. Null in the list's example, whose case is about money only. Whether it is required is not known. Known from an example; no table lists it. */
            logistics?: components["schemas"]["TaobaoRefundLogistics"] | null;
            /** @description A sub-account, judging by its name. Only the list shows it, and only as null, so the type of a real value is not known. Whether it is required is not known. Known from an example; no table lists it. */
            subUserId?: unknown;
            /** @description The case itself. Whether it is required is not known. Known from an example; no table lists it. */
            refundOrder?: components["schemas"]["TaobaoRefundOrder"];
            /** @description The order line that the case is about. Whether it is required is not known. Known from an example; no table lists it. */
            purchaseOrderLine?: components["schemas"]["TaobaoPurchaseOrderLine"];
        } & {
            [key: string]: unknown;
        };
        /** @description Where a return parcel goes. Taken from the one full example that has it. Known from an example; no table lists it. */
        TaobaoRefundReceiverAddress: {
            /**
             * @description The whole address in one text. Whether it is required is not known. Known from an example; no table lists it.
             * @example "Example Road 1"
             */
            detailAddress?: string;
            /**
             * @description Phone number of the person who receives the parcel. Whether it is required is not known. Known from an example; no table lists it.
             * @example "10000000003"
             */
            phone?: string;
            /**
             * @description Name of the person who receives the parcel. Whether it is required is not known. Known from an example; no table lists it.
             * @example "Test Seller"
             */
            receiver?: string;
        } & {
            [key: string]: unknown;
        };
        /** @description Envelope with the outcome and the case. */
        TaobaoRefundsCancelResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values.
             * @example 200
             */
            code: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer.
             * @example "1014533973088404335"
             */
            developId: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`.
             * @example "成功"
             */
            msg: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /** @description The outcome and the case. */
            data: {
                /**
                 * @description Whether the case is cancelled now.
                 * @example true
                 */
                cancelSuccess: boolean;
                /**
                 * @description Currency of the amounts. Only CNY has been seen.
                 * @example "CNY"
                 */
                currency: "CNY" | (string & {});
                /**
                 * @description The distributor that the case belongs to. Text here; the list of cases has null instead.
                 * @example "1223655000541"
                 */
                distributorId: string | null;
                /** @description The case. The page's example is cut inside the case. */
                refundOrderAggregate: components["schemas"]["TaobaoRefundOrderAggregate"];
            };
        };
        /** @description Envelope with the case. */
        TaobaoRefundsGetResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values. Whether it is required is not known.
             * @example 200
             */
            code?: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer.
             * @example "1014533973088404335"
             */
            developId: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`.
             * @example "成功"
             */
            msg: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /** @description The case and its distributor. */
            data: {
                /**
                 * @description The distributor that the case belongs to. Text here; the list of cases has null instead.
                 * @example "2100005349129"
                 */
                distributorId: string | null;
                /**
                 * @description Currency of the amounts. Only CNY has been seen.
                 * @example "CNY"
                 */
                currency: "CNY" | (string & {});
                /** @description The case. The page's example is cut inside the case. */
                refundOrderAggregate: components["schemas"]["TaobaoRefundOrderAggregate"];
            };
        };
        /** @description Filters and the page. The one visible table shows no labels for the six filters, so their descriptions here follow their names. No page says how several of them work together. */
        TaobaoRefundsListRequest: {
            /**
             * @description Only this case. A conclusion; no page says it.
             * @example "110002687818"
             */
            refundId?: string | undefined;
            /**
             * @description Only cases of this purchase order. Text here, a number in the page's answer. A conclusion; no page says it.
             * @example "200028508720"
             */
            purchaseOrderId?: Int64Input | undefined;
            /**
             * @description Only cases of this sales order. A conclusion; no page says it.
             * @example "500918-1034477311887409465"
             */
            salesOrderId?: string | undefined;
            /**
             * @description Only cases with this status. An integer here, text in the answer. Upstream: 0, there is no case; 10, the buyer has applied; 20, the seller has agreed; 30, the goods were sent back; 100, the refund is done; -10, the seller has refused; -20, the case is closed. A conclusion; no page says it.
             * @example 100
             */
            refundStatus?: number | undefined;
            /**
             * @description Only cases from this time on. The unit is not stated, and the page's sample is not a real time. A conclusion; no page says it.
             * @example 121312131313
             */
            refundStartTime?: number | undefined;
            /**
             * @description Only cases up to this time. The unit is not stated, and the page's sample is not a real time. A conclusion; no page says it.
             * @example 3323232
             */
            refundEndTime?: number | undefined;
            /**
             * @description Number of the page. 1 in the example; it is a conclusion that counting starts there. Whether it is required is not known.
             * @example 1
             */
            pageNo?: number | undefined;
            /**
             * @description Cases per page. The largest size is not stated.
             * @example 1
             */
            pageSize: number;
        };
        /** @description Envelope with one page of cases. */
        TaobaoRefundsListResponse: components["schemas"]["Envelope"] & {
            /** @description One page of cases. Taken from the page's full example. Whether it is required is not known. Known from an example; no table lists it. */
            data?: {
                /**
                 * @description How many cases there are in all. Whether it is required is not known. Known from an example; no table lists it.
                 * @example 28
                 */
                total?: number;
                /**
                 * @description The number of this page. Whether it is required is not known. Known from an example; no table lists it.
                 * @example 1
                 */
                pageNo?: number;
                /**
                 * @description The distributor that the cases belong to. Null in the example here, text in the other calls of the group. Whether it is required is not known. Known from an example; no table lists it.
                 * @example "2100005349129"
                 */
                distributorId?: string | null;
                /**
                 * @description Cases per page, as the request asked. Whether it is required is not known. Known from an example; no table lists it.
                 * @example 1
                 */
                pageSize?: number;
                /**
                 * @description Currency of the amounts. Only CNY has been seen. Whether it is required is not known. Known from an example; no table lists it.
                 * @example "CNY"
                 */
                currency?: "CNY" | (string & {});
                /** @description The cases of this page. Only here is the name in the plural. Whether it is required is not known. Known from an example; no table lists it. */
                refundOrderAggregates?: components["schemas"]["TaobaoRefundOrderAggregate"][];
            };
        };
        /** @description The return parcel and the case it belongs to. */
        TaobaoRefundsSubmitLogisticsRequest: {
            /**
             * @description The buyer's phone number.
             * @example "10000000001"
             */
            buyerPhone: string;
            /**
             * @description The carrier's code. It is spelled with the `s` here and without it in the answer.
             * @example "SF"
             */
            logisticsCompanyCode: string;
            /**
             * @description Tracking number of the parcel.
             * @example "SF00111test"
             */
            logisticsNo: string;
            /**
             * @description The case that the parcel belongs to, 12 digits.
             * @example "110000303674"
             */
            refundId: string;
            /**
             * @description A note on the return. It must be sent, but may be null.
             * @example "test"
             */
            returnGoodsDesc: string | null;
        };
        /** @description Envelope with the case and the carriers. */
        TaobaoRefundsSubmitLogisticsResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values.
             * @example 200
             */
            code: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer.
             * @example "1014533973088404335"
             */
            developId: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`.
             * @example "成功"
             */
            msg: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /** @description The case as it is now, and the carriers. */
            data: {
                /**
                 * @description Currency of the amounts. Only CNY has been seen.
                 * @example "CNY"
                 */
                currency: "CNY" | (string & {});
                /**
                 * @description The distributor that the case belongs to. Text here; the list of cases has null instead.
                 * @example "345645363464"
                 */
                distributorId: string | null;
                /** @description Carriers for return parcels. The table counts two members; their names come from the example. */
                logisticsCompanyList: components["schemas"]["TaobaoRefundLogisticsCompany"][];
                /** @description The case, now with the parcel in `logistics`. */
                refundOrderAggregate: components["schemas"]["TaobaoRefundOrderAggregate"];
            };
        };
        /** @description A message and the case it belongs to. */
        TaobaoRefundsSubmitMessageRequest: {
            /**
             * @description The case to add a message to. Whether it is required is not known.
             * @example "110000303674"
             */
            refundId?: string | undefined;
            /**
             * @description The text of the message. Whether it is required is not known.
             * @example "The parcel is on its way back."
             */
            refundMessage?: string | undefined;
            /**
             * @description Pictures, all in one text. The separator is not stated.
             * @example "https://img.example.com/proof-1.jpg"
             */
            refundImages?: string | undefined;
        };
        /** @description Envelope with what the call returns. */
        TaobaoRefundsSubmitMessageResponse: ({
            /**
             * @description The id of this call, usually 32 hexadecimal digits, or null. Whether it is required is not known.
             * @example "4cfda0b725184ab8a1e3ee3b9051ec35"
             */
            requestId?: string | null;
            /**
             * @description 200 in every real example of a success; any other value is treated as a failure. No page documents other values.
             * @example 200
             */
            code: number | null;
            /**
             * @description The developer's id, according to its label. Examples hold text of 16 or 19 digits, or null; some tables declare an integer. Whether it is required is not known.
             * @example "1014533973088404335"
             */
            developId?: Int64 | null;
            /**
             * @description Text that goes with `code`. On success it is `成功` or `SUCCESS`. Whether it is required is not known.
             * @example "成功"
             */
            msg?: string | null;
        } & {
            [key: string]: unknown;
        }) & {
            /** @description The page is cut before the members. Whether it is required is not known. */
            data?: {
                [key: string]: unknown;
            };
        };
        /** @description One line of an order to preview. The ids are JSON numbers in the page's example; creating the order sends them as text. The quantity is text in both. No table lists the fields. Known from an example; no table lists it. */
        TaobaoRenderLine: {
            /**
             * @description The item to buy: 18 digits that begin with 6001, more than a JavaScript number can hold. Upstream, an order line takes the `mpId` of the item, which looking up the item returns. Whether it is required is not known. Known from an example; no table lists it.
             * @example 600120680003951077n
             */
            itemId?: Int64Input | undefined;
            /**
             * @description How many pieces to buy, as text. Whether it is required is not known. Known from an example; no table lists it.
             * @example "1"
             */
            quantity?: string | undefined;
            /**
             * @description The SKU to buy. 13 digits in the sample. Upstream, an order line takes the `mpSkuId` of the SKU. Whether it is required is not known. Known from an example; no table lists it.
             * @example 4951323355633n
             */
            skuId?: Int64Input | undefined;
        };
        /** @description A variant of a Taobao item. Taken from an answer in the development manual. The visible copy is cut at `promotionPrice`. The fields after it are those of upstream: not shown by PandaPon. Upstream, a variant also has `coupon_price`, its price with a coupon, and `mp_skuId`, which an order line takes as the SKU to buy. A sister platform prints the latter as `mpSkuld`, so its name here is not known. From the development manual. */
        TaobaoSku: {
            /** @description Picture of the variant. The manual shows only null, so the type of a real value is not known. Whether it is required is not known. From the development manual. */
            picUrl?: unknown;
            /**
             * @description A number of pieces, apparently in stock; the manual does not explain it. Whether it is required is not known. From the development manual.
             * @example 200
             */
            quantity?: number;
            /**
             * @description Price of the variant. Neither the unit nor the currency is stated. Upstream, another call has the same price in fen. Whether it is required is not known. From the development manual.
             * @example 1
             */
            price?: number;
            /**
             * @description The SKU. 13 digits in the sample. Whether it is required is not known. From the development manual.
             * @example "3452545926724"
             */
            skuId?: Int64;
            /**
             * @description State of the variant. The manual shows `active`; other values are not listed. Whether it is required is not known. From the development manual.
             * @example "active"
             */
            status?: "active" | (string & {});
            /** @description Price of the variant after discount. The visible copy ends at this name, so neither type nor unit is known. Upstream, it is an integer; a sister platform shows text. Whether it is required is not known. From the development manual. */
            promotionPrice?: unknown;
            /**
             * @description Freight. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
             * @example 0
             */
            postFee?: number | null;
            /** @description The properties that make up the variant, such as colour and yellow. The names of the members are those that the cart takes for the same thing. Upstream writes them in snake case and has `value_desc` as well, the value with a remark. Not shown by PandaPon; from the Taobao Global platform. */
            properties?: ({
                /**
                 * @description Id of the value. Not shown by PandaPon; from the Taobao Global platform.
                 * @example 28326
                 */
                valueId?: Int64 | null;
                /**
                 * @description The value in words. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "红色"
                 */
                valueName?: string | null;
                /**
                 * @description Id of the property. Not shown by PandaPon; from the Taobao Global platform.
                 * @example 1627207
                 */
                propId?: Int64 | null;
                /**
                 * @description The property in words. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "颜色分类"
                 */
                propName?: string | null;
            } & {
                [key: string]: unknown;
            })[] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One property of a SKU with its value, such as colour and yellow. Taken from the page's example; no table lists the fields. Known from an example; no table lists it. */
        TaobaoSkuProperty: {
            /**
             * @description Id of the value. Whether it is required is not known. Known from an example; no table lists it.
             * @example 28324n
             */
            valueId?: Int64Input | undefined;
            /**
             * @description The value in words. Whether it is required is not known. Known from an example; no table lists it.
             * @example "黄色"
             */
            valueName?: string | undefined;
            /**
             * @description Id of the property. Whether it is required is not known. Known from an example; no table lists it.
             * @example 1627207n
             */
            propId?: Int64Input | undefined;
            /**
             * @description The property in words. Whether it is required is not known. Known from an example; no table lists it.
             * @example "颜色分类"
             */
            propName?: string | undefined;
        };
        /** @description A sub-order in the message about a changed price. The page counts 26 fields; the first 8 here are visible. All of them are in snake case, while the message around them is in camel case. The other fields are those of a sub-order upstream, which has more than 26: not shown by PandaPon, and some of them will be missing. Upstream, amounts and times are numbers; the page has text for `product_amount` and `close_time_without_payment`, so both are accepted in the other fields, and null too. Known from an example; no table lists it. */
        TaobaoSubOrder: {
            /**
             * @description Taobao's own id of the purchase order, judging by its name. Whether it is required is not known. Known from an example; no table lists it.
             * @example "3682557363260579405"
             */
            purchase_order_outer_id?: string;
            /**
             * @description Taobao's own id of the line of the purchase order, judging by its name. Whether it is required is not known. Known from an example; no table lists it.
             * @example "3682557363261579405"
             */
            purchase_order_line_outer_id?: string;
            /**
             * @description When the order closes if it is not paid, as `yyyy-MM-dd HH:mm:ss` without a time zone. Whether it is required is not known. Known from an example; no table lists it.
             * @example "2025-02-25 12:14:43"
             */
            close_time_without_payment?: string;
            /**
             * @description A more exact code of an error, judging by its name. No page lists the codes. Whether it is required is not known. Known from an example; no table lists it.
             * @example ""
             */
            detail_error_code?: string;
            /**
             * @description Amount for the goods, as text. The unit is not stated. Whether it is required is not known. Known from an example; no table lists it.
             * @example "9300"
             */
            product_amount?: string;
            /**
             * @description The carrier's name. Whether it is required is not known. Known from an example; no table lists it.
             * @example "顺丰快递"
             */
            logistic_company_name?: string;
            /**
             * @description Tracking number. Whether it is required is not known. Known from an example; no table lists it.
             * @example "SF0000000000001"
             */
            logistic_number?: string;
            /**
             * @description Number of pieces. Whether it is required is not known. Known from an example; no table lists it.
             * @example 2
             */
            quantity?: number;
            /**
             * @description The sub-order, 12 digits. A number upstream. Probably the `subPurchaseOrderId` that looking up the parcels takes. Not shown by PandaPon; from the Taobao Global platform.
             * @example 200033789041
             */
            sub_purchase_order_id?: Int64 | null;
            /**
             * @description State of the sub-order. The values are those of an order upstream: `BULIDING` (spelled like this), the order is being created; `WAIT_BUYER_P`, it waits for the payment; `WAIT_SELLER_SEND_GOODS`, it is paid; `WAIT_BUYER_CONFIRM_GOODS`, the goods were sent; `TRADE_CLOSED`, it is closed. Not shown by PandaPon; from the Taobao Global platform.
             * @example "WAIT_BUYER_P"
             */
            status?: ("BULIDING" | "WAIT_BUYER_P" | "WAIT_SELLER_SEND_GOODS" | "WAIT_BUYER_CONFIRM_GOODS" | "TRADE_CLOSED" | (string & {})) | null;
            /**
             * @description Why the sub-order was closed. Not shown by PandaPon; from the Taobao Global platform.
             * @example ""
             */
            close_reason?: string | null;
            /**
             * @description Code of an error of the order. Not shown by PandaPon; from the Taobao Global platform.
             * @example ""
             */
            error_code?: string | null;
            /**
             * @description The error in words. Not shown by PandaPon; from the Taobao Global platform.
             * @example ""
             */
            error_message?: string | null;
            /**
             * @description Title of the order. Not shown by PandaPon; from the Taobao Global platform.
             * @example "示例商品"
             */
            title?: string | null;
            /**
             * @description The item that was ordered. Not shown by PandaPon; from the Taobao Global platform.
             * @example "600126245031041190"
             */
            item_id?: string | null;
            /**
             * @description The SKU that was ordered. A number upstream. Not shown by PandaPon; from the Taobao Global platform.
             * @example 5016042822039
             */
            sku_id?: Int64 | null;
            /** @description The SKU that was ordered, with its picture. The names inside are in camel case upstream. Not shown by PandaPon; from the Taobao Global platform. */
            sku_info?: ({
                /** @description The properties of the SKU, in two languages. Not shown by PandaPon; from the Taobao Global platform. */
                skuPv?: ({
                    /**
                     * @description The properties in English, as JSON text. Its form is not known. Not shown by PandaPon; from the Taobao Global platform.
                     * @example ""
                     */
                    en?: string | null;
                    /**
                     * @description The properties in Chinese, as JSON text. Its form is not known. Not shown by PandaPon; from the Taobao Global platform.
                     * @example ""
                     */
                    zh?: string | null;
                } & {
                    [key: string]: unknown;
                }) | null;
                /**
                 * @description Picture of the SKU. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "https://img.example.com/item-1.jpg"
                 */
                skuImgUrl?: string | null;
            } & {
                [key: string]: unknown;
            }) | null;
            /** @description More about the SKU and its shop. Upstream calls these fields dynamic. Not shown by PandaPon; from the Taobao Global platform. */
            option_fields?: ({
                /**
                 * @description Picture of the SKU. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "https://img.example.com/item-1.jpg"
                 */
                SKU_IMG_URL?: string | null;
                /**
                 * @description Name of the supplier's account. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "示例店铺"
                 */
                supplierNick?: string | null;
                /**
                 * @description The properties of the SKU in English, as JSON text. Its form is not known. Not shown by PandaPon; from the Taobao Global platform.
                 * @example ""
                 */
                en?: string | null;
                /**
                 * @description The properties of the SKU in Chinese, as JSON text. Its form is not known. Not shown by PandaPon; from the Taobao Global platform.
                 * @example ""
                 */
                zh?: string | null;
                /**
                 * @description Name of the shop. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "示例店铺"
                 */
                shopName?: string | null;
                /**
                 * @description The shop. Text upstream; a number where PandaPon looks up an item. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "268763467"
                 */
                shopId?: Int64 | null;
            } & {
                [key: string]: unknown;
            }) | null;
            /**
             * @description Currency of `purchase_amount`. Not shown by PandaPon; from the Taobao Global platform.
             * @example "CNY"
             */
            purchase_currency?: ("CNY" | (string & {})) | null;
            /**
             * @description Price of the purchase. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
             * @example 9300
             */
            purchase_amount?: string | number | null;
            /**
             * @description Currency of `pay_amount`. Not shown by PandaPon; from the Taobao Global platform.
             * @example "CNY"
             */
            pay_currency?: ("CNY" | (string & {})) | null;
            /**
             * @description What was paid. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
             * @example 9800
             */
            pay_amount?: string | number | null;
            /**
             * @description Discount by a red packet (红包), as text. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
             * @example "0"
             */
            hongbao_deduction_amount?: string | null;
            /**
             * @description Freight inside China. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
             * @example 500
             */
            domestic_post_fee?: string | number | null;
            /**
             * @description Estimated rate of the commission, as text. Its form is not known. Not shown by PandaPon; from the Taobao Global platform.
             * @example ""
             */
            item_commission_rate?: string | null;
            /**
             * @description Number of the payment at Alipay. Not shown by PandaPon; from the Taobao Global platform.
             * @example ""
             */
            alipay_pay_order_no?: string | null;
            /**
             * @description When it was paid. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
             * @example 1740380117000
             */
            pay_time?: string | number | null;
            /**
             * @description The buyer's remark. Not shown by PandaPon; from the Taobao Global platform.
             * @example "Please keep dry"
             */
            order_remark_v2?: string | null;
            /**
             * @description Whether the receipt of the goods can be confirmed. Not shown by PandaPon; from the Taobao Global platform.
             * @example false
             */
            can_confirm_receipt?: boolean | null;
            /**
             * @description The after-sales case of the sub-order, 12 digits. A number upstream; `refundId` is text in other answers. Not shown by PandaPon; from the Taobao Global platform.
             * @example 110000300003
             */
            refund_id?: Int64 | null;
            /** @description State of the after-sales case; see `refundStatus` of a case for the values upstream. A number upstream, text in other answers of PandaPon. Not shown by PandaPon; from the Taobao Global platform. */
            refund_status?: unknown;
            /**
             * @description When the goods were sent. Upstream says that the field is out of use. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
             * @example 1740380117000
             */
            rts_time?: string | number | null;
            /** @description The parcels inside China. Not shown by PandaPon; from the Taobao Global platform. */
            logistic_orders?: ({
                /**
                 * @description The carrier's name. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "顺丰快递"
                 */
                logistic_company_name?: string | null;
                /**
                 * @description Tracking number. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "SF0000000000001"
                 */
                logistic_number?: string | null;
                /**
                 * @description When the parcel was sent. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
                 * @example 1740380117000
                 */
                rts_time?: string | number | null;
            } & {
                [key: string]: unknown;
            })[] | null;
            /** @description The international parcels. Not shown by PandaPon; from the Taobao Global platform. */
            international_logistic_orders?: ({
                /**
                 * @description The carrier's name. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "顺丰快递"
                 */
                logistic_company_name?: string | null;
                /**
                 * @description Tracking number. Not shown by PandaPon; from the Taobao Global platform.
                 * @example "SF0000000000001"
                 */
                logistic_number?: string | null;
                /**
                 * @description When the parcel was sent. Its unit is not stated. Not shown by PandaPon; from the Taobao Global platform.
                 * @example 1740380117000
                 */
                rts_time?: string | number | null;
            } & {
                [key: string]: unknown;
            })[] | null;
            /** @description Orders of services, such as packing or freight. Not shown by PandaPon; from the Taobao Global platform. */
            supply_chain_service_orders?: ({
                /**
                 * @description Kind of the service. Spelled like this upstream. Not shown by PandaPon; from the Taobao Global platform.
                 * @example ""
                 */
                service_catrgory?: string | null;
                /**
                 * @description An order; the source does not say which. Not shown by PandaPon; from the Taobao Global platform.
                 * @example 200033789041
                 */
                order_id?: Int64 | null;
                /**
                 * @description The service. Not shown by PandaPon; from the Taobao Global platform.
                 * @example 1
                 */
                service_id?: Int64 | null;
                /**
                 * @description Name of the service. Not shown by PandaPon; from the Taobao Global platform.
                 * @example ""
                 */
                service_name?: string | null;
                /**
                 * @description State of the service order. Not shown by PandaPon; from the Taobao Global platform.
                 * @example ""
                 */
                status?: string | null;
                /** @description Price of the service. Not shown by PandaPon; from the Taobao Global platform. */
                price?: ({
                    /**
                     * @description The amount. Upstream, it is in fen. Not shown by PandaPon; from the Taobao Global platform.
                     * @example 500
                     */
                    amount?: string | number | null;
                    /**
                     * @description Currency of the amount. Not shown by PandaPon; from the Taobao Global platform.
                     * @example "CNY"
                     */
                    currency?: ("CNY" | (string & {})) | null;
                } & {
                    [key: string]: unknown;
                }) | null;
                /**
                 * @description Code of an error. Not shown by PandaPon; from the Taobao Global platform.
                 * @example ""
                 */
                error_code?: string | null;
                /**
                 * @description The error in words. Not shown by PandaPon; from the Taobao Global platform.
                 * @example ""
                 */
                error_message?: string | null;
                /**
                 * @description A more exact code of the error. Not shown by PandaPon; from the Taobao Global platform.
                 * @example ""
                 */
                detail_error_code?: string | null;
                /**
                 * @description The more exact code in words. Not shown by PandaPon; from the Taobao Global platform.
                 * @example ""
                 */
                detail_error_message?: string | null;
            } & {
                [key: string]: unknown;
            })[] | null;
        } & {
            [key: string]: unknown;
        };
        /** @description One event on a parcel's way. Names and types come from examples; no table lists them. Known from an example; no table lists it. */
        TaobaoTrace: {
            /**
             * @description The state in Chinese words, such as 运输中 (on the way). Whether it is required is not known. Known from an example; no table lists it.
             * @example "运输中"
             */
            statusDesc?: string;
            /**
             * @description Province of the event. Null in the v1 example, text in the v2 example. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "浙江省"
             */
            province?: string | null;
            /**
             * @description City of the event. Whether it is required is not known. Known from an example; no table lists it.
             * @example "北京市"
             */
            city?: string;
            /**
             * @description District of the event. Whether it is required is not known. Known from an example; no table lists it.
             * @example "朝阳区"
             */
            district?: string;
            /**
             * @description What was done, as a code. The v1 example shows `TMS_STATION_IN` and `TMS_STATION_OUT`; no page lists the values. Whether it is required is not known. Known from an example; no table lists it.
             * @example "TMS_STATION_OUT"
             */
            action?: "TMS_STATION_IN" | "TMS_STATION_OUT" | (string & {});
            /**
             * @description Name of the station. Whether it is required is not known. Known from an example; no table lists it.
             * @example "北京"
             */
            facilityName?: string;
            /**
             * @description When it happened, in the form `2023-12-14 21:39:11`. The time zone is not stated. Whether it is required is not known. Known from an example; no table lists it.
             * @example "2023-12-14 21:39:11"
             */
            time?: string;
            /**
             * @description The event in free text. Spelled like this on the wire. Whether it is required is not known. Known from an example; no table lists it.
             * @example "包裹已离开示例站点"
             */
            standerdDesc?: string;
            /**
             * @description The state as a code. The v1 example shows `TRANSPORT`; no page lists the values. Upstream lists `WAITING_COLLECT`, `COLLECTED`, `DELIVERING`, `SIGNED`, `REJECTED`, `RETURNED`, `EXCEPTION`, `WAITING_CUSTOMS`, `CUSTOMS_CLEARANCE`, `CUSTOMS_FAILED` and `UNKNOWN`. `TRANSPORT` is not among them, so that list is not complete here. Whether it is required is not known. Known from an example; no table lists it.
             * @example "TRANSPORT"
             */
            status?: "TRANSPORT" | (string & {});
            /**
             * @description City that the parcel goes to next. Null in the v1 example, text in the v2 example. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "杭州市"
             */
            nextCity?: string | null;
            /**
             * @description Station that the parcel goes to next. Null in the v1 example, text in the v2 example. Whether it is required is not known. Not shown for this version; from a page of the v2 API.
             * @example "杭州"
             */
            nextNodeName?: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A message about a 1688 order. The pages are cut, so there may be more in it. */
        WebhooksAlibabaOrderPriceModifiedRequest: {
            /**
             * @description What happened. `1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY` means that a price has changed. The Vietnamese page marks it required and never null; the English page prints "or null" and shows no mark.
             * @example "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
             */
            messageType: ("1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY" | (string & {})) | null;
            /** @description The order. The pages say object. The same object as JSON text is accepted too, because a sister platform sends it like this. */
            messageBody?: components["schemas"]["AlibabaOrderMessage"] | components["schemas"]["AlibabaOrderMessage"];
            /**
             * @description Where the order was placed: 0 is Taobao, 1 is 1688. Nullable and optional on the English page, required and never null on the Vietnamese page.
             * @example 1
             */
            messagePlatform?: number | null;
            /**
             * @description When the message was pushed. The unit is not stated; a sister platform sends 13 digits, which are milliseconds. The Vietnamese page marks it required and never null; the English page prints "or null" and shows no mark.
             * @example "1715669977082"
             */
            timestamp: string | null;
        } & {
            [key: string]: unknown;
        };
        /** @description A pushed message. More fields may follow. */
        WebhooksTaobaoOrderPriceModifiedRequest: {
            /**
             * @description What kind of message this is. The page's example holds filler text; the value is the page's heading. Whether it is required is not known.
             * @example "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"
             */
            messageType?: "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY" | (string & {});
            /** @description What has changed. The page says object; a receiver should also accept the same object as JSON text. Whether it is required is not known. */
            messageBody?: components["schemas"]["TaobaoPriceChange"] | components["schemas"]["TaobaoPriceChange"];
            /**
             * @description Where the order was placed. 0 is Taobao, 1 is 1688; it is 0 here.
             * @example 0
             */
            messagePlatform: number;
            /**
             * @description When the message was pushed. Neither its form nor its unit is stated. Whether it is required is not known.
             * @example "1740380117000"
             */
            timestamp?: string;
        } & {
            [key: string]: unknown;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "alibaba.cart.createOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to order. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaCartCreateOrderRequest"];
            };
        };
        responses: {
            /** @description The order was created, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaCartCreateOrderResponse"];
                };
            };
        };
    };
    "alibaba.cart.updateQuantity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The record and its new quantity. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaCartUpdateQuantityRequest"];
            };
        };
        responses: {
            /** @description The quantity was changed, if `code` is 200 and `data` is not false. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaCartUpdateQuantityResponse"];
                };
            };
        };
    };
    "alibaba.cart.previewOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to preview. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaCartPreviewOrderRequest"];
            };
        };
        responses: {
            /** @description The preview, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaCartPreviewOrderResponse"];
                };
            };
        };
    };
    "alibaba.orders.createBatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The orders to place. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaOrdersCreateBatchRequest"];
            };
        };
        responses: {
            /** @description The orders were placed, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaOrdersCreateBatchResponse"];
                };
            };
        };
    };
    "alibaba.orders.payBatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The orders to pay for. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaOrdersPayBatchRequest"];
            };
        };
        responses: {
            /** @description The orders were submitted, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaOrdersPayBatchResponse"];
                };
            };
        };
    };
    "alibaba.orders.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The order to cancel, and why. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaOrdersCancelRequest"];
            };
        };
        responses: {
            /** @description The order was cancelled, if `code` is 200 and `data` is not false. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaOrdersCancelResponse"];
                };
            };
        };
    };
    "alibaba.orders.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The order to place. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaOrdersCreateRequest"];
            };
        };
        responses: {
            /** @description The order was placed, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaOrdersCreateResponse"];
                };
            };
        };
    };
    "alibaba.orders.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The order to preview. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaOrdersPreviewRequest"];
            };
        };
        responses: {
            /** @description The preview, if `code` is 200 and `success` in `data` is true. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaOrdersPreviewResponse"];
                };
            };
        };
    };
    "alibaba.orders.previewBatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The orders to preview. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaOrdersPreviewBatchRequest"];
            };
        };
        responses: {
            /** @description The preview, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaOrdersPreviewBatchResponse"];
                };
            };
        };
    };
    "alibaba.orders.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The order to look up. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaOrdersGetRequest"];
            };
        };
        responses: {
            /** @description The order, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaOrdersGetResponse"];
                };
            };
        };
    };
    "alibaba.orders.getPayUrl": {
        parameters: {
            query?: {
                /**
                 * @description The 1688 order. No mark is visible on the v1 page; the v2 page marks it required. Whether it is required is not known.
                 * @example "2019601741959504495"
                 */
                orderId?: Int64Input | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How to pay, or that it was paid, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaOrdersGetPayUrlResponse"];
                };
            };
        };
    };
    "alibaba.orders.confirmReceipt": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The goods that were received. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaOrdersConfirmReceiptRequest"];
            };
        };
        responses: {
            /** @description Receipt was confirmed, if `code` is 200 and `success` in `data` is true. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaOrdersConfirmReceiptResponse"];
                };
            };
        };
    };
    "alibaba.products.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The product to look up. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaProductsGetRequest"];
            };
        };
        responses: {
            /** @description The product, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaProductsGetResponse"];
                };
            };
        };
    };
    "alibaba.products.searchByImage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The picture to search with. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaProductsSearchByImageRequest"];
            };
        };
        responses: {
            /** @description One page of goods, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaProductsSearchByImageResponse"];
                };
            };
        };
    };
    "alibaba.products.search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to search for. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaProductsSearchRequest"];
            };
        };
        responses: {
            /** @description One page of goods, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaProductsSearchResponse"];
                };
            };
        };
    };
    "alibaba.products.searchInStore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Which shop to search, and for what. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaProductsSearchInStoreRequest"];
            };
        };
        responses: {
            /** @description One page of the shop's goods, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaProductsSearchInStoreResponse"];
                };
            };
        };
    };
    "alibaba.refunds.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The case to open. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaRefundsCreateRequest"];
            };
        };
        responses: {
            /** @description The case was opened, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaRefundsCreateResponse"];
                };
            };
        };
    };
    "alibaba.refunds.submitReturn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The parcel. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlibabaRefundsSubmitReturnRequest"];
            };
        };
        responses: {
            /** @description The parcel was accepted, if `code` is 200 and `data.success` is true. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaRefundsSubmitReturnResponse"];
                };
            };
        };
    };
    "alibaba.refunds.get": {
        parameters: {
            query?: {
                /**
                 * @description The after-sales case, if it is not named in the body. Only the Vietnamese page lists it here.
                 * @example "TQ310200485816880794"
                 */
                refundId?: string | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The case to read, if it is not named in the query. */
        requestBody?: {
            content: {
                "application/json": components["schemas"]["AlibabaRefundsGetRequest"];
            };
        };
        responses: {
            /** @description The case, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlibabaRefundsGetResponse"];
                };
            };
        };
    };
    "addresses.save": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The address to save. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressesSaveRequest"];
            };
        };
        responses: {
            /** @description The address is saved, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressesSaveResponse"];
                };
            };
        };
    };
    "taobao.cart.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to put into the cart. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoCartAddRequest"];
            };
        };
        responses: {
            /** @description The SKU is in the cart, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoCartAddResponse"];
                };
            };
        };
    };
    "taobao.cart.previewOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The cart records to preview an order for. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoCartPreviewOrderRequest"];
            };
        };
        responses: {
            /** @description The preview, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoCartPreviewOrderResponse"];
                };
            };
        };
    };
    "taobao.cart.createOrder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The cart records to order. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoCartCreateOrderRequest"];
            };
        };
        responses: {
            /** @description The order was created, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoCartCreateOrderResponse"];
                };
            };
        };
    };
    "taobao.orders.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The order to create. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoOrdersCreateRequest"];
            };
        };
        responses: {
            /** @description The order was created, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoOrdersCreateResponse"];
                };
            };
        };
    };
    "taobao.orders.getLogistics": {
        parameters: {
            query?: {
                /**
                 * @description The sub-order, 12 digits. No mark is visible and the curl sample leaves it out. But the v2 page marks it required, and the call makes little sense without it: send it. Upstream, the call takes the id of the order line, `purchase_order_line_id`; presumably it is the same id. Whether it is required is not known.
                 * @example "200033789041"
                 */
                subPurchaseOrderId?: string | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parcels, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoOrdersGetLogisticsResponse"];
                };
            };
        };
    };
    "taobao.orders.getChatLink": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Which page to open, in one of two shapes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoOrdersGetChatLinkRequest"];
            };
        };
        responses: {
            /** @description The link, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoOrdersGetChatLinkResponse"];
                };
            };
        };
    };
    "taobao.refunds.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The case to cancel.
                 * @example "110000235001"
                 */
                refundId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The outcome. The case is cancelled if `code` is 200 and `cancelSuccess` is true. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoRefundsCancelResponse"];
                };
            };
        };
    };
    "taobao.refunds.get": {
        parameters: {
            query: {
                /**
                 * @description The case to look up.
                 * @example "110002685755"
                 */
                refundId: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The case, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoRefundsGetResponse"];
                };
            };
        };
    };
    "taobao.refunds.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Which cases to list. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoRefundsListRequest"];
            };
        };
        responses: {
            /** @description One page of cases, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoRefundsListResponse"];
                };
            };
        };
    };
    "taobao.refunds.submitLogistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The return parcel. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoRefundsSubmitLogisticsRequest"];
            };
        };
        responses: {
            /** @description The parcel is reported, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoRefundsSubmitLogisticsResponse"];
                };
            };
        };
    };
    "taobao.refunds.submitMessage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The message. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoRefundsSubmitMessageRequest"];
            };
        };
        responses: {
            /** @description The message was added, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoRefundsSubmitMessageResponse"];
                };
            };
        };
    };
    "taobao.orders.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The order to preview. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoOrdersPreviewRequest"];
            };
        };
        responses: {
            /** @description The preview, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoOrdersPreviewResponse"];
                };
            };
        };
    };
    "taobao.orders.updateWarehouse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The order and its warehouse. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoOrdersUpdateWarehouseRequest"];
            };
        };
        responses: {
            /** @description The warehouse was changed, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoOrdersUpdateWarehouseResponse"];
                };
            };
        };
    };
    "freight.book": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The shipment to book. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreightBookRequest"];
            };
        };
        responses: {
            /** @description Presumably the booking. No page shows the answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightBookResponse"];
                };
            };
        };
    };
    "freight.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The goods and where they go. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreightPreviewRequest"];
            };
        };
        responses: {
            /** @description Presumably the freight. No page shows the answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightPreviewResponse"];
                };
            };
        };
    };
    "freight.updateDomesticLogistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The parcels. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreightUpdateDomesticLogisticsRequest"];
            };
        };
        responses: {
            /** @description Presumably the outcome. No page shows the answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightUpdateDomesticLogisticsResponse"];
                };
            };
        };
    };
    "taobao.products.checkBatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The items to check. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoProductsCheckBatchRequest"];
            };
        };
        responses: {
            /** @description The result of the check, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoProductsCheckBatchResponse"];
                };
            };
        };
    };
    "taobao.products.get": {
        parameters: {
            query?: {
                /**
                 * @description The Taobao item, 11 or 12 digits. The page marks it optional and its curl sample leaves it out. But the page of the v2 call marks it required, and the call makes little sense without it: send it.
                 * @example "672991141190"
                 */
                itemId?: Int64Input | undefined;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The item, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoProductsGetResponse"];
                };
            };
        };
    };
    "taobao.products.getSource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The item to look up. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaobaoProductsGetSourceRequest"];
            };
        };
        responses: {
            /** @description The source goods, if `code` is 200. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaobaoProductsGetSourceResponse"];
                };
            };
        };
    };
    "webhooks.alibaba.orderPriceModified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The pushed message. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhooksAlibabaOrderPriceModifiedRequest"];
            };
        };
        responses: {
            /** @description The message was received. Answer within 1000 ms; no body is required. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    "webhooks.taobao.orderPriceModified": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The pushed message. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhooksTaobaoOrderPriceModifiedRequest"];
            };
        };
        responses: {
            /** @description Acknowledged. Answer within 1000 ms; no body is required. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
