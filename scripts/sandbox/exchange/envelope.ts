// Writes the answers: every one is an envelope, as PandaPon's are, except that of `addresses.save`.
import { writeJson } from "../../core/exact-json.js";
import { CODES, type Refusal, type RefusalReason } from "./refusal.js";

/** The developer that every answer names: 19 digits, as in PandaPon's examples. */
const DEVELOPER = "1014533973088404335";

/** An answer before it is sent, so that a failure that was asked for can still change it. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Whether the connection ends in the middle of the body. */
  isCut?: boolean;
}

/** Headers of every answer of the sandbox: nothing else has them. */
const HEADERS = { "content-type": "application/json;charset=UTF-8", "x-sandbox": "pandapon" };

/** What an answer depends on besides its data. */
export interface Form {
  /** Whether the answer has the envelope with `data`. That of `addresses.save` has only `code` and `msg`. */
  hasData: boolean;
  /** What in the answer no v1 page of PandaPon shows; sent as `x-sandbox-basis`. */
  bases: readonly string[];
  /** What was not checked; sent as `x-sandbox-warning`. */
  warning: string | undefined;
}

/** @param data `data` of the answer, or the whole answer if it has none */
export const answerOf = (requestId: string, data: unknown, form: Form): Answer => ({
  status: 200,
  headers: headersOf(form),
  body: writeJson(form.hasData ? { requestId, code: 200, developId: DEVELOPER, msg: "成功", data } : data),
});

/** @param body the contract's example */
export const exampleOf = (body: string, form: Form): Answer => ({ status: 200, headers: headersOf(form), body });

const headersOf = ({ bases, warning }: Form): Record<string, string> => ({
  ...HEADERS,
  ...(bases.length > 0 && { "x-sandbox-basis": bases.join(", ") }),
  ...(warning !== undefined && { "x-sandbox-warning": warning }),
});

const STATUS: Partial<Record<RefusalReason, number>> = { noSuchPath: 404, wrongMethod: 405, broken: 500 };

/** What a refusal depends on besides its reason. */
export interface RefusalForm {
  /** Not that of `addresses.save`. */
  hasRequestId?: boolean;
  /** JSON text, where the contract requires `data` in every answer. */
  data?: string | undefined;
}

export function refusalOf(
  requestId: string,
  { reason, message, headers }: Refusal,
  { hasRequestId = true, data }: RefusalForm = {},
): Answer {
  const outcome = { code: CODES[reason], ...(hasRequestId && { developId: DEVELOPER }), msg: message };
  return {
    status: STATUS[reason] ?? 200,
    headers: { ...HEADERS, ...headers },
    body: writeJson({
      ...(hasRequestId && { requestId }),
      ...outcome,
      ...(data !== undefined && { data: JSON.parse(data) as unknown }),
    }),
  };
}

/** @returns a Response; if the answer is cut, it has the length of the whole body, so that half of it is seen to be too short */
export function respond({ status, headers, body, isCut }: Answer): Response {
  if (isCut !== true) return new Response(body, { status, headers });
  const bytes = new TextEncoder().encode(body);
  const half = bytes.slice(0, bytes.length / 2);
  let isSent = false;
  const stream = new ReadableStream({
    pull(controller) {
      // Only when the first half was read: an error drops what still waits.
      if (isSent) controller.error(new TypeError("terminated"));
      else controller.enqueue(half);
      isSent = true;
    },
  });
  return new Response(stream, { status, headers: { ...headers, "content-length": String(bytes.length) } });
}
