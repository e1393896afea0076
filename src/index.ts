/**
 * The PandaPon API for TypeScript: two clients with one signed transport, compiled from one contract.
 *
 * @packageDocumentation
 */
import type { Methods, Routes } from "../generated/methods.js";
import { operationTable } from "../generated/operations.js";
import type { paths } from "../generated/schema.js";
import {
  anyRequest,
  createClient as createClientWith,
  createPandaPon as createPandaPonWith,
  listPages,
  warehouseSigning,
  type ClientOptions,
  type MethodClient,
  type MethodRequest,
  type PathClient,
  type PathRequest,
} from "./core/index.js";

export type { Input, Item, ListId, OperationTypes, Result } from "../generated/methods.js";
export { operationTable, webhookTable } from "../generated/operations.js";
export type { components, Int64, Int64Input, operations, paths, webhooks } from "../generated/schema.js";
export {
  PandaPonError,
  type Call,
  type CallOptions,
  type ClientOptions,
  type FailedResult,
  type Fetch,
  type FetchInit,
  type FetchResponse,
  type ListCall,
  type MethodClient,
  type MethodRequest,
  type Observed,
  type ObservedOperation,
  type OperationInfo,
  type OperationTable,
  type Outcome,
  type PaginationInfo,
  type PandaPonErrorDetails,
  type PandaPonErrorKind,
  type PathClient,
  type PathInit,
  type PathRequest,
  type PathResult,
  type PathWith,
  type Position,
  type RequestEvent,
  type RequestMethod,
  type RequestOptions,
  type RequestRules,
  type ResponseEvent,
  type RetryEvent,
  type Shape,
  type Shapes,
  type SignWarehouse,
  type SuccessInfo,
  type TableTypes,
  type WarehouseParts,
  type WarehouseSignature,
  type WebhookInfo,
  type WebhookTable,
  type WithResponse,
} from "./core/index.js";

// It adds nothing. TypeScript merges what ESM and CommonJS files of one program add to `Observed` only if the first to merge is the
// module that both of their declarations lead to. Tried in all orders with TypeScript 5.4 to 7: test/package/observed.test.ts.
declare module "./index.js" {
  interface Observed {}
}

/** The client that `createPandaPon` makes: one method per operation, `request` and `with`. */
export interface PandaPon extends Methods, MethodClient, MethodRequest<Routes> {}

/** The client that `createClient` makes. */
export interface PandaPonClient extends PathClient<paths, Routes>, PathRequest<paths, Routes> {}

/**
 * Makes a client with one method per operation. A method takes path, query and body as one object, and returns the `data` of
 * the answer.
 *
 * ```ts
 * const pandapon = createPandaPon({ accessKey, accessSecret, userId });
 * const { refundId } = await pandapon.alibaba.refunds.create({ orderId: "2542285634920880794", … });
 * const { data, requestId } = await pandapon.alibaba.refunds.get({ refundId }).withResponse();
 * for await (const offer of pandapon.alibaba.products.search({ keyword: "T恤" }).items()) …
 * const data = await pandapon.request("POST", "/a/path/that/you/know", { orderId: 2542285634920880794n });
 * const other = pandapon.with({ userId: "2100007341208" });
 * ```
 *
 * A call that fails rejects with a PandaPonError: see its `kind`.
 * @param options the credentials and optional settings
 * @throws PandaPonError of kind `input` that names the missing or wrong option
 * @see {@link https://doc.pandapon.com/doc-5774404} for the signed headers
 */
export function createPandaPon(options?: ClientOptions): PandaPon {
  return createPandaPonWith(options, operationTable, {
    lists: listPages,
    warehouse: warehouseSigning,
    request: anyRequest,
  });
}

/**
 * Makes an openapi-fetch client: it calls by method and path, and returns `{ data, error, response }`. It signs, retries and
 * keeps ids exact as `createPandaPon` does.
 *
 * ```ts
 * const client = createClient({ accessKey, accessSecret, userId });
 * const { data, error } = await client.POST("/alibaba/refund/detail/create", { body });
 * const answer = await client.request("POST", "/a/path/that/you/know", { orderId: 2542285634920880794n });
 * const other = client.with({ userId: "2100007341208" });
 * ```
 *
 * `data` is the whole answer. If an answer arrived and the call failed, `error` is a PandaPonError. If no answer arrived or
 * nothing could be sent, the PandaPonError is thrown, as `fetch` does. A Response from a middleware is read as an answer of PandaPon.
 * @param options the credentials and optional settings
 * @throws PandaPonError of kind `input` that names the missing or wrong option
 * @see {@link https://doc.pandapon.com/doc-5774404} for the signed headers
 */
export function createClient(options?: ClientOptions): PandaPonClient {
  return createClientWith(options, operationTable, { warehouse: warehouseSigning, request: anyRequest });
}
