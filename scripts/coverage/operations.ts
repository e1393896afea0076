// The page of all operations: how one calls each, what it does, and how much of it is known.
import { plainText as plain } from "../core/markdown.js";
import { isDescribed } from "../core/navigation.js";
import { markdownLines } from "./columns.js";
import type { CoverageEntry } from "./table.js";

const INTRO = `# Operations

Made by \`pandapon coverage\` from spec/. Do not edit: change spec/ and run \`npm run build\`.

Every entry of PandaPon's navigation, in its order. Call an operation by its name: \`pandapon.alibaba.orders.get(…)\`. In names, \`alibaba\` means 1688.
A message that PandaPon pushes has its message type as its name. The last column is the Chinese title, with a link to the page of PandaPon that shows most.
Some addresses of pages are concluded from the order of the navigation.

A request or an answer is complete if PandaPon's pages show every field of it, partial if they show some, and unknown if they show none. Upstream facts
are fields that PandaPon's pages do not show. They come from the platforms behind PandaPon, from clients or from real calls.`;

const HEAD = ["Name", "What it does", "Kind", "How much is known", "PandaPon's page"];

/** The page in Markdown, as prettier formats it: one table per group of the navigation, then the entries that have no path. */
export function operationsPage(entries: readonly CoverageEntry[]): string {
  const groups = [...new Set(entries.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const some = entries.filter((entry) => entry.group === group);
    const rows = some.filter(isDescribed).map(cells);
    const others = some.filter((entry) => !isDescribed(entry));
    return [
      `## ${plain(group)}`,
      ...(rows.length > 0 ? [markdownLines([HEAD, ...rows], () => false).join("\n")] : []),
      ...(others.length > 0 ? ["Not described:", others.map(line).join("\n")] : []),
    ].join("\n\n");
  });
  return `${[INTRO, ...sections].join("\n\n")}\n`;
}

const cells = (entry: CoverageEntry): string[] => {
  const { operationId = "", webhook, summary = "", effect = "", request, response, upstream } = entry;
  return [
    `\`${webhook ?? operationId}\``,
    plain(summary),
    webhook === undefined ? effect : "pushed",
    `${webhook === undefined ? `request ${request}, answer ${response}` : `message ${request}`}${upstream ? "; with upstream facts" : ""}`,
    link(entry),
  ];
};

const line = (entry: CoverageEntry): string => {
  const { title, titleZh, reason } = entry;
  const titles = titleZh === undefined ? link(entry) : `${plain(title)} (${link(entry)})`;
  return `- ${titles}${reason === undefined ? "" : `: ${plain(reason)}`}`;
};

const link = ({ title, titleZh = title, page }: CoverageEntry): string =>
  page === undefined ? plain(titleZh) : `[${plain(titleZh)}](${page})`;
