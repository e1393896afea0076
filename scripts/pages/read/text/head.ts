// Finds the head of a page: its title, status, method and path, and its folder in the navigation.
import type { PageStatus } from "../../page/page.js";
import { statusOf } from "../../page/statuses.js";
import type { Line } from "./lines.js";
import { headingIn, isTool, statusIn } from "./words.js";

export interface Head {
  title: string;
  status: PageStatus;
  method: string;
  /** The message type of a callback. */
  path: string;
  kind: "operation" | "callback";
  /** The server before the path. */
  server?: string;
  folder: string[];
  /** The index of the line with the method. */
  at: number;
  /** The index of the first line after the head. */
  end: number;
}

export type HeadSearch =
  | { found: "one"; head: Head }
  | { found: "none" }
  | { found: "several"; heads: readonly { method: string; path: string; at: number }[] };

interface HeadSpot {
  method: string;
  path: string;
  at: number;
  end: number;
}

const METHOD = /^(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|TRACE)(?:\s*(\/\S*|https?:\/\/\S+))?$/;
const PATH = /^(?:https?:\/\/[^/\s]+)?\/\S*$/;
const MESSAGE_TYPE = /^\/?([A-Z0-9]+(?:_[A-Z0-9]+)+)$/;

const isPath = (text: string): boolean => PATH.test(text) || MESSAGE_TYPE.test(text);

/** Looks for a method with a path below it. The methods in the navigation have titles around them instead. */
export function findHead(lines: readonly Line[]): HeadSearch {
  const spots = spotsIn(lines);
  const heads = spots.filter(({ end }, index) => opensSections(lines, end, spots[index + 1]?.at ?? lines.length));
  const [first, ...more] = heads.length > 0 ? heads : spots.slice(-1);
  if (first === undefined) return { found: "none" };
  const below = lines[first.end]?.text ?? "";
  const second = PATH.test(below) ? [{ ...first, path: below, at: first.end }] : [];
  if (more.length > 0 || second.length > 0) return { found: "several", heads: [first, ...second, ...more] };
  return { found: "one", head: headAt(lines, first) };
}

function spotsIn(lines: readonly Line[]): HeadSpot[] {
  const spots: HeadSpot[] = [];
  for (const [at, { text }] of lines.entries()) {
    const [, method, beside] = METHOD.exec(text) ?? [];
    if (method === undefined) continue;
    if (beside !== undefined) spots.push({ method, path: beside, at, end: at + 1 });
    const path = lines[at + 1]?.text ?? "";
    // A message type may also be a title in the navigation. Then it has its own method below it.
    if (beside === undefined && isPath(path) && !METHOD.test(lines[at + 2]?.text ?? "")) {
      spots.push({ method, path, at, end: at + 2 });
    }
  }
  return spots;
}

function opensSections(lines: readonly Line[], from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (headingIn(lines[at]?.text ?? "") !== undefined) return true;
  return false;
}

function headAt(lines: readonly Line[], { method, path, at, end }: HeadSpot): Head {
  const message = MESSAGE_TYPE.exec(path)?.[1];
  const server = /^https?:\/\/[^/]+/.exec(path)?.[0];
  let top = at - 1;
  let status: PageStatus | undefined;
  for (; top >= 0; top -= 1) {
    const text = lines[top]?.text ?? "";
    const word = statusIn(text);
    if (word !== undefined) status ??= statusOf(word);
    else if (!isTool(text)) break;
  }
  const above = lines[top]?.text ?? "";
  const title = BULLET.test(above) || CRUMB.test(above) ? "" : above;
  return {
    title,
    status: status ?? "released",
    method,
    path: message ?? path.replace(/^https?:\/\/[^/]+/, ""),
    kind: message === undefined ? "operation" : "callback",
    ...(server !== undefined && { server }),
    folder: folderOf(lines.slice(0, title === "" ? top + 1 : top), title),
    at,
    end,
  };
}

const BULLET = /^[•◦▪‣·*-]\s+(.*)$/u;
const CRUMB = /^\d+\.\s+(.*)$/;

/** The folder from the navigation if the title is in one place there, else from the breadcrumbs above the title. */
function folderOf(above: readonly Line[], title: string): string[] {
  const crumbs: string[] = [];
  for (let at = above.length - 1; at >= 0; at -= 1) {
    const crumb = CRUMB.exec(above[at]?.text ?? "")?.[1];
    if (crumb === undefined) break;
    crumbs.unshift(crumb);
  }
  const folders = foldersIn(above, title);
  const fitting = folders.filter((folder) => crumbs.length === 0 || folder.at(-1) === crumbs.at(-1));
  const [only] = fitting.length > 0 ? fitting : folders;
  return only !== undefined && (fitting.length === 1 || folders.length === 1) ? only : crumbs;
}

/** The folders around each entry of the navigation with this title; none if the navigation has no indentation. */
function foldersIn(lines: readonly Line[], title: string): string[][] {
  const found: string[][] = [];
  const around: { indent: number; text: string }[] = [];
  for (const { text, indent } of lines) {
    const entry = BULLET.exec(text)?.[1];
    if (entry === undefined) continue;
    while ((around.at(-1)?.indent ?? -1) >= indent) around.pop();
    if (entry.startsWith(title) && METHOD_AFTER.test(entry.slice(title.length)) && around.length > 0)
      found.push(around.map(({ text: folder }) => folder));
    around.push({ indent, text: entry });
  }
  return found;
}

const METHOD_AFTER = /^\s*(?:GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS|TRACE)?$/;
