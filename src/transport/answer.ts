// Reads an answer: its value with every digit, and whether the call succeeded.
import { PandaPonError, type PandaPonErrorKind } from "../errors/error.js";
import { decode } from "../codec/decode.js";
import { valueAt } from "../codec/pointer.js";
import type { PreparedRequest } from "../codec/request.js";
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

/** How many characters of an answer an error message shows. */
const SHOWN = 200;
/** `application/json` with optional parameters, or a type such as `application/problem+json`. */
const JSON_TYPE = /^[\w.-]+\/(?:[\w.-]+\+)?json\b/i;

/** Decodes an answer and decides by the contract whether the call succeeded. */
export function readAnswer(
  { operation, info, url }: Pick<PreparedRequest, "operation" | "info" | "url">,
  response: FetchResponse,
  text: string,
  attempts: number,
): Answer {
  const { status } = response;
  const ok = status >= 200 && status < 300;
  const type = response.headers.get("content-type");
  let value: unknown;

  const answer = (error?: PandaPonError): Answer => ({ url, response, text, value, error, attempts });
  const failed = (kind: PandaPonErrorKind, what: string, code?: string, msg?: unknown): Answer => {
    const details = { operation, attempts, status, code, msg: textOf(msg), requestId: requestIdOf(value) };
    const message = details.msg === undefined ? what : `${what}: ${details.msg.slice(0, SHOWN)}`;
    return answer(new PandaPonError(kind, message, details));
  };
  const unreadable = (what: string): Answer =>
    failed("decode", `${what} (HTTP ${status}, ${type ?? "no content type"}): ${text.slice(0, SHOWN)}`);

  if (text === "") return unreadable("the answer is empty");
  if (type !== null && !JSON_TYPE.test(type)) return unreadable("the content type is not JSON");
  try {
    value = decode(text, info.response);
  } catch {
    return unreadable("the answer is not JSON");
  }

  const code = textOf(valueAt(value, "/code"));
  const msg = valueAt(value, "/msg");
  if (code !== undefined && code !== "200") return failed("api", `code ${code}`, code, msg);
  if (!ok) return failed("http", `HTTP ${status}`, undefined, msg);
  if (code === undefined && info.envelope) return unreadable("the answer has no `code`");
  const { flag, errorCode, errorMessage } = info.success ?? {};
  if (valueAt(value, flag) === false) {
    const what = `\`${flag}\` is false`;
    return failed("api", what, textOf(valueAt(value, errorCode)), valueAt(value, errorMessage) ?? msg);
  }
  return answer();
}

/** @returns PandaPon's id of the request */
export function requestIdOf(value: unknown): string | undefined {
  return textOf(valueAt(value, "/requestId"));
}

/** The text of a number or a text; `undefined` if it is empty or anything else. */
export const textOf = (value: unknown): string | undefined =>
  (typeof value === "number" || typeof value === "string") && value !== "" ? String(value) : undefined;
