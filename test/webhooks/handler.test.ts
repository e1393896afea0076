// The handler: what it accepts, what it refuses, what each side is told, and that each event is handled once.
import { afterEach, describe, expect, test, vi } from "vitest";
import {
  createWebhookHandler,
  isWebhookEvent,
  memoryStore,
  parseWebhookUnverified,
  type UnknownWebhookEvent,
  type WebhookHandlerOptions,
  type WebhookNote,
  type WebhookRejection,
  type WebhookStore,
} from "../../dist/src/webhooks.js";
import { accessKey, accessSecret, hmac, message, NOW, signed, TYPE } from "./signed.js";

const unhandled: unknown[] = [];
process.on("unhandledRejection", (error) => unhandled.push(error));
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled.splice(0)).toEqual([]);
  vi.restoreAllMocks();
});

function setUp(options: Partial<WebhookHandlerOptions> = {}) {
  const events: UnknownWebhookEvent[] = [];
  const rejections: WebhookRejection[] = [];
  const notes: WebhookNote[] = [];
  const errors: unknown[] = [];
  const handle = createWebhookHandler({
    accessKey,
    accessSecret,
    on: { [TYPE]: (event: UnknownWebhookEvent) => void events.push(event) },
    now: () => NOW,
    onReject: (rejection) => rejections.push(rejection),
    onNote: (note) => notes.push(note),
    onError: (error) => errors.push(error),
    ...options,
  });
  const status = async (request: Request): Promise<number> => (await handle(request)).status;
  return { handle, status, events, rejections, notes, errors };
}

test("an event is handled once, with every digit, as object or as JSON text", async () => {
  const { status, events } = setUp();
  const body = '{"orderId":3305075341149134260,"more":{"x":1}}';
  const asText = message({ messageBody: body });
  const asObject = asText.replace(JSON.stringify(body), body);
  for (const text of [asText, asObject, asText]) expect(await status(signed(text))).toBe(200);
  expect(events).toHaveLength(2);
  expect(events[0]).toMatchObject({ type: TYPE, platform: "1688", timestamp: new Date(NOW), rawBody: asText });
  expect(events.map((event) => event.body)).toEqual(Array(2).fill({ orderId: "3305075341149134260", more: { x: 1 } }));
});

test("ids of the contract are text, unknown types and their JSON text are passed on", () => {
  const taobao = parseWebhookUnverified(
    message({
      messageType: "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY",
      messageBody: { subOrders: [{ sku_id: 12 }] },
    }),
  );
  expect(taobao.body).toEqual({ subOrders: [{ sku_id: "12" }] });
  expect(isWebhookEvent(taobao)).toBe(true);
  for (const type of ["ORDER_CREATE", "__proto__", "constructor", "toString"]) {
    const event = parseWebhookUnverified(
      `\ufeff${message({ messageType: type, messageBody: '{"id":12345678901234567890}' })}`,
    );
    expect(event).toMatchObject({ type, body: { id: "12345678901234567890" } });
    expect(isWebhookEvent(event)).toBe(false);
  }
  expect(parseWebhookUnverified(message({ messageBody: null })).body).toBeUndefined();
});

test("types without a handler go to onUnknown, or are answered with 200 and noted", async () => {
  const seen: string[] = [];
  const { status } = setUp({ on: {}, onUnknown: ({ type }) => seen.push(type) });
  for (const type of [TYPE, "ORDER_CREATE", "constructor"])
    expect(await status(signed(message({ messageType: type })))).toBe(200);
  expect(seen).toEqual([TYPE, "ORDER_CREATE", "constructor"]);
  const without = setUp();
  expect(await without.status(signed(message({ messageType: "ORDER_CREATE" })))).toBe(200);
  expect(without.notes).toMatchObject([{ reason: "unhandled", event: { type: "ORDER_CREATE" } }]);
});

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const withBody = (json: string): string => `{"messageType":"X","messageBody":${json}}`;
const oversized = message({ more: "x".repeat(1_100_000) });
test.each<[string, () => Request, number, string]>([
  ["GET", () => signed("", {}, { method: "GET", body: null }), 405, "method"],
  ["PUT", () => signed(message(), {}, { method: "PUT" }), 405, "method"],
  ["text/plain", () => signed(message(), { "content-type": "text/plain" }), 415, "content-type"],
  [
    "two content types",
    () => signed(message(), { "content-type": "application/json, text/plain" }),
    415,
    "content-type",
  ],
  ["no signature", () => signed(message(), { authorization: undefined }), 401, "authorization-missing"],
  ["two signatures", () => signed(message(), { authorization: "0, 1" }), 401, "authorization-malformed"],
  ["a forged one", () => signed(message(), { authorization: "a".repeat(64) }), 401, "signature"],
  [
    "altered",
    () => signed(message({ x: 1 }), { authorization: hmac(accessSecret, accessKey, message()) }),
    401,
    "signature",
  ],
  [
    "truncated",
    () => signed(message().slice(0, -9), { authorization: hmac(accessSecret, accessKey, message()) }),
    401,
    "signature",
  ],
  ["empty", () => signed(""), 400, "empty"],
  ["oversized", () => signed(oversized), 413, "too-large"],
  ["said to be oversized", () => signed(message(), { "content-length": "1048577" }), 413, "too-large"],
  ["not JSON", () => signed("{"), 400, "json"],
  ["only a byte order mark", () => signed("\ufeff"), 400, "json"],
  ["a list", () => signed("[]"), 400, "message"],
  ["null", () => signed("null"), 400, "message"],
  ["a text", () => signed('"x"'), 400, "message"],
  ["no type", () => signed("{}"), 400, "message"],
  ["a type that is not a text", () => signed(message({ messageType: 1 })), 400, "message"],
  ["a type in a prototype", () => signed('{"__proto__":{"messageType":"X"}}'), 400, "message"],
  ["a body that is a list", () => signed(message({ messageBody: [] })), 400, "message"],
  ["a body that is text", () => signed(message({ messageBody: "x" })), 400, "message"],
  ["101 levels", () => signed(withBody(nested(101))), 400, "too-deep"],
  ["101 levels in JSON text", () => signed(withBody(JSON.stringify(nested(101)))), 400, "too-deep"],
  ["100 000 levels", () => signed(withBody(nested(100_000))), 400, "too-deep"],
  ["__proto__", () => signed(withBody('{"__proto__":{"a":1}}')), 400, "unsafe-key"],
  ["__proto__ in JSON text", () => signed(withBody(JSON.stringify('{"x":[{"__proto__":1}]}'))), 400, "unsafe-key"],
  ["constructor.prototype", () => signed(withBody('{"constructor":{"prototype":{"a":1}}}')), 400, "unsafe-key"],
  ["a day and a second old", () => signed(message({ timestamp: String(NOW - 86_401_000) })), 400, "too-old"],
  ["in seconds, too old", () => signed(message({ timestamp: 1_700_000_000 })), 400, "too-old"],
  ["from the future", () => signed(message({ timestamp: NOW + 600_001 })), 400, "too-new"],
])("%s is refused: a short answer for the sender, the reason for the owner", async (_, request, status, reason) => {
  const { handle, events, rejections, errors } = setUp();
  const response = await handle(request());
  expect(response.status).toBe(status);
  expect(await response.text()).toBe("refused");
  expect(rejections).toMatchObject([{ reason }]);
  expect(JSON.stringify(rejections)).not.toMatch(/CANARY|authorization":/);
  expect([events, errors]).toEqual([[], []]);
  expect(({} as { a?: unknown }).a).toBeUndefined();
});

test.each<[string, () => Request, Partial<WebhookHandlerOptions>]>([
  ["PUT, not POST", () => signed(message(), {}, { method: "PUT" }), {}],
  ["text/plain, not application/json", () => signed(message(), { "content-type": "text/plain" }), {}],
  ["not sent", () => signed(message(), { authorization: undefined }), {}],
  ["not 64 hexadecimal digits, once", () => signed(message(), { authorization: "0, 1" }), {}],
  ['`base` (try "auto")', () => signed(message(), { authorization: "a".repeat(64) }), {}],
  ["more than maxBytes, 9", () => signed(message()), { maxBytes: 9 }],
  ["not JSON", () => signed("{"), {}],
  ["messageType is not a text", () => signed("{}"), {}],
  ["messageBody is not an object", () => signed(message({ messageBody: "x" })), {}],
  ["__proto__", () => signed(withBody('{"__proto__":1}')), {}],
  ["not 10 or 13 digits", () => signed(message({ timestamp: 1 })), { strictTimestamp: true }],
  ["10 ms old, see maxAgeMs", () => signed(message()), { maxAgeMs: 9, now: () => NOW + 10 }],
])("the owner is told what came, or what to change: %s", async (detail, request, options) => {
  const { status, rejections } = setUp(options);
  expect(await status(request())).toBeGreaterThan(399);
  expect(rejections).toMatchObject([{ detail: expect.stringContaining(detail) as string }]);
});

test.each([
  ["application/json", 200],
  ["Application/JSON; charset=utf-8", 200],
  ["application/json;charset=UTF-8", 200],
  ["application/vnd.x+json", 415],
  ["application/jsonp", 415],
  ["application/x-www-form-urlencoded", 415],
])("the content type %s is answered with %i", async (type, status) => {
  expect(await setUp().status(signed(message(), { "content-type": type }))).toBe(status);
});

test.each<object>([{ toString: 1 }, { valueOf: null, toString: {} }, [NOW]])(
  "the platform and timestamp %j are unknown",
  async (odd) => {
    const { status, events } = setUp();
    expect(await status(signed(message({ messagePlatform: odd, timestamp: odd })))).toBe(200);
    expect(events).toMatchObject([{ platform: undefined, timestamp: undefined }]);
  },
);

test("a field named constructor is an ordinary field", async () => {
  const { status, events } = setUp();
  expect(await status(signed(message({ messageBody: { constructor: "x", prototype: {} } })))).toBe(200);
  expect(events[0]?.body).toEqual({ constructor: "x", prototype: {} });
});

test.each([undefined, null, "", "yesterday", 12, "12345678901234", {}, [1]])(
  "the timestamp %j is accepted and noted; strictTimestamp refuses it",
  async (timestamp) => {
    const open = setUp();
    expect(await open.status(signed(message({ timestamp })))).toBe(200);
    expect(open.notes).toMatchObject([{ reason: "timestamp" }]);
    expect(open.events[0]?.timestamp).toBeUndefined();
    const strict = setUp({ strictTimestamp: true });
    expect(await strict.status(signed(message({ timestamp })))).toBe(400);
    expect(strict.rejections).toMatchObject([{ reason: "timestamp-unreadable" }]);
  },
);

test("a body is read up to the limit, and one that breaks off, or was read before, is refused", async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull(controller) {
      pulled += 1;
      controller.enqueue(new Uint8Array(65_536));
    },
  });
  const init = (body: ReadableStream): RequestInit => ({ body, duplex: "half" }) as RequestInit;
  const { status, rejections } = setUp();
  expect(await status(signed("x", {}, init(endless)))).toBe(413);
  expect(pulled).toBeLessThan(20);
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("reset")) });
  expect(await status(signed("x", {}, init(broken)))).toBe(400);
  const parsed = new ReadableStream({ pull: (controller) => controller.enqueue({ a: 1 }) });
  expect(await status(signed("x", {}, init(parsed)))).toBe(500);
  const used = signed(message());
  await used.text();
  expect(await status(used)).toBe(500);
  expect(rejections.map(({ reason }) => reason)).toEqual(["too-large", "unreadable", "parsed-body", "parsed-body"]);
});

describe("once", () => {
  test("a second delivery is busy while the first runs, and done after it", async () => {
    let started = 0;
    let end: () => void = () => undefined;
    const running = new Promise<void>((resolve) => (end = resolve));
    const { status } = setUp({ on: { [TYPE]: () => ((started += 1), running) } });
    const first = status(signed(message()));
    await vi.waitFor(() => expect(started).toBe(1));
    expect(await status(signed(message()))).toBe(503);
    end();
    expect(await first).toBe(200);
    expect(await status(signed(message()))).toBe(200);
    expect(started).toBe(1);
  });

  test.each([
    [
      "throws",
      () => {
        throw new Error("no");
      },
    ],
    ["rejects", () => Promise.reject(new Error("no"))],
    [
      "returns a thenable that fails",
      () => ({ then: (_: unknown, fail: (error: Error) => void) => fail(new Error("no")) }),
    ],
  ])("a handler that %s is answered with 500, and the next delivery is handled", async (_, failing) => {
    const attempts = [failing, () => undefined];
    const { status, errors } = setUp({ on: { [TYPE]: () => attempts.shift()?.() } });
    expect([await status(signed(message())), await status(signed(message())), await status(signed(message()))]).toEqual(
      [500, 200, 200],
    );
    expect(errors).toMatchObject([{ message: "no" }]);
  });

  test("a handler that takes longer than its claim is done all the same, and noted", async () => {
    let time = NOW;
    let runs = 0;
    const { status, notes, errors } = setUp({
      now: () => time,
      on: {
        [TYPE]: () => {
          runs += 1;
          time += 61_000;
        },
      },
    });
    expect([await status(signed(message())), await status(signed(message()))]).toEqual([200, 200]);
    expect([runs, notes.map(({ reason }) => reason), errors]).toEqual([1, ["claim"], []]);
  });

  const broken = (method: keyof WebhookStore, how: () => never): WebhookStore => ({ ...memoryStore(), [method]: how });
  const thrown = (): never => {
    throw new Error("down");
  };
  test.each<[keyof WebhookStore, number]>([
    ["claim", 503],
    ["done", 200],
    ["release", 500],
  ])("a store whose %s fails is answered with %i and reported", async (method, expected) => {
    for (const how of [thrown, (() => Promise.reject(new Error("down"))) as () => never]) {
      const on = method === "release" ? { [TYPE]: thrown } : { [TYPE]: () => undefined };
      const { status, errors } = setUp({ store: broken(method, how), on });
      expect(await status(signed(message()))).toBe(expected);
      expect(errors).toContainEqual(new Error("down"));
    }
  });

  test("a key of one's own tells events apart; a wrong one is reported", async () => {
    const { status, events } = setUp({ key: ({ body }) => (body as { orderId: string }).orderId });
    for (const at of [NOW, NOW + 1]) expect(await status(signed(message({ timestamp: at })))).toBe(200);
    expect(events).toHaveLength(1);
    for (const key of [() => "", () => 1, thrown, () => Promise.reject(new Error("no"))]) {
      const wrong = setUp({ key: key as () => string });
      expect(await wrong.status(signed(message()))).toBe(500);
      expect(wrong.errors).toHaveLength(1);
    }
  });

  test("hooks that fail or hang disturb nothing", async () => {
    for (const hook of [thrown, () => Promise.reject(new Error("no")), () => new Promise(() => undefined)]) {
      const { status } = setUp({ onReject: hook, onNote: hook, onError: hook, on: { [TYPE]: thrown } });
      expect(await status(signed(message({ timestamp: null })))).toBe(500);
      expect(await status(signed("{"))).toBe(400);
    }
  });

  test("the functions base and now may fail", async () => {
    const { status, rejections } = setUp({ base: thrown });
    expect(await status(signed(message()))).toBe(500);
    expect(rejections).toMatchObject([{ reason: "internal", cause: { message: "down" } }]);
    expect(await setUp({ now: thrown, store: memoryStore() }).status(signed(message()))).toBe(500);
    expect(await setUp({ now: () => NaN, store: memoryStore() }).status(signed(message()))).toBe(500);
  });
});

test("auto notes the base that fitted", async () => {
  const { status, notes } = setUp({ base: "auto" });
  expect(await status(signed(message(), { authorization: hmac(accessSecret, message()) }))).toBe(200);
  expect(notes).toMatchObject([{ reason: "base", base: "body" }]);
});

test.each([
  [{ defer: true }, "defer` needs a store with claim, done, release, put, due, renew"],
  [{ store: {} }, "store"],
  [{ store: null }, "store"],
  [{ maxAgeMs: -1 }, "maxAgeMs"],
  [{ maxBytes: NaN }, "maxBytes"],
  [{ claimMs: 1.5 }, "claimMs"],
  [{ keepMs: 1_000 }, "keepMs"],
  [{ onError: 1 }, "onError"],
  [{ on: { X: 1 } }, "on.X"],
  [{ accessSecret: undefined }, "accessSecret"],
  [{ accessKey: "" }, "accessKey` must be a trimmed text"],
])("the options %j are refused at creation, by name", (options, name) => {
  expect(() => setUp(options as object)).toThrow(`\`${name}${name.includes(" ") ? "" : "` "}`);
});

describe("the memory store", () => {
  test("a lapsed token changes nothing, and what is done is forgotten in time", async () => {
    let time = 0;
    const store = memoryStore({ now: () => time });
    const first = await store.claim("a", 10);
    if (first.state !== "claimed") throw new Error(first.state);
    expect(await store.claim("a", 10)).toEqual({ state: "busy" });
    time = 10;
    expect([await store.done("a", first.token, 5), await store.release("a", first.token)]).toEqual([false, false]);
    const second = await store.claim("a", 10);
    if (second.state !== "claimed") throw new Error(second.state);
    expect(await store.release("a", first.token)).toBe(false);
    expect(await store.done("a", second.token, 5)).toBe(true);
    expect(await store.claim("a", 10)).toEqual({ state: "done" });
    time = 15;
    expect(await store.claim("a", 10)).toMatchObject({ state: "claimed" });
  });

  test("it is bounded: the oldest that is done makes room, claims do not", async () => {
    const store = memoryStore({ maxKeys: 2, now: () => 0 });
    for (const key of ["a", "b", "c"]) {
      const claim = await store.claim(key, 10);
      if (claim.state === "claimed") await store.done(key, claim.token, 10);
    }
    expect(await store.claim("c", 10)).toEqual({ state: "done" });
    expect(await store.claim("a", 10)).toMatchObject({ state: "claimed" });
    expect(await store.claim("d", 10)).toMatchObject({ state: "claimed" });
    expect(await store.claim("e", 10)).toEqual({ state: "busy" });
    expect(() => memoryStore({ maxKeys: 0 })).toThrow("`maxKeys`");
  });
});
