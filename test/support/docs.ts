// The docs site of this contract, built once per worker, in memory.
import { readFileSync } from "node:fs";
import path from "node:path";
import { docs } from "pandapon-codegen/docs";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { ROOT } from "./workspace.js";

export const SITE_URL = "https://docs.example.com/pandapon/";
export const SITE_LANGUAGES = ["en", "zh-CN"] as const;

/** The files of a folder, with `/`, and their texts. */
export const filesOf = (dir: string): Map<string, string> =>
  new Map(
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file): [string, string] => [path.relative(dir, file).replaceAll("\\", "/"), readFileSync(file, "utf8")])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

let built: Promise<ReadonlyMap<string, string>> | undefined;

/** All files of the site in both languages, by name. */
export const builtSite = (): Promise<ReadonlyMap<string, string>> => (built ??= build());

async function build(): Promise<ReadonlyMap<string, string>> {
  const out = mkdtempSync(path.join(tmpdir(), "pandapon-site-"));
  try {
    const [bundle, spec] = [path.join(ROOT, "generated/openapi.yaml"), path.join(ROOT, "spec")];
    await docs({ bundle, spec, out, languages: SITE_LANGUAGES, url: SITE_URL });
    return filesOf(out);
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
