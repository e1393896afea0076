// No schema contains itself: the operations table lists the positions of ids at every depth.
import { isObject } from "../../core/node.js";
import { report, type Rule, type UserContext } from "../shared/rule.js";

/** Their values are data, not schemas. */
const DATA = new Set(["const", "default", "enum", "example", "examples"]);

export const noCircularSchemas: Rule = () => {
  const known = new Set<object>();
  return {
    ref(node, ctx) {
      if (ctx.type.name !== "Schema" || known.has(node)) return;
      const circle = wayBackTo(node, ctx);
      if (circle === undefined) return;
      for (const ref of circle) known.add(ref);
      report(
        ctx,
        ctx.location.child("$ref"),
        "The schema contains itself: this $ref leads back to where it is.",
        "Describe as many levels as PandaPon's page shows, and leave the $ref out of the last one.",
      );
    },
  };
};

/** The `$ref`s that lead from `ref` back to it; undefined if none do. */
function wayBackTo(ref: { $ref: string }, ctx: UserContext): object[] | undefined {
  const seen = new Set<object>();
  const follow = (from: string, at: { $ref: string }): object[] | undefined => {
    const { node, location } = ctx.resolve<object>({ $ref: at.$ref }, from);
    const way = node === undefined ? undefined : search(node, location.source.absoluteRef);
    return way && [at, ...way];
  };
  const search = (node: unknown, from: string): object[] | undefined => {
    if (node === ref) return [];
    if (Array.isArray(node)) return firstOf(node, (one) => search(one, from));
    if (!isObject(node) || seen.has(node)) return undefined;
    seen.add(node);
    if (typeof node["$ref"] === "string") return follow(from, node as { $ref: string });
    return firstOf(Object.entries(node), ([key, value]) => (DATA.has(key) ? undefined : search(value, from)));
  };
  return follow(ctx.location.source.absoluteRef, ref);
}

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
