// The reader is checked by a second, plain walk of the document: what a page holds is read or noted, and nothing else is read.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HeldFacts } from "../../scripts/dist/pages/read/openapi/held.js";
import { readSource } from "../../scripts/dist/pages/read/index.js";
import { readOperation, type ReadOperation } from "../../scripts/dist/pages/read/openapi/operation.js";
import { selfCheck, troublesOf, type SelfCheck } from "../../scripts/dist/pages/read/openapi/self-check.js";
import { noticesOf } from "../../scripts/dist/pages/read/openapi/trouble.js";
import { documents } from "../support/pages/random-document.js";
import { DOCUMENT, jsonOf, type Node } from "../support/pages/shop-document.js";

const KEY = "/shop/order";
const POINTER = ["paths", KEY];
const itemOf = (document: Node): Node => (document["paths"] as Record<string, Node>)[KEY] ?? {};

function read(document: Node): ReadOperation {
  const origin = { document, source: "shop.md", form: "markdown", title: "", line: () => 1 } as const;
  return readOperation(origin, { node: itemOf(document), file: "", pointer: POINTER }, KEY, "post");
}

const shown = ({ missed, invented }: Pick<SelfCheck, "missed" | "invented">): Record<string, string[]> => ({
  missed: missed.map(({ kind, place, what }) => `${kind} ${what} at ${place}`),
  invented: invented.map(({ kind, place, what }) => `${kind} ${what} at ${place}`),
});

test("of 500 random documents, every fact is read or noted, and none is invented", () => {
  let held = 0;
  fc.assert(
    fc.property(documents, (document) => {
      const { check } = read(document);
      expect(shown(check)).toEqual({ missed: [], invented: [] });
      held += heldBy(document).facts.length;
    }),
    { numRuns: 500 },
  );
  expect(held).toBeGreaterThan(500);
});

/** A document that says something of every kind. */
const FULL = DOCUMENT({
  parameters: [
    {
      name: "page",
      in: "query",
      required: true,
      description: "page",
      deprecated: true,
      schema: { type: "integer", example: 1 },
    },
    { name: "session", in: "cookie", schema: { type: "string" } },
  ],
  extra: {
    state: {
      type: "string",
      nullable: true,
      format: "state",
      title: "state",
      description: "The state of the order.",
      default: "A",
      example: "B",
      minLength: 1,
      enum: ["A", "B"],
      "x-apifox-enum": [{ value: "A", name: "accepted" }],
    },
    either: { oneOf: [{ type: "string" }, { type: "integer" }] },
    both: { allOf: [{ enum: ["A", "B"] }, { enum: ["B", "C"] }] },
    map: { type: "object", additionalProperties: { type: "string" } },
    items: { type: "array", items: { properties: { id: { type: "string" } }, required: ["id", "undeclared"] } },
    tuple: { type: "array", prefixItems: [{ type: "string" }] },
    mixed: {
      "x-apifox-refs": { a: { $ref: "#/components/schemas/Box", "x-apifox-overrides": { width: { type: "number" } } } },
    },
  },
  body: { allOf: [{ $ref: "#/components/schemas/Box" }, { properties: { height: { type: "string", format: "cm" } } }] },
  example: { a: 1 },
  operation: {
    description: "Gets an order of the shop.",
    callbacks: { done: { "{$request.body#/url}": { post: {} } } },
    security: [{ key: [] }, { login: [] }],
  },
  schemas: {
    Box: {
      properties: { height: { type: "integer" }, depth: { type: "integer", nullable: true } },
      required: ["depth"],
    },
  },
  answers: { "x-200:2": { description: "two" } },
  types: { "text/csv": {} },
  securitySchemes: { key: { type: "apiKey", in: "header", name: "access-key" }, login: { type: "http" } },
});

/** How a reader loses one fact of a kind. What it loses of the other kinds is a note. */
const LOSSES: Record<string, (page: ReadOperation["page"], place: string, what: string) => void> = {
  field: ({ fields }, place) => fields.delete(place),
  required: (page, place) => change(page, place, { required: "no" }),
  type: (page, place, what) => change(page, place, { types: (one: unknown) => one !== what }),
  nullable: (page, place) => change(page, place, { nullable: "no" }),
  enum: (page, place, what) => change(page, place, { enum: (one: unknown) => one !== what }),
  format: (page, place) => change(page, place, { format: undefined }),
  default: (page, place) => change(page, place, { default: undefined }),
  example: (page, place) => change(page, place, { example: undefined }),
  text: (page, place) => (place === "" ? delete page.words : change(page, place, { label: undefined })),
  meaning: (page, place) => change(page, place, { words: undefined }),
  "whole example": (page, place) => (page.examples[place === "body" ? "body" : "response"] = []),
};

type Change = Record<string, unknown>;
function change({ fields }: ReadOperation["page"], place: string, changes: Change): void {
  const field: Record<string, unknown> = { ...fields.get(place) };
  for (const [name, value] of Object.entries(changes)) {
    if (typeof value === "function")
      field[name] = ((field[name] ?? []) as string[]).filter((one) => value(one) as boolean);
    else if (value === undefined) delete field[name];
    else field[name] = value;
  }
  // The changes are of members that a field has.
  if (fields.has(place)) fields.set(place, field as unknown as Parameters<typeof fields.set>[1]);
}

function heldBy(document: Node): HeldFacts {
  const held = new HeldFacts(document);
  held.operation(itemOf(document), "post", { code: "200", place: "response" });
  return held;
}

const NOTE_OF: Record<string, string> = { type: "other type", nullable: "other type", enum: "other value" };

describe("a reader that loses one fact is found out", () => {
  const held = heldBy(FULL);
  // Of an outermost object the page keeps only the texts.
  const facts = held.facts.filter(({ kind, place }) => kind !== "type" || place.includes("/"));

  test("the document has facts of every kind, and the reader loses none", () => {
    const kinds = new Set(held.facts.map(({ kind }) => kind));
    expect([...Object.keys(LOSSES)].filter((kind) => !kinds.has(kind))).toEqual([]);
    const others = "minLength additionalProperties prefixItems oneOf callbacks deprecated text/csv".split(" ");
    expect(
      [...others, "answer x-200:2", "cookie session", "security login"].filter((kind) => !kinds.has(kind)),
    ).toEqual([]);
    expect(shown(read(FULL).check)).toEqual({ missed: [], invented: [] });
  });

  test.each(facts.map(({ kind, place, what }) => ({ kind, place, what })))("$kind $what at $place", (fact) => {
    const { kind, place, what } = fact;
    const { page, noted } = read(FULL);
    LOSSES[kind]?.(page, place, what);
    const left = noted.filter(
      (note) =>
        !(note.place === place && note.what === (NOTE_OF[kind] ?? kind)) &&
        !(kind === "required" && note.what === kind && place.startsWith(`${note.place}/`)),
    );
    expect(selfCheck(held, page, left).missed).toContainEqual(expect.objectContaining(fact));
  });

  test("the notice names the kind, the number and the first places", () => {
    const [first, second, third, fourth] = held.facts.filter(({ kind }) => kind === "type");
    const missed = [first, second, third, fourth].flatMap((fact) => fact ?? []);
    expect(troublesOf({ missed, invented: [] }, POINTER)).toEqual([
      {
        kind: "missed",
        what: "4 × type",
        place: `${missed[0]?.place}, ${missed[1]?.place}, ${missed[2]?.place}, …`,
        pointer: POINTER,
      },
    ]);
  });
});

describe("a reader that says more than the page is found out", () => {
  const held = heldBy(FULL);
  test.each<[kind: string, place: string, changes: Change]>([
    ["field", "response/more", {}],
    ["required", "response/state", { required: "yes" }],
    ["type", "response/state", { types: ["string", "integer"] }],
    ["nullable", "response/map", { nullable: "yes" }],
    ["enum", "response/state", { enum: ["A", "B", "C"] }],
    ["format", "response/map", { format: "int64" }],
  ])("%s at %s", (kind, place, changes) => {
    const { page, noted } = read(FULL);
    const field = page.fields.get(place) ?? page.fields.get("response/state");
    if (field !== undefined) page.fields.set(place, field);
    change(page, place, changes);
    expect(selfCheck(held, page, noted).invented).toContainEqual(expect.objectContaining({ kind, place }));
  });

  test("what one alternative requires is not required", () => {
    const branch = (required: string[]): Node => ({ properties: { id: { type: "string" } }, required });
    const document = (...names: string[][]): Node => DOCUMENT({ answer: { oneOf: names.map(branch) } });
    for (const [one, kind] of [
      [document(["id"], []), "invented"],
      [document(["id"], ["id"]), "missed"],
    ] as const) {
      const { page, noted, check } = read(one);
      expect(shown(check)).toEqual({ missed: [], invented: [] });
      change(page, "response/id", { required: kind === "invented" ? "yes" : "no" });
      expect(selfCheck(heldBy(one), page, noted)[kind]).toEqual([
        expect.objectContaining({ kind: "required", place: "response/id" }),
      ]);
    }
  });
});

test("a fact that is lost is a problem of the page, with its line and what to do", () => {
  const noted = noticesOf(
    [{ kind: "missed", what: "2 × type", place: "response/a, response/b", pointer: [...POINTER, "post"] }],
    KEY,
  );
  expect(noted).toEqual([
    expect.objectContaining({
      text: "/shop/order: the page holds facts that were not read: 2 × type at response/a, response/b.",
      fix: expect.stringMatching(/report it/) as string,
    }),
  ]);
});

test("a correct reader gives no notice of this kind on a page that the reader notes nothing of", () => {
  const { problems } = readSource({
    name: "shop.json",
    bytes: Buffer.from(jsonOf(DOCUMENT({ field: { type: "string" } }))),
  });
  expect(problems).toEqual([]);
});
