// A property name is an int64 in every place or in none, so that an id of one call fits into the next.
import { typesOf, type Parameter, type Schema } from "../../core/openapi.js";
import { partsWithItems, type PlacedSchema } from "../../core/schema-view.js";
import { followWith, placedHere, report, type Location, type Rule, type UserContext } from "../shared/rule.js";

type IdKind = "id" | "text";

/** Whether a property, or each item of its list, is an id; undefined if it is neither an integer nor text, or if x-id says that it is text. */
function idKind(placed: PlacedSchema, ctx: UserContext): IdKind | undefined {
  const scalars = partsWithItems(placed, followWith(ctx))
    .map((part) => part.schema)
    .filter((schema) => typesOf(schema).some((type) => type === "integer" || type === "string"));
  if (scalars.length === 0 || scalars.some((schema) => schema["x-id"] === "text")) return undefined;
  return scalars.some((schema) => schema.format === "int64") ? "id" : "text";
}

export const idEverywhere: Rule = () => {
  const places = new Map<string, { kind: IdKind; location: Location }[]>();
  function note(name: string, schema: Schema, location: Location, ctx: UserContext): void {
    const kind = idKind(placedHere(ctx, schema), ctx);
    if (kind !== undefined) places.set(name, [...(places.get(name) ?? []), { kind, location }]);
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
          if (!found.some(({ kind }) => kind === "id")) continue;
          for (const { location } of found.filter(({ kind }) => kind === "text")) {
            report(
              ctx,
              location,
              `"${name}" is an int64 id elsewhere, but not here.`,
              "Add format: int64. If letters can occur, add x-id: text and say so in the description.",
            );
          }
        }
      },
    },
  };
};
