// The adapter for node:http, against real connections: pushes of the sandbox, odd requests, senders that go away.
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { createSandbox } from "pandapon-codegen/sandbox";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createWebhookHandler, signTestWebhook, type WebhookRejection } from "../../dist/src/webhooks.js";
import { toNodeHandler, type NodeHandlerOptions } from "../../dist/src/webhooks/node.js";

const credentials = { accessKey: "0123456789abcdef0123456789abcdef", accessSecret: "fedcba9876543210fedcba9876543210" };
const TYPE = "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";
const message = { messageType: TYPE, messageBody: { orderId: 2542285634920880794n } };
const body = `{"messageType":"${TYPE}","messageBody":{"orderId":2542285634920880794,"name":"T恤"},"messagePlatform":1}`;
const authorization = await signTestWebhook(body, credentials);
const headers = { "content-type": "application/json", authorization };

async function listen(listener: RequestListener): Promise<{ url: string; port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  return { url: `http://127.0.0.1:${port}/webhooks`, port };
}

/** @param before runs before the adapter, as a framework does */
async function start(
  options: NodeHandlerOptions & { maxBytes?: number } = {},
  before: (request: IncomingMessage, response: ServerResponse) => unknown = () => undefined,
) {
  const [ids, rejections, errors]: [string[], WebhookRejection[], unknown[]] = [[], [], []];
  const { maxBytes, ...own } = options;
  const handler = createWebhookHandler({
    ...credentials,
    maxBytes,
    on: { [TYPE]: ({ body }) => void ids.push(String(body?.["orderId"])) },
    onReject: (rejection) => void rejections.push(rejection),
  });
  const adapted = toNodeHandler(handler, { onError: (error) => errors.push(error), ...own });
  const server = await listen(async (request, response) => {
    await before(request, response);
    await adapted(request, response);
  });
  return { ...server, ids, rejections, errors };
}

/** Writes to a connection. @returns all that comes back until it ends */
function raw(port: number, ...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => parts.forEach((part) => socket.write(part)));
    socket.setEncoding("utf8");
    socket.on("data", (chunk: string) => (text += chunk));
    socket.on("error", () => undefined);
    socket.on("close", () => resolve(text));
  });
}

const head = (more: string, version = "1.1"): string =>
  `POST /webhooks HTTP/${version}\r\nhost: x\r\ncontent-type: application/json\r\n${more}\r\n`;
const LENGTH = `content-length: ${Buffer.byteLength(body)}\r\n`;
const SIGNED = `AUTHORIZATION: ${authorization}\r\n`;
const CLOSE = "connection: close\r\n";

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer); // there is no encoding
  return Buffer.concat(chunks);
};

test("the handler gets `waitUntil` only if there is one, so that `defer` can refuse a platform that needs it", async () => {
  const contexts: object[] = [];
  const handler = (_: Request, context: object): Response => {
    contexts.push(context);
    return new Response();
  };
  const waitUntil = (): void => undefined;
  for (const options of [{}, { waitUntil }]) {
    const { url } = await listen(toNodeHandler(handler, options));
    await fetch(url, { method: "POST", body });
  }
  expect(contexts).toEqual([{}, { waitUntil }]);
});

test("a push of the sandbox is handled, and its id keeps every digit", async () => {
  const { url, ids, rejections } = await start();
  const sandbox = createSandbox({ ...credentials, push: { url } });
  onTestFinished(() => sandbox.close());
  expect((await sandbox.deliver(message)).outcome).toBe("acknowledged");
  expect([ids, rejections]).toEqual([["2542285634920880794"], []]);
});

describe("what is sent is answered", () => {
  test.each([
    ["one request", 200, [head(LENGTH + SIGNED + CLOSE), body]],
    ["HTTP/1.0", 200, [head(LENGTH + SIGNED, "1.0"), body]],
    [
      "chunks",
      200,
      [
        head(`transfer-encoding: chunked\r\n${SIGNED}${CLOSE}`),
        `${Buffer.byteLength(body).toString(16)}\r\n${body}\r\n0\r\n\r\n`,
      ],
    ],
    [
      "an absolute URL with a password",
      200,
      [head(LENGTH + SIGNED + CLOSE).replace("/webhooks", "http://a:b@c/d"), body],
    ],
    ["an invalid URL", 200, [head(LENGTH + SIGNED + CLOSE).replace("/webhooks", "//[/%zz\\"), body]],
    ["two Authorization headers", 401, [head(LENGTH + SIGNED + SIGNED + CLOSE), body]],
    ["a wrong and a right Authorization header", 401, [head(`${LENGTH}authorization: 00\r\n${SIGNED}${CLOSE}`), body]],
    ["two content types", 415, [head(`${LENGTH}${SIGNED}${CLOSE}content-type: text/plain\r\n`), body]],
    ["no body", 400, [head(`content-length: 0\r\n${SIGNED}${CLOSE}`)]],
    ["the method GET", 405, [head(SIGNED + CLOSE).replace("POST", "GET")]],
    ["the method TRACE", 405, [head(SIGNED + CLOSE).replace("POST", "TRACE")]],
    ["the method PUT with a body", 405, [head(LENGTH + SIGNED + CLOSE).replace("POST", "PUT"), body]],
  ] as const)("%s: HTTP %i", async (_, status, parts) => {
    const { port, ids, errors, rejections } = await start();
    expect(await raw(port, ...parts)).toContain(`HTTP/1.1 ${status} `);
    expect(ids).toHaveLength(status === 200 ? 1 : 0);
    expect(rejections.length + errors.length).toBe(status === 200 ? 0 : 1);
  });

  test("Expect: 100-continue", async () => {
    const { port } = await start();
    const answer = await raw(port, head(`${LENGTH}${SIGNED}${CLOSE}expect: 100-continue\r\n`), body);
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  test("several requests on one connection, refused ones with a body between them", async () => {
    const { port } = await start();
    const refused = head(LENGTH) + body;
    const answer = await raw(
      port,
      head(LENGTH + SIGNED) + body,
      refused,
      refused,
      head(LENGTH + SIGNED + CLOSE) + body,
    );
    expect(answer.match(/HTTP\/1\.1 \d+/g)?.map((line) => line.slice(-3))).toEqual(["200", "401", "401", "200"]);
  });

  test("a body beyond maxBytes, with and without its length", async () => {
    const { url, rejections } = await start({ maxBytes: 100_000 });
    const long = Buffer.alloc(5_000_000, 32);
    const post = (sent: BodyInit) => fetch(url, { method: "POST", headers, body: sent, duplex: "half" } as RequestInit); // `duplex` is not in the types
    expect((await post(long)).status).toBe(413);
    expect((await post(new Blob([long]).stream())).status).toBe(413);
    expect(rejections.map(({ reason }) => reason)).toEqual(["too-large", "too-large"]);
  });
});

describe("senders that go away or take too long", () => {
  test.each([
    ["half a body", head(LENGTH + SIGNED) + body.slice(0, 20)],
    ["no byte of the body", head(LENGTH + SIGNED)],
  ])("%s, then the connection is closed", async (_, sent) => {
    const { port, rejections, errors } = await start();
    const socket = connect(port, "127.0.0.1", () =>
      socket.write(sent, () => setImmediate(() => socket.resetAndDestroy())),
    );
    await vi.waitFor(() => expect(rejections).toHaveLength(1), { interval: 2 });
    expect(rejections[0]).toMatchObject({ reason: "unreadable", detail: expect.stringContaining("closed") as string });
    expect(errors).toEqual([]);
  });

  test.each([
    ["a body that stops", head(LENGTH + SIGNED) + body.slice(0, 20), 400],
    ["a body that stops, of a refused request", head(LENGTH) + body.slice(0, 20), 401],
  ])("%s: an answer, and the connection is closed", async (_, sent, status) => {
    const { port, errors } = await start({ bodyTimeoutMs: 30 });
    expect(await raw(port, sent)).toContain(`HTTP/1.1 ${status} `);
    expect(errors).toEqual([]);
  });

  test("the sender is gone when the handler ends", async () => {
    let finish = (): void => undefined;
    const finished = new Promise<Response>((resolve) => (finish = () => resolve(new Response("ok"))));
    const ended = vi.fn<() => void>();
    const errors: unknown[] = [];
    const adapted = toNodeHandler(() => finished, { onError: (error) => errors.push(error) });
    const { port } = await listen((request, response) => {
      response.on("close", finish);
      void adapted(request, response).then(ended);
      socket.destroy();
    });
    const socket = connect(port, "127.0.0.1", () => socket.write(head(LENGTH) + body));
    await vi.waitFor(() => expect(ended).toHaveBeenCalled(), { interval: 2 });
    expect(errors).toEqual([]);
  });
});

describe("a body that was read before", () => {
  const post = (url: string) => fetch(url, { method: "POST", headers, body });

  test.each([
    [
      "rawBody, beside a parsed body",
      (bytes: Buffer) => ({ rawBody: bytes, body: JSON.parse(String(bytes)) as unknown }),
    ],
    ["a Buffer as body", (bytes: Buffer) => ({ body: bytes })],
    ["a Uint8Array as rawBody", (bytes: Buffer) => ({ rawBody: new Uint8Array(bytes) })],
    ["text as rawBody, as of fastify-raw-body", (bytes: Buffer) => ({ rawBody: String(bytes) })],
  ])("%s: the bytes are used", async (_, kept) => {
    const { url, ids } = await start({}, async (request) => Object.assign(request, kept(await readAll(request))));
    expect((await post(url)).status).toBe(200);
    expect(ids).toEqual(["2542285634920880794"]);
  });

  test("an untouched stream is read, even if `body` is {}, as Express 4 sets it", async () => {
    const { url, ids } = await start({}, (request) => Object.assign(request, { body: {} }));
    expect((await post(url)).status).toBe(200);
    expect(ids).toHaveLength(1);
  });

  test("it is refused, and the owner gets the cause and the fix of each framework", async () => {
    const { url, rejections, ids } = await start({}, async (request) => {
      Object.assign(request, { body: JSON.parse(String(await readAll(request))) as unknown });
    });
    const response = await post(url);
    expect([response.status, await response.text(), ids]).toEqual([500, "failed", []]);
    expect(rejections).toMatchObject([{ reason: "parsed-body" }]);
    for (const text of ["body parser", "express.raw(", 'parseAs: "buffer"', "rawBody: true", "bodyParser: false"]) {
      expect(rejections[0]?.detail).toContain(text);
    }
  });

  test.each([
    [
      "text, as of express.text()",
      async (request: IncomingMessage) => Object.assign(request, { body: String(await readAll(request)) }),
    ],
    ["read and thrown away", readAll],
    ["setEncoding", (request: IncomingMessage) => request.setEncoding("utf8")],
    [
      "half read",
      (request: IncomingMessage) => new Promise((resolve) => request.once("readable", () => resolve(request.read(5)))),
    ],
  ])("%s: refused", async (_, before) => {
    const { url, rejections } = await start({}, before);
    expect((await post(url)).status).toBe(500);
    expect(rejections).toMatchObject([{ reason: "parsed-body" }]);
  });
});

describe("errors never end the process, and the sender does not see them", () => {
  test.each([
    ["a handler that rejects", () => Promise.reject(new Error("secret"))],
    [
      "a handler that throws",
      () => {
        throw new Error("secret");
      },
    ],
    [
      "an answer whose body fails",
      () => new Response(new ReadableStream({ start: (controller) => controller.error(new Error("secret")) })),
    ],
  ])("%s", async (_, handler) => {
    const reported = vi.spyOn(console, "error").mockReturnValue();
    onTestFinished(() => reported.mockRestore());
    const errors: unknown[] = [];
    const onError = (error: unknown): void => {
      errors.push(error);
      throw error;
    };
    const { url } = await listen(toNodeHandler(handler, { onError }));
    const response = await fetch(url, { method: "POST", body });
    expect([response.status, await response.text(), errors.map(String)]).toEqual([500, "error", ["Error: secret"]]);
  });

  test("something else has answered", async () => {
    const { url, errors } = await start({}, (_, response) => response.end("own"));
    expect(await (await fetch(url, { method: "POST", headers, body })).text()).toBe("own");
    expect(errors).toEqual([]);
  });

  test.each([0, -1, Number.NaN, Infinity, 2 ** 31])("bodyTimeoutMs cannot be %d", (bodyTimeoutMs) => {
    expect(() => toNodeHandler(() => new Response(), { bodyTimeoutMs })).toThrow("bodyTimeoutMs");
  });
});
