// The caller's signal aborts a call at every stage.
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createPandaPon, type ClientOptions, type Fetch } from "../../dist/src/index.js";
import { credentials, faces, transportTo } from "../support/calls.js";
import {
  connectionClosed,
  drip,
  failing,
  json,
  ok,
  serve,
  silence,
  type Handler,
  type Loopback,
} from "../support/server.js";

const reason = new Error("the user left");
const inputs = { orderId: "1" };

/** Leaves time for a request that must not come. */
async function staysAt(count: number, { requests }: Loopback): Promise<void> {
  await setTimeout(30);
  expect(requests).toHaveLength(count);
}

/** Aborts after the headers of an answer, before its body is read. */
const abortingFetch =
  (controller: AbortController): Fetch =>
  async (url, init) => {
    const response = await fetch(url, init);
    void Promise.resolve().then(() => controller.abort(reason));
    return response;
  };

describe.each(faces)("%s", (_, face) => {
  /** Makes a call that would take half a minute, and checks how it ends. */
  async function ends(
    options: ClientOptions,
    signal: AbortSignal,
    server: Loopback,
    attempts: number,
    cause: unknown = reason,
  ): Promise<void> {
    const started = performance.now();
    const outcome = await face({ baseUrl: server.url, ...options }, "alibaba.orders.get", inputs, { signal });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(outcome.thrown).toBe(true);
    expect(outcome.error).toMatchObject({ kind: "aborted", operation: "alibaba.orders.get", attempts });
    expect(outcome.error?.cause).toBe(cause);
    await staysAt(attempts, server);
  }

  test("is aborted before it begins", async () => {
    await ends({}, AbortSignal.abort(reason), await serve(ok()), 0);
  });

  test("is aborted while it waits for an answer", async () => {
    const controller = new AbortController();
    const server = await serve(() => controller.abort(reason));
    await ends({}, controller.signal, server, 1);
    await Promise.all(server.requests.map(connectionClosed));
  });

  test("is aborted while it reads an answer", async () => {
    const controller = new AbortController();
    const server = await serve(drip());
    await ends({ fetch: abortingFetch(controller) }, controller.signal, server, 1);
    await Promise.all(server.requests.map(connectionClosed));
  });

  test("is aborted while it waits for a retry", async () => {
    const controller = new AbortController();
    const server = await serve(failing(503, { "retry-after": "30" }));
    const onRetry = (): void => void setTimeout(5).then(() => controller.abort(reason));
    await ends({ onRetry }, controller.signal, server, 1);
  });

  test("is aborted from inside onRetry", async () => {
    const controller = new AbortController();
    const server = await serve(failing(503, { "retry-after": "30" }));
    await ends({ onRetry: () => controller.abort(reason) }, controller.signal, server, 1);
  });

  test("is aborted from inside onRequest, before anything is sent", async () => {
    const controller = new AbortController();
    await ends({ onRequest: () => controller.abort(reason) }, controller.signal, await serve(silence), 0);
  });

  test("is aborted even if fetch ignores the signal", async () => {
    const controller = new AbortController();
    const fetch: Fetch = () => {
      void Promise.resolve().then(() => controller.abort(reason));
      return new Promise(() => undefined);
    };
    const { error } = await face({ fetch }, "alibaba.orders.get", inputs, { signal: controller.signal });
    expect(error).toMatchObject({ kind: "aborted", attempts: 1, cause: reason });
  });

  test("has the reason of AbortSignal.timeout as its cause", async () => {
    const signal = AbortSignal.timeout(20);
    const started = performance.now();
    const { url } = await serve(silence);
    const { error } = await face({ baseUrl: url }, "alibaba.orders.get", inputs, { signal });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(error).toMatchObject({ kind: "aborted", cause: { name: "TimeoutError" } });
  });

  test("keeps its result if the signal is aborted later", async () => {
    const controller = new AbortController();
    const { url } = await serve(ok("here"));
    const call = face({ baseUrl: url }, "alibaba.orders.get", inputs, { signal: controller.signal });
    expect(await call).toMatchObject({ value: { data: "here" } });
    controller.abort(reason);
    expect(await call).toMatchObject({ error: undefined });
  });
});

test("an aborted write is not retried", async () => {
  const controller = new AbortController();
  const server = await serve(() => controller.abort(reason));
  const { call } = transportTo(server.url);
  await expect(call("alibaba.orders.cancel", inputs, { signal: controller.signal })).rejects.toMatchObject({
    kind: "aborted",
    attempts: 1,
  });
  await staysAt(1, server);
});

describe("a warehouse call", () => {
  const signature = { timestamp: "1", sign: "s" };

  test("is aborted while it is being signed, before anything is sent", async () => {
    const controller = new AbortController();
    const server = await serve(ok());
    const signWarehouse = async (): Promise<typeof signature> => {
      await setTimeout(5);
      controller.abort(reason);
      return signature;
    };
    const { call } = transportTo(server.url, { signWarehouse });
    const error: unknown = await call("freight.book", {}, { signal: controller.signal }).catch(
      (error: unknown) => error,
    );
    expect(error).toMatchObject({ kind: "aborted", operation: "freight.book", attempts: 0, cause: reason });
    await staysAt(0, server);
  });

  test("also has the signal's reason as its cause", async () => {
    const controller = new AbortController();
    const { url } = await serve(() => controller.abort(reason));
    const { call } = transportTo(url, { signWarehouse: () => signature });
    const error: unknown = await call("freight.book", {}, { signal: controller.signal }).catch(
      (error: unknown) => error,
    );
    expect(error).toMatchObject({ kind: "aborted", attempts: 1, cause: reason });
  });
});

describe("a list", () => {
  const page = (from: number): Handler =>
    json({ code: 200, data: { data: [{ offerId: from }, { offerId: from + 1 }], totalRecords: 100 } });

  test("is aborted between two pages: it gives the records it has, and requests no more", async () => {
    const controller = new AbortController();
    const server = await serve(page(1), page(3));
    const list = createPandaPon({ ...credentials, baseUrl: server.url }).alibaba.products.search(
      { keyword: "T恤", beginPage: 1, pageSize: 2 },
      { signal: controller.signal },
    );
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const item of list.items()) {
        seen.push(item.offerId);
        if (seen.length === 3) controller.abort(reason);
      }
    })();
    await expect(reading).rejects.toMatchObject({ kind: "aborted", attempts: 0, cause: reason });
    expect(seen).toEqual(["1", "2", "3", "4"]);
    await staysAt(2, server);
  });

  test("is aborted while it waits for a page", async () => {
    const controller = new AbortController();
    const server = await serve(page(1), () => controller.abort(reason));
    const list = createPandaPon({ ...credentials, baseUrl: server.url }).alibaba.products.search(
      { keyword: "T恤", beginPage: 1, pageSize: 2 },
      { signal: controller.signal },
    );
    const started = performance.now();
    const reading = (async () => {
      for await (const _ of list.items());
    })();
    await expect(reading).rejects.toMatchObject({ kind: "aborted", attempts: 1, cause: reason });
    expect(performance.now() - started).toBeLessThan(5_000);
    await staysAt(2, server);
  });
});
