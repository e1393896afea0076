// Compiles what a generator wrote under TypeScript 5.9 strict, and reads the names that it declares.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { ROOT } from "../support/fetch-packages.mjs";
import { componentNames, list } from "./bundle.mjs";

/** The compiler that openapi-typescript needs: a dependency of the tool chain. @type {typeof import("typescript-6")} */
const ts = createRequire(path.join(ROOT, "scripts/package.json"))("typescript");
if (!ts.version.startsWith("5.9.")) throw new Error(`TypeScript ${ts.version} is installed, not 5.9`);

/** @type {import("typescript-6").CompilerOptions} */
const OPTIONS = {
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  types: [],
  allowImportingTsExtensions: true,
  isolatedModules: true,
};

/**
 * @param {string} dir the generated files; their imports resolve from there
 * @returns {{ names: Set<string>, problems: string[] }} the names that the files declare, and the compiler's errors
 */
export function compile(dir) {
  const files = ts.sys.readDirectory(dir, [".ts"], ["**/node_modules"]);
  if (files.length === 0) return { names: new Set(), problems: ["it wrote no files"] };
  for (const file of files) {
    // Some generators switch the compiler off.
    const text = readFileSync(file, "utf8");
    if (text.includes("@ts-nocheck")) writeFileSync(file, text.replaceAll("@ts-nocheck", ""));
  }
  const program = ts.createProgram(files, OPTIONS);
  const errors = ts.getPreEmitDiagnostics(program).map((diagnostic) => {
    const { file, start = 0, messageText } = diagnostic;
    const line = file && file.getLineAndCharacterOfPosition(start).line + 1;
    const [message] = ts.flattenDiagnosticMessageText(messageText, "\n").split("\n");
    return `${file ? `${path.relative(dir, file.fileName)}:${line} ` : ""}${message.slice(0, 200)}`;
  });
  /** @type {Set<string>} */
  const names = new Set();
  /** @type {Set<string>} */
  const loose = new Set();
  for (const file of files) {
    for (const statement of program.getSourceFile(file)?.statements ?? []) {
      for (const declaration of ts.isVariableStatement(statement)
        ? statement.declarationList.declarations
        : [statement]) {
        const name = /** @type {any} */ (declaration).name?.text;
        if (name === undefined) continue;
        names.add(name);
        if (componentNames.has(name) && isLoose(declaration)) loose.add(name);
      }
    }
  }
  const problems = errors.length > 0 ? [`${errors.length} compiler errors: ${errors.slice(0, 5).join("\n")}`] : [];
  if (loose.size > 0) problems.push(`types that take any other field beside those they name: ${list([...loose])}`);
  return { names, problems };
}

/** Whether a type with named fields takes others, too: a misspelt field is then no error. @param {import("typescript-6").Node} node @returns {boolean} */
function isLoose(node) {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeLiteralNode(node)) {
    if (node.members.some(ts.isIndexSignatureDeclaration) && node.members.some(ts.isPropertySignature)) return true;
  }
  return ts.forEachChild(node, (child) => isLoose(child) || undefined) ?? false;
}
