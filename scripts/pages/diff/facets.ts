// Compares one field on the page with the same field of the contract: type, null, required mark, format, values.
import type { DescribedField } from "../contract/described.js";
import { sameFormat } from "../contract/formats.js";
import type { Field, Page } from "../page/page.js";
import type { Difference } from "./finding.js";

type FacetDifference = Omit<Difference, "place" | "at">;

export interface FacetRules {
  form: Page["form"];
  /** Whether both sides can have a required mark. */
  marked: boolean;
  /** Whether the contract has a type because of another page. */
  isAcceptedType: (type: string) => boolean;
}

/** @returns what is different, and whether the page has another type, so that what is inside cannot be compared */
export function compareFacets(
  field: Field,
  own: DescribedField,
  rules: FacetRules,
): { found: FacetDifference[]; otherType: boolean } {
  const type = typeDifference(field, own, rules);
  const otherType = (isOnlyNull(field) && own.types.size > 0) || (type !== undefined && type.allows !== "fewer");
  const found = [
    type,
    nullDifference(field, own),
    rules.marked ? requiredDifference(field, own) : undefined,
    ...(otherType ? [] : [formatDifference(field, own), ...valueDifferences(field, own, rules.form)]),
  ];
  return { found: found.filter((one) => one !== undefined), otherType };
}

/** Types that the page's examples hold, without null. */
const seenTypes = ({ seen = [] }: Field): string[] => seen.filter((type) => type !== "null");

/** Whether the only type that the page lists is null. */
const isOnlyNull = ({ from, types, nullable }: Field): boolean =>
  from === "table" && types.length === 0 && nullable === "yes";

/** The types that the page prints. */
export const printedTypes = (field: Field): string =>
  isOnlyNull(field) ? "null" : field.types.length === 0 ? "any" : field.types.join(" | ");

/** Whether a value of this type fits: an integer is also a number. */
export const takes = (types: ReadonlySet<string>, type: string): boolean =>
  types.has(type) || (type === "integer" && types.has("number"));

function typeDifference(
  field: Field,
  own: DescribedField,
  { form, isAcceptedType }: FacetRules,
): FacetDifference | undefined {
  const { types, nullable } = field;
  const inTable = field.from === "table";
  const claims = [...new Set([...types, ...seenTypes(field)])].sort();
  const contract = [...own.types].sort().join(" | ");
  const says = printedTypes(field);
  /** What to write, if the schema has to have these types. */
  const schemaOf = (all: readonly string[]): Required<Pick<Difference, "schema">> => ({
    schema: { types: all, nullable: nullable === "yes" || (own.nullable && nullable === "not visible") },
  });
  if (own.types.size === 0) {
    const shown = { says: claims.join(" | "), contract: "no type", ...schemaOf(claims) };
    return claims.length === 0 ? undefined : { kind: "now visible", allows: "the same", ...shown };
  }
  if (inTable && claims.length === 0 && !isOnlyNull(field) && form !== "text") {
    return { kind: "type", allows: "more", says, contract };
  }
  const missing = claims.filter((type) => !takes(own.types, type));
  if (missing.length > 0) {
    const printed = { says, contract, ...schemaOf(types) };
    const seen = { says: missing.join(" | "), contract, inExample: true, ...schemaOf([...own.types, ...missing]) };
    const isPrinted = !inTable || missing.some((type) => types.includes(type));
    return { kind: "type", allows: "others", ...(isPrinted ? printed : seen) };
  }
  const isUnclaimed = (type: string): boolean =>
    !claims.includes(type) &&
    !own.concluded.has(type) &&
    !isAcceptedType(type) &&
    !(type === "number" && claims.includes("integer") && !inTable);
  // If the contract does not allow null, that is reported instead.
  const narrower = isOnlyNull(field) ? own.nullable : inTable && types.length > 0 && [...own.types].some(isUnclaimed);
  return narrower ? { kind: "type", allows: "fewer", says, contract, ...schemaOf(types) } : undefined;
}

function nullDifference(field: Field, own: DescribedField): FacetDifference | undefined {
  const [mayBe, never] = ["may be null", "never null"];
  const marked = field.nullable === "yes";
  if (marked || field.seen?.includes("null") === true) {
    if (own.nullable || own.types.size === 0) return undefined;
    return { kind: "nullable", allows: "more", says: mayBe, contract: never, inExample: !marked };
  }
  if (field.nullable !== "no" || !own.nullable) return undefined;
  return { kind: "nullable", allows: "fewer", says: never, contract: mayBe };
}

function requiredDifference({ required }: Field, own: DescribedField): FacetDifference | undefined {
  const notKnown = own.required === "unknown";
  const common = {
    kind: "required",
    contract: notKnown ? "not known" : own.required === "yes" ? "required" : "optional",
    notKnown,
  } as const;
  if (required === "yes" && own.required !== "yes") return { ...common, allows: "fewer", says: "required" };
  if (required !== "no" || own.required === "no" || (notKnown && own.shared)) return undefined;
  return { ...common, allows: notKnown ? "the same" : "more", says: "optional" };
}

function formatDifference({ format, from }: Field, own: DescribedField): FacetDifference | undefined {
  if (format === undefined || from !== "table" || sameFormat(format, own.format)) return undefined;
  const wider = own.format === "int32" && format === "int64";
  return { kind: "format", allows: wider ? "more" : "the same", says: format, contract: own.format ?? "none" };
}

function valueDifferences(field: Field, own: DescribedField, form: Page["form"]): FacetDifference[] {
  const listed = field.enum ?? field.named;
  const known = [...own.enum, ...own.extensible];
  const isClosed = own.enum.length > 0;
  if (field.enum !== undefined && !isClosed) {
    const contract = known.length === 0 ? "any value" : `${known.join(", ")}, and others`;
    return [{ kind: "enum", allows: "fewer", says: `only ${field.enum.join(", ")}`, contract }];
  }
  const closed = isClosed || field.enum !== undefined;
  const common = { kind: "enum", contract: known.join(", "), closed } as const;
  const fresh = (listed ?? []).filter((value) => !known.includes(value));
  // A page that lists no values says nothing about an open list.
  const expected = field.from !== "table" ? [] : listed !== undefined ? known : form === "text" ? [] : own.enum;
  const missed = expected.filter((value) => listed?.includes(value) !== true);
  return [
    ...fresh.map((value) => ({ ...common, allows: isClosed ? "more" : "in addition", says: value, value }) as const),
    ...missed.map(
      (value) => ({ ...common, allows: closed ? "fewer" : "the same", says: `without ${value}`, value }) as const,
    ),
  ];
}
