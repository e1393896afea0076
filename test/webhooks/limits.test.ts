// The limits of a handler to the millisecond, what it tells its store, and how it compares.
import { createHash } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  createWebhookHandler,
  memoryStore,
  parseWebhookUnverified,
  verifyWebhook,
  type Claim,
  type WebhookHandlerOptions,
  type WebhookNote,
  type WebhookStore,
} from "../../dist/src/webhooks.js";
import { accessKey, accessSecret, hmac, message, NOW, signed } from "./signed.js";

const [MINUTE, HOUR] = [60_000, 3_600_000];
const create = (options: Partial<WebhookHandlerOptions> = {}) =>
  createWebhookHandler({ accessKey, accessSecret, on: {}, onUnknown: () => undefined, now: () => NOW, ...options });

test.each([
  [-24 * HOUR, 200],
  [-24 * HOUR - 1, 400],
  [10 * MINUTE, 200],
  [10 * MINUTE + 1, 400],
])("a message %i ms from now is answered with %i", async (ms, status) => {
  expect((await create()(signed(message({ timestamp: String(NOW + ms) })))).status).toBe(status);
});

test.each([
  [{ maxAgeMs: 1000, maxAheadMs: 0 }, [0, 1000], [-1, 1001]],
  [{ maxAgeMs: 1, maxAheadMs: 1000 }, [-1000, 1], [-1001, 2]],
])("with %j, ages of %j ms are accepted and %j refused", async (options, accepted, refused) => {
  const statusOf = async (age: number): Promise<number> =>
    (await create(options)(signed(message({ timestamp: String(NOW - age) })))).status;
  for (const age of accepted) expect(await statusOf(age)).toBe(200);
  for (const age of refused) expect(await statusOf(age)).toBe(400);
});

test("a claim lasts a minute, and what is done is kept for an hour longer than both limits together", async () => {
  const times: number[] = [];
  const memory = memoryStore();
  const store: WebhookStore = {
    ...memory,
    claim: (key, ttlMs) => (times.push(ttlMs), memory.claim(key, ttlMs)),
    done: (key, token, keepMs) => (times.push(keepMs), memory.done(key, token, keepMs)),
  };
  await create({ store })(signed(message()));
  expect(times).toEqual([MINUTE, 25 * HOUR + 10 * MINUTE]);
});

test.each(["node:crypto", "crypto.subtle"])("with %s, the key of an event is the SHA-256 of its body", async (way) => {
  if (way === "crypto.subtle") vi.spyOn(process, "getBuiltinModule").mockReturnValue(undefined);
  onTestFinished(() => void vi.restoreAllMocks());
  const claim = vi.fn<WebhookStore["claim"]>(() => Promise.resolve({ state: "done" }));
  const body = `\ufeff${message({ text: "恤" })}`;
  await create({ store: { ...memoryStore(), claim } })(signed(body));
  expect(claim.mock.calls).toEqual([[createHash("sha256").update(body).digest("hex"), MINUTE]]);
});

test("the text of an event keeps a byte order mark, and so does that of a base", async () => {
  const body = `\ufeff${message()}`;
  const texts: string[] = [];
  const base = (parts: { body: string }): string => (texts.push(parts.body), parts.body);
  const handle = create({ base, onUnknown: ({ rawBody }) => texts.push(rawBody) });
  expect((await handle(signed(body, { authorization: hmac(accessSecret, body) }))).status).toBe(200);
  expect(texts).toEqual([body, body]);
});

test.each(["constructor", "toString", "hasOwnProperty", "__proto__"])(
  "the type %s is as unknown as any other: its messageBody may be anything",
  (messageType) => {
    for (const body of [[1], "text", 1]) {
      expect(parseWebhookUnverified(message({ messageType, messageBody: body }))).toMatchObject({ body });
    }
  },
);

test("the rest of a body that is too large is not read", async () => {
  const cancel = vi.fn<() => void>();
  const stream = new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(100)), cancel });
  expect((await create({ maxBytes: 10 })(signed("", {}, { body: stream, duplex: "half" } as RequestInit))).status).toBe(
    413,
  ); // `duplex` is not in the types
  expect(cancel).toHaveBeenCalledTimes(1);
});

test("keepMs is longer than both limits together", () => {
  const limits = { maxAgeMs: 5000, maxAheadMs: 100 };
  expect(() => create({ ...limits, keepMs: 5100 })).toThrow("`keepMs` ");
  expect(create({ ...limits, keepMs: 5101 })).toBeTypeOf("function");
});

test.each<[string, Claim, number]>([
  ["free", { state: "claimed", token: "second" }, 2],
  ["busy", { state: "busy" }, 1],
  ["done", { state: "done" }, 1],
])(
  "an event whose claim has lapsed while it ran and is %s is marked as done at most once more",
  async (_, again, calls) => {
    const claims: Claim[] = [{ state: "claimed", token: "first" }, again];
    const claim = vi.fn<WebhookStore["claim"]>(() => Promise.resolve(claims.shift() ?? { state: "busy" }));
    const done = vi.fn<WebhookStore["done"]>((_key, token) => Promise.resolve(token === "second"));
    const notes: WebhookNote[] = [];
    const store = { claim, done, release: () => Promise.resolve(false) };
    expect((await create({ store, onNote: (note) => notes.push(note) })(signed(message()))).status).toBe(200);
    expect(done.mock.calls.map(([, token]) => token)).toEqual(["first", "second"].slice(0, calls));
    expect(notes).toMatchObject([{ reason: "claim" }]);
  },
);

test("a signature is compared to its end, wherever it differs", async () => {
  const right = hmac(accessSecret, accessKey, "{}");
  const compared = vi.spyOn(String.prototype, "charCodeAt");
  const counts: number[] = [];
  for (const at of [0, 1, 31, 63]) {
    const wrong = right.slice(0, at) + (right[at] === "0" ? "1" : "0") + right.slice(at + 1);
    compared.mockClear();
    await verifyWebhook("{}", wrong, { accessKey, accessSecret }).catch(() => undefined);
    counts.push(compared.mock.calls.length);
  }
  compared.mockRestore();
  expect(counts).toEqual(Array(4).fill(128));
});

test.each(["secret\n", " secret", "\tsecret", "secret\r\n", " ", "\ufeffsecret"])(
  "the credential %j, as of a file or a shell, is refused at creation, by name and without its value",
  (value) => {
    expect(() => create({ accessSecret: value })).toThrow(/^`accessSecret` must be [^"]*$/);
    expect(() => create({ secrets: [value] })).toThrow("`accessSecret` must be");
    expect(() => create({ accessKey: value })).toThrow("`accessKey` must be");
  },
);
