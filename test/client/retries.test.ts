// What is retried, and when. Waits are recorded, never waited for.
import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PandaPonError, RetryEvent } from "../../dist/src/index.js";
import type { Answer } from "../../dist/src/transport/answer.js";
import { faces, failureOf, transportTo, type Operation } from "../support/calls.js";
import {
  connectionClosed,
  cutChunked,
  cutShort,
  drip,
  failing,
  json,
  ok,
  quietPort,
  reset,
  serve,
  type Handler,
} from "../support/server.js";

const orderId = "2542285634920880794";

/** Reads and writes by GET and by POST: the HTTP method does not tell whether an operation writes. */
const READS: [Operation, Record<string, unknown>][] = [
  ["alibaba.orders.get", { orderId }],
  ["taobao.products.get", { itemId: orderId }],
];
const WRITES: [Operation, Record<string, unknown>][] = [
  ["alibaba.orders.cancel", { orderId }],
  ["taobao.refunds.cancel", { refundId: orderId }],
];

/** Moves the client's clock past its timeout, which is 30 s by default. */
const lateness: Handler = () => void vi.advanceTimersByTime(30_000);
const lateBody: Handler = (response, request) => {
  drip()(response, request);
  response.write(" ", () => lateness(response, request));
};

/** Stops the client's timers. Only the handler `lateness` moves them on. */
function withStillClock(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());
}

/** Temporary failures. */
const PASSING: [what: string, handler: Handler, kind: string, status?: number][] = [
  ["a reset before an answer", reset, "network"],
  ["a body shorter than its length", cutShort, "network"],
  ["a chunked body without its end", cutChunked, "network"],
  ["no answer in time", lateness, "timeout"],
  ["a body that does not end in time", lateBody, "timeout"],
  ...[408, 429, 500, 502, 503, 504, 529].map((status): [string, Handler, string, number] => [
    `HTTP ${status}`,
    failing(status),
    "http",
    status,
  ]),
];
const FOR_GOOD = [301, 400, 401, 403, 404, 409, 422];

/** @returns the error of an answer, or the error with which the call failed */
const errorOf = (call: Promise<Answer>): Promise<PandaPonError | undefined> =>
  call.then(
    ({ error }) => error,
    () => failureOf(call),
  );

const facts = (error: PandaPonError | undefined): object | undefined =>
  error && { operation: error.operation, kind: error.kind, status: error.status, attempts: error.attempts };

describe.each(READS)("the read %s", (operation, inputs) => {
  withStillClock();

  test.each(PASSING)("is retried after %s", async (_, handler, kind, status) => {
    const { url, requests } = await serve(handler, handler, ok("here"));
    const retries: RetryEvent[] = [];
    const { call, waits } = transportTo(url, { onRetry: (event) => void retries.push(event) });
    const answer = await call(operation, inputs);
    expect(answer.value).toMatchObject({ data: "here" });
    expect(answer.attempts).toBe(3);
    expect(requests.map(({ method, url, body }) => ({ method, url, body }))).toEqual(
      Array.from({ length: 3 }, () => ({
        method: requests[0]?.method,
        url: requests[0]?.url,
        body: requests[0]?.body,
      })),
    );
    expect(waits).toEqual([500, 1000]);
    expect(
      retries.map(({ attempts, delayMs, error }) => [attempts, delayMs, error.kind, error.status, error.attempts]),
    ).toEqual([
      [1, 500, kind, status, 1],
      [2, 1000, kind, status, 2],
    ]);
    expect(retries[0]?.operation).toBe(operation);
  });

  test.each(PASSING)("fails after the last retry: %s", async (_, handler, kind, status) => {
    const { url, requests } = await serve(handler);
    const { call } = transportTo(url);
    expect(facts(await errorOf(call(operation, inputs)))).toEqual({ operation, kind, status, attempts: 3 });
    expect(requests).toHaveLength(3);
  });

  test.each(FOR_GOOD)("is not retried after HTTP %i", async (status) => {
    const { url, requests } = await serve(failing(status), ok());
    const { error } = await transportTo(url).call(operation, inputs);
    expect(error).toMatchObject({ kind: "http", status, attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test("is not retried after a `code` that is a failure", async () => {
    const { url, requests } = await serve(json({ code: 500, msg: "系统异常" }), ok());
    const { error } = await transportTo(url).call(operation, inputs);
    expect(error).toMatchObject({ kind: "api", code: "500", msg: "系统异常", status: 200, attempts: 1 });
    expect(requests).toHaveLength(1);
  });
});

describe.each(WRITES)("the write %s", (operation, inputs) => {
  withStillClock();

  test.each(PASSING)("is sent only once after %s", async (_, handler, kind, status) => {
    const { url, requests } = await serve(handler, ok());
    const { call, waits } = transportTo(url);
    expect(facts(await errorOf(call(operation, inputs)))).toEqual({ operation, kind, status, attempts: 1 });
    expect(requests).toHaveLength(1);
    expect(waits).toEqual([]);
  });

  test("is retried if the connection was refused", async () => {
    const { url, open } = await quietPort();
    let server: Awaited<ReturnType<typeof open>> | undefined;
    const { call, waits } = transportTo(url, {}, { onWait: async () => (server = await open(ok("done"))) });
    expect(await call(operation, inputs)).toMatchObject({ value: { data: "done" }, attempts: 2 });
    expect(waits).toEqual([500]);
    expect(server?.requests).toHaveLength(1);
  });
});

// No server on loopback can end a connection in these ways. The error is what fetch rejects with in Node.
test.each(["EHOSTUNREACH", "ENETUNREACH", "ETIMEDOUT", "EPIPE", "ECONNRESET"])(
  "a write is not retried after %s: the connection may have carried the request",
  async (code) => {
    const cause = Object.assign(new Error(`read ${code}`), { code, syscall: "read" });
    const fetch = (): Promise<Response> => Promise.reject(new TypeError("fetch failed", { cause }));
    const error = await failureOf(
      transportTo("http://127.0.0.1", { fetch }).call("alibaba.orders.cancel", { orderId }),
    );
    expect(facts(error)).toEqual({ operation: "alibaba.orders.cancel", kind: "network", attempts: 1 });
  },
);

describe.each([...READS, ...WRITES])("%s", (operation, inputs) => {
  test("fails when every retry was refused a connection", async () => {
    const { url } = await quietPort();
    const { call, waits } = transportTo(url, { maxRetries: 3 });
    expect(await failureOf(call(operation, inputs))).toMatchObject({ kind: "network", attempts: 4, operation });
    expect(waits).toEqual([500, 1000, 2000]);
  });

  test("treats a host without an address like a refused connection", async () => {
    const { call, waits } = transportTo("http://nowhere.invalid", { maxRetries: 1 });
    expect(await failureOf(call(operation, inputs))).toMatchObject({ kind: "network", attempts: 2 });
    expect(waits).toHaveLength(1);
  });
});

describe("the number of retries", () => {
  test.each([
    [{}, undefined, 3],
    [{ maxRetries: 0 }, undefined, 1],
    [{ maxRetries: 0 }, 1, 2],
    [{ maxRetries: 5 }, 0, 1],
    [{ maxRetries: 1 }, 4, 5],
  ])("with %j for the client and %s for the call: %i attempts", async (options, maxRetries, attempts) => {
    const { url, requests } = await serve(failing(503));
    const { error } = await transportTo(url, options).call("alibaba.orders.get", { orderId }, { maxRetries });
    expect(error).toMatchObject({ attempts });
    expect(requests).toHaveLength(attempts);
  });
});

describe("Retry-After", () => {
  const date = "Fri, 02 Jan 2026 03:04:05 GMT";
  const waitAfter = async (header: string, headers: Record<string, string> = { date }): Promise<number | string> => {
    const { url, requests } = await serve(failing(429, { ...headers, "retry-after": header }), ok());
    const { call, waits } = transportTo(url, {}, { random: 0.5 });
    const { error } = await call("alibaba.orders.get", { orderId });
    expect(requests).toHaveLength(error === undefined ? 2 : 1);
    return waits[0] ?? `gave up: ${error?.kind} ${error?.status}`;
  };

  test.each([
    ["0", 0],
    ["7", 7_000],
    ["60", 60_000],
    ["Fri, 02 Jan 2026 03:04:05 GMT", 0],
    ["Fri, 02 Jan 2026 03:04:15 GMT", 10_000],
    ["Friday, 02-Jan-26 03:04:15 GMT", 10_000],
    ["Thu, 01 Jan 2026 00:00:00 GMT", 0],
  ])("%j sets the wait", async (header, wait) => {
    expect(await waitAfter(header)).toBe(wait);
  });

  test.each(["61", "99999999999999999999", "9".repeat(400), "Fri, 02 Jan 2026 03:05:06 GMT"])(
    "%s is too long: the call fails at once",
    async (header) => {
      expect(await waitAfter(header)).toBe("gave up: http 429");
    },
  );

  test.each(["", "soon", "1.5", "-5", "in 5", "5s", "0x5", "2026-01-02"])(
    "%j is not valid: the wait is the usual one",
    async (header) => {
      expect(await waitAfter(header)).toBe(250);
    },
  );

  test.each(["", "soon"])("is compared with the own clock if the answer has the date %j", async (wrong) => {
    const soon = new Date(Date.now() + 30_000).toUTCString();
    const wait = await waitAfter(soon, { date: wrong });
    expect(wait).toBeGreaterThan(20_000);
    expect(wait).toBeLessThanOrEqual(30_000);
  });

  test("as a date never sends a write again, whatever the caller's clock throws", async () => {
    const { url, requests } = await serve(failing(503, { "retry-after": date }), ok());
    let calls = 0;
    const now = (): number => {
      calls += 1;
      if (calls > 1) throw Object.assign(new Error("x"), { code: "ECONNREFUSED" });
      return Date.now();
    };
    const { error } = await transportTo(url, { now }).call("alibaba.orders.cancel", { orderId });
    expect(error).toMatchObject({ kind: "http", status: 503, attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test("is ignored after the last attempt", async () => {
    const { url } = await serve(failing(429, { "retry-after": "5" }));
    const { call, waits } = transportTo(url, { maxRetries: 1 });
    expect((await call("alibaba.orders.get", { orderId })).error).toMatchObject({ status: 429, attempts: 2 });
    expect(waits).toEqual([5_000]);
  });
});

test.each([
  [1, [500, 1000, 2000, 4000, 8000, 8000, 8000]],
  [0.5, [250, 500, 1000, 2000, 4000, 4000, 4000]],
  [0, [0, 0, 0, 0, 0, 0, 0]],
])("waits grow up to a limit, and are multiplied by a random factor: %d", async (random, expected) => {
  const { url } = await serve(failing(503));
  const { call, waits } = transportTo(url, { maxRetries: 7 }, { random });
  await call("alibaba.orders.get", { orderId });
  expect(waits).toEqual(expected);
});

describe.each<[string, boolean]>([
  ["at the moment when the next request is sent", false],
  ["after it has read the next request", true],
])("a kept connection that the server closes %s", (_, read) => {
  /** Sends a second request on the connection of the first. It gets no answer there. */
  const dropped = async (operation: Operation, inputs: Record<string, unknown>) => {
    const drop: Handler = (_, { socket }) => socket.destroy();
    const { url, requests } = await serve(ok("first"), read ? drop : ok("again"), ok("again"));
    const { call } = transportTo(url);
    await call("alibaba.orders.get", { orderId });
    await setImmediate(); // until fetch has the connection back
    if (!read) requests[0]?.socket.destroy();
    const outcome = call(operation, inputs);
    const error = await errorOf(outcome);
    const onFirst = requests.filter(({ socket }) => socket === requests[0]?.socket).length;
    expect(onFirst).toBe(read ? 2 : 1);
    return { error, attempts: error?.attempts ?? (await outcome).attempts, onOthers: requests.length - onFirst };
  };

  test.each(READS)("the read %s is retried and succeeds", async (operation, inputs) => {
    expect(await dropped(operation, inputs)).toEqual({ error: undefined, attempts: 2, onOthers: 1 });
  });

  test.each(WRITES)("the write %s is not retried", async (operation, inputs) => {
    expect(await dropped(operation, inputs)).toMatchObject({
      error: { kind: "network" },
      attempts: 1,
      onOthers: 0,
    });
  });
});

test("the unread body of an answer is cancelled before the retry", async () => {
  const server = await serve(drip(503), ok());
  const { call } = transportTo(server.url, {}, { onWait: () => Promise.all(server.requests.map(connectionClosed)) });
  expect((await call("alibaba.orders.get", { orderId })).attempts).toBe(2);
});

describe.each(faces)("%s", (_, face) => {
  test("is retried, and only the final result shows", async () => {
    const { url, requests } = await serve(
      failing(429, { "retry-after": "0" }),
      failing(503, { "retry-after": "0" }),
      ok("here"),
    );
    const outcome = await face({ baseUrl: url }, "alibaba.orders.get", { orderId });
    expect(outcome).toMatchObject({ value: { data: "here" }, error: undefined });
    expect(requests).toHaveLength(3);
  });
});
