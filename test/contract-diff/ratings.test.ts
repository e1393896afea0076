// What a change means for callers, in shapes that are composed: alternatives, merged parts, null, values, answers and headers.
import { beforeAll, describe, expect, test } from "vitest";
import { changelogSection, contractDiff, type ContractDiff } from "../../scripts/dist/entries/contract-diff.js";
import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Node } from "../support/bundle.js";
import { temporaryFolder } from "../support/workspace.js";
import { A, B, C, closed, compared, foundIn, type DiffCase } from "./case-contract.js";

const TEXT: Node = { type: "string" };
const NUMBER: Node = { type: "integer", format: "int32" };
const NULL: Node = { type: "null" };
const values = (...all: unknown[]): Node => ({ type: "string", enum: all });

/** A change of a value, and what it means where callers send it and where they read it. */
interface ValueCase {
  what: string;
  old: Node;
  new: Node;
  sent: string[];
  received: string[];
}

const VALUES: ValueCase[] = [
  {
    what: "a further alternative of another type",
    old: { anyOf: [TEXT, closed({ a: A })] },
    new: { anyOf: [TEXT, closed({ a: A }), { type: "boolean" }] },
    sent: ["additive type /x"],
    received: ["breaking type /x"],
  },
  {
    what: "a further alternative, first in the list",
    old: { oneOf: [TEXT, closed({ a: A })] },
    new: { oneOf: [{ type: "boolean" }, TEXT, closed({ a: A })] },
    sent: ["additive type /x"],
    received: ["breaking type /x"],
  },
  {
    what: "a further object among the alternatives",
    old: { oneOf: [closed({ a: A }), closed({ b: B })] },
    new: { oneOf: [closed({ a: A }), closed({ b: B }), closed({ c: C })] },
    sent: ["additive alternatives /x"],
    received: ["breaking alternatives /x"],
  },
  {
    what: "one alternative less",
    old: { anyOf: [TEXT, NUMBER] },
    new: { anyOf: [TEXT] },
    sent: ["breaking type /x"],
    received: ["breaking type /x"],
  },
  {
    what: "an id of one form becomes one of two",
    old: { type: ["string", "null"], format: "int64" },
    new: { anyOf: [{ type: "string", format: "int64" }, { type: "integer", format: "int64" }, NULL] },
    sent: ["documentation wire /x"],
    received: ["documentation wire /x"],
  },
  {
    what: "an id of two forms, written as alternatives",
    old: { type: ["string", "integer", "null"], format: "int64" },
    new: { anyOf: [{ type: "string", format: "int64" }, { type: "integer", format: "int64" }, NULL] },
    sent: [],
    received: [],
  },
  {
    what: "an id of two forms that may no longer be null",
    old: { anyOf: [{ type: "string", format: "int64" }, { type: "integer", format: "int64" }, NULL] },
    new: {
      anyOf: [
        { type: "string", format: "int64" },
        { type: "integer", format: "int64" },
      ],
    },
    sent: ["breaking nullable /x"],
    received: ["additive nullable /x"],
  },
  {
    what: "a scalar of one type becomes one of two, written as alternatives",
    old: TEXT,
    new: { anyOf: [TEXT, NUMBER] },
    sent: ["additive type /x"],
    received: ["breaking type /x"],
  },
  {
    what: "values with null, written as alternatives",
    old: { type: ["string", "null"], enum: ["A", "B", null] },
    new: { anyOf: [values("A", "B"), NULL] },
    sent: [],
    received: [],
  },
  {
    what: "values with null, null no longer allowed",
    old: { anyOf: [values("A", "B"), NULL] },
    new: values("A", "B"),
    sent: ["breaking nullable /x"],
    received: ["additive nullable /x"],
  },
  {
    what: "a value less in one of two merged parts",
    old: { allOf: [values("a", "b"), values("a", "b", "c")] },
    new: { allOf: [values("a"), values("a", "b", "c")] },
    sent: ["breaking enum /x"],
    received: ["breaking enum /x"],
  },
  {
    what: "a value more in one of two merged parts, which the other part does not allow",
    old: { allOf: [values("a", "b"), values("a", "b")] },
    new: { allOf: [values("a", "b", "c"), values("a", "b")] },
    sent: [],
    received: [],
  },
  {
    what: "a value more in the second of two merged parts",
    old: { allOf: [values("a", "b", "c"), values("a", "b")] },
    new: { allOf: [values("a", "b", "c"), values("a", "b", "c")] },
    sent: ["additive enum /x"],
    received: ["breaking enum /x"],
  },
  {
    what: "one value that becomes another",
    old: { type: "string", const: "a" },
    new: { type: "string", const: "b" },
    sent: ["breaking enum /x"],
    received: ["breaking enum /x"],
  },
  {
    what: "null beside a shape",
    old: { $ref: "#/components/schemas/Shared" },
    new: { anyOf: [{ $ref: "#/components/schemas/Shared" }, NULL] },
    sent: ["additive nullable /x"],
    received: ["breaking nullable /x"],
  },
  {
    what: "a shape in an allOf of its own",
    old: { $ref: "#/components/schemas/Shared" },
    new: { allOf: [{ $ref: "#/components/schemas/Shared" }] },
    sent: [],
    received: [],
  },
];

/** Each value is the field x of an object. */
const cases: DiffCase[] = VALUES.flatMap(({ what, old, new: next, sent, received }) => [
  { what: `${what}, sent`, old: closed({ x: old }), new: closed({ x: next }), finds: sent },
  { what: `${what}, received`, old: closed({ x: old }), new: closed({ x: next }), received: true, finds: received },
]);

describe("values", () => {
  let diff: ContractDiff;
  beforeAll(async () => {
    diff = await compared(cases);
  });

  test.each(cases.map((one, at) => ({ ...one, at })))("$what", ({ at, finds, received }) => {
    const told = foundIn(diff, at).filter((one) => !one.startsWith("documentation unseen"));
    expect(told).toEqual(finds.map((one) => one.replace("/x", `${received ? "response" : "body"}/x`)));
  });
});

/** A contract of two operations that share a shape. */
function shop(
  edit: (document: { shared: Node; answer: Node; answers: Record<string, Node>; shapes: Record<string, Node> }) => void,
): string {
  const shared = { type: "object", description: "Shared.", properties: { a: A }, additionalProperties: true } as Node;
  const answer: Node = { description: "OK." };
  const answers: Record<string, Node> = {};
  const shapes: Record<string, Node> = { Shared: shared };
  edit({ shared, answer, answers, shapes });
  const [name = ""] = Object.keys(shapes);
  const operation = (id: string): Node => ({
    operationId: id,
    "x-effect": "read",
    "x-evidence": {
      ...{ page: "https://doc.example.org/api-1", modified: "2025-01-01 06:32:46", status: "released" },
      ...{ request: "complete", response: "complete" },
    },
    responses: {
      200: { ...answer, content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } } },
      ...answers,
    },
  });
  const document = {
    openapi: "3.1.1",
    info: { title: "Shop", version: "1.0.0" },
    paths: { "/a": { post: operation("shop.a") }, "/b": { post: operation("shop.b") } },
    components: { schemas: shapes },
  };
  const file = path.join(temporaryFolder(), "bundle.json");
  writeFileSync(file, JSON.stringify(document, undefined, 1));
  return file;
}

const told = ({ changes }: ContractDiff): string[] =>
  changes.map(({ impact, kind, message, uses }) => `${impact} ${kind} x${uses.length}: ${message}`);

describe("one line of the contract is one change", () => {
  test("a keyword of a shared shape that is gone", async () => {
    const diff = await contractDiff({
      old: shop(() => {}),
      new: shop(({ shared }) => delete shared["additionalProperties"]),
    });
    expect(told(diff)).toEqual(["breaking open x2: no longer has further fields"]);
  });

  test("a keyword of a shared shape that is new", async () => {
    const diff = await contractDiff({ old: shop(() => {}), new: shop(({ shared }) => (shared["required"] = ["a"])) });
    expect(told(diff)).toEqual(["additive required x2: is now required"]);
  });

  test("the words of a shape, which one field has in words of its own", async () => {
    const outer = (words: string): string =>
      shop(({ shapes, shared }) => {
        const ref = { $ref: "#/components/schemas/Shared" };
        const own = { description: "Own words.", allOf: [ref] };
        delete shapes["Shared"];
        shapes["Outer"] = { type: "object", description: "Outer.", properties: { plain: ref, own } };
        shapes["Shared"] = { ...shared, description: words };
      });
    const diff = await contractDiff({ old: outer("Shared."), new: outer("Other words.") });
    expect(told(diff)).toEqual(["documentation text x4: description reworded"]);
  });

  test("a shape with another name, which no operation notices", async () => {
    const renamed = shop(({ shapes, shared }) => {
      delete shapes["Shared"];
      shapes["Renamed"] = shared;
    });
    expect(told(await contractDiff({ old: shop(() => {}), new: renamed }))).toEqual([
      "breaking removed x1: is removed (was named type)",
      "additive added x1: is new (named type)",
    ]);
  });
});

describe("answers and headers", () => {
  const header = (schema: Node): Node => ({ "X-Rate": { description: "How many calls are left.", schema } });

  test("the type of a header", async () => {
    const diff = await contractDiff({
      old: shop(({ answer }) => (answer["headers"] = header(TEXT))),
      new: shop(({ answer }) => (answer["headers"] = header(NUMBER))),
    });
    expect(told(diff)).toEqual(Array(2).fill("breaking type x1: type string → integer<int32>"));
    expect(diff.changes[0]?.uses[0]?.place).toBe("response header/X-Rate");
  });

  test("a new answer is one change, with all that it holds", async () => {
    const content = { "application/json": { schema: { type: "object", properties: { a: A } } } };
    const diff = await contractDiff({
      old: shop(() => {}),
      new: shop(({ answers }) => (answers["400"] = { description: "Refused.", content })),
    });
    expect(told(diff)).toEqual(Array(2).fill("additive added x1: is new (object)"));
    expect(diff.changes[0]?.uses[0]?.place).toBe("response 400");
  });

  test("a new header", async () => {
    const diff = await contractDiff({
      old: shop(() => {}),
      new: shop(({ answer }) => (answer["headers"] = header(TEXT))),
    });
    expect(told(diff)).toEqual(Array(2).fill("additive added x1: is new (string)"));
    expect(changelogSection(diff)).toContain("`response header/X-Rate`");
  });
});
