// A method takes the inputs of path, query and body as one object, so their names must not collide.
import type { Parameter } from "../../core/openapi.js";
import { under } from "../../core/place.js";
import { parametersOf, report, valuesOf, type Rule } from "../shared/rule.js";

/** @param alternatives whether what a parameter is an alternative to must be there */
export const inputNamesWith =
  (alternatives: boolean): Rule =>
  () => ({
    Operation(operation, ctx) {
      const inBody = valuesOf(operation.requestBody, ctx);
      const taken = new Map<string, Parameter>();
      for (const [index, { node: parameter }] of parametersOf(operation, ctx).entries()) {
        const location = ctx.location.child(["parameters", index]);
        const { name } = parameter;
        const alternative = parameter["x-alternative"] === "body";
        const isInBody = inBody.has(under("", name));
        if (alternative && alternatives && !isInBody) {
          const fix = "Remove x-alternative.";
          report(ctx, location, `"${name}" is marked as an alternative to the body, which has no such field.`, fix);
        }
        if (!alternative && isInBody) {
          const fix = "Write x-alternative: body if the pages disagree about its place; otherwise keep one of the two.";
          report(ctx, location, `"${name}" is a ${parameter.in} parameter and a field of the body.`, fix);
        }
        if (taken.has(name)) {
          report(ctx, location, `"${name}" is also a ${taken.get(name)?.in} parameter.`, "Keep one of the two.");
        }
        taken.set(name, parameter);
      }
    },
  });

export const inputNames = inputNamesWith(true);
