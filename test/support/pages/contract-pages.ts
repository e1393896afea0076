// The pages that PandaPon would have for our own contract: one per operation and webhook of the committed bundle.
import { document, isNode, nodeAt, operations, target, webhooks, type Named, type Node } from "../bundle.js";
import type { Field, Origin, Page, Shape } from "./model.js";

interface Accepted {
  at: string;
  facet: string;
  page?: string;
  says: string;
}

/** The parts of a schema together: its `$ref`, its allOf, and the branches of its anyOf. */
interface Whole {
  types: string[];
  nullable: boolean;
  format?: string;
  component?: string;
  enum?: string[];
  extensible: string[];
  items?: Node;
  properties: [name: string, schema: Node, component: string | undefined, basis: string][];
  required: Set<string>;
  free: boolean;
}

/** Every page, in the order of the bundle. */
export const contractPages = (): Page[] => [
  ...operations.map((one) => pageOf(one, "operation")),
  ...webhooks.map((one) => pageOf(one, "callback")),
];

function pageOf({ id: operationId, method, path, operation }: Named, kind: Page["kind"]): Page {
  const evidence = nodeAt(operation, "x-evidence");
  const url = String(evidence["page"]);
  const reader = new Reader(url, list(evidence["accepted"]) as Accepted[]);
  const modified = String(evidence["modified"]);
  const shown = (part: string): boolean => evidence[part] !== "unknown";
  const body = jsonSchema(operation["requestBody"]);
  const answer = jsonSchema(nodeAt(operation, "responses")["200"]);
  const parameters = list(operation["parameters"]).filter(isNode).map(target);
  const inPlace = (place: string): Field[] =>
    parameters.filter((one) => one["in"] === place).flatMap((one) => reader.parameter(place, one) ?? []);
  const own = body === undefined ? undefined : reader.shape(body, "body", basisOf(target(body)) === "");
  const answered =
    answer === undefined || kind === "callback"
      ? undefined
      : reader.shape(answer, "response", basisOf(target(answer)) === "");
  return {
    id: /api-\d+/.exec(url)?.[0] ?? "",
    url,
    operationId,
    title: String(operation["summary"]),
    folder: ["Shop", String(list(operation["tags"])[0])],
    kind,
    method,
    path,
    status: evidence["status"] === "in-development" ? "in-development" : "released",
    ...(modified !== "unknown" && { modified }),
    header: kind === "callback" ? signedHeaders() : credentials(operation, "header"),
    query: [...(kind === "callback" ? [] : credentials(operation, "query")), ...inPlace("query")],
    inPath: inPlace("path"),
    ...(own && shown("request") && { body: own }),
    ...(answered && (shown("response") ? { response: answered } : { unseen: answered })),
    absent: reader.absent,
    complete: { body: evidence["request"] === "complete", response: evidence["response"] === "complete" },
  };
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function jsonSchema(content: unknown): Node | undefined {
  const types = isNode(content) ? content["content"] : undefined;
  const json = isNode(types) ? types["application/json"] : undefined;
  const schema = isNode(json) ? json["schema"] : undefined;
  return isNode(schema) ? schema : undefined;
}

/** The headers or query parameters that authenticate the caller. The pages print them like any others, `nonce-str` as optional. */
function credentials(operation: Node, place: string): Field[] {
  const [security = {}] = list(operation["security"] ?? document["security"]).filter(isNode);
  return Object.keys(security)
    .map((name) => nodeAt(document, "components", "securitySchemes", name))
    .filter((scheme) => scheme["in"] === place)
    .map((scheme) => credential(String(scheme["name"])));
}

/** The page of a callback lists the headers of a signed request, although PandaPon is the caller. */
const signedHeaders = (): Field[] =>
  ["access-key", "nonce-str", "timestamp", "user-id", "signature"].map((name) => credential(name));

const credential = (name: string): Field => ({
  name,
  required: name === "nonce-str" ? "no" : "yes",
  listed: true,
  shape: { type: "string", nullable: false, label: words(name), example: `sample-${name}` },
});

const words = (name: string): string =>
  name
    .replaceAll(/[-_]/g, " ")
    .replaceAll(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase();

/** The bases of fields that no page of this version shows. */
const ELSEWHERE: ReadonlySet<string> = new Set(["v2", "manual", "upstream", "client", "observed"]);

class Reader {
  readonly #page: string;
  readonly #accepted: Accepted[] = [];
  readonly absent: Page["absent"] = [];

  constructor(page: string, accepted: Accepted[]) {
    this.#page = page;
    this.#accept(accepted, undefined);
  }

  #accept(accepted: Accepted[], below: string | undefined): void {
    for (const one of accepted) {
      if (one.page !== undefined && one.page !== this.#page) continue;
      const at = below === undefined ? one.at : `${below}/${one.at}`;
      this.#accepted.push({ ...one, at });
    }
  }

  #says(at: string, facet: string): Accepted[] {
    const found = this.#accepted.filter((one) => one.at === at && one.facet === facet);
    // What is accepted on this page comes before what is accepted on every page.
    return [...found.filter((one) => one.page !== undefined), ...found.filter((one) => one.page === undefined)];
  }

  /** Whether the contract has a field that it accepts as missing on this page. */
  #isAbsent(at: string): boolean {
    return this.#says(at, "place").some((one) => /^(?:in |absent$)/.test(one.says));
  }

  /** Whether the page shows a field in another place: if several places are accepted, the page has the first. */
  #isElsewhere(at: string): boolean {
    const [own] = this.#says(at, "place");
    return own !== undefined && this.#accepted.find((one) => one.facet === "place" && one.says === own.says)?.at !== at;
  }

  /** The other possible place of a field whose place the page does not show. */
  #otherPlace(at: string): string | undefined {
    const [own] = this.#says(at, "place");
    if (own === undefined || this.#isAbsent(at)) return undefined;
    return this.#accepted.find((one) => one.facet === "place" && one.says === own.says && one.at !== at)?.at;
  }

  /** Puts a field that may be inside its neighbour right after that neighbour. */
  #inOrder(fields: Field[], at: string): Field[] {
    const open = fields.filter((field) => field.openPlace === true);
    return fields.flatMap((field) => {
      if (field.openPlace === true) return [];
      const next = open.filter(({ name }) => this.#otherPlace(`${at}/${name}`)?.startsWith(`${at}/${field.name}/`));
      return [field, ...next];
    });
  }

  /** Undefined if the page does not have it. */
  parameter(place: string, parameter: Node): Field | undefined {
    const name = String(parameter["name"]);
    const at = `${place}/${name}`;
    const shape = this.shape(nodeAt(parameter, "schema"), at, true);
    const mark = parameter["x-required"] === "unknown" ? "hidden" : parameter["required"] === true ? "yes" : "no";
    const field: Field = { name, required: mark, listed: true, shape: { ...shape, label: words(name) } };
    if (!this.#isAbsent(at)) return field;
    this.absent.push({ parent: place, field });
    return undefined;
  }

  shape(schema: Node, at: string, listed: boolean, declaredIn?: string): Shape {
    const whole = this.#whole(schema, at);
    const type = this.#type(whole, at);
    const nullable = whole.nullable && type !== "null" && !this.#saysNeverNull(at);
    const shape: Shape = { nullable, origin: this.#origin(whole, at, declaredIn) };
    if (type !== undefined) shape.type = type;
    if (this.#isObjectInExample(whole, at)) shape.example = {};
    if (type === "integer" && whole.format !== undefined) shape.format = whole.format;
    if (whole.component !== undefined) shape.name = whole.component;
    if (whole.enum !== undefined && listed) shape.enum = whole.enum;
    if (whole.extensible.length > 1 && listed && whole.extensible.every((value) => /^[A-Za-z]/.test(value)))
      shape.named = whole.extensible;
    if (type === "array" && whole.items !== undefined) {
      shape.items = this.shape(whole.items, `${at}/*`, listed && basisOf(target(whole.items)) === "", declaredIn);
    }
    const free = whole.free && this.#says(at, "type").some(({ says }) => says.includes("free"));
    if (type === "object" && free) shape.example = { "a free name": "string" };
    else if (type === "object") shape.fields = this.#fields(whole, at, listed);
    return shape;
  }

  #fields(whole: Whole, at: string, listed: boolean): Field[] {
    const fields = new Map<string, Field>();
    for (const [name, schema, component, basis] of whole.properties) {
      const place = `${at}/${name}`;
      if (ELSEWHERE.has(basis) || this.#isElsewhere(place) || fields.has(name)) continue;
      const shown = listed && basis !== "example";
      const members = shown && basisOf(target(schema)) !== "example";
      const shape = this.shape(schema, place, members, component);
      const hidden = [schema, target(schema)].some((one) => one["x-required"] === "unknown");
      const says = this.#says(place, "required").map((one) => one.says)[0];
      const required = says === undefined ? whole.required.has(name) : says === "required";
      const field: Field = {
        name,
        required: required ? "yes" : hidden && says === undefined ? "hidden" : "no",
        listed: shown,
        ...(this.#otherPlace(place) !== undefined && { openPlace: true }),
        shape: { ...shape, label: words(name) },
      };
      if (this.#isAbsent(place)) this.absent.push({ parent: at, field });
      else fields.set(name, field);
    }
    return this.#inOrder([...fields.values()], at);
  }

  #origin({ types, nullable, format, free }: Whole, at: string, declaredIn: string | undefined): Origin {
    const accepted = this.#accepted
      .filter((one) => one.at === at)
      .map(({ facet, says, page }) => ({ facet, says, ofThisPage: page !== undefined }));
    return {
      ...(declaredIn !== undefined && { component: declaredIn }),
      types,
      nullable,
      free,
      ...(format !== undefined && { format }),
      accepted,
    };
  }

  /** If both are accepted on every page, two pages of three print "or null". */
  #saysNeverNull(at: string): boolean {
    const [first] = this.#says(at, "nullable");
    if (first === undefined) return false;
    return first.says === "never null" && (first.page !== undefined || Number(this.#page.at(-1)) % 3 === 0);
  }

  #type(whole: Whole, at: string): string | undefined {
    const says = this.#says(at, "type");
    const own = says.find((one) => one.page !== undefined)?.says;
    if (own !== undefined && !this.#isObjectInExample(whole, at)) return own.split(" ")[0];
    if (whole.types.length < 2) return whole.types[0];
    const any = says.map((one) => one.says).filter((type) => whole.types.includes(type));
    return any.length === 0 ? whole.types[0] : any[Number(this.#page.at(-1)) % any.length];
  }

  /** Whether only the example of the page has an object, which the contract does not take for a value. */
  #isObjectInExample({ types }: Whole, at: string): boolean {
    const own = this.#says(at, "type").find((one) => one.page !== undefined)?.says;
    return own === "object" && types.length > 0 && !types.includes("object");
  }

  #whole(schema: Node, at: string): Whole {
    const whole: Whole = {
      types: [],
      nullable: false,
      extensible: [],
      properties: [],
      required: new Set(),
      free: false,
    };
    this.#gather(schema, at, whole, undefined, "");
    return whole;
  }

  #gather(schema: Node, at: string, whole: Whole, component: string | undefined, basis: string): void {
    // What is not PandaPon's word is on none of its pages.
    if (["upstream", "client", "observed"].includes(basisOf(target(schema)))) return;
    const ref = schema["$ref"];
    if (typeof ref === "string") {
      const name = ref.slice(ref.lastIndexOf("/") + 1);
      whole.component ??= name;
      this.#gather(target(schema), at, whole, name, basisOf(target(schema)) || basis);
      return;
    }
    const accepted = isNode(schema["x-evidence"]) ? schema["x-evidence"]["accepted"] : undefined;
    if (schema["operationId"] === undefined) this.#acceptOnce(list(accepted) as Accepted[], at);
    const types = [schema["type"] ?? []].flat().map(String);
    if (types.includes("null")) whole.nullable = true;
    for (const type of types) if (type !== "null" && !whole.types.includes(type)) whole.types.push(type);
    if (typeof schema["format"] === "string") whole.format = schema["format"];
    if (Array.isArray(schema["enum"])) whole.enum = schema["enum"].filter((value) => value !== null).map(String);
    whole.extensible.push(...list(schema["x-extensible-enum"]).map(String));
    if (isNode(schema["items"])) whole.items = schema["items"];
    if (isNode(schema["additionalProperties"])) whole.free = true;
    for (const name of list(schema["required"])) whole.required.add(String(name));
    const properties = isNode(schema["properties"]) ? schema["properties"] : {};
    for (const [name, property] of Object.entries(properties)) {
      if (isNode(property)) whole.properties.push([name, property, component, basisOf(property) || basis]);
    }
    for (const part of list(schema["allOf"]))
      if (isNode(part)) this.#gather(part, at, whole, component, basisOf(part) || basis);
    for (const branch of list(schema["anyOf"])) {
      if (isNode(branch)) this.#gather(branch, at, whole, component, basisOf(branch) || basis);
    }
  }

  #acceptOnce(accepted: Accepted[], below: string): void {
    const at = (one: Accepted): string => `${below}/${one.at}`;
    this.#accept(
      accepted.filter(
        (one) =>
          !this.#accepted.some((known) => known.at === at(one) && known.facet === one.facet && known.says === one.says),
      ),
      below,
    );
  }
}

/** How the contract knows a shape that no table of a v1 page lists: `example`, `v2`, `upstream` and so on; else empty. */
function basisOf(schema: Node): string {
  const evidence = schema["x-evidence"];
  const basis = isNode(evidence) ? evidence["basis"] : undefined;
  return typeof basis === "string" && basis !== "inferred" ? basis : "";
}
