// An answer as a Response that can be read again and whose JSON has every digit.
import type { Answer } from "./answer.js";

/**
 * Makes a Response from the answer alone. Of the Response that arrived it uses only status and headers: that one may be of any
 * class, some platforms lock its members, and its URL can hold a signature.
 * @returns a Response of the platform's class. Except `body`, which is one stream, its readers can be called any number of times.
 *   Ids in `json()` are strings; `ok` says whether the call succeeded, because HTTP 200 can mean a failure; `url` has no signature
 */
export function answeredResponse(answer: Answer): Response {
  const { text, value, error, url, response } = answer;
  const { status, statusText, headers } = response;
  // jsdom has no Response. There, only the members below that need one fail. Everywhere else the cast holds.
  const { Response = class {} as unknown as typeof globalThis.Response } = globalThis;
  // A foreign Response may have a type that the constructor refuses.
  const type = String(headers.get("content-type") ?? "").replace(/[^\t -~]/g, "");
  const make = (more?: ResponseInit): Response =>
    new Response(text || null, { ...more, headers: { "content-type": type } });
  let made;
  try {
    // What a platform sends if a program passes the Response on.
    made = make({ status, statusText: statusText ?? "" });
  } catch {
    // The constructor refuses some statuses, and some only with a body.
    made = make();
  }
  const members = {
    status,
    statusText,
    // A foreign Response may have less than Headers.
    headers: headers as Headers,
    url,
    ok: !error,
    text: async () => text,
    json: async () => value,
    bytes: () => make().bytes(),
    arrayBuffer: () => make().arrayBuffer(),
    blob: () => make().blob(),
    formData: () => make().formData(),
    clone: () => answeredResponse(answer),
  };
  return Object.defineProperties(made, Object.getOwnPropertyDescriptors(members));
}
