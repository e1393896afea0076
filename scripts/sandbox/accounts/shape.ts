// The parts of which the form of a state is written: checks of plain JSON that name the first place that is wrong.
import { Failure } from "../../core/problem.js";

/** @param at the place, as a JSON pointer @throws Failure with code 2 that names the place */
export type Shape = (value: unknown, at: string) => void;

export const wrong = (at: string, what: string): Failure =>
  new Failure(
    2,
    `The state was not changed: ${at === "" ? "it" : at} ${what}. Start from what GET /sandbox/state answers.`,
  );

export const text: Shape = (value, at) => {
  if (typeof value !== "string") throw wrong(at, "must be a text");
};

export const flag: Shape = (value, at) => {
  if (typeof value !== "boolean") throw wrong(at, "must be true or false");
};

/** An amount in fen, a count or a time. */
export const number: Shape = (value, at) => {
  if (typeof value !== "number") throw wrong(at, "must be a number");
};

export const whole =
  (most: number): Shape =>
  (value, at) => {
    if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most) return;
    throw wrong(at, `must be a whole number from 0 to ${most}`);
  };

export const oneOf =
  <T extends string | number>(...allowed: readonly T[]): Shape =>
  (value, at) => {
    if (!allowed.some((one) => one === value))
      throw wrong(at, `must be ${allowed.join(", ").replace(/, (?=[^,]*$)/, " or ")}`);
  };

export const orNull =
  (check: Shape): Shape =>
  (value, at) => {
    if (value !== null) check(value, at);
  };

export const optional =
  (check: Shape): Shape =>
  (value, at) => {
    if (value !== undefined) check(value, at);
  };

export const list =
  (check: Shape): Shape =>
  (value, at) => {
    if (!Array.isArray(value)) throw wrong(at, "must be an array");
    for (const [index, one] of value.entries()) check(one, `${at}/${index}`);
  };

/** @param id the member that repeats the name of the record */
export const records =
  (check: Shape, id?: string): Shape =>
  (value, at) => {
    for (const [name, one] of Object.entries(objectAt(value, at))) {
      const place = `${at}/${pointer(name)}`;
      check(one, place);
      if (id !== undefined && objectAt(one, place)[id] !== name)
        throw wrong(`${place}/${id}`, "must be the name of the record");
    }
  };

/** The type makes the list of members complete: a member that a type gains or loses does not compile. */
export const object =
  <T>(members: Readonly<Record<keyof T & string, Shape>>): Shape =>
  (value, at) => {
    const found = objectAt(value, at);
    const unknown = Object.keys(found).find((name) => !Object.hasOwn(members, name));
    if (unknown !== undefined) {
      throw wrong(`${at}/${pointer(unknown)}`, `is unknown. There can be ${Object.keys(members).join(", ")}`);
    }
    for (const [name, check] of Object.entries<Shape>(members)) {
      check(Object.hasOwn(found, name) ? found[name] : undefined, `${at}/${name}`);
    }
  };

function objectAt(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(at, "must be an object");
  return value as Readonly<Record<string, unknown>>; // as just checked
}

/** A name as a part of a JSON pointer. Long ones are cut. */
export const pointer = (name: string): string => name.slice(0, 80).replaceAll("~", "~0").replaceAll("/", "~1");
