// The docs site: makes all of its files, and writes them at once.
import path from "node:path";
import { stringify } from "yaml";
import { coverage, type CoverageEntry } from "../coverage/index.js";
import { readBundleFile } from "../core/bundle-file.js";
import { NAVIGATION_FILE } from "../core/navigation.js";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { isFile, openSpecFolder, readText } from "../core/spec-folder.js";
import { writeFiles } from "../core/write-files.js";
import { htmlPages } from "./html/index.js";
import { llmsFullText, llmsText, notFound, sitemap } from "./html/lists.js";
import { readLanguage, type Sources } from "./language.js";
import { redocPage, redocViewer } from "./redoc/index.js";
import { folderOf } from "./site/links.js";

export { serveSite } from "./serve/index.js";
export { checkLanguages, type CheckedLanguages } from "./translations/index.js";

export interface SiteOptions {
  /** BCP 47, the first at the root of the site: `["en", "zh-CN"]`. */
  languages?: readonly string[];
  /** Where the site will be: `https://example.com/docs/`. Without it, it has no sitemap and no canonical addresses. */
  url?: string;
}

export interface DocsOptions extends SiteOptions {
  /** The bundle, as `generate` makes it. What is beside it is offered too: `openapi.json`, `postman_collection.json`. */
  bundle: string;
  /** The folder of the contract, for sections, coverage and other languages. */
  spec?: string;
  /** The folder that the site goes to. Other files in it stay. */
  out: string;
}

/**
 * Builds the site. No page loads anything from any other host.
 * @returns the names of the files, below `out`
 * @throws Failure with code 2 if an input cannot be read or the site cannot be written, with code 1 if a text of the site is wrong.
 *   The site that was there stays whole then.
 */
export async function docs({ bundle, spec, out, ...options }: DocsOptions): Promise<string[]> {
  // A bundle is checked when it is read.
  const document = readBundleFile(bundle) as unknown as Document;
  const sources = { document, spec: spec === undefined ? undefined : openSpecFolder(spec).dir };
  const beside = ["openapi.yaml", "openapi.json", "postman_collection.json"].flatMap((name) => {
    const file = path.join(path.dirname(bundle), name);
    return isFile(file) ? [[name, readText(file)] as const] : [];
  });
  const files = await siteFiles(sources, options, new Map(beside));
  writeFiles(path.resolve(out), files);
  return [...files.keys()];
}

/**
 * All files of the site, by name.
 * @param downloads files of the contract, which are offered too
 * @throws Failure with code 2 if an option is wrong or an input cannot be read, with code 1 if a text of the site is wrong
 */
export async function siteFiles(
  sources: Pick<Sources, "document" | "spec">,
  { languages: codes = ["en"], url }: SiteOptions,
  downloads: ReadonlyMap<string, string> = new Map(),
): Promise<Map<string, string>> {
  if (codes.length === 0) throw new Failure(2, "Name at least one language: --lang en.");
  if (new Set(codes).size < codes.length) throw new Failure(2, `A language is named twice: ${codes.join(", ")}.`);
  const base = url === undefined ? undefined : baseOf(url);
  // It takes another process a while.
  const making = viewerOnce();
  // If the languages fail first, nobody waits for it.
  making.catch(() => undefined);
  const entries = coverageOf(sources.spec);
  const read = codes.map((code) => readLanguage(code, { ...sources, coverage: entries }));
  const languages = read.map(({ site: { language, words } }) => ({ code: language, name: words.language }));
  const viewer = await making;
  const files = new Map<string, string>();
  for (const { site, overlay, labels } of read) {
    const around = { site, languages, url: base, downloads: [...downloads.keys()] };
    const folder = folderOf(site.language, codes);
    const pages = htmlPages(around);
    files.set(`${folder}index.html`, redocPage(around, viewer, labels));
    for (const [name, text] of pages) files.set(folder + name, text);
    files.set(`${folder}llms.txt`, llmsText(around));
    files.set(`${folder}llms-full.txt`, llmsFullText(pages));
    if (overlay !== undefined)
      files.set(`${folder}overlay.yaml`, stringify(overlay, { lineWidth: 0, compat: "yaml-1.1" }));
    if (folder === "") files.set("404.html", notFound(around));
  }
  for (const [name, text] of downloads) files.set(name, text);
  if (base !== undefined) files.set("sitemap.xml", sitemap(files.keys(), base));
  return files;
}

let viewer: Promise<string> | undefined;
/** It is the same for every site, so a server that builds again does not make it again. */
const viewerOnce = (): Promise<string> =>
  (viewer ??= redocViewer().catch((error: unknown) => {
    viewer = undefined;
    throw error;
  }));

const coverageOf = (spec: string | undefined): CoverageEntry[] =>
  spec !== undefined && isFile(path.join(spec, NAVIGATION_FILE)) ? coverage(spec) : [];

/** @throws Failure with code 2 if it is not the address of a folder */
function baseOf(url: string): string {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new Failure(2, `${url} is not an address. Write --url https://example.com/docs/.`);
  }
  const { href, search, hash, username, password } = new URL(url);
  if (username + password !== "")
    throw new Failure(2, "The address of the site holds a password. Every page would show it. Leave it out.");
  if (search + hash !== "") throw new Failure(2, `${url} has a query or an anchor. Write the address of a folder.`);
  return href.replace(/\/?$/, "/");
}
