// Inputs become a URL and a body. Invalid inputs are refused by name before anything is sent.
import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OperationInfo } from "../../dist/src/index.js";
import { prepare } from "../../dist/src/codec/request.js";
import { shapeAt } from "../support/positions.js";
import { randomCases } from "../support/random-cases.js";
import { refusal, refused } from "../support/refusal.js";
import { same } from "../support/same.js";

const ID = "1234567890123456789";
const contract = (more: Partial<OperationInfo>): OperationInfo => ({
  method: "POST",
  path: "/orders",
  effect: "read",
  request: {},
  response: {},
  envelope: true,
  result: "/data",
  ...more,
});
const inPath = contract({
  path: "/orders/{id}/lines/{name}",
  request: shapeAt({ string: ["/id"] }),
});
const inQuery = contract({
  method: "GET",
  request: shapeAt({ integer: ["/count"], string: ["/id"] }),
});
const wholeInQuery = contract({
  method: "GET",
  request: shapeAt({
    fen: ["/fen"],
    whole: ["/page"],
    jsonText: ["/filter"],
    integer: ["/filter/id"],
    required: ["/page"],
  }),
});
const url = (one: OperationInfo, inputs: unknown): string => prepare("a.b", one, inputs, "https://x.test/api").url;

describe("a URL", () => {
  test("holds any text as one segment of its path", () => {
    const texts = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/^\.{1,2}$/.test(text));
    fc.assert(
      fc.property(texts, (name) => {
        const { pathname, search, hash } = new URL(url(inPath, { id: ID, name }));
        const pieces = pathname.split("/").map(decodeURIComponent);
        same([pieces, search, hash], [["", "api", "orders", ID, "lines", name], "", ""]);
      }),
      randomCases(10_000),
    );
  });

  test("holds any text as one value of its query, under any name", () => {
    const text = fc.string({ unit: "grapheme" });
    const name = text.filter((one) => !["id", "count", "__proto__"].includes(one));
    fc.assert(
      fc.property(fc.dictionary(name, text, { noNullPrototype: true }), (inputs) => {
        const { pathname, searchParams, hash } = new URL(url(inQuery, inputs));
        same([pathname, [...searchParams], hash], ["/api/orders", Object.entries(inputs), ""]);
      }),
      randomCases(10_000),
    );
  });

  test("holds an id digit for digit", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (id) => {
        for (const given of [id, String(id), ...(Number.isSafeInteger(Number(id)) ? [Number(id)] : [])]) {
          same(url(inPath, { id: given, name: "n" }), `https://x.test/api/orders/${id}/lines/n`);
          same(url(inQuery, { id: given, count: given }), `https://x.test/api/orders?id=${id}&count=${id}`);
        }
      }),
      randomCases(10_000),
    );
  });

  test.each<[inputs: object | undefined, query: string]>([
    [{}, ""],
    [undefined, ""],
    [{ id: undefined, count: null, other: undefined }, ""],
    [{ other: "" }, "?other="],
    [{ a: 1.5, b: true, c: false, d: 0, e: 5n }, "?a=1.5&b=true&c=false&d=0&e=5"],
    [
      { at: new Date(0), b: Object("x"), c: Object(1), d: Object(false) },
      "?at=1970-01-01T00%3A00%3A00.000Z&b=x&c=1&d=false",
    ],
    [{ id: { toJSON: () => ID }, a: { toJSON: () => "[x]" }, b: { toJSON: () => undefined } }, `?id=${ID}&a=%5Bx%5D`],
    [{ a: -0, b: 5e-324, c: 2 ** 53 - 1, d: 10n ** 30n }, `?a=0&b=5e-324&c=9007199254740991&d=1${"0".repeat(30)}`],
    [{ a: "null", b: "[1]", c: '"', d: "{}", e: "#", f: '"#"' }, "?a=null&b=%5B1%5D&c=%22&d=%7B%7D&e=%23&f=%22%23%22"],
    [{ toString: "a", constructor: "b" }, "?toString=a&constructor=b"],
    [{ "a&b": "c=d&e#f?/%" }, "?a%26b=c%3Dd%26e%23f%3F%2F%25"],
  ])("for %o ends in %j", (inputs, query) => {
    expect(url(inQuery, inputs)).toBe(`https://x.test/api/orders${query}`);
  });

  test("holds text that holds JSON", () => {
    const filter = { id: ID, n: [1] };
    const query = encodeURIComponent(`{"id":${ID},"n":[1]}`);
    expect(url(wholeInQuery, { page: "1", filter })).toBe(`https://x.test/api/orders?page=1&filter=${query}`);
  });

  test.each<[one: OperationInfo, inputs: object, name: string]>([
    [inPath, { name: "n" }, "id"],
    [inPath, { id: ID }, "name"],
    [inPath, { id: "", name: "n" }, "id"],
    [inPath, { id: null, name: "n" }, "id"],
    [inPath, { id: "a", name: "n" }, "id"],
    [inPath, { id: 2 ** 53, name: "n" }, "id"],
    [inPath, { id: "../1", name: "n" }, "id"],
    [inPath, { id: ID, name: "." }, "name"],
    [inPath, { id: ID, name: ".." }, "name"],
    [inPath, { id: ID, name: ["n"] }, "name"],
    [inPath, { id: ID, name: "\ud800" }, "name"],
    [inQuery, { id: "" }, "id"],
    [inQuery, { id: "1 " }, "id"],
    [inQuery, { id: 1.5 }, "id"],
    [inQuery, { id: true }, "id"],
    [inQuery, { count: [1] }, "count"],
    [inQuery, { other: [1] }, "other"],
    [inQuery, { other: {} }, "other"],
    [inQuery, { other: Symbol("a") }, "other"],
    [inQuery, { other: () => 1 }, "other"],
    [inQuery, { other: "\udfff" }, "other"],
    [inQuery, { "\udfff": "a" }, String.raw`\u{dfff}`],
    ...[
      NaN,
      -Infinity,
      2 ** 53,
      2542285634920880794,
      new Date(NaN),
      [],
      new Map(),
      new Set(),
      new Uint8Array(),
      Buffer.from("a"),
    ].flatMap((value): [OperationInfo, object, string][] => [
      [inQuery, { other: value }, "other"],
      [inQuery, { id: value }, "id"],
      [inPath, { id: ID, name: value }, "name"],
      [inPath, { id: value, name: "n" }, "id"],
    ]),
    [inQuery, { other: { toJSON: () => ({ n: 1 }) } }, "other"],
    [inQuery, { other: { toJSON: () => 2 ** 60 } }, "other"],
    [inQuery, { other: [2 ** 60] }, "other"],
    [inPath, { id: ID, name: { toJSON: () => null } }, "name"],
    [inQuery, { count: 1.5 }, "count"],
    [wholeInQuery, { page: 1, fen: 19.9 }, "fen"],
    [wholeInQuery, { page: 1.5 }, "page"],
    [wholeInQuery, {}, "page"],
    [wholeInQuery, { page: undefined }, "page"],
    [wholeInQuery, { page: null }, "page"],
    [wholeInQuery, { page: { toJSON: () => undefined } }, "page"],
  ])("refuses by name a value that it cannot hold (case %#)", (one, inputs, name) => {
    expect(refused(() => url(one, inputs))).toEqual(["input", name]);
    expect(refusal(() => url(one, inputs)).operation).toBe("a.b");
  });
});

describe("a body", () => {
  const both = contract({
    path: "/orders/{id}",
    query: ["page"],
    request: shapeAt({ integer: ["/ids/*"], string: ["/id"], jsonText: ["/held"] }),
  });
  const body = (inputs: unknown): string | undefined => prepare("a.b", both, inputs, "https://x.test").body;

  test("holds the inputs that are not declared for another place, in their order", () => {
    const inputs = { z: 1, page: 2, ids: [ID, 5n], id: ID, held: { n: [] }, a: undefined, b: null };
    const { url: full, body: text } = prepare("a.b", both, inputs, "https://x.test");
    expect(full).toBe(`https://x.test/orders/${ID}?page=2`);
    expect(text).toBe(String.raw`{"z":1,"ids":[${ID},5],"held":"{\"n\":[]}","b":null}`);
  });

  test("is an object even if it is empty; a GET has no body", () => {
    expect(body({ id: 1 })).toBe("{}");
    expect(prepare("a.b", contract({}), undefined, "https://x.test").body).toBe("{}");
    expect(prepare("a.b", inQuery, { id: 1 }, "https://x.test").body).toBeUndefined();
  });

  test("holds names that every object inherits, and never sets a prototype", () => {
    const text = '{"toString":1,"constructor":2,"__proto__":{"id":3}}';
    expect(prepare("a.b", contract({}), JSON.parse(text), "https://x.test").body).toBe(text);
    expect(refused(() => body(JSON.parse('{"__proto__":{"id":3}}')))).toEqual(["input", "id"]);
  });

  test("is what toJSON of the inputs returns, which is called once", () => {
    const keys: unknown[] = [];
    class Order {
      readonly #members = { z: 1, id: ID, page: 2 };
      toJSON(...args: unknown[]): object {
        keys.push(args);
        return this.#members;
      }
    }
    const { url: full, body: text, inputs } = prepare("a.b", both, new Order(), "https://x.test");
    expect([full, text]).toEqual([`https://x.test/orders/${ID}?page=2`, '{"z":1}']);
    expect(inputs).toEqual({ z: 1, id: ID, page: 2 });
    expect(keys).toEqual([[""]]);
  });

  test.each<[what: string, inputs: object]>([
    ["toJSON that returns the object itself", { id: 1, z: 1, toJSON: returnsItself }],
    ["toJSON that returns a copy", { id: 1, z: 1, toJSON: returnsCopy }],
    ["no prototype", Object.assign(Object.create(null) as object, { id: 1, z: 1 })],
    [
      "members of a class",
      new (class {
        id = 1;
        z = 1;
      })(),
    ],
    [
      "getters",
      {
        get id() {
          return 1;
        },
        get z() {
          return 1;
        },
      },
    ],
    ["a proxy", new Proxy({ id: 1, z: 1 }, {})],
    ["symbols and undefined members", { id: 1, z: 1, y: undefined, [Symbol("a")]: 1 }],
    ["inherited members", Object.assign(Object.create({ y: 1 }) as object, { id: 1, z: 1 })],
  ])("is written from inputs with %s", (_, inputs) => {
    expect(prepare("a.b", both, inputs, "https://x.test")).toMatchObject({
      url: "https://x.test/orders/1",
      body: '{"z":1}',
    });
  });

  test("holds a text named toJSON", () => {
    expect(body({ id: 1, toJSON: "text" })).toBe('{"toJSON":"text"}');
  });

  test("requires what the table says, of the inputs that belong into it", () => {
    const needing = contract({
      path: "/orders/{id}",
      query: ["page"],
      request: shapeAt({ required: ["/a", "/to/name"] }),
    });
    const refusedOf = (inputs: unknown) => refused(() => prepare("a.b", needing, inputs, "https://x.test"));
    for (const inputs of [{ id: 1 }, { id: 1, a: undefined }]) expect(refusedOf(inputs)).toEqual(["input", "a"]);
    expect(refusedOf(undefined)).toEqual(["input", "a"]);
    expect(refusedOf({ a: 1 })).toEqual(["input", "id"]);
    expect(refusedOf({ id: 1, a: 1, to: {} })).toEqual(["input", "to.name"]);
    expect(prepare("a.b", needing, { id: 1, a: 1 }, "https://x.test").body).toBe('{"a":1}');
    expect(prepare("a.b", needing, { id: 1, a: null }, "https://x.test").body).toBe('{"a":null}');
  });

  const thrown = new Error("theirs");
  const fails = (value: unknown) => (): never => {
    throw value;
  };
  const getter = (name: string): object => Object.defineProperty({}, name, { get: fails(thrown), enumerable: true });
  const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => ({ inner }), 1);
  test.each<[what: string, inputs: unknown, cause: unknown, name: string]>([
    ["toJSON of the inputs", { toJSON: fails(thrown) }, thrown, "input"],
    ["toJSON of a value", { id: 1, a: 5n, z: [{ toJSON: fails(thrown) }], b: 1 }, thrown, "z"],
    ["toJSON of a value of the URL", { id: { toJSON: fails(thrown) } }, thrown, "id"],
    ["a getter of the inputs", getter("z"), thrown, "input"],
    ["a getter of a value", { id: 1, a: 1, z: getter("y") }, thrown, "z"],
    ["the trap of a proxy", new Proxy({}, { ownKeys: fails(thrown) }), thrown, "input"],
    ["the trap of a proxy in a value", { id: 1, z: new Proxy({}, { ownKeys: fails(thrown) }) }, thrown, "z"],
    ["the trap of a proxy around a list", { id: 1, z: new Proxy([1], { get: fails(thrown) }) }, thrown, "z"],
    ["toJSON, which throws null,", { id: 1, z: { toJSON: fails(null) } }, null, "z"],
    ["toJSON, which throws text,", { toJSON: fails("text") }, "text", "input"],
    [
      "a revoked proxy",
      ((pair) => (pair.revoke(), { id: 1, z: pair.proxy }))(Proxy.revocable({}, {})),
      expect.any(TypeError),
      "z",
    ],
    ["a circle", ((one) => Object.assign(one, { z: one }))({ id: 1 }), expect.any(TypeError), "z"],
    ["a circle in a value", { id: 1, z: ((one) => Object.assign(one, { one }))({}) }, expect.any(TypeError), "z"],
    ["depth", { id: 1, z: deep }, expect.any(RangeError), "z"],
  ])("cannot be written because of %s: the error has it as its cause", (_, inputs, cause, name) => {
    const error = refusal(() => prepare("a.b", both, inputs, "https://x.test"));
    expect(error).toMatchObject({ kind: "input", operation: "a.b", outcome: "not-sent", attempts: 0 });
    expect(error.cause).toEqual(cause);
    expect(error.message).toBe(`a.b: \`${name}\` cannot be read`);
  });

  test.each(
    [
      ...[null, 5, "text", [1], true, 5n, () => 1, Symbol("a"), new Map([["id", 1]]), new Set(), new Uint8Array(2)],
      ...[
        Buffer.from("{}"),
        new ArrayBuffer(2),
        new URLSearchParams("id=1"),
        new FormData(),
        new Headers(),
        new Date(0),
      ],
      ...[new Date(NaN), Promise.resolve({ id: 1 }), new Request("https://x.test"), new Error("a"), Object("text")],
      ...[{ toJSON: () => [1] }, { toJSON: () => null }, { toJSON: () => "{}" }],
    ].map((inputs) => [inspect(inputs), inputs]),
  )("inputs that are %s are refused", (_, inputs) => {
    expect(refused(() => body(inputs))).toEqual(["input", "input"]);
  });
});

function returnsItself<T>(this: T): T {
  return this;
}
function returnsCopy<T extends object>(this: T): T {
  return { ...this };
}
