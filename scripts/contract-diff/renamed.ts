// Finds fields that were only renamed. `redocly diff` finds some of them, depending on what else changed in the shape.
import { isDeepStrictEqual } from "node:util";
import { unescapeStep } from "../core/pointer.js";
import type { RawChange } from "./redocly-diff.js";

/** @returns the name of a field and the pointer to what holds it; `undefined` for a node that is not a field */
export function fieldAt(pointer: string): { holder: string; name: string } | undefined {
  const [, holder, step] = /^(.*)\/properties\/([^/]*)$/.exec(pointer) ?? [];
  return holder === undefined || step === undefined ? undefined : { holder, name: unescapeStep(step) };
}

/** Turns a removed and an added field of the same shape into a rename if their schemas are equal and no other field of the shape is equal to them. */
export function withRenamed(raw: readonly RawChange[]): RawChange[] {
  const fields = raw.filter((one) => one.typeName === "Schema");
  const added = fields.filter((one) => one.kind === "added");
  const removed = fields.filter((one) => one.kind === "removed");
  const twins = (one: RawChange, others: readonly RawChange[]): RawChange[] =>
    others.filter((other) => holder(one) !== undefined && holder(one) === holder(other) && same(one, other));

  const gone = new Set<RawChange>();
  const renamed = removed.flatMap((old): RawChange[] => {
    const [twin, ...more] = twins(old, added);
    if (twin?.revision === undefined || old.base === undefined) return [];
    if (more.length > 0 || twins(twin, removed).length > 1) return [];
    gone.add(old).add(twin);
    const side = ({ pointer }: { pointer: string }) => ({ pointer, value: fieldAt(pointer)?.name });
    return [{ ...old, kind: "modified", property: "key", base: side(old.base), revision: side(twin.revision) }];
  });
  return [...raw.filter((one) => !gone.has(one)), ...renamed];
}

/** @returns the new name of each renamed field, by its pointer in OLD */
export function renamesIn(raw: readonly RawChange[]): ReadonlyMap<string, string> {
  const renamed = raw.filter(
    ({ kind, typeName, property }) => kind === "modified" && typeName === "Schema" && property === "key",
  );
  return new Map(
    renamed.flatMap(({ base, revision }): [string, string][] => {
      const name = fieldAt(revision?.pointer ?? "")?.name;
      return base === undefined || name === undefined ? [] : [[base.pointer, name]];
    }),
  );
}

const sideOf = ({ base, revision }: RawChange): RawChange["base"] => base ?? revision;
const holder = (one: RawChange): string | undefined => fieldAt(sideOf(one)?.pointer ?? "")?.holder;
const same = (one: RawChange, other: RawChange): boolean => isDeepStrictEqual(sideOf(one)?.value, sideOf(other)?.value);
