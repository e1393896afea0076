// One try of a push: it is signed, and it ends within a second, whatever the receiver does.
import { signTestWebhook } from "pandapon-openapi/webhooks";
import { Failure } from "../../core/problem.js";
import type { PushBase } from "./message.js";

/** How a try ended. */
export interface Try {
  /** The sandbox's time, in milliseconds since 1970 UTC. */
  at: number;
  /** The HTTP status; undefined if there was no answer. */
  status?: number;
  /** Why it is not acknowledged; undefined if it is. */
  reason?: string;
  /** In milliseconds of real time. */
  tookMs: number;
}

/** How long PandaPon waits for the answer, in milliseconds. */
const LONGEST_ANSWER = 1_000;
/** The reason of a try that took longer. */
export const LATE = `no answer within ${LONGEST_ANSWER} ms`;

/** A push as it is sent. */
export interface SignedPush {
  readonly method: "POST";
  readonly headers: { readonly "content-type": string; readonly authorization: string };
  readonly body: string;
}

/** @throws WebhookError if `base` does not return a text; what `base` throws */
export async function signedPush(
  body: string,
  signing: { accessKey: string; accessSecret: string; base: PushBase },
): Promise<SignedPush> {
  const authorization = await signTestWebhook(body, signing);
  return { method: "POST", headers: { "content-type": "application/json", authorization }, body };
}

/** @throws Failure with code 2 that says where pushes can be signed */
export function checkSigning(): void {
  // The types say that it is always there.
  const own: { subtle?: unknown } | undefined = globalThis.crypto;
  if (own?.subtle !== undefined) return;
  throw new Failure(
    2,
    "Pushes cannot be signed here: there is no crypto.subtle. A page has it only over https or at http://localhost. Serve the page so, or leave out the push URL.",
  );
}

/** @param ended ends the try early */
export async function send(
  fetch: (url: string, init: RequestInit) => Promise<Response>,
  url: string,
  init: RequestInit,
  ended: AbortSignal,
): Promise<Omit<Try, "at">> {
  const start = performance.now();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), LONGEST_ANSWER);
  const signal = AbortSignal.any([late.signal, ended]);
  let end: Omit<Try, "at" | "tookMs">;
  try {
    // The race ends a `fetch` that ignores its signal.
    const response = await Promise.race([fetch(url, { ...init, redirect: "manual", signal }), rejection(signal)]);
    // Nothing is read: a body may never end.
    response.body?.cancel().catch(() => undefined);
    end = endOf(response);
  } catch (error) {
    end = { reason: late.signal.aborted ? LATE : ended.aborted ? "ended" : reasonOf(error) };
  } finally {
    clearTimeout(timer);
  }
  return { ...end, tookMs: Math.round(performance.now() - start) };
}

const rejection = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(new Error("ended"));
    signal.addEventListener("abort", () => reject(new Error("ended")), { once: true });
  });

function endOf({ status, type }: Response): Omit<Try, "at" | "tookMs"> {
  if (status === 200) return { status };
  // A page is not told the status of a redirect.
  if (type === "opaqueredirect") return { reason: "the answer is a redirect, which is not followed" };
  const isRedirect = status >= 300 && status < 400;
  return {
    status,
    reason: `the answer is HTTP ${status}, not 200${isRedirect ? " (redirects are not followed)" : ""}`,
  };
}

/** The code tells more than "fetch failed", and unlike the message it never holds the URL. */
function reasonOf(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ("code" in cause && typeof cause.code === "string") return `no answer (${cause.code})`;
  }
  return "no answer: the connection failed";
}
