// x-required: unknown says that no visible page shows whether the field is required. It cannot be `required` as well.
import { report, type Rule } from "../shared/rule.js";

const FIX = "Keep `required` if a page shows the mark, otherwise x-required: unknown.";

export const requiredMarks: Rule = () => ({
  Schema(schema, ctx) {
    for (const [index, name] of (schema["x-optional"] ?? []).entries()) {
      if (schema.required?.includes(name) !== true) continue;
      report(
        ctx,
        ctx.location.child(["x-optional", index]),
        `"${name}" is required and optional.`,
        "Keep one of the two.",
      );
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
