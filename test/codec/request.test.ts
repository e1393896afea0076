// Inputs become a URL and a body. Invalid inputs are refused by name before anything is sent.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OperationInfo } from "../../dist/src/index.js";
import { prepare } from "../../dist/src/codec/request.js";
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
  parameters: { id: "path", name: "path" },
  request: { string: ["/id"] },
});
const inQuery = contract({
  method: "GET",
  parameters: { id: "query", count: "query" },
  request: { integer: ["/count"], string: ["/id"] },
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
      { numRuns: 10_000 },
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
      { numRuns: 10_000 },
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
      { numRuns: 10_000 },
    );
  });

  test.each<[inputs: object | undefined, query: string]>([
    [{}, ""],
    [undefined, ""],
    [{ id: undefined, count: null, other: undefined }, ""],
    [{ other: "" }, "?other="],
    [{ a: 1.5, b: true, c: false, d: 0, e: 5n }, "?a=1.5&b=true&c=false&d=0&e=5"],
    [{ toString: "a", constructor: "b" }, "?toString=a&constructor=b"],
    [{ "a&b": "c=d&e#f?/%" }, "?a%26b=c%3Dd%26e%23f%3F%2F%25"],
  ])("for %o ends in %j", (inputs, query) => {
    expect(url(inQuery, inputs)).toBe(`https://x.test/api/orders${query}`);
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
    [inQuery, { "\udfff": "a" }, "\\u{dfff}"],
  ])("refuses by name a value that it cannot hold (case %#)", (one, inputs, name) => {
    expect(refused(() => url(one, inputs))).toEqual(["input", name]);
    expect(refusal(() => url(one, inputs)).operation).toBe("a.b");
  });
});

describe("a body", () => {
  const both = contract({
    path: "/orders/{id}",
    parameters: { id: "path", page: "query" },
    request: { integer: ["/ids/*"], string: ["/id"], jsonText: ["/held"] },
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

  test.each([[null], [5], ["text"], [[1]], [true], [5n], [() => 1]])("inputs %o are refused", (inputs) => {
    expect(refused(() => body(inputs))).toEqual(["input", "input"]);
  });
});
