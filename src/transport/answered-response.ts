// An answer as a Response that can be read again and whose JSON has every digit.
import type { Answer } from "./answer.js";

/**
 * @returns the platform's Response with other members: `text()` and `json()` can be called any number of times, and ids are
 *   strings; `ok` says whether the call succeeded, because HTTP 200 can mean a failure; `url` has no signature
 */
export function answeredResponse(answer: Answer, shown: Response = answer.response as Response): Response {
  const { text, value, error, url } = answer;
  const response = answer.response as Response;
  const { status, statusText, headers } = response;
  let made: Response | undefined;
  // Only for callers who read bytes: to make it for every call would take longer than the signature.
  const whole = (): Response => (made ??= new Response(text || null));
  const members = {
    // The Response constructor refuses some statuses, but a clone must have them too.
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
