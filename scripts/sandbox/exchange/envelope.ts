// Writes the answers: every one is an envelope, as PandaPon's are, except that of `addresses.save`.
import { writeJson } from "../../core/exact-json.js";
import { CODES, type Refusal } from "./refusal.js";

/** The developer that every answer names: 19 digits, as in PandaPon's examples. */
const DEVELOPER = "1014533973088404335";

/** An answer before it is sent, so that a failure that was asked for can still change it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Headers of every answer of the sandbox: nothing else has them. */
const HEADERS = { "content-type": "application/json;charset=UTF-8", "x-sandbox": "pandapon" };

/** @param bases what in the answer no v1 page of PandaPon shows; sent as `x-sandbox-basis` */
export function answerOf(requestId: string, data: unknown, bases: readonly string[]): Answer {
  return {
    status: 200,
    headers: { ...HEADERS, ...(bases.length > 0 && { "x-sandbox-basis": bases.join(", ") }) },
    body: writeJson({ requestId, code: 200, developId: DEVELOPER, msg: "成功", data }),
  };
}

/** An answer without an envelope. */
export const wholeAnswerOf = (answer: unknown, bases: readonly string[]): Answer => ({
  ...answerOf("", null, bases),
  body: writeJson(answer),
});

export const refusalOf = (requestId: string, { reason, message }: Refusal): Answer => ({
  status: reason === "noSuchPath" ? 404 : reason === "wrongMethod" ? 405 : 200,
  headers: HEADERS,
  body: writeJson({ requestId, code: CODES[reason], developId: DEVELOPER, msg: message }),
});
