// The last step of `npm run build:runtime`: writes what the published package needs and the compiler does not write.
//
// Both builds share the declarations of the CommonJS one. Each type exists once, so a program that has both an import and a
// require has one `Observed` and one `PandaPonError`. TypeScript takes the format of a module from its declaration file, so each
// ESM entry has one of its own: a single line that exports everything from the shared one.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** @type {{ exports: Record<string, string | Record<"import" | "require", { types: string, default: string }>> }} */
const { exports } = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8"));

/** @param {string} file @param {string} text */
function write(file, text) {
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  writeFileSync(path.join(ROOT, file), text);
}

/** @param {string} folder @param {string} file @returns {string} the file as one names it in the folder */
function relative(folder, file) {
  const name = path.posix.relative(folder, file);
  return name.startsWith(".") ? name : `./${name}`;
}

/**
 * Writes a folder for tools that do not read `exports`: TypeScript's node10, eslint's import/no-unresolved, older bundlers.
 * @param {string} entry @param {Record<string, string>} fields of its package.json, with paths
 */
function writeFolder(entry, fields) {
  const manifest = Object.fromEntries(Object.entries(fields).map(([field, file]) => [field, relative(entry, file)]));
  write(`${entry}/package.json`, `${JSON.stringify({ ...manifest, sideEffects: false }, null, 2)}\n`);
}

write("dist/cjs/package.json", '{ "type": "commonjs" }\n');
for (const build of ["dist", "dist/cjs"]) {
  for (const name of ["generated/schema.d.ts", "generated/methods.d.ts"]) {
    copyFileSync(path.join(ROOT, name), path.join(ROOT, build, name));
  }
}
for (const [entry, target] of Object.entries(exports)) {
  if (typeof target !== "string") {
    const { import: esm, require: cjs } = target;
    const shared = relative(path.posix.dirname(esm.types), cjs.types).replace(/\.d\.ts$/, ".js");
    write(esm.types, `export * from "${shared}";\n`);
    if (entry !== ".") writeFolder(entry, { main: cjs.default, module: esm.default, types: cjs.types });
  }
}
writeFolder("./openapi.json", { main: "./generated/openapi.json" });
