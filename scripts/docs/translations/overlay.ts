// The contract in another language: as an OpenAPI Overlay, and as the site shows it. https://spec.openapis.org/overlay/
import type { Document } from "../../core/openapi.js";
import type { Words } from "../site/words.js";
import { digestOf, type Translation } from "./read.js";
import { textsOf } from "./texts.js";

/** An OpenAPI Overlay. */
export interface Overlay {
  overlay: "1.0.0";
  info: { title: string; version: string };
  actions: { target: string; update: Record<string, string> }[];
}

/** Changes every text that is translated. An outdated translation is left out, since it may be wrong. */
export function overlayOf(document: Document, { language, contract }: Translation): Overlay {
  const actions = new Map<string, Record<string, string>>();
  for (const { address, english, target, name } of textsOf(document)) {
    const found = contract.get(address);
    if (found === undefined || found.of !== digestOf(english)) continue;
    const update = actions.get(target) ?? {};
    update[name] = found.text;
    actions.set(target, update);
  }
  const { title, version } = document.info;
  return {
    overlay: "1.0.0",
    info: { title: `${title}: ${language}`, version },
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
