// Refusing options and fields that cannot be right, before anything is sent.
import { PandaPonError } from "./error.js";

/** @returns an error that says which option or field cannot be right, and why; never the value */
export function inputError(name: string, problem: string, operation?: string): PandaPonError {
  return new PandaPonError("input", `\`${name}\` ${problem}`, { operation });
}

/** @throws PandaPonError of kind `input` for what is neither a function nor `undefined` */
export function optionalFunction<T>(value: T | undefined, name: string): T | undefined {
  if (value === undefined || typeof value === "function") return value;
  throw inputError(name, "must be a function");
}

/** Names the operation in an error that comes from a place which does not know it. */
export function inOperation<T>(operation: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PandaPonError) || error.operation !== undefined) throw error;
    throw new PandaPonError(error.kind, error.message, { operation });
  }
}
