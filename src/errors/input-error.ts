// Errors for wrong options and fields, found before anything is sent.
import { PandaPonError, type PandaPonErrorDetails } from "./error.js";

/**
 * @param cause what a function of the caller threw
 * @returns an error that says which option or field is wrong, and why. It never shows the value.
 */
export const inputError = (name: string, problem: string, operation?: string, cause?: unknown): PandaPonError =>
  new PandaPonError("input", `\`${name}\` ${problem}`, { operation, cause });

/** @throws PandaPonError of kind `input` that says which option is wrong, and why, unless it is right */
export function check(isRight: unknown, name: string, problem: string): asserts isRight {
  if (!isRight) throw inputError(name, problem);
}

/** @throws PandaPonError of kind `input` if the value is neither a function nor `undefined` */
export function optionalFunction<T>(value: T | undefined, name: string): T | undefined {
  check(value === undefined || typeof value === "function", name, "must be a function");
  return value;
}

/** @returns what was thrown if it is a PandaPonError; otherwise one of kind `input` that has it as its `cause` */
const errorOf = (thrown: unknown, name: string): PandaPonError =>
  thrown instanceof PandaPonError ? thrown : inputError(name, "cannot be read", undefined, thrown);

/**
 * Adds what is known of the call to an error of code that does not know it.
 * @param thrown what that code or a function of the caller threw
 * @returns the error; of kind `input` if it was not a PandaPonError
 */
export function asInput(thrown: unknown, known: PandaPonErrorDetails): PandaPonError {
  const error = errorOf(thrown, "input");
  if (error.operation !== undefined) return error;
  return new PandaPonError(error.kind, error.message, { ...known, cause: error.cause });
}

/**
 * Runs code that may call functions of the caller.
 * @param name the option or the field that they belong to
 * @throws PandaPonError of kind `input` that has what they throw as its `cause`
 */
export function reading<T>(name: string, make: () => T): T {
  try {
    return make();
  } catch (thrown) {
    throw errorOf(thrown, name);
  }
}

/** Adds the operation to errors of code that does not know it. */
export function inOperation<T>(operation: string, make: () => T): T {
  try {
    return make();
  } catch (thrown) {
    throw asInput(thrown, { operation });
  }
}
