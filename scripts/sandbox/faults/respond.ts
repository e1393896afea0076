// Makes the Response of an answer. The body of a cut one fails after half of its bytes.
import type { Answer } from "../exchange/envelope.js";

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
