// The lines of values in JSON, compared with those of a parser that knows them.
import fc from "fast-check";
import { expect, test } from "vitest";
import { LineCounter, isCollection, isMap, parseDocument, type Node as Parsed } from "yaml";
import { jsonLines } from "../../scripts/dist/core/json-lines.js";

type Keys = (string | number)[];

/** Every way into a document, with the line of its key or item. */
function linesOf(text: string): [Keys, number][] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: false });
  const lineAt = (node: unknown): number => counter.linePos((node as Parsed).range?.[0] ?? 0).line;
  const found: [Keys, number][] = [];
  const visit = (node: unknown, keys: Keys): void => {
    if (!isCollection(node)) return;
    for (const [index, item] of node.items.entries()) {
      const isPair = isMap(node);
      const pair = item as { key: { value: unknown }; value: unknown };
      const way = [...keys, isPair ? String(pair.key.value) : index];
      found.push([way, lineAt(isPair ? pair.key : item)]);
      visit(isPair ? pair.value : item, way);
    }
  };
  visit(document.contents, []);
  return found;
}

test("each value of a document has the line that a parser finds", () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 4, withNullPrototype: false }), fc.constantFrom(2, 1, 0), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      const find = jsonLines(text);
      for (const [keys, line] of linesOf(text)) expect([keys, find(keys)]).toEqual([keys, line]);
    }),
  );
});

test.each<[Keys, number]>([
  [[], 1],
  [["none"], 1],
  [["a", "none"], 2],
  [["a", "b", 1], 5],
  [["a", "b", 5], 3],
  [["c", "b"], 8],
])("the nearest value around one that is not there: %j", (keys, line) => {
  expect(jsonLines('{\n  "a": {\n    "b": [\n      1,\n      2\n    ]\n  },\n  "c": 1\n}')(keys)).toBe(line);
});
