// Imports the default export of a module, in TypeScript too.
import { readFileSync } from "node:fs";
import module from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isObject } from "../core/node.js";
import { Failure } from "../core/problem.js";
import { shownPath } from "../core/spec-folder.js";

/** @throws Failure with code 2 if there is no default export. Errors of the module, and of loading it, pass through. */
export async function importDefault(file: string): Promise<unknown> {
  const exports = await imported(file);
  if (!("default" in exports)) {
    throw new Failure(2, `${shownPath(file)} has no default export. Write \`export default defineConfig({ … })\`.`);
  }
  const value = exports["default"];
  // A CommonJS module that was compiled from `export default`.
  return isObject(value) && "default" in value ? value["default"] : value;
}

async function imported(file: string): Promise<Record<string, unknown>> {
  const hooks = registerHooks?.({ load: asModule });
  try {
    // A module is an object of its exports.
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    if (!/^\.m?ts$/.test(path.extname(file)) || !isOfPlatform(error)) throw error;
  } finally {
    hooks?.deregister();
  }
  // The platform cannot load TypeScript at all, or not this one: with enums, or imports without a file extension.
  const { createJiti } = await import("jiti");
  return createJiti(file).import<Record<string, unknown>>(file);
}

/** Whether the error is one of loading, not one that the module itself throws. */
const isOfPlatform = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof Error && "code" in error && /^ERR_/.test(String(error.code)));

type Load = (url: string, context: object, next: (url: string, context: object) => unknown) => unknown;
// Node 22.15 and later have it. The types are of the oldest version that is supported.
const { registerHooks } = module as { registerHooks?: (hooks: { load: Load }) => { deregister: () => void } };

/** If package.json does not say "module", Node warns about a .ts file with imports and exports, or refuses it. */
const asModule: Load = (url, context, next) => {
  const isModule =
    /^file:.*\.ts$/.test(url) &&
    !url.includes("/node_modules/") &&
    /^\s*(?:import|export)\b/m.test(readFileSync(fileURLToPath(url), "utf8"));
  return next(url, isModule ? { ...context, format: "module-typescript" } : context);
};
