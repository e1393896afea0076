// Keys and times in a form that every database takes.
import { sha256 } from "./digest.js";

const LONGEST_KEY = 512;
/** About 3000 years. What is longer does not fit in a date of PostgreSQL. */
const LONGEST_MS = 1e14;

/**
 * A key is kept as it is if it is short text. Otherwise its SHA-256 is kept: PostgreSQL has no NUL and indexes no long text, and
 * half of a surrogate pair has no UTF-8.
 *
 * @param key of an event
 * @returns the key as it is stored; the same again for a key that was stored
 */
export async function storedKey(key: string): Promise<string> {
  if (key.length <= LONGEST_KEY && !/[\0\ud800-\udfff]/u.test(key)) return key;
  // UTF-16, since UTF-8 would make one key of two that differ in half of a surrogate pair only.
  const units = Uint16Array.from({ length: key.length }, (_, index) => key.charCodeAt(index));
  return `sha256:${await sha256(new Uint8Array(units.buffer))}`;
}

/** @param ms any time, Infinity included @returns whole milliseconds, at least one */
export function wholeMs(ms: number): number {
  return Math.max(1, Math.min(LONGEST_MS, Math.ceil(ms)));
}
