// A server for one call. It meets the first attempts with connection faults and counts the requests that it has read.
import { subscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { createServer } from "node:http";
import { connect, createServer as createTcpServer } from "node:net";

const HOST = "127.0.0.1";

/** @typedef {(typeof FAULTS)[number]} Fault */
export const FAULTS = /** @type {const} */ ([
  "connection refused",
  "reset before the request was read",
  "reset after it was read",
  "reset in the middle of the answer",
  "503 with Retry-After",
  "503 without Retry-After",
  "answer beyond the timeout",
]);

/** What to do when a connection to a port is refused. @type {Map<number, () => void>} */
const refusals = new Map();
subscribe("net.client.socket", (message) => {
  const { socket } = /** @type {{ socket: import("node:net").Socket }} */ (message);
  socket.on("error", (/** @type {NodeJS.ErrnoException & { port?: number }} */ { code, port = 0 }) => {
    if (code === "ECONNREFUSED") refusals.get(port)?.();
  });
});

const holder = createTcpServer((socket) => socket.on("error", () => undefined)).listen(0, HOST);
holder.unref();
await once(holder, "listening");

/**
 * @param {Fault[]} faults one per attempt; every later attempt gets the answer. Refusals come first, because a server that has
 *   stopped listening cannot keep its port.
 * @param {string} answer the JSON text
 * @param {number} timeoutMs of the client
 */
export async function startFaultyServer(faults, answer, timeoutMs) {
  const refused = faults.filter((fault) => fault === "connection refused").length;
  const left = faults.filter((fault) => fault !== "connection refused");
  let received = 0;

  const server = createServer(async (request, response) => {
    // The clients end connections too.
    for (const stream of [request, response, request.socket]) stream.on("error", () => undefined);
    request.resume();
    await once(request, "end").catch(() => undefined);
    if (!request.complete) return;
    received += 1;
    const fault = left.shift();
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(answer) };
    if (fault === "reset after it was read") request.socket.resetAndDestroy();
    else if (fault === "reset in the middle of the answer") {
      response.writeHead(200, headers);
      response.write(answer.slice(0, answer.length / 2), () => request.socket.resetAndDestroy());
    } else if (fault?.startsWith("503")) {
      const more = fault === "503 with Retry-After" ? { "retry-after": "1" } : {};
      response.writeHead(503, { connection: "close", "content-type": "text/plain", ...more }).end("busy");
    } else {
      const wait = fault === undefined ? 0 : 1.5 * timeoutMs;
      setTimeout(() => response.writeHead(200, { connection: "close", ...headers }).end(answer), wait).unref();
    }
  });
  server.on("connection", (socket) => {
    if (left[0] !== "reset before the request was read") return;
    left.shift();
    socket.resetAndDestroy();
  });

  await once(server.listen(0, HOST), "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  /** @type {import("node:net").Socket | undefined} */
  let held;
  if (refused > 0) {
    await once(server.close(), "close");
    // The local port of an open connection refuses connections, and no other process can get it.
    const { port: other } = /** @type {import("node:net").AddressInfo} */ (holder.address());
    held = connect({ host: HOST, port: other, localAddress: HOST, localPort: port });
    held.on("error", () => undefined);
    await once(held, "connect");
    let times = 0;
    refusals.set(port, () => {
      times += 1;
      if (times === refused) held?.once("close", () => server.listen(port, HOST)).resetAndDestroy();
    });
  }
  return {
    url: `http://${HOST}:${port}`,
    /** How many requests were read to their end. */
    received: () => received,
    close() {
      refusals.delete(port);
      // The client may have given up before it was heard.
      held?.removeAllListeners("close").destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}
