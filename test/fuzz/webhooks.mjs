// Hostile webhooks: each is answered, none ends the process, the sender learns nothing, and only what is signed reaches a handler.
import { createHmac } from "node:crypto";
import fc from "fast-check";
import { createWebhookHandler } from "pandapon-openapi/webhooks";
import { failOnUnhandled } from "./check.mjs";

const [runs = 10_000, seed] = process.argv.slice(2).map(Number);
failOnUnhandled();

const accessKey = "0123456789abcdef0123456789abcdef";
const accessSecret = "CANARY-SECRET-fedcba9876543210";
const NOW = 1_779_263_300_000;
const TYPES = ["1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"];

const names = fc.constantFrom("__proto__", "constructor", "prototype", "orderId", "subOrders", "toString", "*", "");
const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.constantFrom("null", "1e400", "12345678901234567890", "-0", '"\\u0000"', '"[object Object]"', "{", "\ud800"),
    fc.json(),
    fc
      .array(fc.tuple(names, tie("json")), { maxLength: 4 })
      .map((members) => `{${members.map(([name, one]) => `${JSON.stringify(name)}:${one}`).join()}}`),
    tie("json").map((inner) => JSON.stringify(inner)),
  ),
}));
const scalar = fc.oneof(fc.constantFrom(...TYPES, "X", "__proto__", "constructor", ""), fc.jsonValue());
const time = fc.oneof(fc.constantFrom(NOW, String(NOW), NOW / 1_000, "x", null, NOW * 2, 1), fc.jsonValue());
const message = fc
  .tuple(scalar, json, scalar, time)
  .map(
    ([type, body, platform, timestamp]) =>
      `{"messageType":${JSON.stringify(type)},"messageBody":${body},"messagePlatform":${JSON.stringify(platform)},"timestamp":${JSON.stringify(timestamp)}}`,
  );
const deep = fc
  .tuple(fc.constantFrom(90, 101, 20_000), fc.constantFrom(["[", "]"], ['{"a":', "}"], ['{"__proto__":', "}"]))
  .map(
    ([depth, [open = "", close = ""]]) =>
      `{"messageType":"X","messageBody":${open.repeat(depth)}1${close.repeat(depth)}}`,
  );
const body = fc.oneof(
  { weight: 8, arbitrary: message.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: json.map((text) => Buffer.from(text)) },
  { weight: 1, arbitrary: deep.map((text) => Buffer.from(text)) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes)) },
);
const header = fc.constantFrom(
  ["authorization", "x"],
  ["authorization", "f".repeat(64)],
  ["authorization", ""],
  ["authorization", "f".repeat(50_000)],
  ["content-type", "text/html"],
  ["content-type", `application/json;${" ".repeat(20_000)}`],
  ["content-type", "multipart/form-data; boundary=x"],
  ["content-length", "99999999999"],
  ["content-length", "-1"],
  ["x-junk", "\u00ff".repeat(500)],
);
const one = fc.record({
  body,
  headers: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(header, { maxLength: 3 }) },
  ),
  repeated: fc.nat(15),
  altered: fc.nat(7),
  method: fc.constantFrom("POST", "POST", "POST", "POST", "POST", "POST", "PUT", "DELETE"),
});

/** @type {Buffer[]} */
let handled = [];
/** @type {import("pandapon-openapi/webhooks").WebhookRejection[]} */
let rejections = [];
/** @param {{ rawBody: string }} event */
const keep = ({ rawBody }) => void handled.push(Buffer.from(rawBody));
const handle = createWebhookHandler({
  accessKey,
  accessSecret,
  base: "auto",
  now: () => NOW,
  on: Object.fromEntries(TYPES.map((type) => [type, keep])),
  onUnknown: keep,
  onReject: (rejection) => rejections.push(rejection),
});
const untouched = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
/** @type {Map<string, number>} */
const counts = new Map();
for (const { body, headers, repeated, altered, method } of fc.sample(one, {
  numRuns: runs,
  seed: seed ?? Date.now(),
})) {
  const own = new Headers({ "content-type": "application/json" });
  own.set("authorization", createHmac("sha256", accessSecret).update(accessKey).update(body).digest("hex"));
  for (const [name = "", value = ""] of headers) own.set(name, value);
  if (repeated === 0) own.append("authorization", "f".repeat(64));
  const isAltered = altered === 0 && body.length > 0;
  const sent = isAltered ? Buffer.concat([body.subarray(1), body.subarray(0, 1), Buffer.from(" ")]) : body;
  handled = [];
  rejections = [];
  const response = await handle(new Request("http://127.0.0.1/", { method, headers: own, body: new Uint8Array(sent) }));
  const text = await response.text();
  const { status } = response;
  const mayHandle = !isAltered && method === "POST" && repeated !== 0 && status === 200;
  const wrong = [
    ![200, 400, 401, 405, 413, 415].includes(status) && "status",
    !["ok", "refused"].includes(text) && "text",
    (status === 200) !== (rejections.length === 0) && "rejections",
    handled.length > 0 && !mayHandle && "handled what is not signed",
    JSON.stringify(rejections).includes("CANARY") && "the secret",
    JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== untouched && "Object.prototype has changed",
  ].filter((found) => found !== false);
  if (wrong.length > 0) throw new Error(`${wrong.join(", ")}: ${method} ${status} ${sent.toString().slice(0, 500)}`);
  const reason = rejections[0]?.reason ?? "accepted";
  counts.set(reason, (counts.get(reason) ?? 0) + 1);
}
console.log([...counts].map(([reason, count]) => `${reason}: ${count}`).join(", "));
if (!counts.has("accepted")) throw new Error("no webhook was accepted");
