// The other languages of the site: spec/translations/.
import path from "node:path";
import { NAVIGATION_FILE, openNavigation } from "../../core/navigation.js";
import type { Document } from "../../core/openapi.js";
import { Failure, type Problem } from "../../core/problem.js";
import { isFile, openSpecFolder } from "../../core/spec-folder.js";
import { REDOC_LABELS } from "../redoc/labels.js";
import { sectionFiles } from "../sections/files.js";
import { ENGLISH, type Words } from "../site/words.js";
import { checkTexts, orphansOf, type EnglishTexts } from "./check.js";
import { navigationTexts } from "./navigation.js";
import { languagesOf, readTranslation, type Translation } from "./read.js";
import { textsOf } from "./texts.js";

export { inLanguage } from "./navigation.js";
export { overlayOf, translate, type Overlay } from "./overlay.js";
export { readTranslation, type Translation } from "./read.js";

/** The words of the site in a language. English ones stand in for those that are missing; lint names them. */
export const wordsIn = ({ words }: Translation): Words =>
  // It has the names of the English words.
  Object.fromEntries(Object.entries(ENGLISH).map(([name, text]) => [name, words.get(name)?.text ?? text])) as Words;

export interface CheckedLanguages {
  problems: Problem[];
  /** How many descriptions of fields each language has, of how many. */
  fields: { language: string; translated: number; of: number }[];
}

/**
 * Finds missing, orphaned and outdated texts of every language.
 * @param contract the published contract
 * @throws Failure with code 2 if a file cannot be read
 */
export function checkLanguages(spec: string, contract: Document): CheckedLanguages {
  const { dir } = openSpecFolder(spec);
  const english = englishTexts(dir, contract);
  const result: CheckedLanguages = { problems: [], fields: [] };
  for (const language of languagesOf(dir)) {
    const translation = readTranslation(dir, language);
    for (const { kind, texts, place } of english) {
      const { problems, translated, optional } = checkTexts(texts, translation[kind], translation, place);
      result.problems.push(...problems);
      if (kind === "contract") result.fields.push({ language, translated, of: optional });
    }
  }
  return result;
}

/**
 * Refuses a language with a text that translates nothing.
 * @throws Failure with code 1
 */
export function refuseOrphans(spec: string, translation: Translation, contract: Document): void {
  const problems = englishTexts(spec, contract).flatMap(({ kind, texts }) => orphansOf(texts, translation[kind]));
  if (problems.length === 0) return;
  const hint = "If the spec folder is newer than the bundle, run `pandapon generate` first.";
  throw new Failure(1, `${translation.language} has texts that translate nothing. ${hint}`, problems);
}

/** All English texts, by the part of a language that translates them. */
export function englishTexts(dir: string, contract: Document): EnglishPart[] {
  const texts = new Map(
    textsOf(contract).map(({ address, english, isField }) => [address, { english, isOptional: isField }]),
  );
  const navigation = isFile(path.join(dir, NAVIGATION_FILE)) ? openNavigation(dir) : [];
  const sections = new Map(
    sectionFiles(path.join(dir, "docs")).files.map(({ name, text }) => [name, { english: text }]),
  );
  return [
    { kind: "contract", texts, place: "a .yaml file of its folder" },
    { kind: "navigation", texts: named(navigationTexts(navigation)), place: "navigation.yaml" },
    { kind: "words", texts: named(ENGLISH), place: "words.yaml" },
    { kind: "labels", texts: named(REDOC_LABELS), place: "redoc.yaml" },
    { kind: "sections", texts: sections, place: "docs/" },
  ];
}

interface EnglishPart {
  kind: "contract" | "navigation" | "words" | "labels" | "sections";
  texts: EnglishTexts;
  /** Where its translations are, as people see it. */
  place: string;
}

const named = (texts: Readonly<Record<string, string>>): EnglishTexts =>
  new Map(Object.entries(texts).map(([name, english]) => [name, { english }]));
