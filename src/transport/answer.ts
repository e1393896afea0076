// Reads an answer: its value with every digit, and whether the call succeeded.
import { PandaPonError, type PandaPonErrorDetails, type PandaPonErrorKind } from "../errors/error.js";
import { parseExact } from "../codec/parse.js";
import { treeOf } from "../codec/shape.js";
import { isObject, valueAt } from "../codec/pointer.js";
import type { PreparedRequest } from "../codec/request.js";
import type { Body } from "./body.js";
import type { FetchResponse } from "./options.js";

/** An answer that arrived, whether the call succeeded or failed. */
export interface Answer {
  /** The requested URL without a signature. */
  readonly url: string;
  /** Status and headers as received; the body is in `text`. */
  readonly response: FetchResponse;
  readonly text: string;
  /** The whole decoded answer; `undefined` if it is not JSON. */
  readonly value: unknown;
  /** The result that the caller gets. */
  readonly data: unknown;
  /** PandaPon's id of the request. */
  readonly requestId: string | undefined;
  /** Why the call failed; `undefined` if it succeeded. */
  readonly error: PandaPonError | undefined;
  readonly attempts: number;
  /** Makes an error that tells what is known of the call and its answer. */
  readonly failure: (kind: PandaPonErrorKind, what: string, code?: string, msg?: string) => PandaPonError;
}

/** As much of each part of an answer as an error message shows. */
const cut = (text: string): string => text.slice(0, 200);

/**
 * Decodes an answer and decides by the contract whether the call succeeded.
 * @param known what the errors of the call tell besides the answer
 */
export function readAnswer(
  { info, url }: Pick<PreparedRequest, "info" | "url">,
  response: FetchResponse,
  { text = "", problem = "the answer is empty" }: Body,
  known: PandaPonErrorDetails & { readonly attempts: number },
): Answer {
  const { status } = response;
  const { attempts } = known;
  const { flag, errorCode, errorMessage } = info.success ?? {};
  let value: unknown;
  try {
    value = parseExact(text, treeOf(info.response));
  } catch {
    // It stays undefined, which JSON never is.
  }
  const textAt = (pointer: string | undefined): string | undefined => textOf(valueAt(value, pointer));
  const code = textAt("/code");
  const msg = textAt("/msg");
  const requestId = textAt("/requestId");
  const data = valueAt(value, info.result);

  const failure: Answer["failure"] = (kind, what, code, msg) =>
    new PandaPonError(kind, msg === undefined ? what : `${what}: ${cut(msg)}`, {
      ...known,
      status,
      code: Number(code) === 200 ? undefined : code,
      msg,
      requestId,
      outcome: status < 500 && (kind === "api" || (kind === "http" && status !== 408)) ? "refused" : "unknown",
      answer: value === undefined ? text || undefined : value,
    });
  const unreadable = (what: string): PandaPonError =>
    failure(
      "decode",
      `${what} (HTTP ${status}, ${cut(response.headers.get("content-type") ?? "no content type")}): ${cut(text)}`,
    );
  const problemOf = (): PandaPonError | undefined => {
    // The content type is named only here: a server may send JSON with any type.
    if (value === undefined) return unreadable(text ? "the answer is not JSON" : problem);
    if (code !== undefined && Number(code) !== 200) return failure("api", `code ${cut(code)}`, code, msg);
    if (status < 200 || status > 299) return failure("http", `HTTP ${status}`, undefined, msg);
    if (code === undefined && info.envelope) return unreadable("the answer has no `code`");
    if (isFalse(valueAt(value, flag))) {
      return failure("api", `\`${flag}\` is false`, textAt(errorCode), textAt(errorMessage) ?? msg);
    }
    const isMissing = data === undefined ? info.described : data === null && info.described === true;
    return isMissing ? unreadable("the answer has no result") : undefined;
  };
  return { url, response, text, value, data, requestId, error: problemOf(), attempts, failure };
}

/** The text of a number or a text; `undefined` if it is empty or anything else. */
export const textOf = (value: unknown): string | undefined =>
  "number string".includes(typeof value) ? String(value).trim() || undefined : undefined;

/** Whether a flag is false or 0, as itself or as text. Objects and lists say nothing, nor do null and empty text. */
const isFalse = (flag: unknown): boolean => !isObject(flag) && /^\s*(false|0)\s*$/i.test(String(flag));
