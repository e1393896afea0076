// The form of plain JSON, once for the compiler and once for what comes from outside: a `Shape<T>` is a check of it that names the first
// place that is wrong.
import { Failure } from "../../core/problem.js";

/** @param at the place, as a JSON pointer @throws Failure with code 2 that names the place */
export interface Shape<T> {
  (value: unknown, at: string): void;
  /** Never set: it only carries the type. */
  readonly type?: T;
}

/** The type of what fits a shape. */
export type Shaped<S> = S extends Shape<infer T> ? T : never;

export const wrong = (at: string, what: string): Failure =>
  new Failure(
    2,
    `The state was not changed: ${at === "" ? "it" : at} ${what}. Start from what GET /sandbox/state answers.`,
  );

export const text: Shape<string> = (value, at) => {
  if (typeof value !== "string") throw wrong(at, "must be a text. Write ids as text: numbers lose digits");
};

export const flag: Shape<boolean> = (value, at) => {
  if (typeof value !== "boolean") throw wrong(at, "must be true or false");
};

export const whole =
  (most: number, least = 0): Shape<number> =>
  (value, at) => {
    if (Number.isInteger(value) && Number(value) >= least && Number(value) <= most) return;
    throw wrong(at, `must be a whole number from ${least} to ${most}`);
  };

/** Amounts and counts end here, so that sums of them stay exact. */
export const MOST = 1e12;
/** An amount in fen. */
export const amount = whole(MOST);
/** How many there are. */
export const pieces = whole(MOST, 1);

/** What a Date can hold, a day less. */
const LATEST = 8.64e15 - 24 * 3_600_000;

/** In milliseconds since 1970 UTC. Clocks may count in fractions. */
export const time: Shape<number> = (value, at) => {
  if (typeof value === "number" && Math.abs(value) <= LATEST) return;
  throw wrong(at, "must be a time in milliseconds since 1970 UTC");
};

/** An id that is a number on the wire. */
export const digits: Shape<string> = (value, at) => {
  if (typeof value === "string" && /^(?:0|[1-9]\d{0,18})$/.test(value) && BigInt(value) < 2n ** 63n) return;
  throw wrong(at, "must be a text of 1 to 19 digits, an integer of 64 bits");
};

export const oneOf =
  <const T extends string | number>(...allowed: readonly T[]): Shape<T> =>
  (value, at) => {
    if (!allowed.some((one) => one === value))
      throw wrong(at, `must be ${allowed.join(", ").replace(/, (?=[^,]*$)/, " or ")}`);
  };

export const orNull =
  <T>(check: Shape<T>): Shape<T | null> =>
  (value, at) => {
    if (value !== null) check(value, at);
  };

export const list =
  <T>(check: Shape<T>): Shape<T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) throw wrong(at, "must be an array");
    for (const [index, one] of value.entries()) check(one, `${at}/${index}`);
  };

/** @param id the member that repeats the name of the record */
export const records =
  <T>(check: Shape<T>, id?: keyof T): Shape<Record<string, T>> =>
  (value, at) => {
    for (const [name, one] of Object.entries(objectAt(value, at))) {
      const place = `${at}/${pointer(name)}`;
      check(one, place);
      if (id !== undefined && objectAt(one, place)[String(id)] !== name)
        throw wrong(`${place}/${String(id)}`, "must be the name of the record");
    }
  };

export const object =
  <M extends Readonly<Record<string, Shape<unknown>>>>(members: M): Shape<{ -readonly [K in keyof M]: Shaped<M[K]> }> =>
  (value, at) => {
    const found = objectAt(value, at);
    const unknown = Object.keys(found).find((name) => !Object.hasOwn(members, name));
    if (unknown !== undefined) {
      throw wrong(`${at}/${pointer(unknown)}`, `is unknown. There can be ${Object.keys(members).join(", ")}`);
    }
    for (const [name, check] of Object.entries<Shape<unknown>>(members)) {
      check(Object.hasOwn(found, name) ? found[name] : undefined, `${at}/${name}`);
    }
  };

function objectAt(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(at, "must be an object");
  return value as Readonly<Record<string, unknown>>; // as just checked
}

/** A name as a part of a JSON pointer. Long ones are cut. */
export const pointer = (name: string): string => name.slice(0, 80).replaceAll("~", "~0").replaceAll("/", "~1");
