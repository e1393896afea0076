// Which operations and webhooks a configuration selects, by their operationIds.
import { Failure } from "../core/problem.js";
import { suggestion } from "../core/nearest-operation.js";
import { matching } from "../core/operation-ids.js";

export interface Globs {
  /** OperationIds or globs; undefined for everything. */
  include: readonly string[] | undefined;
  exclude: readonly string[];
}

/**
 * @param ids the operationIds of a contract
 * @param where shown before the message: the file that the globs are in
 * @returns the ids that are selected, in the same order
 * @throws Failure with code 2 if a glob matches nothing, or if nothing is left
 */
export function selectIds(ids: readonly string[], { include, exclude }: Globs, where: string): string[] {
  const named = (key: string, globs: readonly string[]): Set<string> =>
    new Set(
      globs.flatMap((glob) => {
        const found = matching(glob, ids);
        if (found.length > 0) return found;
        throw new Failure(
          2,
          `${where}: "${glob}" in ${key} matches no operation and no webhook. ${suggestion(glob, ids)}`,
        );
      }),
    );
  const included = include === undefined ? new Set(ids) : named("include", include);
  const excluded = named("exclude", exclude);
  const selected = ids.filter((id) => included.has(id) && !excluded.has(id));
  if (selected.length === 0) {
    throw new Failure(2, `${where}: exclude leaves no operation and no webhook. Remove a glob from it.`);
  }
  return selected;
}
