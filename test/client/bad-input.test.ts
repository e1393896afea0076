// Invalid input is refused before anything is sent. The error names the option or field.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createClient, createPandaPon, PandaPonError, type ClientOptions } from "../../dist/src/index.js";
import type { CallOptions } from "../../dist/src/index.js";
import { credentials, faces, failureOf, type Operation } from "../support/calls.js";
import { inChild } from "../support/child.js";
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

const circle: Record<string, unknown> = {};
circle["self"] = circle;

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
  ["alibaba.orders.get", { webSite: circle }, "webSite"],
  ["alibaba.orders.get", { webSite: 5n }, "webSite"],
];

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

  test.each([
    ...wrong("timeoutMs", 0, -1, NaN, 2 ** 31, "soon"),
    ...wrong("maxRetries", -1, 0.5, NaN, Infinity, "1"),
    ...wrong("signal", {}, "signal", 5, new AbortController()),
    ...wrong("userId", "", "two words", "1\r\nx-evil: 1", 5),
    ...wrong("headers", { "x-trace": "two\nlines" }, { "two words": "x" }, { "x-trace": "恤" }, [["x-trace"]]),
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
  const values = [["1"], [], "text", 5, 5n, true, () => undefined].map((value) => [inspect(value), value] as const);

  test.each([...values, ["null", null] as const])("are refused by a method: %s", async (_, value) => {
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
      [client.POST, "/alibaba/order/detail"],
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
