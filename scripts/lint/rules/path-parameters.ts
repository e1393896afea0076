// Each name in the braces of a path is a parameter of its operations, and no other is. Redocly's own rule takes only ASCII names.
import { METHODS } from "../../core/openapi.js";
import { parametersOf, report, type Rule } from "../shared/rule.js";

export const pathParameters: Rule = () => ({
  PathItem(item, ctx) {
    const names = new Set([...String(ctx.key).matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name));
    for (const method of METHODS) {
      const operation = item[method];
      if (operation === undefined) continue;
      const shared = item.parameters ?? [];
      const found = parametersOf({ ...operation, parameters: [...shared, ...(operation.parameters ?? [])] }, ctx);
      const inPath = found.flatMap(({ node }) => (node.in === "path" ? node.name : []));
      const location = ctx.location.child(method);
      for (const name of names) {
        if (inPath.includes(name)) continue;
        const fix = "Declare the parameter, with `in: path` and `required: true`.";
        report(ctx, location, `The path has {${name}}, which this operation does not declare.`, fix);
      }
      for (const name of inPath.filter((one) => !names.has(one))) {
        const fix = "Correct its name, or remove it.";
        report(ctx, location, `This operation declares {${name}}, which the path does not have.`, fix);
      }
    }
  },
});
