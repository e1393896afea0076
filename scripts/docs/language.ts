// One language of the site: the contract and the sections, translated and in words.
import { coverage } from "../coverage/index.js";
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { isFile, shownPath } from "../core/spec-folder.js";
import { applyOverlay } from "../overlay/index.js";
import { inOrder, readOrder } from "./contract/order.js";
import { groupsOf } from "./contract/pages.js";
import { readable } from "./contract/readable.js";
import { REDOC_LABELS } from "./redoc/index.js";
import { samplesOf, webhookSamplesOf } from "./samples/index.js";
import { sectionsOf } from "./sections/index.js";
import type { CoveredEntry, LanguageSite } from "./site/site.js";
import { ENGLISH } from "./site/words.js";
import {
  inLanguage,
  marksOf,
  overlayOf,
  refuseOrphans,
  readTranslation,
  wordsIn,
  type Overlay,
  type Translation,
} from "./translations/index.js";
import path from "node:path";

/** What every language of the site is made of. */
export interface Sources {
  /** The bundle. */
  document: Document;
  /** The spec folder, absolute. Without it, the site has no sections, no coverage and no language but English. */
  spec: string | undefined;
}

export interface Language {
  site: LanguageSite;
  /** What translates the contract; undefined for English. */
  overlay: Overlay | undefined;
  /** Redoc's own words. */
  labels: Readonly<Record<string, string>>;
}

/**
 * @throws Failure with code 2 if there is no such language or a file cannot be read, or with code 1 if a section is wrong
 */
export function readLanguage(language: string, { document, spec }: Sources): Language {
  const translation = translationOf(language, spec);
  if (translation !== undefined && spec !== undefined) refuseOrphans(spec, translation, document, REDOC_LABELS);
  const words = translation === undefined ? ENGLISH : wordsIn(translation);
  const overlay = translation && overlayOf(document, translation);
  const translated =
    translation === undefined || overlay === undefined
      ? document
      : [overlay, marksOf(document, translation, words)].reduce(
          (contract, { actions }) => applyOverlay(contract, asFile(actions, language)),
          document,
        );
  const contract = spec === undefined ? translated : inOrder(translated, readOrder(spec, document));
  const english: CoveredEntry[] =
    spec !== undefined && isFile(path.join(spec, "navigation.yaml")) ? coverage(spec) : [];
  const entries = translation === undefined ? english : inLanguage(english, translation);
  const groups = groupsOf(contract, words, (one, isWebhook) =>
    (isWebhook ? webhookSamplesOf : samplesOf)(one, contract),
  );
  const sections =
    spec === undefined
      ? []
      : sectionsOf({
          ...{ spec, contract, words, coverage: entries },
          ...(translation && { translated: translation.sections }),
        });
  return {
    site: { language, words, contract: readable(contract, words), sections, groups, coverage: entries },
    overlay,
    labels: Object.fromEntries([...(translation?.labels ?? [])].map(([name, { text }]) => [name, text])),
  };
}

function translationOf(language: string, spec: string | undefined): Translation | undefined {
  if (language === "en") return undefined;
  if (spec === undefined) throw new Failure(2, `Without a spec folder, the site is English only, not ${language}.`);
  return readTranslation(spec, language);
}

/** Its targets are made of the contract, so none fails. */
const asFile = (actions: Overlay["actions"], language: string): Parameters<typeof applyOverlay>[1] => ({
  file: `${shownPath(language)}/overlay.yaml`,
  actions: actions.map(({ target, update }) => ({
    target,
    change: { update },
    failure: (reason) => new Failure(2, `The overlay of ${language}: ${reason}`),
  })),
});
