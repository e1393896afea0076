// An answer as a Response that can be read again, and whose JSON has every digit.
import type { Answer } from "./answer.js";

/**
 * @returns the platform's Response, read anew: `text()` and `json()` as often as one likes, ids as strings; `ok` says whether the
 *   call succeeded, as HTTP 200 can carry a failure; `url` has no signature
 */
export function answeredResponse(answer: Answer, shown: Response = answer.response): Response {
  const { text, value, error, url, response } = answer;
  const { status, statusText, headers } = response;
  let made: Response | undefined;
  // For those who read bytes. To make it for all would cost more than the signature.
  const whole = (): Response => (made ??= new Response(text || null));
  const members = {
    // With some statuses a Response cannot be made; a clone has them all the same.
    status: () => status,
    statusText: () => statusText,
    ok: () => error === undefined,
    url: () => url,
    text: () => async () => text,
    json: () => async () => value,
    body: () => whole().body,
    bodyUsed: () => whole().bodyUsed,
    arrayBuffer: () => () => whole().arrayBuffer(),
    blob: () => () => whole().blob(),
    clone: () => () => answeredResponse(answer, new Response(null, { headers })),
  };
  for (const [name, get] of Object.entries(members)) Object.defineProperty(shown, name, { get, configurable: true });
  return shown;
}
