// An operation of a bundle as callers see it: an entry for itself, and one for each of its fields.
import { memberOf, objectOf, type Located } from "../core/node.js";
import { JSON_MEDIA_TYPE, type Document } from "../core/openapi.js";
import { parentOf, under, type Place } from "../core/place.js";
import { below } from "../core/pointer.js";
import { listOf, walkSchema } from "../core/schema-fields.js";
import { targetIn } from "../core/schema-view.js";
import { sentOnly } from "../generate/sides.js";
import { located, type Entry, type Side, type Written } from "./entry.js";
import { areDistinct, fieldOf, isAlternative, type CallerField, type Fields } from "./field.js";
import { callOf, pointerOf, type Listed } from "./operations.js";

export interface CallerView {
  operation: Entry;
  fields: Fields;
}

/** Keywords of an operation that are compared in another form. */
const HANDLED = new Set(["parameters", "requestBody", "responses", "security"]);

/** Makes views of the operations of one bundle. */
export function viewer(document: Document): (listed: Listed) => CallerView {
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

  return (listed) => {
    const source = located(listed.operation, pointerOf(listed));
    const [mine, theirs]: [Side, Side] = listed.section === "paths" ? ["sent", "received"] : ["received", "sent"];
    const fields = new Map<Place, CallerField>();
    const examples: Written[] = [];

    /** Lists the fields in what a parameter, a header, a body or an answer holds. */
    const list = (holder: Located, schema: Located | undefined, place: Place, side: Side): void => {
      walkSchema(schema ?? located({}, "#"), place, holder.node["required"] === true, {
        follow,
        content: true,
        maps: true,
        apart: areDistinct,
        visit: (field) => {
          fields.set(field.place, fieldOf(field, side, sent, field.place === place ? holder : undefined));
          if (isAlternative(field.place)) countAlternative(fields.get(parentOf(field.place) ?? ""));
        },
      });
    };
    const message = (holder: Located, place: Place, side: Side): void => {
      const types = members(holder, "content");
      for (const [, { node }] of types) {
        const shown = [node["example"], node["examples"]].filter((one) => one !== undefined);
        if (shown.length > 0) examples.push({ value: shown, part: holder });
      }
      const [, media] = types.find(([type]) => type === JSON_MEDIA_TYPE) ?? (types.length === 1 ? types : [])[0] ?? [];
      list(holder, media && memberOf(media, "schema"), place, side);
    };

    const item = located(listed.item, below("#", listed.section, listed.key));
    const parameters = [item, source].flatMap((one) => listOf(one, "parameters").map(resolved));
    // A parameter of the operation hides that of the path item.
    for (const [place, one] of new Map(
      parameters.map((one) => [under(String(one.node["in"]), String(one.node["name"])), one]),
    )) {
      list(one, memberOf(one, "schema"), place, mine);
    }
    const body = memberOf(source, "requestBody");
    if (body !== undefined) message(resolved(body), "body", mine);
    for (const [code, answer] of members(source, "responses")) {
      const place = code === "200" ? "response" : `response ${code}`;
      message(answer, place, theirs);
      for (const [name, header] of members(answer, "headers")) {
        list(header, memberOf(header, "schema"), under(`${place} header`, name), theirs);
      }
    }

    const facets: Entry["facets"] = new Map([["call", [{ value: callOf(listed), part: source }]]]);
    const secured = "security" in source.node ? source : located(document, "#");
    facets.set("security", [{ value: secured.node["security"] ?? [], part: secured, keyword: "security" }]);
    for (const [keyword, value] of Object.entries(source.node)) {
      if (!HANDLED.has(keyword)) facets.set(keyword, [{ value, part: source, keyword }]);
    }
    facets.set("example", examples);
    return { operation: { place: "", parts: [source], facets }, fields };
  };
}

function countAlternative(field: CallerField | undefined): void {
  const [before] = field?.facets.get("alternatives") ?? [];
  field?.facets.set("alternatives", [{ value: Number(before?.value ?? 0) + 1 }]);
}
