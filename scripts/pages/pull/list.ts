// The list of a site's pages: its llms.txt, or addresses one a line.
import type { Problem } from "../../core/problem.js";
import { pageIdIn } from "../page/page-id.js";
import { pageProblem } from "../page/reading.js";
import type { ListedPage } from "../snapshot/read.js";

/** One endpoint's page, as a list names it. */
export interface Target extends ListedPage {
  id: string;
  /** The page's lasting address: the one in the list may change with its title. */
  url: string;
  /** Of the page's Markdown. */
  address: URL;
}

interface ListEntry {
  line: number;
  /** The folders in front of the link; empty where there are none. */
  folder: string;
  title: string;
  address: string;
}

// - 1688 > After-sales [Create a refund](https://docs.example.com/create-a-refund-250313120e0.md): what it is for
const LINK = /^([^[]*)\[(.*?)\]\(<?(\S+?)>?\)(?=[:\s]|$)/;
/** What follows in a longer line is a description. */
const LONGEST_LINE = 4_000;
const BARE = /^<?((?:https?:\/\/|\/)[^\s<>]+)>?$/;

function entriesOf(text: string): ListEntry[] {
  const entries: ListEntry[] = [];
  for (const [index, whole] of text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .entries()) {
    const line = whole
      .slice(0, LONGEST_LINE)
      .replace(/^\s*(?:[-*+]\s+)?/, "")
      .trimEnd();
    const [, folder = "", title = "", address] = LINK.exec(line) ?? [];
    const found = address ?? BARE.exec(line)?.[1];
    if (found !== undefined) entries.push({ line: index + 1, folder, title, address: found });
  }
  return entries;
}

export interface List {
  /** The pages of endpoints; those of documents and schemas are left out. */
  targets: Target[];
  problems: Problem[];
}

/**
 * The endpoint pages that a list names.
 * @param source the list's address or file, as it is shown to a person
 * @param base where its relative addresses lead from; nothing where it has no address of its own
 * @param origin the only origin that its addresses may have, where there is one
 */
export function readList(text: string, source: string, base?: URL, origin?: string): List {
  const targets = new Map<string, Target>();
  const problems: Problem[] = [];
  for (const { line, folder, title, address } of entriesOf(text)) {
    if (pageIdIn(address) === undefined) continue;
    const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
      problems.push(
        pageProblem(source, line, `${address} is no whole address.`, "Write it with https:// and the site's name."),
      );
    } else if (origin !== undefined && url.origin !== origin) {
      problems.push(
        pageProblem(
          source,
          line,
          `${address} is not on ${origin}: it is not fetched.`,
          "Where it is PandaPon's, give that site with a --site of its own.",
        ),
      );
    } else {
      const target = targetOf(url, title, foldersOf(folder));
      if (target !== undefined && !targets.has(target.id)) targets.set(target.id, target);
    }
  }
  return { targets: [...targets.values()], problems };
}

/** The page at an address; nothing where that is no endpoint's. */
export function targetOf(address: URL, title = "", folder: string[] = []): Target | undefined {
  const id = pageIdIn(address.pathname);
  if (id === undefined) return undefined;
  const markdown = new URL(address);
  markdown.hash = "";
  if (!/\.md$/i.test(markdown.pathname)) markdown.pathname += ".md";
  return { id, title, folder, path: pathOf(address), url: new URL(id, address).href, address: markdown };
}

const foldersOf = (text: string): string[] =>
  text
    .split(/[>/]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** The page's own path, without `.md`. */
const pathOf = ({ pathname }: URL): string => pathname.replace(/\.md$/i, "");
