// Middleware whose Requests and Responses are of other classes than the global ones, and global ones that were replaced.
import * as undici from "undici";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createClient, type ClientOptions, type PandaPonClient } from "../../dist/src/index.js";
import { credentials, signatureOf } from "../support/calls.js";
import { json, ok, reset, serve } from "../support/server.js";

afterEach(() => void vi.unstubAllGlobals());

const orderId = "2542285634920880794";
const get = (client: PandaPonClient) => client.GET("/open/product/get", { params: { query: { itemId: orderId } } });
const post = (client: PandaPonClient) => client.POST("/alibaba/order/detail", { body: { webSite: "1688", orderId } });
const clientOf = (baseUrl: string, options: ClientOptions = {}): PandaPonClient =>
  createClient({ ...credentials, baseUrl, ...options });

/** Classes of Requests and Responses that are not the global ones. */
const CLASSES: [what: string, own: { Request: typeof Request; Response: typeof Response }][] = [
  // Its types name classes of its own.
  ["undici", undici as unknown as { Request: typeof Request; Response: typeof Response }],
  ["a fetch with few members", { Request: few(Request), Response: few(Response) }],
];

/** A class of its own. Its instances are plain objects with what the middleware below and the client need of them. */
function few<Class extends typeof Request | typeof Response>(Real: Class): Class {
  const made = function (...args: [never, never]) {
    const real = new Real(...args);
    const { headers } = real;
    const more =
      real instanceof Request ? { method: real.method, url: real.url } : { status: real.status, ok: real.ok };
    return { ...more, headers, text: () => real.text() };
  };
  return made as unknown as Class; // it has the part of the class that is used
}

describe.each(CLASSES)("%s", (_, own) => {
  const failed = `{"code":500,"msg":"no","data":${orderId}}`;

  test("a Request of its class is sent, signed and exact", async () => {
    const { url, requests } = await serve(ok(1));
    const client = clientOf(url);
    client.use({
      onRequest: async ({ request }) => {
        const { method, headers } = request;
        const body = method === "GET" ? null : await request.text();
        return new own.Request(request.url, { method, headers: [...headers, ["x-trace", "t-1"]], body });
      },
    });
    client.use({ onRequest: ({ request }) => request.headers.set("x-second", "t-2") });
    for (const call of [get, post]) expect(await call(client)).toMatchObject({ data: { data: 1 } });
    expect(requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ["GET", `/open/product/get?itemId=${orderId}`, ""],
      ["POST", "/alibaba/order/detail", `{"webSite":"1688","orderId":"${orderId}"}`],
    ]);
    for (const request of requests) {
      expect(request.headers).toMatchObject({ "x-trace": "t-1", "x-second": "t-2" });
      expect(request.headers["signature"]).toBe(signatureOf(request));
    }
  });

  const headers = { "content-type": "application/json" };

  test.each([200, 500])("a Response of its class is read like any answer: HTTP %i", async (status) => {
    const { url, requests } = await serve(ok(1));
    const make = (): Response => new own.Response(failed, { status, headers });
    const seen: unknown[] = [];
    for (const [middleware, attempts] of [
      [{ onResponse: make }, 1],
      [{ onRequest: make }, 0],
    ] as const) {
      const client = clientOf(url);
      // The first middleware is the last to see the answer.
      client.use({ onResponse: async ({ response }) => void seen.push(await response.json()) }, middleware);
      const { error, response } = await post(client);
      expect(error).toMatchObject({ kind: "api", code: "500", msg: "no", attempts });
      expect(response).not.toBeInstanceOf(Response);
      expect(response.status).toBe(status);
    }
    expect(seen).toEqual([{ code: 500, msg: "no", data: orderId }]);
    expect(requests).toHaveLength(1);
  });

  test("a Response of its class can stand for an answer that did not come", async () => {
    const { url } = await serve(reset);
    const client = clientOf(url, { maxRetries: 0 });
    client.use({ onError: () => new own.Response('{"code":200,"data":"kept"}', { headers }) });
    expect(await post(client)).toMatchObject({ data: { data: "kept" } });
  });
});

class Replaced extends Response {}
class ReplacedRequest extends Request {}
const undiciFetch = undici.fetch as unknown as typeof fetch; // its types name classes of its own

test.each<[string, typeof fetch | undefined, { Request?: unknown; Response?: unknown }]>([
  ["the platform's fetch", undefined, {}],
  ["undici's fetch", undiciFetch, {}],
  ["undici's fetch and classes", undiciFetch, { Request: undici.Request, Response: undici.Response }],
  ["the platform's fetch and undici's Response", undefined, { Response: undici.Response }],
  ["the platform's fetch and other classes", undefined, { Request: ReplacedRequest, Response: Replaced }],
])("a middleware that returns what it was given works with %s", async (_, fetch, globals) => {
  const { url, requests } = await serve(json(`{"code":200,"data":${orderId}}`));
  const options = fetch === undefined ? {} : { fetch };
  const before = clientOf(url, options);
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
  for (const client of [before, clientOf(url, options)]) {
    for (const middleware of [
      { onRequest: ({ request }: { request: Request }) => request },
      { onRequest: ({ request }: { request: Request }) => new Request(request, { headers: { "x-trace": "t-1" } }) },
      { onResponse: ({ response }: { response: Response }) => response },
      { onResponse: ({ response }: { response: Response }) => response.clone() },
      { onResponse: ({ response }: { response: Response }) => new Response(response.body, response) },
    ]) {
      const body = { webSite: "1688" as const, orderId };
      const result = await client.POST("/alibaba/order/detail", { body, middleware: [middleware] });
      expect(result).toMatchObject({ data: { code: 200, data: orderId }, response: { status: 200 } });
    }
  }
  expect(requests).toHaveLength(10);
});
