// Lists the facts that one operation of a document holds, by a plain walk of its tree. It does not use the reader, which it checks.
import { isCollection, isObject, listIn, objectOf, texts, type Node } from "../../../core/node.js";
import { itemOf, under, type Part, type Place } from "../../../core/place.js";
import { typeOf } from "../../page/example.js";
import { apifox, stepsOfRef } from "./keys.js";

export interface Fact {
  place: Place;
  /** What is said: `field`, `text`, or a keyword. */
  kind: string;
  /** One type, value or the like; empty if it matters only that the keyword is there. */
  what: string;
}

/** What a mixed shape says otherwise: members that are replaced, or left out (null), and further required names. */
interface Mixed {
  members: Node;
  required: string[];
}

/** So many schemas and facts of one operation are listed, and so deep. */
const MOST = 20_000;
const DEEPEST = 300;

const IS_JSON = /^(?:\*\/\*|[\w.+-]+\/(?:[\w.-]+\+)?json)(?:$|;)/i;
const OF_OPERATION =
  /^(?:summary|description|operationId|deprecated|tags|servers|parameters|requestBody|responses|security)$/;
const OF_PARAMETER = /^(?:name|in|required|description|schema|content|examples?)$/;
const OF_CONTENT = /^(?:description|content|required)$/;
/** The other keywords of a schema have to be noted. `$id` and the like are for tools. */
const OF_SCHEMA =
  /^(?:\$.*|definitions|type|nullable|format|title|description|enum|const|default|examples?|properties|required|items|allOf|anyOf|oneOf)$/;

/** Whether a keyword says something. Apifox writes many as empty text, `false` or an empty list. */
function isSaid(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "";
  if (isCollection(value)) return Object.keys(value).length > 0;
  return typeof value === "number" || typeof value === "bigint";
}

const isExample = (value: unknown): boolean =>
  typeof value === "boolean" || (isSaid(value) && typeof value !== "object");

export class HeldFacts {
  readonly facts: Fact[] = [];
  /** The places that every alternative of what is around them requires. */
  readonly required = new Set<Place>();
  /** Whether all facts are listed: the budget was enough, and no shape holds itself. */
  isWhole = true;
  readonly #document: Node;
  /** The schemas around the current one. */
  readonly #around = new Set<unknown>();
  #left = MOST;

  constructor(document: Node) {
    this.#document = document;
  }

  /** Lists what an operation holds. Of its answers, the one with this code is read, at this place. */
  operation(item: Node, method: string, read: { code: string | undefined; place: Part }): void {
    const operation = objectOf(item[method]);
    this.#say("", "text", operation["description"]);
    this.#others("", operation, OF_OPERATION);
    const own = this.#parameters(operation, new Set());
    this.#parameters(item, own);
    if (read.place === "response") this.#content(operation["requestBody"], "body");
    else if (isSaid(operation["requestBody"])) this.#say("", "requestBody");
    for (const [code, answer] of Object.entries(objectOf(operation["responses"]))) {
      if (code === read.code) this.#content(answer, read.place);
      else if (isObject(answer)) this.#say("response", `answer ${code}`);
    }
    const schemes = objectOf(objectOf(this.#document["components"])["securitySchemes"]);
    const alternatives = listIn(operation["security"] ?? this.#document["security"]).filter(isObject);
    for (const name of new Set(alternatives.flatMap((one) => Object.keys(one)))) {
      const { in: part, name: key } = objectOf(this.#target(schemes[name]));
      if ((part === "header" || part === "query") && typeof key === "string") {
        const isRequired = alternatives.every((one) => name in one);
        this.#parameter(under(part, key), isRequired);
        this.#say(under(part, key), "type", "string");
      } else this.#say("parameters", `security ${name}`);
    }
  }

  /** @returns the places of the parameters; those in `known` are replaced by others. */
  #parameters(holder: Node, known: ReadonlySet<Place>): Set<Place> {
    const own = new Set<Place>();
    for (const written of listIn(holder["parameters"])) {
      const one = objectOf(this.#target(written));
      const { name, in: part } = one;
      if (typeof name !== "string" || typeof part !== "string") continue;
      const place = under(part, name);
      if (!/^(?:header|path|query)$/.test(part) || own.has(place)) {
        this.#say("parameters", `${part} ${name}`);
        continue;
      }
      own.add(place);
      if (known.has(place)) continue;
      this.#parameter(place, one["required"] === true);
      this.#say(place, "text", one["description"]);
      if (isExample(one["example"])) this.#say(place, "example");
      this.#others(place, one, OF_PARAMETER);
      this.#value(one["schema"], place);
    }
    return own;
  }

  #parameter(place: Place, isRequired: boolean): void {
    this.#say(place, "field");
    if (!isRequired) return;
    this.#say(place, "required");
    this.required.add(place);
  }

  /** The schema and the examples of the first media type, and the further types. */
  #content(holder: unknown, place: Place): void {
    const node = objectOf(this.#target(holder));
    this.#others(place, node, OF_CONTENT);
    const content = objectOf(node["content"]);
    const types = Object.keys(content);
    const main = types.find((type) => type === "application/json") ?? types.find((type) => IS_JSON.test(type));
    for (const type of types) {
      if (type !== (main ?? types[0])) {
        this.#say(place, type);
        continue;
      }
      const { schema, example, examples } = objectOf(content[type]);
      this.#value(schema, place);
      const all = [example, ...Object.values(objectOf(examples)).map((one) => objectOf(this.#target(one))["value"])];
      const said = all.filter((value) => value !== undefined && value !== null && value !== "");
      for (const index of said.keys()) this.#say(place, "whole example", index);
    }
  }

  #value(schema: unknown, place: Place): void {
    for (const one of this.#schema(schema, place)) this.required.add(one);
  }

  /**
   * @param key tells apart a shape itself, and the shape as another one mixes it in
   * @returns the members that it requires in every alternative
   */
  #schema(
    value: unknown,
    place: Place,
    mixed: Mixed = { members: {}, required: [] },
    key: unknown = value,
  ): Set<Place> {
    const needed = new Set<Place>();
    if (!isObject(value) || !this.#spend()) return needed;
    this.#own(value, place);
    if (this.#around.has(key) || this.#around.size > DEEPEST) {
      this.isWhole = false;
      return needed;
    }
    this.#around.add(key);
    const all = [this.#step(value), ...listIn(value["allOf"])].map((one) => this.#schema(one, place));
    for (const one of [...all, ...this.#mixed(value, place, mixed.members)].flatMap((names) => [...names])) {
      needed.add(one);
    }
    for (const keyword of ["anyOf", "oneOf"]) {
      const ways = listIn(value[keyword]).filter(isObject);
      const [first, ...others] = ways.flatMap((one) => {
        const names = this.#schema(one, place);
        const isNull = objectOf(this.#target(one))["type"] === "null";
        return isNull ? [] : [names];
      });
      for (const name of first ?? []) if (others.every((other) => other.has(name))) needed.add(name);
    }
    const members = Object.entries({ ...objectOf(value["properties"]), ...mixed.members });
    for (const [name, member] of members) this.#member(member, under(place, name));
    this.#member(value["items"], itemOf(place));
    for (const name of [...texts(value["required"]), ...mixed.required]) {
      if (mixed.members[name] === null) continue;
      this.#say(under(place, name), "required");
      needed.add(under(place, name));
    }
    this.#around.delete(key);
    return needed;
  }

  #member(schema: unknown, place: Place): void {
    if (!isObject(schema)) return;
    this.#say(place, "field");
    this.#value(schema, place);
  }

  /** Apifox mixes named shapes into another one. If their fields are written out as well, only what is written out holds. */
  #mixed(node: Node, place: Place, replaced: Node): Set<Place>[] {
    const written = Object.keys(objectOf(node["properties"])).filter((name) => !Object.hasOwn(replaced, name));
    if (written.length > 0 && isSaid(apifox(node, "ignore-properties"))) return [];
    const hidden = Object.fromEntries([...written, ...Object.keys(replaced)].map((name) => [name, null]));
    return Object.values(objectOf(apifox(node, "refs"))).map((one) => {
      const overrides = objectOf(apifox(objectOf(one), "overrides"));
      const mixed = { members: { ...overrides, ...hidden }, required: texts(objectOf(one)["required"]) };
      return this.#schema(this.#target(one) ?? {}, place, mixed, one);
    });
  }

  /** What a schema says of the value itself. */
  #own(node: Node, place: Place): void {
    const explained = listIn(apifox(node, "enum")).map(objectOf);
    const constant = "const" in node ? [node["const"]] : [];
    const listed = [...listIn(node["enum"]), ...constant, ...explained.map(({ value }) => value)];
    const named = texts([node["type"]].flat()).filter((one) => one !== "" && one !== "any");
    const implied = (constant.length > 0 ? constant : listIn(node["enum"])).map(typeOf);
    const shown = isObject(node["properties"]) ? ["object"] : isObject(node["items"]) ? ["array"] : [];
    const types = [named, implied, shown].find((list) => list.length > 0) ?? [];
    for (const one of types) this.#say(place, one === "null" ? "nullable" : "type", one);
    if (node["nullable"] === true) this.#say(place, "nullable", "null");
    for (const one of listed) if (one !== null && one !== undefined && one !== "") this.#say(place, "enum", one);
    if (isSaid(node["format"])) this.#say(place, "format", node["format"]);
    if (isExample(node["default"])) this.#say(place, "default");
    if ([node["example"], ...listIn(node["examples"])].some(isExample)) this.#say(place, "example");
    this.#say(place, "text", node["title"]);
    this.#say(place, "text", node["description"]);
    if (explained.some(({ name, description }) => isSaid(name) || isSaid(description))) this.#say(place, "meaning");
    for (const key of ["anyOf", "oneOf"]) {
      if (listIn(node[key]).filter((one) => objectOf(one)["type"] !== "null").length > 1) this.#say(place, key);
    }
    this.#others(place, node, OF_SCHEMA);
  }

  #others(place: Place, node: Node, known: RegExp): void {
    for (const [key, value] of Object.entries(node)) {
      const isOther = !key.startsWith("x-") && !known.test(key);
      if (isOther && (isSaid(value) || (value === true && key !== "additionalProperties"))) this.#say(place, key);
    }
  }

  #say(place: Place, kind: string, what: unknown = ""): void {
    if (kind === "text" && !isSaid(what)) return;
    const text = typeof what === "object" ? "" : String(what).trim();
    if (this.#spend()) this.facts.push({ place, kind, what: text });
  }

  #spend(): boolean {
    this.#left -= 1;
    if (this.#left < 0) this.isWhole = false;
    return this.#left >= 0;
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
    for (const step of stepsOfRef($ref)) {
      // Lists are read by index like objects by name.
      found = Object.hasOwn(Object(found) as object, step) ? (found as Node)[step] : undefined;
    }
    return found;
  }
}
