// Reads a request as PandaPon's gateway would: which operation, who calls, with which inputs. Everything else is refused.
import { operationTable, type OperationInfo, type OperationTable } from "pandapon-openapi";
import type { Inputs } from "../exchange/flow.js";
import { Refusal } from "../exchange/refusal.js";
import { readJson } from "../../core/exact-json.js";

/** The longest body that is read, in bytes: a picture search carries the picture. */
const LONGEST_BODY = 8 * 2 ** 20;

/** A request that passed every check. */
export interface ReadRequest {
  operation: string;
  info: OperationInfo;
  userId: string;
  inputs: Inputs;
}

/** What came, for the log and for refusals: it is there even if the request is refused. */
export interface Arrived {
  method: string;
  /** Path and query. */
  target: string;
  body: string;
}

const TABLE: OperationTable = operationTable;

/** @throws Refusal that says what is wrong */
export async function readRequest(request: Request): Promise<ReadRequest> {
  const url = new URL(request.url);
  const [operation, info] = Object.entries(TABLE).find(([, { path }]) => path === url.pathname) ?? [];
  if (operation === undefined || info === undefined)
    throw new Refusal("noSuchPath", `No operation has the path ${url.pathname}.`);
  const text = await request.text();
  if (text.length > LONGEST_BODY) throw new Refusal("tooLarge", "The body is too long.");
  const body = text === "" ? {} : (readJson(text)?.value as Record<string, unknown>);
  return {
    operation,
    info,
    userId: request.headers.get("user-id") ?? "",
    inputs: { ...Object.fromEntries(url.searchParams), ...body },
  };
}
