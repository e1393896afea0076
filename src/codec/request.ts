// Encodes the inputs of an operation as a URL and a body, once for all attempts.
import { inOperation, inputError } from "../errors/input-error.js";
import { demand, encode, type Inputs } from "./encode.js";
import { isRecord } from "./pointer.js";
import { membersOf, shapeIn } from "./shape.js";
import type { OperationInfo } from "../operations/table.js";

/** A request before it is signed. */
export interface PreparedRequest {
  readonly operation: string;
  readonly info: OperationInfo;
  readonly url: string;
  /** JSON text; `undefined` for a GET. */
  readonly body: string | undefined;
}

/** A request with the inputs that it was made from. */
export interface PreparedCall extends PreparedRequest {
  readonly inputs: Inputs;
}

export type { Inputs };

/**
 * Puts each input where the contract says. An unknown input goes into the body, or into the query of a GET.
 * @param values the inputs that a filled-in path holds
 * @throws PandaPonError of kind `input` that names the field
 */
export function prepare(
  operation: string,
  info: OperationInfo,
  inputs: unknown,
  baseUrl: string,
  values: Inputs = {},
): PreparedCall {
  return inOperation(operation, () => {
    const given = { ...values, ...checkedInputs(inputs, "input") };
    const other = Object.keys(values).find((name) => (given[name] ??= values[name]) !== values[name]);
    if (other !== undefined) throw inputError(other, "is another one than in the path");
    const { pagination } = info;
    // The numbers of further pages are counted from it.
    if (pagination && !/^\d+$/.test(String(given[pagination.page] ?? pagination.firstPage))) {
      throw inputError(pagination.page, "must be a page number");
    }
    const inputsOf = (place: "path" | "query" | "body"): Inputs =>
      Object.fromEntries(Object.entries(given).filter(([name]) => placeOf(name, info) === place));
    const query = encodeQuery(inputsOf("query"), info);
    return {
      operation,
      info,
      inputs: given,
      url: baseUrl + encodePath(inputsOf("path"), info) + (query && `?${query}`),
      body: encodeBody(inputsOf("body"), info),
    };
  });
}

/**
 * @param name the name of the inputs in error messages
 * @returns a copy of the inputs; of what their `toJSON` returns, if they have it
 */
export function checkedInputs(inputs: unknown, name: string): Inputs {
  let given: unknown;
  // Calls toJSON as for any other value, and only once.
  JSON.stringify(inputs, (_, value: unknown) => void (given = value));
  if (given === undefined) return {};
  if (!isRecord(given) || ArrayBuffer.isView(inputs)) {
    throw inputError(name, "must be an object of the operation's inputs");
  }
  const members = { ...given };
  // It has been called.
  if (typeof members["toJSON"] === "function") delete members["toJSON"];
  return members;
}

function placeOf(name: string, { parameters = {}, method }: OperationInfo): "path" | "query" | "body" {
  const place = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return place ?? (method === "GET" ? "query" : "body");
}

/** @returns the path of the URL */
export function encodePath(values: Inputs, info: OperationInfo): string {
  return info.path.replace(/\{(.+?)\}/g, (_, name: string) => {
    const text = encodeParameter(name, values[name], info) ?? "";
    // With such a value the URL would have another path.
    if (["", ".", ".."].includes(text)) throw inputError(name, "is missing: it is part of the path");
    return text;
  });
}

/** @returns the query of the URL, without the question mark */
export function encodeQuery(values: Inputs, info: OperationInfo): string {
  const query = Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const text = encodeParameter(name, value, info);
      return [name, text === undefined ? text : `${encodeText(name, name)}=${text}`];
    }),
  );
  // Of a POST, the table lists only what the body requires.
  if (info.method === "GET") demand(info.request, query);
  return Object.values(query).filter(Boolean).join("&");
}

/** @returns the body as JSON text; `undefined` for a GET */
export function encodeBody(body: Inputs, info: OperationInfo): string | undefined {
  return info.method === "GET" ? undefined : encode(body, info.request);
}

/** @returns the value as text of a URL; `undefined` if there is none */
function encodeParameter(name: string, value: unknown, info: OperationInfo): string | undefined {
  const json = encode(value, shapeIn(membersOf(info.request), name), name) ?? "null";
  if (json === "null") return undefined;
  // Text, and the text of a number or a boolean. An object or a list has no form in a URL.
  return encodeText(name, json.startsWith('"') ? JSON.parse(json) : /^[[{]/.test(json) ? undefined : json);
}

function encodeText(name: string, text: string | undefined): string {
  try {
    if (text !== undefined) return encodeURIComponent(text);
  } catch {
    // encodeURIComponent throws on half of a surrogate pair.
  }
  throw inputError(name, "must be well-formed text, a number or a boolean");
}
