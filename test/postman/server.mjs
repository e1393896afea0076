// A server on loopback that accepts what the contract's examples ask for, properly signed, and nothing else.
import { createHash } from "node:crypto";
import { createServer } from "node:http";

/** @typedef {{ id: string, request: string, body: string, isSigned: boolean }} Expected `request` is method and URL */
/** @typedef {{ request: string, reason: string | undefined }} Outcome why it was refused, if it was */
/** @typedef {{ accessKey: string, accessSecret: string, userId: string }} Credentials */

const HEADERS = ["access-key", "nonce-str", "timestamp", "user-id", "signature"];
/** PandaPon refuses a time that is further off. */
const TOLERANCE_MS = 600_000;

/** @param {Expected[]} expected @param {Credentials} credentials */
export async function startServer(expected, credentials) {
  const left = new Map(expected.map((one) => [one.request, one]));
  /** @type {Outcome[]} */
  const outcomes = [];
  const nonces = new Set();

  /** @param {import("node:http").IncomingMessage} incoming @param {string} body @returns {string | undefined} */
  function reasonAgainst({ method, url, headers }, body) {
    const request = `${method} ${url}`;
    const one = left.get(request);
    if (one === undefined) return "not in the contract, or sent twice";
    left.delete(request);
    if (body !== one.body) return `body ${body}`;
    if (body !== "" && headers["content-type"] !== "application/json") return "content-type";
    if (!one.isSigned) return HEADERS.find((name) => headers[name] !== undefined);
    const [accessKey, nonce, timestamp, userId, signature] = HEADERS.map((name) => String(headers[name] ?? ""));
    if (accessKey !== credentials.accessKey) return "access-key";
    if (userId !== credentials.userId) return "user-id";
    // A header that was sent twice would hold both values here.
    const text = accessKey + timestamp + nonce + credentials.accessSecret;
    if (signature !== createHash("md5").update(text).digest("hex").toUpperCase()) return "signature";
    if (!/^[\dA-Za-z]{32}$/.test(nonce) || nonces.has(nonce)) return "nonce-str";
    nonces.add(nonce);
    return /^\d{13}$/.test(timestamp) && Math.abs(Date.now() - Number(timestamp)) < TOLERANCE_MS
      ? undefined
      : "timestamp";
  }

  const server = createServer((incoming, response) => {
    let body = "";
    incoming.setEncoding("utf8").on("data", (chunk) => (body += chunk));
    incoming.on("end", () => {
      const reason = reasonAgainst(incoming, body);
      outcomes.push({ request: `${incoming.method} ${incoming.url}`, reason });
      response.writeHead(reason === undefined ? 200 : 401, { "content-type": "application/json" });
      response.end(JSON.stringify({ code: reason === undefined ? 200 : 401, msg: reason ?? "success" }));
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    outcomes,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
