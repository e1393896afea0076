// What a difference means for callers of a typed client, and how it is told. Each facet has one rule.
import { graver, type Impact } from "../core/impact.js";
import { objectOf } from "../core/node.js";
import type { ContractDifference } from "./differences.js";
import { text } from "./field.js";

/** The rating of a difference; what follows from it is rated with it. */
export function rate(difference: ContractDifference): { kind: string; impact: Impact; message: string } {
  const { facet, from, to, overridden, inside = [] } = difference;
  const [impact, message, kind] = RULES[facet]?.(difference) ?? note(`${facet} ${fromTo(from, to)}`);
  // What is overridden changes neither the types nor the client.
  const own = overridden === true ? "documentation" : IMPACT[impact](difference);
  return {
    kind: kind ?? KINDS[facet] ?? (CONSTRAINT.test(facet) ? "constraint" : facet.replace(/^x-/, "")),
    impact: inside.map((one) => rate(one).impact).reduce(graver, own),
    message,
  };
}

/** Impacts. `ifSent`, `ifReceived` and `unlessOpen` say when a difference is breaking. */
const IMPACT = {
  breaking: () => "breaking",
  additive: () => "additive",
  documentation: () => "documentation",
  ifSent: ({ side }) => (side === "sent" ? "breaking" : "additive"),
  ifReceived: ({ side }) => (side === "received" ? "breaking" : "additive"),
  // Code that names a field which its type does not have does not compile; an open type takes it as before.
  unlessOpen: ({ side, inOpen }) => (side === "sent" && inOpen === true ? "documentation" : "breaking"),
} satisfies Record<string, (difference: ContractDifference) => Impact>;

type Told = [impact: keyof typeof IMPACT, message: string, kind?: string];
type RateRule = (difference: ContractDifference) => Told;

const breaking = (message: string): Told => ["breaking", message];
const additive = (message: string): Told => ["additive", message];
const note = (message: string): Told => ["documentation", message];
const ifSent = (message: string): Told => ["ifSent", message];
const ifReceived = (message: string): Told => ["ifReceived", message];

const LONGEST = 60;
const fromTo = (from: unknown, to: unknown): string =>
  [from, to]
    .map((value) => (value === undefined ? "nothing" : text(value)))
    .map((shown) => (shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown))
    .join(" → ");
const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const without = (all: unknown, others: unknown): string[] => list(all).filter((one) => !list(others).includes(one));
const quoted = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(", ");
const isKnown = (unit: unknown): boolean => unit !== undefined && unit !== "unknown";

/** The values that two lists differ in. */
const otherValues = (from: unknown, to: unknown): string => {
  const [more, less] = [quoted(without(to, from)), quoted(without(from, to))];
  return [more && `added: ${more}`, less && `removed: ${less}`].filter(Boolean).join("; ") || "in another order";
};
/** The members that two objects differ in. */
const otherMembers = (from: unknown, to: unknown): string => {
  const [before, after] = [objectOf(from), objectOf(to)];
  const names = Object.keys({ ...before, ...after }).filter((name) => before[name] !== after[name]);
  return names.map((name) => `${name} ${fromTo(before[name], after[name])}`).join(", ");
};
const differIn = (name: string, from: unknown, to: unknown): boolean => objectOf(from)[name] !== objectOf(to)[name];

/** Of a server, a named type, an operation or a field. */
const present: RateRule = ({ from, to, side, required }) => {
  if (to === undefined) return ["unlessOpen", `is removed (was ${text(from)})`, "removed"];
  if (required === true && side === "sent") return ["breaking", `is new and required (${text(to)})`, "added"];
  return ["additive", `is new (${text(to)})`, "added"];
};

const RULES: Readonly<Record<string, RateRule>> = {
  present,
  // Of the whole contract.
  text: ({ from, to }) => note(`text ${from === undefined ? "added" : to === undefined ? "removed" : "reworded"}`),
  "security scheme": ({ from, to }) => breaking(`security scheme ${fromTo(from, to)}`),
  // Of an operation.
  operationId: ({ from, to }) => breaking(`\`${text(from)}\` is now called \`${text(to)}\``),
  call: (one) =>
    one.from === undefined || one.to === undefined ? present(one) : breaking(`moved: ${fromTo(one.from, one.to)}`),
  security: ({ from, to }) => breaking(`is signed differently: ${fromTo(from, to)}`),
  "x-effect": ({ to }) =>
    to === "write"
      ? breaking("is a write now: the client no longer retries it after a temporary failure")
      : additive("is a read now: the client retries it after a temporary failure"),
  "x-pagination": ({ from, to }) => {
    if (from === undefined) return additive("can be read page by page: `.items()`");
    if (to === undefined) return breaking("can no longer be read page by page");
    if (differIn("items", from, to)) return breaking(`the records are elsewhere: ${otherMembers(from, to)}`);
    return note(`pages are requested differently: ${otherMembers(from, to)}`);
  },
  // The client throws by the flag. Where the words of a failure stand changes only the error.
  "x-success": ({ from, to }) => {
    if (from === undefined) return breaking("throws now if the answer's own flag says that the call failed");
    if (to === undefined) return breaking("no longer throws if the answer's own flag says that the call failed");
    if (differIn("flag", from, to)) return breaking(`throws by another flag: ${otherMembers(from, to)}`);
    return note(`a failure is told differently: ${otherMembers(from, to)}`);
  },
  // Of a field, a body or an answer.
  content: ({ from, to }) => [
    without(from, to).length > 0 ? "breaking" : "additive",
    `media types ${otherValues(from, to)}`,
  ],
  renamed: ({ from, to }) => ["unlessOpen", `\`${text(from)}\` is now \`${text(to)}\``],
  type: ({ from, to, side, wire = ["", ""] }) => {
    const words = (types: unknown): string => (types === undefined ? "any" : list(types).join(" | "));
    const message = `type ${wire[0] === wire[1] ? `${words(from)} → ${words(to)}` : wire.join(" → ")}`;
    if (from === undefined) return ifSent(message);
    if (to === undefined) return ifReceived(message);
    // Code that reads a value and looks for a type which it no longer has does not compile: it narrows to `never`.
    const lost = without(from, side === "sent" ? to : [...list(to), "null"]).length > 0;
    return lost ? breaking(message) : without(to, from).length > 0 ? ifReceived(message) : additive(message);
  },
  nullable: ({ to, wire = ["", ""] }) => {
    const [before, after] = wire.map((one) => one.replace(" | null", ""));
    const also = before === after ? "" : ` and travels as ${fromTo(before, after)}`;
    return list(to).includes("null") ? ifReceived(`may be null${also}`) : ifSent(`is never null${also}`);
  },
  alternatives: ({ from = 0, to = 0 }) =>
    Number(to) > Number(from) ? ifReceived("may be a further kind of value") : ifSent("is one kind of value less"),
  // An id is text to callers whatever the wire has, and a number is a number: only the client is concerned.
  wire: ({ from, to }) => note(`travels as ${fromTo(from, to)}`),
  required: ({ to }) => (to === true ? ifSent("is now required") : ifReceived("is no longer required")),
  values: ({ from, to }) => {
    if (from === undefined) return breaking(`only ${quoted(list(to))}`);
    if (to === undefined) return ifReceived("any value, no longer a list of values");
    const message = `values ${otherValues(from, to)}`;
    // Code that compares an answer with a value which is gone does not compile.
    if (without(from, to).length > 0) return breaking(message);
    return without(to, from).length > 0 ? ifReceived(message) : note(message);
  },
  open: ({ to }) => (to === true ? additive("may have further fields") : breaking("no longer has further fields")),
  // A unit that becomes known changes no value. Another unit gives the same value another meaning.
  "x-unit": ({ from, to }) => {
    if (!isKnown(from)) return note(isKnown(to) ? `unit is known now: ${text(to)}` : "unit is unknown");
    return breaking(isKnown(to) ? `unit ${fromTo(from, to)}` : `unit is no longer known (was ${text(from)})`);
  },
  // Any other text is allowed before and after: editors offer more, or fewer.
  "x-extensible-enum": ({ from, to }) => [
    without(to, from).length > 0 ? "additive" : "documentation",
    `known values ${otherValues(from, to)}`,
  ],
  "x-alternative": ({ to, required }) => {
    if (to === "body") return note("is sent in the body alone by the methods");
    return [required === true ? "breaking" : "documentation", "is sent as a parameter too by the methods"];
  },
  "x-required": ({ to }) => note(`its required mark is ${to === undefined ? "known now" : "unknown"}`),
  "x-id": ({ to }) => note(to === undefined ? "has digits only" : "may hold letters"),
  rewritten: () => note("is written differently and means the same"),
  summary: () => note("summary reworded"),
  description: () => note("description reworded"),
  example: () => note("another example"),
  examples: () => note("another example"),
  "x-evidence": () => note("other evidence"),
  deprecated: ({ to }) => note(`is ${to === true ? "" : "no longer "}deprecated`),
};

/** Kinds that are not the name of the facet. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ call: "moved", rewritten: "unseen", summary: "text", description: "text", examples: "example" },
  ...{ content: "media type", values: "enum", "x-extensible-enum": "known values", "x-required": "mark" },
};
/** Neither the types nor the client check a value against these. */
const CONSTRAINT = /^(min|max|exclusiveM)|^(pattern|multipleOf|uniqueItems|contentEncoding)$/;
