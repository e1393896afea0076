// Reads a list of pages: a site's llms.txt, or a text file with one address per line.
import type { Problem } from "../../core/problem.js";
import { isPageId, pageIdIn } from "../page/page-id.js";
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

export interface List {
  /** The pages of endpoints, without documents and schemas. */
  targets: Target[];
  problems: Problem[];
}

// - 1688 > After-sales [Create a refund](https://docs.example.com/create-a-refund-250313120e0.md): what it is for
const LINK = /^([^[]*)\[(.*?)\]\(<?(\S+?)>?\)(?=[:\s]|$)/;
const BARE = /^<?((?:https?:\/\/|\/)[^\s<>]+)>?$/;
/** In a longer line, the rest is a description. */
const LONGEST_LINE = 4_000;

/**
 * The endpoint pages of a list.
 * @param source the list's address or file, as it is shown to a person
 * @param base the address of the list if it is a site's; only pages of this site are allowed then
 */
export function readList(text: string, source: string, base?: URL): List {
  const targets = new Map<string, Target>();
  const problems: Problem[] = [];
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole.slice(0, LONGEST_LINE).replace(/^\uFEFF?\s*(?:[-*+]\s+)?/, "");
    const [, folder = "", title = "", linked] = LINK.exec(line) ?? [];
    const address = linked ?? BARE.exec(line.trimEnd())?.[1] ?? "";
    if (pageIdIn(address) === undefined) continue;
    const url = URL.canParse(address, base?.href) ? new URL(address, base) : undefined;
    const failed = (message: string, fix: string): void =>
      void problems.push(pageProblem(source, index + 1, message, fix));
    if (url === undefined || !/^https?:$/.test(url.protocol)) {
      failed(`${address} is not a full address.`, "Add https:// and the name of the site.");
    } else if (base !== undefined && url.origin !== base.origin) {
      const fix = "If it is PandaPon's, add that site with --site.";
      failed(`${address} is not on ${base.origin} and is not fetched.`, fix);
    } else {
      const target = targetOf(url, title, folder);
      if (target === undefined) continue;
      if (!isPageId(target.id)) failed(`${target.id} is not the id of a page.`, "Check the address in the list.");
      else if (!targets.has(target.id)) targets.set(target.id, target);
    }
  }
  if (targets.size + problems.length === 0) {
    const fix = "Check the list: the addresses of endpoints end in api-1 or 1e0.md.";
    problems.push(pageProblem(source, 1, "The list has no pages of endpoints.", fix));
  }
  return { targets: [...targets.values()], problems };
}

/**
 * The page at an address, or undefined if it is not the page of an endpoint.
 * @param folders `1688 > After-sales`
 */
export function targetOf(address: URL, title = "", folders = ""): Target | undefined {
  const id = pageIdIn(address.pathname);
  if (id === undefined) return undefined;
  const path = address.pathname.replace(/\.md$/i, "");
  const markdown = new URL(address);
  markdown.hash = "";
  markdown.pathname = `${path}.md`;
  const folder = folders.split(/[>/]/).flatMap((one) => one.trim() || []);
  return { id, title, folder, path, url: new URL(id, address).href, address: markdown };
}
