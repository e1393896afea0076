// What npm shows of each package: where it comes from, and a README whose links lead somewhere.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { PackageName } from "../support/packages.js";
import { packed } from "../support/packed.js";
import { ROOT, run } from "../support/workspace.js";

const REPOSITORY = "https://github.com/pandapon-openapi/pandapon-openapi";
const DOCS = "https://pandapon-openapi.github.io/pandapon-openapi/";
/** The folder of each package in the repository. */
const FOLDERS: Record<PackageName, string> = { "pandapon-openapi": "", "pandapon-codegen": "scripts" };

describe.each(Object.entries(FOLDERS) as [PackageName, string][])("%s", (name, directory) => {
  const { folder } = packed(name);
  const read = (file: string): string => readFileSync(path.join(folder, file), "utf8");

  test("has the fields that npm shows", () => {
    expect(JSON.parse(read("package.json"))).toMatchObject({
      description: expect.stringMatching(/^.{20,}[^.]$/) as unknown,
      keywords: expect.arrayContaining(["pandapon", "openapi"]) as unknown,
      homepage: directory === "" ? DOCS : `${REPOSITORY}/tree/HEAD/${directory}#readme`,
      bugs: { url: `${REPOSITORY}/issues` },
      repository: { type: "git", url: `git+${REPOSITORY}.git`, ...(directory && { directory }) },
      license: "MIT",
      author: "The pandapon-openapi contributors",
      engines: { node: "^20.19.0 || >=22.12.0" },
    });
  });

  // npm completes relative links with `repository`: its url and its directory.
  test("relative links of README lead to files of the repository, and anchors to headings", async () => {
    const { stdout } = await run("git", ["ls-files", "--cached", "--others", "--exclude-standard"], ROOT);
    const files = new Set(stdout.split("\n"));
    const readme = read("README.md");
    const links = [
      ...readme.matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)|<(?:a|img)[^>]+(?:href|src)="([^"]+)"/gm),
    ].map(([, inline, reference, html]) => inline ?? reference ?? html ?? "");
    const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));
    const broken = links
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [file = "", anchor] = link.split("#");
        if (file === "") return !headings.includes(anchor ?? "");
        const target = path.posix.join(directory, file).replace(/\/$/, "");
        return !files.has(target) && ![...files].some((one) => one.startsWith(`${target}/`));
      });
    expect(links.length).toBeGreaterThan(0);
    expect(broken).toEqual([]);
  });

  test("every source map that a file names is there, with its sources", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
    expect(missingMaps(files, read)).toEqual([]);
  });
});

/** The anchor of a heading, as GitHub and npm make it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

/** @returns source maps, and sources of them, that are neither in the package nor inlined */
function missingMaps(files: readonly string[], read: (file: string) => string): string[] {
  const all = new Set(files.map((file) => file.replaceAll("\\", "/")));
  return [...all]
    .filter((file) => /\.(?:[cm]?js|d\.[cm]?ts)$/.test(file))
    .flatMap((file) => {
      const [, url] = /^\/\/# sourceMappingURL=(\S+)\s*$/m.exec(read(file)) ?? [];
      if (url === undefined) return [];
      const inline = /^data:[^,]*;base64,(.*)$/.exec(url)?.[1];
      const place = path.posix.join(path.posix.dirname(file), url);
      if (inline === undefined && !all.has(place)) return [place];
      const text = inline === undefined ? read(place) : Buffer.from(inline, "base64").toString();
      const map = JSON.parse(text) as { sources: string[]; sourcesContent?: (string | null)[] };
      const from = path.posix.dirname(inline === undefined ? place : file);
      return map.sources
        .filter((_, index) => typeof map.sourcesContent?.[index] !== "string")
        .map((source) => path.posix.join(from, source))
        .filter((source) => !all.has(source));
    });
}

test("a source map that does not resolve is found", () => {
  const files: Record<string, string> = {
    "dist/a.js": "//# sourceMappingURL=a.js.map\n",
    "dist/a.js.map": '{ "sources": ["../src/a.ts", "../src/there.ts"] }',
    "dist/b.js": "//# sourceMappingURL=b.js.map",
    "dist/c.d.ts": "//# sourceMappingURL=c.d.ts.map\n",
    "dist/c.d.ts.map": '{ "sources": ["../src/c.ts"], "sourcesContent": ["text"] }',
    "dist/d.cjs": `//# sourceMappingURL=data:application/json;base64,${btoa('{ "sources": ["d.ts"] }')}`,
    "src/there.ts": "",
  };
  expect(missingMaps(Object.keys(files), (file) => files[file] ?? "")).toEqual([
    "src/a.ts",
    "dist/b.js.map",
    "dist/d.ts",
  ]);
});
