// Says in plain words what does not fit the contract.
import type { Misfit } from "../contract/compiled.js";

/** A part of a request as it may be repeated in a message: short, and without control characters. */
export const shown = (text: string): string =>
  text.slice(0, 200).replaceAll(/[^\x20-\x7e]/g, "?") + (text.length > 200 ? "…" : "");

const TYPES: Readonly<Record<string, string>> = {
  string: "text (in quotes)",
  integer: "a whole number (without quotes)",
  number: "a number (without quotes)",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  null: "null",
};

/** Keywords that only say that something inside them is wrong. */
const OUTER = new Set(["anyOf", "allOf", "oneOf", "$ref", "if"]);

/**
 * @param misfits what the validator found
 * @param whole what is checked: `body`
 * @returns the field, and what is expected of it: `cargoParamList[0].quantity must be a whole number.`
 */
export function inWords(misfits: readonly Misfit[], whole: string): string {
  const found = misfits.filter(({ keyword }) => !OUTER.has(keyword));
  // The branches of an `anyOf` each say something. What is deepest comes closest to what was meant.
  const depth = Math.max(...found.map(depthOf), 0);
  const deepest = found.filter((one) => depthOf(one) === depth);
  const [first] = deepest;
  if (first === undefined) return `${whole} does not fit the contract.`;
  if (first.keyword === "required") {
    return `${placeOf(`${first.instancePath}/${String(first.params["missingProperty"])}`, whole)} is missing: it is required.`;
  }
  const place = placeOf(first.instancePath, whole);
  if (first.keyword === "type") {
    const types = deepest.filter((one) => one.keyword === "type").flatMap(({ params }) => params["type"]);
    const words = [...new Set(types)].map((type) => TYPES[String(type)] ?? String(type));
    return `${place} must be ${listed(words)}.`;
  }
  return `${place} ${expected(first)}.`;
}

const depthOf = ({ instancePath }: Misfit): number => instancePath.split("/").length;

function expected({ keyword, params }: Misfit): string {
  switch (keyword) {
    case "enum":
      return `must be ${listed(([] as unknown[]).concat(params["allowedValues"]).map((one) => JSON.stringify(one)))}`;
    case "minLength":
      return `must have ${String(params["limit"])} or more characters`;
    case "maxLength":
      return `must have ${String(params["limit"])} characters at most`;
    case "pattern":
      return "must be an id: digits only, 19 at most";
    case "minimum":
    case "maximum":
      return `must be a whole number of ${Math.abs(Number(params["limit"])) < 2 ** 32 ? 32 : 64} bits`;
    case "contentSchema":
      return "must be a text that holds JSON";
    default:
      return `does not fit the contract (${keyword})`;
  }
}

/** `/cargoParamList/0/quantity` as `cargoParamList[0].quantity` */
function placeOf(pointer: string, whole: string): string {
  const steps = pointer.split("/").slice(1);
  const names = steps.map((step) => shown(step.replaceAll("~1", "/").replaceAll("~0", "~")));
  return (
    names.reduce((place, name) => (/^\d+$/.test(name) ? `${place}[${name}]` : place ? `${place}.${name}` : name), "") ||
    whole
  );
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
