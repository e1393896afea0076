// Reads the contract in the vocabulary of pages: each operation as a flat list of fields, each with its location in spec/.
import { JSON_MEDIA_TYPE, METHODS, type Completeness } from "../../core/openapi.js";
import { type Node, isObject, objectOf } from "../../core/node.js";
import type { SpecFolder } from "../../core/spec-folder.js";
import { PARTS, type Part, type Place, itemOf, under } from "../../core/place.js";
import { locationKey, SpecFiles, type Location, type SpecNode } from "../../core/spec-files.js";

/** Whether a field is required: `unknown` if no page shows it. */
export type Needed = "yes" | "no" | "unknown";

export interface DescribedField {
  /** JSON types that the contract allows, without "null"; empty if it names none. */
  types: Set<string>;
  /** Those of the types that no page shows, but that were inferred. */
  concluded: Set<string>;
  nullable: boolean;
  required: Needed;
  format?: string;
  /** Values of a closed list. */
  enum: string[];
  /** Known values of an open list. */
  extensible: string[];
  /** Declared in a component that other operations may use too. */
  shared: boolean;
  /** Known from the manual or from v2, so that no v1 page has to show it. */
  elsewhere: boolean;
  /** Known from an example, so that no table has to list it. */
  exampleOnly: boolean;
  /** The object may have any names: they are data, not fields. */
  free: boolean;
  /** A header or query parameter of authentication: only its presence is compared. */
  security: boolean;
  spot: Location;
}

export type Facet = "type" | "nullable" | "required" | "enum" | "format" | "place" | "name";

/** A contradiction between page and contract that is accepted on purpose. */
export interface Acceptance {
  at: Place;
  facet: Facet;
  /** The id of the page that says so; without it, any page. */
  page?: string;
  says: string;
  spot: Location;
}

export interface DescribedOperation {
  operationId: string;
  kind: "operation" | "callback";
  /** Upper case. */
  method: string;
  /** The message type for a callback. */
  path: string;
  evidence: {
    page: string;
    otherPages: string[];
    modified: string;
    status: string;
    request: Completeness;
    response: Completeness;
  };
  fields: Map<Place, DescribedField>;
  accepted: Acceptance[];
  spot: Location;
  /** The locations of the schemas of whole bodies. */
  wholes: Map<Part, Location>;
}

export interface DescribedContract {
  operations: DescribedOperation[];
  /** The hosts of the servers. */
  hosts: string[];
  /** The names of all headers and query parameters of authentication, in lower case. */
  credentials: Set<string>;
  sources: SpecFiles;
}

/** The id of a page: the last part of its address. */
export const idOf = (address: string): string => address.slice(address.lastIndexOf("/") + 1);

/** @throws Failure with code 2 if the contract cannot be read */
export function readContract(spec: SpecFolder): DescribedContract {
  const sources = new SpecFiles();
  const root = sources.root(spec.root);
  const credentials = new Set<string>();
  for (const name of Object.keys(objectOf(objectOf(root.node["components"])["securitySchemes"]))) {
    const scheme = sources.child(root, "components", "securitySchemes", name)?.node;
    if (typeof scheme?.["name"] === "string") credentials.add(scheme["name"].toLowerCase());
  }
  const operations: DescribedOperation[] = [];
  for (const section of ["paths", "webhooks"] as const) {
    for (const key of Object.keys(objectOf(root.node[section]))) {
      const item = sources.child(root, section, key);
      for (const method of METHODS) {
        const operation = item && sources.child(item, method);
        if (item !== undefined && operation !== undefined) {
          operations.push(new OperationReader(sources, root).describe(item, operation, section, key, method));
        }
      }
    }
  }
  const servers: unknown = root.node["servers"];
  const hosts = (Array.isArray(servers) ? servers : []).flatMap(
    (server: unknown) => hostOf(objectOf(server)["url"]) ?? [],
  );
  return { operations, hosts, credentials, sources };
}

export function hostOf(url: unknown): string | undefined {
  return typeof url === "string" && URL.canParse(url) ? new URL(url).host : undefined;
}

/** Reads one operation. */
class OperationReader {
  readonly #sources: SpecFiles;
  readonly #root: SpecNode;
  readonly #fields = new Map<Place, DescribedField>();
  readonly #accepted: Acceptance[] = [];

  constructor(sources: SpecFiles, root: SpecNode) {
    this.#sources = sources;
    this.#root = root;
  }

  describe(
    item: SpecNode,
    operation: SpecNode,
    section: "paths" | "webhooks",
    key: string,
    method: string,
  ): DescribedOperation {
    for (const holder of [item, operation]) {
      const list = holder.node["parameters"];
      for (const index of Array.isArray(list) ? list.keys() : []) {
        const parameter = this.#sources.child(holder, "parameters", index);
        if (parameter !== undefined) this.#parameter(parameter);
      }
    }
    if (section === "paths") this.#security(operation);
    const wholes: DescribedOperation["wholes"] = new Map();
    for (const [part, keys] of [
      ["body", ["requestBody"]],
      ["response", ["responses", "200"]],
    ] as const) {
      const holder = this.#sources.child(operation, ...keys);
      const schema = holder && rawChild(holder, "content", JSON_MEDIA_TYPE, "schema");
      if (schema === undefined) continue;
      wholes.set(part, schema);
      this.#schema([schema], part, "no", operation.file, new Set());
    }
    const evidence = objectOf(operation.node["x-evidence"]);
    this.#accept(operation, undefined);
    return {
      operationId: String(operation.node["operationId"] ?? ""),
      kind: section === "paths" ? "operation" : "callback",
      method: method.toUpperCase(),
      path: key,
      evidence: {
        page: text(evidence["page"]),
        otherPages: texts(evidence["otherPages"]),
        modified: text(evidence["modified"]),
        status: text(evidence["status"]),
        request: evidence["request"] as Completeness,
        response: evidence["response"] as Completeness,
      },
      fields: this.#fields,
      accepted: this.#accepted,
      spot: operation,
      wholes,
    };
  }

  #parameter(parameter: SpecNode): void {
    const { name, in: where } = parameter.node;
    const part = PARTS.find((one) => one === where);
    if (typeof name !== "string" || part === undefined) return;
    const schema = rawChild(parameter, "schema");
    const required: Needed =
      parameter.node["required"] === true ? "yes" : parameter.node["x-required"] === "unknown" ? "unknown" : "no";
    const place = under(part, name);
    this.#schema(schema === undefined ? [] : [schema], place, required, parameter.file, new Set());
    const field = this.#fields.get(place);
    if (field !== undefined) {
      field.spot = parameter;
      field.elsewhere = isElsewhere(parameter.node);
    }
  }

  #security(operation: SpecNode): void {
    const wanted = operation.node["security"] ?? this.#root.node["security"];
    const [first]: unknown[] = Array.isArray(wanted) ? wanted : [];
    for (const name of Object.keys(objectOf(first))) {
      const scheme = this.#sources.child(this.#root, "components", "securitySchemes", name);
      const { in: where, name: wire } = scheme?.node ?? {};
      if (scheme === undefined || (where !== "header" && where !== "query") || typeof wire !== "string") continue;
      this.#fields.set(under(where, wire), { ...this.#field([], "no", true), security: true, spot: scheme });
    }
  }

  /** @param around the shapes that contain this one, to stop at a shape that contains itself */
  #schema(start: SpecNode[], place: Place, required: Needed, home: string, around: ReadonlySet<string>): void {
    const parts = start.flatMap((one) => this.#partsOf(one));
    const shared = start.some(({ file }) => file !== home);
    const [first] = start;
    if (place.includes("/") || !isPlainObject(parts)) {
      const field = this.#field(parts, required, shared);
      field.elsewhere = start.some(({ node }) => isElsewhere(node));
      field.exampleOnly = isShownBy(start);
      if (first !== undefined) field.spot = first;
      this.#fields.set(place, field);
    }
    const files = new Set(around);
    for (const part of parts) {
      this.#accept(part, place);
      const key = locationKey(part);
      if (around.has(key)) return;
      files.add(key);
    }
    const own = ({ file }: SpecNode): number => (file === home ? 0 : 1);
    const members = new Map<string, SpecNode[]>();
    const needed = new Set(start.flatMap((one) => [...this.#neededOf(one)]));
    const inherited = start.some(({ node }) => ELSEWHERE in node);
    const byExample = isShownBy(start.flatMap((one) => this.#bothOf(one)));
    // If a shape is not known from a v1 page, its members are not either.
    const from = (part: SpecNode, member: SpecNode | undefined): SpecNode | undefined => {
      if (member === undefined) return undefined;
      const marks = {
        ...((inherited || isElsewhere(part.node)) && { [ELSEWHERE]: true }),
        ...((byExample || isShownBy([part])) && { [BY_EXAMPLE]: true }),
      };
      return { ...member, node: { ...member.node, ...marks } };
    };
    for (const part of parts) {
      for (const name of Object.keys(objectOf(part.node["properties"]))) {
        const member = from(part, rawChild(part, "properties", name));
        // The operation's own schema comes first, so that a finding names its file and not the shared one.
        if (member !== undefined)
          members.set(
            name,
            [...(members.get(name) ?? []), member].sort((a, b) => own(a) - own(b)),
          );
      }
    }
    for (const [name, list] of members) {
      const unknown = list.some((one) => this.#bothOf(one).some(({ node }) => node["x-required"] === "unknown"));
      this.#schema(list, under(place, name), needed.has(name) ? "yes" : unknown ? "unknown" : "no", home, files);
    }
    const items = parts.flatMap((part) => from(part, rawChild(part, "items")) ?? []);
    if (items.length > 0) this.#schema(items, itemOf(place), "no", home, files);
  }

  /** The names that a schema requires. Of anyOf and oneOf, the names that every branch requires. */
  #neededOf(placed: SpecNode): Set<string> {
    const needed = new Set<string>();
    for (const one of this.#bothOf(placed)) {
      for (const name of texts(one.node["required"])) needed.add(name);
      for (const part of this.#branches(one, "allOf")) for (const name of this.#neededOf(part)) needed.add(name);
      for (const keyword of ["anyOf", "oneOf"]) {
        const [first, ...more] = this.#branches(one, keyword)
          .filter(({ node }) => node["type"] !== "null")
          .map((branch) => this.#neededOf(branch));
        for (const name of first ?? []) if (more.every((other) => other.has(name))) needed.add(name);
      }
    }
    return needed;
  }

  #branches(placed: SpecNode, keyword: string): SpecNode[] {
    const list = placed.node[keyword];
    return (Array.isArray(list) ? [...list.keys()] : []).flatMap((index) => rawChild(placed, keyword, index) ?? []);
  }

  /** A node and the target of its reference: marks may be on either. */
  #bothOf(placed: SpecNode): SpecNode[] {
    const target = this.#sources.follow(placed);
    return target === placed ? [placed] : [placed, target];
  }

  #partsOf(placed: SpecNode, concluded = false): SpecNode[] {
    const found: SpecNode[] = [];
    for (const one of this.#bothOf(placed)) {
      found.push(concluded ? { ...one, node: { ...one.node, [CONCLUDED]: true } } : one);
      for (const keyword of ["allOf", "anyOf", "oneOf"]) {
        for (const part of this.#branches(one, keyword)) {
          const guessed = keyword !== "allOf" && objectOf(part.node["x-evidence"])["basis"] === "inferred";
          found.push(...this.#partsOf(part, guessed));
        }
      }
    }
    return found;
  }

  #field(parts: SpecNode[], required: Needed, shared: boolean): DescribedField {
    const nodes = parts.map(({ node }) => node);
    const types = new Set(nodes.flatMap((node) => typesIn(node)));
    const printed = new Set(nodes.filter((node) => !(CONCLUDED in node)).flatMap((node) => typesIn(node)));
    const nullable = types.delete("null");
    const format = nodes.map((node) => node["format"]).find((one) => typeof one === "string");
    return {
      types,
      concluded: new Set([...types].filter((type) => !printed.has(type))),
      nullable,
      required,
      ...(typeof format === "string" && { format }),
      enum: nodes.flatMap((node) =>
        Array.isArray(node["enum"]) ? node["enum"].filter((one) => one !== null).map(String) : [],
      ),
      extensible: nodes.flatMap((node) => texts(node["x-extensible-enum"])),
      shared,
      elsewhere: false,
      exampleOnly: false,
      free: nodes.some((node) => isObject(node["additionalProperties"])),
      security: false,
      spot: parts[0] ?? this.#root,
    };
  }

  /** @param place the place of the schema that `at` is relative to; without it, the list is the operation's own */
  #accept(holder: SpecNode, place: Place | undefined): void {
    const list = objectOf(holder.node["x-evidence"])["accepted"];
    for (const [index, one] of (Array.isArray(list) ? list : []).entries()) {
      const { at, facet, page, says } = objectOf(one);
      this.#accepted.push({
        at: place === undefined ? text(at) : `${place}/${text(at)}`,
        facet: facet as Facet,
        ...(typeof page === "string" && { page: idOf(page) }),
        says: text(says),
        spot: { file: holder.file, pointer: [...holder.pointer, "x-evidence", "accepted", index] },
      });
    }
  }
}

const CONCLUDED = "\u0000concluded";
const ELSEWHERE = "\u0000elsewhere";
const BY_EXAMPLE = "\u0000by example";

const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** A member without following its reference. */
function rawChild({ node, file, pointer }: SpecNode, ...keys: (string | number)[]): SpecNode | undefined {
  let value: unknown = node;
  for (const key of keys) value = isObject(value) || Array.isArray(value) ? (value as Node)[key] : undefined;
  return isObject(value) ? { node: value, file, pointer: [...pointer, ...keys] } : undefined;
}

const typesIn = (node: Node): string[] => (typeof node["type"] === "string" ? [node["type"]] : texts(node["type"]));

const isPlainObject = (parts: SpecNode[]): boolean => {
  const types = new Set(parts.flatMap(({ node }) => typesIn(node)));
  return types.size === 0 || (types.size === 1 && types.has("object"));
};

const isElsewhere = (node: Node): boolean =>
  ELSEWHERE in node || ["v2", "manual"].includes(text(objectOf(node["x-evidence"])["basis"]));

/** Whether only an example shows it. The mark may be on a schema around it. */
const isShownBy = (nodes: readonly SpecNode[]): boolean =>
  nodes.some(({ node }) => BY_EXAMPLE in node || objectOf(node["x-evidence"])["basis"] === "example");
