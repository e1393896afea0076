// A required mark that changes beside a rename: each of the two is told, at its own place, with its own impact.
import { beforeAll, expect, test } from "vitest";
import type { ContractDiff } from "../../scripts/dist/entries/contract-diff.js";
import { A, B, C, closed, compared, foundIn, jsonText, list, open, type DiffCase } from "./case-contract.js";

const CASES: DiffCase[] = [
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
    finds: ["breaking type body"],
  },
];

let diff: ContractDiff;
beforeAll(async () => {
  diff = await compared(CASES);
});

test.each(CASES.map((one, at) => ({ ...one, at })))("$what", ({ at, finds }) => {
  expect(foundIn(diff, at)).toEqual(finds);
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
