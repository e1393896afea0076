// Lists the facts that one operation of a document holds, by a plain walk of its tree. It shares no code with the reader, which it checks.
import { isObject, objectOf, texts, type Node } from "../../../core/node.js";
import { itemOf, under, type Part, type Place } from "../../../core/place.js";
import { stepsOf, type Pointer } from "../../../core/pointer.js";
import { typeOf } from "../../page/example.js";

/** One alternative of a oneOf or an anyOf. */
interface Choice {
  list: object;
  index: number;
  /** What it describes. */
  place: Place;
}

export interface Fact {
  place: Place;
  /** What is said: `field`, `text`, or a keyword. */
  kind: string;
  /** One type, value or the like; empty if it matters only that the keyword is there. */
  what: string;
  /** The alternatives in which it holds, from the outside. */
  way: readonly Choice[];
  /** The last key of the node that says it, and the keys above: to copy whole lists takes too long in a deep document. */
  trail: Trail;
}

export interface Trail {
  key: string | number;
  above: Trail | undefined;
}

type Seen = Pick<Fact, "place" | "trail" | "way">;
/** What a mixed shape says otherwise: members that are replaced, or left out (null), and further required names. */
interface Mixed {
  members: Node;
  required: string[];
}

/** So many schemas and facts of one operation are listed, and so deep. */
const MOST = 20_000;
const DEEPEST = 300;

const IS_JSON = /^(?:\*\/\*|[\w.+-]+\/(?:[\w.-]+\+)?json)(?:$|;)/i;
/** The other keywords have to be noted. `$id` and the like are for tools. */
const COUNTED_ALONE =
  /^(?:x-.*|\$.*|definitions|type|nullable|format|title|description|enum|const|default|examples?|properties|required|items|allOf|anyOf|oneOf)$/;

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
/** Whether a keyword says something. Apifox writes many as empty text, `false` or an empty list. */
function isSaid(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (typeof value === "object" && value !== null) return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== false && value !== true;
}

export class HeldFacts {
  readonly facts: Fact[] = [];
  /** The alternatives in which each place is described. */
  readonly ways = new Map<Place, Fact["way"][]>();
  readonly #document: Node;
  /** The schemas around the current one. */
  readonly #around = new Set<unknown>();
  #left = MOST;
  #isWhole = true;
  #isCircular = false;

  constructor(document: Node) {
    this.#document = document;
  }

  /** Whether all facts are listed: the budget was enough, and no shape holds itself. */
  get isWhole(): boolean {
    return this.#isWhole && !this.#isCircular;
  }

  /** Lists what an operation holds. Of its answers, the one with this code is read, at this place. */
  operation(item: Node, method: string, pointer: Pointer, read: { code: string | undefined; place: Part }): void {
    const operation = objectOf(item[method]);
    const trail = pointer.reduce<Trail>((above, key) => ({ key, above }), { key: "", above: undefined });
    const at = (place: Place, ...keys: Pointer): Seen => ({
      place,
      trail: keys.reduce<Trail>((above, key) => ({ key, above }), trail),
      way: [],
    });
    if (isSaid(operation["description"])) this.#say("text", at(""), operation["description"]);
    this.#others(
      operation,
      at(""),
      /^(?:x-.*|summary|description|operationId|deprecated|tags|servers|parameters|requestBody|responses|security)$/,
    );
    const own = this.#parameters(operation, trail, new Set());
    this.#parameters(item, trail.above ?? trail, own);
    if (read.place === "response") this.#content(operation["requestBody"], at("body", "requestBody"));
    else if (isSaid(operation["requestBody"])) this.#say("requestBody", at("", "requestBody"));
    for (const [code, answer] of Object.entries(objectOf(operation["responses"]))) {
      if (code === read.code) this.#content(answer, at(read.place, "responses", code));
      else if (isObject(answer)) this.#say(`answer ${code}`, at("response", "responses", code));
    }
    const schemes = objectOf(objectOf(this.#document["components"])["securitySchemes"]);
    const alternatives = listIn(operation["security"] ?? this.#document["security"]).filter(isObject);
    for (const name of new Set(alternatives.flatMap((one) => Object.keys(one)))) {
      const { in: part, name: key } = objectOf(this.#target(schemes[name]));
      if ((part !== "header" && part !== "query") || typeof key !== "string") {
        this.#say(`security ${name}`, at("parameters"));
        continue;
      }
      this.#say("field", at(under(part, key)));
      this.#say("type", at(under(part, key)), "string");
      if (alternatives.every((one) => name in one)) this.#say("required", at(under(part, key)));
    }
  }

  /** @returns the places of the parameters; those in `known` are replaced by others. */
  #parameters(holder: Node, above: Trail, known: ReadonlySet<Place>): Set<Place> {
    const own = new Set<Place>();
    for (const [key, written] of listIn(holder["parameters"]).entries()) {
      const one = objectOf(this.#target(written));
      const { name, in: part, required, schema } = one;
      if (typeof name !== "string" || typeof part !== "string") continue;
      const place = under(part, name);
      const seen: Seen = { place, trail: { key, above: { key: "parameters", above } }, way: [] };
      if (!/^(?:header|path|query)$/.test(part) || own.has(place)) {
        this.#say(`${part} ${name}`, { ...seen, place: "parameters" });
        continue;
      }
      own.add(place);
      if (known.has(place)) continue;
      this.#say("field", seen);
      if (required === true) this.#say("required", seen);
      if (isSaid(one["description"])) this.#say("text", seen, one["description"]);
      if (isExample(one["example"])) this.#say("example", seen);
      this.#others(one, seen, /^(?:x-.*|name|in|required|description|schema|content|examples?)$/);
      this.#schema(schema, seen);
    }
    return own;
  }

  /** The schema and the examples of the first media type, and the further types. */
  #content(holder: unknown, seen: Seen): void {
    const node = objectOf(this.#target(holder));
    this.#others(node, seen, /^(?:x-.*|description|content|required)$/);
    const content = objectOf(node["content"]);
    const types = Object.keys(content);
    const main =
      types.find((type) => type === "application/json") ?? types.find((type) => IS_JSON.test(type)) ?? types[0];
    for (const type of types) {
      const { schema, example, examples } = objectOf(content[type]);
      if (type !== main) {
        this.#say(type, seen);
        continue;
      }
      this.#schema(schema, seen);
      const all = [example, ...Object.values(objectOf(examples)).map((one) => objectOf(this.#target(one))["value"])];
      const said = all.filter((value) => value !== undefined && value !== null && value !== "");
      for (const index of said.keys()) this.#say("whole example", seen, index);
    }
  }

  /** @param key tells apart a shape itself, and the shape as another one mixes it in */
  #schema(value: unknown, seen: Seen, mixed: Mixed = { members: {}, required: [] }, key: unknown = value): void {
    if (!isObject(value) || !this.#spend()) return;
    const { place, trail, way } = seen;
    this.#own(value, seen);
    const ways = this.ways.get(place) ?? [];
    if (value["type"] !== "null") ways.push(way);
    this.ways.set(place, ways);
    if (this.#around.has(key)) this.#isCircular = true;
    if (this.#around.has(key)) return;
    if (this.#around.size > DEEPEST) this.#isWhole = false;
    if (!this.#isWhole) return;
    this.#around.add(key);
    const below = (key: string | number): Trail => ({ key, above: trail });
    this.#schema(this.#step(value), seen);
    this.#mix(value, seen, mixed.members);
    for (const one of listIn(value["allOf"])) this.#schema(one, { ...seen, trail: below("allOf") });
    for (const keyword of ["anyOf", "oneOf"]) {
      const list = listIn(value[keyword]);
      for (const [index, one] of list.entries()) {
        this.#schema(one, { place, trail: below(keyword), way: [...way, { list, index, place }] });
      }
    }
    const member = (one: unknown, where: Place, at: Trail): void => {
      if (!isObject(one)) return;
      this.#say("field", { place: where, trail: at, way });
      this.#schema(one, { place: where, trail: at, way });
    };
    for (const [name, one] of Object.entries({ ...objectOf(value["properties"]), ...mixed.members })) {
      member(one, under(place, name), { key: name, above: below("properties") });
    }
    for (const name of [...texts(value["required"]), ...mixed.required]) {
      if (mixed.members[name] !== null) this.#say("required", { ...seen, place: under(place, name) });
    }
    member(value["items"], itemOf(place), below("items"));
    this.#around.delete(key);
  }

  /** Apifox mixes named shapes into another one. If their fields are written out as well, only what is written out holds. */
  #mix(node: Node, seen: Seen, replaced: Node): void {
    const written = Object.keys(objectOf(node["properties"])).filter((name) => !Object.hasOwn(replaced, name));
    if (written.length > 0 && isSaid(keyOf(node, "ignore-properties"))) return;
    for (const one of Object.values(objectOf(keyOf(node, "refs")))) {
      const overrides = objectOf(keyOf(objectOf(one), "overrides"));
      const hidden = Object.fromEntries([...written, ...Object.keys(replaced)].map((name) => [name, null]));
      const mixed = { members: { ...overrides, ...hidden }, required: texts(objectOf(one)["required"]) };
      this.#schema(this.#target(one) ?? {}, seen, mixed, one);
    }
  }

  /** What a schema says of the value itself. */
  #own(node: Node, seen: Seen): void {
    const explained = listIn(keyOf(node, "enum")).map(objectOf);
    const constant = "const" in node ? [node["const"]] : [];
    const listed = [...listIn(node["enum"]), ...constant, ...explained.map(({ value }) => value)];
    const named = texts([node["type"]].flat()).filter((one) => one !== "" && one !== "any");
    const implied = [...constant, ...listIn(node["enum"])].slice(0, constant.length || undefined).map(typeOf);
    const shown = isObject(node["properties"]) ? ["object"] : isObject(node["items"]) ? ["array"] : [];
    const types = [named, implied, shown].find((list) => list.length > 0) ?? [];
    for (const one of types) this.#say(one === "null" ? "nullable" : "type", seen, one);
    if (node["nullable"] === true) this.#say("nullable", seen, "null");
    for (const one of listed) if (one !== null && one !== undefined && one !== "") this.#say("enum", seen, one);
    if (isSaid(node["format"])) this.#say("format", seen, node["format"]);
    if (isExample(node["default"])) this.#say("default", seen);
    if ([node["example"], ...listIn(node["examples"])].some(isExample)) this.#say("example", seen);
    for (const one of [node["title"], node["description"]]) if (isSaid(one)) this.#say("text", seen, one);
    for (const { name, description } of explained) if (isSaid(name) || isSaid(description)) this.#say("meaning", seen);
    for (const key of ["anyOf", "oneOf"]) {
      const values = listIn(node[key]).filter((one) => objectOf(one)["type"] !== "null");
      if (values.length > 1) this.#say(key, seen);
    }
    this.#others(node, seen, COUNTED_ALONE);
  }

  #others(node: Node, seen: Seen, known: RegExp): void {
    for (const [key, value] of Object.entries(node))
      if (!known.test(key) && (isSaid(value) || (value === true && key !== "additionalProperties")))
        this.#say(key, seen);
  }

  #say(kind: string, { place, trail, way }: Seen, what: unknown = ""): void {
    const text = typeof what === "object" ? "" : String(what).trim();
    if (this.#spend()) this.facts.push({ place, kind, what: text, way, trail });
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
    while (isObject(here) && typeof here["$ref"] === "string") {
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

const keyOf = (node: Node, name: string): unknown => node[`x-apifox-${name}`] ?? node[`x-apidog-${name}`];

const isExample = (value: unknown): boolean =>
  typeof value === "boolean" || (isSaid(value) && typeof value !== "object");

function decoded(ref: string): string {
  try {
    return decodeURIComponent(ref);
  } catch {
    return ref;
  }
}
