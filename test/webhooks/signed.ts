// Signs webhooks with node:crypto: a second implementation of what the runtime computes.
import { createHmac } from "node:crypto";

export const accessKey = "0123456789abcdef0123456789abcdef";
export const accessSecret = "CANARY-fedcba9876543210";
export const TYPE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";
/** A time of the tests, in milliseconds. */
export const NOW = 1_779_263_300_000;

export const hmac = (secret: string, ...parts: (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHmac("sha256", secret)).digest("hex");

export const message = (members: object = {}): string =>
  JSON.stringify({
    messageType: TYPE,
    messageBody: { orderId: "3305075341149134260" },
    messagePlatform: 1,
    timestamp: String(NOW),
    ...members,
  });

/** A signed request. A header that is undefined is left out. */
export function signed(
  body: string | Uint8Array,
  headers: Record<string, string | undefined> = {},
  init: RequestInit = {},
): Request {
  const all = { "content-type": "application/json", authorization: hmac(accessSecret, accessKey, body), ...headers };
  const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  // A copy, whose memory is not shared.
  const bytes = typeof body === "string" ? body : new Uint8Array(body);
  return new Request("https://shop.example/hooks", { method: "POST", body: bytes, headers: kept, ...init });
}
