// A page as PandaPon's site would show an operation of a bundle: with the formats of a Java server and without our own words.
import { fieldsOfExamples, noteSeen } from "../../../scripts/dist/pages/page/example.js";
import type { Field, Mark, Page, ReadPage } from "../../../scripts/dist/pages/page/page.js";
import { itemOf, under } from "../../../scripts/dist/core/place.js";
import { at, document as committed, isNode, nodeAt, type Named, type Node } from "../bundle.js";

/** A field, with the format as the contract has it. */
export type Facets = Field & { required: Mark };

const list = (value: unknown): unknown[] => [value ?? []].flat();
const strings = (parts: Node[], key: string): string[] => [
  ...new Set(parts.flatMap((part) => list(part[key]).map(String))),
];

/** The fields of a part in a bundle, by place. */
function facetsOf(document: Node, part: string, schema: Node): Map<string, Facets> {
  const found = new Map<string, Facets>();
  const partsOf = (one: Node): Node[] => {
    const ref = one["$ref"];
    const here = typeof ref === "string" ? nodeAt(document, ...ref.slice(2).split("/")) : undefined;
    const nodes = here === undefined ? [one] : [one, ...partsOf(here)];
    return [...nodes, ...["allOf", "anyOf", "oneOf"].flatMap((key) => list(one[key]).filter(isNode).flatMap(partsOf))];
  };
  const visit = (place: string, one: Node, required: boolean): void => {
    const parts = partsOf(one);
    const types = strings(parts, "type");
    const first = (key: string): unknown => parts.flatMap((node) => list(node[key]))[0];
    const unknown = parts.some((node) => node["x-required"] === "unknown");
    const field: Facets = {
      from: "table",
      types: types.filter((type) => type !== "null").sort(),
      nullable: types.includes("null") ? "yes" : "no",
      required: required ? "yes" : unknown ? "not visible" : "no",
    };
    const format = first("format");
    if (typeof format === "string") field.format = format;
    const listed = strings(parts, "enum").filter((value) => value !== "null");
    if (listed.length > 0) field.enum = listed;
    const named = strings(parts, "x-extensible-enum");
    if (named.length > 0) field.named = named;
    const example = first("examples");
    if (example !== undefined) field.example = example;
    if (place !== part || !types.includes("object")) found.set(place, field);
    const needed = strings(parts, "required");
    for (const node of parts) {
      for (const [name, property] of Object.entries(isNode(node["properties"]) ? node["properties"] : {})) {
        if (isNode(property)) visit(under(place, name), property, needed.includes(name));
      }
      if (isNode(node["items"])) visit(itemOf(place), node["items"], false);
    }
  };
  visit(part, schema, false);
  if (found.get(part)?.types.length === 0) found.delete(part);
  return found;
}

/** The fields of an operation in a bundle, by place. */
export function operationFacets(document: Node, operation: Node): Map<string, Facets> {
  const found = new Map<string, Facets>();
  for (const parameter of list(operation["parameters"]).filter(isNode)) {
    const place = under(String(parameter["in"]), String(parameter["name"]));
    for (const [key, field] of facetsOf(document, place, nodeAt(parameter, "schema"))) found.set(key, field);
    const field = found.get(place);
    if (field === undefined) continue;
    field.required =
      parameter["required"] === true ? "yes" : parameter["x-required"] === "unknown" ? "not visible" : "no";
    field.example = parameter["example"];
  }
  for (const [part, holder] of [
    ["body", operation["requestBody"]],
    ["response", at(operation, "responses", "200")],
  ] as const) {
    const schema = at(holder, "content", "application/json", "schema");
    if (isNode(schema)) for (const [place, field] of facetsOf(document, part, schema)) found.set(place, field);
  }
  return found;
}

// Text has no format on a page.
const PAGE_FORMATS: Readonly<Record<string, string>> = { int64: "int64", int32: "int32" };

/** @param formats whether the page prints formats */
export function bundlePage(
  { method, path, operation }: Named,
  { kind = "operation", title = "", formats = true }: { kind?: Page["kind"]; title?: string; formats?: boolean } = {},
): ReadPage {
  const fields = new Map<string, Field>();
  for (const [place, { format, named, ...field }] of operationFacets(committed, operation)) {
    const printed = formats && field.types.includes("integer") ? PAGE_FORMATS[format ?? ""] : undefined;
    fields.set(place, {
      ...field,
      ...(printed !== undefined && { format: printed }),
      // A single value is an example, not a choice.
      ...(named !== undefined && named.length > 1 && { named }),
    });
  }
  const examples: Page["examples"] = { body: [], response: [] };
  for (const [part, holder] of [
    ["body", operation["requestBody"]],
    ["response", at(operation, "responses", "200")],
  ] as const) {
    const example = at(holder, "content", "application/json", "example");
    if (example !== undefined) examples[part].push(example);
    noteSeen(fields, fieldsOfExamples(part, examples[part]));
  }
  for (const name of signing(operation)) {
    fields.set(name, { from: "table", types: ["string"], nullable: "no", required: "yes" });
  }
  const evidence = nodeAt(operation, "x-evidence");
  const [page, modified, status] = ["page", "modified", "status"].map((key) => String(evidence[key]));
  const answers = [...fields.keys()].some((place) => place.startsWith("response/"));
  return {
    id: page?.split("/").at(-1) ?? "",
    ...(page !== undefined && { url: page }),
    form: "markdown",
    language: "en",
    title,
    folder: [],
    kind,
    method,
    path,
    status: status === "released" || status === "in-development" ? status : "not visible",
    servers: [],
    ...(modified !== undefined && modified !== "unknown" && { modified }),
    visible: { header: "table", path: "table", query: "table", body: "table", response: answers ? "table" : "none" },
    fields,
    examples,
    notices: [],
    source: `${String(page)}.md`,
    lineOf: () => 1,
  };
}

/** The places of the headers and query parameters that authenticate the caller. */
function signing(operation: Node): string[] {
  const schemes = nodeAt(committed, "components", "securitySchemes");
  const [way] = list(operation["security"] ?? committed["security"]);
  return Object.keys(isNode(way) ? way : {}).map(
    (key) => `${String(at(schemes, key, "in"))}/${String(at(schemes, key, "name"))}`,
  );
}
