// A server on loopback, and what reaches it.
import { createServer } from "node:http";

/** @typedef {{ method: string, url: string, headers: import("node:http").IncomingHttpHeaders, body: string }} Arrived */

/**
 * @param {(arrived: Arrived) => { status: number, body: unknown } | { status: number, text: string } | undefined} answer
 *   `body` is sent as JSON, `text` as it is; without an answer the connection is cut
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function listen(answer) {
  const server = createServer((request, response) => {
    const { method = "", url = "", headers } = request;
    let text = "";
    request.setEncoding("utf8").on("data", (chunk) => (text += chunk));
    request.on("end", () => {
      const answered = answer({ method, url, headers, body: text });
      if (answered === undefined) {
        request.socket.destroy();
        return;
      }
      response.writeHead(answered.status, { "content-type": "application/json" });
      response.end("text" in answered ? answered.text : JSON.stringify(answered.body));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
