// Between node:http and fetch: a message that came in as a Request, and a Response as what goes out.
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { refusalOf } from "../exchange/envelope.js";
import { Refusal } from "../exchange/refusal.js";

/** The rest of a longer body is not kept: the gateway refuses one of more than 8 MiB. */
const MOST_KEPT = 8 * 2 ** 20 + 1;

/**
 * @param origin of the server: the Host header and an absolute target are not trusted
 * @param gone is aborted once the client has gone
 * @returns the request; a Response if `fetch` cannot express it
 */
export async function requestOf(
  incoming: IncomingMessage,
  origin: string,
  gone: AbortSignal,
): Promise<Request | Response> {
  const { method = "GET", url = "/", rawHeaders } = incoming;
  const body = await bodyOf(incoming);
  const headers = new Headers();
  // If some headers are sent twice, Node's own object keeps only one. Appended, both are visible as `first, second`.
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  try {
    return new Request(targetOf(url, origin), {
      method,
      headers,
      signal: gone,
      // `fetch` has no body for these methods.
      ...(method !== "GET" && method !== "HEAD" && body.length > 0 && { body }),
    });
  } catch {
    return refused("wrongMethod", `The method ${method} is not supported.`);
  }
}

/** @returns the path and query of a target, at the origin of this server */
function targetOf(target: string, origin: string): string {
  if (target.startsWith("/")) return origin + target;
  const { pathname, search } = new URL(target, origin);
  return origin + pathname + search;
}

function bodyOf(incoming: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let kept = 0;
    incoming.on("data", (chunk: Buffer) => {
      // What comes after the limit is read and dropped, so that the client can read the refusal.
      if (kept >= MOST_KEPT) return;
      chunks.push(chunk);
      kept += chunk.length;
      if (kept >= MOST_KEPT) resolve(Buffer.concat(chunks));
    });
    incoming.on("end", () => resolve(Buffer.concat(chunks)));
    incoming.on("close", () => reject(new Error("the client has gone")));
    incoming.on("error", reject);
  });
}

/** Sends a response. If its body fails, what came of it is sent, and the connection ends. */
export async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  const { chunks, isWhole } = await collected(response);
  const body = Buffer.concat(chunks);
  outgoing.statusCode = response.status;
  response.headers.forEach((value, name) => outgoing.setHeader(name, value));
  if (isWhole) {
    outgoing.setHeader("content-length", body.length);
    return void outgoing.end(body);
  }
  outgoing.flushHeaders();
  outgoing.write(body, () => outgoing.destroy());
}

/** Sends a response where node:http gives only the socket, and closes it. */
export async function sendBare(response: Response, socket: Duplex): Promise<void> {
  const body = await response.text();
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const length = `content-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n`;
  if (socket.writable) socket.end(`HTTP/1.1 ${response.status} Refused\r\n${head}${length}\r\n${body}`);
  else socket.destroy();
}

async function collected({ body }: Response): Promise<{ chunks: Uint8Array[]; isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  try {
    for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read())
      chunks.push(next.value);
    return { chunks, isWhole: true };
  } catch {
    return { chunks, isWhole: false };
  }
}

/** Refuses a request that never reaches the sandbox. */
export function refused(reason: "unreadable" | "wrongMethod", message: string, status?: number): Response {
  const answer = refusalOf(crypto.randomUUID().replaceAll("-", ""), new Refusal(reason, message));
  return new Response(answer.body, { status: status ?? answer.status, headers: answer.headers });
}
