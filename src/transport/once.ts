// Sending a write once: some platforms send a request again by themselves when a connection that served before breaks under it,
// though the server may have acted on it.

/**
 * What keeps the platform's `fetch` from sending again what may have arrived. A GET stays what Deno and workers may send twice:
 * they take any request without a body for a read, and leave no way to tell them otherwise.
 */
export const sentOnce = (body: string | undefined): RequestInit => ({
  // Bun gives such a request a connection of its own: https://github.com/oven-sh/bun/issues/28706. Elsewhere it is the default.
  keepalive: false,
  // Deno sends again only what it holds whole, which a Blob is not: https://github.com/denoland/deno/issues/35610
  ...("Deno" in globalThis && body !== undefined && { body: new Blob([body]) }),
});
