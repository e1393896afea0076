// Reads the contract's operations from the files in spec/.
import { isObject, listIn, memberOf, objectOf, texts, type Located, type Node } from "../../core/node.js";
import { isWeak, JSON_MEDIA_TYPE, type Completeness } from "../../core/openapi.js";
import { parentOf, PARTS, type Place, under } from "../../core/place.js";
import { Failure } from "../../core/problem.js";
import { flattened, type Composition } from "../../core/composition.js";
import { TooLarge, walkSchema, type WalkOptions } from "../../core/schema-fields.js";
import { SpecFiles, type Location } from "../../core/spec-files.js";
import type { SpecFolder } from "../../core/spec-folder.js";
import {
  hostOf,
  idOf,
  type Acceptance,
  type DescribedContract,
  type DescribedField,
  type DescribedOperation,
  type Facet,
  type Needed,
} from "./described.js";

/** @throws Failure with code 2 if the contract cannot be read */
export function readContract(spec: SpecFolder): DescribedContract {
  const sources = new SpecFiles(spec.dir);
  const root = sources.root(spec.root);
  const operations = sources
    .operations(spec.root)
    .map(({ webhook, key, method, item, operation }): DescribedOperation => {
      const kind = webhook ? "callback" : "operation";
      const read = new OperationReader(sources, root).read([item, operation], operation, kind);
      return { kind, method: method.toUpperCase(), path: key, ...read };
    });
  const names = Object.keys(objectOf(objectOf(root.node["components"])["securitySchemes"]));
  const schemes = names.map((name) => sources.child(root, "components", "securitySchemes", name)?.node["name"]);
  return {
    operations,
    hosts: listIn(root.node["servers"]).flatMap((server) => hostOf(objectOf(server)["url"]) ?? []),
    credentials: new Set(schemes.filter((name) => typeof name === "string").map((name) => name.toLowerCase())),
    sources,
  };
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

  read(
    holders: readonly Located[],
    operation: Located,
    kind: DescribedOperation["kind"],
  ): Omit<DescribedOperation, "kind" | "method" | "path"> {
    for (const holder of holders) {
      for (const index of listIn(holder.node["parameters"]).keys()) {
        const parameter = this.#files.child(holder, "parameters", index);
        if (parameter !== undefined) this.#parameter(parameter);
      }
    }
    if (kind === "operation") this.#security(operation);
    const wholes: DescribedOperation["wholes"] = new Map();
    for (const [part, ...keys] of [
      ["body", "requestBody"],
      ["response", "responses", "200"],
    ] as const) {
      const holder = this.#files.child(operation, ...keys);
      const schema = holder && memberOf(holder, "content", JSON_MEDIA_TYPE, "schema");
      if (schema === undefined) continue;
      wholes.set(part, schema);
      this.#schema(schema, part, operation.file);
    }
    this.#accept(operation);
    const evidence = objectOf(operation.node["x-evidence"]);
    return {
      operationId: text(operation.node["operationId"]),
      evidence: {
        page: text(evidence["page"]),
        otherPages: texts(evidence["otherPages"]),
        modified: text(evidence["modified"]),
        status: text(evidence["status"]),
        // The linter checks these words.
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
    const { name, in: where, required } = parameter.node;
    const part = PARTS.find((one) => one === where);
    const schema = memberOf(parameter, "schema");
    if (typeof name !== "string" || part === undefined || schema === undefined) return;
    const place = under(part, name);
    this.#schema(schema, place, parameter.file);
    const field = this.#fields.get(place);
    if (field === undefined) return;
    const needed = neededBy([parameter.node], required === true);
    Object.assign(field, { required: needed, spot: parameter, elsewhere: isElsewhere(parameter.node) });
  }

  #security(operation: Located): void {
    const [first] = listIn((operation.node["security"] === undefined ? this.#root.node : operation.node)["security"]);
    for (const name of Object.keys(objectOf(first))) {
      const scheme = this.#files.child(this.#root, "components", "securitySchemes", name);
      const { in: where, name: wire } = scheme?.node ?? {};
      if (scheme === undefined || (where !== "header" && where !== "query") || typeof wire !== "string") continue;
      this.#fields.set(under(where, wire), { ...fieldOf([], scheme), shared: true, security: true });
    }
  }

  /** @param home the operation's own file */
  #schema(start: Located, place: Place, home: string): void {
    // What a shape is not known from a v1 page for, its members are not either.
    const marks = new Map<Place | undefined, Pick<DescribedField, "elsewhere" | "exampleOnly">>();
    const optional = new Set<Place>();
    const isShared = ({ self }: Composition): boolean => self.file !== home;
    this.#walk(start, place, {
      follow: (node) => this.#files.follow(node),
      circular: (schema) => {
        throw new TooLarge("it is composed of itself", schema);
      },
      visit: (field) => {
        // The operation's own words come first: a finding names its file, not the shared one.
        const declared = [...field.declared].sort((one, other) => Number(isShared(one)) - Number(isShared(other)));
        const parts = declared.flatMap((one) => flattened(one, false));
        for (const part of parts) {
          this.#accept(part, field.place);
          for (const name of texts(part.node["x-optional"])) optional.add(under(field.place, name));
        }
        const selves = declared.map(({ self }) => self.node);
        const sources = [...selves, ...field.holders.map(({ node }) => node)];
        const above = marks.get(parentOf(field.place));
        const own = {
          elsewhere: above?.elsewhere === true || sources.some(isElsewhere),
          exampleOnly: above?.exampleOnly === true || sources.some(isByExample),
        };
        marks.set(field.place, own);
        if (!field.place.includes("/") && isPlainObject(parts)) return;
        const targets = declared.flatMap(({ target }) => (target === undefined ? [] : [target.self.node]));
        this.#fields.set(field.place, {
          ...fieldOf(parts, declared[0]?.self ?? start),
          ...own,
          required: optional.has(field.place) ? "no" : neededBy([...selves, ...targets], field.required),
          shared: declared.some(isShared),
        });
      },
    });
  }

  #walk(start: Located, place: Place, options: WalkOptions): void {
    try {
      walkSchema(start, place, false, options);
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      const where = this.#files.shown(error.at);
      throw new Failure(2, `${where}: the schema cannot be read: ${error.reason}. Run \`pandapon lint\`.`);
    }
  }

  /** @param place where the schema stands to which `at` is relative; undefined for an operation's own list */
  #accept(holder: Located, place?: Place): void {
    for (const [index, one] of listIn(objectOf(holder.node["x-evidence"])["accepted"]).entries()) {
      const { at, facet, page, says } = objectOf(one);
      this.#accepted.push({
        at: place === undefined ? text(at) : `${place}/${text(at)}`,
        // The linter checks these words.
        facet: facet as Facet,
        ...(typeof page === "string" && { page: idOf(page) }),
        says: text(says),
        spot: { file: holder.file, pointer: [...holder.pointer, "x-evidence", "accepted", index] },
      });
    }
  }
}

/** A field with these schemas. What is not PandaPon's word says nothing about PandaPon's pages. */
function fieldOf(all: readonly Located[], spot: Location): DescribedField {
  const parts = all.filter(({ node }) => !isWeak(node));
  const nodes = parts.map(({ node }) => node);
  const types = new Set(nodes.flatMap(typesIn));
  const printed = parts.filter((part) => !isConcluded(part)).flatMap(({ node }) => typesIn(node));
  const nullable = types.delete("null");
  const format = nodes.map((node) => node["format"]).find((one) => typeof one === "string");
  return {
    types,
    concluded: new Set([...types].filter((type) => !printed.includes(type))),
    nullable,
    required: "no",
    ...(format !== undefined && { format }),
    enum: nodes.flatMap((node) => listIn(node["enum"]).flatMap((value) => (value === null ? [] : String(value)))),
    extensible: nodes.flatMap((node) => texts(node["x-extensible-enum"])),
    shared: false,
    elsewhere: false,
    exampleOnly: false,
    free: nodes.some((node) => isObject(node["additionalProperties"])),
    security: false,
    spot,
  };
}

const neededBy = (nodes: readonly Node[], required: boolean): Needed =>
  required ? "yes" : nodes.some((node) => node["x-required"] === "unknown") ? "unknown" : "no";

const text = (value: unknown): string => (value === undefined || value === null ? "" : String(value));
const typesIn = (node: Node): string[] => (typeof node["type"] === "string" ? [node["type"]] : texts(node["type"]));

const isPlainObject = (parts: readonly Located[]): boolean =>
  parts.flatMap(({ node }) => typesIn(node)).every((type) => type === "object");

const basisOf = (node: Node): string => text(objectOf(node["x-evidence"])["basis"]);
const isElsewhere = (node: Node): boolean => ["v2", "manual"].includes(basisOf(node)) || isWeak(node);
const isByExample = (node: Node): boolean => basisOf(node) === "example";
/** Whether a schema is a branch that no page shows. */
const isConcluded = ({ node, pointer }: Located): boolean =>
  basisOf(node) === "inferred" && ["anyOf", "oneOf"].includes(String(pointer.at(-2)));
