// `request` calls any path. A path of the contract keeps the rules of its operation; any other has those that the caller gives.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import {
  createClient,
  createPandaPon,
  operationTable,
  PandaPonError,
  type ClientOptions,
  type OperationInfo,
} from "../../dist/src/index.js";
import {
  anyRequest,
  createClient as createClientOf,
  createPandaPon as createPandaPonOf,
} from "../../dist/src/core/index.js";
import { credentials, failureOf, signatureOf } from "../support/calls.js";
import { failing, json, ok, reset, serve, text } from "../support/server.js";

/** As plain JavaScript calls it: with any values. */
type AnyCall = (method: unknown, path: unknown, input?: unknown, options?: unknown) => Promise<unknown>;

/** The `data` of the answer, by each client. A failure rejects. */
const clients: [name: string, of: (options: ClientOptions) => AnyCall][] = [
  ["createPandaPon", (options) => createPandaPon({ ...credentials, ...options }).request as unknown as AnyCall],
  ["createClient", (options) => dataOf(createClient({ ...credentials, ...options }).request as unknown as AnyAnswer)],
];
type AnyAnswer = (...args: Parameters<AnyCall>) => Promise<{ data?: unknown; error?: Error }>;
const dataOf =
  (request: AnyAnswer): AnyCall =>
  async (...args) => {
    const { data, error } = await request(...args);
    if (error !== undefined) throw error;
    return data !== null && typeof data === "object" && "data" in data ? data.data : data;
  };

describe.each(clients)("an unknown path by %s", (_, of) => {
  const input = { orderId: "2542285634920880794", count: 2542285634920880794n, lines: [{ id: 1n, note: "恤" }] };
  const body = '{"orderId":"2542285634920880794","count":2542285634920880794,"lines":[{"id":1,"note":"恤"}]}';
  const scalars = { id: 2542285634920880794n, code: "007", page: 1, deep: true, none: null };
  const query = "?id=2542285634920880794&code=007&page=1&deep=true";

  test.each<[method: string, input: object | undefined, options: object | undefined, url: string, body: string]>([
    ["GET", scalars, undefined, `/some/path${query}`, ""],
    ["GET", scalars, { place: "query" }, `/some/path${query}`, ""],
    ["GET", undefined, undefined, "/some/path", ""],
    ["POST", input, undefined, "/some/path", body],
    ["PUT", input, { place: "body" }, "/some/path", body],
    ["PATCH", input, undefined, "/some/path", body],
    ["DELETE", input, undefined, "/some/path", body],
    ["POST", undefined, undefined, "/some/path", "{}"],
    ["POST", scalars, { place: "query" }, `/some/path${query}`, ""],
    ["PUT", scalars, { place: "query" }, `/some/path${query}`, ""],
    ["PATCH", scalars, { place: "query" }, `/some/path${query}`, ""],
    ["DELETE", scalars, { place: "query" }, `/some/path${query}`, ""],
  ])("%s with %o and %o: is signed, and has every digit", async (method, given, options, url, sent) => {
    const { url: baseUrl, requests } = await serve(json('{"code":200,"data":{"id":2542285634920880794,"n":1}}'));
    expect(await of({ baseUrl })(method, "/some/path", given, options)).toEqual({ id: "2542285634920880794", n: 1 });
    expect(requests).toHaveLength(1);
    const [request] = requests;
    expect(request).toMatchObject({ method, url, body: sent });
    expect(request?.headers["content-type"]).toBe(sent === "" ? undefined : "application/json");
    expect(request?.headers["signature"]).toBe(request && signatureOf(request));
  });

  test.each<[effect: string | undefined, times: number]>([
    [undefined, 1],
    ["write", 1],
    ["read", 3],
  ])("is retried by the effect that the caller gives: %s", async (effect, times) => {
    const { url, requests } = await serve(failing(503, { "retry-after": "0" }), reset, ok(1));
    const call = of({ baseUrl: url })("POST", "/some/path", {}, effect === undefined ? {} : { effect });
    if (times === 1) expect(await failureOf(call)).toMatchObject({ kind: "http", operation: "POST /some/path" });
    else expect(await call).toBe(1);
    expect(requests).toHaveLength(times);
  });

  test.each([
    ["a failing code", json({ code: 500, msg: "no", data: {} }), { kind: "api", code: "500", msg: "no" }],
    ["no code", json({ data: {} }), { kind: "decode" }],
    ["HTML", text("<html>", "text/html"), { kind: "decode" }],
  ])("is checked for success: %s", async (_what, answer, error) => {
    const { url } = await serve(answer);
    const failure = await failureOf(of({ baseUrl: url })("POST", "/some/path", {}));
    expect(failure).toMatchObject({ ...error, operation: "POST /some/path" });
    expect(failure.message).toMatch(/^POST \/some\/path: /);
  });

  test("is signed by signWarehouse if the caller says so, and gives the whole answer", async () => {
    const { url, requests } = await serve(json({ anything: 2542285634 }));
    const asked: unknown[] = [];
    const signWarehouse = (parts: object) => {
      asked.push(parts);
      return { timestamp: "1", sign: "s" };
    };
    const call = of({ baseUrl: url, signWarehouse, now: () => 5 });
    expect(await call("PUT", "/open/pp/new", { a: 1n }, { auth: "warehouse" })).toEqual({ anything: 2542285634 });
    expect(asked).toEqual([{ method: "PUT", path: "/open/pp/new", body: '{"a":1}', timestamp: "5" }]);
    expect(requests[0]).toMatchObject({ url: "/open/pp/new?timestamp=1&sign=s", method: "PUT" });
    expect(requests[0]?.headers).not.toHaveProperty("signature");
    const failure = await failureOf(of({ baseUrl: url })("PUT", "/open/pp/new", {}, { auth: "warehouse" }));
    expect(failure.message).toContain("`signWarehouse` is missing");
  });

  test("takes the options of any call", async () => {
    const { url, requests } = await serve(ok(1));
    const options = { userId: "42", headers: { "x-trace": "t-1" }, timeoutMs: 5_000, maxRetries: 0 };
    expect(await of({ baseUrl: `${url}/below/` })("GET", "/a:b/c%2Fd/@1;v=2/~x.json/", {}, options)).toBe(1);
    expect(requests[0]).toMatchObject({
      url: "/below/a:b/c%2Fd/@1;v=2/~x.json/",
      headers: { "user-id": "42", "x-trace": "t-1" },
    });
  });

  test.each<[what: string, name: string, ...args: Parameters<AnyCall>]>([
    ...[undefined, null, 5, "", "get", "HEAD", "OPTIONS", "GET ", Symbol("GET"), {}].map(
      (method): [string, string, unknown, string] => [`method ${inspect(method)}`, "method", method, "/some/path"],
    ),
    ...["none", "", null, true, "READ"].map((effect): [string, string, ...Parameters<AnyCall>] => [
      `effect ${inspect(effect)}`,
      "effect",
      "POST",
      "/some/path",
      {},
      { effect },
    ]),
    ...["oauth", null, false].map((auth): [string, string, ...Parameters<AnyCall>] => [
      `auth ${inspect(auth)}`,
      "auth",
      "POST",
      "/some/path",
      {},
      { auth },
    ]),
    ...["path", null, "header"].map((place): [string, string, ...Parameters<AnyCall>] => [
      `place ${inspect(place)}`,
      "place",
      "POST",
      "/some/path",
      {},
      { place },
    ]),
    ["the body of a GET", "place", "GET", "/some/path", {}, { place: "body" }],
    ["a list as input", "input", "POST", "/some/path", [1]],
    ["null as input", "input", "POST", "/some/path", null],
    ["a text as input", "input", "POST", "/some/path", "a=1"],
    ["a list in a query", "ids", "GET", "/some/path", { ids: ["1"] }],
    ["null as options", "options", "POST", "/some/path", {}, null],
    ["a text as options", "options", "POST", "/some/path", {}, "read"],
    ["a wrong user id", "userId", "POST", "/some/path", {}, { userId: 5 }],
    ["a wrong timeout", "timeoutMs", "POST", "/some/path", {}, { timeoutMs: -1 }],
  ])("is refused with %s", async (_what, name, ...args) => {
    const { url, requests } = await serve(ok());
    const failure = await failureOf(of({ baseUrl: url })(...args));
    expect(failure).toMatchObject({ kind: "input", attempts: 0, outcome: "not-sent" });
    expect(failure.message).toContain(`\`${name}\` must `);
    expect(requests).toHaveLength(0);
  });
});

/** Texts that are not a path of a URL, or that a server may read as another path. */
const NO_PATH: unknown[] = [
  undefined,
  null,
  5,
  {},
  ["/some/path"],
  Symbol("/some/path"),
  { toString: () => "/some/path" },
  "",
  "some/path",
  "https://host/some/path",
  "//host/some/path",
  "/some//path",
  "@host/some/path",
  ":80/some/path",
  ".host/some/path",
  "/some/path?a=1",
  "/some/path?",
  "/some/path#a",
  "/some/path#",
  "/./path",
  "/some/../path",
  "/some/..",
  "/some/.",
  "/some/%2e%2e/path",
  "/some/%2E./path",
  "/some/..%2Fpath",
  "/some/%2e%2e%2fpath",
  "/some%2F..%2fpath",
  "/some/%5C..%5cpath",
  "\\some\\path",
  "/some\\path",
  "/some/..\\path",
  "/some/pa\nth",
  "/some/path\r\nx-evil: 1",
  "/some/pa\tth",
  "/some/path\0",
  "/some/path%00",
  "/some/path%0D%0A",
  "/some/path%7F",
  " /some/path",
  "/some/path ",
  "/some/two words",
  "/some/路",
  "/some/\ud800",
  "/some/{id}",
  "/some/{",
  "/some/}path",
  "/some/%",
  "/some/%zz",
  "/some/%E4",
  "/some/%ff%fe",
  "/open/order/refund/cancel/{id}",
  "/open/order/refund/cancel/{refundId}/again",
  "/open/order/refund/cancel/..",
  "/open/order/refund/cancel/%2e",
];

describe.each(clients)("a wrong path by %s", (_, of) => {
  test.each(NO_PATH.map((path) => [inspect(path), path] as const))("is refused: %s", async (_what, path) => {
    const { url, requests } = await serve(ok());
    for (const method of ["GET", "POST"]) {
      const failure = await failureOf(of({ baseUrl: url })(method, path, {}));
      expect(failure).toMatchObject({ kind: "input", attempts: 0, outcome: "not-sent" });
      expect(failure.message).toMatch(/`path` must be a URL's path/);
    }
    expect(requests).toHaveLength(0);
  });

  test.each([
    ["POST", "/open/product/get", "GET /open/product/get", "taobao.products.get"],
    ["PUT", "/alibaba/order/detail", "POST /alibaba/order/detail", "alibaba.orders.get"],
    ["POST", "/open/order/refund/cancel/123", "GET /open/order/refund/cancel/{refundId}", "taobao.refunds.cancel"],
    ["DELETE", "/open/order/refund/cancel/{refundId}", "GET /open/order/refund/cancel/", "taobao.refunds.cancel"],
    ["POST", "/open/order/refund/cancel/", "GET /open/order/refund/cancel/", "taobao.refunds.cancel"],
    // A server may take these for the path of the contract.
    ["POST", "/alibaba/order/detail/", "POST /alibaba/order/detail", "alibaba.orders.get"],
    ["POST", "/Alibaba/Order/Detail", "POST /alibaba/order/detail", "alibaba.orders.get"],
    ["POST", "/open/address/addorupdate/", "POST /open/address/addOrUpdate", "addresses.save"],
    ["GET", "/open/order/refund/CANCEL/123", "GET /open/order/refund/cancel/", "taobao.refunds.cancel"],
    ["GET", "/open/order/refund/cancel/123/", "GET /open/order/refund/cancel/", "taobao.refunds.cancel"],
    ["POST", "/alibaba%2Forder%2fdetail/", "POST /alibaba/order/detail", "alibaba.orders.get"],
  ])("of the contract names the right one: %s %s", async (method, path, right, operation) => {
    const { url, requests } = await serve(ok());
    const failure = await failureOf(of({ baseUrl: url })(method, path, {}, { effect: "read" }));
    expect(failure).toMatchObject({ kind: "input", operation, attempts: 0 });
    expect(failure.message).toContain(`\`path\` must be called as ${right}`);
    expect(requests).toHaveLength(0);
  });
});

describe.each(clients)("a path of the contract by %s", (_, of) => {
  const LONG = "2542285634920880794";

  test.each<[path: string, input: object | undefined, sent: string]>([
    ["{refundId}", { refundId: LONG }, LONG],
    [LONG, undefined, LONG],
    [LONG, {}, LONG],
    [LONG, { refundId: LONG }, LONG],
    [LONG, { refundId: undefined }, LONG],
    ["TQ1", { other: "x" }, "TQ1?other=x"],
    ["a%2Fb%20%E9%80%80", undefined, "a%2Fb%20%E9%80%80"],
    ["100%25", undefined, "100%25"],
    ["%2541", undefined, "%2541"],
    ["a,b;c:d", undefined, "a%2Cb%3Bc%3Ad"],
    ["%7Bid", undefined, "%7Bid"],
  ])("is filled in: %s with %o", async (given, input, sent) => {
    const { url, requests } = await serve(ok({ cancelSuccess: true }));
    const options = { effect: "read", auth: "warehouse", place: "body" };
    await of({ baseUrl: url })("GET", `/open/order/refund/cancel/${given}`, input, options);
    expect(requests).toHaveLength(1);
    const [request] = requests;
    expect(request).toMatchObject({ method: "GET", url: `/open/order/refund/cancel/${sent}`, body: "" });
    expect(request?.headers["signature"]).toBe(request && signatureOf(request));
  });

  test.each<[path: string, input: unknown, name: string]>([
    ["123", { refundId: "124" }, "refundId"],
    ["123", { refundId: 123 }, "refundId"],
    ["123", { refundId: "" }, "refundId"],
    ["123", ["123"], "input"],
    ["123", null, "input"],
    ["", {}, "refundId"],
    ["{refundId}", {}, "refundId"],
    ["{refundId}", undefined, "refundId"],
  ])("is refused if the inputs do not fit: %s with %o", async (given, input, name) => {
    const { url, requests } = await serve(ok());
    const failure = await failureOf(of({ baseUrl: url })("GET", `/open/order/refund/cancel/${given}`, input));
    expect(failure).toMatchObject({ kind: "input", operation: "taobao.refunds.cancel" });
    expect(failure.message).toContain(`\`${name}\` `);
    expect(requests).toHaveLength(0);
  });

  test("has the effect of its operation, whatever the options say", async () => {
    const cancel = { webSite: "1688", orderId: LONG, cancelReason: "other" };
    const { url, requests } = await serve(failing(503, { "retry-after": "0" }));
    const call = of({ baseUrl: url });
    const written = await failureOf(call("POST", "/alibaba/order/cancel", cancel, { effect: "read" }));
    expect(written).toMatchObject({ operation: "alibaba.orders.cancel", attempts: 1 });
    expect(requests[0]?.body).toContain(`"orderId":${LONG}`);
    const order = { webSite: "1688", orderId: LONG };
    const read = await failureOf(call("POST", "/alibaba/order/detail", order, { effect: "write" }));
    expect(read).toMatchObject({ operation: "alibaba.orders.get", attempts: 3 });
    expect(requests[1]?.body).toContain(`"orderId":"${LONG}"`);
  });

  test("is signed as its operation, whatever the options say", async () => {
    const { url, requests } = await serve(json({ whole: 1 }));
    const signWarehouse = () => ({ timestamp: "1", sign: "s" });
    const call = of({ baseUrl: url, signWarehouse });
    expect(await call("POST", "/open/pp/logistics/orderRenderFreight", {}, { auth: "headers" })).toEqual({ whole: 1 });
    expect(requests[0]?.url).toBe("/open/pp/logistics/orderRenderFreight?timestamp=1&sign=s");
  });

  test("has the ids and the second level of its operation", async () => {
    const { url, requests } = await serve(json('{"code":200,"data":{"success":false,"errorCode":"E1"}}'));
    const input = { orderId: 2542285634920880794n, orderEntryIds: ["2542285634921880794", 1n] };
    const failure = await failureOf(of({ baseUrl: url })("POST", "/alibaba/order/receivegoods", input));
    expect(failure).toMatchObject({ kind: "api", operation: "alibaba.orders.confirmReceipt", code: "E1" });
    expect(requests[0]?.body).toBe(`{"orderId":${LONG},"orderEntryIds":[2542285634921880794,1]}`);
  });
});

test.each(Object.entries<OperationInfo>(operationTable))(
  "%s can be called by its method and path",
  async (id, info) => {
    const { url, requests } = await serve(failing(500));
    const signWarehouse = () => ({ timestamp: "1", sign: "s" });
    for (const [, of] of clients) {
      const call = of({ baseUrl: url, signWarehouse, maxRetries: 0 });
      const path = info.path.replaceAll(/\{.+?\}/g, "2542285634920880794");
      const error = await failureOf(call(info.method, path, {}));
      expect(error.operation).toBe(id);
    }
    for (const request of requests) expect(request.method).toBe(info.method);
  },
);

test("a method client gives the response, and the pages of a list", async () => {
  const list = (ids: number[]) => ok({ total: 3, refundOrderAggregates: ids.map((id) => ({ id })) });
  const { url } = await serve(list([1, 2]), list([3]), ok({ id: 1 }));
  const pandapon = createPandaPon({ ...credentials, baseUrl: url });
  const items: unknown[] = [];
  const inputs = { pageNo: 1, pageSize: 2 };
  for await (const item of pandapon.request("POST", "/open/order/refund/queryList", inputs).items()) items.push(item);
  expect(items).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }]);
  const whole = await pandapon.request("GET", "/some/path").withResponse();
  expect(whole).toMatchObject({ data: { id: 1 }, requestId: "r-1", attempts: 1 });
  expect(await whole.response.json()).toMatchObject({ code: 200, data: { id: 1 } });
});

test("a path client gives the whole answer, and its middleware sees the request", async () => {
  const { url, requests } = await serve(ok({ id: 1 }), json({ code: 7, msg: "no" }), ok(2));
  const client = createClient({ ...credentials, baseUrl: url });
  const seen: unknown[] = [];
  client.use({
    onRequest: ({ request, schemaPath }) => {
      seen.push([request.method, request.url, schemaPath]);
      return new Request(request, { headers: { "x-trace": "t-1" } });
    },
    onResponse: ({ response }) => void seen.push(response.ok),
  });
  const own = { onRequest: ({ request }: { request: Request }) => request.headers.set("x-own", "1") };
  const { data } = await client.request("PUT", "/some/path", { id: 1 }, { middleware: [own] });
  expect(data).toMatchObject({ requestId: "r-1", code: 200, data: { id: 1 } });
  const failed = await client.request("DELETE", "/some/path", { a: "b" }, { place: "query" });
  expect(failed.error).toMatchObject({ kind: "api", code: "7", operation: "DELETE /some/path" });
  expect(failed.response.status).toBe(200);
  await client.request("GET", "/open/order/refund/cancel/1");
  expect(seen).toEqual([
    ["PUT", `${url}/some/path`, "/some/path"],
    true,
    ["DELETE", `${url}/some/path?a=b`, "/some/path"],
    false,
    ["GET", `${url}/open/order/refund/cancel/1`, "/open/order/refund/cancel/{refundId}"],
    true,
  ]);
  expect(requests[0]).toMatchObject({ body: '{"id":1}', headers: { "x-trace": "t-1", "x-own": "1" } });
  expect(requests[1]).toMatchObject({ method: "DELETE", url: "/some/path?a=b", body: "" });
  expect(requests[1]?.headers).not.toHaveProperty("x-own");
});

describe("a table of one's own", () => {
  const info = (method: "GET" | "POST", path: string): OperationInfo => ({
    method,
    path,
    effect: "read",
    request: { orderId: "s" },
    response: {},
    envelope: false,
    result: "",
  });
  const table = {
    "shop.orders.get": info("GET", "/shop/order/{orderId}"),
    "shop.orders.list": info("GET", "/shop/order/list"),
    "shop.orders.line": info("GET", "/shop/order/{orderId}/line/{lineId}"),
    "shop.orders.save": info("POST", "/shop/order/{orderId}"),
    "shop.upper.get": info("GET", "/shop/A.B"),
    "shop.lower.get": info("GET", "/shop/a.b"),
  };
  const called = async (method: string, path: string): Promise<PandaPonError[]> => {
    const options = { ...credentials, baseUrl: "http://127.0.0.1", fetch: () => Promise.reject(new Error("sent")) };
    const parts = { request: anyRequest };
    const clients = [createPandaPonOf(options, table, parts), createClientOf(options, table, parts)] as unknown[];
    return Promise.all(clients.map((client) => failureOf((client as { request: AnyCall }).request(method, path))));
  };

  test.each([
    ["GET", "/shop/order/2542285634920880794", "shop.orders.get", "network"],
    ["POST", "/shop/order/1", "shop.orders.save", "network"],
    ["GET", "/shop/order/1/line/2", "shop.orders.line", "network"],
    ["GET", "/shop/order/list", "shop.orders.list", "network"],
    ["GET", "/shop/A.B", "shop.upper.get", "network"],
    ["GET", "/shop/a.b", "shop.lower.get", "network"],
    ["GET", "/shop/axb", "GET /shop/axb", "network"],
    ["GET", "/shop/order", "GET /shop/order", "network"],
    // The id of the path is checked like any other.
    ["GET", "/shop/order/abc", "shop.orders.get", "input"],
    ["GET", "/shop/order/9223372036854775808", "shop.orders.get", "input"],
    // A path of its own has other methods than a template that fits.
    ["POST", "/shop/order/list", "shop.orders.list", "input"],
  ])("%s %s is %s, and ends with %s", async (method, path, operation, kind) => {
    for (const error of await called(method, path)) expect(error).toMatchObject({ operation, kind });
  });
});
