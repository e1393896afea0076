// Shows the site while it is being written: on loopback, from memory, and anew in the browser after each build.
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Failure } from "../../core/problem.js";
import { errorCode } from "../../core/spec-folder.js";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".json": "application/json",
  ".md": "text/plain",
  ".txt": "text/plain",
  ".xml": "application/xml",
  ".yaml": "text/plain",
};
/** Names of this computer, with or without a port. */
const LOCAL = /^(?:(?:[\w.-]+\.)?localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;
/** Where the pages hear of a new build. */
const EVENTS = "/.build";

export interface SiteServer {
  /** With a slash at its end. */
  url: string;
  /** Serves other files, and lets open pages load again. */
  show(files: ReadonlyMap<string, string>): void;
  close(): Promise<void>;
}

/**
 * @param port 0 for any that is free
 * @throws Failure with code 2 if it cannot listen there
 */
export async function serveSite(port = 0): Promise<SiteServer> {
  let files: ReadonlyMap<string, string> = new Map();
  const readers = new Set<ServerResponse>();
  const server: Server = createServer((request, response) => {
    const refuse = (status: number, text: string): void =>
      void response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
    // A page of another site can have its own name lead to loopback; the Host header still tells that name.
    if (!LOCAL.test(request.headers.host ?? "localhost"))
      return refuse(421, "The Host header is not this machine. Use 127.0.0.1 or localhost.");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD are supported.");
    // Not `URL`, which refuses some addresses that a program can send, such as `//`.
    const [pathname = ""] = (request.url ?? "").split("?", 1);
    if (pathname === EVENTS && request.method === "GET") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" }).write("\n");
      readers.add(response);
      response.on("close", () => readers.delete(response));
      return;
    }
    const name = nameOf(pathname);
    const found = files.get(name) ?? files.get("404.html") ?? "The site is being built.";
    const type = TYPES[path.posix.extname(name)] ?? "text/html";
    response.writeHead(files.has(name) ? 200 : 404, {
      "content-type": `${files.has(name) ? type : "text/html"}; charset=utf-8`,
      "cache-control": "no-store",
    });
    response.end(type === "text/html" || !files.has(name) ? live(found) : found);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new Failure(2, reasonOf(error, port)))).listen(port, "127.0.0.1", resolve);
  });
  // It listens on a port, so it has such an address.
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}/`,
    show(next) {
      files = next;
      for (const reader of readers) reader.write("data: built\n\n");
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function reasonOf(error: Error, port: number): string {
  const code = errorCode(error);
  const fix = "Take another one: --port 0 takes any that is free.";
  if (code === "EADDRINUSE") return `Port ${port} is taken. ${fix}`;
  return `Cannot listen on port ${port} (${code}). ${fix}`;
}

/** The file of an address: a folder stands for its index.html. */
function nameOf(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
      .slice(1)
      .replace(/(^|\/)$/, "$1index.html");
  } catch {
    return "";
  }
}

/** A page that loads again after a build. Its policy forbids that, so it is widened: only here, never in a file. */
function live(html: string): string {
  const script = `<script>new EventSource("${EVENTS}").onmessage=()=>location.reload()</script>`;
  const widened = html.replace(/default-src 'none';(?<rest>[^"]*)/, (policy, rest: string) => {
    const scripts = rest.includes("script-src") ? "" : " script-src 'unsafe-inline';";
    return `default-src 'none'; connect-src 'self';${scripts}${policy.slice("default-src 'none';".length)}`;
  });
  return widened + script;
}
