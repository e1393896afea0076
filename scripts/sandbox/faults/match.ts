// Whether a rule is about a call: by its operation, and by the values of its inputs.
import { operationTable, type OperationInfo, type OperationTable } from "pandapon-openapi";
import { readJson } from "../../core/exact-json.js";

export const TABLE: OperationTable = operationTable;

/** @returns the operations that a glob names; `*` stands for any text, dots too */
export function operationsOf(glob: string): string[] {
  // Not a RegExp: one of many `.*` takes for ever.
  const [first = "", ...more] = glob.split("*");
  const last = more.pop();
  return Object.keys(TABLE).filter((id) => {
    if (last === undefined) return id === first;
    if (!id.startsWith(first)) return false;
    let at = first.length;
    for (const part of more) {
      const found = id.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return id.length - last.length >= at && id.endsWith(last);
  });
}

export const hasSecondLevel = (info: OperationInfo | undefined): boolean => info?.success !== undefined;

/**
 * Whether a value is as asked for. An object may have more members than were asked for. Ids are equal by their digits, whether they came as a
 * number or as text. A text that holds JSON is looked into.
 */
export function fits(asked: unknown, value: unknown): boolean {
  if (typeof asked !== "object" || asked === null) return asked === value || textOf(asked) === textOf(value);
  const found = typeof value === "string" ? readJson(value)?.value : value;
  if (typeof found !== "object" || found === null || Array.isArray(asked) !== Array.isArray(found)) return false;
  if (Array.isArray(asked) && Array.isArray(found) && asked.length !== found.length) return false;
  const members = new Map(Object.entries(found));
  return Object.entries(asked).every(([name, one]) => fits(one, members.get(name)));
}

/** A number or a text, as text. Anything else becomes a symbol, which equals nothing. */
const textOf = (value: unknown): string | symbol =>
  typeof value === "string" || typeof value === "number" || typeof value === "bigint" ? String(value) : Symbol();
