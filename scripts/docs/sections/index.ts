// The sections of the docs site in one language: the files of spec/docs or their translations, with what is generated in them.
import path from "node:path";
import type { Document } from "../../core/openapi.js";
import { Failure } from "../../core/problem.js";
import type { CoverageEntry } from "../../coverage/index.js";
import type { Section } from "../site/site.js";
import type { Words } from "../site/words.js";
import { namedOperations, nameOf } from "../contract/evidence.js";
import { changelogMarkdown, readChangelog } from "./changelog.js";
import { evidenceMarkdown } from "./evidence.js";
import { sectionFiles, sectionText } from "./files.js";
import { flowList } from "./flow.js";
import { flowSvg } from "./flow-svg.js";
import { readSection, type Block, type Placeholder, type Targets } from "./read.js";

export interface SectionsInput {
  /** The spec folder: sections are in `docs`, the changelog in `changes`. */
  spec: string;
  /** The translated files by their names, which are those of the English ones. A section without a translation stays English. */
  translated?: ReadonlyMap<string, { readonly file: string }>;
  /** The contract in this language, with its x- fields. */
  contract: Document;
  coverage: readonly CoverageEntry[];
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
    operations: new Set(namedOperations(contract).map(nameOf)),
  };
  const changes = readChangelog(path.resolve(spec, "changes"));
  const generated: Readonly<Record<Placeholder, () => string>> = {
    evidence: () => evidenceMarkdown(contract, coverage, words),
    changelog: () => changelogMarkdown(changes, words),
  };
  const sections = files.map((english): Section => {
    const file = translated?.get(english.name)?.file;
    const read = readSection(file === undefined ? english : { file, text: sectionText(file) }, targets);
    problems.push(...read.problems);
    if (problems.length > 0) return { slug: english.slug, title: read.title, markdown: "", plain: "" };
    const note = translated !== undefined && file === undefined ? `${words.untranslatedSection}\n\n` : "";
    const written = (flowOf: FlowWriter): string => note + joined(read.blocks, generated, flowOf);
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
  if (problems.length > 0) throw new Failure(1, "A section of the docs site is wrong.", problems);
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
  return `${texts
    .join("")
    .trim()
    .replaceAll(/\n{3,}/g, "\n\n")}\n`;
}
