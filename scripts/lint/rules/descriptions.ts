// Every schema, property, request body, response and security scheme has a description.
import { report, type Rule, type UserContext } from "../shared/rule.js";

const FIX = "Say in your own words what it is, with its unit and anything unexpected.";

function describe(what: string) {
  return (node: { description?: string; $ref?: string }, ctx: UserContext): void => {
    if ((node.description ?? "").trim() === "") report(ctx, ctx.location, `${what} has no description.`, FIX);
  };
}

export const descriptions: Rule = () => ({
  RequestBody: describe("This request body"),
  Response: describe("This response"),
  SecurityScheme: describe("This security scheme"),
  Schema(schema, ctx) {
    if (schema.type !== "null") describe("This schema")(schema, ctx);
    if (schema.description?.includes("*/")) {
      const fix = "Reword it.";
      report(ctx, ctx.location.child("description"), "This description contains */, which ends a comment.", fix);
    }
  },
});
