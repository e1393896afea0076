// Redoc itself: the script that Redocly's command puts into a page, patched.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
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
 * @throws Error if the command fails; Failure with code 1 if a patch does not fit
 */
export async function redocViewer(): Promise<string> {
  const require = createRequire(import.meta.url);
  const cli = require.resolve("@redocly/cli/bin/cli.js");
  // An empty working directory, so that Redocly's command finds no configuration of the project.
  const html = await withTemporaryFolder("pandapon-docs-", async (work, exiting) => {
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
  return patched(between(html, BEGIN, END), PATCHES);
}

function between(text: string, begin: string, end: string): string {
  const from = text.indexOf(begin) + begin.length;
  const to = text.lastIndexOf(end);
  if (from < begin.length || to < from) throw new Error("the page of @redocly/cli has no script where it is expected");
  return text.slice(from, to).trim();
}
