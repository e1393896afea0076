// YAML as the contract and PandaPon's pages have it: exact values, the lines of values, and texts that are refused.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readYaml, Unreadable } from "../../scripts/dist/core/yaml.js";
import { CANCEL_PAGE } from "../support/pages/shop-page.js";
import { ROOT } from "../support/workspace.js";

describe("values", () => {
  test.each<[text: string, value: unknown]>([
    ["2542285634920880794", 2542285634920880794n],
    ["-2542285634920880794", -2542285634920880794n],
    ["+5", 5],
    ["1990", 1990],
    ["0x20000000000001", 9007199254740993n],
    ["0o17", 15],
    ["1.5", 1.5],
    ['"12"', "12"],
    ["yes", "yes"],
    ["2026-01-31", "2026-01-31"],
    ["null", null],
    ["~", null],
    ["true", true],
  ])("%s", (text, value) => {
    expect(readYaml(`a: ${text}\n`).value).toEqual({ a: value });
    if (/^(?:-?[1-9]|"|true|null)/.test(text) && !text.includes("-01")) {
      expect(readYaml(`{ "a": ${text} }`).value).toEqual({ a: value });
    }
  });

  test("names are text, and aliases are written out", () => {
    expect(readYaml("200: &ok [1]\n1.0: *ok\n").value).toEqual({ "200": [1], "1.0": [1] });
    const names = ["~", "true", "007", "0x10", "+5", "1e3", "1.0", ":c", "__proto__"];
    const { value, line } = readYaml(names.map((name) => `${name}: |\n  1\n`).join(""));
    expect(Object.keys(value as object)).toEqual(names);
    expect(names.slice(0, -1).map((name) => line([name]))).toEqual([1, 3, 5, 7, 9, 11, 13, 15]);
    expect(readYaml("- &a [b: 1, c]\n-\n- d\n- *a\n").value).toEqual([[{ b: 1 }, "c"], null, "d", [{ b: 1 }, "c"]]);
    expect(readYaml("- &a [b: 1, c]\n-\n- d\n- *a\n").line([2])).toBe(3);
  });
});

const spec = path.join(ROOT, "spec");
const files = readdirSync(spec, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
const texts: [string, string][] = [
  ["a page", /```yaml\n([\s\S]*?)```/.exec(CANCEL_PAGE)?.[1] ?? ""],
  ["the bundle in YAML", readFileSync(path.join(ROOT, "generated/openapi.yaml"), "utf8")],
  ["the bundle in JSON", readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8")],
  ...files.map((name): [string, string] => [name, readFileSync(path.join(spec, name), "utf8")]),
];

describe("lines", () => {
  test("of each member in many texts hold its name", () => {
    let all = 0;
    const wrong: string[] = [];
    for (const [name, text] of texts) {
      const lines = text.split("\n");
      const { value, line } = readYaml(text);
      let last = 1;
      const walk = (node: unknown, keys: (string | number)[]): void => {
        if (typeof node !== "object" || node === null) return;
        for (const [key, member] of Object.entries(node)) {
          const at = [...keys, Array.isArray(node) ? Number(key) : key];
          const found = line(at);
          // Names that are integers come first in a JavaScript object, wherever they are in the text.
          const isNext = found >= last || /^\d+$/.test(key);
          const hasName = Array.isArray(node) || (lines[found - 1] ?? "").includes(JSON.stringify(key).slice(1, -1));
          if (!isNext || !hasName) wrong.push(`${name}: ${at.join("/")} is not on line ${found}`);
          last = found;
          all += 1;
          walk(member, at);
        }
      };
      walk(value, []);
    }
    expect(wrong).toEqual([]);
    expect(all).toBeGreaterThan(20_000);
  });

  test.each<[keys: (string | number)[], line: number]>([
    [[], 1],
    [["it's"], 1],
    [["a b"], 2],
    [["a b", 0], 3],
    [["a b", 0, 1], 4],
    [["a b", 1], 5],
    [["a b", 1, "y z"], 6],
    [["-dash", "x"], 7],
    [["copy", 1, "y z"], 6],
    [["a b", 1, "missing", 3], 5],
    [["missing"], 1],
  ])("of %j is %i", (keys, line) => {
    const text = "'it''s': 1\n\"a b\": &list\n  - - 1\n    - 2\n  - x: 2\n    'y z': 3\n-dash: { x: 4 }\ncopy: *list\n";
    expect(readYaml(text).line(keys)).toBe(line);
  });
});

describe("refused, with the line", () => {
  const BOMB = ["b", "c", "d", "e", "f", "g", "h"].map((name, at) => {
    const before = "abcdefg"[at];
    return `${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(", ")}]`;
  });
  test.each<[what: string, text: string, line: number, says: RegExp]>([
    ["YAML that is broken", "a: 1\nb: [\n", 3, /./],
    ["JSON that is broken", '{\n"a": 1,\n"b" 2}', 3, /./],
    ["a name that is there twice", "a: 1\nb:\n  c: 1\n  c: 2\n", 4, /name c is there twice/],
    ["a name that is there twice in JSON", '{\n"a": 1,\n"a": 2}', 3, /a/],
    ["an alias without an anchor", "a: 1\nb: *c\n", 2, /c/],
    ["an alias to a value around it", "a: 1\nb: &b [*b]\n", 2, /the alias \*b has no anchor before it/],
    ["many aliases of aliases", `x: 1\na: &a [1, 2]\n${BOMB.join("\n")}\n`, 2, /aliases stand for more than/],
    ["a list as a name", "a: 1\n? [b]\n: 2\n", 2, /keys must be strings/],
    ["a second document", "a: 1\n---\nb: 2\n", 2, /./],
  ])("%s", (_what, text, line, says) => {
    const read = (): unknown => readYaml(text);
    expect(read).toThrow(Unreadable);
    expect(read).toThrow(expect.objectContaining({ line, message: expect.stringMatching(says) as string }));
  });

  test.each([
    ["brackets", "[".repeat(100_000)],
    ["levels", Array.from({ length: 5_000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("too many %s", (_what, text) => {
    expect(() => readYaml(text)).toThrow(Unreadable);
  });
});

test("the time grows with the number of names, not with its square", () => {
  const text = Array.from({ length: 60_000 }, (_, index) => `a${index}: 1`).join("\n");
  const start = process.cpuUsage();
  expect(Object.keys(readYaml(text).value as object)).toHaveLength(60_000);
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(8);
});
