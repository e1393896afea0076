// x-required: unknown says that no visible page shows whether the field is required. It cannot be `required` as well.
// x-optional names fields of a shared shape that an operation's page marks optional.
import { under } from "../../core/place.js";
import { report, schemasIn, type Rule } from "../shared/rule.js";

const FIX = "Keep `required` if a page shows the mark, otherwise x-required: unknown.";

export const requiredMarks: Rule = () => ({
  Schema(schema, ctx) {
    const optional = schema["x-optional"] ?? [];
    const values = optional.length > 0 ? schemasIn(schema, ctx.location, ctx) : undefined;
    for (const [index, name] of optional.entries()) {
      const location = ctx.location.child(["x-optional", index]);
      if (values?.has(under("", name)) !== true) {
        report(ctx, location, `No schema here declares "${name}".`, "Correct the name, or remove it from x-optional.");
      } else if (values.get("")?.some(({ required }) => required?.includes(name))) {
        report(ctx, location, `"${name}" is required and optional.`, "Keep one of the two.");
      }
    }
    for (const name of schema.required ?? []) {
      if (schema.properties?.[name]?.["x-required"] === "unknown") {
        report(ctx, ctx.location.child(["properties", name]), `"${name}" is required and x-required: unknown.`, FIX);
      }
    }
  },
  Parameter(parameter, ctx) {
    if (parameter.required === true && parameter["x-required"] === "unknown") {
      report(ctx, ctx.location, `"${parameter.name}" is required and x-required: unknown.`, FIX);
    }
  },
});
