// Runs generated zod schemas: each takes the example of its request or answer.
import path from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { stringify } from "lossless-json";
import { examples, list, unsafePlaces } from "./bundle.mjs";

/** @typedef {{ safeParse(value: unknown): { error?: { issues: { path: (string | number)[], message: string }[] } } }} Schema */

/**
 * @param {string} dir where the tool wrote; zod resolves from there
 * @param {string} source a module that exports the schemas
 * @param {(module: any, name: string) => Schema | undefined} find the schema of this name
 * @returns {Promise<import("./tool.mjs").Outcome>}
 */
export async function takesExamples(dir, source, find) {
  const outfile = path.join(dir, "schemas.mjs");
  buildSync({
    stdin: { contents: source, resolveDir: dir },
    bundle: true,
    format: "esm",
    packages: "external",
    outfile,
  });
  const module = await import(pathToFileURL(outfile).href);
  const problems = [];
  const notes = [];
  for (const [name, example] of examples) {
    const schema = find(module, name);
    // That it is missing is reported with the names.
    if (schema === undefined) continue;
    const issues = schema.safeParse(JSON.parse(stringify(example) ?? "")).error?.issues ?? [];
    const unsafe = unsafePlaces(example);
    const faults = issues.filter(({ path }) => !unsafe.includes(path.map((step) => `,${step}`).join("")));
    problems.push(...faults.map(({ path, message }) => `${name} refuses its example at ${path.join(".")}: ${message}`));
    if (issues.length > faults.length) notes.push(name);
  }
  return { problems, notes: notes.length > 0 ? [`refuses integer ids beyond 2^53: ${list(notes)}`] : [] };
}
