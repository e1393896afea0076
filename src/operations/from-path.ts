// The inputs that the path of a call holds, for calls by path.
import { check } from "../errors/input-error.js";

/** Adds inputs to a copy of those that the caller gave. */
export type Completion = (given: Record<string, unknown>) => void;

/**
 * @returns a function that adds the inputs which a path holds
 * @throws PandaPonError of kind `input`, from that function, if the caller gave another value
 */
export const fromPath =
  (values: Readonly<Record<string, unknown>>): Completion =>
  (given) => {
    for (const name in values) {
      check((given[name] ??= values[name]) === values[name], name, "is another one than in the path");
    }
  };
