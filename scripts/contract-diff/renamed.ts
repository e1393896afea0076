// Fields that only got another name. `redocly diff` sees some of them, by a likeness that depends on what else changed in the shape.
import { isDeepStrictEqual } from "node:util";
import type { RawChange } from "./redocly-diff.js";

const PROPERTY = /^(.*)\/properties\/([^/]*)$/;

/** Puts together a field that is gone and a new one of the same shape that says the same in every word; where two would do, none is taken. */
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
    const side = ({ pointer }: { pointer: string }) => ({ pointer, value: PROPERTY.exec(pointer)?.[2] });
    return [{ ...old, kind: "modified", property: "key", base: side(old.base), revision: side(twin.revision) }];
  });
  return [...raw.filter((one) => !gone.has(one)), ...renamed];
}

const sideOf = ({ base, revision }: RawChange): RawChange["base"] => base ?? revision;
const holder = (one: RawChange): string | undefined => PROPERTY.exec(sideOf(one)?.pointer ?? "")?.[1];
const same = (one: RawChange, other: RawChange): boolean => isDeepStrictEqual(sideOf(one)?.value, sideOf(other)?.value);
