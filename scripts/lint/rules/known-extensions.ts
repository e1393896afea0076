// Every x- field is known. A misspelt one would have no effect, and nothing would say so.
import { EXTENSIONS } from "../shared/extensions.js";
import { report, type Rule, type UserContext } from "../shared/rule.js";

function only(known: object) {
  return (node: object, ctx: UserContext): void => {
    for (const name of Object.keys(node).filter((key) => key.startsWith("x-") && !(key in known))) {
      const fix = `Write one of ${Object.keys(known).join(", ")}, or remove it.`;
      report(ctx, ctx.location.child(name), `The field ${name} is unknown here.`, fix);
    }
  };
}

export const knownExtensions: Rule = () => ({
  Operation: only(EXTENSIONS.Operation),
  Schema: only(EXTENSIONS.Schema),
  Parameter: only(EXTENSIONS.Parameter),
});
