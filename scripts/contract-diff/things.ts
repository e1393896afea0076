// All things of a bundle that callers see: servers, named types, operations with their fields, …
import { memberOf, type Located } from "../core/node.js";
import { JSON_MEDIA_TYPE, METHODS, type Document } from "../core/openapi.js";
import { parentOf, under, type Place } from "../core/place.js";
import { listOf, walkSchema } from "../core/schema-fields.js";
import { targetIn } from "../core/schema-view.js";
import { basesIn, closedInTypes } from "../generate/bases.js";
import { sidesOf } from "../generate/sides.js";
import { located, pointerTo, type Entry, type Written } from "./entry.js";
import { areDistinct, fieldOf, isAlternative, type CallerField, type Fields, type Side } from "./field.js";

export interface Thing extends Entry {
  /** By what it is the same in both contracts, the most certain one first. */
  keys: [string, string];
  operationId?: string;
  fields: Fields;
}

/** Keywords of an operation that are compared in another form. */
const HANDLED = new Set(["parameters", "requestBody", "responses", "security"]);

/** The objects under a keyword, by name. */
const namedIn = (one: Located, ...keywords: string[]): [string, Located][] =>
  Object.keys(memberOf(one, ...keywords)?.node ?? {})
    .map((name): [string, Located | undefined] => [name, memberOf(one, ...keywords, name)])
    .filter((named): named is [string, Located] => named[1] !== undefined);

/** Facets that a node has as a whole. */
const facetsOf = (part: Located, values: Record<string, unknown>): Entry["facets"] =>
  new Map(Object.entries(values).map(([name, value]) => [name, [{ value, part }]]));

export function thingsOf(document: Document): Thing[] {
  const root = located(document, "#");
  const thing = (part: Located, key: unknown, values: Record<string, unknown>): Thing => {
    const place = pointerTo(part).slice("#/".length);
    const name = `${place.replace(/[^/]*$/, "")} ${String(key)}`;
    return { keys: [name, name], place, parts: [part], facets: facetsOf(part, values), fields: new Map() };
  };
  const { version: _version, ...info } = document.info;
  return [
    thing(located(document.info, "#/info"), "", { text: info }),
    ...listOf(root, "servers").map((one) => thing(one, one.node["url"], { present: one.node["url"] })),
    ...listOf(root, "tags").map((one) => thing(one, one.node["name"], { text: one.node })),
    // The package exports the type of each named shape.
    ...namedIn(root, "components", "schemas").map(([name, one]) =>
      thing(one, name, { present: "named type", rewritten: one.node }),
    ),
    ...namedIn(root, "components", "securitySchemes").map(([name, one]) => {
      const { description, ...rest } = one.node;
      return thing(one, name, { "security scheme": rest, description });
    }),
    ...operationsOf(document, root),
  ];
}

function operationsOf(document: Document, root: Located): Thing[] {
  const { sentOnly } = sidesOf(document);
  const types = { sentOnly, closed: closedInTypes(basesIn(document), sentOnly) };
  const target = targetIn(document);
  // A bundle's `$ref` leads into the bundle: `verifyBundle` checks it.
  const follow = ({ node }: Located): Located | undefined => {
    const found = target(node);
    return found === node ? undefined : located(found, String(node["$ref"]));
  };
  const resolved = (one: Located): Located => follow(one) ?? one;

  const operationOf = (operation: Located, item: Located, call: string, mine: Side, theirs: Side): Thing => {
    const fields = new Map<Place, CallerField>();
    const examples: Written[] = [];
    /** Lists the fields in what a parameter, a header, a body or an answer holds. */
    const list = (holder: Located, place: Place, side: Side, schema = memberOf(holder, "schema")): void =>
      walkSchema(schema ?? located({}, "#"), place, holder.node["required"] === true, {
        follow,
        content: true,
        maps: true,
        apart: areDistinct,
        visit: (field) => {
          fields.set(field.place, fieldOf(field, side, types, field.place === place ? holder : undefined));
          if (!isAlternative(field.place)) return;
          const index = Number(field.place.slice(field.place.lastIndexOf("|") + 1));
          fields.get(parentOf(field.place) ?? "")?.facets.set("alternatives", [{ value: index + 1 }]);
        },
      });
    const message = (holder: Located, place: Place, side: Side): void => {
      const media = namedIn(holder, "content");
      for (const [, part] of media) {
        for (const keyword of ["example", "examples"]) {
          if (keyword in part.node) examples.push({ value: part.node[keyword], part, keyword });
        }
      }
      const [, main] = media.find(([type]) => media.length === 1 || type === JSON_MEDIA_TYPE) ?? [];
      list(holder, place, side, main && memberOf(main, "schema"));
      const content = { value: media.map(([type]) => type).sort(), part: holder, keyword: "content" };
      fields.get(place)?.facets.set("content", [content]);
    };

    // A parameter of the operation replaces that of the path item.
    const parameters = [item, operation].flatMap((one) => listOf(one, "parameters").map(resolved));
    const byPlace = new Map(parameters.map((one) => [under(String(one.node["in"]), String(one.node["name"])), one]));
    for (const [place, one] of byPlace) list(one, place, mine);
    const body = memberOf(operation, "requestBody");
    if (body !== undefined) message(resolved(body), "body", mine);
    for (const [code, one] of namedIn(operation, "responses")) {
      const answer = resolved(one);
      const place = code === "200" ? "response" : `response ${code}`;
      message(answer, place, theirs);
      for (const [name, header] of namedIn(answer, "headers")) {
        list(resolved(header), under(`${place} header`, name), theirs);
      }
    }

    const facets = facetsOf(operation, { call, rewritten: operation.node });
    for (const [keyword, value] of Object.entries(operation.node)) {
      if (!HANDLED.has(keyword)) facets.set(keyword, [{ value, part: operation, keyword }]);
    }
    const part = "security" in operation.node ? operation : root;
    facets.set("security", [{ value: part.node["security"] ?? [], part, keyword: "security" }]);
    facets.set("example", examples);
    const operationId = String(operation.node["operationId"]);
    return { keys: [`id ${operationId}`, call], operationId, place: "", parts: [operation], facets, fields };
  };

  return ["paths", "webhooks"].flatMap((section) =>
    namedIn(root, section).flatMap(([key, item]) =>
      METHODS.flatMap((method) => {
        const operation = memberOf(item, method);
        if (operation === undefined) return [];
        return section === "paths"
          ? operationOf(operation, item, `${method.toUpperCase()} ${key}`, "sent", "received")
          : operationOf(operation, item, `webhook ${key}`, "received", "sent");
      }),
    ),
  );
}
