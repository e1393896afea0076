// What a difference means for callers of a typed client, and how it is told. Each facet has one rule.
import { isObject } from "../core/node.js";
import { graver, type Impact } from "../core/impact.js";
import type { ContractDifference } from "./differences.js";
import { text } from "./fields.js";

export interface Rated {
  kind: string;
  impact: Impact;
  message: string;
}

type RateRule = (difference: ContractDifference) => Rated;

/** The rating of a difference; what follows from it is rated with it. */
export function rate(difference: ContractDifference): Rated {
  const rated = (RULES[difference.facet] ?? unknown)(difference);
  const inside = (difference.inside ?? []).map((one) => rate(one).impact);
  return { ...rated, impact: inside.reduce(graver, rated.impact) };
}

const told = (kind: string, impact: Impact, message: string): Rated => ({ kind, impact, message });

const LONGEST = 60;
const shown = (value: unknown): string => {
  const whole = value === undefined ? "nothing" : text(value);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
};
const fromTo = (before: unknown, after: unknown): string => `${shown(before)} → ${shown(after)}`;
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const without = (all: readonly string[], others: readonly string[]): string[] =>
  all.filter((one) => !others.includes(one));
const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");

/** Neither the types nor the client look at it. */
const unknown: RateRule = ({ facet, from, to }) => told(facet, "documentation", `${facet} ${fromTo(from, to)}`);

const reworded =
  (what: string): RateRule =>
  () =>
    told("text", "documentation", `${what} reworded`);

/** A literal that names a field which its type does not have is refused; an open type takes it as before. */
const gone = ({ side, inOpen }: ContractDifference): Impact =>
  side === "sent" && inOpen === true ? "documentation" : "breaking";

const requiredImpact = (nowRequired: boolean, sent: boolean): Impact =>
  nowRequired === sent ? "breaking" : "additive";

const RULES: Readonly<Record<string, RateRule>> = {
  // Of the whole contract.
  text: ({ from, to }) =>
    told(
      "text",
      "documentation",
      from === undefined ? "text added" : to === undefined ? "text removed" : "text reworded",
    ),
  "security scheme": ({ from, to }) => told("security scheme", "breaking", `security scheme ${fromTo(from, to)}`),
  rewritten: () => told("unseen", "documentation", "is written differently and means the same"),

  // Of an operation.
  operationId: ({ from, to }) => told("operationId", "breaking", `\`${text(from)}\` is now called \`${text(to)}\``),
  call: ({ from, to }) => told("moved", "breaking", `moved: ${fromTo(from, to)}`),
  security: ({ from, to }) => told("security", "breaking", `is signed differently: ${fromTo(from, to)}`),
  summary: reworded("summary"),
  tags: ({ from, to }) => told("tags", "documentation", `tags ${fromTo(from, to)}`),
  "x-effect": ({ to }) =>
    to === "write"
      ? told("effect", "breaking", "is a write now: the client no longer retries it after a temporary failure")
      : told("effect", "additive", "is a read now: the client retries it after a temporary failure"),
  "x-pagination": paginationChanged,
  "x-success": successChanged,
  body: ({ from, to }) => {
    if (from === undefined) {
      return to === true ? told("added", "breaking", "is new and required") : told("added", "additive", "is new");
    }
    if (to === undefined) return told("removed", "breaking", "is removed");
    return told("required", to === true ? "breaking" : "additive", requiredWords(to === true));
  },
  answer: ({ from }) =>
    from === undefined ? told("added", "additive", "is new") : told("removed", "breaking", "is removed"),
  "media type": ({ from }) =>
    from === undefined
      ? told("media type", "additive", "has a further media type")
      : told("media type", "breaking", "has a media type less"),

  // Of a field.
  added: ({ to, side, required }) =>
    required === true && side === "sent"
      ? told("added", "breaking", `is new and required (${text(to)})`)
      : told("added", "additive", `is new (${text(to)})`),
  removed: (difference) => told("removed", gone(difference), `is removed (was ${text(difference.from)})`),
  renamed: (difference) =>
    told("renamed", gone(difference), `\`${text(difference.from)}\` is now \`${text(difference.to)}\``),
  type: typeChanged,
  nullable: (difference) => {
    const { to, side } = difference;
    const nullNow = list(to).includes("null");
    const breaking = nullNow === (side === "received");
    return told("nullable", breaking ? "breaking" : "additive", nullNow ? "may be null" : "is never null");
  },
  alternatives: ({ from, to, side }) => {
    const more = Number(to) > Number(from);
    const message = more ? "may be a further kind of value" : "is one kind of value less";
    return told("alternatives", more === (side === "received") ? "breaking" : "additive", message);
  },
  // An id is text to callers whatever the wire has, and a number is a number: only the client is concerned.
  wire: ({ from, to }) => told("wire", "documentation", `travels as ${fromTo(from, to)}`),
  required: ({ to, side }) =>
    told("required", requiredImpact(to === true, side === "sent"), requiredWords(to === true)),
  values: valuesChanged,
  open: ({ to }) =>
    to === true
      ? told("open", "additive", "may have further fields")
      : told("open", "breaking", "has no further fields any more"),
  inner: ({ facet }) => told("shape text", "documentation", `${facet} of its shape reworded`),
  "x-unit": unitChanged,
  "x-extensible-enum": knownValuesChanged,
  "x-alternative": ({ to, required }) =>
    to === "body"
      ? told("alternative", "documentation", "is sent in the body alone by the methods")
      : told(
          "alternative",
          required === true ? "breaking" : "documentation",
          "is sent as a parameter too by the methods",
        ),
  "x-required": ({ to }) =>
    told("mark", "documentation", to === undefined ? "its required mark is known now" : "its required mark is unknown"),
  "x-id": ({ to }) => told("id", "documentation", to === undefined ? "has digits only" : "may hold letters"),
  "x-evidence": () => told("evidence", "documentation", "other evidence"),
  description: reworded("description"),
  example: () => told("example", "documentation", "another example"),
  examples: () => told("example", "documentation", "another example"),
  deprecated: ({ to }) =>
    told("deprecated", "documentation", to === true ? "is deprecated" : "is no longer deprecated"),
  // Neither the types nor the client check a value against these.
  ...Object.fromEntries(
    [
      ...["minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
      ...["multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "contentEncoding"],
    ].map((name): [string, RateRule] => [
      name,
      ({ from, to }) => told("constraint", "documentation", `${name} ${fromTo(from, to)}`),
    ]),
  ),
};

const requiredWords = (required: boolean): string => (required ? "is now required" : "is no longer required");

function typeChanged({ from, to, side, wire }: ContractDifference): Rated {
  const words = (types: unknown): string => (types === undefined ? "any" : list(types).join(" | "));
  const message = `type ${wire === undefined ? `${words(from)} → ${words(to)}` : wire.join(" → ")}`;
  const narrower = to !== undefined && (from === undefined || without(list(from), list(to)).length > 0);
  const wider = from !== undefined && (to === undefined || without(list(to), list(from)).length > 0);
  // Code that reads a value and looks for a type which it no longer has does not compile: it narrows to `never`.
  const lost = from !== undefined && to !== undefined && without(list(from), [...list(to), "null"]).length > 0;
  const breaking = side === "sent" ? narrower : wider || lost;
  return told("type", breaking ? "breaking" : "additive", message);
}

function valuesChanged({ from, to, side }: ContractDifference): Rated {
  const added = from === undefined ? [] : without(list(to), list(from));
  const removed = to === undefined ? [] : without(list(from), list(to));
  const message = [
    ...(from === undefined ? [`only ${quoted(list(to))}`] : []),
    ...(to === undefined ? ["any value, no longer a list of values"] : []),
    ...(added.length > 0 && to !== undefined ? [`values added: ${quoted(added)}`] : []),
    ...(removed.length > 0 ? [`values removed: ${quoted(removed)}`] : []),
  ].join("; ");
  if (message === "") return told("enum", "documentation", "values in another order");
  // Code that compares an answer with a value which is gone does not compile.
  const narrower = removed.length > 0 || from === undefined;
  const wider = added.length > 0 || to === undefined;
  return told("enum", narrower || (side === "received" && wider) ? "breaking" : "additive", message);
}

function knownValuesChanged({ from, to }: ContractDifference): Rated {
  const [added, removed] = [without(list(to), list(from)), without(list(from), list(to))];
  const words = [
    ...(added.length > 0 ? [`added: ${quoted(added)}`] : []),
    ...(removed.length > 0 ? [`removed: ${quoted(removed)}`] : []),
  ];
  // Any other text is allowed before and after: editors offer more, or fewer.
  const message = `known values ${words.join("; ") || "in another order"}`;
  return told("known values", added.length > 0 ? "additive" : "documentation", message);
}

/** A unit that becomes known changes no value. Another unit gives the same value another meaning. */
function unitChanged({ from, to }: ContractDifference): Rated {
  const known = (unit: unknown): boolean => unit !== undefined && unit !== "unknown";
  if (!known(from)) {
    return told("unit", "documentation", known(to) ? `unit is known now: ${text(to)}` : "unit is unknown");
  }
  return told(
    "unit",
    "breaking",
    known(to) ? `unit ${fromTo(from, to)}` : `unit is no longer known (was ${text(from)})`,
  );
}

function paginationChanged({ from, to }: ContractDifference): Rated {
  if (from === undefined) return told("pagination", "additive", "can be read page by page: `.items()`");
  if (to === undefined) return told("pagination", "breaking", "can no longer be read page by page");
  const [items, moved] = [membersOf(from)["items"], membersOf(to)["items"]];
  return items === moved
    ? told("pagination", "documentation", `pages are requested differently: ${differing(from, to)}`)
    : told("pagination", "breaking", `the records are elsewhere: ${fromTo(items, moved)}`);
}

/** The client throws by the flag. Where the words of a failure stand changes only the error. */
function successChanged({ from, to }: ContractDifference): Rated {
  const flag = "the answer's own flag says that the call failed";
  if (from === undefined) return told("success", "breaking", `throws now if ${flag}`);
  if (to === undefined) return told("success", "breaking", `no longer throws if ${flag}`);
  const [before, after] = [membersOf(from)["flag"], membersOf(to)["flag"]];
  return before === after
    ? told("success", "documentation", `a failure is told differently: ${differing(from, to)}`)
    : told("success", "breaking", `throws by another flag: ${fromTo(before, after)}`);
}

const membersOf = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {});

function differing(from: unknown, to: unknown): string {
  const [before, after] = [membersOf(from), membersOf(to)];
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name} ${fromTo(before[name], after[name])}`)
    .join(", ");
}
