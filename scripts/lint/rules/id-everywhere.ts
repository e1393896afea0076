// A property name is an int64 in every place or in none, so that an id of one call fits into the next.
import { isId, typesOf } from "../../core/openapi.js";
import { eachNamed, report, type Location, type Rule } from "../shared/rule.js";

export const idEverywhere: Rule = () => {
  const ids = new Set<string>();
  const others: { name: string; location: Location }[] = [];
  return {
    ...eachNamed((name, schemas, location) => {
      const scalars = schemas.filter((one) => typesOf(one).some((type) => type === "integer" || type === "string"));
      // x-id says that letters can occur.
      if (scalars.some((one) => one["x-id"] === "text")) return;
      if (scalars.some(isId)) ids.add(name);
      else if (scalars.length > 0) others.push({ name, location });
    }),
    Root: {
      leave(_root, ctx) {
        for (const { name, location } of others.filter((one) => ids.has(one.name))) {
          const fix = "Add format: int64. If letters can occur, add x-id: text and say so in the description.";
          report(ctx, location, `"${name}" is an int64 id elsewhere, but not here.`, fix);
        }
      },
    },
  };
};
