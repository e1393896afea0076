// Sends a write only once. When a reused connection breaks, some platforms repeat the request by themselves, although the server
// may have acted on it.
import type { FetchInit } from "./options.js";

/**
 * Options that keep the platform's `fetch` from repeating a request that may have arrived. Deno and workers treat every request
 * without a body as a read, so they may still send a GET that writes twice. (Deno has an HTTP client that does not repeat, but
 * the caller would have to close it.) Node repeats a request after HTTP 421, with which a server says that it did not act (RFC 9110).
 */
export const sentOnce = (body: string | undefined): Partial<FetchInit> => ({
  // Bun then opens a new connection for the request: https://github.com/oven-sh/bun/issues/28706. Elsewhere this is the default.
  keepalive: false,
  // Deno repeats only a body that it holds in memory, which a Blob is not: https://github.com/denoland/deno/issues/35610
  // The type says text, so that `init` fits the fetch of any library.
  ...("Deno" in globalThis && body && { body: new Blob([body]) as unknown as string }),
});
