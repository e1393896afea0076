// `maxConcurrent`: how many requests of a client are under way at the same time.
import { describe, expect, test, vi } from "vitest";
import { createPandaPon } from "../../dist/src/index.js";
import { createGate } from "../../dist/src/transport/gate.js";
import { credentials, failureOf } from "../support/calls.js";
import { json, reset, serve, silence, type Handler } from "../support/server.js";

const inputs = { orderId: "1", webSite: "1688" };

/** Answers as soon as so many requests wait for it, and records how many waited at most. */
function answersTogether(count: number): { handler: Handler; most: () => number } {
  let waiting: (() => void)[] = [];
  let most = 0;
  const handler: Handler = (response, request) => {
    waiting.push(() => json({ code: 200, data: {} })(response, request));
    most = Math.max(most, waiting.length);
    if (waiting.length < count) return;
    // One more request would arrive meanwhile.
    setTimeout(() => {
      waiting.forEach((answer) => answer());
      waiting = [];
    }, 10);
  };
  return { handler, most: () => most };
}

test.each([1, 3, 10])("no more than %i requests are under way", async (maxConcurrent) => {
  const { handler, most } = answersTogether(maxConcurrent);
  const { url, requests } = await serve(handler);
  const pandapon = createPandaPon({ ...credentials, baseUrl: url, maxConcurrent });
  await Promise.all(Array.from({ length: 30 }, () => pandapon.alibaba.orders.get(inputs)));
  expect(requests).toHaveLength(30);
  expect(most()).toBe(maxConcurrent);
});

test("failed calls free their place", async () => {
  const { url, requests } = await serve(reset);
  const pandapon = createPandaPon({ ...credentials, baseUrl: url, maxConcurrent: 1, maxRetries: 0 });
  const calls = Array.from({ length: 5 }, () => failureOf(pandapon.alibaba.orders.get(inputs)));
  expect((await Promise.all(calls)).map(({ kind }) => kind)).toEqual(Array(5).fill("network"));
  expect(requests).toHaveLength(5);
});

test("a call that waits for its turn can be aborted, and was not sent", async () => {
  const { url, requests } = await serve(silence);
  const pandapon = createPandaPon({ ...credentials, baseUrl: url, maxConcurrent: 1, timeoutMs: 200, maxRetries: 0 });
  const controller = new AbortController();
  const first = failureOf(pandapon.alibaba.orders.get(inputs));
  const second = failureOf(pandapon.alibaba.orders.get(inputs, { signal: controller.signal }));
  controller.abort();
  expect(await second).toMatchObject({ kind: "aborted", outcome: "not-sent", attempts: 0 });
  expect(await first).toMatchObject({ kind: "timeout" });
  expect(requests).toHaveLength(1);
});

test("a call with an aborted signal does not wait for its turn", async () => {
  const { url, requests } = await serve(silence);
  const pandapon = createPandaPon({ ...credentials, baseUrl: url, maxConcurrent: 1, timeoutMs: 200, maxRetries: 0 });
  const order: string[] = [];
  const first = failureOf(pandapon.alibaba.orders.get(inputs)).then(({ kind }) => order.push(kind));
  const second = failureOf(pandapon.alibaba.orders.get(inputs, { signal: AbortSignal.abort() }));
  await Promise.all([first, second.then(({ kind }) => order.push(kind))]);
  expect(order).toEqual(["aborted", "timeout"]);
  expect(await second).toMatchObject({ outcome: "not-sent", attempts: 0 });
  expect(requests).toHaveLength(1);
});

test("the time in the queue does not count for the timeout", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    const slow: Handler = (response, request) => {
      vi.advanceTimersByTime(900);
      json({ code: 200, data: {} })(response, request);
    };
    const { url } = await serve(slow);
    const pandapon = createPandaPon({
      ...credentials,
      baseUrl: url,
      maxConcurrent: 1,
      timeoutMs: 1_000,
      maxRetries: 0,
    });
    const calls = Array.from({ length: 4 }, () => pandapon.alibaba.orders.get(inputs));
    expect(await Promise.all(calls)).toHaveLength(4);
  } finally {
    vi.useRealTimers();
  }
});

describe("the gate", () => {
  /** Something that runs until it is ended. */
  const running = () => {
    let end = (): void => undefined;
    let runs = false;
    const ended = new Promise<void>((resolve) => void (end = resolve));
    const run = (): Promise<void> => {
      runs = true;
      return ended;
    };
    return { run, end: () => end(), runs: () => runs };
  };

  test("lets the waiting in, in their order", async () => {
    const inTurn = createGate(1);
    const order: number[] = [];
    const first = running();
    const all = [
      inTurn(undefined, first.run),
      ...[1, 2, 3].map((turn) => inTurn(undefined, async () => void order.push(turn))),
    ];
    first.end();
    await Promise.all(all);
    expect(order).toEqual([1, 2, 3]);
  });

  test("gives no place twice: one that comes when a place is handed over has to wait", async () => {
    const inTurn = createGate(1);
    const [first, second, third] = [running(), running(), running()];
    const ended = inTurn(undefined, first.run);
    const waiting = inTurn(undefined, second.run);
    first.end();
    await ended;
    const late = inTurn(undefined, third.run);
    await new Promise(setImmediate);
    expect([second.runs(), third.runs()]).toEqual([true, false]);
    second.end();
    third.end();
    await Promise.all([waiting, late]);
    expect(third.runs()).toBe(true);
  });
});
