// The sandbox under a test's fake timers: what waits goes on when the test moves the time.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPandaPon, type ClientOptions } from "../../dist/src/index.js";
import { createSandbox, type Sandbox } from "../../scripts/dist/sandbox/index.js";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const search = (sandbox: Sandbox, more: ClientOptions = {}) =>
  createPandaPon({ ...sandbox.credentials, fetch: sandbox.fetch, ...more }).alibaba.products.search({
    keyword: "T恤",
    beginPage: 1,
    pageSize: 3,
  });

test("a slow answer is too late for the client", async () => {
  const sandbox = createSandbox();
  sandbox.fail({ kind: "slow", delayMs: 60_000 });
  const call = expect(search(sandbox, { timeoutMs: 1_000, maxRetries: 0 })).rejects.toMatchObject({ kind: "timeout" });
  await vi.advanceTimersByTimeAsync(1_001);
  await call;
});

test("the client retries after the wait that Retry-After asks for", async () => {
  const sandbox = createSandbox();
  sandbox.fail({ operation: "alibaba.products.*", kind: "status-429", retryAfter: 10, times: 2 });
  const call = search(sandbox);
  await vi.advanceTimersByTimeAsync(9_999);
  expect(sandbox.log).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(10_002);
  expect(await call).toMatchObject({ currentPage: 1 });
  expect(sandbox.log.map(({ status }) => status)).toEqual([429, 429, 200]);
});

test("a push is tried again when the clock of the test door moves on", async () => {
  const statuses = [500, 503, 200];
  const fetch = async (): Promise<Response> => new Response(null, { status: statuses.shift() ?? 400 });
  const sandbox = createSandbox({ push: { url: "https://shop.example.com/webhooks", fetch } });
  const delivery = await sandbox.deliver({ messageType: "MY_OWN", messageBody: {} });
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ advanceMs: 30 * 60_000 });
  for (const expected of [
    ["waiting", 2],
    ["acknowledged", 3],
  ]) {
    // Signing is not a timer, so moving the test's time would not wait for it. The route does.
    await sandbox.fetch("http://sandbox/sandbox/clock", { method: "POST", headers, body });
    expect([delivery.outcome, delivery.tries.length]).toEqual(expected);
  }
});
