// The result of a call with all numbers as they came.
import { isLosslessNumber, parse } from "lossless-json";
import { Failure } from "../core/problem.js";

/** As deep as a result may nest: with one indentation per level, deeper ones fill the memory. */
const DEEPEST = 500;

/**
 * The client reads ids as text and other numbers as JavaScript numbers. This gives the latter the digits that the answer has:
 * `19.90`, `0.12345678901234567890`.
 * @param data the result as the client returns it
 * @param answer the text of the answer
 * @param position where the result is in the answer: `/data`, or empty for the whole answer
 * @throws Failure with code 1 if the result nests deeper than 500 levels
 */
export function withAllDigits(data: unknown, answer: string, position: "/data" | ""): unknown {
  try {
    const whole = parsed(answer);
    return exact(data, position === "" ? whole : memberOf(whole, "data"), 0);
  } catch (error) {
    // Writing JSON is a recursive walk too.
    if (error instanceof RangeError) {
      throw new Failure(1, "The call succeeded, but its answer nests too deeply to be printed.");
    }
    return data; // the client reads some answers as JSON that this parser refuses
  }
}

/** If a name is there twice, the last one counts, as in the client. */
const parsed = (json: string): unknown => parse(json, undefined, { onDuplicateKey: ({ newValue }) => newValue });

function exact(value: unknown, written: unknown, depth: number): unknown {
  if (depth > DEEPEST) throw new RangeError();
  if (typeof value === "number") return isLosslessNumber(written) ? written : value;
  if (typeof value !== "object" || value === null) return value;
  // JSON in a text is read by the client.
  const inside = typeof written === "string" ? parsed(written) : written;
  if (Array.isArray(value)) return value.map((item, index) => exact(item, memberOf(inside, String(index)), depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, exact(member, memberOf(inside, name), depth + 1)]),
  );
}

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Object.getOwnPropertyDescriptor(value, name)?.value : undefined;
