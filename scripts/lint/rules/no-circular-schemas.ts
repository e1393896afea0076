// No schema contains itself: the operations table has the shape of each input and answer at every depth.
import { report, type Rule } from "../shared/rule.js";

/** Their values are data, not schemas. */
const DATA = new Set(["const", "default", "enum", "example", "examples"]);

export const noCircularSchemas: Rule = () => {
  const reported = new Set<object>();
  return {
    ref(start, ctx) {
      if (ctx.type.name !== "Schema") return;
      const seen = new Set<object>();
      /** Whether a way leads from a node to `start`. One that was reported is not taken again: each circle is one problem. */
      const leadsBack = (node: unknown, file: string): boolean => {
        if (typeof node !== "object" || node === null) return false;
        if (node === start && seen.size > 0) return true;
        if (seen.has(node) || reported.has(node)) return false;
        seen.add(node);
        if ("$ref" in node && typeof node.$ref === "string") {
          const target = ctx.resolve<object>({ $ref: node.$ref }, file);
          return target.node !== undefined && leadsBack(target.node, target.location.source.absoluteRef);
        }
        return Object.entries(node).some(([key, value]) => !DATA.has(key) && leadsBack(value, file));
      };
      if (!leadsBack(start, ctx.location.source.absoluteRef)) return;
      reported.add(start);
      const fix = "Describe as many levels as PandaPon's page shows, and leave the $ref out of the last one.";
      report(ctx, ctx.location.child("$ref"), "The schema contains itself: this $ref leads back to where it is.", fix);
    },
  };
};
