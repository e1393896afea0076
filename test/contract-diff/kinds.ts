// Kinds of changes to a field, and a choice of fields of the bundle to apply them to.
import type { Impact } from "../../scripts/dist/entries/contract-diff.js";
import { isNode, nodeAt, type Node } from "../support/bundle.js";
import { placesIn, type Declared, type Met } from "../support/places.js";

export interface Kind {
  what: string;
  fits: (field: Declared) => boolean;
  apply: (field: Declared) => void;
  /** The impact if callers send the field, and if they receive it. */
  sent: Impact;
  received: Impact;
  kind: string;
  /** The name of the field that the change is reported at, if it is another. */
  at?: string;
}

/** A change to a field, at one of the places where callers meet the field. */
export interface Use {
  kind: Kind;
  met: Met;
  /** Where the change is reported. */
  place: string;
}

/** Every place at which the chosen changes must be found. */
export const usesOf = (chosen: [Kind, Declared][]): Use[] =>
  chosen.flatMap(([kind, { met }]) =>
    met.map((one) => ({
      kind,
      met: one,
      place: kind.at === undefined ? one.place : one.place.replace(/[^/]+$/, kind.at),
    })),
  );

/** Whether types show this change, and show it at this place: they show no units, and a field that holds others fails with those. */
export const isSeenByTypes = ([{ kind }, { property, listOrObject }]: [Kind, Declared]): boolean =>
  kind !== "unit" && !("anyOf" in property) && !listOrObject;

const type = ({ property }: Declared): string => JSON.stringify(property["type"] ?? null);
const format = ({ property }: Declared): unknown => property["format"];
const unit = ({ property }: Declared): unknown => property["x-unit"];
const plainText = (field: Declared): boolean =>
  type(field) === '"string"' &&
  ["format", "enum", "x-extensible-enum", "contentSchema"].every((key) => !(key in field.property));
const set =
  (values: Node) =>
  ({ property }: Declared): void => {
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) delete property[key];
      else property[key] = value;
    }
  };
const names = ({ holder }: Declared): string[] =>
  Array.isArray(holder["required"]) ? holder["required"].map(String) : [];
const both = (impact: Impact): Pick<Kind, "sent" | "received"> => ({ sent: impact, received: impact });
const SENT_ONLY: Pick<Kind, "sent" | "received"> = { sent: "breaking", received: "additive" };
const RECEIVED_ONLY: Pick<Kind, "sent" | "received"> = { sent: "additive", received: "breaking" };
const never = (field: Declared): boolean => field.required.every((one) => !one);

/** Whether the shape still accepts the field after the field is removed from it. */
const open = ({ holder, met }: Declared): boolean =>
  ("x-open" in holder && !isClosedInTypes(holder, met)) || Object.keys(nodeAt(holder, "properties")).length === 1;

/** The types close an open shape that is known from an example and only sent. */
const isClosedInTypes = (holder: Node, met: readonly Met[]): boolean =>
  isNode(holder["x-evidence"]) &&
  holder["x-evidence"]["basis"] === "example" &&
  met.every(({ side }) => side === "sent");
const OPEN: Pick<Kind, "sent" | "received"> = { sent: "documentation", received: "breaking" };

export const FIELD_KINDS: Kind[] = [
  {
    what: "a description reworded",
    fits: () => true,
    apply: set({ description: "Other words." }),
    ...both("documentation"),
    kind: "text",
  },
  {
    what: "another example",
    fits: plainText,
    apply: set({ examples: ["zz"] }),
    ...both("documentation"),
    kind: "example",
  },
  {
    what: "an id that becomes a number",
    fits: (one) => type(one) === '"integer"' && format(one) === "int64" && unit(one) === undefined,
    apply: set({ format: "int32" }),
    ...both("breaking"),
    kind: "type",
  },
  {
    what: "a number that becomes an id",
    fits: (one) => type(one) === '"integer"' && format(one) === "int32",
    apply: set({ format: "int64" }),
    ...both("breaking"),
    kind: "type",
  },
  {
    what: "an id that travels as text",
    fits: (one) => type(one) === '"integer"' && format(one) === "int64" && unit(one) === undefined,
    apply: set({ type: "string" }),
    ...both("documentation"),
    kind: "wire",
  },
  {
    what: "an amount that is shorter",
    fits: (one) => type(one) === '"integer"' && format(one) === "int64" && unit(one) !== undefined,
    apply: set({ format: "int32" }),
    ...both("documentation"),
    kind: "wire",
  },
  {
    what: "null allowed",
    fits: plainText,
    apply: set({ type: ["string", "null"] }),
    ...RECEIVED_ONLY,
    kind: "nullable",
  },
  {
    what: "null no longer allowed",
    fits: (one) => type(one) === '["string","null"]' && format(one) === undefined,
    apply: set({ type: "string" }),
    ...SENT_ONLY,
    kind: "nullable",
  },
  { what: "another type", fits: plainText, apply: set({ type: "boolean" }), ...both("breaking"), kind: "type" },
  {
    what: "one more type",
    fits: plainText,
    apply: set({ type: ["string", "boolean"] }),
    ...RECEIVED_ONLY,
    kind: "type",
  },
  {
    what: "required",
    fits: (one) => never(one) && !("x-required" in one.property),
    apply: (one) => void (one.holder["required"] = [...names(one), one.name]),
    ...SENT_ONLY,
    kind: "required",
  },
  {
    what: "required, and no page showed it before",
    fits: (one) => never(one) && "x-required" in one.property,
    apply: (one) => {
      one.holder["required"] = [...names(one), one.name];
      delete one.property["x-required"];
    },
    ...SENT_ONLY,
    kind: "required",
  },
  {
    what: "no longer required",
    fits: (one) => names(one).includes(one.name),
    apply: (one) => void (one.holder["required"] = names(one).filter((name) => name !== one.name)),
    ...RECEIVED_ONLY,
    kind: "required",
  },
  {
    what: "its required mark is known",
    fits: (one) => "x-required" in one.property,
    apply: set({ "x-required": undefined }),
    ...both("documentation"),
    kind: "mark",
  },
  {
    what: "its required mark is unknown",
    fits: (one) => never(one) && !("x-required" in one.property),
    apply: set({ "x-required": "unknown" }),
    ...both("documentation"),
    kind: "mark",
  },
  {
    what: "gone",
    fits: (one) => plainText(one) && never(one) && !open(one),
    apply: ({ holder, name }) => void delete nodeAt(holder, "properties")[name],
    ...both("breaking"),
    kind: "removed",
  },
  {
    what: "gone, and it was required",
    fits: (one) => plainText(one) && names(one).includes(one.name) && !open(one),
    apply: (one) => {
      delete nodeAt(one.holder, "properties")[one.name];
      one.holder["required"] = names(one).filter((name) => name !== one.name);
    },
    ...both("breaking"),
    kind: "removed",
  },
  {
    what: "gone from an open shape",
    fits: (one) => plainText(one) && never(one) && open(one),
    apply: ({ holder, name }) => void delete nodeAt(holder, "properties")[name],
    ...OPEN,
    kind: "removed",
  },
  {
    what: "renamed",
    fits: (one) => plainText(one) && never(one) && !open(one),
    apply: ({ holder, name, property }) => {
      const all = nodeAt(holder, "properties");
      delete all[name];
      all[`${name}Renamed`] = property;
    },
    ...both("breaking"),
    kind: "renamed",
  },
  {
    what: "a new field beside it",
    fits: () => true,
    apply: ({ holder }) => void (nodeAt(holder, "properties")["zzNew"] = { type: "string", description: "New." }),
    ...both("additive"),
    kind: "added",
    at: "zzNew",
  },
  {
    what: "a new required field beside it",
    fits: () => true,
    apply: (one) => {
      nodeAt(one.holder, "properties")["zzMust"] = { type: "string", description: "New." };
      one.holder["required"] = [...names(one), "zzMust"];
    },
    ...SENT_ONLY,
    kind: "added",
    at: "zzMust",
  },
  {
    what: "fen that become yuan",
    fits: (one) => unit(one) === "fen",
    apply: set({ "x-unit": "yuan" }),
    ...both("breaking"),
    kind: "unit",
  },
  {
    what: "a unit that becomes known",
    fits: (one) => unit(one) === "unknown",
    apply: set({ "x-unit": "s" }),
    ...both("documentation"),
    kind: "unit",
  },
  {
    what: "a unit that is withdrawn",
    fits: (one) => ["fen", "yuan", "ms", "s"].includes(String(unit(one))),
    apply: set({ "x-unit": "unknown" }),
    ...both("breaking"),
    kind: "unit",
  },
  {
    what: "a closed list of values",
    fits: plainText,
    apply: set({ enum: ["one", "two"] }),
    ...both("breaking"),
    kind: "enum",
  },
  {
    what: "known values",
    fits: plainText,
    apply: set({ "x-extensible-enum": ["one", "two"] }),
    ...both("additive"),
    kind: "known values",
  },
  {
    what: "one more known value",
    fits: ({ property }) => Array.isArray(property["x-extensible-enum"]),
    apply: ({ property }) =>
      void (property["x-extensible-enum"] = [...(property["x-extensible-enum"] as string[]), "zz"]),
    ...both("additive"),
    kind: "known values",
  },
  {
    what: "one known value less",
    fits: ({ property }) => Array.isArray(property["x-extensible-enum"]),
    apply: ({ property }) =>
      void (property["x-extensible-enum"] = (property["x-extensible-enum"] as string[]).slice(1)),
    ...both("documentation"),
    kind: "known values",
  },
  {
    what: "a shortest length",
    fits: plainText,
    apply: set({ minLength: 3 }),
    ...both("documentation"),
    kind: "constraint",
  },
  { what: "a default", fits: plainText, apply: set({ default: "zz" }), ...both("documentation"), kind: "default" },
  {
    what: "other evidence",
    fits: () => true,
    apply: set({ "x-evidence": { basis: "inferred" } }),
    ...both("documentation"),
    kind: "evidence",
  },
  {
    what: "an id that may hold letters",
    fits: plainText,
    apply: set({ "x-id": "text" }),
    ...both("documentation"),
    kind: "id",
  },
];

/** One field of each: one that is sent, one that is received, one of a webhook, and two that several operations share. */
const VARIETIES: ((met: Met[]) => boolean)[] = [
  (met) => met.length === 1 && met.every(({ side }) => side === "sent"),
  (met) => met.length === 1 && met.every(({ side, webhook }) => side === "received" && !webhook),
  (met) => met.some(({ webhook }) => webhook),
  (met) => met.length > 1 && met.some(({ side }) => side === "sent"),
  (met) => met.length > 1 && met.every(({ side }) => side === "received"),
];

/** Chooses fields of a bundle for each kind, and no field twice. Applies nothing. */
export function chooseFields(document: Node): [Kind, Declared][] {
  const { fields } = placesIn(document);
  const takenFields = new Set<Declared>();
  const takenHolders = new Set<Node>();
  const takenPlaces = new Set<string>();
  /** Where a change is reported. Two shapes of one value must not get the same new field. */
  const reportedAt = (kind: Kind, field: Declared): string[] =>
    usesOf([[kind, field]]).map(({ met, place }) => `${met.operationId} ${place}`);
  // If two fields of one shape are renamed at once, they look like two that are gone and two that are new.
  const touchesHolder = ({ at, kind }: Kind): boolean => at !== undefined || ["renamed", "removed"].includes(kind);
  const choices = (kind: Kind): number => fields.filter((field) => kind.fits(field)).length;
  const simple = ({ alone, property }: Declared): boolean =>
    alone && !["$ref", "properties", "items", "contentSchema"].some((key) => key in property);
  const chosen: [Kind, Declared][] = [];
  for (const kind of [...FIELD_KINDS].sort((a, b) => choices(a) - choices(b))) {
    for (const fitsIn of VARIETIES) {
      const field = fields.find(
        (one) =>
          simple(one) &&
          !takenFields.has(one) &&
          !(touchesHolder(kind) && takenHolders.has(one.holder)) &&
          !reportedAt(kind, one).some((place) => takenPlaces.has(place)) &&
          kind.fits(one) &&
          fitsIn(one.met),
      );
      if (field === undefined) continue;
      takenFields.add(field);
      if (touchesHolder(kind)) takenHolders.add(field.holder);
      for (const place of reportedAt(kind, field)) takenPlaces.add(place);
      chosen.push([kind, field]);
    }
  }
  return chosen;
}
