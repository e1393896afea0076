// Pushed messages, sent to a real receiver on loopback. Signatures are checked by node:crypto over the bytes that arrived.
import { createHmac } from "node:crypto";
import { Validator } from "@cfworker/json-schema";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  createSandbox,
  SANDBOX_CREDENTIALS,
  type Delivery,
  type PushBase,
  type PushOptions,
  type Sandbox,
} from "../../scripts/dist/sandbox/index.js";
import { signTestWebhook } from "../../dist/src/webhooks.js";
import { document, nodeAt } from "../support/bundle.js";
import { drip, failing, quietPort, reset, serve, silence, text, type Received } from "../support/server.js";

const HALF_HOUR = 30 * 60_000;
const START = 1_779_263_269_913;
const TYPE = "MY_ORDER_MESSAGE";

const acknowledge = text("", undefined);

/** A sandbox whose clock stands still but for what the test door adds. */
function started(push: PushOptions): Sandbox {
  const sandbox = createSandbox({ push, now: () => START });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

async function advance(sandbox: Sandbox, advanceMs: number): Promise<void> {
  const answer = await sandbox.fetch("http://sandbox/sandbox/clock", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ advanceMs }),
  });
  expect(answer.status).toBe(200);
}

const hmac = (base: string): string =>
  createHmac("sha256", SANDBOX_CREDENTIALS.accessSecret).update(base, "utf8").digest("hex");
const signatureOf = ({ headers }: Received): string | undefined => headers.authorization;
const numberOf = ({ body }: Received): unknown => /"n":(\d+)/.exec(body)?.[1];
/** Waits without timers, which a test may have replaced. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
const deliver = (sandbox: Sandbox, n = 1): Promise<Delivery> =>
  sandbox.deliver({ messageType: TYPE, messageBody: { n } });

const OWN_KEY = "0123456789abcdef0123456789abcdef";
const OWN_SECRET = "fedcba9876543210fedcba9876543210";
const OWN_BODY = String.raw`{"messageType":"ORDER_PAY_SUCCESS","messageBody":"{\"orderId\":\"3305075341149134260\"}","messagePlatform":1,"timestamp":"1779263269913"}`;

test.each<[string, string, string, string, PushBase, string]>([
  [
    "the sample of a manual of the same wording",
    "123456",
    "3412gyo124goi3124",
    '{"seller_id":"1234567", "message_type":0, "data":{...}..}',
    "accessKey+body",
    "f3d2ca947f16a50b577c036adecd18bec126ea19cadedd59816e255d3b6104ab",
  ],
  [
    "key and body",
    OWN_KEY,
    OWN_SECRET,
    OWN_BODY,
    "accessKey+body",
    "b31f62efa41ea4b23c941a19ba1724cf1835ec542283e07c893fe1a21c5cd05d",
  ],
  [
    "the body alone",
    OWN_KEY,
    OWN_SECRET,
    OWN_BODY,
    "body",
    "4d84bfa6718d7b5d223421c292a5b46760021746ca3a902a1f553d22bfb8b4ed",
  ],
])("signs %s as the vector says", async (_, accessKey, accessSecret, body, base, expected) => {
  expect(await signTestWebhook(body, { accessKey, accessSecret, base })).toBe(expected);
});

test("sends a message of any type, with all digits, signed over the bytes that arrive", async () => {
  const receiver = await serve(acknowledge);
  const sandbox = started({ url: `${receiver.url}/hooks?token=1` });
  const delivery = await sandbox.deliver({
    messageType: TYPE,
    messageBody: { orderId: 2542285634920880794n, asText: "2542285634920880794", 名: "é\u{1f43c}" },
  });
  const [request] = receiver.requests;
  expect(request).toMatchObject({ method: "POST", url: "/hooks?token=1" });
  expect(request?.headers["content-type"]).toBe("application/json");
  expect(request?.body).toBe(
    `{"messageType":"${TYPE}","messageBody":{"orderId":2542285634920880794,"asText":"2542285634920880794","名":"é\u{1f43c}"},"messagePlatform":1,"timestamp":"${START}"}`,
  );
  expect(request && signatureOf(request)).toBe(hmac(SANDBOX_CREDENTIALS.accessKey + request?.body));
  expect(delivery).toMatchObject({ outcome: "acknowledged", tries: [{ at: START, status: 200 }], body: request?.body });
});

test.each<[string, PushOptions, (body: string) => string]>([
  ["the body", { base: "body" }, (body) => body],
  [
    "what a function makes",
    { base: ({ accessKey, body }) => `${body}.${accessKey}` },
    (body) => `${body}.${SANDBOX_CREDENTIALS.accessKey}`,
  ],
])("signs %s if an option says so", async (_, options, base) => {
  const receiver = await serve(acknowledge);
  await deliver(started({ url: receiver.url, ...options }));
  const [request] = receiver.requests;
  expect(request && signatureOf(request)).toBe(hmac(base(request?.body ?? "")));
});

test("sends messageBody as JSON text if an option says so", async () => {
  const receiver = await serve(acknowledge);
  const sandbox = started({ url: receiver.url, messageBody: "text" });
  await sandbox.deliver({ messageType: TYPE, messageBody: { orderId: 2542285634920880794n } });
  expect(JSON.parse(receiver.requests[0]?.body ?? "")).toMatchObject({
    messageBody: '{"orderId":2542285634920880794}',
  });
});

test.each([
  ["TAOBAO_ANYTHING", undefined, 0],
  ["1688_ANYTHING", undefined, 1],
  ["ANYTHING", undefined, 1],
  ["ANYTHING", 0, 0],
  ["TAOBAO_ANYTHING", 1, 1],
] as const)("gives %s with platform %s the platform %s", async (messageType, messagePlatform, expected) => {
  const receiver = await serve(acknowledge);
  const own = messagePlatform === undefined ? {} : { messagePlatform };
  await started({ url: receiver.url }).deliver({ messageType, messageBody: {}, ...own });
  expect(JSON.parse(receiver.requests[0]?.body ?? "")).toMatchObject({ messagePlatform: expected });
});

test.each([
  ["HTTP 500", failing(500), { status: 500, reason: "the answer is HTTP 500, not 200" }],
  ["HTTP 204", failing(204), { status: 204, reason: "the answer is HTTP 204, not 200" }],
  [
    "a redirect",
    text("", undefined, 302, { location: "/other" }),
    { status: 302, reason: expect.stringContaining("redirects are not followed") },
  ],
  ["a reset", reset, { reason: expect.stringMatching(/^no answer \(\w+\)$/) }],
])("retries 5 times by the clock after %s, and then gives up", async (_, handler, expected) => {
  const receiver = await serve(handler);
  const sandbox = started({ url: receiver.url });
  const delivery = await deliver(sandbox);
  expect(delivery).toMatchObject({ outcome: "waiting", nextTryAt: START + HALF_HOUR, tries: [expected] });
  expect(receiver.requests).toHaveLength(1);
  await advance(sandbox, HALF_HOUR - 1);
  expect(receiver.requests).toHaveLength(1);
  await advance(sandbox, 1);
  expect(receiver.requests).toHaveLength(2);
  await advance(sandbox, 24 * 3_600_000);
  await advance(sandbox, 24 * 3_600_000);
  expect(receiver.requests.filter(({ url }) => url === "/")).toHaveLength(1 + 5);
  expect(receiver.requests).toHaveLength(1 + 5);
  expect(delivery.outcome).toBe("failed");
  expect(delivery.nextTryAt).toBeUndefined();
  expect(delivery.tries.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4, 5].map((n) => START + n * HALF_HOUR));
});

test("an answer of 200 counts even if its body never ends, and the connection is let go", async () => {
  const receiver = await serve(drip());
  const delivery = await deliver(started({ url: receiver.url }));
  expect(delivery.outcome).toBe("acknowledged");
  await expect.poll(() => receiver.connectionsInUse()).toBe(0);
});

test.each(["same", "new-timestamp"] as const)("a retry sends: %s", async (retry) => {
  const receiver = await serve(failing(500), failing(500), acknowledge);
  const sandbox = started({ url: receiver.url, retry });
  const delivery = await deliver(sandbox);
  await advance(sandbox, 3 * HALF_HOUR);
  const bodies = receiver.requests.map(({ body }) => body);
  const times = bodies.map((body) => /"timestamp":"(\d{13})"/.exec(body)?.[1]);
  const expected = retry === "same" ? [0, 0, 0] : [0, 1, 2];
  expect(times).toEqual(expected.map((n) => String(START + n * HALF_HOUR)));
  expect(new Set(bodies).size).toBe(retry === "same" ? 1 : 3);
  for (const one of receiver.requests) expect(signatureOf(one)).toBe(hmac(SANDBOX_CREDENTIALS.accessKey + one.body));
  expect(delivery).toMatchObject({ outcome: "acknowledged", body: bodies[2] });
});

test("retryAfterMs shortens the wait in real time", async () => {
  const receiver = await serve(failing(500), failing(503), acknowledge);
  const delivery = await deliver(started({ url: receiver.url, retryAfterMs: 5 }));
  await expect.poll(() => delivery.outcome).toBe("acknowledged");
  expect(delivery.tries.map(({ status }) => status)).toEqual([500, 503, 200]);
});

test("finds a receiver that starts later", async () => {
  const port = await quietPort();
  const sandbox = started({ url: port.url });
  const delivery = await deliver(sandbox);
  expect(delivery.tries).toMatchObject([{ reason: "no answer (ECONNREFUSED)" }]);
  const receiver = await port.open(acknowledge);
  await advance(sandbox, HALF_HOUR);
  expect(delivery.outcome).toBe("acknowledged");
  expect(receiver.requests).toHaveLength(1);
});

test.each([
  ["kept", [1, 2, 3, 4, 5]],
  ["disturbed", [1, 3, 2, 5, 4]],
] as const)("the order of messages is %s", async (order, expected) => {
  const receiver = await serve(acknowledge);
  const sandbox = started({ url: receiver.url, order });
  await Promise.all([1, 2, 3, 4, 5].map((n) => deliver(sandbox, n)));
  await expect.poll(() => receiver.requests.length).toBe(5);
  expect(receiver.requests.map(numberOf)).toEqual(expected.map(String));
});

test("a message that is held back is sent when the clock advances", async () => {
  const receiver = await serve(acknowledge);
  const sandbox = started({ url: receiver.url, order: "disturbed" });
  await deliver(sandbox, 1);
  const held = await deliver(sandbox, 2);
  expect(held).toMatchObject({ outcome: "held", tries: [] });
  await advance(sandbox, 0);
  expect(held.outcome).toBe("acknowledged");
  expect(receiver.requests.map(numberOf)).toEqual(["1", "2"]);
});

test.each(["reset", "close"] as const)("%s ends the tries that are due and the one that runs", async (how) => {
  const receiver = await serve(failing(500), silence);
  const sandbox = started({ url: receiver.url });
  const due = await deliver(sandbox);
  const running = deliver(sandbox);
  await expect.poll(() => receiver.requests.length).toBe(2);
  sandbox[how]();
  expect((await running).outcome).toBe("dropped");
  expect(due).toMatchObject({ outcome: "dropped" });
  await advance(sandbox, 24 * 3_600_000);
  expect(receiver.requests).toHaveLength(2);
});

test("keeps the latest 1000 deliveries", async () => {
  const sandbox = started({ url: "http://127.0.0.1/", fetch: async () => new Response() });
  for (let n = 1; n <= 1_002; n += 1) await deliver(sandbox, n);
  const answer = await sandbox.fetch("http://sandbox/sandbox/deliveries");
  const { deliveries } = (await answer.json()) as { deliveries: { message: { messageBody: { n: number } } }[] };
  expect(deliveries.map(({ message }) => message.messageBody.n)).toEqual(
    Array.from({ length: 1_000 }, (_, at) => at + 3),
  );
});

test.each<[string, object, RegExp]>([
  ["a relative URL", { url: "/hooks" }, /whole http or https URL/],
  ["another scheme", { url: "file:///etc/hosts" }, /whole http or https URL/],
  ["no text", { url: 5 }, /whole http or https URL/],
  ["a password", { url: "http://user:hunter22@127.0.0.1/" }, /must not hold a user name or a password/],
  ["a user name", { url: "http://user@127.0.0.1/" }, /must not hold a user name or a password/],
  ["a wrong base", { base: "key" }, /push\.base must be/],
  ["a wrong retry", { retry: "none" }, /push\.retry must be "same" or "new-timestamp"/],
  ["a wrong order", { order: 1 }, /push\.order must be/],
  ["a wrong form", { messageBody: "xml" }, /push\.messageBody must be/],
  ["no function", { fetch: "fetch" }, /push\.fetch must be a function/],
  ["no wait", { retryAfterMs: 0 }, /push\.retryAfterMs must be/],
  ["a wait beyond timers", { retryAfterMs: 2 ** 31 }, /push\.retryAfterMs must be/],
])("refuses %s when the sandbox is made", (_, push, message) => {
  // The options come from plain JavaScript.
  expect(() => createSandbox({ push: push as PushOptions })).toThrow(message);
  expect(() => createSandbox({ push: push as PushOptions })).not.toThrow(/hunter22/);
});

const itself: Record<string, unknown> = {};
itself["itself"] = itself;

test.each<[string, unknown, RegExp]>([
  ["nothing", undefined, /messageType must be a text/],
  ["no type", { messageBody: {} }, /messageType must be a text/],
  ["an empty type", { messageType: " ", messageBody: {} }, /messageType must be a text/],
  ["no body", { messageType: TYPE }, /messageBody must be an object/],
  ["a text as body", { messageType: TYPE, messageBody: "{}" }, /set push\.messageBody to "text"/],
  ["an array as body", { messageType: TYPE, messageBody: [] }, /messageBody must be an object/],
  ["a body that contains itself", { messageType: TYPE, messageBody: itself }, /plain JSON/],
  ["a body that is a date", { messageType: TYPE, messageBody: new Date(0) }, /plain JSON/],
  [
    "an id that lost its digits",
    { messageType: TYPE, messageBody: { a: [2 ** 60] } },
    /Write ids beyond 2\^53 as bigints/,
  ],
  ["no number", { messageType: TYPE, messageBody: { a: NaN } }, /messageBody holds NaN as "a"/],
  [
    "a wrong platform",
    { messageType: TYPE, messageBody: {}, messagePlatform: 2 },
    /must be 0 \(Taobao\) or 1 \(1688\)/,
  ],
])("refuses to deliver %s, and sends nothing", async (_, message, expected) => {
  const receiver = await serve(acknowledge);
  // It comes from plain JavaScript.
  await expect(started({ url: receiver.url }).deliver(message as never)).rejects.toThrow(expected);
  expect(receiver.requests).toHaveLength(0);
});

test("a push that is due keeps no process alive", async () => {
  const receiver = await serve(failing(500));
  const sandbox = started({ url: receiver.url, order: "disturbed" });
  const timers = (): number => process.getActiveResourcesInfo().filter((one) => one === "Timeout").length;
  const before = timers();
  const due = await deliver(sandbox);
  const held = await deliver(sandbox);
  expect([due.outcome, held.outcome]).toEqual(["waiting", "held"]);
  expect(timers()).toBeLessThanOrEqual(before);
});

test("says what to do without a push URL", async () => {
  await expect(deliver(createSandbox())).rejects.toThrow("Start the sandbox with --forward URL");
});

test("a base that fails is recorded, and the sandbox goes on", async () => {
  const receiver = await serve(acknowledge);
  const base = (): string => {
    throw new Error("own");
  };
  const delivery = await deliver(started({ url: receiver.url, base }));
  expect(delivery).toMatchObject({ outcome: "waiting", tries: [{ reason: expect.stringContaining("push.base") }] });
  expect(receiver.requests).toHaveLength(0);
});

test("a receiver that does not answer is left after a second", async () => {
  const receiver = await serve(silence);
  const delivery = await deliver(started({ url: receiver.url }));
  expect(delivery).toMatchObject({ outcome: "waiting", tries: [{ reason: "no answer within 1000 ms" }] });
  expect(delivery.tries[0]?.tookMs).toBeGreaterThan(900);
  await expect.poll(() => receiver.connectionsInUse()).toBe(0);
});

test("a fetch that ignores its signal cannot hold a delivery: six tries, each of a second", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  let calls = 0;
  const fetch = (): Promise<Response> => {
    calls += 1;
    return new Promise(() => undefined);
  };
  const sandbox = started({ url: "http://127.0.0.1/", fetch });
  const delivering = deliver(sandbox);
  await until(() => calls === 1);
  vi.advanceTimersByTime(1_000);
  const delivery = await delivering;
  const advancing = advance(sandbox, 24 * 3_600_000);
  for (const n of [2, 3, 4, 5, 6]) {
    await until(() => calls === n);
    vi.advanceTimersByTime(1_000);
  }
  await advancing;
  expect(delivery.outcome).toBe("failed");
  expect(delivery.tries.map(({ reason }) => reason)).toEqual(Array(6).fill("no answer within 1000 ms"));
});

test("a retry by the real clock comes after half an hour, and a held message after a second", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const sent: string[] = [];
  const fetch = async (_: string, { body }: RequestInit): Promise<Response> => {
    sent.push(String(body));
    return new Response(null, { status: 500 });
  };
  const sandbox = started({ url: "http://127.0.0.1/", fetch, order: "disturbed" });
  const first = await deliver(sandbox, 1);
  const held = await deliver(sandbox, 2);
  vi.advanceTimersByTime(999);
  expect(held.outcome).toBe("held");
  vi.advanceTimersByTime(1);
  await until(() => held.tries.length === 1);
  vi.advanceTimersByTime(HALF_HOUR - 1_001);
  expect(first.outcome).toBe("waiting");
  expect(sent).toHaveLength(2);
  vi.advanceTimersByTime(1);
  await until(() => first.tries.length === 2);
  expect(sent.map((body) => /"n":(\d)/.exec(body)?.[1])).toEqual(["1", "2", "1"]);
});

test("signing is refused in words where the platform cannot sign, and not needed without a push URL", () => {
  vi.stubGlobal("crypto", { getRandomValues: crypto.getRandomValues.bind(crypto) });
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(() => createSandbox({ push: { url: "http://127.0.0.1/" } })).toThrow("only over https or at http://localhost");
  expect(() => createSandbox()).not.toThrow();
});

const PRICES = [
  ["1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", "WebhooksAlibabaOrderPriceModifiedRequest"],
  ["TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY", "WebhooksTaobaoOrderPriceModifiedRequest"],
] as const;

test.each(PRICES)("the contract's example of %s arrives as its schema says, in both forms", async (type, schema) => {
  const receiver = await serve(acknowledge);
  const example = nodeAt(document, "webhooks", type, "post", "requestBody", "content", "application/json", "example");
  for (const messageBody of ["object", "text"] as const) {
    const sandbox = started({ url: receiver.url, messageBody });
    await sandbox.deliver({ messageType: type, messageBody: nodeAt(example, "messageBody") });
  }
  const validator = new Validator(
    { $ref: `#/components/schemas/${schema}`, components: document["components"] },
    "2020-12",
  );
  expect(receiver.requests.map(({ body }) => validator.validate(JSON.parse(body)).errors)).toEqual([[], []]);
  expect(validator.validate({ messageType: 5 }).valid).toBe(false);
});
