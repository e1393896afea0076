// Reads the parameters of an operation, and the headers and query parameters that prove who calls.
import { isObject, listIn, memberOf, objectOf, type Located } from "../../../core/node.js";
import { under, type Place } from "../../../core/place.js";
import { tableField } from "../../page/field.js";
import type { PageParts } from "./parts.js";
import { readSchema } from "./schema.js";
import { isAny, isMark, isText, noteUnread, type Readable } from "./unread.js";

const PARAMETER: Readable = {
  $ref: isText,
  name: isText,
  in: isText,
  required: isMark,
  description: isText,
  schema: isObject,
  content: isObject,
  example: isAny,
  examples: isObject,
};
/** Where lost parameters are noted: the page does not show what they are. */
export const PARAMETERS: Place = "parameters";

/** Reads the schema of each parameter like any other, with the fields that OpenAPI writes beside the schema. */
export function readParameters(page: PageParts, holder: Located): void {
  const own = new Set<Place>();
  for (const index of listIn(holder.node["parameters"]).keys()) {
    const start = memberOf(holder, "parameters", index);
    const found = start && page.follow(start, PARAMETERS);
    if (start === undefined || found === undefined) continue;
    const { name, in: part, required } = found.node;
    if (
      typeof name !== "string" ||
      (part !== "header" && part !== "path" && part !== "query") ||
      own.has(`${part}/${name}`)
    ) {
      page.noteValue(start.pointer, PARAMETERS, `${String(part)} ${String(name)}`, found.node);
      continue;
    }
    own.add(`${part}/${name}`);
    const place = under(part, name);
    // A parameter of the operation replaces that of its path.
    if (page.fields.all.has(place)) page.fields.removeWithin(place);
    noteUnread(page, found, place, PARAMETER);
    const schemas = [beside(page, found, place), ...schemaOf(page, found, place)];
    readSchema(page, schemas, place, required === true ? "yes" : "no");
    const field = page.fields.all.get(place);
    if (field !== undefined) page.add(place, field, start.pointer);
  }
}

/** What stands beside the schema, as a schema. Its texts come first. */
function beside(page: PageParts, { node, pointer }: Located, place: Place): Located {
  const [first, ...others] = Object.values(objectOf(node["examples"])).map((one) => objectOf(one)["value"]);
  for (const other of others) page.noteExample([...pointer, "examples"], place, "example", other);
  const example = node["example"] ?? first;
  return { node: { title: node["description"], example }, file: "", pointer };
}

/** The schema, or that of the content, which is then text that holds JSON. */
function schemaOf(page: PageParts, found: Located, place: Place): Located[] {
  const schema = memberOf(found, "schema");
  if (schema !== undefined) return [schema];
  const content = objectOf(found.node["content"]);
  for (const [type, media] of Object.entries(content)) {
    page.noteValue([...found.pointer, "content", type], place, `content ${type}`, media);
  }
  return [];
}

const SCHEME: Readable = { $ref: isText, type: isText, in: isText, name: isText, description: isText };

/** The headers and query parameters of the security schemes, unless the page lists them as parameters. */
export function readSecurity(page: PageParts, operation: Located): void {
  const root: Located = { node: page.document, file: "", pointer: [] };
  const holder = "security" in operation.node ? operation : root;
  page.check(holder.node["security"], holder.pointer);
  const alternatives = listIn(holder.node["security"]).filter(isObject);
  const listed = new Set([...page.fields.all.keys()].map((place) => place.toLowerCase()));
  for (const name of new Set(alternatives.flatMap((one) => Object.keys(one)))) {
    const start = memberOf(root, "components", "securitySchemes", name);
    const scheme = start && page.follow(start, PARAMETERS);
    const { type, in: part, name: wire, description } = scheme?.node ?? {};
    if (
      scheme === undefined ||
      !/^api-?key$/i.test(String(type)) ||
      (part !== "header" && part !== "query") ||
      typeof wire !== "string"
    ) {
      page.noteValue([...holder.pointer, "security"], PARAMETERS, `security ${name}`, scheme?.node ?? "no scheme");
      continue;
    }
    const place = under(part, wire);
    noteUnread(page, scheme, place, SCHEME);
    if (listed.has(place.toLowerCase())) continue;
    const required = alternatives.every((one) => name in one) ? "yes" : "no";
    const label = typeof description === "string" ? description : "";
    page.add(
      place,
      tableField(place, { types: ["string"], nullable: "no", required, label, texts: label }),
      start?.pointer ?? [],
    );
  }
  const scopes = alternatives.filter((one) => Object.values(one).some((list) => listIn(list).length > 0));
  if (scopes.length > 0) page.noteValue([...holder.pointer, "security"], PARAMETERS, "scopes", scopes);
}
