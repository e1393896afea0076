// Lists the facts that one operation of a document holds, by a plain walk of its tree. It shares no code with the reader, which it checks.
import { isObject, objectOf, texts, type Node } from "../../../core/node.js";
import { itemOf, under, type Part, type Place } from "../../../core/place.js";
import { stepsOf, type Pointer } from "../../../core/pointer.js";

/** One choice of a oneOf or an anyOf. */
interface Choice {
  list: object;
  index: number;
}

export interface Fact {
  place: Place;
  /** `field`, or the keyword that says it. */
  kind: string;
  /** One type, value or the like; empty if it matters only that the keyword is there. */
  what: string;
  /** The choices in which it holds, from the outside. */
  way: readonly Choice[];
  /** The schema that says it. */
  node: Node;
  /** Where it is written. */
  trail: Trail;
}

/** The keys that lead to a node, the last one first: to copy whole lists takes too long in a document that is nested deep. */
export interface Trail {
  key: string | number;
  above: Trail | undefined;
}

type Seen = Pick<Fact, "place" | "trail" | "way">;

/** So many schemas and facts of one operation are listed, and so deep. */
const MOST = 20_000;
const DEEPEST_CALL = 300;

/** Keywords of which a page has at most the text: the fact is that they say something. */
const PRESENT = (
  "title description x-apifox-enum deprecated not if contains dependentRequired dependentSchemas patternProperties propertyNames " +
  "contentSchema minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf " +
  "minItems maxItems uniqueItems minProperties maxProperties"
).split(" ");

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
/** Whether a keyword says something: Apifox writes many as empty text, `false` or an empty list. */
const isSaid = (value: unknown): boolean => {
  if (typeof value === "string") return value.trim() !== "";
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== false;
};

export class HeldFacts {
  readonly facts: Fact[] = [];
  /** The choices in which each place is described. */
  readonly ways = new Map<Place, Fact["way"][]>();
  readonly #document: Node;
  /** The schemas around the current one. */
  readonly #around = new Set<unknown>();
  #left = MOST;
  #isWhole = true;

  constructor(document: Node) {
    this.#document = document;
  }

  /** Whether the budget was enough for all facts. */
  get whole(): boolean {
    return this.#isWhole;
  }

  /** Lists what an operation holds. Of its answers, the one with this code is read, at this place. */
  operation(item: Node, method: string, pointer: Pointer, read: { code: string | undefined; place: Part }): void {
    const operation = objectOf(item[method]);
    const trail = trailOf(pointer);
    this.#parameters(item, trail.above ?? trail);
    this.#parameters(operation, trail);
    const at = (place: string, key: string): Seen => ({ place, trail: { key, above: trail }, way: [] });
    const body = at("body", "requestBody");
    if (read.place === "response") this.#content(operation["requestBody"], body);
    else if (isSaid(operation["requestBody"])) this.#say("requestBody", body);
    for (const [code, answer] of Object.entries(objectOf(operation["responses"]))) {
      const seen = { ...at(read.place, "responses"), trail: { key: code, above: at("", "responses").trail } };
      if (code === read.code) this.#content(answer, seen);
      else this.#say("responses", { ...seen, place: "response" }, code);
    }
    for (const name of Object.keys(objectOf(operation["callbacks"])))
      this.#say("callbacks", at("body", "callbacks"), name);
    const schemes = objectOf(objectOf(this.#document["components"])["securitySchemes"]);
    for (const name of listIn(operation["security"] ?? this.#document["security"]).flatMap((one) =>
      Object.keys(objectOf(one)),
    )) {
      const { in: part, name: key } = objectOf(this.#target(schemes[name]));
      if (typeof part === "string" && typeof key === "string") this.#say("field", at(under(part, key), "security"));
      else this.#say("security", at("header", "security"), name);
    }
  }

  #parameters(holder: Node, trail: Trail): void {
    for (const [index, written] of listIn(holder["parameters"]).entries()) {
      const one = objectOf(this.#target(written));
      const { name, in: part, required, schema, type: _, ...more } = one;
      if (typeof name !== "string" || typeof part !== "string") continue;
      const above = { key: "parameters", above: trail };
      const seen: Seen = { place: under(part, name), trail: { key: index, above }, way: [] };
      this.#say("field", seen);
      if (required === true) this.#say("required", seen);
      if (isSaid(more["content"])) this.#say("content", seen);
      this.#own(more, seen);
      this.#schema(schema, seen);
    }
  }

  /** The schema of the first media type, and the further types. */
  #content(holder: unknown, seen: Seen): void {
    const content = objectOf(objectOf(this.#target(holder))["content"]);
    const main = "application/json" in content ? "application/json" : Object.keys(content)[0];
    for (const [type, media] of Object.entries(content)) {
      if (type !== main) this.#say("content", seen, type);
      else this.#schema(objectOf(media)["schema"], seen);
    }
  }

  /** @param replaced members that stand in the place of its properties */
  #schema(value: unknown, seen: Seen, replaced: Node = {}): void {
    if (!isObject(value) || !this.#spend()) return;
    const { place, trail, way } = seen;
    this.#own(value, seen);
    if (value["type"] !== "null") this.ways.set(place, push(this.ways.get(place), way));
    if (this.#around.has(value)) return;
    if (this.#around.size > DEEPEST_CALL) this.#isWhole = false;
    if (!this.#isWhole) return;
    this.#around.add(value);
    this.#schema(this.#step(value), seen);
    for (const [one, instead] of this.#mixed(value)) this.#schema(one, seen, instead);
    const below = (key: string | number): Trail => ({ key, above: trail });
    for (const one of listIn(value["allOf"])) this.#schema(one, { ...seen, trail: below("allOf") });
    for (const key of ["anyOf", "oneOf"]) {
      const list = listIn(value[key]);
      for (const [index, one] of list.entries()) {
        this.#schema(one, { place, trail: below(key), way: [...way, { list, index }] });
      }
    }
    const member = (one: unknown, where: Place, key: Trail): void => {
      if (!isObject(one)) return;
      this.#say("field", { place: where, trail: key, way });
      this.#schema(one, { place: where, trail: key, way });
    };
    for (const [name, one] of Object.entries({ ...objectOf(value["properties"]), ...replaced })) {
      member(one, under(place, name), { key: name, above: below("properties") });
    }
    for (const name of texts(value["required"])) this.#say("required", { ...seen, place: under(place, name) });
    for (const key of ["items", "additionalProperties"]) member(value[key], itemOf(place), below(key));
    for (const one of listIn(value["prefixItems"])) member(one, itemOf(place), below("prefixItems"));
    this.#around.delete(value);
  }

  /** Where Apifox mixes named shapes into another one and writes out no fields, the shapes hold, with some fields replaced. */
  #mixed(node: Node): [shape: unknown, replaced: Node][] {
    if (Object.keys(objectOf(node["properties"])).length > 0) return [];
    return Object.values(objectOf(node["x-apifox-refs"] ?? node["x-apidog-refs"])).map((one) => {
      const { "x-apifox-overrides": replaced, "x-apidog-overrides": others } = objectOf(one);
      return [this.#step(objectOf(one)), objectOf(replaced ?? others)];
    });
  }

  /** What a schema says of the value itself. */
  #own(node: Node, seen: Seen): void {
    const say = (kind: string, what?: unknown): void => this.#say(kind, seen, what, node);
    const types = [node["type"]].flat().filter((one) => typeof one === "string" && one !== "" && one !== "any");
    const shown = isObject(node["properties"]) ? ["object"] : isObject(node["items"]) ? ["array"] : [];
    for (const one of types.length > 0 ? types : shown) say(one === "null" ? "nullable" : "type", one);
    if (node["nullable"] === true) say("nullable", "null");
    const explained = listIn(node["x-apifox-enum"] ?? node["x-apidog-enum"]).map((one) => objectOf(one)["value"]);
    const values = [...listIn(node["enum"] ?? explained), ...("const" in node ? [node["const"]] : [])];
    for (const one of values) if (isSaid(one) || one === false) say("enum", one);
    if (isSaid(node["format"])) say("format", String(node["format"]).trim());
    if (isSaid(node["default"]) || node["default"] === false) say("default");
    const isExample = (one: unknown): boolean => one === false || (isSaid(one) && typeof one !== "object");
    if (isExample(node["example"]) || isExample(listIn(node["examples"])[0])) say("example");
    for (const key of PRESENT) if (isSaid(node[key])) say(key);
  }

  #say(kind: string, { place, trail, way }: Seen, what: unknown = "", node: Node = {}): void {
    if (this.#spend()) this.facts.push({ place, kind, what: typeof what === "object" ? "" : String(what), way, node, trail });
  }

  #spend(): boolean {
    this.#left -= 1;
    if (this.#left < 0) this.#isWhole = false;
    return this.#isWhole;
  }

  /** What a node leads to, through all its `$ref`; undefined if that is nowhere. */
  #target(value: unknown): unknown {
    const passed = new Set<unknown>();
    let here = value;
    while (isObject(here) && "$ref" in here) {
      if (passed.has(here)) return undefined;
      passed.add(here);
      here = this.#step(here);
    }
    return here;
  }

  /** What the node's own `$ref` leads to. */
  #step({ $ref }: Node): unknown {
    if (typeof $ref !== "string") return undefined;
    let found: unknown = this.#document;
    for (const step of stepsOf(decoded($ref))) {
      // Lists are read by index like objects by name.
      found = Object.hasOwn(Object(found) as object, step) ? (found as Node)[step] : undefined;
    }
    return found;
  }
}

function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}

const trailOf = (pointer: Pointer): Trail =>
  pointer.reduce<Trail | undefined>((above, key) => ({ key, above }), undefined) ?? { key: "", above: undefined };

function push<T>(list: T[] | undefined, one: T): T[] {
  if (list === undefined) return [one];
  list.push(one);
  return list;
}
