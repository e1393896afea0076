// The tests use the compiled tool chain and package, as a user does, so these must be up to date with the sources.
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The file that the compiler writes last. For `scripts` it is that of stage 2, which is written whenever stage 1 is. */
const COMPILED: [sources: string, result: string][] = [
  ["scripts", "scripts/dist/tsconfig.runtime.tsbuildinfo"],
  ["src", "dist/tsconfig.tsbuildinfo"],
  ["generated", "dist/tsconfig.tsbuildinfo"],
  ["src", "dist/cjs.tsbuildinfo"],
  ["generated", "dist/cjs.tsbuildinfo"],
];

/** The validators of the sandbox, and what they are made of. */
const VALIDATORS = {
  result: "scripts/dist/sandbox/contract/compiled.js",
  sources: ["generated/openapi.json", "packaging/sandbox.mjs", "scripts/sandbox/contract/compiled.d.ts"],
};

function newest(dir: string): number {
  const sources = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(
    (entry) =>
      entry.isFile() && entry.name.endsWith(".ts") && !/[\\/](?:dist|node_modules)(?:[\\/]|$)/.test(entry.parentPath),
  );
  return Math.max(...sources.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs));
}

/** When a file was written; never, if it does not exist. */
function written(name: string): number {
  const file = path.join(ROOT, name);
  return existsSync(file) ? statSync(file).mtimeMs : -Infinity;
}

export default function setup(): void {
  for (const [sources, result] of COMPILED) {
    if (written(result) < newest(path.join(ROOT, sources))) {
      throw new Error(`${result} is older than ${sources}/. Run \`npm run build\` first.`);
    }
  }
  for (const source of VALIDATORS.sources) {
    if (written(VALIDATORS.result) >= written(source)) continue;
    throw new Error(`${VALIDATORS.result} is older than ${source}. Run \`npm run build:sandbox\` first.`);
  }
}
