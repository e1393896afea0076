// Reads spec/pages/: the pages of the last pull, and which pages the sites listed.
import type { Place } from "../../core/place.js";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Problem } from "../../core/problem.js";
import { isObject } from "../../core/node.js";
import { readText, shownPath } from "../../core/spec-folder.js";
import { readJson } from "../../core/exact-json.js";
import type { Field, Page, ReadPage } from "../page/page.js";
import { pageProblem } from "../page/reading.js";

/** `spec/pages/sites.json`: the pages that each site listed in the last pull, by the site's address without a trailing slash. */
export type Sites = Record<string, Record<string, ListedPage>>;
export interface ListedPage {
  title: string;
  folder: string[];
  /** The path of its address: `/api-250313120`. */
  path: string;
}

/** The file leaves out marks that are not visible. */
const NO_MARKS = { nullable: "not visible", required: "not visible" } as const;
type WrittenField = Omit<Field, keyof typeof NO_MARKS> & Partial<Field>;

export const SITES_FILE = "sites.json";
export const snapshotFolder = (spec: string): string => path.join(spec, "pages");
export const pageFile = (spec: string, id: string): string => path.join(snapshotFolder(spec), `${id}.json`);

/** The ids of the pages in the snapshot, sorted. */
export function snapshotIds(spec: string): string[] {
  const folder = snapshotFolder(spec);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^api-\d+\.json$/.test(name))
    .map((name) => name.slice(0, -".json".length))
    .sort();
}

/** One page of the snapshot, or why it cannot be read. */
export function readSnapshotPage(spec: string, id: string): ReadPage | Problem {
  const file = pageFile(spec, id);
  const source = shownPath(file);
  const text = readText(file);
  const value = readJson(text)?.value;
  if (!isObject(value) || value["id"] !== id || !isObject(value["fields"]) || !isObject(value["visible"])) {
    return pageProblem(
      source,
      1,
      "This is not a page of the snapshot.",
      "Run `pandapon pages pull` again. Do not edit the file.",
    );
  }
  // Only pageText writes these files. A change by hand shows as drift.
  const { fields, ...head } = value as unknown as Omit<Page, "fields"> & { fields: Record<Place, WrittenField> };
  const marked = Object.entries(fields).map(([place, field]): [Place, Field] => [place, { ...NO_MARKS, ...field }]);
  return { ...head, fields: new Map(marked), source, lineOf: (place) => lineIn(text, place) };
}

/** Whether a page of the snapshot could be read. */
export const isPage = (read: ReadPage | Problem): read is ReadPage => "fields" in read;

/** The page in the snapshot, or undefined if it is missing or cannot be read. */
export function readBefore(spec: string, id: string): ReadPage | undefined {
  if (!existsSync(pageFile(spec, id))) return undefined;
  const page = readSnapshotPage(spec, id);
  return isPage(page) ? page : undefined;
}

function lineIn(text: string, place: Place | undefined): number {
  const at = place === undefined ? -1 : text.indexOf(`\n    ${JSON.stringify(place)}: {`);
  return at < 0 ? 1 : text.slice(0, at + 1).split("\n").length;
}

/** What the sites listed: empty if no site was pulled yet. */
export function readSites(spec: string): Sites {
  const file = path.join(snapshotFolder(spec), SITES_FILE);
  if (!existsSync(file)) return {};
  const value = readJson(readText(file))?.value;
  return isObject(value) ? (value as Sites) : {};
}
