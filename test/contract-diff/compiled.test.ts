// The type checker is a second opinion on what is breaking: code written against the old types fails to compile exactly at the places that contract-diff calls breaking.
import { createRequire } from "node:module";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type TypeScript from "typescript-6";
import { compileTypes } from "../../scripts/dist/generate/types.js";
import { contractDiff } from "../../scripts/dist/entries/contract-diff.js";
import { document, type Node } from "../support/bundle.js";
import type { Met } from "../support/places.js";
import { ROOT, temporaryFolder } from "../support/workspace.js";
import { chooseFields, isSeenByTypes, usesOf, type Kind } from "./kinds.js";

// TypeScript 5.9, which the tool chain pins. What is used here has the same types in 6.0, and those are installed.
const ts = createRequire(path.join(ROOT, "scripts/package.json"))("typescript") as typeof TypeScript;

/** The type of a place, by the names that lead to it. */
function typeAt(contract: "Old" | "New", { operationId, place }: Met): string {
  const [part, ...names] = place.split("/");
  const operation = `${contract}.operations[${JSON.stringify(operationId)}]`;
  const message = part === "body" ? `NonNullable<${operation}["requestBody"]>` : `${operation}["responses"][200]`;
  return names.reduce(
    (type, name) => `NonNullable<${type}>[${name === "*" ? "number" : JSON.stringify(name)}]`,
    `${message}["content"]["application/json"]`,
  );
}

/** Code of a user, written against the old types. Only the types that it is compiled with change. */
function code(kind: Kind, met: Met, given: "Old" | "New"): string {
  const [old, next] = [typeAt("Old", met), typeAt(given, met)];
  if (kind.at !== undefined) {
    // Code that sends the object does not know the new field.
    const holder = next.slice("NonNullable<".length, next.lastIndexOf(">["));
    if (met.side === "received" || given === "Old") return "export {};";
    return `{ const sent: Pick<NonNullable<${holder}>, ${JSON.stringify(kind.at)}> = {}; void sent; }`;
  }
  const passed =
    met.side === "sent"
      ? `{ const sent: ${next} = {} as ${old}; void sent; }`
      : `{ const read: ${old} = {} as ${next}; void read; }`;
  return kind.kind === "enum" && met.side === "received" ? `${passed} void (({} as ${next}) === "three");` : passed;
}

/** The lines of each module that do not compile, counted from 0. One program compiles them all. */
function linesThatFail(dir: string, modules: string[]): Set<number>[] {
  const files = modules.map((text, index) => {
    const file = path.join(dir, `user-${index}.ts`);
    writeFileSync(file, text);
    return file;
  });
  const program = ts.createProgram(files, {
    strict: true,
    noEmit: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    types: [],
  });
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const found = program.getSemanticDiagnostics(source);
    return new Set(found.map(({ start = 0 }) => source?.getLineAndCharacterOfPosition(start).line ?? -1));
  });
}

test("what is breaking does not compile, and what compiles is not breaking", async () => {
  const changed = structuredClone(document);
  const chosen = chooseFields(changed).filter(isSeenByTypes);
  for (const [kind, field] of chosen) kind.apply(field);
  const dir = temporaryFolder();
  mkdirSync(path.join(dir, "types"));
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  for (const [name, contract] of Object.entries({ old: document, new: changed })) {
    writeFileSync(path.join(dir, `${name}.json`), JSON.stringify(contract));
    // A bundle is a document of the contract. The two modules have their own types for it.
    writeFileSync(path.join(dir, "types", `${name}.d.ts`), compileTypes(contract as Node as never));
  }
  const uses = usesOf(chosen);
  const module = (given: "Old" | "New"): string =>
    [
      'import type * as Old from "./types/old.js"; import type * as New from "./types/new.js";',
      ...uses.map(({ kind, met }) => code(kind, met, given)),
    ].join("\n");
  const [before, after] = linesThatFail(dir, [module("Old"), module("New")]);

  const { changes } = await contractDiff({ old: path.join(dir, "old.json"), new: path.join(dir, "new.json") });
  const breaking = new Set(
    changes
      .filter(({ impact }) => impact === "breaking")
      .flatMap((one) => one.uses.map(({ operationId, place }) => `${operationId ?? ""} ${place}`)),
  );
  const opinions = uses.map(({ kind, met, place }, index) => ({
    place: `${kind.what}: ${met.operationId} ${place}`,
    checker: after?.has(index + 1),
    ours: breaking.has(`${met.operationId} ${place}`),
  }));
  console.log(
    `contract-diff, types: ${opinions.filter(({ checker, ours }) => checker === ours).length} of ${opinions.length} places rated as the type checker does, ${opinions.filter(({ ours }) => ours).length} of them breaking`,
  );
  expect(before).toEqual(new Set());
  expect(opinions.filter(({ checker, ours }) => checker !== ours)).toEqual([]);
});
