// An operation of a bundle as callers see it: an entry for itself, and one for each of its fields.
import { memberOf, objectOf, type Located } from "../core/node.js";
import { JSON_MEDIA_TYPE, METHODS, type Document } from "../core/openapi.js";
import { parentOf, under, type Place } from "../core/place.js";
import { below } from "../core/pointer.js";
import { listOf, walkSchema } from "../core/schema-fields.js";
import { targetIn } from "../core/schema-view.js";
import { sentOnly } from "../generate/sides.js";
import { facetsOf, located, type Entry, type Written } from "./entry.js";
import { areDistinct, fieldOf, isAlternative, type CallerField, type Fields, type Side } from "./field.js";

/** An operation as callers see it. */
export interface CallerView {
  operationId: string;
  /** `POST /orders`, or `webhook ORDER_PAID`. */
  call: string;
  operation: Entry;
  fields: Fields;
}

/** Keywords of an operation that are compared in another form. */
const HANDLED = new Set(["parameters", "requestBody", "responses", "security"]);

/** All operations of a bundle. */
export function viewsOf(document: Document): CallerView[] {
  const view = viewer(document);
  return (["paths", "webhooks"] as const).flatMap((section) =>
    Object.entries(document[section] ?? {}).flatMap(([key, item]) =>
      METHODS.flatMap((method) => {
        const pointer = below("#", section, key);
        const operation = item[method];
        if (operation === undefined) return [];
        const call = section === "paths" ? `${method.toUpperCase()} ${key}` : `webhook ${key}`;
        const sides: [Side, Side] = section === "paths" ? ["sent", "received"] : ["received", "sent"];
        return [
          {
            operationId: operation.operationId,
            call,
            ...view(call, sides, located(item, pointer), located(operation, below(pointer, method))),
          },
        ];
      }),
    ),
  );
}

function viewer(document: Document) {
  const sent = sentOnly(document);
  const target = targetIn(document);
  // A bundle's `$ref` leads into the bundle: `verifyBundle` checks it.
  const follow = ({ node }: Located): Located | undefined => {
    const found = target(node);
    return found === node ? undefined : located(found, String(node["$ref"]));
  };
  const resolved = (one: Located): Located => follow(one) ?? one;
  const members = (one: Located, keyword: string): [string, Located][] =>
    Object.keys(objectOf(one.node[keyword])).flatMap((name) => {
      const member = memberOf(one, keyword, name);
      return member === undefined ? [] : [[name, resolved(member)]];
    });

  return (
    call: string,
    [mine, theirs]: [Side, Side],
    item: Located,
    operation: Located,
  ): Pick<CallerView, "operation" | "fields"> => {
    const fields = new Map<Place, CallerField>();
    const examples: Written[] = [];
    /** Lists the fields in what a parameter, a header, a body or an answer holds. */
    const list = (holder: Located, schema: Located | undefined, place: Place, side: Side): void =>
      walkSchema(schema ?? located({}, "#"), place, holder.node["required"] === true, {
        follow,
        content: true,
        maps: true,
        apart: areDistinct,
        visit: (field) => {
          fields.set(field.place, fieldOf(field, side, sent, field.place === place ? holder : undefined));
          if (!isAlternative(field.place)) return;
          const index = Number(field.place.slice(field.place.lastIndexOf("|") + 1));
          fields.get(parentOf(field.place) ?? "")?.facets.set("alternatives", [{ value: index + 1 }]);
        },
      });
    const message = (holder: Located, place: Place, side: Side): void => {
      const media = members(holder, "content");
      for (const [, { node }] of media) {
        const shown = [node["example"], node["examples"]].filter((one) => one !== undefined);
        if (shown.length > 0) examples.push({ value: shown, part: holder });
      }
      const [, main] = media.find(([type]) => media.length === 1 || type === JSON_MEDIA_TYPE) ?? [];
      list(holder, main && memberOf(main, "schema"), place, side);
    };

    // A parameter of the operation replaces that of the path item.
    const parameters = [item, operation].flatMap((one) => listOf(one, "parameters").map(resolved));
    const byPlace = parameters.map((one): [Place, Located] => [
      under(String(one.node["in"]), String(one.node["name"])),
      one,
    ]);
    for (const [place, one] of new Map(byPlace)) list(one, memberOf(one, "schema"), place, mine);
    const body = memberOf(operation, "requestBody");
    if (body !== undefined) message(resolved(body), "body", mine);
    for (const [code, answer] of members(operation, "responses")) {
      const place = code === "200" ? "response" : `response ${code}`;
      message(answer, place, theirs);
      for (const [name, header] of members(answer, "headers")) {
        list(header, memberOf(header, "schema"), under(`${place} header`, name), theirs);
      }
    }

    const facets = facetsOf(operation, { call, rewritten: operation.node });
    for (const [keyword, value] of Object.entries(operation.node)) {
      if (!HANDLED.has(keyword)) facets.set(keyword, [{ value, part: operation, keyword }]);
    }
    const secured = "security" in operation.node ? operation : located(document, "#");
    facets.set("security", [{ value: secured.node["security"] ?? [], part: secured, keyword: "security" }]);
    facets.set("example", examples);
    return { operation: { place: "", parts: [operation], facets }, fields };
  };
}
