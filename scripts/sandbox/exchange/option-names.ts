// Options that do not exist are refused: JavaScript would ignore a typing error.
import leven from "leven";
import { isObject } from "../../core/node.js";
import { Failure } from "../../core/problem.js";

/** No name of an operation, a kind or an option is as long. */
export const LONGEST_NAME = 200;

/** @param whose what has the options, as messages say it @throws Failure with code 2 that names the option that was probably meant */
export function checkNames(options: unknown, known: readonly string[], whose: string): void {
  if (!isObject(options)) throw new Failure(2, `The options of ${whose} must be an object.`);
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new Failure(
    2,
    `\`${unknown.slice(0, 60)}\` is not an option of ${whose}.${meant(unknown, known)} The options are ${known.join(", ")}.`,
  );
}

/** @returns a question that names what was probably meant; empty if nothing is near */
export function meant(text: string, known: readonly string[]): string {
  if (text.length > LONGEST_NAME) return ""; // comparing takes time with the length
  const [nearest] = known.toSorted((a, b) => leven(a, text) - leven(b, text));
  const isNear = nearest !== undefined && leven(nearest, text) <= Math.max(2, text.length / 2);
  return isNear ? ` Did you mean ${nearest}?` : "";
}
