// The examples in the comments of requests: each can be pasted where its type is expected.
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import type TypeScript from "typescript-6";
import { operations } from "../support/bundle.js";
import { ROOT } from "../support/workspace.js";

const ts = createRequire(path.join(ROOT, "scripts/package.json"))("typescript") as typeof TypeScript;
const SCHEMA = path.join(ROOT, "generated/schema.d.ts");
const source = ts.createSourceFile(SCHEMA, ts.sys.readFile(SCHEMA) ?? "", ts.ScriptTarget.ES2022, true);

interface Example {
  /** The type of the field. */
  type: string;
  value: string;
}

/** The examples of the fields in a type, at any depth; types that it names are left to their own turn. */
function examplesIn(node: TypeScript.Node, type: string): Example[] {
  if (ts.isPropertySignature(node)) {
    const inside = `Of<${type}, ${JSON.stringify((node.name as TypeScript.Identifier).text)}>`;
    const own = ts
      .getJSDocTags(node)
      .filter(({ tagName }) => tagName.text === "example")
      .map(({ comment }): Example => ({ type: inside, value: ts.getTextOfJSDocComment(comment) ?? "" }));
    return [...own, ...(node.type === undefined ? [] : examplesIn(node.type, inside))];
  }
  const inner = ts.isArrayTypeNode(node) ? `NonNullable<${type}>[number]` : type;
  return node.getChildren().flatMap((child) => examplesIn(child, inner));
}

/** The named type of a node: `components["schemas"]["AlibabaOrdersCancelRequest"]`. */
const namesIn = (node: TypeScript.Node): string[] => [
  ...(/^components\["schemas"\]\["\w+"\]$/.test(node.getText()) ? [node.getText()] : []),
  ...node.getChildren().flatMap(namesIn),
];

const declared = new Map<string, TypeScript.PropertySignature>();
const visit = (node: TypeScript.Node): void => {
  if (ts.isPropertySignature(node)) declared.set(node.name.getText().replaceAll('"', ""), node);
  if (!ts.isPropertySignature(node) || node.name.getText() === "schemas") node.getChildren().forEach(visit);
};
const components = source.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === "components");
if (components !== undefined) visit(components);

/** The schemas that requests lead to. */
const sent = new Set<string>();
const follow = (name: string): void => {
  const node = declared.get(name);
  if (sent.has(name) || node === undefined) return;
  sent.add(name);
  for (const one of namesIn(node)) follow(one.split('"')[3] ?? "");
};
for (const { id, operation } of operations) {
  if (operation["requestBody"] === undefined) continue;
  follow(
    `${id
      .split(".")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join("")}Request`,
  );
}

test("each example of a request compiles as a value of its field", () => {
  const examples = [...sent].flatMap((name) => {
    const type = declared.get(name)?.type;
    return type === undefined ? [] : examplesIn(type, `components["schemas"]["${name}"]`);
  });
  expect(examples.length).toBeGreaterThan(150);
  const file = path.join(ROOT, "test/types/pasted.ts");
  const program = [
    'import type { components } from "../../generated/schema.js";',
    // Of a union, the members that have the field.
    "type Of<T, K extends PropertyKey> = T extends null | undefined ? never : K extends keyof T ? T[K] : never;",
    ...examples.map(({ type, value }, index) => `export const e${index}: ${type} = ${value.replaceAll("\n", " ")};`),
  ].join("\n");
  const options = { strict: true, noEmit: true, skipLibCheck: true, target: ts.ScriptTarget.ES2022, types: [] };
  const host = ts.createCompilerHost(options);
  const read = host.readFile.bind(host);
  host.readFile = (name) => (name === file ? program : read(name));
  const exists = host.fileExists.bind(host);
  host.fileExists = (name) => name === file || exists(name);
  const found = ts.getPreEmitDiagnostics(ts.createProgram([file], options, host));
  const lines = program.split("\n");
  const told = found.map(({ file: at, start = 0, messageText }) => {
    const { line = 0 } = at?.getLineAndCharacterOfPosition(start) ?? {};
    return `${lines[line] ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
  expect(told).toEqual([]);
  expect(examples.some(({ value }) => value === "2542285634920880794n")).toBe(true);
});
