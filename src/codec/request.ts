// Encodes the inputs of an operation as a URL and a body, once for all attempts.
import { inOperation, inputError } from "../errors/input-error.js";
import { encode, int64Digits, isScalar } from "./encode.js";
import { isObject } from "./pointer.js";
import { treeOf } from "./positions.js";
import type { OperationInfo } from "../operations/table.js";

/** A request before it is signed. */
export interface PreparedRequest {
  readonly operation: string;
  readonly info: OperationInfo;
  readonly url: string;
  /** JSON text; `undefined` for a GET. */
  readonly body: string | undefined;
}

/** Values by name. */
export type Inputs = Readonly<Record<string, unknown>>;

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
): PreparedRequest {
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
      url: baseUrl + encodePath(inputsOf("path"), info) + (query && `?${query}`),
      body: encodeBody(inputsOf("body"), info),
    };
  });
}

/** @param name the name of the inputs in error messages */
export function checkedInputs(inputs: unknown, name: string): Inputs {
  if (inputs === undefined) return {};
  if (isObject(inputs) && !Array.isArray(inputs)) return inputs;
  throw inputError(name, "must be an object of the operation's inputs");
}

function placeOf(name: string, { parameters = {}, method }: OperationInfo): "path" | "query" | "body" {
  const place = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  return place ?? (method === "GET" ? "query" : "body");
}

/** @returns the path of the URL */
export function encodePath(values: Inputs, info: OperationInfo): string {
  return info.path.replace(/\{(.+?)\}/g, (_, name: string) => {
    const text = encodeParameter(name, values[name] ?? "", info);
    // With such a value the URL would have another path.
    if (["", ".", ".."].includes(text)) throw inputError(name, "is missing: it is part of the path");
    return text;
  });
}

/** @returns the query of the URL, without the question mark */
export function encodeQuery(values: Inputs, info: OperationInfo): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeText(name, name)}=${encodeParameter(name, value, info)}`)
    .join("&");
}

/** @returns the body as JSON text; `undefined` for a GET */
export function encodeBody(body: unknown, info: OperationInfo): string | undefined {
  return info.method === "GET" ? undefined : encode(body, treeOf(info.request), "");
}

function encodeParameter(name: string, value: unknown, info: OperationInfo): string {
  const tree = treeOf(info.request).members?.get(name);
  return tree?.int64 === undefined ? encodeText(name, value) : int64Digits(value, name);
}

function encodeText(name: string, value: unknown): string {
  try {
    if (isScalar(value)) return encodeURIComponent(String(value));
  } catch {
    // encodeURIComponent throws on half of a surrogate pair.
  }
  throw inputError(name, "must be well-formed text, a number or a boolean");
}
