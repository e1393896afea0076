// A fact that PandaPon's pages do not show stays weak: optional, in an open object, never a mark, a closed list or a parameter.
import { isObject } from "../../core/node.js";
import { isWeak, typesOf, type Schema } from "../../core/openapi.js";
import { report, resolved, type Location, type Rule, type UserContext } from "../shared/rule.js";

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
  const properties = Object.entries(schema.properties ?? {});
  for (const [name, one] of properties) {
    if (one["x-required"] !== undefined && !isWeak(one)) reportMark(ctx, location.child(["properties", name]), name);
  }
  const inside: [string[], Schema][] = [
    ...properties.map(([name, one]): [string[], Schema] => [["properties", name], one]),
    ...(["items", "additionalProperties", "contentSchema"] as const).flatMap((keyword): [string[], Schema][] => {
      const one = schema[keyword];
      return isObject(one) ? [[[keyword], one]] : [];
    }),
    ...(["allOf", "anyOf", "oneOf"] as const).flatMap((keyword) =>
      (schema[keyword] ?? []).map((one, index): [string[], Schema] => [[keyword, String(index)], one]),
    ),
  ];
  // A part with a weak basis of its own is visited by itself.
  for (const [steps, one] of inside) if (!isWeak(one)) checkInside(one, location.child(steps), ctx);
}

const reportMark = (ctx: UserContext, location: Location, name: string): void =>
  report(
    ctx,
    location,
    `"${name}" is not shown by PandaPon, but has a required mark.`,
    "Remove the mark: the field is optional.",
  );

export const weakFacts: Rule = () => ({
  Schema(schema, ctx) {
    if (isWeak(schema)) checkInside(schema, ctx.location, ctx);
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      if (!isWeak(property) && !isWeak(resolved(property, ctx).node)) continue;
      const location = ctx.location.child(["properties", name]);
      if (schema.required?.includes(name) === true || property["x-required"] !== undefined) {
        reportMark(ctx, location, name);
      }
      if (schema["x-open"] !== true) {
        const message = `"${name}" is not shown by PandaPon, but is in an object that is not open.`;
        report(ctx, location, message, "Add x-open: true to the object.");
      }
    }
  },
  Parameter(parameter, ctx) {
    if (!isWeak(parameter) && !isWeak(resolved(parameter.schema ?? {}, ctx).node)) return;
    report(ctx, ctx.location, `The parameter "${parameter.name}" is not shown by PandaPon.`, "Remove it.");
  },
});
