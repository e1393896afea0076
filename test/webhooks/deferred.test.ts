// With `defer` an event is stored, answered, and handled after. What is not handled is taken up by a sweep.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  createWebhookHandler,
  memoryStore,
  signTestWebhook,
  type DeferringStore,
  type UnknownWebhookEvent,
  type WebhookHandlerOptions,
} from "../../src/webhooks.js";
import { deferringContract } from "./store-contract.js";

const CREDENTIALS = { accessKey: "key", accessSecret: "secret" };
const CLAIM_MS = 30_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A small store that keeps events, by the clock of the tests. It outlives the handlers, which stand for processes. */
function keepingStore(now: () => number = Date.now): DeferringStore {
  const rows = new Map<string, { token: string; until: number; done?: boolean; body?: string }>();
  const isFree = (key: string) => (rows.get(key)?.until ?? 0) <= now();
  const mine = (key: string, token: string) => {
    const row = rows.get(key);
    return row?.token === token && row.done !== true && !isFree(key) ? row : undefined;
  };
  const change = (key: string, token: string, changes: Partial<{ until: number; done: boolean; body: string }>) => {
    const row = mine(key, token);
    if (row !== undefined) Object.assign(row, changes);
    return Promise.resolve(row !== undefined);
  };
  const take = (key: string, ttlMs: number) => {
    const token = crypto.randomUUID();
    rows.set(key, { ...rows.get(key), done: false, token, until: now() + ttlMs });
    return token;
  };
  return {
    claim: (key, ttlMs) =>
      Promise.resolve(
        isFree(key)
          ? { state: "claimed", token: take(key, ttlMs) }
          : { state: rows.get(key)?.done === true ? "done" : "busy" },
      ),
    async done(key, token, keepMs) {
      const isDone = await change(key, token, { done: true, until: now() + keepMs });
      if (isDone) delete rows.get(key)?.body;
      return isDone;
    },
    release: (key, token) => change(key, token, { until: 0 }),
    put: (key, token, body) => change(key, token, { body }),
    renew: (key, token, ttlMs) => change(key, token, { until: now() + ttlMs }),
    due: (limit, ttlMs) =>
      Promise.resolve(
        [...rows]
          .filter(([key, { body }]) => body !== undefined && isFree(key))
          .slice(0, limit)
          .map(([key, { body = "" }]) => ({ key, body, token: take(key, ttlMs) })),
      ),
  };
}

deferringContract("the store of these tests", () => {
  let now = 1_795_000_000_000;
  return Promise.resolve({
    store: keepingStore(() => now),
    pass: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
  });
});

type Handling = (event: UnknownWebhookEvent) => unknown;

function deferring(onUnknown: Handling, options: Partial<WebhookHandlerOptions> = {}) {
  const errors: string[] = [];
  const notes: string[] = [];
  const handle = createWebhookHandler({
    ...CREDENTIALS,
    on: {},
    onUnknown,
    defer: true,
    claimMs: CLAIM_MS,
    onError: (error) => errors.push(String(error)),
    onNote: ({ reason }) => notes.push(reason),
    ...options,
  });
  return { handle, errors, notes };
}

async function push(number = 1): Promise<Request> {
  const body = JSON.stringify({ messageType: "TEST", timestamp: Date.now(), messageBody: { number } });
  const authorization = await signTestWebhook(body, CREDENTIALS);
  const headers = { "content-type": "application/json", authorization };
  return new Request("http://127.0.0.1/", { method: "POST", headers, body });
}

it("answers before the handler runs, renews the claim while it runs, and remembers it for good", async () => {
  const store = keepingStore();
  const ran: unknown[] = [];
  let finish = (): void => undefined;
  const ending = new Promise<void>((resolve) => (finish = resolve));
  const { handle, errors, notes } = deferring(({ body }) => (ran.push(body), ending), { store });
  expect((await handle(await push())).status).toBe(200);
  expect(ran).toEqual([]);
  await vi.advanceTimersByTimeAsync(CLAIM_MS * 5);
  expect(ran).toHaveLength(1);
  expect((await handle(await push(2))).status).toBe(200);
  expect(await store.due(10, 1)).toEqual([]);
  finish();
  await vi.advanceTimersByTimeAsync(CLAIM_MS * 5);
  expect(ran).toHaveLength(2);
  expect(vi.getTimerCount()).toBe(0);
  expect(await store.due(10, 1)).toEqual([]);
  expect([errors, notes]).toEqual([[], []]);
});

it("answers 200 to an event that was handled and 503 to one that is being handled", async () => {
  const { handle } = deferring(() => undefined, { store: keepingStore() });
  const [first, second, third] = [await push(), await push(), await push()];
  expect((await handle(first)).status).toBe(200);
  expect((await handle(second)).status).toBe(503);
  await vi.advanceTimersByTimeAsync(1);
  expect((await handle(third)).status).toBe(200);
});

it("takes up what a killed process left once its claim has lapsed, and counts it", async () => {
  const store = keepingStore();
  const killed = deferring(() => undefined, { store });
  for (let number = 0; number < 40; number++) await killed.handle(await push(number));
  // As a kill does: its handlers never start.
  vi.clearAllTimers();
  const ran = vi.fn<Handling>();
  const next = deferring(ran, { store });
  expect(await next.handle.sweep()).toBe(0);
  vi.setSystemTime(Date.now() + CLAIM_MS);
  expect(await next.handle.sweep()).toBe(40);
  expect(await next.handle.sweep()).toBe(0);
  expect(new Set(ran.mock.calls.map(([event]) => event.rawBody)).size).toBe(40);
  expect([killed.errors, next.errors]).toEqual([[], []]);
});

it("takes up what was left without being told, when the next event comes", async () => {
  const store = keepingStore();
  await deferring(() => undefined, { store }).handle(await push(1));
  vi.clearAllTimers();
  vi.setSystemTime(Date.now() + CLAIM_MS);
  const ran = vi.fn<Handling>();
  const { handle } = deferring(ran, { store });
  await handle(await push(2));
  await vi.advanceTimersByTimeAsync(1);
  expect(ran.mock.calls.map(([{ body }]) => body)).toEqual([{ number: 2 }, { number: 1 }]);
});

it("runs an event again whose handler failed, not before its claim has lapsed", async () => {
  const ran = vi.fn<Handling>().mockRejectedValueOnce(new Error("first"));
  const { handle, errors } = deferring(ran, { store: keepingStore() });
  expect((await handle(await push())).status).toBe(200);
  await vi.advanceTimersByTimeAsync(1);
  expect(errors).toEqual(["Error: first"]);
  expect(await handle.sweep()).toBe(0);
  await vi.advanceTimersByTimeAsync(CLAIM_MS);
  expect(await handle.sweep()).toBe(1);
  expect(ran).toHaveBeenCalledTimes(2);
});

it("ends a sweep although events fail again as soon as their claim has lapsed", async () => {
  const store = keepingStore();
  for (let number = 0; number < 40; number++) await deferring(() => undefined, { store }).handle(await push(number));
  vi.clearAllTimers();
  vi.setSystemTime(Date.now() + CLAIM_MS);
  const failing = vi.fn<Handling>(() => {
    // Each takes longer than the claims of those that failed before it.
    vi.setSystemTime(Date.now() + CLAIM_MS);
    if (failing.mock.calls.length > 500) return undefined; // so that the test ends
    throw new Error("always");
  });
  expect(await deferring(failing, { store }).handle.sweep()).toBe(0);
  expect(new Set(failing.mock.calls.map(([event]) => event.rawBody)).size).toBeGreaterThanOrEqual(16);
});

it("answers 503 if its claim has lapsed before the event is stored, and does not run it", async () => {
  const ran = vi.fn<Handling>();
  const store: DeferringStore = { ...keepingStore(), put: () => Promise.resolve(false) };
  const { handle, errors } = deferring(ran, { store });
  expect((await handle(await push())).status).toBe(503);
  await vi.advanceTimersByTimeAsync(CLAIM_MS);
  expect([ran.mock.calls, errors]).toEqual([[], []]);
});

it("does not renew without a pause if a claim lasts longer than a timer can", async () => {
  const store = keepingStore();
  const renew = vi.spyOn(store, "renew");
  const { handle } = deferring(() => new Promise((resolve) => setTimeout(resolve, 60_000)), {
    store,
    claimMs: 2 ** 40,
  });
  await handle(await push());
  await vi.advanceTimersByTimeAsync(60_001);
  expect(renew).not.toHaveBeenCalled();
});

it("sweeps after an event, and not again before a claim can have lapsed", async () => {
  const store = keepingStore();
  const due = vi.spyOn(store, "due");
  const { handle } = deferring(() => undefined, { store });
  for (const sweeps of [1, 1, 2]) {
    await handle(await push(sweeps + due.mock.calls.length));
    await vi.advanceTimersByTimeAsync(1);
    expect(due).toHaveBeenCalledTimes(sweeps);
    if (due.mock.calls.length === sweeps) vi.setSystemTime(Date.now() + CLAIM_MS / 2);
  }
});

it("keeps an event that another version of the program has stored, and that has no handler here", async () => {
  const store = keepingStore();
  await deferring(() => undefined, { store }).handle(await push());
  vi.clearAllTimers();
  vi.setSystemTime(Date.now() + CLAIM_MS);
  const old = deferring(() => undefined, { store, onUnknown: undefined });
  expect(await old.handle.sweep()).toBe(0);
  expect(old.errors).toEqual([expect.stringContaining("`on.TEST` is missing")]);
  vi.setSystemTime(Date.now() + CLAIM_MS);
  expect(await deferring(() => undefined, { store }).handle.sweep()).toBe(1);
});

it("sweeps again after the clock was set back", async () => {
  const store = keepingStore();
  const due = vi.spyOn(store, "due");
  const { handle } = deferring(() => undefined, { store });
  await handle.sweep();
  vi.setSystemTime(Date.now() - 86_400_000);
  await handle(await push());
  await vi.advanceTimersByTimeAsync(1);
  expect(due).toHaveBeenCalledTimes(2);
});

it.each<[name: string, renew: () => Promise<boolean>]>([
  ["rejects", () => Promise.reject(new Error("no connection"))],
  [
    "throws",
    () => {
      throw new Error("no connection");
    },
  ],
])("handles on although `renew` %s, and says that it may have run twice", async (_name, renew) => {
  const store = { ...keepingStore(), renew };
  const { handle, errors, notes } = deferring(() => new Promise((resolve) => setTimeout(resolve, CLAIM_MS * 2)), {
    store,
  });
  await handle(await push());
  await vi.advanceTimersByTimeAsync(CLAIM_MS * 3);
  expect(notes).toEqual(["claim"]);
  expect(errors).toEqual([]);
});

it.each(["claim", "put"] as const)("answers 503 and reports it if `%s` of the store fails", async (name) => {
  const store = { ...keepingStore(), [name]: () => Promise.reject(new Error("no connection")) };
  const { handle, errors } = deferring(() => undefined, { store });
  expect((await handle(await push())).status).toBe(503);
  expect(errors).toEqual(["Error: no connection"]);
});

it.each<[name: string, due: () => ReturnType<DeferringStore["due"]>]>([
  ["the store fails", () => Promise.reject(new Error("no connection"))],
  ["a stored body is broken", () => Promise.resolve([{ key: "a", token: "a", body: "{" }])],
  ["the store gives back nothing", () => Promise.resolve(undefined as unknown as [])],
  ["the store gives back an empty list of 16", () => Promise.resolve(Array<never>(16))],
])("a sweep reports it and does not reject if %s", async (_name, due) => {
  const store: DeferringStore = { ...keepingStore(), due };
  const { handle, errors } = deferring(() => undefined, { store });
  expect(await handle.sweep()).toBe(0);
  expect(errors).toHaveLength(1);
});

it("is refused at creation with a store that keeps no events", () => {
  for (const store of [undefined, memoryStore()]) {
    expect(() => deferring(() => undefined, { store })).toThrow(/defer.*put.*due.*renew/);
  }
});

it.each<[name: string, globals: Record<string, unknown>]>([
  ["Vercel's edge", { EdgeRuntime: "edge-runtime" }],
  ["Netlify's edge", { Netlify: {}, Deno: {} }],
  ["Cloudflare", { navigator: { userAgent: "Cloudflare-Workers" } }],
  ["AWS Lambda", { process: { ...process, versions: { node: "20" }, env: { AWS_LAMBDA_FUNCTION_NAME: "shop" } } }],
  ["Vercel's functions", { process: { ...process, versions: { node: "20" }, env: { VERCEL: "1" } } }],
  ["a runtime that nobody knows", { process: { ...process, versions: {} } }],
])("needs `waitUntil` on %s, and passes it the handler's work", async (_name, globals) => {
  const store = keepingStore();
  const ran = vi.fn<Handling>();
  const { handle, errors } = deferring(ran, { store });
  const [refused, accepted] = [await push(), await push()];
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  const refusal = await handle(refused);
  const waiting: Promise<unknown>[] = [];
  const context = {
    waitUntil(promise: Promise<unknown>) {
      // As Cloudflare's, it is called as a method.
      if (this !== context) throw new TypeError("Illegal invocation");
      waiting.push(promise);
    },
  };
  const { status } = await handle(accepted, context);
  await vi.advanceTimersByTimeAsync(1);
  await Promise.all(waiting);
  vi.unstubAllGlobals();
  expect(refusal.status).toBe(500);
  expect(errors).toEqual([expect.stringMatching(/`waitUntil`.*handler\(request, context\)/)]);
  expect(status).toBe(200);
  expect(waiting).toHaveLength(1);
  expect(ran).toHaveBeenCalledTimes(1);
});

it.each([["Deno", { Deno: {}, process: { ...process, versions: {} } }]])(
  "needs no `waitUntil` on %s",
  async (_name, globals) => {
    const { handle } = deferring(() => undefined, { store: keepingStore() });
    const request = await push();
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    const { status } = await handle(request);
    vi.unstubAllGlobals();
    expect(status).toBe(200);
  },
);
