// x-required: unknown says that no visible page shows the mark; a field cannot be that and required.
import type { Parameter, Schema } from "../../core/openapi.js";
import { report, type Rule, type UserContext } from "../shared/rule.js";

const FIX = "Keep `required` where a page shows the mark, x-required: unknown where none does.";

export const requiredMarks: Rule = () => ({
  Schema(schema: Schema, ctx: UserContext) {
    for (const name of schema.required ?? []) {
      if (schema.properties?.[name]?.["x-required"] === "unknown") {
        report(ctx, ctx.location.child(["properties", name]), `"${name}" is required and x-required: unknown.`, FIX);
      }
    }
  },
  Parameter(parameter: Parameter, ctx: UserContext) {
    if (parameter.required === true && parameter["x-required"] === "unknown") {
      report(ctx, ctx.location, `"${parameter.name}" is required and x-required: unknown.`, FIX);
    }
  },
});
