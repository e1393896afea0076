// A schema with all that it is composed of, and what that says together: the one rule for pages, for the contract and for bundles.
import { texts, type Located, type Node } from "./node.js";

/** A schema with all that it is composed of. */
export interface Composition {
  /** As it is written; its `$ref` is not followed. */
  self: Located;
  /** What its `$ref` leads to. */
  target?: Composition;
  /** Its allOf: the value is all of them. */
  all: Composition[];
  /** Its anyOf and oneOf: the value is one of each list. */
  choices: Composition[][];
  /** The content of a text that holds JSON. */
  content?: Composition;
  /** Further parts that are mixed in, such as Apifox's. */
  mixed: Composition[];
}

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
const joined = (all: readonly Allowed[]): Allowed =>
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

/** One composition that says what all of these do. */
export function together(all: Composition[]): Composition[] {
  const [first, ...others] = all;
  return first === undefined || others.length === 0 ? all : [composed(first, { all })];
}

/** A composition that is not written as one schema. It stands where the first of its parts does. */
export const composed = ({ self }: Composition, parts: Partial<Composition>): Composition => ({
  self: { ...self, node: {} },
  all: [],
  choices: [],
  mixed: [],
  ...parts,
});

/** Whether a composition is null and nothing else. */
export const isNull = ({ self, target }: Composition): boolean =>
  target === undefined ? self.node["type"] === "null" : isNull(target);

/** The schemas of a composition. Of a list of choices that `takeApart` takes, only null is left. */
export function flattened(
  { self, target, all, choices, content, mixed }: Composition,
  withContent: boolean,
  takeApart: (list: readonly Composition[]) => boolean = () => false,
): Located[] {
  const inner = (one: Composition): Located[] => flattened(one, withContent, takeApart);
  return [
    self,
    ...(target === undefined ? [] : inner(target)),
    ...all.flatMap(inner),
    ...choices.flatMap((list) => {
      return (takeApart(list) ? list.filter(isNull) : list).flatMap(inner);
    }),
    ...(content !== undefined && withContent ? inner(content) : []),
    ...mixed.flatMap(inner),
  ];
}

/** The names that a composition requires: of choices, what each of them does. */
export function requiredBy(
  { self, target, all, choices, content, mixed }: Composition,
  withContent: boolean,
): Set<string> {
  const names = new Set(texts(self.node["required"]));
  const add = (one: Composition): void => requiredBy(one, withContent).forEach((name) => names.add(name));
  for (const one of [...(target === undefined ? [] : [target]), ...all, ...mixed]) add(one);
  if (content !== undefined && withContent) add(content);
  for (const list of choices) {
    const [first, ...others] = list.filter((one) => !isNull(one)).map((one) => requiredBy(one, withContent));
    for (const name of first ?? []) if (others.every((other) => other.has(name))) names.add(name);
  }
  return names;
}
