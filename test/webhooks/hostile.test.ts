// What goes wrong around the handler: two builds in one program, requests of the wrong kind, headers with copies of a secret, gateways.
import { EventEmitter } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import http2 from "node:http2";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import {
  createWebhookHandler,
  memoryStore,
  type WebhookRejection,
  type WebhookStore,
} from "../../dist/src/webhooks.js";
import { toNodeHandler } from "../../dist/src/webhooks/node.js";
import { accessKey, accessSecret, message, NOW, signed, TYPE } from "./signed.js";

const credentials = { accessKey, accessSecret };
const rejecting = () => {
  const rejections: WebhookRejection[] = [];
  const onReject = (rejection: WebhookRejection): void => void rejections.push(rejection);
  return { rejections, handler: createWebhookHandler({ ...credentials, on: {}, now: () => NOW, onReject }) };
};

test("the CommonJS build of the adapter and the ESM build of the handler understand each other's errors", async () => {
  const load = createRequire(import.meta.url);
  // The same module in its other build.
  const other = load("../../dist/cjs/src/webhooks/node.js") as { toNodeHandler: typeof toNodeHandler };
  const { rejections, handler } = rejecting();
  const adapted = other.toNodeHandler(handler);
  const server = createServer(async (request: IncomingMessage, response) => {
    for await (const chunk of request) void chunk;
    await adapted(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  const { headers } = signed(message());
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", headers, body: message() });
  expect([response.status, rejections.map(({ reason }) => reason)]).toEqual([500, ["parsed-body"]]);
});

test("a body that something else has begun to read is refused like one that was read", async () => {
  const { rejections, handler } = rejecting();
  const request = signed(message());
  request.body?.getReader();
  expect((await handler(request)).status).toBe(500);
  expect(rejections).toMatchObject([{ reason: "parsed-body" }]);
});

test.each<[string, object]>([
  ["node:http", { method: "POST", headers: { "content-type": "application/json", authorization: "CANARY" } }],
  ["nothing that is known", { method: "POST" }],
])("the owner is told if the request is one of %s", async (_, request) => {
  const { rejections, handler } = rejecting();
  expect((await handler(request as Request)).status).toBe(500);
  expect(rejections).toMatchObject([{ reason: "internal", cause: expect.any(TypeError) as TypeError }]);
  expect(JSON.stringify(rejections)).not.toContain("CANARY");
});

test("copies of credentials that gateways make are not in a rejection", async () => {
  const { rejections, handler } = rejecting();
  const copies = [
    "X-Forwarded-Authorization",
    "Proxy-Authorization",
    "X-Original-Auth",
    "X-Apigateway-Event", // the whole event, headers included
    "X-Amzn-Trace-Headers",
    "X-Amz-Security-Token",
    "X-Api-Key",
    "X-Goog-Iap-Jwt-Assertion",
    "X-Signature",
    "X-Client-Secret",
    "Cookie",
  ];
  const headers = Object.fromEntries(copies.map((name) => [name, "CANARY"]));
  await handler(
    signed(message(), { ...headers, authorization: "CANARY", "user-agent": "Java/17", "x-request-id": "1" }),
  );
  expect(rejections).toMatchObject([{ reason: "authorization-malformed" }]);
  expect(rejections[0]?.headers).toEqual({
    "content-type": "application/json",
    "user-agent": "Java/17",
    "x-request-id": "1",
  });
});

test("a long key, such as the body, is kept by its hash", async () => {
  const keys: string[] = [];
  const memory = memoryStore();
  const store: WebhookStore = { ...memory, claim: (key, ttlMs) => (keys.push(key), memory.claim(key, ttlMs)) };
  const onUnknown = vi.fn<() => void>();
  const handler = createWebhookHandler({
    ...credentials,
    on: {},
    onUnknown,
    store,
    now: () => NOW,
    key: (_event, body) => body,
  });
  for (const more of ["x", "y", "y"].map((letter) => letter.repeat(100_000))) {
    expect((await handler(signed(message({ messageType: TYPE, more })))).status).toBe(200);
  }
  expect(onUnknown).toHaveBeenCalledTimes(2);
  expect(keys.every((key) => key.length === 64)).toBe(true);
});

test("if what defer needs cannot be loaded, each request says so, and the process lives on", async () => {
  vi.resetModules();
  vi.doMock("../../src/webhooks/deferred.js", () => {
    throw new Error("no such chunk");
  });
  onTestFinished(() => vi.doUnmock("../../src/webhooks/deferred.js"));
  const { createWebhookHandler: create } = await import("../../src/webhooks.js");
  const errors: unknown[] = [];
  const more = { put: () => Promise.resolve(true), renew: () => Promise.resolve(true), due: () => Promise.resolve([]) };
  const store = { ...memoryStore(), ...more };
  const options = { ...credentials, on: {}, onUnknown: () => undefined, store, defer: true, now: () => NOW };
  const handler = create({ ...options, onError: (error) => errors.push(error) });
  // An unhandled rejection would be reported here.
  await new Promise((resolve) => setImmediate(resolve));
  expect((await handler(signed(message()))).status).toBe(500);
  expect(errors).toHaveLength(1);
  await expect(handler.sweep()).rejects.toThrow();
});

test("over HTTP/2, a body is read, and one that stops is answered and its stream closed", async () => {
  const { rejections, handler } = rejecting();
  const server = http2.createServer(toNodeHandler(handler, { bodyTimeoutMs: 30 }));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on a port
  const session = http2.connect(`http://127.0.0.1:${port}`);
  onTestFinished(() => {
    session.destroy();
    server.close();
  });
  const headers = Object.fromEntries(signed(message()).headers);
  const post = (own: object, isWhole: boolean) =>
    new Promise<number>((resolve) => {
      let status = 0;
      const stream = session.request({ ...headers, ...own, ":method": "POST", ":path": "/" });
      stream.on("response", (answer) => (status = Number(answer[":status"])));
      stream.on("close", () => resolve(status)).resume();
      if (isWhole) stream.end(message());
      else stream.write("{");
    });
  expect(await post({}, true)).toBe(200);
  expect(await post({}, false)).toBe(400);
  expect(await post({ "content-type": "text/plain" }, false)).toBe(415);
  expect(rejections.map(({ reason }) => reason)).toEqual(["unreadable", "content-type"]);
});

/** What node:http passes, without a connection. */
function nodeRequest(body: Readable) {
  const rawHeaders = [...signed(message()).headers].flat();
  const request = Object.assign(body, { method: "POST", url: "/", rawHeaders });
  const answered = vi.fn<(bytes: Uint8Array) => void>();
  const response = Object.assign(new EventEmitter(), {
    statusCode: 0,
    headersSent: false,
    writableEnded: false,
    writableFinished: false,
    setHeader: () => undefined,
    end: answered,
  });
  return { request, response, answered };
}

test("a request that is over before the adapter gets it is refused at once", async () => {
  const { rejections, handler } = rejecting();
  const { request, response } = nodeRequest(new Readable({ read: () => undefined }));
  request.destroy();
  await new Promise((resolve) => request.on("close", resolve));
  await toNodeHandler(handler)(request, response);
  expect(rejections).toMatchObject([{ reason: "unreadable", detail: expect.stringContaining("closed") as string }]);
});

test("a body is not read faster than the handler reads it", async () => {
  let read = 0;
  const endless = new Readable({
    read() {
      read += 1;
      setImmediate(() => this.push(Buffer.alloc(65_536)));
    },
  });
  const { request, response } = nodeRequest(endless);
  let answer: (response: Response) => void = () => undefined;
  const done = toNodeHandler(() => new Promise((resolve) => (answer = resolve)))(request, response);
  await vi.waitFor(() => expect(request.isPaused()).toBe(true), { interval: 2 });
  expect(read).toBeLessThan(20);
  answer(new Response("ok"));
  await done;
  request.destroy();
});

test.each(["request", "response"] as const)(
  "an error event of the %s ends neither the process nor the handler",
  async (which) => {
    const node = nodeRequest(Readable.from([]));
    await toNodeHandler(() => {
      node[which].emit("error", new Error("reset"));
      return new Response("ok");
    })(node.request, node.response);
    expect([node.response.statusCode, String(node.answered.mock.calls[0]?.[0])]).toEqual([200, "111,107"]);
  },
);
