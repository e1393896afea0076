// Redoc itself: the script that Redocly's command puts into a page, patched.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { Failure } from "../../core/problem.js";
import { withTemporaryFolder } from "../../core/temporary-folder.js";
import { PATCHES } from "./patches.js";
import { patched } from "./patch.js";

/** What the script is cut out by. The page that holds it has no text of ours, so both occur once. */
const BEGIN = '<script type="module">';
const END = "const __redoc_definition = ";

/**
 * Builds an empty page with Redocly's own command and takes the script out. It defines `hydrate(definition, options, element)`.
 * One script serves the pages of all languages.
 * @returns the patched script, safe inside a script element
 * @throws Failure with code 2 if the command fails, and with code 1 if a patch does not fit
 */
export async function redocViewer(): Promise<string> {
  try {
    return patched(between(await emptyPage(), BEGIN, END), PATCHES);
  } catch (error) {
    if (error instanceof Failure) throw error;
    const lines = error instanceof Error ? error.message.split("\n") : [String(error)];
    throw new Failure(2, `Cannot build the Redoc page: ${lines.findLast((line) => line.trim() !== "") ?? ""}`);
  }
}

async function emptyPage(): Promise<string> {
  const require = createRequire(import.meta.url);
  const cli = require.resolve("@redocly/cli/bin/cli.js");
  // An empty working directory, so that Redocly's command finds no configuration of the project.
  return withTemporaryFolder("pandapon-docs-", async (work, exiting) => {
    const page = path.join(work, "index.html");
    const empty = path.join(work, "openapi.json");
    writeFileSync(empty, JSON.stringify({ openapi: "3.1.0", info: { title: "API", version: "1" }, paths: {} }));
    const args = [cli, "build-docs", empty, "--output", page, "--inlineBundle"];
    await promisify(execFile)(process.execPath, args, {
      cwd: work,
      signal: exiting,
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    });
    return readFileSync(page, "utf8");
  });
}

function between(text: string, begin: string, end: string): string {
  const from = text.indexOf(begin) + begin.length;
  const to = text.lastIndexOf(end);
  if (from < begin.length || to < from) throw new Error("the page of @redocly/cli has no script where it is expected");
  return text.slice(from, to).trim();
}
