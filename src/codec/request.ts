// Encodes the inputs of an operation as a URL and a body, once for all attempts.
import { PandaPonError } from "../errors/error.js";
import { check, inOperation, inputError, reading } from "../errors/input-error.js";
import { encode, MISSING, type Inputs } from "./encode.js";
import { isObject, isRecord } from "./pointer.js";
import { treeOf } from "./shape.js";
import type { Completion } from "../operations/from-path.js";
import type { OperationInfo } from "../operations/table.js";

/** A request before it is signed. */
export interface PreparedRequest {
  readonly operation: string;
  readonly info: OperationInfo;
  readonly url: string;
  /** JSON text; `undefined` if there is no body. */
  readonly body: string | undefined;
}

/** A request with the inputs that it was made from. */
export interface PreparedCall extends PreparedRequest {
  readonly inputs: Inputs;
}

/**
 * Puts each input where the contract says. An unknown input goes into the body, or into the query of a GET.
 * @param complete adds inputs that the caller has elsewhere
 * @throws PandaPonError of kind `input` that names the field
 */
export const prepare = (
  operation: string,
  info: OperationInfo,
  inputs: unknown,
  baseUrl: string,
  complete?: Completion,
): PreparedCall =>
  inOperation(operation, () => {
    const given = checkedInputs(inputs, "input");
    complete?.(given);
    const { pagination, query = info.method === "GET" } = info;
    // The numbers of further pages are counted from it.
    if (pagination && !/^\d+$/.test(String(given[pagination.page] ?? pagination.firstPage))) {
      throw inputError(pagination.page, "must be a page number");
    }
    let url = info.path;
    let mark = "?";
    const elsewhere = (name: string): ((value: unknown) => void) | undefined => {
      const part = `{${name}}`;
      if (info.path.includes(part)) {
        return (value) => {
          const text = textOfUrl(name, value);
          // With such a text the URL would have another path.
          if (!/^\.{0,2}$/.test(text)) url = url.replace(part, text);
        };
      }
      if (!query || (query !== true && !query.includes(name))) return undefined;
      return (value) => {
        url += `${mark}${textOfUrl(name, name)}=${textOfUrl(name, value)}`;
        mark = "&";
      };
    };
    let body;
    try {
      body = encode(given, treeOf(info.request), "", elsewhere);
    } catch (cause) {
      if (!(cause instanceof PandaPonError)) {
        // Each by itself, to name the field.
        for (const name in given) reading(name, () => encode(given[name]));
      }
      throw cause;
    }
    const missing = /\{(.+?)\}/.exec(url);
    check(!missing, String(missing?.[1]), MISSING);
    return { operation, info, inputs: given, url: baseUrl + url, body: query === true ? undefined : body };
  });

/**
 * @param name the name of the inputs in error messages
 * @returns a copy of the inputs; of what their `toJSON` returns, if they have it
 */
export function checkedInputs(inputs: unknown, name: string): Record<string, unknown> {
  let given: unknown;
  // Calls toJSON as for any other value, and only once.
  JSON.stringify(inputs, (_, value: unknown) => void (given = value));
  if (given === undefined) return {};
  check(isRecord(given) && !ArrayBuffer.isView(inputs), name, "must be an object of the operation's inputs");
  const members = { ...given };
  // It has been called.
  if (typeof members["toJSON"] === "function") delete members["toJSON"];
  return members;
}

function textOfUrl(name: string, value: unknown): string {
  try {
    if (!isObject(value)) return encodeURIComponent(String(value));
  } catch {
    // encodeURIComponent throws on half of a surrogate pair.
  }
  throw inputError(name, "must be well-formed text, a number or a boolean");
}
