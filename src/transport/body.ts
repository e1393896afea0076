// Reads the body of an answer.
import type { FetchResponse } from "./options.js";

/** @returns the text of an answer */
export async function readBody(response: FetchResponse): Promise<string> {
  return response.text();
}

/** Ends an answer that nobody needs, so that its connection can be used again. */
export async function discard(response: FetchResponse): Promise<void> {
  const body = response.body as { cancel?: unknown } | null | undefined;
  // A foreign Response may have another kind of stream. Reading it to the end frees its connection too.
  await (typeof body?.cancel === "function" ? body.cancel() : response.text());
}
