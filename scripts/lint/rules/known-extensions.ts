// An x- field that nobody knows is a misspelt one: it would vanish without a word.
import { EXTENSIONS } from "../shared/extensions.js";
import { report, type Rule, type UserContext } from "../shared/rule.js";

function only(known: object) {
  return (node: object, ctx: UserContext): void => {
    for (const name of Object.keys(node).filter((key) => key.startsWith("x-") && !(key in known))) {
      report(
        ctx,
        ctx.location.child(name),
        `Nobody knows the field ${name} here.`,
        `Write one of ${Object.keys(known).join(", ")}, or take it out.`,
      );
    }
  };
}

export const knownExtensions: Rule = () => ({
  Operation: only(EXTENSIONS.Operation),
  Schema: only(EXTENSIONS.Schema),
  Parameter: only(EXTENSIONS.Parameter),
});
