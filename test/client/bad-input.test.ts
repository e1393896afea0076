// Invalid input is refused before anything is sent. The error names the option or field.
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createClient, createPandaPon, operationTable, PandaPonError } from "../../dist/src/index.js";
import type { CallOptions, ClientOptions, OperationInfo } from "../../dist/src/index.js";
import { credentials, faces, failureOf, type Operation } from "../support/calls.js";
import { inChild } from "../support/child.js";
import { plainData, plainName } from "../support/plain-data.js";
import { positionsIn } from "../support/positions.js";
import { same } from "../support/same.js";
import { ok, serve } from "../support/server.js";

/** @returns what a function throws */
function thrownBy(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

const creators: [string, (options: ClientOptions) => unknown][] = [
  ["createPandaPon", createPandaPon],
  ["createClient", createClient],
];

/** Values that plain JavaScript may pass. */
const wrong = (name: keyof ClientOptions | keyof CallOptions, ...values: unknown[]): [string, string, unknown][] =>
  values.map((value) => [name, inspect(value), value]);

describe.each(creators)("%s", (_, create) => {
  test.each([
    ...wrong("accessKey", undefined, "", " ", "key\n", "ключ", 5, {}),
    ...wrong("accessSecret", undefined, "", "two words", 5),
    ...wrong("userId", undefined, "", "1\r\nx-evil: 1", 2100007341207, 5n),
    ...wrong(
      "baseUrl",
      "",
      "/api",
      "api.pandapon.com",
      "ftp://host",
      "file:///etc",
      "javascript:0",
      "https://",
      5,
      null,
    ),
    ...wrong("baseUrl", "https://user@host", "https://:pass@host", "https://host?a=1", "https://host/#a"),
    ...wrong("timeoutMs", 0, -1, -Infinity, NaN, 2 ** 31, 1e12, "soon", null, {}),
    ...wrong("maxRetries", -1, 1.5, NaN, Infinity, "2", null),
    ...wrong("timestampUnit", "m", "", 5, null),
    ...wrong("fetch", "fetch", 5, null, {}),
    ...wrong("now", 5, null),
    ...wrong("nonce", "nonce", null),
    ...wrong("onRequest", "log", null),
    ...wrong("onResponse", true),
    ...wrong("onRetry", {}),
    ...wrong("signWarehouse", { timestamp: "1", sign: "s" }),
  ])("refuses %s: %s", (name, _, value) => {
    const error = thrownBy(() => create({ ...credentials, [name]: value }));
    expect(error).toBeInstanceOf(PandaPonError);
    expect(error).toMatchObject({ kind: "input", attempts: 0 });
    expect(error).toHaveProperty("message", expect.stringMatching(new RegExp(`^\`${name}\` (is missing: |must )`)));
  });
});

const LOST = 2542285634920880794;
type Refused = [operation: Operation, inputs: Record<string, unknown>, name: string];

/** An operation, invalid inputs, and the name in the message. */
const REFUSED: Refused[] = [
  ...[
    "12a",
    " 1",
    "1 ",
    "1.0",
    "1e5",
    "0x1",
    "+1",
    "01",
    "-0",
    "-",
    "",
    "१",
    "9223372036854775808",
    "9".repeat(20),
  ].map((id): Refused => ["alibaba.orders.cancel", { orderId: id }, "orderId"]),
  ...[
    1.5,
    NaN,
    Infinity,
    2 ** 53,
    -(2 ** 53),
    1e300,
    2n ** 63n,
    -(2n ** 63n) - 1n,
    true,
    {},
    [],
    ["1"],
    Symbol("1"),
  ].map((id): Refused => ["alibaba.orders.cancel", { orderId: id }, "orderId"]),
  ["alibaba.refunds.create", { orderId: "1", orderEntryIds: ["1", "2", "x"] }, "orderEntryIds[2]"],
  ["alibaba.orders.create", { cargoParamList: [{ offerId: 1 }, { offerId: 1.5 }] }, "cargoParamList[1].offerId"],
  ["taobao.products.get", { itemId: "12a" }, "itemId"],
  ["taobao.products.get", { itemId: 2 ** 60 }, "itemId"],
  ["taobao.refunds.get", { refundId: { id: 1 } }, "refundId"],
  ["taobao.refunds.get", { refundId: "\ud800" }, "refundId"],
  ["taobao.refunds.cancel", {}, "refundId"],
  ...["", ".", "..", null, undefined, "\ud800", "a\udc00b", {}, ["1"]].map((id): Refused => [
    "taobao.refunds.cancel",
    { refundId: id },
    "refundId",
  ]),
  // A number that has lost digits, in every place.
  ["taobao.refunds.cancel", { refundId: LOST }, "refundId"],
  ["taobao.refunds.get", { refundId: LOST }, "refundId"],
  ["taobao.products.get", { itemId: LOST }, "itemId"],
  ["alibaba.orders.get", { orderId: LOST }, "orderId"],
  ["alibaba.orders.get", { webSite: -(2 ** 53) }, "webSite"],
  ["alibaba.orders.get", { unknown: [{ id: LOST }] }, "unknown[0].id"],
  ["alibaba.orders.payBatch", { orderIds: ["1", LOST] }, "orderIds[1]"],
  [
    "alibaba.orders.create",
    { cargoParamList: [{ offerId: 1, specId: "a", quantity: 1e21 }] },
    "cargoParamList[0].quantity",
  ],
  ["taobao.orders.create", { orderLineList: [{ itemId: LOST }] }, "orderLineList[0].itemId"],
  ["taobao.orders.create", { receiver: { zip: LOST } }, "receiver.zip"],
  ["alibaba.refunds.create", { applyPayment: 2 ** 53 }, "applyPayment"],
  // What JSON.stringify would replace or leave out without a word.
  ...[
    NaN,
    Infinity,
    -Infinity,
    new Date(NaN),
    () => 1,
    Symbol("1"),
    new Map(),
    new Set(["1"]),
    new Uint8Array(1),
  ].flatMap((value): Refused[] => [
    ["taobao.refunds.cancel", { refundId: value }, "refundId"],
    ["taobao.refunds.get", { refundId: value }, "refundId"],
    ["alibaba.refunds.create", { applyPayment: value }, "applyPayment"],
    ["alibaba.refunds.create", { orderEntryIds: value }, "orderEntryIds"],
    ["alibaba.refunds.create", { vouchers: ["a", value] }, "vouchers[1]"],
    ["alibaba.refunds.create", { unknown: { deep: value } }, "unknown.deep"],
    ["alibaba.orders.create", { addressParam: value }, "addressParam"],
    ["taobao.orders.create", { orderLineList: value }, "orderLineList"],
    ["taobao.orders.create", { receiver: { name: value } }, "receiver.name"],
  ]),
  ["alibaba.refunds.create", { vouchers: ["a", undefined] }, "vouchers[1]"],
  ["alibaba.refunds.create", { orderEntryIds: [, "1"] }, "orderEntryIds[0]"],
  ["taobao.orders.create", { orderLineList: [undefined] }, "orderLineList[0]"],
  ["alibaba.orders.create", { addressParam: new URLSearchParams("fullName=A") }, "addressParam"],
  ["alibaba.orders.create", { cargoParamList: new Set([{ offerId: 1 }]).values() }, "cargoParamList"],
  ["alibaba.orders.create", { addressParam: Promise.resolve({}) }, "addressParam"],
  ["alibaba.products.searchByImage", { imageBase64: Buffer.from("a") }, "imageBase64"],
  // A fraction in a whole number.
  ...[19.9, 5e-324, Object(0.5)].flatMap((value): Refused[] => [
    ["alibaba.refunds.create", { applyPayment: value }, "applyPayment"],
    ["alibaba.refunds.create", { orderEntryCountList: [{ id: 1, count: value }] }, "orderEntryCountList[0].count"],
    ["taobao.orders.create", { purchaseAmount: value }, "purchaseAmount"],
    ["alibaba.products.search", { pageSize: value }, "pageSize"],
    ["taobao.refunds.list", { refundStartTime: value }, "refundStartTime"],
  ]),
  // A member that must be there.
  ["alibaba.orders.create", { addressParam: {} }, "addressParam.address"],
  ["alibaba.orders.create", { cargoParamList: [{ offerId: 1, specId: "a" }] }, "cargoParamList[0].quantity"],
  ["alibaba.orders.preview", { cargoParamList: [{ quantity: 1 }, {}] }, "cargoParamList[1].quantity"],
  ["freight.preview", { renderItems: [{ itemId: "1", quantity: 1, freightInfo: {} }] }, "renderItems[0].skuId"],
  ["taobao.refunds.get", { refundId: null }, "refundId"],
];

/** Every input that must be there at all events, by operation. */
const REQUIRED = Object.entries<OperationInfo>(operationTable).map(([operation, { request, path }]) => {
  const inPath = [...path.matchAll(/\{(.+?)\}/g)].map(([, name = ""]) => name);
  const others = (positionsIn(request).required ?? [])
    .filter((pointer) => !pointer.includes("/", 1))
    .map((pointer) => pointer.slice(1));
  // The key of the table is an operationId.
  return [operation as Operation, [...inPath, ...others]] as const;
});

describe.each(faces)("%s", (_, face) => {
  test.each(REFUSED.map(([operation, inputs, name]) => [operation, name, inspect(inputs), inputs] as const))(
    "of %s refuses %s of %s",
    async (operation, name, _, inputs) => {
      const { url, requests } = await serve(ok());
      const { error, thrown } = await face({ baseUrl: url }, operation, inputs);
      expect(thrown).toBe(true);
      expect(error).toMatchObject({ kind: "input", operation, attempts: 0 });
      expect(error?.message.startsWith(`${operation}: \`${name}\` `)).toBe(true);
      expect(requests).toHaveLength(0);
    },
  );

  test.each(REQUIRED.filter(([, names]) => names.length > 0))("of %s needs each of %j", async (operation, names) => {
    const { url, requests } = await serve(ok());
    for (const name of names) {
      const { error } = await face({ baseUrl: url }, operation, { [name]: undefined });
      expect(error).toMatchObject({ kind: "input", operation, attempts: 0, outcome: "not-sent" });
      expect(error?.message).toContain(`: \`${name}\` is missing: it is `);
    }
    expect(requests).toHaveLength(0);
  });

  test("says what an amount must be", async () => {
    const { error } = await face({}, "alibaba.refunds.create", { applyPayment: 19.9 });
    expect(error?.message).toBe("alibaba.refunds.create: `applyPayment` is in fen, a whole number");
  });

  test("sends a text, a null and a bigint as they are", async () => {
    const { url, requests } = await serve(ok());
    const inputs = { webSite: null, orderId: 2542285634920880794n, unknown: [5n, "19.9", 10n ** 30n], note: undefined };
    expect(await face({ baseUrl: url }, "alibaba.orders.get", inputs)).toMatchObject({ error: undefined });
    expect(requests[0]?.body).toBe(
      `{"webSite":null,"orderId":"2542285634920880794","unknown":[5,"19.9",1${"0".repeat(30)}]}`,
    );
  });

  test("sends what JSON.stringify writes", async () => {
    const { url, requests } = await serve(ok());
    const declared = ["offerId", "country", "outMemberId"];
    const inputs = fc.dictionary(
      plainName.filter((name) => !declared.includes(name)),
      plainData,
    );
    await fc.assert(
      fc.asyncProperty(inputs, async (given) => {
        same((await face({ baseUrl: url }, "alibaba.products.get", given)).error, undefined);
        same(requests.at(-1)?.body, JSON.stringify(given));
      }),
      { numRuns: 300 },
    );
  });

  test("fails with kind `input` if JSON.stringify fails", async () => {
    const { url, requests } = await serve(ok());
    const fails = (thrown: unknown) => () => {
      throw thrown;
    };
    const own = new Error("their own");
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 1);
    for (const [value, cause] of [
      [{ toJSON: fails(own) }, own],
      [{ toJSON: fails(null) }, null],
      [[{ toJSON: fails("text") }], "text"],
      [Object.defineProperty({}, "n", { get: fails(own), enumerable: true }), own],
      [new Proxy({}, { ownKeys: fails(own) }), own],
      [circle, expect.any(TypeError)],
      [deep, expect.any(RangeError)],
    ]) {
      for (const operation of ["alibaba.orders.get", "alibaba.orders.cancel"] as const) {
        const { error } = await face({ baseUrl: url }, operation, { webSite: value });
        expect(error).toMatchObject({ kind: "input", operation, attempts: 0, outcome: "not-sent" });
        expect(error?.message).toBe(`${operation}: \`webSite\` cannot be read`);
        expect(error?.cause).toEqual(cause);
      }
    }
    expect(requests).toHaveLength(0);
  });

  test.each([
    ...wrong("timeoutMs", 0, -1, NaN, 2 ** 31, "soon"),
    ...wrong("maxRetries", -1, 0.5, NaN, Infinity, "1"),
    ...wrong("signal", {}, "signal", 5, new AbortController()),
    ...wrong("userId", "", "two words", "1\r\nx-evil: 1", 5),
    ...wrong(
      "headers",
      5,
      true,
      () => undefined,
      { "x-trace": "two\nlines" },
      { "two words": "x" },
      { "x-trace": "恤" },
      [["x-trace"]],
    ),
  ])("refuses the option %s of a call: %s", async (name, _, value) => {
    const { url, requests } = await serve(ok());
    const { error, thrown } = await face({ baseUrl: url }, "alibaba.orders.get", {}, { [name]: value });
    expect(thrown).toBe(true);
    expect(error).toMatchObject({ kind: "input", operation: "alibaba.orders.get", attempts: 0 });
    expect(error?.message.startsWith(`alibaba.orders.get: \`${name}\` must `)).toBe(true);
    expect(requests).toHaveLength(0);
  });

  test.each(["/?", "/#", "?#", "//"])("accepts a base URL that ends in %s", async (end) => {
    const { url, requests } = await serve(ok());
    expect(await face({ baseUrl: url + end }, "alibaba.orders.get")).toMatchObject({ error: undefined });
    expect(requests.map(({ url }) => url)).toEqual(["/alibaba/order/detail"]);
  });

  test.each([
    [{ now: () => NaN }, "now"],
    [{ nonce: () => "" }, "nonce"],
    [{ nonce: () => "two\nlines" }, "nonce"],
  ])("refuses a clock or a nonce function that returns an invalid value: %o", async (options, name) => {
    const { url, requests } = await serve(ok());
    const { error } = await face({ baseUrl: url, ...options }, "alibaba.orders.get");
    expect(error).toMatchObject({ kind: "input", operation: "alibaba.orders.get" });
    expect(error?.message).toContain(`\`${name}\` must `);
    expect(requests).toHaveLength(0);
  });
});

describe("inputs that are not an object", () => {
  const values = [
    ...[["1"], [], "text", 5, 5n, true, () => undefined, null, Symbol("a"), new Date(0), new Map(), new Set()],
    ...[Buffer.from("{}"), new URLSearchParams(), Promise.resolve({}), { toJSON: () => null }, { toJSON: () => [] }],
  ].map((value) => [inspect(value), value] as const);

  test.each(values)("are refused by a method: %s", async (_, value) => {
    const { url, requests } = await serve(ok());
    const { get } = createPandaPon({ ...credentials, baseUrl: url }).alibaba.orders;
    const error = await failureOf(get(value as unknown as Parameters<typeof get>[0]));
    expect(error).toMatchObject({ kind: "input", operation: "alibaba.orders.get" });
    expect(error.message).toBe("alibaba.orders.get: `input` must be an object of the operation's inputs");
    expect(requests).toHaveLength(0);
  });

  test.each(values)("are refused as the body of a path call: %s", async (_, value) => {
    const { url, requests } = await serve(ok());
    const client = createClient({ ...credentials, baseUrl: url });
    const error = await failureOf(client.POST("/alibaba/order/detail", { body: value as unknown as { webSite: "" } }));
    expect(error).toMatchObject({ kind: "input", operation: "alibaba.orders.get" });
    expect(error.message).toBe("alibaba.orders.get: `body` must be an object of the operation's inputs");
    expect(requests).toHaveLength(0);
  });
});

describe("inputs with toJSON", () => {
  class Query {
    #pageSize = 2;
    toJSON(): object {
      return { pageSize: this.#pageSize, purchaseOrderId: 7n };
    }
  }

  test("are what it returns, on both faces", async () => {
    const { url, requests } = await serve(ok());
    const input = new Query() as unknown as { pageSize: 2 };
    await createPandaPon({ ...credentials, baseUrl: url }).taobao.refunds.list(input);
    const client = createClient({ ...credentials, baseUrl: url });
    await client.POST("/open/order/refund/queryList", { body: input });
    const params = { query: { toJSON: () => ({ itemId: 7n }) } as unknown as { itemId: "7" } };
    await client.GET("/open/product/get", { params });
    expect(requests.map(({ body, url }) => body || url)).toEqual([
      '{"pageSize":2,"purchaseOrderId":"7"}',
      '{"pageSize":2,"purchaseOrderId":"7"}',
      "/open/product/get?itemId=7",
    ]);
  });

  test("are used for each page of a list, and asked once", async () => {
    const record = (id: number) => ok({ total: 2, refundOrderAggregates: [{ refundOrder: { refundId: `${id}` } }] });
    const { url, requests } = await serve(record(1), record(2));
    let asked = 0;
    const input = { toJSON: () => ((asked += 1), { pageSize: 1, purchaseOrderId: "7" }) } as unknown as { pageSize: 1 };
    const seen: unknown[] = [];
    const list = createPandaPon({ ...credentials, baseUrl: url }).taobao.refunds.list(input);
    for await (const item of list.items()) seen.push(item.refundOrder?.refundId);
    expect(seen).toEqual(["1", "2"]);
    expect(asked).toBe(1);
    expect(requests.map(({ body }) => body)).toEqual([
      '{"pageSize":1,"purchaseOrderId":"7"}',
      '{"pageSize":1,"purchaseOrderId":"7","pageNo":2}',
    ]);
  });

  test("fail a list as any other call if they throw", async () => {
    const inputs = [
      { toJSON: () => JSON.parse("{") as unknown },
      Object.defineProperty({}, "pageSize", {
        enumerable: true,
        get: () => JSON.parse("{") as unknown,
      }),
    ];
    for (const input of inputs) {
      const list = createPandaPon(credentials).taobao.refunds.list(input as unknown as { pageSize: 1 });
      const error = await failureOf(list.items().next());
      expect(error).toMatchObject({ kind: "input", operation: "taobao.refunds.list" });
      expect(error.cause).toBeInstanceOf(SyntaxError);
    }
  });
});

describe("calls without input, from plain JavaScript", () => {
  test("are refused if a field is required", async () => {
    const { url, requests } = await serve(ok());
    const { alibaba } = createPandaPon({ ...credentials, baseUrl: url });
    const client = createClient({ ...credentials, baseUrl: url });
    const cancel = alibaba.orders.cancel as unknown as () => Promise<unknown>;
    const post = client.POST as unknown as (path: string, init?: object) => Promise<unknown>;
    for (const call of [
      () => cancel(),
      () => post("/alibaba/order/cancel"),
      () => post("/alibaba/order/cancel", { body: {} }),
      () => post("/alibaba/order/cancel", { body: undefined }),
    ]) {
      const error = await failureOf(call());
      expect(error).toMatchObject({ kind: "input", operation: "alibaba.orders.cancel" });
      expect(error.message).toMatch(/`(cancelReason|orderId|webSite)` is missing: it is required$/);
    }
    expect(requests).toHaveLength(0);
  });
});

test.each(["signal", "timeoutMs", "maxRetries", "userId", "headers"])(
  "an option of a call that cannot be read is a wrong input: %s",
  async (name) => {
    const { url, requests } = await serve(ok());
    const own = new Error("their own");
    const options = (more: object = {}): object =>
      Object.defineProperty({ ...more }, name, {
        get() {
          throw own;
        },
      });
    const input = { webSite: "1688" as const, orderId: "1" };
    const pandapon = createPandaPon({ ...credentials, baseUrl: url });
    const client = createClient({ ...credentials, baseUrl: url });
    for (const call of [
      () => pandapon.alibaba.orders.get(input, options()),
      () => pandapon.request("POST", "/a/path", {}, options()),
      () => client.POST("/alibaba/order/detail", options({ body: input }) as { body: typeof input }),
      () => client.request("POST", "/a/path", {}, options()),
    ]) {
      expect(await failureOf(call() as Promise<unknown>)).toMatchObject({
        kind: "input",
        outcome: "not-sent",
        cause: own,
      });
    }
    expect(requests).toHaveLength(0);
  },
);

describe("unknown names", () => {
  test.each([
    ["GET", "/nope"],
    ["POST", "/nope"],
    ["GET", "/alibaba/order/detail"],
    ["POST", "/open/product/get"],
    ["POST", "/open/order/refund/cancel/123"],
    ["POST", "constructor"],
  ] as const)("the path %s %s is refused", async (method, path) => {
    const { url, requests } = await serve(ok());
    const client = createClient({ ...credentials, baseUrl: url });
    // As plain JavaScript calls it.
    const call = client[method] as unknown as (path: string) => Promise<unknown>;
    const error = await failureOf(call(path));
    expect(error).toMatchObject({
      kind: "input",
      message: `\`${method} ${path}\` is not an operation of the contract: call it with \`request\``,
    });
    expect(requests).toHaveLength(0);
  });
});

describe("options of a call by path that are not what openapi-fetch needs", () => {
  const notObjects = [null, 5, "text", true, () => undefined];
  test.each<[name: string, value: unknown, init: unknown]>([
    ...notObjects.map((value): [string, unknown, unknown] => ["init", value, value]),
    ...[...notObjects, ["1"]].map((value): [string, unknown, unknown] => ["params", value, { params: value }]),
    ...[...notObjects, ["1"]].map((value): [string, unknown, unknown] => ["path", value, { params: { path: value } }]),
    ...[...notObjects, ["1"]].map((value): [string, unknown, unknown] => [
      "query",
      value,
      { params: { query: value } },
    ]),
    ...[5, "text", true, {}, { onRequest: () => undefined }, new Set(), [5], ["log"], [{}]].map(
      (value): [string, unknown, unknown] => ["middleware", value, { middleware: value }],
    ),
    ["headers", "two words", { params: { header: { "two words": "x" } } }],
  ])("are refused: `%s` is %o", async (name, _value, init) => {
    const { url, requests } = await serve(ok());
    const client = createClient({ ...credentials, baseUrl: url });
    for (const [call, path] of [
      [client.GET, "/open/product/get"],
      [client.POST, "/alibaba/refund/info"],
    ] as unknown as [(path: string, init: unknown) => Promise<unknown>, string][]) {
      const error = await failureOf(call(path, init));
      expect(error).toMatchObject({ kind: "input", attempts: 0 });
      expect(error.operation).toMatch(/\.get$/);
      expect(error.message).toContain(`\`${name}\` must be `);
    }
    expect(requests).toHaveLength(0);
  });

  test("gaps in a list of middleware are ignored", async () => {
    const { url } = await serve(ok(1));
    const client = createClient({ ...credentials, baseUrl: url });
    const init = { body: { webSite: "1688" as const, orderId: "1" }, middleware: [null, undefined] as unknown as [] };
    expect((await client.POST("/alibaba/order/detail", init)).data).toMatchObject({ data: 1 });
  });
});

describe("credentials in the environment", () => {
  const env = {
    PANDAPON_ACCESS_KEY: "key-of-environment",
    PANDAPON_ACCESS_SECRET: "secret-of-environment",
    PANDAPON_USER_ID: "7",
  };
  const use = `
    const own = JSON.parse(process.env.OPTIONS);
    try {
      const client = pandapon.createPandaPon({ baseUrl: process.env.SERVER, ...own });
      print(await client.alibaba.orders.get({ webSite: "1688" }));
    } catch (error) {
      print(error);
    }`;

  test.each([
    [{}, { "access-key": "key-of-environment", "user-id": "7" }],
    [{ userId: "8" }, { "access-key": "key-of-environment", "user-id": "8" }],
    [
      { accessKey: "own", accessSecret: "own" },
      { "access-key": "own", "user-id": "7" },
    ],
  ])("are used if the options do not set them: %j", async (options, headers) => {
    const { url, requests } = await serve(ok("here"));
    expect(await inChild(use, { ...env, SERVER: url, OPTIONS: JSON.stringify(options) })).toEqual(["here"]);
    expect(requests[0]?.headers).toMatchObject(headers);
  });

  test.each([
    ["PANDAPON_ACCESS_KEY", "accessKey"],
    ["PANDAPON_ACCESS_SECRET", "accessSecret"],
    ["PANDAPON_USER_ID", "userId"],
  ])("are named in the error if %s is empty", async (variable, option) => {
    const { url, requests } = await serve(ok());
    const [error] = await inChild(use, { ...env, [variable]: "", SERVER: url, OPTIONS: "{}" });
    expect(error).toMatchObject({
      name: "PandaPonError",
      kind: "input",
      message: `\`${option}\` is missing: pass it, or set ${variable} in the environment`,
    });
    expect(requests).toHaveLength(0);
  });
});
