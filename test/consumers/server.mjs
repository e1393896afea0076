// The server on loopback that every consumer calls. It accepts signed calls with exact ids, and counts them per consumer.
import { createHash } from "node:crypto";
import { listen } from "../tools/loopback.mjs";

const SECRET = "fedcba9876543210fedcba9876543210";
/** The bodies and the URL that files/suite.js sends, with every digit. */
const REFUND =
  '{"orderId":2542285634920880794,"orderEntryIds":[2542285634921880795],"disputeRequest":"refund","applyPayment":1990,' +
  '"applyCarriage":0,"applyReasonId":20006,"description":"T恤","goodsStatus":"refundWaitSellerSend"}';
const ANSWERS = new Map([
  [`POST /alibaba/refund/detail/create ${REFUND}`, '{"code":200,"data":{"refundId":2542285634921880795}}'],
  ["GET /open/product/get?itemId=2542285634920880794 ", '{"code":200,"data":{"itemId":2542285634921880795}}'],
  ["GET /open/product/get?itemId=1 ", '{"code":4001,"msg":"no such item"}'],
]);

/** @param {import("../tools/loopback.mjs").Arrived} arrived @returns {boolean} */
function isSigned({ headers }) {
  const { "access-key": key, timestamp, "nonce-str": nonce, "user-id": userId, signature } = headers;
  const digest = createHash("md5").update(`${key}${timestamp}${nonce}${SECRET}`).digest("hex").toUpperCase();
  const isFresh = Math.abs(Date.now() - Number(timestamp)) < 600_000;
  return isFresh && userId === "2100007341207" && String(nonce).length === 32 && signature === digest;
}

export async function startServer() {
  /** @type {Map<string, number>} */
  const calls = new Map();
  const { url, close } = await listen((arrived) => {
    const [, place = "", path = ""] = /^\/([^/]+)(\/.*)$/.exec(arrived.url) ?? [];
    const text = ANSWERS.get(`${arrived.method} ${path} ${arrived.body}`);
    if (text === undefined || !isSigned(arrived)) {
      const msg = text === undefined ? `unexpected: ${arrived.method} ${path} ${arrived.body}` : "not signed";
      return { status: 401, body: { code: 401, msg } };
    }
    calls.set(place, (calls.get(place) ?? 0) + 1);
    return { status: 200, text };
  });
  return { url, close, callsOf: (/** @type {string} */ place) => calls.get(place) ?? 0 };
}
