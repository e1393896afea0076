// Beside a `$ref` only words about the field. openapi-typescript leaves out everything else there.
import { report, type Rule } from "../shared/rule.js";

const WORDS = new Set(["$ref", "$comment", "title", "summary", "description", "deprecated", "default", "examples"]);

export const refSiblings: Rule = () => ({
  ref(node, ctx) {
    if (ctx.type.name !== "Schema") return;
    for (const keyword of Object.keys(node)) {
      if (WORDS.has(keyword) || keyword.startsWith("x-")) continue;
      const message = `\`${keyword}\` is beside a $ref, and the types leave it out there.`;
      const fix = "Write allOf with two members: the $ref, and a schema with the rest.";
      report(ctx, ctx.location.child(keyword), message, fix);
    }
  },
});
