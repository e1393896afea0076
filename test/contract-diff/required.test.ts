// A required mark that changes beside a rename: each of the two is told, at its own place, with its own impact.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { contractDiff, type ContractDiff } from "../../scripts/dist/index.js";
import type { Node } from "../support/bundle.js";

const A: Node = { type: "string", description: "A." };
const B: Node = { type: "string", description: "B." };
const C: Node = { type: "string", description: "C." };

/** An object that takes no other fields. A field whose name ends in `!` is required. */
function closed(fields: Record<string, Node>): Node {
  const required = Object.keys(fields).flatMap((name) => (name.endsWith("!") ? [name.slice(0, -1)] : []));
  const properties = Object.entries(fields).map(([name, field]) => [name.replace(/!$/, ""), field]);
  return { type: "object", properties: Object.fromEntries(properties), ...(required.length > 0 && { required }) };
}
/** An object that takes other fields too: to rename a field of it that callers send is documentation. */
const open = (fields: Record<string, Node>): Node => ({ ...closed(fields), additionalProperties: C });
const list = (items: Node): Node => ({ type: "array", items });
const jsonText = (contentSchema: Node): Node => ({
  type: "string",
  contentMediaType: "application/json",
  contentSchema,
});

interface RequiredCase {
  what: string;
  /** A body that callers send, unless `received`. */
  old: Node;
  new: Node;
  received?: true;
  /** All that is found: impact, kind and place. */
  finds: string[];
}

const CASES: RequiredCase[] = [
  {
    what: "a field becomes required, a sibling is renamed",
    old: open({ a: A, b: B }),
    new: open({ "a!": A, c: B }),
    finds: ["breaking required body/a", "documentation renamed body/b"],
  },
  {
    what: "a field becomes required, a field of the same name is renamed deeper below",
    old: closed({ orderId: A, more: open({ orderId: B }) }),
    new: closed({ "orderId!": A, more: open({ orderNo: B }) }),
    finds: ["breaking required body/orderId", "documentation renamed body/more/orderId"],
  },
  {
    what: "a field becomes required, a field of the same name is renamed in a list two levels below",
    old: closed({ a: A, more: closed({ lines: list(open({ a: B, c: C })) }) }),
    new: closed({ "a!": A, more: closed({ lines: list(open({ b: B, c: C })) }) }),
    finds: ["breaking required body/a", "documentation renamed body/more/lines/*/a"],
  },
  {
    what: "a field of a list becomes required, a field of the same name is renamed deeper below",
    old: list(closed({ a: A, more: open({ a: B }) })),
    new: list(closed({ "a!": A, more: open({ b: B }) })),
    finds: ["breaking required body/*/a", "documentation renamed body/*/more/a"],
  },
  {
    what: "a field becomes required, a field deeper below is renamed to its name",
    old: closed({ a: A, more: open({ b: B }) }),
    new: closed({ "a!": A, more: open({ a: B }) }),
    finds: ["breaking required body/a", "documentation renamed body/more/b"],
  },
  {
    what: "a field deeper below becomes required, a field of the same name is renamed above",
    old: open({ a: A, more: open({ a: B, c: C }) }),
    new: open({ b: A, more: open({ "a!": B, c: C }) }),
    finds: ["breaking required body/more/a", "documentation renamed body/a"],
  },
  {
    what: "a field becomes required in one part of allOf, a field of the same name is renamed below another part",
    old: { allOf: [closed({ a: A }), closed({ b: B, more: open({ a: B }) })] },
    new: { allOf: [closed({ a: A }), { ...closed({ b: B, more: open({ c: B }) }), required: ["a"] }] },
    finds: ["breaking required body/a", "documentation renamed body/more/a"],
  },
  {
    what: "a field becomes required, a field of the same name is renamed in JSON text",
    old: closed({ a: A, more: jsonText(open({ a: B })) }),
    new: closed({ "a!": A, more: jsonText(open({ b: B })) }),
    finds: ["breaking required body/a", "documentation renamed body/more/a"],
  },
  {
    what: "a field becomes required, its name ends as that of a renamed sibling",
    old: open({ "x/b": A, b: B }),
    new: open({ "x/b!": A, c: B }),
    finds: ["breaking required body/x~1b", "documentation renamed body/b"],
  },
  {
    what: "a received field is no longer required, a field of the same name is renamed deeper below",
    received: true,
    old: closed({ "code!": A, data: closed({ code: B }) }),
    new: closed({ code: A, data: closed({ state: B }) }),
    finds: ["breaking renamed response/data/code", "breaking required response/code"],
  },
  {
    what: "a renamed field stays required",
    old: open({ "a!": A, b: B }),
    new: open({ "c!": A, b: B }),
    finds: ["documentation renamed body/a"],
  },
  {
    what: "a renamed field stays required, a sibling becomes required",
    old: open({ "a!": A, b: B }),
    new: open({ "c!": A, "b!": B }),
    finds: ["breaking required body/b", "documentation renamed body/a"],
  },
  {
    what: "a renamed field stays required, a field of the same name is renamed deeper below",
    old: open({ "a!": A, more: open({ a: B, c: C }) }),
    new: open({ "d!": A, more: open({ b: B, c: C }) }),
    finds: ["documentation renamed body/a", "documentation renamed body/more/a"],
  },
  {
    what: "a renamed field stays required, and its new name needs escaping",
    old: open({ "a!": A, b: B }),
    new: open({ "c/d~!": A, b: B }),
    finds: ["documentation renamed body/a"],
  },
  {
    what: "a renamed field becomes required",
    old: open({ a: A, b: B }),
    new: open({ "c!": A, b: B }),
    finds: ["breaking required body/c", "documentation renamed body/a"],
  },
  {
    what: "a renamed field is no longer required",
    old: open({ "a!": A, b: B }),
    new: open({ c: A, b: B }),
    finds: ["additive required body/c", "documentation renamed body/a"],
  },
  {
    what: "a renamed field that is received is no longer required",
    received: true,
    old: closed({ "a!": A, b: B }),
    new: closed({ c: A, b: B }),
    finds: ["breaking renamed response/a", "breaking required response/c"],
  },
  {
    what: "of two renamed fields, one becomes required",
    old: open({ "a!": A, b: B }),
    new: open({ "c!": A, "d!": B }),
    finds: ["breaking required body/d", "documentation renamed body/a", "documentation renamed body/b"],
  },
  {
    what: "a required field is new, beside a rename",
    old: open({ a: A, b: B }),
    new: open({ a: A, c: B, "d!": C }),
    finds: ["breaking added body/d", "documentation renamed body/b"],
  },
  {
    what: "a required field is gone from an alternative that now stands at another index",
    old: { anyOf: [A, closed({ "a!": A, b: B, c: C })] },
    new: { anyOf: [closed({ b: B, c: C }), { type: "number" }] },
    finds: ["additive added body", "breaking removed body", "breaking removed body/a"],
  },
];

const operationIdOf = (at: number): string => `shop.case${at}`;

/** A contract with one operation per case. */
function contract(cases: RequiredCase[], side: "old" | "new"): Node {
  const operation = (one: RequiredCase, at: number): Node => {
    const message = { content: { "application/json": { schema: one[side] } } };
    return {
      operationId: operationIdOf(at),
      "x-effect": "read",
      "x-evidence": {
        page: "https://doc.example.org/api-1",
        modified: "2025-01-01 06:32:46",
        status: "released",
        request: "complete",
        response: "complete",
      },
      ...(!one.received && { requestBody: message }),
      responses: { 200: { description: "OK.", ...(one.received && message) } },
    };
  };
  return {
    openapi: "3.1.1",
    info: { title: "Shop", version: "1.0.0" },
    paths: Object.fromEntries(cases.map((one, at) => [`/${at}`, { post: operation(one, at) }])),
  };
}

async function compared(cases: RequiredCase[]): Promise<ContractDiff> {
  const dir = mkdtempSync(path.join(tmpdir(), "pandapon-"));
  const files = { old: path.join(dir, "old.json"), new: path.join(dir, "new.json") };
  for (const side of ["old", "new"] as const) writeFileSync(files[side], JSON.stringify(contract(cases, side)));
  return contractDiff(files).finally(() => rmSync(dir, { recursive: true }));
}

let diff: ContractDiff;
beforeAll(async () => {
  diff = await compared(CASES);
});

test.each(CASES.map((one, at) => ({ ...one, at })))("$what", ({ at, finds }) => {
  const found = diff.changes.flatMap(({ impact, kind, uses }) =>
    uses
      .filter(({ operationId }) => operationId === operationIdOf(at))
      .map(({ place }) => `${impact} ${kind} ${place}`),
  );
  expect(found.sort()).toEqual(finds);
});

test("the changes are told in words, with the names as they are on the wire", () => {
  const words = diff.changes.map(({ message }) => message);
  for (const one of ["is now required", "`a` is now `c/d~`", "is new and required (string)"]) {
    expect(words).toContain(one);
  }
});

test("the version after a required mark beside a rename is a major one", async () => {
  const cases = CASES.filter(
    ({ what }) => what === "a field becomes required, a field of the same name is renamed deeper below",
  );
  expect((await compared(cases)).version).toMatchObject({ current: "1.0.0", bump: "major", next: "2.0.0" });
});
