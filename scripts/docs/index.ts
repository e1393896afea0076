// The docs page: one self-contained file, built by Redocly's own command.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { Failure } from "../core/problem.js";
import { isFile, shownPath } from "../core/spec-folder.js";
import { withTemporaryFolder } from "../core/temporary-folder.js";

export interface DocsOptions {
  /** The bundle, as `generate` makes it. */
  bundle: string;
  /** The folder that `index.html` goes to. */
  out: string;
}

/** What the page shows beyond OpenAPI's own fields. */
const SHOWN_EXTENSIONS = [
  "x-unit",
  "x-required",
  "x-effect",
  "x-pagination",
  "x-success",
  "x-extensible-enum",
  "x-evidence",
];

/**
 * What the browser is told: load nothing from anywhere. Redoc's viewer fetches a logo from its maker's host otherwise, which tells that host who reads.
 * Its own scripts are inline, and its search runs in a worker made from a blob.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' blob:",
  "worker-src blob:",
  "style-src 'unsafe-inline'",
  "img-src data: blob:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/**
 * Builds the page. It loads nothing from elsewhere and tells nobody who reads it.
 * @returns the page's file, absolute
 * @throws Failure with code 2 where the bundle cannot be read or the page not written
 */
export async function docs({ bundle, out }: DocsOptions): Promise<string> {
  const source = path.resolve(bundle);
  if (!isFile(source)) {
    throw new Failure(
      2,
      `There is no bundle at ${shownPath(source)}. Run \`pandapon generate\` first, or name it with --bundle.`,
    );
  }
  const target = path.resolve(out);
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  try {
    // Built in a folder of its own, where no configuration of the project is picked up.
    return await withTemporaryFolder("pandapon-docs-", async (work, exiting) => {
      const page = path.join(work, "index.html");
      const extensions = SHOWN_EXTENSIONS.map((name) => `--openapi.showExtensions=${name}`);
      const args = [cli, "build-docs", source, "--output", page, "--inlineBundle", ...extensions];
      await promisify(execFile)(process.execPath, args, {
        cwd: work,
        signal: exiting,
        // Off, the page carries no visitor telemetry; the switch acts while the page is built.
        env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      });
      const file = path.join(target, "index.html");
      mkdirSync(target, { recursive: true });
      writeFileSync(`${file}.tmp`, withPolicy(readFileSync(page, "utf8")));
      renameSync(`${file}.tmp`, file);
      return file;
    });
  } catch (error) {
    const reason =
      error instanceof Error ? (error.message.split("\n").findLast((line) => line.trim() !== "") ?? "") : String(error);
    throw new Failure(2, `Cannot build the docs page in ${shownPath(target)}: ${reason}`);
  }
}

function withPolicy(html: string): string {
  if (!html.includes("<head>")) throw new Error("the page has no <head> to put its policy into");
  return html.replace("<head>", `<head>\n  <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`);
}
