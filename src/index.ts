/**
 * The PandaPon contract for TypeScript: the types of every operation, and what a program needs to know of each.
 *
 * @packageDocumentation
 */
export type { components, Int64, Int64Input, operations, paths, webhooks } from "../generated/schema.js";
export { operationTable, webhookTable } from "../generated/operations.js";
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
