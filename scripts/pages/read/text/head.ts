// Finds the head of a page: its title, status, method and path, and its folder in the navigation.
import { present } from "../../page/field.js";
import type { PageStatus } from "../../page/page.js";
import { statusOf } from "../../page/statuses.js";
import type { Line } from "./lines.js";
import { headingIn, isTool } from "./words.js";

/** A method with a path. */
interface HeadSpot {
  method: string;
  /** The message type of a callback. */
  path: string;
  /** The index of the line with the method. */
  at: number;
  /** The index of the first line after the path. */
  end: number;
}

export interface Head extends HeadSpot {
  title: string;
  status: PageStatus;
  kind: "operation" | "callback";
  /** The server before the path. */
  server?: string;
  folder: string[];
}

const METHODS = "GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|TRACE";
const METHOD = new RegExp(`^(${METHODS})(?:\\s*(\\/\\S*|https?:\\/\\/\\S+))?$`);
const PATH = /^(https?:\/\/[^/\s]+)?(\/\S*)$/;
const MESSAGE_TYPE = /^\/?([A-Z0-9]+(?:_[A-Z0-9]+)+)$/;
const BULLET = /^[•◦▪‣·*-]\s+(.*)$/u;
const CRUMB = /^\d+\.\s+(.*)$/;

/**
 * Looks for a method with a path below it. The methods in the navigation have titles around them instead.
 * @returns the head of the page; none or several if the text is not one page
 */
export function findHeads(lines: readonly Line[]): HeadSpot[] {
  const spots = spotsIn(lines);
  const opensSections = ({ end }: HeadSpot, index: number): boolean =>
    lines.slice(end, spots[index + 1]?.at).some(({ text }) => headingIn(text) !== undefined);
  const heads = spots.filter(opensSections);
  return (heads.length > 0 ? heads : spots.slice(-1)).flatMap((head) => {
    const below = lines[head.end]?.text ?? "";
    return PATH.test(below) ? [head, { ...head, path: below, at: head.end }] : [head];
  });
}

function spotsIn(lines: readonly Line[]): HeadSpot[] {
  return lines.flatMap(({ text }, at) => {
    const [, method, beside] = METHOD.exec(text) ?? [];
    if (method === undefined) return [];
    if (beside !== undefined) return [{ method, path: beside, at, end: at + 1 }];
    const path = lines[at + 1]?.text ?? "";
    // A message type may also be a title in the navigation. Then it has its own method below it.
    const isTitle = METHOD.test(lines[at + 2]?.text ?? "");
    return (PATH.test(path) || MESSAGE_TYPE.test(path)) && !isTitle ? [{ method, path, at, end: at + 2 }] : [];
  });
}

/** Reads what is above the method. */
export function headAt(lines: readonly Line[], spot: HeadSpot): Head {
  let top = spot.at - 1;
  const statuses: PageStatus[] = [];
  for (; top >= 0; top -= 1) {
    const text = lines[top]?.text ?? "";
    const status = statusOf(text);
    if (status !== undefined) statuses.push(status);
    else if (!isTool(text)) break;
  }
  const above = lines[top]?.text ?? "";
  const title = BULLET.test(above) || CRUMB.test(above) ? "" : above;
  const message = MESSAGE_TYPE.exec(spot.path)?.[1];
  const [, server, path] = PATH.exec(spot.path) ?? [];
  return present<Head>({
    ...spot,
    title,
    status: statuses[0] ?? "released",
    path: message ?? path ?? spot.path,
    kind: message === undefined ? "operation" : "callback",
    server,
    folder: folderOf(lines.slice(0, title === "" ? top + 1 : top), title),
  });
}

/** The folder from the navigation if the title is in one place there, else from the breadcrumbs above the title. */
function folderOf(above: readonly Line[], title: string): string[] {
  const lastOther = above.findLastIndex(({ text }) => !CRUMB.test(text));
  const crumbs = above.slice(lastOther + 1).map(({ text }) => text.replace(CRUMB, "$1"));
  const folders = foldersIn(above, title);
  const fitting = folders.filter((folder) => crumbs.length === 0 || folder.at(-1) === crumbs.at(-1));
  const [only, ...others] = fitting.length > 0 ? fitting : folders;
  return only !== undefined && others.length === 0 ? only : crumbs;
}

/** The folders around each entry of the navigation with this title; none if the navigation has no indentation. */
function foldersIn(lines: readonly Line[], title: string): string[][] {
  const found: string[][] = [];
  const around: { indent: number; text: string }[] = [];
  for (const { text, indent } of lines) {
    const entry = BULLET.exec(text)?.[1];
    if (entry === undefined) continue;
    while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    const isTitle = entry === title || (entry.startsWith(title) && METHOD.test(entry.slice(title.length).trim()));
    if (isTitle && around.length > 0) found.push(around.map(({ text: folder }) => folder));
    around.push({ indent, text: entry });
  }
  return found;
}
