/**
 * The client without a table of operations: `createPandaPon(options, table, parts)` and `createClient(options, table, parts)`. What
 * `pandapon generate` writes imports this entry, so that a bundle contains only the operations of its own table, and only the
 * parts that they need: `listPages`, `warehouseSigning` and `anyRequest`. See `ClientParts`.
 *
 * @packageDocumentation
 */
export { PandaPonError, type Outcome, type PandaPonErrorDetails, type PandaPonErrorKind } from "../errors/error.js";
export type { Call, ListCall, WithResponse } from "../methods/call.js";
export { listPages } from "../methods/pages.js";
export { createPandaPon, type MethodClient, type MethodRequest } from "../methods/pandapon.js";
export type { ClientParts } from "../methods/parts.js";
export { anyRequest, type RequestRules } from "../operations/find.js";
export type { Observed, ObservedOperation, WithObserved } from "../operations/observed.js";
export type {
  OperationInfo,
  OperationTable,
  PaginationInfo,
  Position,
  RequestMethod,
  Shape,
  Shapes,
  SuccessInfo,
  TableTypes,
  WebhookInfo,
  WebhookTable,
} from "../operations/table.js";
export { createClient } from "../paths/client.js";
export type { FailedResult, PathClient, PathInit, PathRequest, PathResult, PathWith } from "../paths/types.js";
export {
  warehouseSigning,
  type SignWarehouse,
  type WarehouseParts,
  type WarehouseSignature,
} from "../signing/warehouse.js";
export type { RequestEvent, ResponseEvent, RetryEvent } from "../transport/events.js";
export type {
  CallOptions,
  ClientOptions,
  Fetch,
  FetchInit,
  FetchResponse,
  RequestOptions,
} from "../transport/options.js";
