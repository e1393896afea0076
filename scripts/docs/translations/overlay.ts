// Compiles the texts of a language to an OpenAPI Overlay: https://spec.openapis.org/overlay/
import type { Document } from "../../core/openapi.js";
import type { Words } from "../site/words.js";
import { digestOf } from "./digest.js";
import type { Translation } from "./read.js";
import { textsOf } from "./texts.js";

/** An OpenAPI Overlay. */
export interface Overlay {
  overlay: "1.0.0";
  info: { title: string; version: string };
  actions: { target: string; update: Record<string, string> }[];
}

/**
 * Marks every description that stays in English, and says at the beginning of the contract what the mark means.
 * A title shows by itself that it is English.
 */
export function marksOf(document: Document, translation: Translation, words: Words): Pick<Overlay, "actions"> {
  const actions = textsOf(document).flatMap(({ address, english, target, name }) => {
    const isTitle = ["title", "summary", "name", "x-displayName"].includes(name);
    if (isTitle || translation.contract.get(address)?.of === digestOf(english)) return [];
    return { target, update: { [name]: `${english.trimEnd()} ${words.untranslatedMark}` } };
  });
  if (actions.length === 0) return { actions };
  const intro = textsOf(document).find(({ address }) => address === "info/description");
  const found = intro && translation.contract.get(intro.address);
  const shown = found?.of === digestOf(intro?.english ?? "") ? found?.text : intro?.english;
  const description = [shown, words.untranslated].filter(Boolean).join("\n\n");
  return { actions: [...actions, { target: "$['info']", update: { description } }] };
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
