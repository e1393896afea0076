// A fact that PandaPon's pages do not show stays weak: optional, in an open object, never a mark, a closed list or an input.
import { isWeak, typesOf, type Schema } from "../../core/openapi.js";
import { report, type Location, type Rule, type UserContext } from "../shared/rule.js";

const isObjectSchema = (schema: Schema): boolean =>
  typesOf(schema).includes("object") || schema.properties !== undefined;

function checkInside(schema: Schema, location: Location, ctx: UserContext): void {
  for (const keyword of ["required", "enum", "const"] as const) {
    if (schema[keyword] === undefined) continue;
    const fix = keyword === "required" ? "Leave the fields optional." : "Write x-extensible-enum.";
    report(ctx, location.child(keyword), `\`${keyword}\` is in a fact that PandaPon's pages do not show.`, fix);
  }
  if (isObjectSchema(schema) && schema.additionalProperties === undefined && schema["x-open"] !== true) {
    report(ctx, location, "This object is not shown by PandaPon and is not open.", "Add x-open: true.");
  }
  const { properties = {}, items } = schema;
  const inside: [string[], Schema][] = [
    ...Object.entries(properties).map(([name, one]): [string[], Schema] => [["properties", name], one]),
    ...(items === undefined ? [] : [[["items"], items] as [string[], Schema]]),
    ...(["allOf", "anyOf", "oneOf"] as const).flatMap((keyword) =>
      (schema[keyword] ?? []).map((one, index): [string[], Schema] => [[keyword, String(index)], one]),
    ),
  ];
  for (const [steps, one] of inside) checkInside(one, location.child(steps), ctx);
}

export const weakFacts: Rule = () => ({
  Schema(schema, ctx) {
    if (isWeak(schema)) checkInside(schema, ctx.location, ctx);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!isWeak(property)) continue;
      const location = ctx.location.child(["properties", name]);
      const message = `"${name}" is not shown by PandaPon, but`;
      if (schema.required?.includes(name) === true || property["x-required"] !== undefined) {
        report(ctx, location, `${message} has a required mark.`, "Remove the mark: the field is optional.");
      }
      if (schema["x-open"] !== true) {
        report(ctx, location, `${message} is in an object that is not open.`, "Add x-open: true to the object.");
      }
    }
  },
  Parameter(parameter, ctx) {
    if (!isWeak(parameter)) return;
    report(ctx, ctx.location, `The parameter "${parameter.name}" is not shown by PandaPon.`, "Remove it.");
  },
});
