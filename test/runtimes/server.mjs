// The HTTP server for the suite, on loopback. The suite sets its answers beforehand, and reads what it received.
import { createServer } from "node:http";
import { connect } from "node:net";
import { gzipSync } from "node:zlib";

/**
 * @typedef {object} Step one answer
 * @property {number} [status] 200 if it is missing
 * @property {Record<string, string>} [headers] in addition to a JSON content type
 * @property {string} [body]
 * @property {"gzip" | "hang" | "drip" | "cut" | "reset"} [how] compressed; no answer; a body that never ends; a body that is cut short;
 *   the connection is reset without an answer
 */

/**
 * `POST /script` takes a list of steps and returns a base URL. Requests below it get the steps one after the other, and then the
 * last one repeatedly. `GET /seen` below it returns the requests so far.
 */
export async function startServer() {
  /** @type {{ steps: Step[], seen: object[] }[]} */
  const scripts = [];
  const server = createServer(async (request, response) => {
    // The suite includes clients that disconnect.
    request.on("error", () => undefined);
    const { method, headers, socket } = request;
    const [, number, path] = /^(?:\/(\d+))?(\/.*)$/.exec(request.url ?? "") ?? [];
    let body = "";
    for await (const chunk of request) body += chunk;
    if (path === "/script") {
      scripts.push({ steps: JSON.parse(body), seen: [] });
      return response.end(String(scripts.length - 1));
    }
    const script = scripts[Number(number)];
    if (script === undefined) return response.writeHead(404).end();
    if (path === "/seen") return response.end(JSON.stringify(script.seen));
    script.seen.push({ method, path, headers, body, port: socket.remotePort });
    answer(script.steps.length > 1 ? script.steps.shift() : script.steps[0], response, socket);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

  // The local port of an open connection refuses connections, and no other process can get it while it is open.
  const held = connect(port, "127.0.0.1");
  await new Promise((resolve) => held.once("connect", resolve));

  return {
    baseUrl: `http://127.0.0.1:${port}`,
    refusedUrl: `http://127.0.0.1:${held.localPort}`,
    close() {
      held.destroy();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** @param {Step | undefined} step @param {import("node:http").ServerResponse} response @param {import("node:net").Socket} socket */
function answer(step = {}, response, socket) {
  const { status = 200, headers, body = "", how } = step;
  if (how === "hang") return;
  if (how === "reset") {
    socket.resetAndDestroy();
    return;
  }
  const bytes = how === "gzip" ? gzipSync(body) : Buffer.from(body);
  response.writeHead(status, {
    "content-type": "application/json",
    ...(how === "gzip" && { "content-encoding": "gzip" }),
    ...(how === "cut" && { "content-length": bytes.length + 1 }),
    ...headers,
  });
  if (how === "drip") {
    const timer = setInterval(() => response.write(" "), 5);
    response.on("close", () => clearInterval(timer));
  } else if (how === "cut") {
    response.write(bytes, () => socket.destroy());
  } else {
    response.end(bytes);
  }
}
