/**
 * The PandaPon API for TypeScript: two clients over one signed transport, and the contract that they are compiled from.
 *
 * @packageDocumentation
 */
export type { Input, Item, ListId, Methods as PandaPon, OperationTypes, Result } from "../generated/methods.js";
export { operationTable, webhookTable } from "../generated/operations.js";
export type { components, Int64, Int64Input, operations, paths, webhooks } from "../generated/schema.js";
export { PandaPonError, type PandaPonErrorDetails, type PandaPonErrorKind } from "./error.js";
export type { Call, ListCall, WithResponse } from "./methods/call.js";
export { createPandaPon } from "./methods/pandapon.js";
export type {
  Int64Wire,
  OperationContract,
  OperationTable,
  PaginationContract,
  Position,
  Positions,
  SuccessContract,
  WebhookContract,
  WebhookTable,
} from "./operation-table.js";
export { createClient } from "./paths/client.js";
export type { PandaPonClient, PathInit, PathResult, PathWith } from "./paths/types.js";
export type { SignWarehouse, WarehouseParts, WarehouseSignature } from "./signing/warehouse.js";
export type { RequestEvent, ResponseEvent, RetryEvent } from "./transport/events.js";
export type { CallOptions, ClientOptions, Fetch } from "./transport/options.js";
