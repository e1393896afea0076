// How answers are judged. Calls by method and by path judge them alike.
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { createClient, createPandaPon, operationTable, type OperationInfo } from "../../dist/src/index.js";
import { credentials, faces, type Operation } from "../support/calls.js";
import { json, ok, serve, text, type Handler } from "../support/server.js";

const html = "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
const page = text(html, "text/html; charset=utf-8");
const JSON_TYPE = "application/json";
const confirm: Operation = "alibaba.orders.confirmReceipt";
const cancel: Operation = "taobao.refunds.cancel";

/** An operation, what the server answers, and the whole answer that the call gives. */
const SUCCESSES: [what: string, operation: Operation, handler: Handler, value: unknown][] = [
  ["`code` 200", "alibaba.orders.get", json({ code: 200, data: 1 }), { code: 200, data: 1 }],
  ["`code` 200 as text", "alibaba.orders.get", json({ code: "200", data: 1 }), { code: "200", data: 1 }],
  ["`code` 200 with a point", "alibaba.orders.get", json('{"code":200.0,"data":1}'), { code: 200, data: 1 }],
  ["`code` 200 as text with blanks", "alibaba.orders.get", json({ code: " 200\n", data: 1 }), { data: 1 }],
  ["`code` 200 with HTTP 201", "alibaba.orders.get", json({ code: 200, data: 1 }, 201), { code: 200, data: 1 }],
  ["white space around the JSON", "alibaba.orders.get", text(' \r\n{"code":200,"data":1}\n', JSON_TYPE), { data: 1 }],
  ["an empty object as data", "alibaba.orders.get", json({ code: 200, data: {} }), { code: 200, data: {} }],
  ["no data where it may be anything", "taobao.cart.add", json({ code: 200 }), { code: 200 }],
  ["no data where it is a flag", "alibaba.cart.updateQuantity", json({ code: 200 }), { code: 200 }],
  ["no data where it is text", "taobao.orders.getChatLink", json({ code: 200 }), { code: 200 }],
  ["no data where no member is known", "taobao.refunds.submitMessage", json({ code: 200 }), { code: 200 }],
  ["null where the contract allows it", "alibaba.orders.create", json({ code: 200, data: null }), { data: null }],
  ["a second level that is true", confirm, ok({ success: true }), { code: 200, data: { success: true } }],
  ["data without the second level", confirm, json({ code: 200, data: {} }), { code: 200, data: {} }],
  ["a second level that is null", confirm, json({ code: 200, data: { success: null } }), { code: 200 }],
  ["another operation's flag", confirm, json({ code: 200, data: { cancelSuccess: false } }), { code: 200 }],
  ["`cancelSuccess` that is true", cancel, ok({ cancelSuccess: true }), { data: { cancelSuccess: true } }],
  ["no `cancelSuccess`", cancel, ok({ success: false }), { data: { success: false } }],
  ...["", "no", "FAIL", 1, -1, {}, [], [0], [false], { success: false }].map((success): (typeof SUCCESSES)[number] => [
    `a second level that is ${JSON.stringify(success)}`,
    confirm,
    ok({ success }),
    { data: { success } },
  ]),
  ...["application/hal+json", "text/plain;charset=UTF-8", "text/html", "application/octet-stream", "x", undefined].map(
    (type): (typeof SUCCESSES)[number] => [
      `JSON with the content type ${String(type)}`,
      "alibaba.orders.get",
      text('{"code":200,"data":1}', type),
      { code: 200, data: 1 },
    ],
  ),
];

interface Facts {
  kind: string;
  code?: string;
  msg?: string;
  requestId?: string;
  status: number;
  /** `unknown` if it is not given. */
  outcome?: "refused";
}

/** An operation, what the server answers, the facts of the error, and how its message ends. */
const FAILURES: [what: string, operation: Operation, handler: Handler, facts: Facts, message: string][] = [
  [
    "another `code` on HTTP 200",
    "alibaba.orders.get",
    json({ requestId: "r-7", code: 500, msg: "系统异常", data: null }),
    { kind: "api", code: "500", msg: "系统异常", requestId: "r-7", status: 200, outcome: "refused" },
    "code 500: 系统异常",
  ],
  [
    "an unknown `code`",
    "alibaba.orders.get",
    json({ code: -987654, msg: "" }),
    { kind: "api", code: "-987654", status: 200, outcome: "refused" },
    "code -987654",
  ],
  [
    "a `code` beyond 2^53",
    "alibaba.orders.get",
    json('{"code":9007199254740993}'),
    { kind: "api", code: "9007199254740993", status: 200, outcome: "refused" },
    "code 9007199254740993",
  ],
  [
    "a `code` that is text",
    "alibaba.orders.get",
    json({ code: "ISV_NOT_ALLOWED", msg: "no" }),
    { kind: "api", code: "ISV_NOT_ALLOWED", msg: "no", status: 200, outcome: "refused" },
    "code ISV_NOT_ALLOWED: no",
  ],
  [
    "a `code` that is null",
    "alibaba.orders.get",
    json({ code: null }),
    { kind: "decode", status: 200 },
    'the answer has no `code` (HTTP 200, application/json;charset=UTF-8): {"code":null}',
  ],
  [
    "a `code` that is neither number nor text",
    "alibaba.orders.get",
    json({ code: [200] }),
    { kind: "decode", status: 200 },
    'the answer has no `code` (HTTP 200, application/json;charset=UTF-8): {"code":[200]}',
  ],
  [
    "another `code` on HTTP 500",
    "alibaba.orders.get",
    json({ requestId: "r-8", code: 10001, msg: "busy" }, 500),
    { kind: "api", code: "10001", msg: "busy", requestId: "r-8", status: 500 },
    "code 10001: busy",
  ],
  [
    "another `code` on HTTP 404",
    "alibaba.orders.get",
    json({ code: 404, msg: "no such order" }, 404),
    { kind: "api", code: "404", msg: "no such order", status: 404, outcome: "refused" },
    "code 404: no such order",
  ],
  [
    "`code` 200 on HTTP 500",
    "alibaba.orders.get",
    json({ code: 200, msg: "success" }, 500),
    { kind: "http", msg: "success", status: 500 },
    "HTTP 500: success",
  ],
  [
    "HTTP 404 with JSON of another shape",
    "alibaba.orders.get",
    json({ timestamp: 1733474179000, status: 404, error: "Not Found" }, 404),
    { kind: "http", status: 404, outcome: "refused" },
    "HTTP 404",
  ],
  [
    "a second level that is false",
    confirm,
    json({
      requestId: "r-9",
      code: 200,
      msg: "success",
      data: { success: false, errorCode: "ORDER_STATUS", errorInfo: "not shipped" },
    }),
    { kind: "api", code: "ORDER_STATUS", msg: "not shipped", requestId: "r-9", status: 200, outcome: "refused" },
    "`/data/success` is false: not shipped",
  ],
  [
    "a second level that is false and has no message of its own",
    confirm,
    json({ code: 200, msg: "m", data: { success: false, errorCode: null, errorInfo: null } }),
    { kind: "api", msg: "m", status: 200, outcome: "refused" },
    "`/data/success` is false: m",
  ],
  [
    "`cancelSuccess` that is false",
    cancel,
    json({ code: 200, data: { cancelSuccess: false } }),
    { kind: "api", status: 200, outcome: "refused" },
    "`/data/cancelSuccess` is false",
  ],
  [
    "JSON without `code`",
    "alibaba.orders.get",
    json({ data: 1 }),
    { kind: "decode", status: 200 },
    'the answer has no `code` (HTTP 200, application/json;charset=UTF-8): {"data":1}',
  ],
  [
    "JSON that is a list",
    "alibaba.orders.get",
    json([{ code: 200 }]),
    { kind: "decode", status: 200 },
    'the answer has no `code` (HTTP 200, application/json;charset=UTF-8): [{"code":200}]',
  ],
  [
    "JSON that is null",
    "alibaba.orders.get",
    json("null"),
    { kind: "decode", status: 200 },
    "the answer has no `code` (HTTP 200, application/json;charset=UTF-8): null",
  ],
  [
    "malformed JSON",
    "alibaba.orders.get",
    json('{"code":200,'),
    { kind: "decode", status: 200 },
    'the answer is not JSON (HTTP 200, application/json;charset=UTF-8): {"code":200,',
  ],
  [
    "malformed JSON with a long id",
    "alibaba.orders.get",
    json('{"code":200,"data":2542285634920880794'),
    { kind: "decode", status: 200 },
    'the answer is not JSON (HTTP 200, application/json;charset=UTF-8): {"code":200,"data":2542285634920880794',
  ],
  [
    "an HTML page on HTTP 200",
    "alibaba.orders.get",
    page,
    { kind: "decode", status: 200 },
    `the answer is not JSON (HTTP 200, text/html; charset=utf-8): ${html}`,
  ],
  [
    "an HTML page on HTTP 502",
    "alibaba.orders.get",
    text(html, "text/html", 502),
    { kind: "decode", status: 502 },
    `the answer is not JSON (HTTP 502, text/html): ${html}`,
  ],
  [
    "an HTML page with a JSON content type",
    "alibaba.orders.get",
    json(html),
    { kind: "decode", status: 200 },
    `the answer is not JSON (HTTP 200, application/json;charset=UTF-8): ${html}`,
  ],
  [
    "an empty body",
    "alibaba.orders.get",
    text("", JSON_TYPE),
    { kind: "decode", status: 200 },
    "the answer is empty (HTTP 200, application/json): ",
  ],
  [
    "an empty body with a content-length",
    "alibaba.orders.get",
    text("", undefined, 200, { "content-length": "0" }),
    { kind: "decode", status: 200 },
    "the answer is empty (HTTP 200, no content type): ",
  ],
  [
    "HTTP 204",
    "alibaba.orders.get",
    text("", undefined, 204),
    { kind: "decode", status: 204 },
    "the answer is empty (HTTP 204, no content type): ",
  ],
  [
    "a body that is not UTF-8",
    "alibaba.orders.get",
    text(Buffer.from([0x7b, 0xff, 0x7d]), JSON_TYPE),
    { kind: "decode", status: 200 },
    "the answer is not JSON (HTTP 200, application/json): {\ufffd}",
  ],
  [
    "a status that HTTP does not define",
    "alibaba.orders.get",
    json({ code: 5, msg: "odd" }, 799),
    { kind: "api", code: "5", msg: "odd", status: 799 },
    "code 5: odd",
  ],
];

describe.each(faces)("%s", (name, face) => {
  test.each(SUCCESSES)("succeeds: %s", async (_, operation, handler, value) => {
    const { url } = await serve(handler);
    const outcome = await face({ baseUrl: url }, operation, { refundId: "1" });
    expect(outcome).toMatchObject({ error: undefined, value });
  });

  test.each(FAILURES)("fails: %s", async (_, operation, handler, facts, message) => {
    const { url, requests } = await serve(handler);
    const { error, thrown } = await face({ baseUrl: url, maxRetries: 0 }, operation, { refundId: "1" });
    expect(thrown).toBe(name === "a method call");
    expect({ ...error }).toEqual({
      code: undefined,
      msg: undefined,
      requestId: undefined,
      outcome: "unknown",
      checkWith: (operationTable[operation] as OperationInfo).checkWith,
      ...facts,
      operation,
      attempts: 1,
    });
    expect(error?.message).toBe(`${operation}: ${message}`);
    expect(requests).toHaveLength(1);
  });

  test("shows the first 200 characters of a body that is not JSON", async () => {
    const { url } = await serve(text(`${"字".repeat(200)}rest`, "text/html; charset=utf-8"));
    const { error } = await face({ baseUrl: url }, "alibaba.orders.get");
    expect(error?.message.endsWith(`: ${"字".repeat(200)}`)).toBe(true);
  });

  test.each([301, 302, 303, 307, 308])("does not follow HTTP %i", async (status) => {
    const elsewhere = await serve(ok("elsewhere"));
    const { url, requests } = await serve(json({}, status, { location: `${elsewhere.url}/alibaba/order/detail` }));
    const { error } = await face({ baseUrl: url }, "alibaba.orders.get");
    expect(error).toMatchObject({ kind: "http", status, attempts: 1, outcome: "refused" });
    expect([requests.length, elsewhere.requests.length]).toEqual([1, 0]);
  });

  test.each<[string, Handler]>([
    ["compressed", text(gzipSync('{"code":200,"data":"T恤"}'), JSON_TYPE, 200, { "content-encoding": "gzip" })],
    [
      "without a length, in chunks that split a character",
      (response) => {
        const bytes = Buffer.from('{"code":200,"data":"T恤"}');
        const middle = bytes.indexOf("恤") + 1;
        response.writeHead(200, { "content-type": JSON_TYPE });
        response.write(bytes.subarray(0, middle), () => setImmediate(() => response.end(bytes.subarray(middle))));
      },
    ],
  ])("reads an answer that comes %s", async (_, handler) => {
    const { url } = await serve(handler);
    expect((await face({ baseUrl: url }, "alibaba.orders.get")).value).toEqual({ code: 200, data: "T恤" });
  });

  test("fails if a compressed answer is cut short", async () => {
    const half = gzipSync('{"code":200,"data":"T恤"}').subarray(0, 30);
    const { url } = await serve(text(half, JSON_TYPE, 200, { "content-encoding": "gzip" }));
    const { error } = await face({ baseUrl: url, maxRetries: 0 }, "alibaba.orders.get");
    expect(error).toMatchObject({ kind: "decode", attempts: 1 });
  });

  test("reads 10 MB with every digit", async () => {
    const first = 2542285634920880000n;
    const count = 105_000;
    const items = Array.from(
      { length: count },
      (_, index) =>
        `{"id":${first + BigInt(index)},"note":"1234567890123456, \\"7\\": 12345678901234567 恤","price":19.90}`,
    );
    const body = `{"code":200,"data":[${items.join(",")}]}`;
    expect(Buffer.byteLength(body)).toBeGreaterThan(10_000_000);
    const { url } = await serve(json(body));
    const { value } = await face({ baseUrl: url }, "alibaba.orders.get");
    const { data } = value as { data: object[] }; // as the server sent
    expect(data).toHaveLength(count);
    const wrong = data.filter((item, index) => {
      const { id, note, price } = item as { id: unknown; note: unknown; price: unknown };
      return (
        id !== String(first + BigInt(index)) || note !== '1234567890123456, "7": 12345678901234567 恤' || price !== 19.9
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe("the response of a path call", () => {
  const body = '{"code":200,"data":2542285634920880794, "more":[9007199254740993]}';
  const failedBody = '{"code":500,"data":2542285634920880794}';
  const whole = { code: 200, data: "2542285634920880794", more: ["9007199254740993"] };

  test.each<[string, Handler]>([
    ["with a length", text(body, JSON_TYPE, 200, { "content-length": String(body.length), "x-trace": "t-1" })],
    ["without a length", text(body, JSON_TYPE, 200, { "x-trace": "t-1" })],
    ["compressed", text(gzipSync(body), JSON_TYPE, 200, { "content-encoding": "gzip", "x-trace": "t-1" })],
  ])("can be read again, with every digit: %s", async (_, handler) => {
    const { url } = await serve(handler);
    const client = createClient({ ...credentials, baseUrl: url });
    const { data, response } = await client.POST("/alibaba/order/detail", { body: { webSite: "1688" } });
    expect(data).toEqual(whole);
    expect(await response.json()).toEqual(whole);
    const clone = response.clone();
    expect(await clone.json()).toEqual(whole);
    expect(await clone.text()).toBe(body);
    expect(await response.text()).toBe(body);
    expect(await response.clone().text()).toBe(body);
    for (const one of [response, clone]) {
      expect(one).toBeInstanceOf(Response);
      expect(one).toMatchObject({ ok: true, status: 200, url: `${url}/alibaba/order/detail` });
      expect(one.headers.get("x-trace")).toBe("t-1");
    }
  });

  test("is also given if the call failed, and is not ok", async () => {
    const { url } = await serve(json(failedBody));
    const client = createClient({ ...credentials, baseUrl: url });
    const { data, error, response } = await client.POST("/alibaba/order/detail", { body: { webSite: "1688" } });
    expect(data).toBe(undefined);
    expect(error).toMatchObject({ kind: "api", code: "500" });
    expect(response).toMatchObject({ ok: false, status: 200 });
    expect(await response.clone().json()).toEqual({ code: 500, data: "2542285634920880794" });
    expect(await response.text()).toBe(failedBody);
  });

  test.each([201, 204, 302, 404, 503, 799])("has the status of the answer: %i", async (status) => {
    const { url } = await serve(json(status === 204 ? "" : failedBody, status, { "x-trace": "t-1" }));
    const client = createClient({ ...credentials, baseUrl: url, maxRetries: 0 });
    const { response } = await client.POST("/alibaba/order/detail", { body: { webSite: "1688" } });
    expect(response.status).toBe(status);
    expect(response.clone().status).toBe(status);
    expect(response.headers.get("x-trace")).toBe("t-1");
    expect(await response.text()).toBe(status === 204 ? "" : failedBody);
  });

  test("is the same for a method call", async () => {
    const { url } = await serve(json(body));
    const pandapon = createPandaPon({ ...credentials, baseUrl: url });
    const { response, data, attempts } = await pandapon.alibaba.orders.get({ webSite: "1688" }).withResponse();
    expect([data, attempts]).toEqual(["2542285634920880794", 1]);
    expect(await response.json()).toEqual(whole);
    expect(await response.text()).toBe(body);
  });
});

test("a response can be requested twice, and its bytes can be read", async () => {
  const { url } = await serve(ok({ id: "恤" }));
  const call = createPandaPon({ ...credentials, baseUrl: url }).alibaba.orders.get({ webSite: "1688", orderId: "1" });
  const { response } = await call.withResponse();
  const again = (await call.withResponse()).response;
  expect(new TextDecoder().decode(await response.arrayBuffer())).toBe(await again.text());
  expect(await again.clone().json()).toMatchObject({ data: { id: "恤" } });
  expect(await new Response(again.clone().body).json()).toMatchObject({ data: { id: "恤" } });
});
