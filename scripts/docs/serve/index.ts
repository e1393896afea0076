// Shows the site while it is being written: on loopback, from memory. The browser loads it again after each build.
import { createHash } from "node:crypto";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { Failure } from "../../core/problem.js";
import { errorCode } from "../../core/spec-folder.js";

/** All other files are shown as text. */
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".json": "application/json",
  ".xml": "application/xml",
};
/** Names of this computer, with or without a port. */
const LOCAL = /^(?:(?:[\w.-]+\.)?localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/i;
/** Where the pages hear of a new build. A page names the build that it is of. */
const EVENTS = "/.build";
const NEWS = "data: built\n\n";

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
  let build = 0;
  const readers = new Set<ServerResponse>();
  const server: Server = createServer((request, response) => {
    const refuse = (status: number, text: string): void =>
      void response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(text);
    // A page of another site can have its own name lead to loopback; the Host header still tells that name.
    if (!LOCAL.test(request.headers.host ?? "localhost"))
      return refuse(421, "The Host header is not this machine. Use 127.0.0.1 or localhost.");
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, "Only GET and HEAD are supported.");
    // Not `URL`, which refuses some addresses that a program can send, such as `//`.
    const [pathname = "", query] = (request.url ?? "").split("?");
    if (pathname === EVENTS && request.method === "GET") {
      response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      // The page may have been built again before it asks.
      response.write(query === String(build) ? "\n" : NEWS);
      readers.add(response);
      response.on("close", () => readers.delete(response));
      return;
    }
    const name = nameOf(pathname);
    const found = files.get(name);
    const type = found === undefined ? "text/html" : (TYPES[path.posix.extname(name)] ?? "text/plain");
    const text = found ?? files.get("404.html") ?? "The site is being built.";
    response.writeHead(found === undefined ? 404 : 200, {
      "content-type": `${type}; charset=utf-8`,
      "cache-control": "no-store",
    });
    response.end(type === "text/html" ? live(text, build) : text);
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
      build += 1;
      for (const reader of readers) reader.write(NEWS);
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
function live(html: string, build: number): string {
  const reload = `new EventSource("${EVENTS}?${build}").onmessage=()=>location.reload()`;
  const hash = createHash("sha256").update(reload).digest("base64");
  const widened = html.replace(
    /default-src 'none';( script-src)?/,
    (_all, scripts = ";") =>
      `default-src 'none'; connect-src 'self'; script-src 'sha256-${hash}'${scripts === ";" ? ";" : ""}`,
  );
  return `${widened}<script>${reload}</script>`;
}
