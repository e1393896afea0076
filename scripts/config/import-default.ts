// Imports the default export of a module, in TypeScript too.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isObject } from "../core/node.js";
import { Failure } from "../core/problem.js";
import { shownPath } from "../core/spec-folder.js";

/** @throws Failure with code 2 if there is no default export; what the module throws, or why it cannot be loaded */
export async function importDefault(file: string): Promise<unknown> {
  const module = await imported(file);
  if (!("default" in module)) {
    throw new Failure(2, `${shownPath(file)} has no default export. Write \`export default defineConfig({ … })\`.`);
  }
  const value = module["default"];
  // A CommonJS module that was compiled from `export default`.
  return isObject(value) && "default" in value ? value["default"] : value;
}

async function imported(file: string): Promise<Record<string, unknown>> {
  try {
    // A module is an object of its exports.
    return (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  } catch (error) {
    if (!/^\.m?ts$/.test(path.extname(file)) || !isOfPlatform(error)) throw error;
  }
  // The platform cannot load TypeScript at all, or not this one: with enums, or imports without a file extension.
  const { createJiti } = await import("jiti");
  return createJiti(file).import<Record<string, unknown>>(file);
}

/** Whether the error is one of loading, not one that the module itself throws. */
const isOfPlatform = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof Error && "code" in error && /^ERR_/.test(String(error.code)));
