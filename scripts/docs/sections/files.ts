// Finds the files of the sections, in the order of their numbers.
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { Failure, type Problem } from "../../core/problem.js";
import { errorCode, readBytes, shownPath } from "../../core/spec-folder.js";

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
/** Names that Windows reserves, and those that a server looks for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|index)$/;

/**
 * @param dir `docs` of a spec folder or of a language, absolute; without it there are no sections
 * @throws Failure with code 2 if a file cannot be read or is not UTF-8
 */
export function sectionFiles(dir: string): { files: SectionFile[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const wrong = (name: string, message: string, fix: string): void =>
    void problems.push({
      ...{ file: shownPath(path.join(dir, name)), line: 1, column: 1, rule: SECTIONS_RULE },
      ...{ message, fix },
    });
  const files: SectionFile[] = [];
  for (const name of namesIn(dir).filter((one) => /\.md$/i.test(one))) {
    const [, digits = "", slug = ""] = NAME.exec(name) ?? [];
    if (slug === "" || RESERVED.test(slug)) {
      const fix = "Call it NN-name.md, with lower-case letters, digits and hyphens: 10-getting-started.md.";
      wrong(name, "The name is not that of a section.", fix);
      continue;
    }
    const number = Number(digits);
    const twin = files.find((one) => one.number === number || one.slug === slug);
    if (twin !== undefined) {
      const same = twin.slug === slug ? `name ${slug}` : `number ${number}`;
      wrong(name, `It has the ${same}, as ${twin.name} has.`, "Give it another one.");
    }
    files.push({ file: path.join(dir, name), name, number, slug, text: sectionText(path.join(dir, name)) });
  }
  return { files: files.sort((a, b) => a.number - b.number), problems };
}

/** The names in a folder but hidden ones, sorted; none without the folder. */
export function namesIn(dir: string): string[] {
  if (!existsSync(dir)) return [];
  try {
    if (statSync(dir).isDirectory())
      return readdirSync(dir)
        .filter((name) => !name.startsWith("."))
        .sort();
  } catch (error) {
    throw new Failure(2, `Cannot read the folder ${shownPath(dir)} (${errorCode(error)}). Check its permissions.`);
  }
  throw new Failure(2, `${shownPath(dir)} is not a folder. Move the file, or remove it.`);
}

/** @throws Failure with code 2 if it is not readable text in UTF-8 */
export function sectionText(file: string): string {
  try {
    // The decoder drops a byte order mark.
    return new TextDecoder("utf-8", { fatal: true }).decode(readBytes(file)).replaceAll(/\r\n?/g, "\n");
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(2, `${shownPath(file)} is not text in UTF-8. Save it as UTF-8.`);
  }
}
