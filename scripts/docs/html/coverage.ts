// The page of coverage: every entry of PandaPon's navigation in both of its main languages.
import { plainText as plain } from "../../core/markdown.js";
import { visibleText } from "../contract/evidence.js";
import { operationFile } from "../site/links.js";
import type { CoverageEntry } from "../../coverage/index.js";
import type { LanguageSite } from "../site/site.js";
import { sentences } from "../site/words.js";

/** Markdown without the heading. */
export function coverageMarkdown(site: LanguageSite, extension: "html" | "md"): string {
  const { coverage, words } = site;
  const groups = [...new Set(coverage.map(({ group }) => group))];
  return [
    words.coverageText,
    ...groups.map((group) => {
      const rows = coverage.filter((entry) => entry.group === group).map((entry) => row(entry, site, extension));
      const head = [words.title, words.operation, words.known];
      return `## ${plain(group)}\n\n${[head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")}`;
    }),
  ].join("\n\n");
}

function row(entry: CoverageEntry, { words, language }: LanguageSite, extension: "html" | "md"): string[] {
  const { title, titleZh, page, operationId, webhook, request, response, reason = "" } = entry;
  const inOrder = language.startsWith("zh") ? [titleZh, title] : [title, titleZh];
  const titles = inOrder.flatMap((one) => (one === undefined ? [] : plain(one))).join(" · ");
  const linked = page === undefined ? titles : `[${titles}](${page})`;
  const id = webhook ?? operationId;
  if (id === undefined) return [linked, "", sentences([words.notDescribed, plain(reason)])];
  const visible = visibleText({ request, response, isMessage: webhook !== undefined }, words);
  return [linked, `[\`${id}\`](${operationFile(id, extension)})`, visible];
}
