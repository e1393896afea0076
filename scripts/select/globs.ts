// Which operations and webhooks a configuration selects, by their operationIds.
import leven from "leven";
import picomatch from "picomatch";
import { Failure } from "../core/problem.js";

export interface Globs {
  /** OperationIds or globs; undefined for everything. */
  include: readonly string[] | undefined;
  exclude: readonly string[];
}

/** Tells whether an operationId is the one named, or fits the glob. A `*` also matches dots. */
function globMatcher(glob: string): (operationId: string) => boolean {
  const matches = picomatch(glob, { dot: true, nonegate: true, windows: false });
  // With one argument: the second of the library's matcher changes what it returns.
  return (operationId) => matches(operationId);
}

/**
 * @param ids the operationIds of a contract
 * @param where shown before the message: the file that the globs are in
 * @returns the ids that are selected, in the same order
 * @throws Failure with code 2 if a glob matches nothing, or if nothing is left
 */
export function selectIds(ids: readonly string[], { include, exclude }: Globs, where: string): string[] {
  const matching = (key: string, globs: readonly string[]): Set<string> =>
    new Set(
      globs.flatMap((glob) => {
        const found = ids.filter(globMatcher(glob));
        if (found.length > 0) return found;
        throw new Failure(
          2,
          `${where}: "${glob}" in ${key} matches no operation and no webhook. ${suggestion(glob, ids)}`,
        );
      }),
    );
  const included = include === undefined ? new Set(ids) : matching("include", include);
  const excluded = matching("exclude", exclude);
  const selected = ids.filter((id) => included.has(id) && !excluded.has(id));
  if (selected.length === 0)
    throw new Failure(2, `${where}: exclude leaves nothing of what include names. Remove a glob from exclude.`);
  return selected;
}

/** The nearest operationId, or group of them. */
function suggestion(glob: string, ids: readonly string[]): string {
  const groups = ids.flatMap((id) => {
    const words = id.split(".");
    return words.slice(1).map((_word, index) => `${words.slice(0, index + 1).join(".")}.*`);
  });
  const known = [...new Set([...ids, ...groups])];
  const [nearest] = known.toSorted((a, b) => leven(a, glob) - leven(b, glob));
  const list = "Run `pandapon operations` for the list.";
  return nearest !== undefined && leven(nearest, glob) <= Math.max(3, glob.length / 3)
    ? `Did you mean ${nearest}? ${list}`
    : list;
}
