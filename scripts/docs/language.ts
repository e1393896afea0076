// One language of the site: the contract and the sections, translated and in words.
import type { Document } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { inOrder, readOrder } from "./contract/order.js";
import { groupsOf } from "./contract/pages.js";
import { readable } from "./contract/readable.js";
import { samplesOf, webhookSamplesOf } from "./samples/index.js";
import { sectionsOf } from "./sections/index.js";
import type { CoverageEntry } from "../coverage/index.js";
import type { LanguageSite } from "./site/site.js";
import { ENGLISH } from "./site/words.js";
import {
  inLanguage,
  overlayOf,
  refuseOrphans,
  readTranslation,
  translate,
  wordsIn,
  type Overlay,
  type Translation,
} from "./translations/index.js";

/** What every language of the site is made of. */
export interface Sources {
  /** The bundle. */
  document: Document;
  /** The spec folder, absolute. Without it, the site has no sections, no coverage and no language but English. */
  spec: string | undefined;
  /** The entries of PandaPon's navigation, in English. */
  coverage: readonly CoverageEntry[];
}

export interface ReadLanguage {
  site: LanguageSite;
  /** What translates the contract; undefined for English. */
  overlay: Overlay | undefined;
  /** Redoc's own words. */
  labels: Readonly<Record<string, string>>;
}

/**
 * @throws Failure with code 2 if there is no such language or a file cannot be read, or with code 1 if a section is wrong
 */
export function readLanguage(language: string, { document, spec, coverage }: Sources): ReadLanguage {
  const translation = translationOf(language, spec);
  if (translation !== undefined && spec !== undefined) refuseOrphans(spec, translation, document);
  const words = translation === undefined ? ENGLISH : wordsIn(translation);
  const translated = translation === undefined ? document : translate(document, translation, words);
  const contract = spec === undefined ? translated : inOrder(translated, readOrder(spec, document));
  const entries = translation === undefined ? coverage : inLanguage(coverage, translation);
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
    overlay: translation && overlayOf(document, translation),
    labels: Object.fromEntries([...(translation?.labels ?? [])].map(([name, { text }]) => [name, text])),
  };
}

function translationOf(language: string, spec: string | undefined): Translation | undefined {
  if (language === "en") return undefined;
  if (spec === undefined) throw new Failure(2, `Without a spec folder, the site is English only, not ${language}.`);
  return readTranslation(spec, language);
}
