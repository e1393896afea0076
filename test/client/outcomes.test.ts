// What the error of a failed call says about its effect: whether it may have acted, and which read tells it.
import { format, inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createPandaPon, type ClientOptions, type Fetch } from "../../dist/src/index.js";
import { credentials, faces, failureOf, transportTo } from "../support/calls.js";
import {
  cutShort,
  failing,
  json,
  ok,
  quietPort,
  reset,
  serve,
  silence,
  text,
  type Handler,
} from "../support/server.js";

const orderId = "2542285634920880794";
const cancel = { webSite: "1688", orderId, cancelReason: "other" };

const AFTER_SENDING: [what: string, handler: Handler, kind: string, outcome: string][] = [
  ["a failing `code` on HTTP 200", json({ code: 500, msg: "no" }), "api", "refused"],
  ["a failing `code` on HTTP 400", json({ code: 7 }, 400), "api", "refused"],
  ["a failing `code` on HTTP 500", json({ code: 500 }, 500), "api", "unknown"],
  ["a failing second level", json({ code: 200, data: false }), "api", "refused"],
  ...[301, 302, 307, 400, 401, 403, 404, 409, 429].map((status): [string, Handler, string, string] => [
    `HTTP ${status}`,
    failing(status),
    "http",
    "refused",
  ]),
  ...[408, 500, 502, 503, 504].map((status): [string, Handler, string, string] => [
    `HTTP ${status}`,
    failing(status),
    "http",
    "unknown",
  ]),
  ["an HTML page on HTTP 200", text("<html>", "text/html"), "decode", "unknown"],
  ["an HTML page on HTTP 504", text("<html>", "text/html", 504), "decode", "unknown"],
  ["an empty answer", text("", "application/json"), "decode", "unknown"],
  ["a reset", reset, "network", "unknown"],
  ["a body cut short", cutShort, "network", "unknown"],
];

describe.each(faces)("%s", (_, face) => {
  test.each(AFTER_SENDING)("after %s", async (_what, handler, kind, outcome) => {
    const { url, requests } = await serve(handler);
    const { error } = await face({ baseUrl: url }, "alibaba.orders.cancel", cancel);
    expect(error).toMatchObject({ kind, outcome, operation: "alibaba.orders.cancel", attempts: 1 });
    expect(error?.checkWith).toBe("alibaba.orders.get");
    expect(requests).toHaveLength(1);
  });

  test("after a timeout", async () => {
    const { url } = await serve(silence);
    const { error } = await face({ baseUrl: url, timeoutMs: 20 }, "alibaba.orders.cancel", cancel);
    expect(error).toMatchObject({ kind: "timeout", outcome: "unknown", checkWith: "alibaba.orders.get" });
  });

  test("of a wrong input, of an abort before sending and of a refused connection: nothing was sent", async () => {
    const { url } = await quietPort();
    const options: ClientOptions = { baseUrl: url, maxRetries: 0 };
    const outcomes = [
      await face(options, "alibaba.orders.cancel", { ...cancel, orderId: 2542285634920880794 }),
      await face(options, "alibaba.orders.cancel", cancel, { signal: AbortSignal.abort() }),
      await face(options, "alibaba.orders.cancel", cancel),
    ];
    // There is nothing to check then.
    expect(outcomes.map(({ error }) => [error?.kind, error?.outcome, error?.checkWith])).toEqual([
      ["input", "not-sent", undefined],
      ["aborted", "not-sent", undefined],
      ["network", "not-sent", undefined],
    ]);
  });

  test("after an abort while it waits for the answer", async () => {
    const controller = new AbortController();
    const { url } = await serve(() => controller.abort());
    const { error } = await face({ baseUrl: url }, "alibaba.orders.cancel", cancel, { signal: controller.signal });
    expect(error).toMatchObject({ kind: "aborted", outcome: "unknown", attempts: 1 });
  });

  test("has no read to name if none is known", async () => {
    const { url } = await serve(reset);
    const { error } = await face({ baseUrl: url }, "addresses.save", {});
    expect(error).toMatchObject({ kind: "network", outcome: "unknown", checkWith: undefined });
  });
});

test("an earlier attempt that may have arrived keeps the outcome unknown", async () => {
  const { url, open } = await quietPort();
  const first = await open(reset);
  const controller = new AbortController();
  const { call } = transportTo(url, { maxRetries: 1 }, { onWait: () => controller.abort() });
  const error = await failureOf(
    call("alibaba.orders.get", { orderId, webSite: "1688" }, { signal: controller.signal }),
  );
  expect(error).toMatchObject({ kind: "aborted", outcome: "unknown", attempts: 1 });
  expect(first.requests).toHaveLength(1);
});

test("a write that was refused a connection and then aborted was not sent", async () => {
  const { url } = await quietPort();
  const controller = new AbortController();
  const { call } = transportTo(url, {}, { onWait: () => controller.abort() });
  const error = await failureOf(call("alibaba.orders.cancel", cancel, { signal: controller.signal }));
  expect(error).toMatchObject({ kind: "aborted", outcome: "not-sent", attempts: 1 });
});

describe("an error that the caller's own fetch throws proves nothing", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:1"), { code: "ECONNREFUSED" });
  const wrapped = new TypeError("fetch failed", { cause: refused });

  test.each([
    ["a refused connection", refused],
    ["a refused connection as a cause", wrapped],
    ["the text of Deno", new TypeError("client error (Connect)")],
    ["a host without an address", Object.assign(new Error("no"), { code: "ENOTFOUND" })],
  ])("%s after the request was sent: the write is sent only once", async (_, thrown) => {
    const { url, requests } = await serve(ok());
    const own: Fetch = async (address, init) => {
      await fetch(address, init);
      throw thrown;
    };
    const error = await failureOf(transportTo(url, { fetch: own }).call("alibaba.orders.cancel", cancel));
    expect(error).toMatchObject({ kind: "network", outcome: "unknown", attempts: 1 });
    expect(requests).toHaveLength(1);
  });

  test("nor does one of a global fetch that was replaced after import", async () => {
    const { url, requests } = await serve(ok());
    const original = globalThis.fetch;
    globalThis.fetch = async (...args) => {
      await original(...args);
      throw wrapped;
    };
    try {
      const error = await failureOf(transportTo(url).call("alibaba.orders.cancel", cancel));
      expect(error).toMatchObject({ kind: "network", outcome: "unknown", attempts: 1 });
    } finally {
      globalThis.fetch = original;
    }
    expect(requests).toHaveLength(1);
  });
});

describe("the answer of a failed call", () => {
  test.each<[string, Handler, unknown]>([
    ["decoded, with every digit", json(`{"code":500,"data":{"orderId":${orderId}}}`), { code: 500, data: { orderId } }],
    ["of a status", json({ msg: "no" }, 404), { msg: "no" }],
    ["as text if it is not JSON", text("<html>gone</html>", "text/html", 504), "<html>gone</html>"],
  ])("is there %s", async (_, handler, answer) => {
    const { url } = await serve(handler);
    const pandapon = createPandaPon({ ...credentials, baseUrl: url });
    const error = await failureOf(pandapon.alibaba.orders.get({ orderId, webSite: "1688" }));
    expect(error.answer).toEqual(answer);
  });

  test("is not shown, because it can hold data of people", async () => {
    const { url } = await serve(json({ code: 500, data: { fullName: "Test Buyer" } }));
    const pandapon = createPandaPon({ ...credentials, baseUrl: url });
    const error = await failureOf(pandapon.alibaba.orders.get({ orderId, webSite: "1688" }));
    expect(format("%o %O %j", error, error, error)).not.toContain("Test Buyer");
    expect(inspect(error, { depth: Infinity }) + JSON.stringify(error) + Object.keys(error).join()).not.toMatch(
      /Test Buyer|"answer"|answer:/,
    );
    expect({ ...error }).not.toHaveProperty("answer");
    expect(error.answer).toMatchObject({ data: { fullName: "Test Buyer" } });
  });
});
