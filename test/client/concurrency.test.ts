// `maxConcurrent`: how many requests of a client are under way at the same time.
import { describe, expect, test } from "vitest";
import { createPandaPon } from "../../dist/src/index.js";
import { createGate } from "../../dist/src/transport/gate.js";
import { credentials, failureOf } from "../support/calls.js";
import { json, reset, serve, silence, type Handler } from "../support/server.js";

const inputs = { orderId: "1", webSite: "1688" };

/** Answers after a moment, and counts how many requests wait for their answer. */
function counting(): { handler: Handler; most: () => number } {
  let now = 0;
  let most = 0;
  const handler: Handler = (response, request) => {
    now += 1;
    most = Math.max(most, now);
    setTimeout(() => {
      now -= 1;
      json({ code: 200, data: {} })(response, request);
    }, 5);
  };
  return { handler, most: () => most };
}

test.each([1, 3, 10])("no more than %i requests are under way", async (maxConcurrent) => {
  const { handler, most } = counting();
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

test("the time in the queue does not count for the timeout", async () => {
  const { url } = await serve(
    (response, request) => void setTimeout(() => json({ code: 200, data: {} })(response, request), 30),
  );
  const pandapon = createPandaPon({ ...credentials, baseUrl: url, maxConcurrent: 1, timeoutMs: 150, maxRetries: 0 });
  const calls = Array.from({ length: 8 }, () => pandapon.alibaba.orders.get(inputs));
  expect(await Promise.all(calls)).toHaveLength(8);
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
