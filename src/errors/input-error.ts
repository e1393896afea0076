// Errors for wrong options and fields, found before anything is sent.
import { PandaPonError } from "./error.js";

/**
 * @param cause what a function of the caller threw
 * @returns an error that says which option or field is wrong, and why. It never shows the value.
 */
export function inputError(name: string, problem: string, operation?: string, cause?: unknown): PandaPonError {
  return new PandaPonError("input", `\`${name}\` ${problem}`, { operation, cause });
}

/** @throws PandaPonError of kind `input` if the value is neither a function nor `undefined` */
export function optionalFunction<T>(value: T | undefined, name: string): T | undefined {
  if (value === undefined || typeof value === "function") return value;
  throw inputError(name, "must be a function");
}

/**
 * Runs code that may call functions of the caller.
 * @param name the option or the field that they belong to
 * @throws PandaPonError of kind `input` that has what they throw as its `cause`
 */
export function reading<T>(name: string, make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw cause instanceof PandaPonError ? cause : inputError(name, "cannot be read", undefined, cause);
  }
}

/** Adds the operation to errors of code that does not know it. */
export function inOperation<T>(operation: string, make: () => T): T {
  try {
    return reading("input", make);
  } catch (error) {
    if (!(error instanceof PandaPonError) || error.operation !== undefined) throw error;
    throw new PandaPonError(error.kind, error.message, { operation, cause: error.cause });
  }
}
