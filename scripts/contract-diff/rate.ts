// What a difference means for callers of a typed client, and how it is told. Each facet has one rule.
import { objectOf } from "../core/node.js";
import { graver, type Impact } from "../core/impact.js";
import type { ContractDifference } from "./differences.js";
import { text } from "./field.js";

export interface Rated {
  kind: string;
  impact: Impact;
  message: string;
}

type Told = [kind: string, impact: Impact, message: string];
type RateRule = (difference: ContractDifference) => Told;

/** The rating of a difference; what follows from it is rated with it. */
export function rate(difference: ContractDifference): Rated {
  const [kind, impact, message] = (RULES[difference.facet] ?? byWords)(difference);
  // What does not count changes neither the types nor the client.
  if (difference.overridden === true) return { kind, impact: "documentation", message };
  const inside = (difference.inside ?? []).map((one) => rate(one).impact);
  return { kind, impact: inside.reduce(graver, impact), message };
}

const LONGEST = 60;
const shown = (value: unknown): string => {
  const whole = value === undefined ? "nothing" : text(value);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
};
const fromTo = (before: unknown, after: unknown): string => `${shown(before)} → ${shown(after)}`;
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const without = (all: unknown, others: unknown): string[] => list(all).filter((one) => !list(others).includes(one));
const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
const breakingIf = (breaking: boolean, otherwise: Impact = "additive"): Impact => (breaking ? "breaking" : otherwise);

/** Facets that neither the types nor the client look at: the kind, and the words if the values are not shown. */
const DOCUMENTATION: Readonly<Record<string, [kind: string, words?: string]>> = {
  summary: ["text", "summary reworded"],
  description: ["text", "description reworded"],
  example: ["example", "another example"],
  examples: ["example", "another example"],
  "x-evidence": ["evidence", "other evidence"],
  rewritten: ["unseen", "is written differently and means the same"],
  // Nothing checks a value against these.
  ...Object.fromEntries(
    [
      ...["minLength", "maxLength", "pattern", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
      ...["multipleOf", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "contentEncoding"],
    ].map((name): [string, [string]] => [name, ["constraint"]]),
  ),
};

function byWords({ facet, from, to }: ContractDifference): Told {
  const [kind, words] = DOCUMENTATION[facet] ?? [facet];
  return [kind, "documentation", words ?? `${facet} ${fromTo(from, to)}`];
}

/** Code that names a field which its type does not have does not compile; an open type takes it as before. */
const gone = ({ side, inOpen }: ContractDifference): Impact =>
  breakingIf(side !== "sent" || inOpen !== true, "documentation");

function present(difference: ContractDifference): Told {
  const { from, to, side, required } = difference;
  if (to === undefined) return ["removed", gone(difference), `is removed (was ${text(from)})`];
  const demanded = required === true && side === "sent";
  return ["added", breakingIf(demanded), `is new${demanded ? " and required" : ""} (${text(to)})`];
}

const RULES: Readonly<Record<string, RateRule>> = {
  present,

  // Of the whole contract.
  text: ({ from, to }) => [
    "text",
    "documentation",
    `text ${from === undefined ? "added" : to === undefined ? "removed" : "reworded"}`,
  ],
  "security scheme": ({ from, to }) => ["security scheme", "breaking", `security scheme ${fromTo(from, to)}`],

  // Of an operation.
  operationId: ({ from, to }) => ["operationId", "breaking", `\`${text(from)}\` is now called \`${text(to)}\``],
  call: (difference) => {
    const { from, to } = difference;
    if (from === undefined || to === undefined) return present(difference);
    return ["moved", "breaking", `moved: ${fromTo(from, to)}`];
  },
  security: ({ from, to }) => ["security", "breaking", `is signed differently: ${fromTo(from, to)}`],
  "x-effect": ({ to }) =>
    to === "write"
      ? ["effect", "breaking", "is a write now: the client no longer retries it after a temporary failure"]
      : ["effect", "additive", "is a read now: the client retries it after a temporary failure"],
  "x-pagination": ({ from, to }) => {
    if (from === undefined) return ["pagination", "additive", "can be read page by page: `.items()`"];
    if (to === undefined) return ["pagination", "breaking", "can no longer be read page by page"];
    return memberChanged(
      "pagination",
      "items",
      "the records are elsewhere",
      "pages are requested differently",
      from,
      to,
    );
  },
  // The client throws by the flag. Where the words of a failure stand changes only the error.
  "x-success": ({ from, to }) => {
    const flag = "the answer's own flag says that the call failed";
    if (from === undefined) return ["success", "breaking", `throws now if ${flag}`];
    if (to === undefined) return ["success", "breaking", `no longer throws if ${flag}`];
    return memberChanged("success", "flag", "throws by another flag", "a failure is told differently", from, to);
  },

  // Of a field, a body or an answer.
  content: ({ from, to }) => {
    const lost = without(from, to).length > 0;
    return ["media type", breakingIf(lost), lost ? "has a media type less" : "has a further media type"];
  },
  renamed: (difference) => [
    "renamed",
    gone(difference),
    `\`${text(difference.from)}\` is now \`${text(difference.to)}\``,
  ],
  type: ({ from, to, side, wire }) => {
    const words = (types: unknown): string => (types === undefined ? "any" : list(types).join(" | "));
    const message = `type ${new Set(wire).size === 2 ? wire?.join(" → ") : `${words(from)} → ${words(to)}`}`;
    const narrower = to !== undefined && (from === undefined || without(from, to).length > 0);
    const wider = from !== undefined && (to === undefined || without(to, from).length > 0);
    // Code that reads a value and looks for a type which it no longer has does not compile: it narrows to `never`.
    const lost = from !== undefined && to !== undefined && without(from, [...list(to), "null"]).length > 0;
    return ["type", breakingIf(side === "sent" ? narrower : wider || lost), message];
  },
  nullable: ({ to, side }) => {
    const nullNow = list(to).includes("null");
    return ["nullable", breakingIf(nullNow === (side === "received")), nullNow ? "may be null" : "is never null"];
  },
  alternatives: ({ from = 0, to = 0, side }) => {
    const more = Number(to) > Number(from);
    const message = more ? "may be a further kind of value" : "is one kind of value less";
    return ["alternatives", breakingIf(more === (side === "received")), message];
  },
  // An id is text to callers whatever the wire has, and a number is a number: only the client is concerned.
  wire: ({ from, to }) => ["wire", "documentation", `travels as ${fromTo(from, to)}`],
  required: ({ to, side }) => {
    const message = to === true ? "is now required" : "is no longer required";
    return ["required", breakingIf((to === true) === (side === "sent")), message];
  },
  values: ({ from, to, side }) => {
    const added = from === undefined || to === undefined ? [] : without(to, from);
    const removed = from === undefined || to === undefined ? [] : without(from, to);
    const message = [
      ...(from === undefined ? [`only ${quoted(list(to))}`] : []),
      ...(to === undefined ? ["any value, no longer a list of values"] : []),
      ...addedAndRemoved(added, removed, "values "),
    ].join("; ");
    if (message === "") return ["enum", "documentation", "values in another order"];
    // Code that compares an answer with a value which is gone does not compile.
    const narrower = removed.length > 0 || from === undefined;
    const wider = added.length > 0 || to === undefined;
    return ["enum", breakingIf(narrower || (side === "received" && wider)), message];
  },
  open: ({ to }) =>
    to === true
      ? ["open", "additive", "may have further fields"]
      : ["open", "breaking", "has no further fields any more"],
  // A unit that becomes known changes no value. Another unit gives the same value another meaning.
  "x-unit": ({ from, to }) => {
    const [before, after] = [from, to].map((unit) => unit !== undefined && unit !== "unknown");
    if (!before) return ["unit", "documentation", after ? `unit is known now: ${text(to)}` : "unit is unknown"];
    return ["unit", "breaking", after ? `unit ${fromTo(from, to)}` : `unit is no longer known (was ${text(from)})`];
  },
  // Any other text is allowed before and after: editors offer more, or fewer.
  "x-extensible-enum": ({ from, to }) => {
    const [added, removed] = [without(to, from), without(from, to)];
    const message = `known values ${addedAndRemoved(added, removed).join("; ") || "in another order"}`;
    return ["known values", added.length > 0 ? "additive" : "documentation", message];
  },
  "x-alternative": ({ to, required }) =>
    to === "body"
      ? ["alternative", "documentation", "is sent in the body alone by the methods"]
      : ["alternative", breakingIf(required === true, "documentation"), "is sent as a parameter too by the methods"],
  "x-required": ({ to }) => [
    "mark",
    "documentation",
    `its required mark is ${to === undefined ? "known now" : "unknown"}`,
  ],
  "x-id": ({ to }) => ["id", "documentation", to === undefined ? "has digits only" : "may hold letters"],
  deprecated: ({ to }) => ["deprecated", "documentation", `is ${to === true ? "" : "no longer "}deprecated`],
};

const addedAndRemoved = (added: readonly string[], removed: readonly string[], what = ""): string[] => [
  ...(added.length > 0 ? [`${what}added: ${quoted(added)}`] : []),
  ...(removed.length > 0 ? [`${what}removed: ${quoted(removed)}`] : []),
];

/** Of an object, one member decides; the others change what the client does inside. */
function memberChanged(
  kind: string,
  member: string,
  decided: string,
  otherwise: string,
  from: unknown,
  to: unknown,
): Told {
  const [before, after] = [objectOf(from), objectOf(to)];
  if (before[member] !== after[member]) {
    return [kind, "breaking", `${decided}: ${fromTo(before[member], after[member])}`];
  }
  const differing = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name} ${fromTo(before[name], after[name])}`);
  return [kind, "documentation", `${otherwise}: ${differing.join(", ")}`];
}
