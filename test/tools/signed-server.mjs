// A server on loopback that accepts what it expects, properly signed, and nothing else.
import { createHash } from "node:crypto";
import { listen } from "./loopback.mjs";

/** @typedef {{ id: string, request: string, body: string, isSigned: boolean }} Expected `request` is method and URL */
/** @typedef {{ accessKey: string, accessSecret: string, userId: string }} Credentials */

const HEADERS = ["access-key", "nonce-str", "timestamp", "user-id", "signature"];
/** PandaPon refuses a time that is further off. */
const TOLERANCE_MS = 600_000;

/** @param {Expected[]} expected @param {Credentials} credentials */
export async function startSignedServer(expected, credentials) {
  const left = new Map(expected.map((one) => [one.request, one]));
  /** Why a request was refused, by method and URL; undefined if it was accepted. @type {Map<string, string | undefined>} */
  const outcomes = new Map();
  const nonces = new Set();

  /** @param {import("./loopback.mjs").Arrived} arrived @param {string} request @returns {string | undefined} */
  function reasonAgainst({ headers, body }, request) {
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
    const isTime = /^\d{13}$/.test(timestamp) && Math.abs(Date.now() - Number(timestamp)) < TOLERANCE_MS;
    return isTime ? undefined : "timestamp";
  }

  const server = await listen((arrived) => {
    const request = `${arrived.method} ${arrived.url}`;
    const reason = reasonAgainst(arrived, request);
    outcomes.set(request, reason);
    const status = reason === undefined ? 200 : 401;
    return { status, body: { code: status, msg: reason ?? "success" } };
  });
  return { ...server, outcomes };
}
