// An id here is an id everywhere: one property name is an int64 in every place or in none, so that it can be handed from call to call.
import { typesOf, type Parameter, type Schema } from "../../core/openapi.js";
import { partsWithItems, type PlacedSchema } from "../../core/schema-view.js";
import { followWith, placedHere, report, type Location, type Rule, type UserContext } from "../shared/rule.js";

type IdNess = "id" | "text";

/** Whether a property holds ids, itself or in a list; nothing where it holds neither numbers nor text. */
function idNess(placed: PlacedSchema, ctx: UserContext): IdNess | undefined {
  const scalars = partsWithItems(placed, followWith(ctx))
    .map((part) => part.schema)
    .filter((schema) => typesOf(schema).some((type) => type === "integer" || type === "string"));
  if (scalars.length === 0 || scalars.some((schema) => schema["x-id"] === "text")) return undefined;
  return scalars.some((schema) => schema.format === "int64") ? "id" : "text";
}

export const idEverywhere: Rule = () => {
  const places = new Map<string, { idNess: IdNess; location: Location }[]>();
  function note(name: string, schema: Schema, location: Location, ctx: UserContext): void {
    const found = idNess(placedHere(ctx, schema), ctx);
    if (found !== undefined) places.set(name, [...(places.get(name) ?? []), { idNess: found, location }]);
  }
  return {
    Schema(schema: Schema, ctx: UserContext) {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        note(name, property, ctx.location.child(["properties", name]), ctx);
      }
    },
    Parameter(parameter: Parameter, ctx: UserContext) {
      if (parameter.schema !== undefined) note(parameter.name, parameter.schema, ctx.location.child("schema"), ctx);
    },
    Root: {
      leave(_root: unknown, ctx: UserContext) {
        for (const [name, found] of places) {
          if (!found.some((one) => one.idNess === "id")) continue;
          for (const { location } of found.filter((one) => one.idNess === "text")) {
            report(
              ctx,
              location,
              `"${name}" is an int64 id elsewhere, but not here.`,
              "Add format: int64, or x-id: text and the reason in the description where letters may occur.",
            );
          }
        }
      },
    },
  };
};
