// What a caller by path sees. Compiled by three versions of TypeScript against the packed package; never run.
import createFetchClient, { type Client, type Middleware } from "openapi-fetch";
import {
  createClient,
  type operations,
  type PandaPonClient,
  type PandaPonError,
  type PathInit,
  type paths,
  type PathWith,
} from "pandapon-openapi";
import { signingMiddleware } from "pandapon-openapi/signing";
import { same } from "./same.js";

type Answer<Id extends keyof operations> = operations[Id] extends {
  responses: { 200: { content: { "application/json": infer Json } } };
}
  ? Json
  : never;

const client = createClient({ accessKey: "k", accessSecret: "s", userId: "u" });
same<typeof client, PandaPonClient>();

// A call gives either the whole answer or the error.
const body = {
  orderId: "2542285634920880794",
  orderEntryIds: [2542285634921880794n],
  disputeRequest: "refund",
  applyPayment: 1990,
  applyCarriage: 0,
  applyReasonId: "20006",
  description: "Wrong colour delivered",
  goodsStatus: "refundWaitSellerSend",
};
const { data, error, response } = await client.POST("/alibaba/refund/detail/create", { body });
same<typeof response, Response>();
if (error) {
  same<typeof error, PandaPonError>();
  same<typeof data, undefined>();
} else {
  same<typeof data, Answer<"alibaba.refunds.create">>();
  same<typeof data.code, number | null | undefined>();
  same<NonNullable<typeof data.data>["refundId"], string | null | undefined>();
}
if (data !== undefined) same<typeof error, undefined>();
// @ts-expect-error data may be undefined until the error is checked
void data.code;

// Inputs.
void client.GET("/open/order/refund/cancel/{refundId}", { params: { path: { refundId: "1" } } });
void client.GET("/open/product/get", { params: { query: { itemId: 672991141190n } } });
void client.GET("/open/product/get");
void client.POST("/alibaba/refund/info");
void client.POST("/alibaba/refund/info", { body: { refundId: "TQ1" } });
void client.POST("/alibaba/refund/info", { params: { query: { refundId: "TQ1" } } });
const { orderId: _, ...withoutOrder } = body;
// @ts-expect-error a required field is missing
void client.POST("/alibaba/refund/detail/create", { body: withoutOrder });
// @ts-expect-error an id as a number would lose digits
void client.POST("/alibaba/refund/detail/create", { body: { ...body, orderId: 2542285634920880794 } });
// @ts-expect-error the body is required
void client.POST("/alibaba/refund/detail/create", {});
// @ts-expect-error the options are required
void client.POST("/alibaba/refund/detail/create");
// @ts-expect-error the path parameter is missing
void client.GET("/open/order/refund/cancel/{refundId}", { params: {} });
// @ts-expect-error the path parameter is required
void client.GET("/open/order/refund/cancel/{refundId}");
// @ts-expect-error a GET has no body
void client.GET("/open/product/get", { body: {} });

// Paths and methods.
// @ts-expect-error the path does not exist
void client.POST("/alibaba/refund/detail/destroy", { body });
// @ts-expect-error the path has only POST
void client.GET("/alibaba/refund/detail/create", { body });
// @ts-expect-error no operation uses DELETE
void client.DELETE;
same<
  Extract<PathWith<paths, "get">, `/open/order/refund/${string}`>,
  `/open/order/refund/${"cancel/{refundId}" | "query"}`
>();
const requested = await client.request("GET", "/open/order/refund/query", { refundId: "1" });
same<typeof requested.error, PandaPonError | undefined>();
same<NonNullable<typeof requested.data>, Answer<"taobao.refunds.get">>();
// @ts-expect-error the path has only GET
void client.request("POST", "/open/order/refund/query", {});

// Options of one call.
const init: PathInit<operations["taobao.products.get"]> = {
  signal: new AbortController().signal,
  timeoutMs: 1_000,
  maxRetries: 0,
  userId: "u",
  headers: { "x-trace": "1" },
};
void client.GET("/open/product/get", init);
// @ts-expect-error the option is called timeoutMs
void client.GET("/open/product/get", { timeout: 1_000 });
// @ts-expect-error the base URL is an option of the client
void client.GET("/open/product/get", { baseUrl: "http://127.0.0.1" });

// Middleware of openapi-fetch.
const trace: Middleware = { onRequest: ({ request }) => void request.headers.set("x-trace", "1") };
client.use(trace);
client.eject(trace);
void client.GET("/open/product/get", { middleware: [trace] });
// @ts-expect-error the object is not a middleware
client.use({ before: () => undefined });

// A plain client of openapi-fetch works with our paths and our signing middleware.
const bare = createFetchClient<paths>({ baseUrl: "https://api.pandapon.com" });
bare.use(signingMiddleware());
// @ts-expect-error our client is not a client of openapi-fetch: it has no PUT, and its `error` has a type that is not in the paths
const own: Client<paths> = client;

export { own };
