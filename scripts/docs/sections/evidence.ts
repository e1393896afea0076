// Writes what PandaPon's pages do not say: what is missing of each operation, what is not described, which contradictions are accepted.
import { isDescribed } from "../../core/navigation.js";
import { plainText as plain } from "../../core/markdown.js";
import { isObject, listIn, objectOf } from "../../core/node.js";
import type { Document } from "../../core/openapi.js";
import type { CoverageEntry } from "../../coverage/index.js";
import { sentences, type Words } from "../site/words.js";
import { contradictions, namedOperations, nameOf, visibleText, type NamedOperation } from "../contract/evidence.js";

/** @param contract with its x- fields */
export function evidenceMarkdown(contract: Document, coverage: readonly CoverageEntry[], words: Words): string {
  const described = namedOperations(contract);
  return [
    `## ${words.missingTitle}`,
    list(described.flatMap((one) => missingOf(one, words) ?? [])),
    `## ${words.undescribedTitle}`,
    undescribed(coverage),
    `## ${words.contradictionsTitle}`,
    words.contradictionsText,
    ...described.flatMap((one) => {
      const lines = contradictions(one.operation, words);
      return lines.length === 0 ? [] : [`**${link(one)}**`, list(lines)];
    }),
    `**${words.sharedShapes}**`,
    list(inShapes(contract, words)),
  ].join("\n\n");
}

const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join("\n");

const link = (one: NamedOperation): string => `[\`${nameOf(one)}\`](operation:${nameOf(one)})`;

/** Nothing if the pages show all of it. */
function missingOf(one: NamedOperation, words: Words): string | undefined {
  const { request, response, missing } = objectOf(one.operation["x-evidence"]);
  const parts = one.webhook === undefined ? { request, response } : { message: request };
  if (missing === undefined && Object.values(parts).every((known) => known === "complete")) return undefined;
  return sentences([
    `${link(one)}: ${visibleText({ request, response, isMessage: one.webhook !== undefined }, words)}`,
    typeof missing === "string" ? plain(missing) : undefined,
  ]);
}

/** The entries of PandaPon's navigation that the contract does not describe, by group, with the reason. */
function undescribed(coverage: readonly CoverageEntry[]): string {
  const entries = coverage.filter((entry) => !isDescribed(entry));
  return [...new Set(entries.map(({ group }) => group))]
    .map((group) => {
      const some = entries.filter((entry) => entry.group === group);
      return `**${plain(group)}**\n\n${list(some.map(undescribedLine))}`;
    })
    .join("\n\n");
}

function undescribedLine({ title, titleZh = title, page, reason = "" }: CoverageEntry): string {
  const linked = (text: string): string => (page === undefined ? plain(text) : `[${plain(text)}](${page})`);
  const titles = title === titleZh ? linked(title) : `${plain(title)} (${linked(titleZh)})`;
  return `${titles}: ${plain(reason)}`;
}

/** The contradictions that belong to shapes. The bundle writes some shapes several times: they are told once. */
function inShapes(contract: Document, words: Words): string[] {
  const lines = new Map<string, string>();
  const visit = (name: string, value: unknown): void => {
    if (!isObject(value)) return listIn(value).forEach((member) => visit(name, member));
    for (const line of contradictions(value, words)) {
      // What several shapes inherit is first found in the one that has it itself.
      if (!lines.has(line)) lines.set(line, `${plain(name)} ${line}`);
    }
    Object.values(value).forEach((member) => visit(name, member));
  };
  const shapes = Object.entries(objectOf(contract.components?.["schemas"]));
  const own = (shape: unknown): boolean => isObject(shape) && contradictions(shape, words).length > 0;
  for (const [name, shape] of [...shapes.filter(([, one]) => own(one)), ...shapes]) visit(name, shape);
  return [...lines.values()];
}
