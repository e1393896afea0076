// A real HTTP server on loopback. It answers as a test says, and records the requests.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it was received. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly socket: Socket;
}

/** How a server handles one request. */
export type Handler = (response: ServerResponse, request: Received) => void;

export interface Loopback {
  readonly url: string;
  readonly requests: readonly Received[];
  /** @returns how many connections have an answer that is not finished or not read; closes idle ones */
  connectionsInUse(): number;
}

/**
 * Listens until the test is over.
 * @param handlers the first one answers the first request and so on; the last one answers all further ones
 */
export function serve(...handlers: Handler[]): Promise<Loopback> {
  return listen(0, handlers);
}

/** A port where nobody listens yet. */
export async function quietPort(): Promise<{ url: string; open: (...handlers: Handler[]) => Promise<Loopback> }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return { url: `http://127.0.0.1:${port}`, open: (...handlers) => listen(port, handlers) };
}

async function listen(port: number, handlers: Handler[]): Promise<Loopback> {
  const requests: Received[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const { method = "", url = "", headers, socket } = request;
      const received = { method, url, headers, body, socket };
      const handler = handlers[Math.min(requests.length, handlers.length - 1)];
      requests.push(received);
      handler?.(response, received);
    });
  });
  // A shorter queue would make a thousand simultaneous connections wait for each other.
  await new Promise<void>((resolve) => server.listen({ port, host: "127.0.0.1", backlog: 2_000 }, resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    requests,
    connectionsInUse: () => {
      server.closeIdleConnections();
      // Count only those that carried a request: after Node's fetch aborts a connection, it opens a new one in advance.
      return new Set(requests.map(({ socket }) => socket).filter(({ destroyed }) => !destroyed)).size;
    },
  };
}

/** @returns once either side has closed the connection of a request */
export function connectionClosed({ socket }: Received): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once("close", () => resolve());
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address.port;
}

/** An answer of this text. */
export const text =
  (body: string | Buffer, type: string | undefined, status = 200, headers: Record<string, string> = {}): Handler =>
  (response) => {
    response.writeHead(status, { ...(type !== undefined && { "content-type": type }), ...headers });
    response.end(body);
  };

/** An answer of this value as JSON; text is sent as it is. */
export const json = (value: unknown, status?: number, headers?: Record<string, string>): Handler =>
  text(typeof value === "string" ? value : JSON.stringify(value), "application/json;charset=UTF-8", status, headers);

/** A call that succeeded. */
export const ok = (data: unknown = {}): Handler =>
  json({ requestId: "r-1", code: 200, developId: 2100007341207, msg: "success", data });

/** An HTTP status without any further facts. */
export const failing = (status: number, headers?: Record<string, string>): Handler => json({}, status, headers);

/** No answer, and the connection stays open. */
export const silence: Handler = () => undefined;

/** The connection is reset before an answer. */
export const reset: Handler = (_, { socket }) => void socket.resetAndDestroy();

/** The connection ends in the middle of a body with a content-length. */
export const cutShort: Handler = (response, { socket }) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "100" });
  response.write('{"code":200,', () => socket.destroy());
};

/** The connection ends in the middle of a chunked body. */
export const cutChunked: Handler = (response, { socket }) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"code":200,', () => socket.destroy());
};

/** The start of a body that never ends. */
export const drip =
  (status = 200): Handler =>
  (response) => {
    response.writeHead(status, { "content-type": "application/json" });
    const timer = setInterval(() => response.write(" "), 5);
    response.on("close", () => clearInterval(timer));
  };
