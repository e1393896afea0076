// The contract in another language: as an OpenAPI Overlay, and as the site shows it. https://spec.openapis.org/overlay/
import type { Document } from "../../core/openapi.js";
import type { Words } from "../site/words.js";
import { digestOf, type Translation } from "./read.js";
import { textsOf, type ContractText } from "./texts.js";

/** An OpenAPI Overlay. */
export interface Overlay {
  overlay: "1.0.0";
  info: { title: string; version: string };
  actions: { target: string; update: Record<string, string> }[];
}

/** The translation of a text; undefined if there is none, or if it is outdated, since it may be wrong then. */
function translationOf({ contract }: Translation, { address, english }: ContractText): string | undefined {
  const found = contract.get(address);
  return found?.of === digestOf(english) ? found.text : undefined;
}

/** Changes every text that is translated. */
export function overlayOf(document: Document, translation: Translation): Overlay {
  const actions = new Map<string, Record<string, string>>();
  for (const one of textsOf(document)) {
    const translated = translationOf(translation, one);
    if (translated === undefined) continue;
    const update = actions.get(one.target) ?? {};
    update[one.name] = translated;
    actions.set(one.target, update);
  }
  const { title, version } = document.info;
  return {
    overlay: "1.0.0",
    info: { title: `${title}: ${translation.language}`, version },
    actions: [...actions].map(([target, update]) => ({ target, update })),
  };
}

/** What shows by itself that it is English, and what stands in lists. */
const TITLES = new Set(["title", "summary", "name", "x-displayName"]);

/**
 * Does what the language's overlay does, and marks every description that stays in English. The beginning of the contract says what
 * the mark means. (To apply the overlay itself takes as long as half of a build, because it is careful with overlays of other people.)
 * @param document it stays as it is
 */
export function translate(document: Document, translation: Translation, words: Words): Document {
  const result = structuredClone(document);
  let isMarked = false;
  for (const one of textsOf(result)) {
    const { english, name, node } = one;
    const translated = translationOf(translation, one);
    if (translated !== undefined) node[name] = translated;
    else if (!TITLES.has(name)) {
      node[name] = `${english.trimEnd()} ${words.untranslatedMark}`;
      isMarked = true;
    }
  }
  const info: { title: string; description?: string } = result.info;
  if (isMarked) info.description = [info.description, words.untranslated].filter(Boolean).join("\n\n");
  return result;
}
