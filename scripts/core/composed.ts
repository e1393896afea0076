// What the parts of a composed schema allow together: the one rule for pages, for the contract and for bundles.
import type { Node } from "./node.js";
import type { Composition } from "./schema-fields.js";

/** Types or values that are allowed; `undefined` if any is. */
export type Allowed = string[] | undefined;

/** What all of these allow. If they contradict each other: what any of them allows. */
export function united(all: readonly Allowed[]): Allowed {
  const said = all.filter((one) => one !== undefined);
  if (said.length < 2) return said[0];
  const every = new Set(said.flat());
  const sets = said.map((one) => new Set(one));
  const common = [...every].filter((one) => sets.every((allowed) => takes(allowed, one)));
  return common.length > 0 ? common : [...every];
}

/** An integer is also a number. */
const takes = (allowed: ReadonlySet<string>, one: string): boolean =>
  allowed.has(one) || (one === "integer" && allowed.has("number"));

/** What any of these allows. */
export const joined = (all: readonly Allowed[]): Allowed =>
  all.every((one) => one !== undefined) ? [...new Set(all.flat())] : undefined;

/** What a composition allows, all in all. `own` is what one schema says, without the schemas that it is composed of. */
export function saidBy(
  { self, target, all, choices, content, mixed }: Composition,
  own: (node: Node) => Allowed,
  options: {
    /** Whether a text that holds JSON counts as what it holds. */
    content?: boolean;
    /** Whether `nullable: true` beside a `$ref` or a list of schemas adds null to what they allow, as OpenAPI 3.0 writes it. */
    nullable?: boolean;
  } = {},
): Allowed {
  const inner = (one: Composition): Allowed => saidBy(one, own, options);
  const said = own(self.node);
  if (options.content === true && content !== undefined) {
    return said?.includes("null") ? joined([inner(content), ["null"]]) : inner(content);
  }
  const parts = [...(target === undefined ? [] : [target]), ...all, ...mixed].map(inner);
  const composed = united([...parts, ...choices.map((list) => joined(list.map(inner)))]);
  if (said === undefined && options.nullable === true && self.node["nullable"] === true) {
    return joined([composed, ["null"]]);
  }
  return united([said, composed]);
}

/** Closed values. Null is left out: the types say whether it is allowed. */
export function closedValues(node: Node, textOf: (value: unknown) => string): Allowed {
  const listed = Array.isArray(node["enum"]) ? node["enum"] : "const" in node ? [node["const"]] : undefined;
  return listed?.filter((value) => value !== null).map(textOf) ?? (node["type"] === "null" ? [] : undefined);
}
