// Signals, answers and errors of other libraries and realms.
import { EventEmitter } from "node:events";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { createClient, createPandaPon, type Fetch } from "../../dist/src/index.js";
import { credentials, faces, failureOf, transportTo } from "../support/calls.js";
import { failing, ok, serve, silence } from "../support/server.js";

const inputs = { orderId: "1", webSite: "1688" };

/** An AbortSignal of a library: it takes only functions as listeners, and has nothing beyond what the client needs. */
class ForeignSignal {
  aborted = false;
  readonly reason = undefined;
  readonly #emitter = new EventEmitter();
  addEventListener(name: string, listener: () => void): void {
    this.#emitter.on(name, listener);
  }
  removeEventListener(name: string, listener: () => void): void {
    this.#emitter.off(name, listener);
  }
  abort(): void {
    this.aborted = true;
    this.#emitter.emit("abort");
  }
  listeners(): number {
    return this.#emitter.listenerCount("abort");
  }
}

const foreign = (): { signal: AbortSignal; own: ForeignSignal } => {
  const own = new ForeignSignal();
  // It has what the client uses of a signal.
  return { own, signal: own as unknown as AbortSignal };
};

describe.each(faces)("%s", (_, face) => {
  test("goes through with a foreign signal, and leaves no listener behind", async () => {
    const { url } = await serve(failing(503, { "retry-after": "0" }), ok("here"));
    const { own, signal } = foreign();
    const { value } = await face({ baseUrl: url }, "alibaba.orders.get", inputs, { signal });
    expect(value).toMatchObject({ data: "here" });
    expect(own.listeners()).toBe(0);
  });

  test("is aborted by a foreign signal", async () => {
    const { own, signal } = foreign();
    const { url, requests } = await serve(() => own.abort());
    const { error } = await face(
      { baseUrl: url },
      "alibaba.orders.cancel",
      { ...inputs, cancelReason: "x" },
      { signal },
    );
    expect(error).toMatchObject({ kind: "aborted", outcome: "unknown", attempts: 1 });
    expect(requests).toHaveLength(1);
    expect(own.listeners()).toBe(0);
  });

  test.each([
    ["false", false],
    ["0", 0],
    ["an empty text", ""],
    ["true", true],
    ["an object", {}],
    ["an AbortController", new AbortController()],
    [
      "a signal that refuses listeners",
      {
        addEventListener: () => {
          throw new TypeError("no");
        },
      },
    ],
    ["an EventEmitter", new EventEmitter()],
  ])("refuses %s as a signal before anything is sent", async (_what, signal) => {
    const { url, requests } = await serve(ok());
    const options = { signal: signal as unknown as AbortSignal };
    const { error } = await face({ baseUrl: url }, "alibaba.orders.cancel", { ...inputs, cancelReason: "x" }, options);
    expect(error).toMatchObject({ kind: "input", outcome: "not-sent", attempts: 0 });
    expect(error?.message).toContain("`signal`");
    expect(requests).toHaveLength(0);
  });
});

test("a read is retried while a foreign signal listens, and the signal ends its wait", async () => {
  const { own, signal } = foreign();
  const { url, requests } = await serve(failing(503, { "retry-after": "30" }));
  const pandapon = createPandaPon({ ...credentials, baseUrl: url, onRetry: () => own.abort() });
  const error = await failureOf(pandapon.alibaba.orders.get(inputs, { signal }));
  expect(error).toMatchObject({ kind: "aborted", attempts: 1 });
  expect(requests).toHaveLength(1);
});

describe("an answer of another library", () => {
  /** It has status, headers and text() only; its body is a stream of Node. */
  const minimal =
    (answers: [status: number, text: string, headers?: Record<string, string>][]): Fetch =>
    async () => {
      const [status, text, headers = {}] = answers.shift() ?? [500, ""];
      return { status, headers: { get: (name) => headers[name] ?? null }, text: async () => text, body: { pipe: 1 } };
    };

  test("is read, and the client waits as its Retry-After asks", async () => {
    const fetch = minimal([
      [429, "", { "retry-after": "2" }],
      [200, '{"code":200,"data":{"orderId":2542285634920880794}}'],
    ]);
    const { call, waits } = transportTo("http://127.0.0.1", { fetch });
    expect(await call("alibaba.orders.get", inputs)).toMatchObject({
      attempts: 2,
      value: { data: { orderId: "2542285634920880794" } },
    });
    expect(waits).toEqual([2_000]);
  });

  test("fails as any other", async () => {
    const { call } = transportTo("http://127.0.0.1", { fetch: minimal([[404, "gone"]]), maxRetries: 0 });
    expect((await call("alibaba.orders.get", inputs)).error).toMatchObject({ kind: "decode", status: 404 });
  });
});

describe("whatever the caller's fetch throws or gives is a failure of kind `network`", () => {
  const hostile: [what: string, own: () => unknown][] = [
    [
      "an error whose members cannot be read",
      () => {
        throw new Proxy(new Error(), {
          get() {
            throw new Error("no");
          },
        });
      },
    ],
    [
      "null",
      () => {
        throw null;
      },
    ],
    [
      "a text",
      () => {
        throw "no";
      },
    ],
    [
      "an object without a prototype",
      () => {
        throw Object.create(null);
      },
    ],
    [
      "an error whose code is an object",
      () => {
        throw Object.assign(new Error("x"), { code: Object.create(null) });
      },
    ],
    [
      "an error that is its own cause",
      () => {
        const e = new Error("x");
        e.cause = e;
        throw e;
      },
    ],
    [
      "an error of another realm",
      () => {
        throw runInNewContext("new TypeError('fetch failed')");
      },
    ],
    ["no answer at all", () => undefined],
    ["an answer without headers", () => ({ status: 200, text: async () => "{}" })],
    [
      "an answer whose text() fails",
      () => ({ status: 200, headers: { get: () => null }, text: () => Promise.reject(new Error("x")) }),
    ],
    ["an answer without text()", () => ({ status: 200, headers: { get: () => null } })],
  ];
  test.each(hostile)("%s", async (_, own) => {
    const { call } = transportTo("http://127.0.0.1", { fetch: own as Fetch, maxRetries: 0 });
    expect(await failureOf(call("alibaba.orders.get", inputs))).toMatchObject({ kind: "network", attempts: 1 });
  });
});

test("a platform's own limit is a timeout", async () => {
  const limit = Object.assign(new Error("Headers Timeout Error"), {
    code: "UND_ERR_HEADERS_TIMEOUT",
    name: "HeadersTimeoutError",
  });
  const body = Object.assign(new Error("Body Timeout Error"), { code: "UND_ERR_BODY_TIMEOUT" });
  for (const thrown of [
    new TypeError("fetch failed", { cause: limit }),
    new TypeError("terminated", { cause: body }),
    new DOMException("The operation timed out.", "TimeoutError"),
  ]) {
    const fetch: Fetch = () => Promise.reject(thrown);
    const error = await failureOf(
      transportTo("http://127.0.0.1", { fetch, maxRetries: 0 }).call("alibaba.orders.get", inputs),
    );
    expect(error).toMatchObject({ kind: "timeout", outcome: "unknown" });
    expect(error.message).toContain("the platform's own limit");
  }
});

test("the reason of a proxy is shown, although it is the third error of the chain", async () => {
  const proxy = new Error("Proxy response (407) !== 200 when HTTP Tunneling");
  const thrown = new TypeError("fetch failed", { cause: new Error("Request was cancelled.", { cause: proxy }) });
  const fetch: Fetch = () => Promise.reject(thrown);
  const error = await failureOf(
    transportTo("http://127.0.0.1", { fetch, maxRetries: 0 }).call("alibaba.orders.get", inputs),
  );
  expect(error.message).toContain("407");
});

test.each(["application/json; x=\u4e2d", "application/json\n", ["application/json"]])(
  "an answer whose content type no platform accepts is an answer: %j",
  async (type) => {
    // A library may give a list.
    const fetch: Fetch = async () => ({
      status: 200,
      headers: { get: () => type as string },
      text: async () => '{"code":200,"data":"here"}',
    });
    for (const face of faces) {
      const { value, error } = await face[1]({ fetch }, "alibaba.orders.get", inputs);
      expect(error).toBeUndefined();
      expect(value).toMatchObject({ data: "here" });
    }
  },
);

test("a platform without Request cannot call by path, and says so", async () => {
  const original = globalThis.Request;
  // As in jsdom.
  Reflect.deleteProperty(globalThis, "Request");
  try {
    const client = createClient({ ...credentials, fetch: async () => new Response('{"code":200}') });
    const error = await failureOf(
      client.POST("/alibaba/order/detail", { body: { webSite: "1688", orderId: "1" } }) as Promise<unknown>,
    );
    expect(error).toMatchObject({ kind: "input", operation: "alibaba.orders.get" });
    expect(error.message).toContain("`Request`");
  } finally {
    globalThis.Request = original;
  }
});

test("a platform without fetch is a wrong input", async () => {
  const original = globalThis.fetch;
  // As in jest with jsdom.
  Reflect.deleteProperty(globalThis, "fetch");
  try {
    const error = await failureOf(transportTo("http://127.0.0.1").call("alibaba.orders.get", inputs));
    expect(error).toMatchObject({ kind: "input", attempts: 0 });
    expect(error.message).toContain("`fetch`");
  } finally {
    globalThis.fetch = original;
  }
});

test.each([
  ["a record", { "x-trace": undefined, "x-other": null, "x-kept": "1" }],
  [
    "pairs",
    [
      ["x-trace", undefined],
      ["x-other", null],
      ["x-kept", "1"],
    ],
  ],
  ["null", null],
])("headers without a value are left out: %s", async (_, headers) => {
  const { url, requests } = await serve(ok());
  const pandapon = createPandaPon({ ...credentials, baseUrl: url });
  await pandapon.alibaba.orders.get(inputs, { headers: headers as unknown as Record<string, string> });
  expect(requests[0]?.headers).not.toHaveProperty("x-trace");
  expect(requests[0]?.headers).not.toHaveProperty("x-other");
  expect(requests[0]?.headers["x-kept"]).toBe(headers === null ? undefined : "1");
});

test("a silent server ends at the limit of the call, not of the platform", async () => {
  const { url } = await serve(silence);
  const { call } = transportTo(url, { timeoutMs: 30, maxRetries: 0 });
  expect((await failureOf(call("alibaba.orders.get", inputs))).message).toContain("30 ms");
});
