// The lines that indentation finds are the lines that a YAML parser finds.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from "yaml";
import { blockLine } from "../../scripts/dist/core/block-lines.js";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { ROOT } from "../support/workspace.js";

const spec = path.join(ROOT, "spec");
const files = readdirSync(spec, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
const texts: [string, string][] = [
  ["a page", /```yaml\n([\s\S]*?)```/.exec(CANCEL_PAGE)?.[1] ?? ""],
  ["the bundle", readFileSync(path.join(ROOT, "generated/openapi.yaml"), "utf8")],
  ...files.map((name): [string, string] => [name, readFileSync(path.join(spec, name), "utf8")]),
  ["odd names", "'it''s': 1\n\"a b\":\n  - - 1\n  - x: 2\n    'y z': 3\n-dash: 4\n"],
];

describe("lines by indentation", () => {
  test("agree with a parser if they are found", () => {
    let [found, all] = [0, 0];
    const wrong: string[] = [];
    for (const [name, text] of texts) {
      const lines = text.split("\n");
      for (const [keys, line] of placesIn(text)) {
        const quick = blockLine(lines, keys);
        all += 1;
        if (quick === undefined) continue;
        found += 1;
        if (quick !== line) wrong.push(`${name}: ${keys.join("/")} is on line ${line}, not ${quick}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(all).toBeGreaterThan(10_000);
    // Values in flow style (braces) are left to the parser.
    expect(found / all).toBeGreaterThan(0.9);
  });
});

/** Every member and item of a document, with its line. */
function placesIn(text: string): [(string | number)[], number][] {
  const lines = new LineCounter();
  const places: [(string | number)[], number][] = [];
  const add = (keys: (string | number)[], node: Node): void => {
    places.push([keys, lines.linePos(node.range?.[0] ?? 0).line]);
  };
  const walk = (node: unknown, keys: (string | number)[]): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        add([...keys, String(key.value)], key);
        walk(value, [...keys, String(key.value)]);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        add([...keys, index], item as Node);
        walk(item, [...keys, index]);
      }
    }
  };
  walk(parseDocument(text, { lineCounter: lines }).contents, []);
  return places;
}
