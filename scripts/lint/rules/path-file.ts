// A path's file mirrors its URL: /open/order -> paths/open/order.yaml. A webhook's file is named after its message type.
import path from "node:path";
import { filesBelow, isYaml, slashed } from "../../core/spec-folder.js";
import { report, reportAt, type Rule } from "../shared/rule.js";

export const pathFile: Rule = () => {
  const referred = new Set<string>();
  return {
    PathItem(_item, ctx) {
      const dir = path.dirname(ctx.rawLocation.source.absoluteRef);
      const [, map] = ctx.rawLocation.pointer.split("/");
      const key = String(ctx.key);
      const expected = map === "webhooks" ? `webhooks/${key}.yaml` : `paths${key}.yaml`;
      const actual = slashed(path.relative(dir, ctx.location.source.absoluteRef));
      referred.add(ctx.location.source.absoluteRef);
      if (actual !== expected) {
        const fix = `Move it to ${expected} and write \`$ref: ${expected}\`.`;
        report(ctx, ctx.rawLocation, `${key} is described in ${actual}.`, fix);
      }
    },
    Root: {
      leave(_root, ctx) {
        const dir = path.dirname(ctx.location.source.absoluteRef);
        for (const file of [...filesBelow(path.join(dir, "paths")), ...filesBelow(path.join(dir, "webhooks"))]) {
          if (!isYaml(file) || referred.has(file)) continue;
          const message = `No path or webhook in openapi.yaml refers to ${slashed(path.relative(dir, file))}.`;
          reportAt(ctx, { file }, message, "Add its $ref to openapi.yaml, or delete the file.");
        }
      },
    },
  };
};
