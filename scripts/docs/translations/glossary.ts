// Holds that a language translates a term one way: spec/translations/<language>/glossary.yaml.
import path from "node:path";
import { problemAt, readYamlFile } from "../../core/file-problems.js";
import { isObject, objectOf, texts } from "../../core/node.js";
import type { Problem } from "../../core/problem.js";
import { isFile } from "../../core/spec-folder.js";
import { Unreadable } from "../../core/yaml.js";
import type { EnglishTexts } from "./check.js";
import { GLOSSARY_FILE, type TranslatedText } from "./read.js";

interface Term {
  english: RegExp;
  name: string;
  /** One of them is in a translation; those of the platform, if the text belongs to one. */
  translations: (address: string) => readonly string[];
}

export interface Glossary {
  terms: readonly Term[];
  /** Words that are not used, and what is used instead. */
  never: ReadonlyMap<string, string>;
}

/**
 * @param dir the folder of the language
 * @returns undefined if it has no glossary
 * @throws Failure with code 2 if the file cannot be read
 */
export function readGlossary(dir: string): Glossary | undefined {
  const file = path.join(dir, GLOSSARY_FILE);
  if (!isFile(file)) return undefined;
  return readYamlFile(file, ({ value, line }) => {
    const { terms, never } = objectOf(value);
    return {
      terms: Object.entries(objectOf(terms)).map(([name, found]) => termOf(name, found, line(["terms", name]))),
      never: new Map(Object.entries(objectOf(never)).map(([word, instead]) => [word, String(instead)])),
    };
  });
}

function termOf(name: string, found: unknown, line: number): Term {
  const lists = isObject(found) ? Object.entries(found) : [["", found] as const];
  const byPlatform = new Map(lists.map(([platform, list]) => [platform, texts(list)]));
  if ([...byPlatform.values()].some((list) => list.length === 0)) {
    throw new Unreadable(`${name} has no translation`, line, "Write a list: `parcel: [包裹]`.");
  }
  const all = [...byPlatform.values()].flat();
  let english: RegExp;
  try {
    english = new RegExp(`\\b(?:${name})(?:s|es)?\\b`, "i");
  } catch {
    throw new Unreadable(`${name} is not a pattern`, line, "Write the English term, or a regular expression.");
  }
  return {
    ...{ english, name },
    translations: (address) =>
      [...byPlatform].find(([platform]) => platform !== "" && isOf(address, platform))?.[1] ?? all,
  };
}

/** `operations/alibaba.orders.get/…`, `schemas/AlibabaOrder/…` */
const isOf = (address: string, platform: string): boolean =>
  (address.split("/")[1] ?? "").toLowerCase().startsWith(platform);

/** Code but flows, whose texts are translated, the addresses of links, and paths. */
const withoutCode = (text: string): string =>
  text.replaceAll(/^```(?!flow)[^]*?^```|`[^`\n]*`|\]\([^)]*\)|\/[\w/.-]+/gm, " ");

/** @returns the texts that have a term and not its translation, or a word that is not used */
export function checkTerms(
  { terms, never }: Glossary,
  english: EnglishTexts,
  translated: ReadonlyMap<string, TranslatedText>,
): Problem[] {
  const problems: Problem[] = [];
  for (const [address, { text, file, line }] of translated) {
    const original = english.get(address)?.english;
    if (original === undefined || isTitle(address)) continue;
    const from = withoutCode(original);
    // A word is capital at the beginning of a sentence.
    const to = withoutCode(text).toLowerCase();
    const add = (message: string, fix: string): void =>
      void problems.push(problemAt(file, line, "translation-term", message, fix));
    for (const { english: term, name, translations } of terms) {
      const known = translations(address);
      if (!term.test(from) || known.some((one) => to.includes(one.toLowerCase()))) continue;
      add(
        `${address} does not translate "${name}" as the glossary does.`,
        `Use ${known.join(" or ")}, or correct the glossary.`,
      );
    }
    for (const [word, instead] of never) {
      if (to.includes(word.toLowerCase())) add(`${address} uses ${word}.`, `Use ${instead}.`);
    }
  }
  return problems;
}

/** Titles are those that PandaPon's own pages have. */
const isTitle = (address: string): boolean => /\/(?:summary|x-displayName)$|^(?:x-tagGroups|groups)\//.test(address);
