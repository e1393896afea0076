// What the contract says, in the words in which pages are read: each operation as a flat list of fields, each with its place in spec/.
import { JSON_MEDIA_TYPE, METHODS, type Completeness } from "../../core/openapi.js";
import { isObject, locationKey, memberOf, objectOf, texts, type Located, type Node } from "../../core/node.js";
import type { SpecFolder } from "../../core/spec-folder.js";
import { isItem, parentOf, PARTS, type Part, type Place, under } from "../../core/place.js";
import { flattened, walkSchema, type Composition } from "../../core/schema-fields.js";
import { SpecFiles, type Location } from "../../core/spec-files.js";

/** Whether a field has to be there: `unknown` where no page shows it. */
export type Needed = "yes" | "no" | "unknown";

export interface DescribedField {
  /** JSON types that the contract takes, without "null"; empty where it says nothing. */
  types: Set<string>;
  /** Of these, the types that no page shows: conclusions. */
  concluded: Set<string>;
  nullable: boolean;
  required: Needed;
  format?: string;
  /** Values of a closed list. */
  enum: string[];
  /** Values that are known of an open list. */
  extensible: string[];
  /** Declared in a component that other operations may use as well. */
  shared: boolean;
  /** Known from the manual or from v2: no v1 page has to show it. */
  elsewhere: boolean;
  /** Known from an example: no table has to list it. */
  exampleOnly: boolean;
  /** Any name may stand in the object: its names are data, not fields. */
  free: boolean;
  /** A header or a query parameter that proves who calls: only its presence is compared. */
  security: boolean;
  spot: Location;
}

export type Facet = "type" | "nullable" | "required" | "enum" | "format" | "place" | "name";

/** A contradiction that stays on purpose. */
export interface Acceptance {
  at: Place;
  facet: Facet;
  /** The id of the page that says so; nothing for every page. */
  page?: string;
  says: string;
  spot: Location;
}

export interface DescribedOperation {
  operationId: string;
  kind: "operation" | "callback";
  /** Upper case. */
  method: string;
  /** Of a callback: the message type. */
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
  /** Where the schemas of whole bodies stand. */
  wholes: Map<Part, Location>;
}

export interface DescribedContract {
  operations: DescribedOperation[];
  /** Hosts of the servers. */
  hosts: string[];
  /** The names of all headers and query parameters that prove who calls, in lower case. */
  credentials: Set<string>;
  sources: SpecFiles;
}

/** The id of a page: the last part of its address. */
export const idOf = (address: string): string => address.slice(address.lastIndexOf("/") + 1);

/** @throws Failure with code 2 where the contract cannot be read */
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
  readonly #files: SpecFiles;
  readonly #root: Located;
  readonly #fields = new Map<Place, DescribedField>();
  readonly #accepted: Acceptance[] = [];

  constructor(sources: SpecFiles, root: Located) {
    this.#files = sources;
    this.#root = root;
  }

  describe(
    item: Located,
    operation: Located,
    section: "paths" | "webhooks",
    key: string,
    method: string,
  ): DescribedOperation {
    for (const holder of [item, operation]) {
      const list = holder.node["parameters"];
      for (const index of Array.isArray(list) ? list.keys() : []) {
        const parameter = this.#files.child(holder, "parameters", index);
        if (parameter !== undefined) this.#parameter(parameter);
      }
    }
    if (section === "paths") this.#security(operation);
    const wholes: DescribedOperation["wholes"] = new Map();
    for (const [part, keys] of [
      ["body", ["requestBody"]],
      ["response", ["responses", "200"]],
    ] as const) {
      const holder = this.#files.child(operation, ...keys);
      const schema = holder && memberOf(holder, "content", JSON_MEDIA_TYPE, "schema");
      if (schema === undefined) continue;
      wholes.set(part, schema);
      this.#schema(schema, part, "no", operation.file);
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

  #parameter(parameter: Located): void {
    const { name, in: where } = parameter.node;
    const part = PARTS.find((one) => one === where);
    if (typeof name !== "string" || part === undefined) return;
    const schema = memberOf(parameter, "schema");
    const required: Needed =
      parameter.node["required"] === true ? "yes" : parameter.node["x-required"] === "unknown" ? "unknown" : "no";
    const place = under(part, name);
    if (schema === undefined) this.#fields.set(place, this.#field([], new Set(), required));
    else this.#schema(schema, place, required, parameter.file);
    const field = this.#fields.get(place);
    if (field !== undefined) {
      field.spot = parameter;
      field.elsewhere = isElsewhere(parameter.node);
    }
  }

  #security(operation: Located): void {
    const wanted = operation.node["security"] ?? this.#root.node["security"];
    const [first]: unknown[] = Array.isArray(wanted) ? wanted : [];
    for (const name of Object.keys(objectOf(first))) {
      const scheme = this.#files.child(this.#root, "components", "securitySchemes", name);
      const { in: where, name: wire } = scheme?.node ?? {};
      if (scheme === undefined || (where !== "header" && where !== "query") || typeof wire !== "string") continue;
      this.#fields.set(under(where, wire), {
        ...this.#field([], new Set(), "no"),
        ...{ shared: true, security: true, spot: scheme },
      });
    }
  }

  #schema(start: Located, place: Place, required: Needed, home: string): void {
    const inherited = new Map<Place, { elsewhere: boolean; byExample: boolean }>();
    const own = ({ self }: Composition): number => (self.file === home ? 0 : 1);
    walkSchema(start, place, false, {
      follow: (node) => this.#files.follow(node),
      visit: (field) => {
        // The operation's own words come first: a finding names its file, not the shared one.
        const declared = [...field.declared].sort((one, other) => own(one) - own(other));
        const parts = declared.flatMap((one) => flattened(one, false));
        for (const part of parts) this.#accept(part, field.place);
        const [first] = declared;
        const outer = parentOf(field.place);
        const above = (outer === undefined ? undefined : inherited.get(outer)) ?? NOTHING_INHERITED;
        // What a shape is not known from a v1 page for, its members are not either.
        const marks = {
          elsewhere: above.elsewhere || field.holders.some(({ node }) => isElsewhere(node)),
          byExample: above.byExample || field.holders.some(({ node }) => isByExample(node)),
        };
        const selves = declared.map(({ self }) => self.node);
        const targets = declared.flatMap(({ target }): Node[] => (target === undefined ? [] : [target.self.node]));
        inherited.set(field.place, {
          elsewhere: marks.elsewhere,
          byExample: marks.byExample || [...selves, ...targets].some(isByExample),
        });
        if (field.place.includes("/") || !isPlainObject(parts)) {
          const unknown = [...selves, ...targets].some((node) => node["x-required"] === "unknown");
          const needed: Needed = field.required ? "yes" : unknown ? "unknown" : "no";
          this.#fields.set(field.place, {
            ...this.#field(
              parts,
              concluded(declared),
              field.place === place ? required : isItem(field.place) ? "no" : needed,
            ),
            shared: declared.some(({ self }) => self.file !== home),
            elsewhere: marks.elsewhere || selves.some(isElsewhere),
            exampleOnly: marks.byExample || selves.some(isByExample),
            ...(first !== undefined && { spot: first.self }),
          });
        }
      },
    });
  }

  #field(parts: readonly Located[], guessed: ReadonlySet<string>, required: Needed): DescribedField {
    const nodes = parts.map(({ node }) => node);
    const types = new Set(nodes.flatMap((node) => typesIn(node)));
    const printed = parts.filter((part) => !guessed.has(locationKey(part))).flatMap(({ node }) => typesIn(node));
    const nullable = types.delete("null");
    const format = nodes.map((node) => node["format"]).find((one) => typeof one === "string");
    return {
      types,
      concluded: new Set([...types].filter((type) => !printed.includes(type))),
      nullable,
      required,
      ...(typeof format === "string" && { format }),
      enum: nodes.flatMap((node) =>
        Array.isArray(node["enum"]) ? node["enum"].filter((one) => one !== null).map(String) : [],
      ),
      extensible: nodes.flatMap((node) => texts(node["x-extensible-enum"])),
      shared: false,
      elsewhere: false,
      exampleOnly: false,
      free: nodes.some((node) => isObject(node["additionalProperties"])),
      security: false,
      spot: parts[0] ?? this.#root,
    };
  }

  /** @param place where the schema stands to which `at` is relative; nothing for an operation's own list */
  #accept(holder: Located, place: Place | undefined): void {
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

const NOTHING_INHERITED = { elsewhere: false, byExample: false };

const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value));

const typesIn = (node: Node): string[] => (typeof node["type"] === "string" ? [node["type"]] : texts(node["type"]));

const isPlainObject = (parts: readonly Located[]): boolean => {
  const types = new Set(parts.flatMap(({ node }) => typesIn(node)));
  return types.size === 0 || (types.size === 1 && types.has("object"));
};

const basisOf = (node: Node): string => text(objectOf(node["x-evidence"])["basis"]);
const isElsewhere = (node: Node): boolean => ["v2", "manual"].includes(basisOf(node));
const isByExample = (node: Node): boolean => basisOf(node) === "example";

/** The keys of the schemas that stand in a branch which no page shows. */
function concluded(compositions: readonly Composition[]): Set<string> {
  const found = new Set<string>();
  const visit = ({ target, all, choices }: Composition): void => {
    for (const one of [...(target === undefined ? [] : [target]), ...all]) visit(one);
    for (const branch of choices.flat()) {
      if (basisOf(branch.self.node) === "inferred") {
        for (const part of flattened(branch, false)) found.add(locationKey(part));
      } else visit(branch);
    }
  };
  for (const one of compositions) visit(one);
  return found;
}
