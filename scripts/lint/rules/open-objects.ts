// An object that may have more fields has x-open: true. Other tools make a map of additionalProperties: true.
import { isObject } from "../../core/node.js";
import { report, type Rule } from "../shared/rule.js";

export const openObjects: Rule = () => ({
  Schema(schema, ctx) {
    const { additionalProperties, "x-open": open } = schema;
    if (additionalProperties !== undefined && !isObject(additionalProperties)) {
      const message = `additionalProperties is ${JSON.stringify(additionalProperties)}.`;
      const fix =
        "Write x-open: true if there may be more fields. Leave it out otherwise: no page says that there are none.";
      report(ctx, ctx.location.child("additionalProperties"), message, fix);
    }
    if (open !== undefined && open !== true) {
      report(ctx, ctx.location.child("x-open"), "x-open is not true.", "Write x-open: true, or remove it.");
    }
  },
});
