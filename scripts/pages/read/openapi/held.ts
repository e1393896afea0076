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
  /** The schema that says it. */
  node: Node;
  pointer: Pointer;
  /** The choices in which it holds, from the outside. */
  way: readonly Choice[];
}

type Seen = Pick<Fact, "place" | "pointer" | "way"> & { around: ReadonlySet<unknown> };

/** So many schemas and facts of one operation are listed. */
const MOST = 50_000;

const COUNTED = (
  "title description x-apifox-enum deprecated not if contains dependentRequired dependentSchemas patternProperties propertyNames " +
  "contentSchema minLength maxLength pattern minimum maximum exclusiveMinimum exclusiveMaximum multipleOf " +
  "minItems maxItems uniqueItems minProperties maxProperties"
).split(" ");

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
/** Whether the keyword says something. Apifox writes many as empty text, `false` or an empty list. */
const isSaid = (value: unknown): boolean =>
  !(value === undefined || value === null || value === false || (typeof value === "string" && value.trim() === "")) &&
  !(Array.isArray(value) && value.length === 0);

export class HeldFacts {
  readonly facts: Fact[] = [];
  /** The choices in which each place is described. */
  readonly ways = new Map<Place, Fact["way"][]>();
  readonly #document: Node;
  #left = MOST;

  constructor(document: Node) {
    this.#document = document;
  }

  /** Whether the budget was enough for all facts. */
  get whole(): boolean {
    return this.#left > 0;
  }

  /** Lists what an operation holds. Of its answers, `read` is the one that is read, at this place. */
  operation(item: Node, method: string, pointer: Pointer, read: { code: string | undefined; place: Part }): void {
    const operation = objectOf(item[method]);
    this.parameters(item, pointer.slice(0, 2));
    this.parameters(operation, pointer);
    const whole = (place: string, ...key: Pointer): Omit<Seen, "around"> => ({
      place,
      pointer: [...pointer, ...key],
      way: [],
    });
    if (read.place === "response") this.content(operation["requestBody"], "body", [...pointer, "requestBody"]);
    else if (isSaid(operation["requestBody"])) this.say("requestBody", whole("body", "requestBody"));
    for (const [code, answer] of Object.entries(objectOf(operation["responses"]))) {
      if (code === read.code) this.content(answer, read.place, [...pointer, "responses", code]);
      else this.say("responses", whole("response", "responses", code), code);
    }
    for (const name of Object.keys(objectOf(operation["callbacks"])))
      this.say("callbacks", whole("body", "callbacks", name), name);
    const schemes = objectOf(objectOf(this.#document["components"])["securitySchemes"]);
    for (const needed of listIn(operation["security"] ?? this.#document["security"])) {
      for (const name of Object.keys(objectOf(needed))) {
        const { in: part, name: header } = objectOf(this.target(schemes[name]));
        if (typeof part === "string" && typeof header === "string")
          this.say("field", whole(under(part, header), "security"));
        else this.say("security", whole("header", "security"), name);
      }
    }
  }

  say(kind: string, { place, pointer, way }: Omit<Seen, "around">, what: unknown = "", node: Node = {}): void {
    if (this.#spend()) this.facts.push({ place, kind, what: String(what), node, pointer, way });
  }

  parameters(holder: Node, pointer: Pointer): void {
    for (const [index, written] of listIn(holder["parameters"]).entries()) {
      const one = objectOf(this.target(written));
      const { name, in: part } = one;
      if (typeof name !== "string" || typeof part !== "string") continue;
      const way = [...pointer, "parameters", index];
      const seen: Seen = { place: under(part, name), pointer: way, way: [], around: new Set() };
      this.say("field", seen);
      if (one["required"] === true) this.say("required", seen);
      this.#own({ ...one, schema: undefined, type: undefined }, seen);
      if (isSaid(one["content"])) this.say("content", seen);
      this.schema(one["schema"], { ...seen, pointer: [...way, "schema"] });
    }
  }

  /** The schema of the first media type, and the further ones. */
  content(holder: unknown, place: Part, pointer: Pointer): void {
    const content = objectOf(objectOf(this.target(holder))["content"]);
    const main = "application/json" in content ? "application/json" : Object.keys(content)[0];
    for (const [type, media] of Object.entries(content)) {
      const seen: Seen = { place, pointer: [...pointer, "content", type], way: [], around: new Set() };
      if (type !== main) this.say("content", seen, type);
      else this.schema(objectOf(media)["schema"], { ...seen, pointer: [...seen.pointer, "schema"] });
    }
  }

  schema(value: unknown, seen: Seen): void {
    if (!isObject(value) || !this.#spend()) return;
    const { place, pointer, way, around } = seen;
    this.#own(value, seen);
    if (value["type"] !== "null") this.ways.set(place, [...(this.ways.get(place) ?? []), way]);
    if (around.has(value)) return;
    const inside = new Set([...around, value]);
    const go = (one: unknown, key: Pointer, where = place, choices = way): void =>
      this.schema(one, { place: where, pointer: [...pointer, ...key], way: choices, around: inside });
    if (typeof value["$ref"] === "string") go(this.target(value), []);
    for (const [index, one] of listIn(value["allOf"]).entries()) go(one, ["allOf", index]);
    for (const key of ["anyOf", "oneOf"]) {
      const list = listIn(value[key]);
      for (const [index, one] of list.entries()) go(one, [key, index], place, [...way, { list, index }]);
    }
    const member = (one: unknown, key: Pointer, where: Place): void => {
      if (!isObject(one)) return;
      this.say("field", { place: where, pointer: [...pointer, ...key], way });
      go(one, key, where);
    };
    for (const [name, one] of Object.entries(this.#properties(value)))
      member(one, ["properties", name], under(place, name));
    for (const name of texts(value["required"])) this.say("required", { ...seen, place: under(place, name) });
    for (const key of ["items", "additionalProperties"]) member(value[key], [key], itemOf(place));
    for (const [index, one] of listIn(value["prefixItems"]).entries())
      member(one, ["prefixItems", index], itemOf(place));
  }

  /** Where Apifox mixes named shapes into another one and writes out no fields, the fields of the shapes hold. */
  #properties(node: Node): Node {
    const own = objectOf(node["properties"]);
    if (Object.keys(own).length > 0) return own;
    const refs = objectOf(node["x-apifox-refs"] ?? node["x-apidog-refs"]);
    const mixed = Object.values(refs).map((one) => {
      const overrides = objectOf(objectOf(one)["x-apifox-overrides"] ?? objectOf(one)["x-apidog-overrides"]);
      return { ...objectOf(objectOf(this.target(one))["properties"]), ...overrides };
    });
    return Object.assign({}, ...mixed) as Node;
  }

  /** What a schema says of the value itself. */
  #own(node: Node, seen: Seen): void {
    const types = [node["type"]].flat().filter((one) => typeof one === "string" && one !== "" && one !== "any");
    const shown = isObject(node["properties"]) ? ["object"] : isObject(node["items"]) ? ["array"] : [];
    for (const one of types.length > 0 ? types : shown) this.say(one === "null" ? "nullable" : "type", seen, one, node);
    if (node["nullable"] === true) this.say("nullable", seen, "null", node);
    const values = [...listIn(node["enum"]), ...("const" in node ? [node["const"]] : [])];
    for (const one of values) if (isSaid(one) || one === false) this.say("enum", seen, one, node);
    for (const key of ["format", "default"]) if (isSaid(node[key])) this.say(key, seen, node[key], node);
    const examples: unknown[] = [node["example"], listIn(node["examples"])[0]];
    for (const one of examples) if (isSaid(one) && typeof one !== "object") this.say("example", seen, one, node);
    for (const key of COUNTED) if (isSaid(node[key])) this.say(key, seen, "", node);
  }

  /** What a `$ref` leads to; undefined if it leads nowhere. */
  target(value: unknown): unknown {
    const passed = new Set<unknown>();
    let here = value;
    while (isObject(here) && typeof here["$ref"] === "string") {
      if (passed.has(here)) return undefined;
      passed.add(here);
      let found: unknown = this.#document;
      for (const step of stepsOf(decoded(here["$ref"]))) found = objectOf(found)[step];
      here = found;
    }
    return here;
  }

  #spend(): boolean {
    this.#left -= 1;
    return this.#left > 0;
  }
}

function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}
