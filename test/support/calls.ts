// Calls of the client, in every way: by method, by path, and at the transport below both.
import { createHash } from "node:crypto";
import { expect } from "vitest";
import { createClient, createPandaPon, operationTable, PandaPonError } from "../../dist/src/index.js";
import type { Call, CallOptions, ClientOptions, OperationInfo, OperationTypes } from "../../dist/src/index.js";
import type { Answer } from "../../dist/src/transport/answer.js";
import { warehouseSigning } from "../../dist/src/core/index.js";
import { prepare } from "../../dist/src/codec/request.js";
import { readSettings } from "../../dist/src/transport/options.js";
import { createTransport } from "../../dist/src/transport/transport.js";
import { exampleInputs } from "./bundle.js";
import { positionsIn } from "./positions.js";
import type { Received } from "./server.js";

export const credentials = {
  accessKey: "0123456789abcdef0123456789abcdef",
  accessSecret: "fedcba9876543210fedcba9876543210",
  userId: "2100007341207",
};

export type Operation = keyof OperationTypes;
type Inputs = Record<string, unknown>;

/** The inputs, completed by the required ones of the example in the contract. A test that leaves one out names it as undefined. */
function complete(operation: Operation, inputs: Inputs = {}): Inputs {
  const { required = [] } = positionsIn(operationTable[operation].request);
  const example = Object.entries(exampleInputs(operation));
  const missing = example.filter(([name]) => required.includes(`/${name}`) && !(name in inputs));
  return { ...inputs, ...Object.fromEntries(missing) };
}

/** Where an operation takes an input. */
export function placeOf({ method, path, query }: OperationInfo, name: string): string {
  if (path.includes(`{${name}}`)) return "path";
  return method === "GET" || query === true || query?.includes(name) ? "query" : "body";
}

interface Outcome {
  /** The whole answer. */
  readonly value: unknown;
  readonly error: PandaPonError | undefined;
  /** Whether the call threw its error or returned it. */
  readonly thrown: boolean;
}

type Face = (
  options: ClientOptions,
  operation: Operation,
  inputs?: Inputs,
  callOptions?: CallOptions,
) => Promise<Outcome>;

const byMethod: Face = async (options, operation, inputs, callOptions) => {
  let place: unknown = createPandaPon({ ...credentials, ...options });
  for (const name of operation.split(".")) place = (place as Inputs)[name]; // namespaces down to the method
  const method = place as (inputs?: Inputs, options?: CallOptions) => Call<unknown>;
  return outcomeOf(async () => {
    const { response } = await method(complete(operation, inputs), callOptions).withResponse();
    return { value: await response.json() };
  });
};

const byPath: Face = async (options, operation, inputs, callOptions) => {
  const info: OperationInfo = operationTable[operation];
  const places: Record<string, Inputs> = { path: {}, query: {}, body: {} };
  for (const [name, value] of Object.entries(complete(operation, inputs))) {
    const place = placeOf(info, name);
    places[place] = { ...places[place], [name]: value };
  }
  const { body, ...params } = places;
  const client = createClient({ ...credentials, ...options });
  // The types depend on the path, which is known only at run time.
  const call = (info.method === "GET" ? client.GET : client.POST) as unknown as AnyPath;
  return outcomeOf(async () => {
    const init = { params, ...(info.method === "POST" && { body }), ...callOptions };
    const { data, error } = await call(info.path, init);
    return { value: data, error };
  });
};
type AnyPath = (path: string, init: object) => Promise<{ data?: unknown; error?: PandaPonError | undefined }>;

async function outcomeOf(call: () => Promise<{ value: unknown; error?: PandaPonError | undefined }>): Promise<Outcome> {
  try {
    const { value, error } = await call();
    return { value, error, thrown: false };
  } catch (error) {
    return { value: undefined, error: asPandaPonError(error), thrown: true };
  }
}

/** Both faces of the client. */
export const faces: [name: string, face: Face][] = [
  ["a method call", byMethod],
  ["a path call", byPath],
];

interface Waiting {
  /** Called instead of waiting before a retry. */
  onWait?: () => unknown;
  /** Replaces the random factor of the waits. */
  random?: number;
}

/** The transport below both faces. It records the waits between attempts and never waits. */
export function transportTo(
  baseUrl: string,
  options: ClientOptions = {},
  { onWait, random = 1 }: Waiting = {},
): {
  waits: number[];
  call: (operation: Operation, inputs?: Inputs, callOptions?: CallOptions) => Promise<Answer>;
} {
  const settings = readSettings({ ...credentials, baseUrl, ...options }, { warehouse: warehouseSigning });
  const waits: number[] = [];
  const sleep = async (ms: number): Promise<void> => {
    waits.push(ms);
    await onWait?.();
  };
  const transport = createTransport(settings, { sleep, random: () => random });
  return {
    waits,
    call: async (operation, inputs, callOptions) =>
      transport(
        prepare(operation, operationTable[operation], complete(operation, inputs), settings.baseUrl),
        callOptions,
      ),
  };
}

/** @returns the error with which a call fails */
export async function failureOf(call: Promise<unknown>): Promise<PandaPonError> {
  try {
    await call;
  } catch (error) {
    return asPandaPonError(error);
  }
  throw new Error("the call did not fail");
}

function asPandaPonError(error: unknown): PandaPonError {
  expect(error).toBeInstanceOf(PandaPonError);
  return error as PandaPonError; // checked in the line above
}

/** The expected signature of a request, computed from its headers. */
export function signatureOf({ headers }: Received): string {
  const text = [headers["access-key"], headers["timestamp"], headers["nonce-str"], credentials.accessSecret].join("");
  return createHash("md5").update(text).digest("hex").toUpperCase();
}
