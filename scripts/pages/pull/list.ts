// Reads a list of pages: a site's llms.txt, or a text file with one address per line.
import type { Problem } from "../../core/problem.js";
import { pageIdIn } from "../page/page-id.js";
import { pageProblem } from "../page/reading.js";
import type { ListedPage } from "../snapshot/read.js";

/** The page of one endpoint, from a list. */
export interface Target extends ListedPage {
  id: string;
  /** The page's permanent address. The one in the list may change with the title. */
  url: string;
  /** The address of the page as Markdown. */
  address: URL;
}

interface ListEntry {
  line: number;
  /** The folders in front of the link, or "". */
  folder: string;
  title: string;
  address: string;
}

// - 1688 > After-sales [Create a refund](https://docs.example.com/create-a-refund-250313120e0.md): what it is for
const LINK = /^([^[]*)\[(.*?)\]\(<?(\S+?)>?\)(?=[:\s]|$)/;
/** In a longer line, the rest is a description. */
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
  /** The pages of endpoints, without documents and schemas. */
  targets: Target[];
  problems: Problem[];
}

/**
 * The endpoint pages of a list.
 * @param source the list's address or file, as it is shown to a person
 * @param base the address of the list, to resolve relative addresses
 * @param origin the only origin that is allowed in the list; without it, any
 */
export function readList(text: string, source: string, base?: URL, origin?: string): List {
  const targets = new Map<string, Target>();
  const problems: Problem[] = [];
  for (const { line, folder, title, address } of entriesOf(text)) {
    if (pageIdIn(address) === undefined) continue;
    const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
      problems.push(
        pageProblem(source, line, `${address} is not a full address.`, "Add https:// and the name of the site."),
      );
    } else if (origin !== undefined && url.origin !== origin) {
      problems.push(
        pageProblem(
          source,
          line,
          `${address} is not on ${origin} and is not fetched.`,
          "If it is PandaPon's, add that site with --site.",
        ),
      );
    } else {
      const target = targetOf(url, title, foldersOf(folder));
      if (target !== undefined && !targets.has(target.id)) targets.set(target.id, target);
    }
  }
  return { targets: [...targets.values()], problems };
}

/** The page at an address, or undefined if it is not the page of an endpoint. */
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

/** The path of the page, without `.md`. */
const pathOf = ({ pathname }: URL): string => pathname.replace(/\.md$/i, "");
