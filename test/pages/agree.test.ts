// One page in two forms: the text reader and the Markdown reader agree on everything that the text shows.
import { describe, expect, test } from "vitest";
import { readSource } from "../../scripts/dist/pages/read/index.js";
import { contractPages } from "../support/pages/contract-pages.js";
import type { Page } from "../support/pages/model.js";
import type { TextOptions } from "../support/pages/rendered.js";
import { sourceOf } from "../support/pages/score.js";
import type { Form } from "../support/pages/mutations.js";

function read(page: Page, form: Form, options: Partial<TextOptions> = {}) {
  const { pages, problems } = readSource(sourceOf(page, form, options));
  expect(problems).toEqual([]);
  const [only] = pages;
  if (only === undefined || pages.length !== 1) throw new Error(`${page.id} gives ${pages.length} pages`);
  return only;
}

type Read = ReturnType<typeof read>;
type Facets = Record<string, unknown>;
const FACETS = ["types", "format", "enum", "named", "label", "shape", "nullable", "required", "seen"] as const;

/** The facets of a field that the text shows, and the same facets on the Markdown page. */
function shownFacets(text: Read, markdown: Read, place: string): [own: Facets, other: Facets] {
  const own: Facets = {};
  const other: Facets = {};
  const [there, here] = [text.fields.get(place), markdown.fields.get(place)];
  // A folded table leaves only the example. The Markdown reader has its types in `seen`.
  if (there?.from === "example" && here?.from === "table") {
    const seen = [...there.types, ...(there.nullable === "yes" ? ["null"] : [])].sort();
    return seen.length === 0 ? [own, other] : [{ seen }, { seen: here.seen }];
  }
  for (const facet of FACETS) {
    const value = there?.[facet];
    if (value === undefined || value === "not visible") continue;
    own[facet] = value;
    other[facet] = here?.[facet];
  }
  return [own, other];
}

/** How many facets two readings have in common. */
function compare(text: Read, markdown: Read): number {
  const head = ({ id, method, path, kind, status, title }: Read) => ({ id, method, path, kind, status, title });
  expect(head(text)).toEqual(head(markdown));
  if (text.folder.length > 0) expect(text.folder.at(-1)).toBe(markdown.folder.at(-1));
  expect(text.examples).toEqual(markdown.examples);
  let facets = 0;
  for (const place of text.fields.keys()) {
    if (place.includes("/?/")) {
      const [part = "", name = ""] = place.split("/?/");
      expect([...markdown.fields.keys()].some((one) => one.startsWith(`${part}/`) && one.endsWith(`/${name}`))).toBe(
        true,
      );
      continue;
    }
    const [own, other] = shownFacets(text, markdown, place);
    expect(own, place).toEqual(other);
    facets += Object.keys(own).length;
  }
  return facets;
}

describe.each<[string, Partial<TextOptions>]>([
  ["as a browser copies it", {}],
  ["in English, labels last", { language: "en", label: "last" }],
  ["flat and dense", { navigation: "list", blankLines: false, indented: false, lineEnd: "\r\n" }],
  ["tables folded", { folded: true }],
])("%s", (_, options) => {
  test.each(contractPages().map((page) => [page.operationId, page] as const))("%s", (_id, page) => {
    const [text, markdown] = [read(page, "text", options), read(page, "markdown")];
    const facets = compare(text, markdown);
    expect(facets).toBeGreaterThan(0);
    // A table that is not folded shows every field of the page.
    if (options.folded !== true) {
      const names = (one: Read): string[] =>
        [...one.fields.keys()].map((place) => place.split("/").at(-1) ?? "").sort();
      expect(names(text)).toEqual(names(markdown));
    }
  });
});
