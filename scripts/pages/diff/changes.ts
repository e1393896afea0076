// What changed on a page since the snapshot.
import { matchFields } from "../../compare/lists.js";
import { writeJson } from "../../core/exact-json.js";
import { PARTS, partOf, type Place } from "../../core/place.js";
import type { Field, Page } from "../page/page.js";
import { printedTypes } from "./facets.js";
import { ABSENT, type Difference } from "./finding.js";
import { isTransport, keyOf, viewOf, type PageView } from "./view.js";

type Wording = string | undefined;

/** The facets of a field in words; undefined if the page does not show the facet. */
const FACETS: Record<string, (field: Field, form: Page["form"]) => Wording> = {
  type: (field, form) =>
    field.types.length === 0 && (form === "text" || field.from === "example") ? undefined : printedTypes(field),
  "null mark": ({ nullable, from }) => inTable(from, nullable === "yes" ? "may be null" : "not printed"),
  "required mark": ({ required }) => ({ yes: "required", no: "optional", "not visible": undefined })[required],
  format: ({ format = "none", from }) => inTable(from, format),
  "list of values": ({ enum: closed, named }, form) =>
    closed !== undefined ? `only ${closed.join(", ")}` : (named?.join(", ") ?? (form === "text" ? undefined : "none")),
  default: ({ default: preset, from }) => inTable(from, preset === undefined ? "none" : writeJson(preset)),
};

const inTable = (from: Field["from"], words: string): Wording => (from === "table" ? words : undefined);

/**
 * Compares two versions of a page, in what both of them show.
 * @returns one difference per place and facet, each with its place on the page; none if the page has another form now
 */
export function changesOf(before: Page, page: Page): Difference[] {
  return before.form === page.form ? new PageChanges(before, page).run() : [];
}

class PageChanges {
  readonly #before: Page;
  readonly #page: Page;
  readonly #old: PageView;
  readonly #new: PageView;
  readonly #found: Difference[] = [];

  constructor(before: Page, page: Page) {
    this.#before = before;
    this.#page = page;
    this.#old = viewOf(before);
    this.#new = viewOf(page);
  }

  run(): Difference[] {
    const isShown = (part: (typeof PARTS)[number]): boolean =>
      this.#before.visible[part] === this.#page.visible[part] && (this.#page.kind === "operation" || part === "body");
    for (const part of PARTS.filter(isShown)) this.#pair(part, part);
    for (const [key, place] of this.#new.unplaced) {
      const old = this.#old.unplaced.get(key);
      if (old !== undefined && isShown(partOf(place))) this.#facets(old, place);
    }
    return this.#found;
  }

  #pair(old: Place, place: Place): void {
    if (!this.#facets(old, place)) return;
    // A table of a copied text may be folded in one version.
    const isComparable = this.#old.isListed(old) === this.#new.isListed(place);
    const counts = (one: Place): boolean => isComparable && !isTransport(one);
    for (const match of matchFields(this.#old.below(old), this.#new.below(place), { key: keyOf, counts })) {
      if (match.kind === "added") this.#add(match.new, ABSENT, typesAt(this.#page, match.new));
      else if (match.kind === "removed") this.#add(match.old, typesAt(this.#before, match.old), ABSENT);
      else this.#pair(match.old, match.new);
    }
  }

  /** @returns whether what is inside can be compared */
  #facets(oldPlace: Place, place: Place): boolean {
    const { form, fields } = this.#page;
    const [old, field] = [this.#before.fields.get(oldPlace), fields.get(place)];
    if (old === undefined || field === undefined) return old === field;
    if (old.from !== field.from) {
      if (form !== "text") this.#add(place, sourceOf(old), sourceOf(field));
      return form !== "text";
    }
    for (const [facet, wordsOf] of Object.entries(FACETS)) {
      const [was, is] = [wordsOf(old, form), wordsOf(field, form)];
      if (was !== undefined && is !== undefined && was !== is) this.#add(place, was, is, facet);
    }
    return old.types.length === 0 || field.types.length === 0 || old.types.some((type) => field.types.includes(type));
  }

  #add(place: Place, before: string, says: string, facet?: string): void {
    const words = { before, says, contract: "allows both", ...(facet !== undefined && { facet }) };
    this.#found.push({ kind: "page changed", allows: "the same", place, at: place, ...words });
  }
}

const sourceOf = ({ from }: Field): string => (from === "table" ? "in the table" : "only in the example");

const typesAt = ({ fields }: Page, place: Place): string => fields.get(place)?.types.join(" | ") || "a field";
