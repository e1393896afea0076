// Reads the texts of a language: spec/translations/<language>/.
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { readYamlFile } from "../../core/file-problems.js";
import { isObject } from "../../core/node.js";
import { Failure } from "../../core/problem.js";
import { filesBelow, readText, shownPath, slashed } from "../../core/spec-folder.js";
import { compareText } from "../../core/text.js";
import { Unreadable } from "../../core/yaml.js";

/** A text in another language, and where it is written. */
export interface TranslatedText {
  text: string;
  /** The digest of the English text that it translates. */
  of: string;
  /** Absolute. */
  file: string;
  /** From 1. */
  line: number;
}

/** The texts of one language. */
export interface Translation {
  /** BCP 47: `zh-CN`. */
  language: string;
  /** The folder, absolute. */
  dir: string;
  /** Texts of the contract, by address. */
  contract: ReadonlyMap<string, TranslatedText>;
  /** Texts of spec/navigation.yaml, by address. */
  navigation: ReadonlyMap<string, TranslatedText>;
  /** Words of the site, by name. */
  words: ReadonlyMap<string, TranslatedText>;
  /** Labels of Redoc, by their names there. */
  labels: ReadonlyMap<string, TranslatedText>;
  /** Sections, by the name of their file: `10-getting-started.md`. Their text begins with the title. */
  sections: ReadonlyMap<string, TranslatedText>;
}

/** @returns the first 8 hexadecimal digits of the SHA-256 of a text, whatever its line endings are */
export const digestOf = (text: string): string =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n").trim()).digest("hex").slice(0, 8);

/** How terms are translated, which a test holds. It has no text of the site. */
const GLOSSARY_FILE = "glossary.yaml";
const FOLDER = "translations";
const FRONT = /^\ufeff?---\r?\nof: *(["']?)([0-9a-f]{8})\1 *\r?\n---\r?\n+/;

/** The languages of a contract, English left out. */
export function languagesOf(spec: string): string[] {
  const dir = path.join(spec, FOLDER);
  if (!existsSync(dir)) return [];
  const entries = readdirSync(dir, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? entry.name : [])).sort(compareText);
}

/**
 * @param spec the spec folder, absolute
 * @throws Failure with code 2 if the language has no folder, or if a file of it cannot be read
 */
export function readTranslation(spec: string, language: string): Translation {
  const dir = path.join(spec, FOLDER, language);
  if (!languagesOf(spec).includes(language)) {
    const known = ["en", ...languagesOf(spec)].join(", ");
    throw new Failure(2, `There is no language ${language}. Use one of ${known}, or add the folder ${shownPath(dir)}.`);
  }
  const [contract, navigation] = [new Map<string, TranslatedText>(), new Map<string, TranslatedText>()];
  const [words, labels] = [new Map<string, TranslatedText>(), new Map<string, TranslatedText>()];
  const sections = new Map<string, TranslatedText>();
  for (const file of filesBelow(dir)) {
    const name = slashed(path.relative(dir, file));
    if (name === GLOSSARY_FILE || path.basename(name).startsWith(".")) continue;
    else if (name === "words.yaml") readInto(words, file);
    else if (name === "redoc.yaml") readInto(labels, file);
    else if (name === "navigation.yaml") readInto(navigation, file);
    else if (/^docs\/[^/]+\.md$/.test(name)) sections.set(path.basename(name), readSection(file));
    else if (name.endsWith(".yaml")) readInto(contract, file);
    else throw new Failure(2, `${shownPath(file)} is not a translation. Remove it, or give it the ending .yaml.`);
  }
  return { language, dir, contract, navigation, words, labels, sections };
}

/** Reads nested names that end in `{ of, text }`. */
const readInto = (texts: Map<string, TranslatedText>, file: string): void =>
  readYamlFile(file, ({ value, line }) => {
    const visit = (node: unknown, keys: readonly string[]): void => {
      if (!isObject(node)) {
        throw new Unreadable("This is not a text with its digest", line(keys), "Write `{ of: 1a2b3c4d, text: … }`.");
      }
      const { of, text } = node;
      if (typeof text !== "string" || isObject(of)) {
        return Object.entries(node).forEach(([key, member]) => visit(member, [...keys, key]));
      }
      // YAML reads a digest of digits alone as a number.
      if (typeof of !== "string" || !/^[0-9a-f]{8}$/.test(of)) {
        throw new Unreadable("`of` is not a digest", line(keys), "Write its 8 hexadecimal digits in quotes.");
      }
      const address = keys.join("/");
      const other = texts.get(address);
      if (other !== undefined) {
        const fix = `It is in ${shownPath(other.file)}:${other.line} too. Remove one.`;
        throw new Unreadable(`${address} is translated twice`, line(keys), fix);
      }
      texts.set(address, { text, of, file, line: line(keys) });
    };
    visit(value, []);
  });

function readSection(file: string): TranslatedText {
  const source = readText(file);
  const front = FRONT.exec(source);
  if (front === null) {
    throw new Failure(2, `${shownPath(file)}:1 The digest is missing. Begin with ---, \`of: 1a2b3c4d\` and ---.`);
  }
  return { text: source.slice(front[0].length).replaceAll("\r\n", "\n"), of: front[2] ?? "", file, line: 2 };
}
