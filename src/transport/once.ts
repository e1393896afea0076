// Sending a write once: some platforms send a request again by themselves when a connection that served before breaks under it,
// though the server may have acted on it.

/**
 * What keeps the platform's `fetch` from sending again what may have arrived. Deno and workers take any request without a body
 * for a read, so a GET that writes may still go out twice there. (Deno has an HTTP client that would not, and that someone must
 * close.)
 */
export const sentOnce = (body: string | undefined): RequestInit => ({
  // Bun gives such a request a connection of its own: https://github.com/oven-sh/bun/issues/28706. Elsewhere it is the default.
  keepalive: false,
  // Deno sends again only what it holds whole, which a Blob is not: https://github.com/denoland/deno/issues/35610
  ...("Deno" in globalThis && body !== undefined && { body: new Blob([body]) }),
});
