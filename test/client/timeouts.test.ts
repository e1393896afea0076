// How long an attempt may take until its answer is read.
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { faces, failureOf, transportTo } from "../support/calls.js";
import { connectionClosed, drip, failing, ok, serve, silence, type Handler } from "../support/server.js";

/** Sends the first bytes of an answer, and never the rest. */
const slowHeaders: Handler = (_, { socket }) => void socket.write("HTTP/1.1 200 OK\r\ncontent-type: applic");

describe.each<[string, Handler]>([
  ["no answer", silence],
  ["headers that do not end", slowHeaders],
  ["a body that does not end", drip()],
])("%s", (_, handler) => {
  test.each(faces)("ends %s with a timeout", async (_, face) => {
    const { url, requests } = await serve(handler);
    const options = { baseUrl: url, timeoutMs: 50, maxRetries: 0 };
    const { error, thrown } = await face(options, "alibaba.orders.get", { orderId: "1" });
    expect(thrown).toBe(true);
    expect(error).toMatchObject({
      kind: "timeout",
      attempts: 1,
      message: "alibaba.orders.get: no complete answer within 50 ms",
    });
    expect(error).not.toHaveProperty("status");
    await Promise.all(requests.map(connectionClosed));
  });
});

test.each(faces)("ends %s even if fetch ignores the signal", async (_, face) => {
  const fetch = (): Promise<Response> => new Promise(() => undefined);
  const { error } = await face({ fetch, timeoutMs: 20, maxRetries: 1 }, "alibaba.orders.cancel", { orderId: "1" });
  expect(error).toMatchObject({ kind: "timeout", attempts: 1 });
});

test("the limit applies to each attempt, not to the whole call", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const after =
    (ms: number, handler: Handler): Handler =>
    (response, request) => {
      vi.advanceTimersByTime(ms);
      handler(response, request);
    };
  const { url } = await serve(after(60, failing(503)), after(60, failing(503)), after(60, ok("here")));
  const { call } = transportTo(url, { timeoutMs: 100 });
  expect(await call("alibaba.orders.get", { orderId: "1" })).toMatchObject({ value: { data: "here" }, attempts: 3 });
});

describe("a late answer", () => {
  const late: Handler = (response, request) => void setTimeout(() => ok("late")(response, request), 50);

  test.each([
    ["Infinity", { timeoutMs: Infinity }, undefined],
    ["Infinity for the call", { timeoutMs: 5 }, Infinity],
    ["a minute for the call", { timeoutMs: 5 }, 60_000],
    ["the longest time that a timer can wait", { timeoutMs: 2 ** 31 - 1 }, undefined],
  ])("is waited for with a limit of %s", async (_, options, timeoutMs) => {
    const { url } = await serve(late);
    const { call } = transportTo(url, { maxRetries: 0, ...options });
    expect((await call("alibaba.orders.get", { orderId: "1" }, { timeoutMs })).value).toMatchObject({ data: "late" });
  });

  test("is not waited for if the call has a limit and the client has none", async () => {
    const { url } = await serve(late);
    const { call } = transportTo(url, { maxRetries: 0, timeoutMs: Infinity });
    expect(await failureOf(call("alibaba.orders.get", { orderId: "1" }, { timeoutMs: 5 }))).toMatchObject({
      kind: "timeout",
    });
  });
});

test("an answer that comes after the call is over is not reported", async () => {
  const told: string[] = [];
  let answered = (): void => undefined;
  const settled = new Promise<void>((resolve) => (answered = resolve));
  const { url } = await serve(ok());
  const { call } = transportTo(url, {
    maxRetries: 0,
    timeoutMs: 5,
    onResponse: () => told.push("answer"),
    // Ignores the signal and answers late.
    fetch: async (to, { signal, ...init }) => {
      await new Promise((resolve) => signal?.addEventListener("abort", resolve));
      const response = await fetch(to, init);
      setImmediate(answered);
      return response;
    },
  });
  expect(await failureOf(call("alibaba.orders.get", { orderId: "1" }))).toMatchObject({ kind: "timeout" });
  await settled;
  expect(told).toEqual([]);
});
