// The docs page: one self-contained file, built by Redocly's own command.
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { readBundleFile, type Refuse } from "../core/bundle-file.js";
import { isObject } from "../core/node.js";
import type { Pointer } from "../core/pointer.js";
import { Failure } from "../core/problem.js";
import { shownPath } from "../core/spec-folder.js";
import { withTemporaryFolder } from "../core/temporary-folder.js";
import { writeFiles } from "../core/write-files.js";

export interface DocsOptions {
  /** The bundle, as `generate` makes it. */
  bundle: string;
  /** The folder that `index.html` goes to. */
  out: string;
}

/** The x- fields that the page shows. */
const SHOWN_EXTENSIONS = [
  "x-unit",
  "x-required",
  "x-effect",
  "x-check-with",
  "x-open",
  "x-pagination",
  "x-success",
  "x-extensible-enum",
  "x-evidence",
];

/**
 * Tells the browser to load nothing. Without it, Redoc's viewer fetches a logo from the host of its maker, which then learns of each reader.
 * The viewer's scripts are inline, and its search runs in a worker made from a blob.
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
 * Builds the page. It loads nothing from any other host.
 * @returns the page's file, absolute
 * @throws Failure with code 2 if the bundle cannot be read or the page cannot be written
 */
export async function docs({ bundle, out }: DocsOptions): Promise<string> {
  const bundleText = textFor(readBundleFile(bundle, refuseForeign));
  const target = path.resolve(out);
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  try {
    // An empty working directory, so that Redocly's command finds no configuration of the project.
    return await withTemporaryFolder("pandapon-docs-", async (work, exiting) => {
      const page = path.join(work, "index.html");
      const extensions = SHOWN_EXTENSIONS.map((name) => `--openapi.showExtensions=${name}`);
      const copy = path.join(work, "openapi.json");
      writeFileSync(copy, bundleText);
      const args = [cli, "build-docs", copy, "--output", page, "--inlineBundle", ...extensions];
      await promisify(execFile)(process.execPath, args, {
        cwd: work,
        signal: exiting,
        // Keeps the telemetry of visitors out of the page. It must be off while the page is built.
        env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      });
      writeFiles(target, new Map([["index.html", withPolicy(readFileSync(page, "utf8"))]]));
      return path.join(target, "index.html");
    });
  } catch (error) {
    const reason =
      error instanceof Error ? (error.message.split("\n").findLast((line) => line.trim() !== "") ?? "") : String(error);
    throw new Failure(2, `Cannot build the docs page in ${shownPath(target)}: ${reason}`);
  }
}

/** The bundle for Redocly's command, whose YAML loader and page round long integers: they are text on the page. */
const textFor = (document: unknown): string =>
  JSON.stringify(document, (_name, value: unknown) => (typeof value === "bigint" ? String(value) : value));

/** Redocly's command would read any file and any address that a bundle names. */
const refuseForeign = (document: unknown, refuse: Refuse): void => {
  const foreign = foreignIn(document);
  if (foreign !== undefined) refuse(`it refers to ${foreign.name}, which is not part of it`, ...foreign.pointer);
};

/** The first `$ref`, example or mapping that leads out of the document, and its place. */
function foreignIn(value: unknown, pointer: Pointer = []): { name: string; pointer: Pointer } | undefined {
  if (typeof value === "string") {
    const [above, between] = pointer.slice(-3);
    // A mapping may also name a schema of the document.
    const isMapped = above === "discriminator" && between === "mapping" && /[./]/.test(value);
    const isReference = pointer.at(-1) === "$ref" || pointer.at(-1) === "externalValue" || isMapped;
    return isReference && !value.startsWith("#") ? { name: value, pointer } : undefined;
  }
  if (!isObject(value) && !Array.isArray(value)) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = foreignIn(member, [...pointer, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withPolicy(html: string): string {
  if (!html.includes("<head>")) throw new Error("the page has no <head> to put its policy into");
  return html.replace("<head>", `<head>\n  <meta http-equiv="Content-Security-Policy" content="${POLICY}" />`);
}
