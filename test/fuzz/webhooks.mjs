// Hostile webhooks: each is answered, none ends the process, the sender learns nothing, and only what is signed reaches a handler.
// Each is sent to the handler, and over HTTP to the adapter of Node; both must say the same.
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { Agent, createServer, request } from "node:http";
import fc from "fast-check";
import { createWebhookHandler } from "pandapon-openapi/webhooks";
import { toNodeHandler } from "pandapon-openapi/webhooks/node";
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
const order = fc
  .record({ orderId: fc.constantFrom('"3305075341149134260"', "3305075341149134260", "1.5e300"), subOrders: json })
  .map(({ orderId, subOrders }) => `{"orderId":${orderId},"subOrders":${subOrders}}`);
const content = fc.oneof(
  { weight: 3, arbitrary: fc.oneof(order, order.map(JSON.stringify)) },
  { weight: 1, arbitrary: json },
);
const scalar = fc.oneof(fc.constantFrom("X", "__proto__", "constructor", ""), fc.jsonValue());
const type = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...TYPES) }, { weight: 1, arbitrary: scalar });
const DAY = 86_400_000;
const time = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(NOW, String(NOW), Math.floor(NOW / 1_000), NOW - DAY) },
  { weight: 1, arbitrary: fc.constantFrom("x", null, NOW * 2, NOW - DAY - 1, NOW + 600_001, 1) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const message = fc
  .tuple(type, content, scalar, time)
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
/** How the body comes: whole, in parts, not to its end, or after something else has read it. */
const WAYS = [...new Array(8).fill("whole"), "parts", "parts", "cut", "read"];
const one = fc.record({
  body,
  headers: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(header, { maxLength: 3 }) },
  ),
  repeated: fc.nat(15),
  altered: fc.nat(7),
  method: fc.constantFrom(...new Array(22).fill("POST"), "PUT", "DELETE"),
  way: fc.constantFrom(...WAYS),
  options: fc.nat(7),
});

/** @type {Buffer[]} */
let handled = [];
/** @type {import("pandapon-openapi/webhooks").WebhookRejection[]} */
let rejections = [];
/** @param {{ rawBody: string }} event */
const keep = ({ rawBody }) => void handled.push(Buffer.from(rawBody));
const handlerOf = (options) =>
  createWebhookHandler({
    accessKey,
    accessSecret,
    base: "auto",
    now: () => NOW,
    // Nothing is a repetition, so that both ways handle it.
    store: {
      claim: async () => ({ state: "claimed", token: "1" }),
      done: async () => true,
      release: async () => true,
    },
    on: Object.fromEntries(TYPES.map((type) => [type, keep])),
    onUnknown: keep,
    onReject: (rejection) => rejections.push(rejection),
    onError: (error) => {
      throw error;
    },
    ...options,
  });
/** With the options of most, strict, and with a rule of the owner that fails or returns no text. */
const HANDLERS = [
  handlerOf({}),
  handlerOf({ strictTimestamp: true }),
  handlerOf({
    base({ accessKey, body }) {
      if (body.length % 5 === 0) throw new Error("the owner's");
      return body.length % 5 === 1 ? undefined : accessKey + body;
    },
  }),
];

/** @param {Buffer} body */
const halves = (body) => [body.subarray(0, body.length >> 1), body.subarray(body.length >> 1)];

/** Calls the handler as platforms of the web do. */
async function callWeb({ handle, method, headers, body, way }) {
  const stream = () =>
    new ReadableStream({
      start(controller) {
        const [first, second] = halves(body);
        controller.enqueue(new Uint8Array(first));
        if (way === "cut") return controller.error(new Error("cut"));
        controller.enqueue(new Uint8Array(second));
        controller.close();
      },
    });
  const init = { method, headers, body: ["parts", "cut"].includes(way) ? stream() : new Uint8Array(body) };
  const request = new Request("http://127.0.0.1/", { ...init, duplex: "half" });
  if (way === "read") await request.text();
  const response = await handle(request);
  return { status: response.status, text: await response.text() };
}

/** What the server does with the next request. */
let next = { handle: HANDLERS[0], way: "whole" };
/** @type {(value?: unknown) => void} */
let answered = () => undefined;
const server = createServer({ maxHeaderSize: 2 ** 20 }, async (request, response) => {
  if (next.way === "read") for await (const part of request) void part;
  await toNodeHandler(next.handle, {
    onError(error) {
      throw error;
    },
  })(request, response);
  answered();
});
await once(server.listen(0, "127.0.0.1"), "listening");
const agent = new Agent({ keepAlive: true });

/** Sends it to the adapter of Node over HTTP. @returns undefined if the connection was cut */
async function callNode({ handle, method, headers, body, way }) {
  next = { handle, way };
  const isAnswered = new Promise((resolve) => (answered = resolve));
  const length = way === "parts" ? ["transfer-encoding", "chunked"] : ["content-length", String(body.length)];
  const { port } = server.address();
  const raw = ["host", "127.0.0.1", ...length, ...headers.flat()];
  const sent = request({ port, host: "127.0.0.1", agent, method, headers: raw });
  const response = once(sent, "response");
  response.catch(() => undefined);
  sent.on("error", () => undefined);
  const [first, second] = halves(body);
  sent.write(first);
  if (way === "cut") {
    sent.flushHeaders();
    await once(server, "request");
    sent.destroy();
    return void (await isAnswered);
  }
  sent.end(second);
  const [{ statusCode }, text] = await response.then(async ([answer]) => [answer, (await answer.toArray()).join("")]);
  await isAnswered;
  return { status: statusCode, text };
}

const untouched = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
/** @type {Map<string, number>} */
const counts = new Map();
for (const { body, headers, repeated, altered, method, way: drawn, options } of fc.sample(one, {
  numRuns: runs,
  seed: seed ?? Date.now(),
})) {
  const own = new Map([
    ["content-type", "application/json"],
    ["authorization", createHmac("sha256", accessSecret).update(accessKey).update(body).digest("hex")],
    ...headers,
  ]);
  const pairs = [...own];
  if (repeated === 0) pairs.push(["authorization", "f".repeat(64)]);
  const isAltered = altered === 0 && body.length > 0;
  const sent = isAltered ? Buffer.concat([body.subarray(1), body.subarray(0, 1), Buffer.from(" ")]) : body;
  const way = sent.length > 0 ? drawn : "whole";
  const handle = HANDLERS[options] ?? HANDLERS[0];
  const mayHandle = !isAltered && method === "POST" && repeated !== 0 && !["cut", "read"].includes(way);
  const reasons = [];
  for (const call of [callWeb, callNode]) {
    // A wrong length is refused by the server of Node itself.
    const sendable = call === callWeb ? pairs : pairs.filter(([name]) => name !== "content-length");
    handled = [];
    rejections = [];
    const answer = await call({ handle, method, headers: sendable, body: sent, way });
    const { status, text } = answer ?? { status: 400, text: "refused" };
    const wrong = [
      ![200, 400, 401, 405, 413, 415, 500].includes(status) && "status",
      !["ok", "refused", "failed"].includes(text) && "text",
      (status === 200) !== (rejections.length === 0) && "rejections",
      (status === 500) !== ["internal", "option", "parsed-body"].includes(rejections[0]?.reason) && "HTTP 500",
      handled.length !== (status === 200 ? 1 : 0) && "not handled once",
      handled.some((bytes) => !mayHandle || bytes.toString() !== sent.toString()) && "handled what is not signed",
      JSON.stringify([text, rejections]).includes("CANARY") && "the secret",
      JSON.stringify(Object.getOwnPropertyNames(Object.prototype)) !== untouched && "Object.prototype has changed",
    ].filter((found) => found !== false);
    const reason = rejections[0]?.reason ?? "accepted";
    reasons.push(reason);
    if (sendable.length === pairs.length && new Set(reasons).size > 1) wrong.push(`the adapter of Node: ${reasons}`);
    if (wrong.length > 0)
      throw new Error(`${wrong.join(", ")}: ${method} ${way} ${status} ${sent.toString().slice(0, 500)}`);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
}
agent.destroy();
server.close();

/** What can only be found out behind the signature. */
const DEEP = ["accepted", "json", "too-deep", "unsafe-key", "message", "timestamp-unreadable", "too-old", "too-new"];
const OTHERS = ["method", "content-type", "too-large", "empty", "unreadable", "authorization-missing"].concat(
  ["authorization-malformed", "signature", "parsed-body", "option", "internal"], // all the others of WebhookReason
);
const deepShare = DEEP.reduce((sum, reason) => sum + (counts.get(reason) ?? 0), 0) / (2 * runs);
const sorted = [...counts].sort(([, a], [, b]) => b - a);
console.log(sorted.map(([reason, count]) => `${reason}: ${count}`).join(", "));
console.log(`${Math.round(100 * deepShare)} % of both ways passed the signature`);
const missing = [...DEEP, ...OTHERS].filter((reason) => !counts.has(reason));
// A short run may miss the rare ones.
if (runs >= 10_000 && missing.length > 0) throw new Error(`never happened: ${missing.join(", ")}`);
if (deepShare < 0.4) throw new Error("too few passed the signature");
