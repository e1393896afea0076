// A schema's file is named in PascalCase. Two components of the same kind differ in more than the case of their names.
import path from "node:path";
import { filesBelow, isYaml, slashed } from "../../core/spec-folder.js";
import { reportAt, type Rule } from "../shared/rule.js";

export const componentFiles: Rule = () => ({
  Root(_root, ctx) {
    const dir = path.dirname(ctx.location.source.absoluteRef);
    const taken = new Map<string, string>();
    for (const file of filesBelow(path.join(dir, "components")).filter(isYaml)) {
      const name = path.basename(file).replace(/\.ya?ml$/, "");
      const [kind = ""] = path.relative(path.join(dir, "components"), file).split(path.sep);
      if (kind === "schemas" && !/^[A-Z][A-Za-z0-9]*$/.test(name)) {
        const fix = "Rename it, such as AlibabaRefund.yaml.";
        reportAt(ctx, { file }, `The schema file ${name}.yaml is not named in PascalCase.`, fix);
      }
      const key = `${kind}/${name.toLowerCase()}`;
      const other = taken.get(key);
      if (other !== undefined) {
        const where = slashed(path.relative(dir, other));
        reportAt(ctx, { file }, `The component name ${name} is taken by ${where}.`, "Rename one of the two files.");
      }
      taken.set(key, file);
    }
  },
});
