// Middleware of openapi-fetch on the client by path. What it changes is signed and sent; what it returns is read like any answer.
import { expect, test } from "vitest";
import { createClient, type ClientOptions, type PandaPonClient } from "../../dist/src/index.js";
import { credentials, failureOf, signatureOf } from "../support/calls.js";
import { failing, json, ok, reset, serve, type Received } from "../support/server.js";

const orderId = "2542285634920880794";
const get = (client: PandaPonClient) => client.GET("/open/product/get", { params: { query: { itemId: orderId } } });
const post = (client: PandaPonClient) => client.POST("/alibaba/order/detail", { body: { webSite: "1688", orderId } });
const clientOf = (baseUrl: string, options: ClientOptions = {}): PandaPonClient =>
  createClient({ ...credentials, baseUrl, ...options });

function expectSigned(request: Received | undefined): void {
  expect(request?.headers["signature"]).toBe(request && signatureOf(request));
  expect(request).toBeDefined();
}

test.each([
  ["GET", get],
  ["POST", post],
])("a header that middleware adds is sent beside ours: %s", async (_, call) => {
  const { url, requests } = await serve(ok(1));
  const client = clientOf(url);
  client.use({
    onRequest: ({ request }) => {
      request.headers.set("x-trace", "t-1");
      request.headers.set("access-key", "theirs");
    },
  });
  expect(await call(client)).toMatchObject({ data: { data: 1 } });
  expect(requests[0]?.headers).toMatchObject({ "x-trace": "t-1", "access-key": credentials.accessKey });
  expectSigned(requests[0]);
});

test.each([
  ["GET", get, "/open/product/get?itemId=2542285634920880794", ""],
  ["POST", post, "/alibaba/order/detail", '{"webSite":"1688","orderId":"2542285634920880794"}'],
])("a Request that replaces ours is sent, and signed on each attempt: %s", async (method, call, target, body) => {
  const { url, requests } = await serve(failing(503, { "retry-after": "0" }), ok(1));
  const client = clientOf(url);
  client.use({ onRequest: ({ request }) => new Request(request, { headers: { "x-trace": "t-1" } }) });
  expect(await call(client)).toMatchObject({ data: { data: 1 } });
  expect(requests).toHaveLength(2);
  for (const request of requests) {
    expect(request).toMatchObject({ method, url: target, body });
    expect(request.headers["x-trace"]).toBe("t-1");
    expectSigned(request);
  }
});

test("a body that replaces ours is sent with ids as the contract says", async () => {
  const { url, requests } = await serve(ok(1));
  const client = clientOf(url);
  client.use({
    onRequest: ({ request }) =>
      new Request(request, { body: '{"webSite":"1688","orderId": 2542285634920880795, "more": [1.50]}' }),
  });
  expect(await post(client)).toMatchObject({ data: { data: 1 } });
  expect(requests[0]?.body).toBe('{"webSite":"1688","orderId":"2542285634920880795","more":[1.5]}');
});

test.each([
  ["not JSON", "orderId=1", "`body` must be JSON"],
  ["not an object", "[1]", "`body` must be an object"],
  ["an object with an invalid id", '{"orderId":"abc"}', "`orderId` must be an id"],
  ["an object without a required field", '{"orderId":"1"}', "`webSite` is missing"],
])("a body that replaces ours is refused if it is %s", async (_, body, message) => {
  const { url, requests } = await serve(ok());
  const client = clientOf(url);
  client.use({ onRequest: ({ request }) => new Request(request, { body }) });
  const error = await failureOf(post(client));
  expect(error).toMatchObject({ kind: "input", operation: "alibaba.orders.get" });
  expect(error.message).toContain(message);
  expect(requests).toHaveLength(0);
});

const kept = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { "content-type": "application/json" } });

/** The Response that a middleware returns, and the result of the call. */
const ending = (shown: string): unknown =>
  expect.stringMatching(new RegExp(`\\(HTTP 500, application/json\\): ${shown}$`));

const GIVEN: [what: string, make: () => Response, expected: object][] = [
  ["an answer with a long id", () => kept(`{"code":200,"data":${orderId}}`), { data: { code: 200, data: orderId } }],
  [
    "an id that the contract declares",
    () => kept('{"code":200,"developId":2100007341207,"data":1}'),
    { data: { code: 200, developId: "2100007341207", data: 1 } },
  ],
  ["a failure on HTTP 200", () => kept('{"code":7,"msg":"no"}'), { error: { kind: "api", code: "7", msg: "no" } }],
  [
    "a failure on HTTP 500",
    () => kept('{"code":7,"msg":"no"}', 500),
    { error: { kind: "api", code: "7", status: 500 } },
  ],
  ["another status", () => kept("{}", 404), { error: { kind: "http", status: 404 } }],
  ["a body that is not JSON", () => kept("<html>"), { error: { kind: "decode", status: 200 } }],
  [
    "a body that is not JSON on HTTP 500",
    () => kept('<p class="x">', 500),
    { error: { kind: "decode", message: ending('<p class="x">') } },
  ],
  ["an empty body on HTTP 500", () => kept("", 500), { error: { kind: "decode", message: ending("") } }],
  ["no body", () => new Response(null, { status: 204 }), { error: { kind: "decode", status: 204 } }],
];

test.each(GIVEN)("a Response returned before sending is read like any answer: %s", async (_, make, expected) => {
  const { url, requests } = await serve(ok());
  const client = clientOf(url);
  const given = make();
  client.use({ onRequest: () => given });
  const result = await post(client);
  expect(result).toMatchObject(expected);
  expect(result.response).toBe(given);
  expect(result.error?.attempts ?? 0).toBe(0);
  expect(requests).toHaveLength(0);
});

test.each(GIVEN)("a Response that replaces the answer is read like any answer: %s", async (_, make, expected) => {
  const { url, requests } = await serve(json({ code: 500, msg: "of the server" }));
  const client = clientOf(url);
  const given = make();
  client.use({ onResponse: () => given });
  const result = await post(client);
  expect(result).toMatchObject(expected);
  expect(result.response).toBe(given);
  expect(result.error?.attempts ?? 1).toBe(1);
  expect(requests).toHaveLength(1);
});

test("a failure stays a failure if a middleware wraps its body in a new Response", async () => {
  const { url } = await serve(json(`{"code":500,"msg":"no","data":${orderId}}`));
  const client = clientOf(url);
  client.use({ onResponse: ({ response }) => new Response(response.body, { headers: response.headers }) });
  expect((await post(client)).error).toMatchObject({ kind: "api", code: "500", msg: "no" });
});

test("a middleware can read every digit of an answer, and whether the call succeeded", async () => {
  const { url } = await serve(json(`{"code":500,"data":${orderId}}`));
  const client = clientOf(url);
  const seen: unknown[] = [];
  client.use({
    onResponse: async ({ response, schemaPath }) => {
      seen.push(schemaPath, response.ok, await response.json(), await response.clone().text());
    },
  });
  expect((await post(client)).error).toMatchObject({ code: "500" });
  expect(seen).toEqual([
    "/alibaba/order/detail",
    false,
    { code: 500, data: orderId },
    `{"code":500,"data":${orderId}}`,
  ]);
});

test("a middleware is told of a call without an answer, and may return one", async () => {
  const { url } = await serve(reset);
  const client = clientOf(url, { maxRetries: 0 });
  let heard: unknown;
  const middleware = {
    onError: ({ error }: { error: unknown }) => {
      heard = error;
      return kept('{"code":200,"data":"kept"}');
    },
  };
  client.use(middleware);
  expect(await post(client)).toMatchObject({ data: { data: "kept" } });
  expect(heard).toMatchObject({ kind: "network", operation: "alibaba.orders.get" });
  client.eject(middleware);
  expect(await failureOf(post(client))).toMatchObject({ kind: "network", attempts: 1 });
});

test("a middleware passed with one call runs for that call only", async () => {
  const { url, requests } = await serve(ok());
  const client = clientOf(url);
  const middleware = [{ onRequest: ({ request }: { request: Request }) => request.headers.set("x-trace", "t-1") }];
  await client.POST("/alibaba/order/detail", { body: { webSite: "1688", orderId }, middleware });
  await post(client);
  expect(requests.map(({ headers }) => headers["x-trace"])).toEqual(["t-1", undefined]);
});

test.each(["baseUrl", "fetch", "Request", "bodySerializer", "pathSerializer", "querySerializer"])(
  "%s cannot be set per call",
  async (name) => {
    const { url, requests } = await serve(ok());
    const init = { body: { webSite: "1688" as const, orderId }, [name]: () => "http://127.0.0.1" };
    const error = await failureOf(clientOf(url).POST("/alibaba/order/detail", init));
    expect(error).toMatchObject({ kind: "input", operation: "alibaba.orders.get" });
    expect(error.message).toContain(`\`${name}\` cannot be set per call`);
    expect(requests).toHaveLength(0);
  },
);

test("every digit of a failure that a middleware passes on is kept", async () => {
  const { url } = await serve(json('{"code":9007199254740993,"msg":1234567890123456789}', 500));
  const client = clientOf(url, { maxRetries: 0 });
  client.use({ onResponse: ({ response }) => new Response(response.body, response) });
  expect((await post(client)).error).toMatchObject({ code: "9007199254740993", msg: "1234567890123456789" });
});

test("a middleware may fetch again, and return the new answer or the earlier one", async () => {
  const { url, requests } = await serve(ok("first"), ok("second"));
  for (const [which, data] of [
    ["again", "second"],
    ["response", "kept"],
  ] as const) {
    const client = clientOf(url);
    client.use(
      {
        onResponse: async ({ request, options, response }) =>
          ({ response, again: await options.fetch(request) })[which],
      },
      { onResponse: () => kept('{"code":200,"data":"kept"}') },
    );
    expect(await post(client)).toMatchObject({ data: { data }, response: { status: 200 } });
  }
  expect(requests).toHaveLength(4);
});

test("a Response that was read to its end fails with a PandaPonError", async () => {
  const { url, requests } = await serve(ok());
  const client = clientOf(url);
  client.use({
    onResponse: async ({ response }) => {
      const copy = new Response(response.body, response);
      await copy.text();
      return copy;
    },
  });
  expect(await failureOf(post(client))).toMatchObject({
    kind: "decode",
    operation: "alibaba.orders.get",
    attempts: 1,
    cause: expect.any(TypeError) as unknown,
  });
  expect(requests).toHaveLength(1);
});

test("a Response without headers fails with a PandaPonError that says that the request was sent", async () => {
  const { url, requests } = await serve(ok(1));
  const client = createClient({ ...credentials, baseUrl: url });
  // Plain JavaScript may return it.
  const given = { status: 200, text: async () => '{"code":200,"data":1}' } as unknown as Response;
  const middleware = [{ onResponse: () => given }];
  const error = await failureOf(
    client.POST("/alibaba/order/detail", { body: { webSite: "1688", orderId: "1" }, middleware }) as Promise<unknown>,
  );
  expect(error).toMatchObject({ kind: "decode", outcome: "unknown", attempts: 1 });
  expect(requests).toHaveLength(1);
});

test("an ejected middleware runs no more, as often as it is ejected", async () => {
  const { url } = await serve(ok());
  const client = clientOf(url);
  const ran: string[] = [];
  const named = (name: string) => ({ onRequest: () => void ran.push(name) });
  const [a, b, c] = [named("a"), named("b"), named("c")];
  client.use(a, b, a, c);
  client.eject(b, named("unknown"));
  await post(client);
  client.eject(a, c);
  await post(client);
  client.eject(a, a);
  await post(client);
  expect(ran).toEqual(["a", "a", "c", "a"]);
});

// As a plain JavaScript program could write it.
const NO_MIDDLEWARE: unknown[] = [5, "x", true, {}, { onrequest: () => undefined }, () => undefined];

test.each([...NO_MIDDLEWARE, ...NO_MIDDLEWARE.map((one) => [one])])(
  "anything but a list of middleware is refused before anything is sent: %o",
  async (wrong) => {
    const { url, requests } = await serve(ok());
    const client = clientOf(url);
    const message = "`middleware` must be a list of objects with `onRequest`, `onResponse` or `onError`";
    const call = client.POST("/alibaba/order/detail", { body: { webSite: "1688" }, middleware: wrong as [] });
    expect(await failureOf(call)).toMatchObject({
      kind: "input",
      operation: "alibaba.orders.get",
      message: `alibaba.orders.get: ${message}`,
    });
    expect(() => client.use(...((Array.isArray(wrong) ? wrong : [wrong]) as []))).toThrow(message);
    expect(requests).toHaveLength(0);
  },
);

test("gaps in a list of middleware are skipped", async () => {
  const { url } = await serve(ok());
  const client = clientOf(url);
  const gaps = [undefined, null, false] as unknown as [];
  client.use(...gaps);
  for (const middleware of [gaps, null as unknown as [], undefined]) {
    const init = { body: { webSite: "1688" as const }, ...(middleware !== undefined && { middleware }) };
    expect((await client.POST("/alibaba/order/detail", init)).error).toBe(undefined);
  }
});
