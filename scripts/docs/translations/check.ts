// Compares the texts of a language with the English ones.
import { problemAt } from "../../core/file-problems.js";
import type { Problem } from "../../core/problem.js";
import { beginning } from "../../core/text.js";
import { digestOf, type TranslatedText, type Translation } from "./read.js";

/** English texts by name or address. */
export type EnglishTexts = ReadonlyMap<string, { english: string; isOptional?: boolean }>;

export interface CheckedTexts {
  problems: Problem[];
  /** How many of the optional texts are translated. */
  translated: number;
  optional: number;
}

/**
 * @param folder where a missing text belongs, as people see it
 * @returns missing, orphaned and outdated texts. A missing text that is optional is only counted.
 */
export function checkTexts(
  english: EnglishTexts,
  translated: ReadonlyMap<string, TranslatedText>,
  { language, dir }: Translation,
  folder: string,
): CheckedTexts {
  const problems: Problem[] = [];
  const add = (rule: string, file: string, line: number, message: string, fix: string): void =>
    void problems.push(problemAt(file, line, `translation-${rule}`, message, fix));
  let [count, optional] = [0, 0];
  for (const [address, { english: text, isOptional = false }] of english) {
    const found = translated.get(address);
    if (isOptional) optional += 1;
    if (isOptional && found !== undefined) count += 1;
    const of = digestOf(text);
    if (found === undefined) {
      if (isOptional) continue;
      const fix = `Add it to ${folder} with \`of: ${of}\`.`;
      add("missing", dir, 1, `${address} has no text in ${language}: "${beginning(text, 60)}".`, fix);
    } else if (found.of !== of) {
      const message = `${address} is outdated: the English text has changed to "${beginning(text, 60)}".`;
      add("outdated", found.file, found.line, message, `Translate it again, and set \`of: ${of}\`.`);
    }
  }
  return { problems: [...problems, ...orphansOf(english, translated)], translated: count, optional };
}

/** Translations of texts that do not exist. */
export const orphansOf = (english: EnglishTexts, translated: ReadonlyMap<string, TranslatedText>): Problem[] =>
  [...translated]
    .filter(([address]) => !english.has(address))
    .map(([address, { file, line }]) =>
      problemAt(file, line, "translation-orphaned", `There is no text ${address}.`, "Remove it, or correct its name."),
    );
