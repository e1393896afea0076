// Options that plain JavaScript can get wrong, and functions of the caller that throw: each is a PandaPonError that names the option.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { inChild } from "../support/child.js";
import { createClient, createPandaPon, PandaPonError, type ClientOptions } from "../../dist/src/index.js";
import { signer, signingMiddleware } from "../../dist/src/signing.js";
import { credentials, faces, type Operation } from "../support/calls.js";
import { refusal } from "../support/refusal.js";
import { failing, ok, serve } from "../support/server.js";

type Make = (options: ClientOptions) => unknown;
const clients: [string, Make][] = [
  ["createPandaPon", createPandaPon],
  ["createClient", createClient],
];
const makers: [string, Make][] = [["signer", signer], ["signingMiddleware", signingMiddleware], ...clients];

const bare: unknown = Object.create(null);
const throwing = {
  toString: () => {
    throw new Error("CANARY");
  },
};
const NO_FUNCTIONS = [null, 0, 5, 5n, NaN, true, false, "now", Symbol("s"), {}, [], bare, throwing, new Date(0)];
const NO_STRINGS = [...NO_FUNCTIONS.filter((value) => value !== "now"), ["a"], new String("a"), () => "a", /a/];
const NO_HEADERS = ["", " ", "a b", "a\n", "a\0", "\x7f", "é", "恤", "\ud800", ...NO_STRINGS];
/** As JavaScript passes them. */
const asOptions = (value: unknown): ClientOptions => value as ClientOptions;

/** Checks that each value of the option is refused by name. */
function refuses(make: Make, name: string, values: unknown[]): void {
  for (const value of values) {
    const error = refusal(() => make(asOptions({ ...credentials, [name]: value })));
    expect(error, inspect(value)).toMatchObject({ kind: "input", attempts: 0 });
    expect(error.message, inspect(value)).toMatch(new RegExp(`^\`${name}\` (is missing: |must )`));
  }
}

describe.each(makers)("%s", (_, make) => {
  test("refuses options that are not an object", () => {
    for (const value of [...NO_STRINGS, "", "options", [credentials], () => credentials]) {
      if (typeof value === "object" && value !== null && !Array.isArray(value)) continue;
      const error = refusal(() => make(asOptions(value)));
      expect(error, inspect(value)).toMatchObject({ kind: "input", message: "`options` must be an object" });
    }
  });

  test.each([
    ...["accessKey", "accessSecret", "userId"].map((name): [string, unknown[]] => [name, NO_HEADERS]),
    ...["now", "nonce"].map((name): [string, unknown[]] => [name, NO_FUNCTIONS]),
    ["timestampUnit", ["", "m", "MS", ["ms"], ...NO_STRINGS]] as [string, unknown[]],
  ])("refuses wrong values of %s", (name, values) => refuses(make, name, values));

  test("takes a credential that is null as missing", () => {
    for (const name of ["accessKey", "accessSecret", "userId"]) {
      expect(refusal(() => make({ ...credentials, [name]: null })).message).toMatch(`\`${name}\` is missing: `);
    }
  });

  test("takes options that inherit their members", () => {
    expect(() => make(Object.create(credentials) as ClientOptions)).not.toThrow();
  });
});

test.each(makers.slice(1))("%s refuses a signWarehouse that is not a function", (_, make) => {
  refuses(make, "signWarehouse", NO_FUNCTIONS);
});

describe.each(clients)("%s", (_, make) => {
  test.each<[string, unknown[]]>([
    ["baseUrl", NO_STRINGS],
    ["timeoutMs", [...NO_FUNCTIONS.filter((value) => value !== 5), new Number(5)]],
    ["maxRetries", [...NO_FUNCTIONS.filter((value) => value !== 5 && value !== 0), new Number(5)]],
    ["fetch", NO_FUNCTIONS],
    ["onRequest", NO_FUNCTIONS],
    ["onResponse", NO_FUNCTIONS],
    ["onRetry", NO_FUNCTIONS],
  ])("refuses wrong values of %s", (name, values) => refuses(make, name, values));
});

/** Anything can be thrown. */
const THROWN = [
  new Error("CANARY"),
  new PandaPonError("api", "CANARY", { operation: "CANARY", code: "5" }),
  Object.assign(new Error("CANARY"), { code: "ECONNREFUSED" }),
  new DOMException("CANARY", "AbortError"),
  Object.freeze(new TypeError("CANARY")),
  ...["CANARY", null, undefined, 0, Symbol("CANARY"), bare, throwing],
];
const thrower = (thrown: unknown) => (): never => {
  throw thrown;
};
const warehouse = { signWarehouse: () => ({ timestamp: "1", sign: "s" }) };

describe.each(faces)("%s", (_, face) => {
  test.each<[option: string, operation: Operation, fail: (thrown: unknown) => () => unknown]>([
    ["now", "alibaba.orders.create", thrower],
    ["now", "taobao.products.get", thrower],
    ["now", "freight.preview", thrower],
    ["nonce", "alibaba.orders.create", thrower],
    ["signWarehouse", "freight.book", thrower],
    ["signWarehouse", "freight.book", (thrown) => () => Promise.reject(thrown)],
  ])("fails with kind input if %s throws at %s", async (option, operation, fail) => {
    const { url, requests } = await serve(ok());
    for (const thrown of THROWN) {
      const options = { baseUrl: url, ...warehouse, [option]: fail(thrown) };
      const { error, thrown: isThrown } = await face(options, operation, { itemId: "1" });
      expect(isThrown).toBe(true);
      expect(error).toMatchObject({ kind: "input", operation, attempts: 0 });
      expect(error?.message).toBe(`${operation}: \`${option}\` failed: see \`cause\``);
      expect(error?.cause).toBe(thrown);
    }
    expect(requests).toHaveLength(0);
  });

  test.each<[string, unknown[]]>([
    ["now", [NaN, Infinity, "1733474179", 5n, null, undefined, Symbol("s"), bare, throwing, Promise.resolve(5)]],
    ["nonce", ["", "two words", 5, null, undefined, Symbol("s"), bare, throwing, Promise.resolve("n")]],
  ])("refuses wrong values that %s returns", async (option, values) => {
    const { url, requests } = await serve(ok());
    for (const value of values) {
      const { error } = await face({ baseUrl: url, [option]: () => value }, "alibaba.orders.get");
      expect(error).toMatchObject({ kind: "input", operation: "alibaba.orders.get" });
      expect(error).not.toHaveProperty("cause");
      expect(error?.message).toContain(`\`${option}\` must `);
    }
    expect(requests).toHaveLength(0);
  });

  test.each<[option: string, operation: Operation, value: unknown]>([
    ["nonce", "taobao.products.get", "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"],
    ["now", "taobao.products.get", 1733474179000],
    ["signWarehouse", "freight.preview", { timestamp: "1", sign: "s" }],
  ])(
    "if %s throws before a retry of %s, nothing more is sent, and what was sent is told",
    async (option, operation, value) => {
      const { url, requests } = await serve(failing(503, { "retry-after": "0" }), ok());
      const own = new Error("no more");
      const once = () => (requests.length === 0 ? value : thrower(own)());
      const { error } = await face({ baseUrl: url, [option]: once }, operation, { itemId: "1" });
      expect(error).toMatchObject({ kind: "input", operation, attempts: 1, outcome: "unknown" });
      expect(error?.message).toBe(`${operation}: \`${option}\` failed: see \`cause\``);
      expect(error?.cause).toBe(own);
      expect(requests).toHaveLength(1);
    },
  );

  test("if a wrong value comes before a retry, what was sent is told", async () => {
    const { url, requests } = await serve(failing(503, { "retry-after": "0" }), ok());
    const nonce = () => (requests.length === 0 ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345" : "two words");
    const { error } = await face({ baseUrl: url, nonce }, "taobao.products.get", { itemId: "1" });
    expect(error).toMatchObject({ kind: "input", attempts: 1, outcome: "unknown" });
    expect(requests).toHaveLength(1);
  });
});

test("a signer and the middleware throw kind input if `now` or `nonce` throws", async () => {
  const request = new Request("http://127.0.0.1");
  for (const name of ["now", "nonce"]) {
    for (const thrown of THROWN) {
      const options = { ...credentials, [name]: thrower(thrown) };
      const error = refusal(signer(options));
      expect(error).toMatchObject({ kind: "input", message: `\`${name}\` failed: see \`cause\`` });
      expect(error.cause).toBe(thrown);
      const { onRequest } = signingMiddleware(options);
      await expect(onRequest({ request, schemaPath: "/alibaba/order/detail" })).rejects.toMatchObject({
        kind: "input",
        message: error.message,
      });
    }
  }
});

test("a clock or a source of nonces that is async is refused, and its rejection does not end the process", async () => {
  const printed = await inChild(
    `
    process.on("unhandledRejection", () => print("unhandled"));
    for (const name of ["now", "nonce"]) {
      const options = { accessKey: "k", accessSecret: "s", userId: "1", [name]: async () => { throw new Error(name); } };
      const error = await pandapon.createPandaPon(options).alibaba.refunds.get({}).catch((reason) => reason);
      print([error.kind, error.message.includes(name)]);
    }
    setTimeout(() => print("over"), 10);
    `,
  );
  expect(printed).toEqual([["input", true], ["input", true], "over"]);
});
