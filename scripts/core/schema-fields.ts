// The one walker: a schema becomes a flat list of fields, for pages, for the contract's files and for bundles.
import { composed, flattened, isNull, requiredBy, together, type Composition } from "./composition.js";
import { isObject, locationKey, memberOf, objectOf, type Located, type Node } from "./node.js";
import { itemOf, nameOf, under, type Place } from "./place.js";
import { Failure } from "./problem.js";

/** One field of the list. */
export interface SchemaField {
  place: Place;
  /** Whether every branch of what holds it requires it. */
  required: boolean;
  /** The members that every branch requires. */
  needs: ReadonlySet<string>;
  /** Its declarations: several if parts of one composition declare the same name. */
  declared: Composition[];
  /** What the declarations say together: all of these hold. Declarations in several alternatives are one choice. */
  combined: Composition[];
  /** Every schema that describes the value, the declarations first. */
  parts: Located[];
  /** The part that declares it, for each declaration; empty for the outermost value. */
  holders: Located[];
  /** Whether it contains itself, so that what is in it is not listed again. */
  recursive: boolean;
}

export interface WalkOptions {
  /** What a `$ref` leads to; `undefined` if it leads nowhere, or back to itself. */
  follow: (node: Located, place: Place) => Located | undefined;
  /** Parts that are written in another way than allOf, anyOf and oneOf. */
  mixed?: (part: Located, place: Place) => Located[];
  /** Whether the content of a text that holds JSON is listed in its place. */
  content?: boolean;
  /** Whether what stands under any name of a map is listed, as the items of a list are. */
  maps?: boolean;
  /** Which choices are listed apart, each at a place of its own: `place/|0`. The others are united. */
  apart?: (choices: readonly Composition[]) => boolean;
  /** Told of a schema that is composed of itself. */
  circular?: (schema: Located, place: Place) => void;
  /** How many schemas may still be read. Several walks may share it. */
  budget?: { schemas: number };
  /** Told of each field before those inside it. @returns false if nothing inside it is to be listed */
  visit: (field: SchemaField) => boolean | void;
}

/** A step of a place: one of several alternatives. */
const alternativeOf = (place: Place, index: number): Place => `${place}/|${index}`;
/** The place without its steps through alternatives. */
export const withoutAlternatives = (place: Place): Place => place.replaceAll(/\/\|\d+(?=\/|$)/g, "");

/** The members of a list of schemas. */
export const listOf = (part: Located, keyword: string): Located[] => {
  const list = part.node[keyword];
  return (Array.isArray(list) ? [...list.keys()] : []).flatMap((index) => memberOf(part, keyword, index) ?? []);
};

/** Deeper compositions are circular or hostile. */
const DEEPEST = 100;
/** A schema counts each time it is read: once per place, and once per alternative that leads to it. */
const MOST_SCHEMAS = 50_000;

/** A schema that is composed of too many others, or too deep. */
export class TooLarge extends Failure {
  readonly reason: string;
  readonly at: Located;
  constructor(reason: string, at: Located) {
    // In a bundle, the first step of a pointer can be a whole `$ref`.
    const pointer = at.pointer.join("/").replace(/^#?\/?/, "#/");
    super(2, `The schema at ${at.file}${pointer} cannot be read: ${reason}. Describe fewer levels.`);
    this.reason = reason;
    this.at = at;
  }
}

/** The schemas that hold a field: those next to it, and those around these. */
interface Around {
  keys: ReadonlySet<string>;
  outer?: Around;
}
const isAround = (around: Around | undefined, key: string): boolean =>
  around !== undefined && (around.keys.has(key) || isAround(around.outer, key));

/**
 * Lists the fields of a schema, the outermost value first.
 * @param schema its declarations: several if all of them describe the value
 * @throws TooLarge if it is composed of more schemas than the budget allows, or nests too deep
 */
export function walkSchema(
  schema: Located | readonly Located[],
  place: Place,
  required: boolean,
  options: WalkOptions,
): void {
  new Walk(options).start([schema].flat(), place, required);
}

class Walk {
  readonly #options: WalkOptions;
  readonly #budget: { schemas: number };

  constructor(options: WalkOptions) {
    this.#options = options;
    this.#budget = options.budget ?? { schemas: MOST_SCHEMAS };
  }

  start(schemas: readonly Located[], place: Place, required: boolean): void {
    const declared = schemas.map((one) => this.#compose(one, place, new Set()));
    if (declared.length > 0) this.#field({ place, required, declared, combined: declared, holders: [] }, undefined);
  }

  #field(
    field: Pick<SchemaField, "place" | "required" | "declared" | "combined" | "holders">,
    around: Around | undefined,
  ): void {
    const { apart = () => false, visit, content = false } = this.#options;
    const { place, required, declared, combined } = field;
    const choices: Composition[] = [];
    const lists = new Set<readonly Composition[]>();
    const takeApart = (list: readonly Composition[]): boolean => {
      const values = list.filter((one) => !isNull(one));
      if (values.length < 2 || !apart(values)) return false;
      choices.push(...values);
      lists.add(list);
      return true;
    };
    // Two branches may lead to one shape.
    const parts = unique(declared.flatMap((one) => flattened(one, content, takeApart)));
    const keys = parts.filter(({ node }) => isComposite(node)).map(locationKey);
    const recursive = keys.some((key) => isAround(around, key));
    const needs = new Set(combined.flatMap((one) => [...requiredBy(one, content)]));
    if (visit({ ...field, needs, parts, recursive }) === false || recursive) return;
    const inside: Around = { keys: new Set(keys), ...(around && { outer: around }) };
    const members = new Map<Place, MemberField>();
    const known = new Map<string, Composition>();
    for (const one of combined) addMembers(members, this.#membersOf(one, place, lists, known));
    for (const [at, member] of members) {
      this.#field({ ...member, place: at, required: at !== itemOf(place) && needs.has(nameOf(at)) }, inside);
    }
    for (const [index, one] of choices.entries()) {
      const alternative = {
        place: alternativeOf(place, index),
        required,
        declared: [one],
        combined: [one],
        holders: [],
      };
      this.#field(alternative, inside);
    }
  }

  /**
   * The members of a value and the items of a list.
   * @param apart lists of choices that are listed apart
   * @param known what has been composed already, because two branches may lead to one shape
   */
  #membersOf(
    composition: Composition,
    place: Place,
    apart: ReadonlySet<readonly Composition[]>,
    known: Map<string, Composition>,
  ): Map<Place, MemberField> {
    const { content: withContent = false, maps = false } = this.#options;
    this.#spend(composition.self);
    const { self, target, all, choices, content, mixed } = composition;
    const members = new Map<Place, MemberField>();
    const declare = (at: Place, ...way: string[]): void => {
      const schema = memberOf(self, ...way);
      if (schema === undefined) return;
      const key = locationKey(schema);
      const declared = known.get(key) ?? this.#compose(schema, at, new Set());
      known.set(key, declared);
      addMember(members, at, { declared: [declared], combined: [declared], holders: [self] });
    };
    const inner = (one: Composition): Map<Place, MemberField> => this.#membersOf(one, place, apart, known);
    for (const name of Object.keys(objectOf(self.node["properties"]))) declare(under(place, name), "properties", name);
    declare(itemOf(place), "items");
    if (maps) declare(itemOf(place), "additionalProperties");
    for (const one of [...(target === undefined ? [] : [target]), ...all]) addMembers(members, inner(one));
    for (const list of choices) if (!apart.has(list)) addMembers(members, chosen(list.map(inner)));
    if (content !== undefined && withContent) addMembers(members, inner(content));
    for (const one of mixed) addMembers(members, inner(one));
    return members;
  }

  #compose(self: Located, place: Place, above: ReadonlySet<string>): Composition {
    const { follow, mixed, circular } = this.#options;
    const key = locationKey(self);
    const composition: Composition = { self, all: [], choices: [], mixed: [] };
    if (above.has(key)) {
      circular?.(self, place);
      return composition;
    }
    this.#spend(self);
    if (above.size >= DEEPEST) throw new TooLarge(`it is composed more than ${DEEPEST} levels deep`, self);
    const inside = new Set([...above, key]);
    const compose = (one: Located): Composition => this.#compose(one, place, inside);
    const target = typeof self.node["$ref"] === "string" ? follow(self, place) : undefined;
    if (target !== undefined) composition.target = compose(target);
    composition.all = listOf(self, "allOf").map(compose);
    composition.choices = ["anyOf", "oneOf"]
      .map((keyword) => listOf(self, keyword).map(compose))
      .filter((list) => list.length > 0);
    const content = memberOf(self, "contentSchema");
    if (content !== undefined) composition.content = compose(content);
    composition.mixed = (mixed?.(self, place) ?? []).map(compose);
    return composition;
  }

  #spend(at: Located): void {
    this.#budget.schemas -= 1;
    if (this.#budget.schemas < 0) throw new TooLarge("it is composed of too many schemas", at);
  }
}

/** What the schemas of a value say of one of its members. */
type MemberField = Pick<SchemaField, "declared" | "combined" | "holders">;

/** Adds what else is said of each member. */
function addMembers(members: Map<Place, MemberField>, more: ReadonlyMap<Place, MemberField>): void {
  for (const [place, member] of more) addMember(members, place, member);
}

function addMember(members: Map<Place, MemberField>, place: Place, member: MemberField): void {
  const known = members.get(place);
  if (known === undefined) return void members.set(place, member);
  members.set(place, {
    declared: [...new Set([...known.declared, ...member.declared])],
    combined: [...new Set([...known.combined, ...member.combined])],
    holders: [...known.holders, ...member.holders],
  });
}

/** The members of a value that is one of several. A member that several of them have is one of several, too. */
function chosen(alternatives: readonly ReadonlyMap<Place, MemberField>[]): Map<Place, MemberField> {
  const members = new Map<Place, MemberField>();
  for (const one of alternatives) addMembers(members, one);
  for (const [place, { declared, holders }] of members) {
    const choices = new Set(alternatives.flatMap((one) => together(one.get(place)?.combined ?? [])));
    const [first, ...others] = choices;
    if (first === undefined || others.length === 0) continue;
    members.set(place, { declared, holders, combined: [composed(first, { choices: [[...choices]] })] });
  }
  return members;
}

const unique = (parts: readonly Located[]): Located[] => [
  ...new Map(parts.map((part) => [locationKey(part), part])).values(),
];

const isComposite = (node: Node): boolean => isObject(node["properties"]) || isObject(node["items"]);
