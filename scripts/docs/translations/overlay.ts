// Compiles the texts of a language to an OpenAPI Overlay: https://spec.openapis.org/overlay/
import type { Document } from "../../core/openapi.js";
import { digestOf } from "./digest.js";
import type { Translation } from "./read.js";
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
