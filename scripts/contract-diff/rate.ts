// Rates what a change means for callers. `redocly diff` rates what goes over the wire. The rules here apply if callers of a typed client notice something else.
import { isObject } from "../core/node.js";
import type { Impact } from "../core/impact.js";
import type { RawChange } from "./redocly-diff.js";
import { INNER } from "./schema-view.js";
import type { Side } from "./spot.js";

export interface Rated {
  kind: string;
  impact: Impact;
  message: string;
  /** Only `null` differs between the types on the wire. */
  nullOnly?: boolean;
}

/** A change, with what a rule needs to know about its surroundings. */
export interface SeenChange {
  raw: RawChange;
  side?: Side;
  /** Whether the object that holds the node takes other fields after the change. */
  inOpen: boolean;
  /** Whether the object that holds the node requires it after the change. */
  required: boolean;
  /** The value of a keyword of the same node, before and after. */
  beside: (keyword: string) => [before: unknown, after: unknown];
}

interface Values extends SeenChange {
  before: unknown;
  after: unknown;
}

type RateRule = (change: Values) => Rated | undefined;

export function rate(seen: SeenChange): Rated {
  const change = { ...seen, before: seen.raw.base?.value, after: seen.raw.revision?.value };
  return ruleFor(seen.raw)?.(change) ?? byRedocly(change);
}

function ruleFor({ kind, typeName, property }: RawChange): RateRule | undefined {
  if (DOCUMENTARY.has(typeName)) return documentary;
  if (kind !== "modified") return WHOLE[typeName];
  if (property?.startsWith(INNER)) return innerWords;
  return property === undefined ? undefined : (PROPERTIES[`${typeName} ${property}`] ?? WORDS[property]);
}

const rated = (kind: string, impact: Impact, message: string): Rated => ({ kind, impact, message });

/** The rating of `redocly diff`, for changes that no rule of ours covers. */
function byRedocly({ raw, before, after }: Values): Rated {
  const kind = raw.kind === "modified" ? (raw.property ?? raw.kind) : raw.kind;
  const impact = ({ major: "breaking", minor: "additive", patch: "documentation" } as const)[raw.impact];
  const [verdict] = raw.verdicts;
  const node = raw.typeName.replaceAll(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
  if (raw.kind !== "modified") return rated(kind, impact, `${node} ${raw.kind}`);
  return rated(kind, impact, verdict === undefined ? `${kind} ${fromTo(before, after)}` : plain(verdict.message));
}

const plain = (message: string): string => message.replace(/\.$/, "").replace(/^[A-Z]/, (first) => first.toLowerCase());

const LONGEST = 60;
function shown(value: unknown): string {
  const text = value === undefined ? "none" : typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
const fromTo = (before: unknown, after: unknown): string => `${shown(before)} → ${shown(after)}`;

const has = ({ raw }: Values, rule: string): boolean => raw.verdicts.some(({ ruleId }) => ruleId === rule);
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const listInText = (value: unknown): string[] => (typeof value === "string" ? list(JSON.parse(value)) : []);
const without = (all: string[], others: string[]): string[] => all.filter((one) => !others.includes(one));
const quoted = (names: string[]): string => names.map((name) => `\`${name}\``).join(", ");

/** Nodes that only document. `redocly diff` calls new ones an addition. */
const DOCUMENTARY = new Set([
  "Info",
  "Contact",
  "License",
  "Tag",
  "TagList",
  "TagGroups",
  "ExternalDocs",
  "Example",
  "ExamplesMap",
]);
const documentary: RateRule = ({ raw, before, after }) =>
  rated(
    "text",
    "documentation",
    raw.kind === "modified"
      ? `${raw.property ?? "text"} reworded`
      : before === undefined || after !== undefined
        ? "text added"
        : "text removed",
  );

/** A text of a shape that the text of the field hides. */
const innerWords: RateRule = ({ raw }) =>
  rated("shape text", "documentation", `${(raw.property ?? "").slice(INNER.length)} of its shape reworded`);

/** Rules for a node that only one side has. */
const WHOLE: Record<string, RateRule> = {
  Schema: ({ raw, side, inOpen, required, after, before }) => {
    if (raw.kind === "added") return added(after, required && side === "sent");
    return side === undefined
      ? undefined
      : rated("removed", goneImpact(side, inOpen), `is gone (was ${typeText(before)})`);
  },
  Parameter: ({ raw, before, after }) => {
    if (raw.kind === "removed") return rated("removed", "breaking", `is gone (was ${typeText(schemaOf(before))})`);
    return added(schemaOf(after), isObject(after) && after["required"] === true);
  },
};

const added = (schema: unknown, mustBeSent: boolean): Rated =>
  mustBeSent
    ? rated("added", "breaking", `is new and required (${typeText(schema)})`)
    : rated("added", "additive", `is new (${typeText(schema)})`);

/** An object literal with a field that its type does not have does not compile, even if PandaPon would accept it. An open type accepts the field as before. */
const goneImpact = (side: Side | undefined, inOpen: boolean): Impact =>
  side === "sent" && inOpen ? "documentation" : "breaking";

const schemaOf = (parameter: unknown): unknown => (isObject(parameter) ? parameter["schema"] : undefined);
const typeText = (schema: unknown): string =>
  isObject(schema) && typeof schema["x-wire"] === "string" ? schema["x-wire"] : "any";

/** Rules for a property of a node that both sides have. */
const PROPERTIES: Record<string, RateRule> = {
  "Schema key": ({ side, inOpen, before, after }) =>
    rated("renamed", goneImpact(side, inOpen), `\`${String(before)}\` is now \`${String(after)}\``),
  "Schema type": typeChanged,
  // Only the client notices: for callers an id is text in both cases, and a number stays a number.
  "Schema x-wire": ({ before, after }) => ({
    ...rated("wire", "documentation", `travels as ${fromTo(before, after)}`),
    nullOnly: String(before).replaceAll(" | null", "") === String(after).replaceAll(" | null", ""),
  }),
  "Schema enum": enumChanged,
  "Schema additionalProperties": ({ after, before }) =>
    before !== undefined && after === undefined
      ? rated("open", "breaking", "no longer takes other fields")
      : rated("open", "additive", "may have other fields"),
  "Schema x-unit": unitChanged,
  "Schema x-extensible-enum": knownValuesChanged,
  "Parameter required": (change) => requiredChanged(change, has(change, "parameter-became-required")),
  "Parameter x-alternative": ({ after, beside }) => {
    if (after === "body") return rated("alternative", "documentation", "methods send it in the body only");
    const [, required] = beside("required");
    return rated("alternative", required === true ? "breaking" : "documentation", "methods send it as a parameter too");
  },
  "RequestBody required": (change) => requiredChanged(change, has(change, "request-body-became-required")),
  "Operation operationId": ({ before, after }) =>
    rated("operationId", "breaking", `\`${String(before)}\` is now called \`${String(after)}\``),
  "Operation x-call": ({ before, after }) => rated("moved", "breaking", `moved: ${fromTo(before, after)}`),
  "Operation x-effect": ({ after }) =>
    after === "write"
      ? rated("effect", "breaking", "is now a write: the client no longer retries it after a temporary failure")
      : rated("effect", "additive", "is now a read: the client retries it after a temporary failure"),
  "Operation x-pagination": paginationChanged,
  "Operation x-success": successChanged,
};

/** Rules for properties that mean the same on every node. */
const WORDS: Record<string, RateRule> = {
  description: () => rated("text", "documentation", "description reworded"),
  summary: () => rated("text", "documentation", "summary reworded"),
  examples: () => rated("example", "documentation", "another example"),
  example: () => rated("example", "documentation", "another example"),
  "x-example": () => rated("example", "documentation", "another example"),
  "x-body-example": () => rated("example", "documentation", "another example of the body"),
  "x-response-example-200": () => rated("example", "documentation", "another example of the response"),
  "x-evidence": () => rated("evidence", "documentation", "other evidence"),
  "x-required": ({ after }) =>
    rated(
      "mark",
      "documentation",
      after === undefined ? "whether it is required is now known" : "no page shows whether it is required",
    ),
  "x-id": ({ after }) =>
    rated(
      "id",
      "documentation",
      after === undefined ? "is not an id that may contain letters" : "is an id that may contain letters",
    ),
  tags: ({ before, after }) => rated("tags", "documentation", `tags ${fromTo(before, after)}`),
  deprecated: ({ after }) =>
    rated("deprecated", "documentation", after === true ? "is deprecated" : "is no longer deprecated"),
  // Neither the types nor the client check these. Only PandaPon does.
  ...Object.fromEntries(
    [
      ...[
        "minLength",
        "maxLength",
        "pattern",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
      ],
      ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "contentEncoding"],
    ].map((name): [string, RateRule] => [
      name,
      ({ before, after }) => rated("constraint", "documentation", `${name} ${fromTo(before, after)}`),
    ]),
  ),
};

export const requiredImpact = (nowRequired: boolean, side: Side | undefined): Impact =>
  nowRequired === (side === "sent") ? "breaking" : "additive";

const requiredChanged = (change: Values, breaking: boolean): Rated =>
  rated(
    "required",
    breaking ? "breaking" : "additive",
    change.after === true ? "is now required" : "is no longer required",
  );

function typeChanged(change: Values): Rated {
  const [wireBefore, wireAfter] = change.beside("x-wire");
  const [before, after] = [list(change.before), list(change.after)];
  const nullOnly = same(withoutNull(before), withoutNull(after));
  const message = nullOnly
    ? after.includes("null")
      ? "may be null"
      : "is never null"
    : `type ${wireBefore === wireAfter ? fromTo(before.join(" | ") || "any", after.join(" | ") || "any") : fromTo(wireBefore, wireAfter)}`;
  const breaking = has(change, "schema-type-changed") || (change.side === "received" && losesType(before, after));
  return rated(nullOnly ? "nullable" : "type", breaking ? "breaking" : "additive", message);
}

const withoutNull = (types: string[]): string[] => types.filter((type) => type !== "null");
const same = (one: string[], other: string[]): boolean => one.join() === other.join();
/** Code that checks for a type which the value no longer has does not compile: the value narrows to `never`. */
const losesType = (before: string[], after: string[]): boolean =>
  after.length > 0 && without(withoutNull(before), after).length > 0;

function enumChanged(change: Values): Rated {
  const [before, after] = [list(change.before), list(change.after)];
  const added = change.before === undefined ? [] : without(after, before);
  const removed = change.after === undefined ? [] : without(before, after);
  const open =
    change.before === undefined
      ? `only ${quoted(after)}`
      : change.after === undefined
        ? "any value instead of a list of values"
        : "";
  const message = [
    ...(open === "" ? [] : [open]),
    ...(added.length > 0 ? [`values added: ${quoted(added)}`] : []),
    ...(removed.length > 0 ? [`values removed: ${quoted(removed)}`] : []),
  ].join("; ");
  // Code that compares a received value with a removed one does not compile, although nothing on the wire breaks.
  const compared = change.side === "received" && (removed.length > 0 || change.before === undefined);
  const breaking = change.raw.verdicts.length > 0 || compared;
  if (message === "") return rated("enum", "documentation", "values in a different order");
  return rated("enum", breaking ? "breaking" : "additive", message);
}

function knownValuesChanged({ before, after }: Values): Rated {
  const [old, next] = [listInText(before), listInText(after)];
  const added = without(next, old);
  const removed = without(old, next);
  const words = [
    ...(added.length > 0 ? [`added: ${quoted(added)}`] : []),
    ...(removed.length > 0 ? [`removed: ${quoted(removed)}`] : []),
  ];
  // Any other text is allowed before and after. Only what editors suggest changes.
  return rated(
    "known values",
    added.length > 0 ? "additive" : "documentation",
    `known values ${words.join("; ") || "in a different order"}`,
  );
}

/** A unit that becomes known changes no value. With another unit the same value means something else. Without a unit, code no longer knows what a value means. */
function unitChanged({ before, after }: Values): Rated {
  const known = (unit: unknown): boolean => unit !== undefined && unit !== "unknown";
  if (!known(before))
    return rated("unit", "documentation", known(after) ? `unit is now known: ${String(after)}` : "unit is unknown");
  const message = known(after) ? `unit ${fromTo(before, after)}` : `unit is no longer known (was ${String(before)})`;
  return rated("unit", "breaking", message);
}

function paginationChanged({ before, after }: Values): Rated {
  if (before === undefined) return rated("pagination", "additive", "can be read page by page: `.items()`");
  if (after === undefined) return rated("pagination", "breaking", "can no longer be read page by page");
  const [old, next] = [fieldsIn(before), fieldsIn(after)];
  if (old["items"] !== next["items"]) {
    return rated("pagination", "breaking", `the records moved: ${fromTo(old["items"], next["items"])}`);
  }
  return rated("pagination", "documentation", `pages are requested differently: ${differing(old, next)}`);
}

/** The flag decides whether the client throws. The other positions change only what the error says. */
function successChanged({ before, after }: Values): Rated {
  if (before === undefined)
    return rated("success", "breaking", "the client now throws if the flag of the response says that it failed");
  if (after === undefined)
    return rated("success", "breaking", "the client no longer throws if the flag of the response says that it failed");
  const [old, next] = [fieldsIn(before), fieldsIn(after)];
  if (old["flag"] !== next["flag"]) {
    return rated(
      "success",
      "breaking",
      `another flag decides whether the client throws: ${fromTo(old["flag"], next["flag"])}`,
    );
  }
  return rated("success", "documentation", `a failure is described differently: ${differing(old, next)}`);
}

function fieldsIn(text: unknown): Record<string, unknown> {
  const value: unknown = typeof text === "string" ? JSON.parse(text) : undefined;
  return isObject(value) ? value : {};
}

const differing = (old: Record<string, unknown>, next: Record<string, unknown>): string =>
  [...new Set([...Object.keys(old), ...Object.keys(next)])]
    .filter((name) => old[name] !== next[name])
    .map((name) => `${name} ${fromTo(old[name], next[name])}`)
    .join(", ") || "in a different order";
