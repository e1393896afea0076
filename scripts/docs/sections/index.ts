// The sections of the docs site in one language: the files of spec/docs or their translations, with what is generated in them.
import path from "node:path";
import { isObject, type Node } from "../../core/node.js";
import { Failure, type Problem } from "../../core/problem.js";
import { shownPath } from "../../core/spec-folder.js";
import type { CoveredEntry, Section } from "../site.js";
import type { Words } from "../words.js";
import { changelogMarkdown, readChangelog } from "./changelog.js";
import { evidenceMarkdown } from "./evidence.js";
import { sectionFiles, SECTIONS_RULE, type SectionFile } from "./files.js";
import { flowList } from "./flow-list.js";
import { flowSvg } from "./flow-svg.js";
import { readSection, type Block, type Placeholder, type Targets } from "./read.js";

export interface SectionsInput {
  /** The spec folder: sections are in `docs`, the changelog in `changes`. */
  spec: string;
  /** The folder of a language's translated sections. A section without a translation stays English. */
  translated?: string;
  /** The contract in this language, with its x- fields. */
  contract: Node;
  coverage: readonly CoveredEntry[];
  words: Words;
}

/**
 * Reads the sections and draws their flows. Links to `section:` and `operation:` stay: each renderer turns them into its own.
 * @returns in the order of the files' numbers; none if there is no folder `docs`
 * @throws Failure with code 1 that names the file and the line of everything that is wrong, or with code 2 if a file cannot be read
 */
export function sectionsOf({ spec, translated, contract, coverage, words }: SectionsInput): Section[] {
  const { files, problems } = sectionFiles(path.resolve(spec, "docs"));
  const targets: Targets = {
    sections: new Set(files.map(({ slug }) => slug)),
    operations: operationNames(contract),
  };
  const translations = translated === undefined ? [] : translationsOf(path.resolve(translated), files, problems);
  const changelog = readChangelog(path.resolve(spec, "changes"));
  problems.push(...changelog.problems);
  const generated: Readonly<Record<Placeholder, () => string>> = {
    evidence: () => evidenceMarkdown(contract, coverage, words),
    changelog: () => changelogMarkdown(changelog.entries, words),
  };
  const sections = files.map((english): Section => {
    const read = readSection(translations.find(({ name }) => name === english.name) ?? english, targets);
    problems.push(...read.problems);
    if (problems.length > 0) return { slug: english.slug, title: read.title, markdown: "", plain: "" };
    const written = (flowOf: FlowWriter): string => joined(read.blocks, generated, flowOf);
    return {
      slug: english.slug,
      title: read.title,
      markdown: written((flow, index) => {
        const svg = flowSvg(flow, `flow-${english.slug}-${index}`, (operation) => `operation:${operation}`);
        return `<div class="flow">${svg}</div>`;
      }),
      plain: written((flow) => flowList(flow, words)),
    };
  });
  if (problems.length > 0) {
    throw new Failure(1, `The sections of the docs site have ${problems.length === 1 ? "a problem" : "problems"}.`, problems);
  }
  return sections;
}

type FlowWriter = (flow: Extract<Block, { flow: unknown }>["flow"], index: number) => string;

/** The blocks as one Markdown. */
function joined(
  blocks: readonly Block[],
  generated: Readonly<Record<Placeholder, () => string>>,
  flowOf: FlowWriter,
): string {
  let flows = 0;
  const texts = blocks.map((block) => {
    if ("markdown" in block) return block.markdown;
    return `\n\n${"flow" in block ? flowOf(block.flow, (flows += 1)) : generated[block.placeholder]()}\n\n`;
  });
  return `${texts.join("").trim().replaceAll(/\n{3,}/g, "\n\n")}\n`;
}

/** The translated files, each of which must have its English one. */
function translationsOf(dir: string, english: readonly SectionFile[], problems: Problem[]): SectionFile[] {
  const { files, problems: found } = sectionFiles(dir);
  problems.push(...found);
  for (const { name, file } of files.filter((one) => english.every((other) => other.name !== one.name))) {
    problems.push({
      ...{ file: shownPath(file), line: 1, column: 1, rule: SECTIONS_RULE },
      message: `It translates docs/${name}, which does not exist.`,
      fix: "Rename it as the English file, or remove it.",
    });
  }
  return files;
}

/** The operationIds and the message types of a contract. */
function operationNames(contract: Node): ReadonlySet<string> {
  const members = (value: unknown): unknown[] => (isObject(value) ? Object.values(value) : []);
  const ids = members(contract["paths"])
    .flatMap(members)
    .flatMap((operation) => (isObject(operation) ? [operation["operationId"]] : []));
  const types = isObject(contract["webhooks"]) ? Object.keys(contract["webhooks"]) : [];
  return new Set([...ids.filter((id) => typeof id === "string"), ...types]);
}
