// Visits the schemas of a bundled document, each once. Examples and names of properties are never taken for schemas.
import { isObject, listIn, objectOf } from "./node.js";
import { METHODS, type Document, type MediaType, type Parameter, type Schema } from "./openapi.js";

const ONE = ["items", "additionalProperties", "contentSchema"];
const SEVERAL = ["allOf", "anyOf", "oneOf"];

/** The schemas directly inside a schema. */
export const schemasIn = (schema: Schema): unknown[] => {
  const node: Record<string, unknown> = { ...schema };
  return [
    ...ONE.map((key) => node[key]),
    ...SEVERAL.flatMap((key) => listIn(node[key])),
    ...Object.values(objectOf(schema.properties)),
  ];
};

/** What holds a schema and its example from outside: parameters, bodies and answers. */
export function* holdersIn(document: Document): Generator<MediaType | Parameter> {
  const { paths, webhooks, components = {} } = document;
  const contentsOf = (one: unknown): unknown[] => Object.values(objectOf(objectOf(one)["content"]));
  const items = [...Object.values(paths ?? {}), ...Object.values(webhooks ?? {})].map(objectOf);
  const operations = items.flatMap((item) => METHODS.map((method) => objectOf(item[method])));
  const responses = operations.flatMap((one) => Object.values(objectOf(one["responses"])));
  const all = [
    ...[...items, ...operations].flatMap((one) => listIn(one["parameters"])),
    ...operations.flatMap((one) => contentsOf(one["requestBody"])),
    ...responses.flatMap((one) => [...contentsOf(one), ...Object.values(objectOf(objectOf(one)["headers"]))]),
    ...Object.values(objectOf(components["parameters"])),
    ...["requestBodies", "responses"].flatMap((kind) => Object.values(objectOf(components[kind])).flatMap(contentsOf)),
  ];
  // These are the places of such nodes in OpenAPI.
  for (const one of all) if (isObject(one)) yield one as MediaType | Parameter;
}

/** Calls `visit` for each schema, for those inside a schema first. A visit may change its schema. */
export function eachSchema(document: Document, visit: (schema: Schema) => void): void {
  const seen = new Set<object>();
  const descend = (schema: unknown): void => {
    if (!isObject(schema) || seen.has(schema)) return;
    seen.add(schema);
    schemasIn(schema).forEach(descend);
    visit(schema);
  };
  Object.values(objectOf(document.components?.["schemas"])).forEach(descend);
  for (const { schema } of holdersIn(document)) descend(schema);
}
