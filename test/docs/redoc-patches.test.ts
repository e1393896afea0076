// The patches of Redoc fit the pinned version, and a version that they do not fit is refused with a clear message.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import { REDOC_LABELS } from "../../scripts/dist/docs/redoc/labels.js";
import { patched } from "../../scripts/dist/docs/redoc/patch.js";
import { FIXED_LABELS, PATCHES } from "../../scripts/dist/docs/redoc/patches.js";
import { Failure } from "../../scripts/dist/core/problem.js";

const cli = createRequire(import.meta.url).resolve("@redocly/cli/package.json");
const script = readFileSync(path.join(path.dirname(cli), "lib/chunks/redoc.standalone.js"), "utf8");

test("each replaced text occurs once in the pinned Redoc, and is gone afterwards", () => {
  expect(PATCHES.filter(({ from }) => script.split(from).length !== 2).map(({ name }) => name)).toEqual([]);
  const changed = patched(script, PATCHES);
  expect(changed).not.toContain("index:MDe},tokenize:`forward`");
  expect(changed).toContain("translate:(e,t)=>__docs.label(e,");
});

test.each([
  ["is not there", "", "occurs 0 times in the script"],
  ["is there twice", "abc abc", "occurs 2 times in the script"],
])("a text that %s is refused by the name of its patch and the version", (_what, text, words) => {
  const patch = { name: "exact digits", from: "abc", to: "$& $1" };
  const refuse = (): string => patched(text, [patch]);
  expect(refuse).toThrow(Failure);
  expect(refuse).toThrow(`The patch "exact digits" does not fit Redoc: its text ${words} of @redocly/cli`);
  expect(refuse).toThrow("made for @redocly/cli 2.77.0");
  // The signs of a replacement are text.
  expect(patched("_abc_", [patch])).toBe("_$& $1_");
});

test("Redoc knows each of our labels and its English text", () => {
  const unknown = Object.entries(REDOC_LABELS).filter(([name, english]) => {
    if (name in FIXED_LABELS) return false;
    const key = name.replace(/ \(.*\)$/, "");
    return !script.includes(`\`${key}\``) || !script.includes(english);
  });
  expect(unknown).toEqual([]);
});
