// The contract in another language, as the site shows it.
import type { Document } from "../../core/openapi.js";
import type { Words } from "../site/words.js";
import { digestOf } from "./digest.js";
import type { Translation } from "./read.js";
import { textsOf } from "./texts.js";

/** What shows by itself that it is English, and what stands in lists. */
const TITLES = new Set(["title", "summary", "name", "x-displayName"]);

/**
 * Does what the language's overlay does, and marks every description that stays in English. The beginning of the contract says what
 * the mark means. (To apply the overlay itself takes as long as half of a build, because it is careful with overlays of other people.)
 * @param document it stays as it is
 */
export function translate(document: Document, { contract }: Translation, words: Words): Document {
  const result = structuredClone(document);
  let isMarked = false;
  for (const { address, english, name, node } of textsOf(result)) {
    const found = contract.get(address);
    if (found?.of === digestOf(english)) node[name] = found.text;
    else if (!TITLES.has(name)) {
      node[name] = `${english.trimEnd()} ${words.untranslatedMark}`;
      isMarked = true;
    }
  }
  const info: { title: string; description?: string } = result.info;
  if (isMarked) info.description = [info.description, words.untranslated].filter(Boolean).join("\n\n");
  return result;
}
