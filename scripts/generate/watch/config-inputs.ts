// The files that decide what a configuration says.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { RUNTIME_PACKAGE } from "../../core/installed.js";
import { isFile } from "../../core/spec-folder.js";

/** A relative module in an import, an export or a call of require. A comment with one only adds a file. */
const IMPORT = /\b(?:from|import|require)\b\s*\(?\s*["'](\.[^"'\n]+)["']/g;
const EXTENSIONS = [".ts", ".mts", ".js", ".mjs", ".cjs", ".json"];

/**
 * A configuration, the modules of the project that it imports, also if they are missing, and the package that it is compiled from.
 * They are found in the text, so that it may be broken.
 */
export function configInputs(config: string): string[] {
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    if (!isModule(file)) return;
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      candidates(path.resolve(path.dirname(file), name)).forEach(visit);
    }
  };
  visit(config);
  return [...found, installedAt(path.dirname(config))];
}

/** Where an imported module may be: `./shared.js` may be written in shared.ts, and `./shared` may be a folder. */
function candidates(file: string): string[] {
  const { dir, name, ext } = path.parse(file);
  const base = path.join(dir, name);
  return [
    file,
    ...(/^\.[mc]?js$/.test(ext) ? [base + ext.replace("js", "ts")] : []),
    ...(ext === "" || !EXTENSIONS.includes(ext)
      ? EXTENSIONS.flatMap((one) => [file + one, path.join(file, `index${one}`)])
      : []),
  ];
}

const isModule = (file: string): boolean => /\.[mc]?[jt]s$/.test(file) && isFile(file);

/** The installed package as it is named, not where links lead: an update by pnpm changes only the link. */
function installedAt(dir: string): string {
  const own = path.join(dir, "node_modules", RUNTIME_PACKAGE, "package.json");
  for (let at = dir; ; at = path.dirname(at)) {
    const file = path.join(at, "node_modules", RUNTIME_PACKAGE, "package.json");
    if (existsSync(file)) return file;
    if (path.dirname(at) === at) return own;
  }
}
