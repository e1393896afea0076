// Finds the files of the sections, in the order of their numbers.
import path from "node:path";
import { problemAt } from "../../core/file-problems.js";
import type { Problem } from "../../core/problem.js";
import { filesBelow, readText, slashed } from "../../core/spec-folder.js";

export interface SectionFile {
  /** Absolute. */
  file: string;
  name: string;
  number: number;
  slug: string;
  /** The lines end with `\n`. */
  text: string;
}

export const SECTIONS_RULE = "docs-sections";

const NAME = /^(\d+)-([a-z\d]+(?:-[a-z\d]+)*)\.md$/;

/**
 * @param dir `docs` of a spec folder, absolute; without it there are no sections
 * @throws Failure with code 2 if a file cannot be read
 */
export function sectionFiles(dir: string): { files: SectionFile[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const files: SectionFile[] = [];
  for (const file of filesBelow(dir).filter((one) => /^[^.].*\.md$/i.test(path.basename(one)))) {
    const name = slashed(path.relative(dir, file));
    const wrong = (message: string, fix: string): void =>
      void problems.push(problemAt(file, 1, SECTIONS_RULE, message, fix));
    const [, digits = "", slug = ""] = NAME.exec(name) ?? [];
    if (slug === "") {
      const fix = "Call it NN-name.md, with lower-case letters, digits and hyphens: 10-getting-started.md.";
      wrong("The name is not that of a section.", fix);
      continue;
    }
    const number = Number(digits);
    const twin = files.find((one) => one.number === number || one.slug === slug);
    if (twin !== undefined) {
      const same = twin.slug === slug ? `name ${slug}` : `number ${number}`;
      wrong(`${twin.name} has the same ${same}.`, "Give it another one.");
    }
    files.push({ file, name, number, slug, text: sectionText(file) });
  }
  return { files: files.sort((a, b) => a.number - b.number), problems };
}

/** @throws Failure with code 2 if it cannot be read */
export const sectionText = (file: string): string =>
  readText(file)
    .replace(/^\uFEFF/, "")
    .replaceAll(/\r\n?/g, "\n");
