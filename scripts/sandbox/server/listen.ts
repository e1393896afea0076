// Serves a sandbox on a port, by node:http: in Node, Bun and Deno.
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Failure } from "../../core/problem.js";
import { refused, requestOf, send, sendBare } from "./message.js";

export interface Listening {
  /** Without a slash at its end: the `baseUrl` of a client. */
  readonly url: string;
  readonly port: number;
  /** Whether only this machine can reach it. */
  readonly isLocal: boolean;
  /** Stops listening and ends open connections. */
  readonly close: () => Promise<void>;
}

/**
 * @param fetch answers a request; if it rejects, the connection ends without an answer
 * @param port 0 takes any free one
 * @param host an address of this machine, or its name
 * @throws Failure with code 2 if the port cannot be listened on, or if this platform has no node:http
 */
export async function listen(
  fetch: (request: Request) => Promise<Response>,
  port: number,
  host: string,
): Promise<Listening> {
  // Not an import: bundlers follow imports, also those that never run, and pages and workers have no node:http.
  const http = globalThis.process?.getBuiltinModule?.("node:http");
  if (http === undefined) {
    throw new Failure(
      2,
      "Only Node, Bun and Deno can listen on a port. Pass `sandbox.fetch` to the client as `fetch`.",
    );
  }
  // Node takes a text for a pipe, and no host for every address.
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Failure(2, `${String(port)} is not a port. A port is a whole number from 0 to 65535.`);
  }
  if (typeof host !== "string" || host.trim() === "") {
    throw new Failure(2, "The host is empty. Listen on 127.0.0.1, or on 0.0.0.0 for every address of this machine.");
  }
  let origin = "";
  let isLocal = true;
  const answer = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    // A page of another site can have its own name lead to loopback; the Host header still tells that name.
    if (isLocal && !isLoopback(incoming.headers.host)) {
      incoming.resume();
      return void send(foreignHost(incoming.headers.host), outgoing);
    }
    const gone = new AbortController();
    outgoing.on("close", () => gone.abort());
    requestOf(incoming, origin, gone.signal)
      .then((request) => (request instanceof Request ? fetch(request) : request))
      .then((response) => send(response, outgoing))
      // A reset, as a broken connection looks. Bun's sockets of a server may lack it.
      .catch(() => void (outgoing.socket?.resetAndDestroy?.() ?? outgoing.destroy()));
  };
  const server = http.createServer({ requireHostHeader: false }, answer);
  // Else Node answers them itself, without an envelope.
  server.on("checkExpectation", answer);
  server.on("clientError", ({ code }: NodeJS.ErrnoException, socket) => {
    const [status, message] = UNREADABLE[code ?? ""] ?? [400, "This is not HTTP/1.1."];
    void sendBare(refused("unreadable", message, status), socket);
  });
  server.on("connect", (_request, socket) => sendBare(refused("wrongMethod", "CONNECT is not supported."), socket));
  const address = await bound(server, port, host);
  isLocal = isLoopback(bracketed(address.address));
  // Some systems cannot connect to the wildcard addresses.
  const name = /^(0\.0\.0\.0|::)$/.test(address.address) ? "127.0.0.1" : bracketed(address.address);
  origin = `http://${name}:${address.port}`;
  return {
    url: origin,
    port: address.port,
    isLocal,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Status and message, by the code of Node's error. */
const UNREADABLE: Readonly<Record<string, readonly [number, string]>> = {
  HPE_HEADER_OVERFLOW: [431, "The headers are longer than 16 KiB."],
  ERR_HTTP_REQUEST_TIMEOUT: [408, "The request did not end in time."],
};

const bracketed = (address: string): string => (address.includes(":") ? `[${address}]` : address);

/** @param host name and port; programs may leave the header out, but no browser does */
function isLoopback(host: string | undefined): boolean {
  if (host === undefined) return true;
  const { hostname } = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : { hostname: "" };
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

const foreignHost = (host = ""): Response =>
  refused(
    "unreadable",
    `The Host header ${JSON.stringify(host)} is not this machine. Use 127.0.0.1 or localhost.`,
    421,
  );

function bound(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown): void => reject(new Failure(2, reasonOf(error, port, host)));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      // It is text for pipes only.
      resolve(server.address() as AddressInfo);
    });
  });
}

function reasonOf(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} of ${host} is taken, perhaps by another sandbox. Stop what listens there, or take another port (0 takes any free one).`;
    case "EACCES":
      return `Port ${port} may not be listened on (EACCES). Take one above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `This machine has no address ${host} (${code}). Listen on 127.0.0.1, or on 0.0.0.0 for every address of this machine.`;
    default:
      return `Cannot listen on port ${port} of ${host}: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
