// Reads the texts of a language: spec/translations/<language>/.
import { readdirSync } from "node:fs";
import path from "node:path";
import { isObject } from "../../core/node.js";
import { Failure } from "../../core/problem.js";
import { readText, shownPath } from "../../core/spec-folder.js";
import { compareText } from "../../core/text.js";
import { readYaml, Unreadable } from "../../core/yaml.js";

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

/** Its terms are checked, and none of them is a text. */
export const GLOSSARY_FILE = "glossary.yaml";
const FOLDER = "translations";
const FRONT = /^\ufeff?---\r?\nof: *(["']?)([0-9a-f]{8})\1 *\r?\n---\r?\n+/;

/** The languages of a contract, English left out. */
export const languagesOf = (spec: string): string[] => foldersIn(path.join(spec, FOLDER));

/**
 * @param spec the spec folder, absolute
 * @throws Failure with code 2 if the language has no folder, or if a file of it cannot be read
 */
export function readTranslation(spec: string, language: string): Translation {
  const dir = path.join(spec, FOLDER, language);
  if (!languagesOf(spec).includes(language)) {
    const known = ["en", ...languagesOf(spec)];
    const isNew = /^[a-z]{2,3}(?:-[a-z\d]+)*$/i.test(language) && !known.some((one) => sameLetters(one, language));
    const fix = `Use one of ${known.join(", ")}${isNew ? `, or add the folder ${shownPath(dir)}` : ""}.`;
    throw new Failure(2, `There is no language ${language}. ${fix}`);
  }
  const [contract, navigation] = [new Map<string, TranslatedText>(), new Map<string, TranslatedText>()];
  const [words, labels] = [new Map<string, TranslatedText>(), new Map<string, TranslatedText>()];
  const sections = new Map<string, TranslatedText>();
  for (const name of filesIn(dir)) {
    const file = path.join(dir, name);
    if (name === GLOSSARY_FILE) continue;
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
function readInto(texts: Map<string, TranslatedText>, file: string): void {
  try {
    const { value, line } = readYaml(readText(file));
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
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Failure(2, `${shownPath(file)}:${error.line} ${error.message}. ${error.fix}`);
  }
}

function readSection(file: string): TranslatedText {
  const source = readText(file);
  const front = FRONT.exec(source);
  if (front === null) {
    throw new Failure(2, `${shownPath(file)}:1 The digest is missing. Begin with ---, \`of: 1a2b3c4d\` and ---.`);
  }
  return { text: source.slice(front[0].length).replaceAll("\r\n", "\n"), of: front[2] ?? "", file, line: 2 };
}

const sameLetters = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const entriesOf = (dir: string) => {
  try {
    return readdirSync(dir, { withFileTypes: true });
  } catch {
    return [];
  }
};
const foldersIn = (dir: string): string[] =>
  entriesOf(dir)
    .flatMap((entry) => (entry.isDirectory() ? entry.name : []))
    .sort(compareText);

/** Files at any depth, by their place in the folder, with `/`. */
const filesIn = (dir: string): string[] => [
  ...entriesOf(dir).flatMap((entry) => (entry.isFile() && !entry.name.startsWith(".") ? entry.name : [])),
  ...foldersIn(dir).flatMap((name) => filesIn(path.join(dir, name)).map((file) => `${name}/${file}`)),
];
