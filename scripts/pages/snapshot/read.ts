// Reads spec/pages/: the pages of the last pull, and which pages the sites listed.
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { readJson } from "../../core/exact-json.js";
import { objectOf } from "../../core/node.js";
import type { Place } from "../../core/place.js";
import { Failure } from "../../core/problem.js";
import { isFile, readText, shownPath } from "../../core/spec-folder.js";
import { isListOfPages, wrongInPage } from "./form.js";
import type { Field, Page, ReadPage } from "../page/page.js";
import { pageProblem, type Reading } from "../page/reading.js";

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
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.flatMap((name) => /^(api-\d+)\.json$/.exec(name)?.[1] ?? []).sort();
}

/** The page of one file of the snapshot, or why it cannot be read. */
export function readSnapshotPage(spec: string, id: string): Reading {
  const file = pageFile(spec, id);
  const source = shownPath(file);
  const text = isFile(file) ? readText(file) : "";
  const value = objectOf(readJson(text)?.value);
  const wrong = value["id"] === id ? wrongInPage(value) : "id";
  if (wrong !== undefined) {
    const message = `This is not a page of the snapshot: its \`${wrong}\` is missing or wrong.`;
    const fix = "Restore the file from git, or delete it and pull the page again.";
    return { pages: [], problems: [pageProblem(source, 1, message, fix)] };
  }
  // Checked above. A change by hand shows as drift.
  const { fields, ...head } = value as unknown as Omit<Page, "fields"> & { fields: Record<Place, WrittenField> };
  const marked = Object.entries(fields).map(([place, field]): [Place, Field] => [place, { ...NO_MARKS, ...field }]);
  const lineOf = (place: Place | undefined): number => {
    const at = place === undefined ? -1 : text.indexOf(`\n    ${JSON.stringify(place)}: {`);
    return at < 0 ? 1 : text.slice(0, at + 1).split("\n").length;
  };
  return { pages: [{ ...head, fields: new Map(marked), source, lineOf }], problems: [] };
}

/** The page in the snapshot, or undefined if it is missing or cannot be read. */
export const readBefore = (spec: string, id: string): ReadPage | undefined =>
  existsSync(pageFile(spec, id)) ? readSnapshotPage(spec, id).pages[0] : undefined;

/** What the sites listed: empty if no site was pulled yet. @throws Failure with code 2 if the file is broken */
export function readSites(spec: string): Sites {
  const file = path.join(snapshotFolder(spec), SITES_FILE);
  if (!existsSync(file)) return {};
  const value = readJson(readText(file))?.value;
  if (!isListOfPages(value)) {
    const fix = "Restore the file from git, or delete it and pull the sites again.";
    throw new Failure(2, `${shownPath(file)} is not a list of the sites' pages. ${fix}`);
  }
  // Checked above.
  return value as Sites;
}
