// Calls one operation with the client of pandapon-openapi.
import {
  createPandaPon,
  operationTable,
  type ClientOptions,
  type Fetch,
  type OperationInfo,
  type OperationTable,
} from "pandapon-openapi";
import type { Credentials } from "../core/credentials.js";
import { suggestion } from "../core/nearest-operation.js";
import { Failure } from "../core/problem.js";
import { withAllDigits } from "./exact.js";

export { PandaPonError } from "pandapon-openapi";
export { failureOf, type CallFailure } from "./failure.js";

/** An operation that can be called from the command line. */
export interface Callable {
  operation: string;
  info: OperationInfo;
}

export interface CallSettings {
  credentials: Credentials;
  baseUrl?: string;
  /** The time limit of one attempt, in milliseconds. */
  timeoutMs?: number;
  timestampUnit?: "ms" | "s";
  signal?: AbortSignal;
  /** Answers instead of the platform's `fetch`. */
  fetch?: Fetch;
}

/** A request as the client sends it. */
export interface SignedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string;
}

export interface CallResult {
  requestId: string | undefined;
  attempts: number;
  /** Ids are text; other numbers are `LosslessNumber`s of lossless-json with all digits that came. */
  data: unknown;
}

type CallInputs = Readonly<Record<string, unknown>>;

/** @throws Failure with code 2 if there is no such operation, or if no page says how to sign it */
export function callable(operation: string): Callable {
  const table: OperationTable = operationTable;
  const info = Object.hasOwn(table, operation) ? table[operation] : undefined;
  if (info === undefined) {
    throw new Failure(2, `There is no operation ${operation}. ${suggestion(operation, Object.keys(table))}`);
  }
  if (info.security === "warehouse") {
    throw new Failure(
      2,
      `${operation} is signed by a rule that no page of PandaPon shows, so it cannot be called from here. Ask PandaPon for the rule, and call it from code with the option \`signWarehouse\`.`,
    );
  }
  return { operation, info };
}

/**
 * @returns the result of the call
 * @throws PandaPonError if the call fails
 */
export async function call({ info }: Callable, input: CallInputs, settings: CallSettings): Promise<CallResult> {
  const { data, requestId, attempts, response } = await send(info, input, settings);
  return { requestId, attempts, data: withAllDigits(data, await response.text(), info.result) };
}

/**
 * Signs the request of a call. Nothing is sent.
 * @throws PandaPonError of kind `input` if an input or a setting is wrong
 */
export async function signedRequest(
  { info }: Callable,
  input: CallInputs,
  settings: CallSettings,
): Promise<SignedRequest> {
  let signed: SignedRequest | undefined;
  const fetch: Fetch = async (url, { method, headers, body }) => {
    signed = { method, url, headers, ...(body !== undefined && { body }) };
    throw new Error("not sent");
  };
  try {
    await send(info, input, settings, { fetch, maxRetries: 0 });
  } catch (error) {
    if (signed === undefined) throw error;
  }
  if (signed === undefined) throw new Error("the client sent nothing");
  return signed;
}

function send({ method, path }: OperationInfo, input: CallInputs, settings: CallSettings, more: ClientOptions = {}) {
  const { credentials, signal, ...options } = settings;
  const client = createPandaPon({ ...credentials, ...options, ...more });
  // The path of an operation has the rules of the operation.
  return client.request(method, path, input, { signal }).withResponse();
}
