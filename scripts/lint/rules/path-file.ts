// A path's file mirrors its URL: /open/order -> paths/open/order.yaml. A webhook's file is named after its message type.
// Two files differ in more than the case of their letters, because Windows and macOS would take them for one.
import path from "node:path";
import { isPathFile, pathFile as fileOf } from "../../core/path-file.js";
import { filesBelow, isYaml, slashed } from "../../core/spec-folder.js";
import { report, reportAt, type Rule } from "../shared/rule.js";

export const pathFile: Rule = () => {
  const referred = new Set<string>();
  /** The names of the files, by the same in lower case. */
  const names = new Map<string, string>();
  return {
    PathItem(_item, ctx) {
      const file = ctx.location.source.absoluteRef;
      const [, map] = ctx.rawLocation.pointer.split("/");
      const key = String(ctx.key);
      const actual = slashed(path.relative(path.dirname(ctx.rawLocation.source.absoluteRef), file));
      const same = names.get(actual.toLowerCase()) ?? actual;
      if (same !== actual || !isPathFile(actual, key, map === "webhooks")) {
        const expected = fileOf(key, map === "webhooks", names.values());
        const why = same === actual ? "" : `, which differs from ${same} only in the case of its letters`;
        const fix = `Move it to ${expected} and write \`$ref: ${expected}\`.`;
        report(ctx, ctx.rawLocation, `${key} is described in ${actual}${why}.`, fix);
      }
      names.set(actual.toLowerCase(), actual);
      referred.add(file);
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
