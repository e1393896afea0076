// Every write says which read tells what happened after an unknown outcome.
import { objectOf } from "../../core/node.js";
import { METHODS } from "../../core/openapi.js";
import { report, type Location, type Rule, type UserContext } from "../shared/rule.js";

export const checkWith: Rule = () => {
  const reads = new Set<string>();
  const named: { operation: string; location: Location; ctx: UserContext }[] = [];
  return {
    PathItem(item, ctx) {
      // PandaPon makes the call of a webhook.
      if (ctx.rawLocation.pointer.startsWith("#/webhooks/")) return;
      for (const method of METHODS) {
        const operation = item[method];
        if (operation === undefined) continue;
        const location = ctx.location.child(method);
        const { operationId, "x-effect": effect, "x-check-with": found } = operation;
        if (effect === "read") reads.add(operationId);
        if (effect === "write" && found === undefined) {
          const fix = "Write x-check-with: { operation, how }, or x-check-with: none if no read is known.";
          report(ctx, location, `${operationId} is a write without x-check-with.`, fix);
        }
        if (effect === "read" && found !== undefined) {
          report(ctx, location.child("x-check-with"), `${operationId} is a read with x-check-with.`, "Remove it.");
        }
        // The struct rule reports a name that is missing or not text.
        const { operation: name } = objectOf(found);
        if (typeof name === "string") {
          named.push({ operation: name, location: location.child(["x-check-with", "operation"]), ctx });
        }
      }
    },
    Root: {
      leave() {
        for (const { operation, location, ctx } of named.filter((one) => !reads.has(one.operation))) {
          report(ctx, location, `"${operation}" is not a read of this contract.`, "Name the operationId of a read.");
        }
      },
    },
  };
};
