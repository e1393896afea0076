// Reads an answer: its value with every digit, and whether the call succeeded.
import { PandaPonError, type PandaPonErrorKind } from "../errors/error.js";
import { parseExact } from "../codec/parse.js";
import { treeOf } from "../codec/shape.js";
import { valueAt } from "../codec/pointer.js";
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
  /** Why the call failed; `undefined` if it succeeded. */
  readonly error: PandaPonError | undefined;
  readonly attempts: number;
}

/** How many characters of each part of an answer an error message shows. */
const SHOWN = 200;
const cut = (text: string): string => text.slice(0, SHOWN);

/** Decodes an answer and decides by the contract whether the call succeeded. */
export function readAnswer(
  { operation, info, url }: Pick<PreparedRequest, "operation" | "info" | "url">,
  response: FetchResponse,
  { text, problem = "the answer is empty" }: Body,
  attempts: number,
): Answer {
  const { status } = response;
  const { envelope, result, described, success, checkWith } = info;
  let value: unknown;

  const answer = (error?: PandaPonError): Answer => ({ url, response, text, value, error, attempts });
  const failed = (kind: PandaPonErrorKind, what: string, code?: string, msg?: string): Answer => {
    const refused = kind !== "decode" && status < 500 && (kind === "api" || status !== 408);
    return answer(
      new PandaPonError(kind, msg === undefined ? what : `${what}: ${cut(msg)}`, {
        operation,
        attempts,
        status,
        code: Number(code) === 200 ? undefined : code,
        msg,
        requestId: requestIdOf(value),
        outcome: refused ? "refused" : "unknown",
        checkWith,
        answer: value === undefined ? text || undefined : value,
      }),
    );
  };
  const unreadable = (what: string): Answer => {
    const type = response.headers.get("content-type") ?? "no content type";
    return failed("decode", `${what} (HTTP ${status}, ${cut(type)}): ${cut(text)}`);
  };

  if (text === "") return unreadable(problem);
  try {
    value = parseExact(text, treeOf(info.response));
  } catch {
    // The content type is named only here: a server may send JSON with any type.
    return unreadable("the answer is not JSON");
  }

  const textAt = (pointer: string | undefined): string | undefined => textOf(valueAt(value, pointer));
  const code = textAt("/code");
  const msg = textAt("/msg");
  // It may also come as text.
  if (code !== undefined && Number(code) !== 200) return failed("api", `code ${cut(code)}`, code, msg);
  if (status < 200 || status > 299) return failed("http", `HTTP ${status}`, undefined, msg);
  if (code === undefined && envelope) return unreadable("the answer has no `code`");
  const { flag, errorCode, errorMessage } = success ?? {};
  if (isFalse(valueAt(value, flag))) {
    return failed("api", `\`${flag}\` is false`, textAt(errorCode), textAt(errorMessage) ?? msg);
  }
  const data = valueAt(value, result);
  if (described !== undefined && (data === undefined || (data === null && described === true))) {
    return unreadable("the answer has no result");
  }
  return answer();
}

/** @returns PandaPon's id of the request */
export function requestIdOf(value: unknown): string | undefined {
  return textOf(valueAt(value, "/requestId"));
}

/** The text of a number or a text; `undefined` if it is empty or anything else. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "number" || typeof value === "string" ? String(value).trim() || undefined : undefined;

/** Whether a flag is false or 0, as itself or as text. Objects and lists say nothing, nor do null and empty text. */
const isFalse = (flag: unknown): boolean => flag === false || /^(?:false|0)$/i.test(textOf(flag) ?? "");
