// The fix of a misspelt name or value is a sentence that names what Redocly takes for the intended one.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { lint } from "pandapon-codegen/lint";
import type { Problem } from "pandapon-codegen";
import { expect, test } from "vitest";
import { smallSpec, type Edit } from "../support/workspace.js";

const LIST = "paths/shop/order.yaml";
const ORDER = "components/schemas/Order.yaml";
const NOTE = '    type: [string, "null"]\n    description: A note.\n';
const TYPES = '`object`, `array`, `string`, `number`, `integer`, `boolean` or `"null"`';
const STRUCT = "Write what OpenAPI 3.1 and spec/README.md allow in this place.";

const at = ({ file, line, column }: Problem, spec: string): string => `${path.relative(spec, file)}:${line}:${column}`;

const CASES: [what: string, edit: Edit, at: string, fix: string][] = [
  ["a misspelt type", [ORDER, "type: object\n", "type: objekt\n"], `${ORDER}:1:7`, "Did you mean `object`?"],
  [
    "a misspelt type among several",
    [ORDER, NOTE, NOTE.replace("string, ", "ntring, ")],
    `${ORDER}:14:12`,
    "Did you mean `string`?",
  ],
  [
    "null without quotes among the types",
    [ORDER, NOTE, NOTE.replace('"null"', "null")],
    `${ORDER}:14:20`,
    'Write "null" in quotes.',
  ],
  ["~ among the types", [ORDER, NOTE, NOTE.replace('"null"', "~")], `${ORDER}:14:20`, 'Write "null" in quotes.'],
  [
    "null without quotes as the type",
    [ORDER, NOTE, NOTE.replace('[string, "null"]', "Null")],
    `${ORDER}:14:11`,
    'Write "null" in quotes.',
  ],
  [
    "no type after the colon",
    [ORDER, NOTE, NOTE.replace(' [string, "null"]', "")],
    `${ORDER}:14:5`,
    `Did you mean ${TYPES}?`,
  ],
  ["a misspelt null", [ORDER, NOTE, NOTE.replace('"null"', '"nul"')], `${ORDER}:14:20`, 'Did you mean `"null"`?'],
  ["a misspelt field", [LIST, "  summary: List", "  sumary: List"], `${LIST}:3:3`, "Did you mean `summary`?"],
  [
    "a field that is like several",
    [ORDER, NOTE, `${NOTE}    maxims: 3\n`],
    `${ORDER}:16:5`,
    "Did you mean `maximum` or `maxItems`?",
  ],
  ["a field that is like none", [ORDER, NOTE, `${NOTE}    nullable: true\n`], `${ORDER}:16:5`, STRUCT],
  [
    "a misspelt value of an x- field",
    [LIST, "x-effect: read", "x-effect: raed"],
    `${LIST}:6:13`,
    "Did you mean `read`?",
  ],
  ["no value of an x- field", [LIST, "x-effect: read", "x-effect:"], `${LIST}:6:3`, "Did you mean `read` or `write`?"],
  [
    "null if it is not one of the values",
    [LIST, "x-effect: read", "x-effect: null"],
    `${LIST}:6:13`,
    "Did you mean `read` or `write`?",
  ],
  ["a value that is like none", [LIST, "x-effect: read", "x-effect: delete"], `${LIST}:6:13`, STRUCT],
];

test.each(CASES)("%s", async (_what, edit, expected, fix) => {
  const spec = smallSpec(edit);
  const problems = (await lint({ spec })).filter(({ rule }) => rule === "struct");
  expect(problems.map((problem) => [at(problem, spec), problem.fix])).toContainEqual([expected, fix]);
});

test.each(["objekt", "null", ""])(
  "a wrong type (%s) is one problem, not one per example of the schema",
  async (type) => {
    const problems = await lint({ spec: smallSpec([ORDER, NOTE, NOTE.replace('[string, "null"]', type)]) });
    expect(problems.map(({ rule }) => rule)).toEqual(["struct"]);
  },
);

test("an example outside its enum: every value is named, in the form that YAML needs", async () => {
  const values = 'enum: [1, true, null, "1", "", later, "a b"]';
  const spec = smallSpec([
    ORDER,
    "  note:\n",
    `  state:\n    description: A state.\n    ${values}\n    examples: [soon]\n  note:\n`,
  ]);
  const problems = await lint({ spec });
  expect(problems.map(({ rule, fix }) => [rule, fix])).toEqual([
    ["no-invalid-schema-examples", 'Did you mean `1`, `true`, `null`, `"1"`, `later` or `"a b"`?'],
  ]);
});

test.each(["List orders", '"List orders"', "'List orders'"])(
  "a suggestion that is the value itself (%s) or empty is dropped",
  async (summary) => {
    const spec = smallSpec([LIST, "summary: List orders", `summary: ${summary}`]);
    const config = path.join(spec, "redocly.yaml");
    const fixOf = async (suggest: string): Promise<string | undefined> => {
      const rule = "subject: { type: Operation, property: summary }, assertions: { minLength: 12 }";
      writeFileSync(config, `rules:\n  rule/summary: { ${rule}, suggest: ${suggest} }\n`);
      return (await lint({ spec, config })).find(({ file }) => file.endsWith(LIST))?.fix;
    };
    expect(await fixOf('["", List orders]')).toBe("See https://redocly.com/docs/cli/rules/oas/rule/summary");
    expect(await fixOf('["", List orders, "Orders, all"]')).toBe('Did you mean `"Orders, all"`?');
  },
);
