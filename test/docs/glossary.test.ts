// Holds that each language translates a term one way: spec/translations/<language>/glossary.yaml.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { load } from "js-yaml";
import { expect, test } from "vitest";
import { readBundleFile } from "../../scripts/dist/core/bundle-file.js";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { englishTexts } from "../../scripts/dist/docs/translations/index.js";
import { languagesOf, readTranslation } from "../../scripts/dist/docs/translations/read.js";
import { ROOT } from "../support/workspace.js";

interface Glossary {
  /** Translations of a term, which is a pattern; or those for each platform. */
  terms: Record<string, string[] | Record<string, string[]>>;
  /** Words that are not used, and what is used instead. */
  never: Record<string, string>;
}

/** Code but flows, whose texts are translated, the addresses of links, and paths. */
const withoutCode = (text: string): string =>
  text.replaceAll(/^```(?!flow)[^]*?^```|`[^`\n]*`|\]\([^)]*\)|\/[\w/.-]+/gm, " ").toLowerCase();

/** Titles are those that PandaPon's own pages have. */
const isTitle = (address: string): boolean => /\/(?:summary|x-displayName)$|^(?:x-tagGroups|groups)\//.test(address);

/** The terms that a text does not translate as the glossary does, and the words that it should not use. */
function wrongIn({ terms, never }: Glossary, address: string, english: string, text: string): string[] {
  if (isTitle(address)) return [];
  const [from, to] = [withoutCode(english), withoutCode(text)];
  // operations/alibaba.orders.get/…, schemas/AlibabaOrder/…
  const of = (address.split("/")[1] ?? "").toLowerCase();
  const wrong = Object.entries(terms).filter(([term, all]) => {
    const byPlatform = Array.isArray(all) ? { "": all } : all;
    const own = Object.keys(byPlatform).find((platform) => platform !== "" && of.startsWith(platform));
    const known = own === undefined ? Object.values(byPlatform).flat() : (byPlatform[own] ?? []);
    return (
      new RegExp(`\\b(?:${term})(?:s|es)?\\b`, "i").test(from) && !known.some((one) => to.includes(one.toLowerCase()))
    );
  });
  return [...wrong.map(([term]) => term), ...Object.keys(never).filter((word) => to.includes(word.toLowerCase()))];
}

const SPEC = path.join(ROOT, "spec");
const contract = readBundleFile(path.join(ROOT, "generated/openapi.yaml")) as unknown as Document;

const LANGUAGES = languagesOf(SPEC).filter((one) => existsSync(path.join(SPEC, "translations", one, "glossary.yaml")));

test.each(LANGUAGES)("%s translates each term as its glossary does", (language) => {
  const translation = readTranslation(SPEC, language);
  // The form of the file is written at its head.
  const glossary = load(readFileSync(path.join(translation.dir, "glossary.yaml"), "utf8")) as Glossary;
  expect(Object.keys(glossary.terms).length).toBeGreaterThan(20);
  for (const [term, translations] of Object.entries(glossary.terms)) {
    for (const list of Array.isArray(translations) ? [translations] : Object.values(translations)) {
      expect([term, list.length > 0]).toEqual([term, true]);
    }
  }
  let count = 0;
  const wrong = englishTexts(SPEC, contract).flatMap(({ kind, texts }) =>
    [...texts].flatMap(([address, { english }]) => {
      const found = translation[kind].get(address);
      if (found === undefined) return [];
      count += 1;
      return wrongIn(glossary, address, english, found.text).map((term) => `${found.file}:${found.line} ${term}`);
    }),
  );
  expect(count).toBeGreaterThan(1000);
  expect(wrong).toEqual([]);
});

const GLOSSARY: Glossary = {
  terms: { "orders?": ["đơn"], shop: { alibaba: ["tiệm"], shop: ["cửa hàng"] } },
  never: { quầy: "tiệm" },
};

test.each<[what: string, address: string, english: string, text: string, wrong: string[]]>([
  ["another translation", "docs/a", "A shop.", "Một quán.", ["shop"]],
  [
    "the translation of another platform",
    "operations/alibaba.orders.get/description",
    "A shop.",
    "Cửa hàng.",
    ["shop"],
  ],
  ["the translation of its platform", "schemas/AlibabaOrder/description", "Shops", "Tiệm", []],
  ["a word that is not used", "docs/a", "A counter.", "Một quầy.", ["quầy"]],
  ["a title", "operations/shop.orders.get/summary", "Get orders", "Lấy", []],
  ["code, a path and an address", "docs/a", "`orders` /shop/orders [x](section:orders)", "x", []],
])("%s", (_what, address, english, text, wrong) => {
  expect(wrongIn(GLOSSARY, address, english, text)).toEqual(wrong);
});
