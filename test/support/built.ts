// The tests drive the compiled tool chain and the compiled package, as a user does; so they must be those of the sources.
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const COMPILED: [sources: string, result: string][] = [
  ["scripts", "scripts/dist/index.js"],
  ["src", "dist/src/index.js"],
  ["generated", "dist/generated/operations.js"],
];

function newest(dir: string): number {
  const sources = readdirSync(dir, { recursive: true, withFileTypes: true }).filter(
    (entry) =>
      entry.isFile() && entry.name.endsWith(".ts") && !/[\\/](?:dist|node_modules)(?:[\\/]|$)/.test(entry.parentPath),
  );
  return Math.max(...sources.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs));
}

export default function setup(): void {
  for (const [sources, result] of COMPILED) {
    const file = path.join(ROOT, result);
    if (!existsSync(file) || statSync(file).mtimeMs < newest(path.join(ROOT, sources))) {
      throw new Error(`${result} is not what ${sources}/ compiles to. Run \`npm run build\` first.`);
    }
  }
}
