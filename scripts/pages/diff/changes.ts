// What changed on a page since the snapshot.
import { matchFields } from "../../compare/lists.js";
import { writeJson } from "../../core/exact-json.js";
import { PARTS, partOf, type Place } from "../../core/place.js";
import type { Field, Page } from "../page/page.js";
import { printedTypes } from "./facets.js";
import { ABSENT, type Difference } from "./finding.js";
import { isTransport, keyOf, viewOf } from "./view.js";

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
  if (before.form !== page.form) return [];
  const [old, now] = [viewOf(before), viewOf(page)];
  const found: Difference[] = [];
  const add = (place: Place, was: string, says: string, facet?: string): void => {
    const words = { before: was, says, contract: "allows both", ...(facet !== undefined && { facet }) };
    found.push({ kind: "page changed", allows: "the same", place, at: place, ...words });
  };
  /** @returns whether what is inside can be compared */
  const compareFacets = (from: Place, to: Place): boolean => {
    const [was, is] = [before.fields.get(from), page.fields.get(to)];
    if (was === undefined || is === undefined) return was === is;
    if (was.from !== is.from) {
      // A table of a copied text may be folded in one version.
      if (page.form !== "text") add(to, sourceOf(was), sourceOf(is));
      return page.form !== "text";
    }
    for (const [facet, wordsOf] of Object.entries(FACETS)) {
      const [said, says] = [wordsOf(was, page.form), wordsOf(is, page.form)];
      if (said !== undefined && says !== undefined && said !== says) add(to, said, says, facet);
    }
    return was.types.length === 0 || is.types.length === 0 || was.types.some((type) => is.types.includes(type));
  };
  const compare = (from: Place, to: Place): void => {
    if (!compareFacets(from, to)) return;
    const isComparable = old.isListed(from) === now.isListed(to);
    const counts = (place: Place): boolean => isComparable && !isTransport(place);
    for (const match of matchFields(old.below(from), now.below(to), { key: keyOf, counts })) {
      if (match.kind === "added") add(match.new, ABSENT, typesAt(page, match.new));
      else if (match.kind === "removed") add(match.old, typesAt(before, match.old), ABSENT);
      else compare(match.old, match.new);
    }
  };
  // The contract has only the body of a callback.
  const parts = page.kind === "callback" ? (["body"] as const) : PARTS;
  for (const part of parts.filter((one) => before.visible[one] === page.visible[one])) {
    compare(part, part);
    for (const [key, place] of now.unplaced) {
      const twin = old.unplaced.get(key);
      if (twin !== undefined && partOf(place) === part) compareFacets(twin, place);
    }
  }
  return found;
}

const sourceOf = ({ from }: Field): string => (from === "table" ? "in the table" : "only in the example");

const typesAt = ({ fields }: Page, place: Place): string => fields.get(place)?.types.join(" | ") || "a field";
