// Checks a state that comes from outside: from a file, the test door or a program. A broken one is refused as a whole.
import { Failure } from "../../core/problem.js";
import { seededAccount, type Account } from "./account.js";
import type { State } from "./state.js";

/** The clock can be ten years ahead. */
export const FURTHEST_AHEAD = 10 * 366 * 24 * 3_600_000;
const DEEPEST = 20;
const MOST_MADE = 1e12;

/**
 * @returns a copy of the state whose records inherit no names, because their names come from requests
 * @throws Failure with code 2 that names the first place that is wrong, as a JSON pointer
 */
export function checkedState(value: unknown): State {
  const copy = plain(value, "", 0);
  const state = members(copy, "", ["version", "seed", "aheadMs", "counter", "accounts"]);
  if (state["version"] !== 1) throw wrong("/version", `must be 1: this sandbox reads no other`);
  whole(state["seed"], "/seed", 999);
  whole(state["aheadMs"], "/aheadMs", FURTHEST_AHEAD);
  const counter = members(state["counter"], "/counter", ["made", "calls"]);
  for (const name of ["made", "calls"]) whole(counter[name], `/counter/${name}`, MOST_MADE);
  for (const [userId, account] of Object.entries(record(state["accounts"], "/accounts"))) {
    if (!isUserId(userId)) throw wrong(`/accounts/${pointer(userId)}`, "is not a user id: it must be 1 to 20 digits");
    checkAccount(account, `/accounts/${userId}`);
  }
  // Each part was checked above.
  return copy as State;
}

/** Whether a text can be the id of a user: those of PandaPon's samples have 13 digits. */
export const isUserId = (text: string): boolean => /^\d{1,20}$/.test(text);

/** Every part that a new account has must be there and be of the same kind: flows read them without asking. */
function checkAccount(value: unknown, at: string): void {
  const seeded: Account = seededAccount();
  const account = members(value, at, Object.keys(seeded));
  for (const [platform, parts] of Object.entries(seeded)) {
    const own = members(account[platform], `${at}/${platform}`, Object.keys(parts));
    for (const [name, sample] of Object.entries(parts as object)) alike(own[name], sample, `${at}/${platform}/${name}`);
  }
}

/** Records must hold objects, as every collection of an account does. */
function alike(value: unknown, sample: unknown, at: string): void {
  if (Array.isArray(sample)) {
    if (!Array.isArray(value)) throw wrong(at, "must be an array");
  } else if (typeof sample === "object" && sample !== null) {
    const kind =
      Object.values(sample)
        .map((one) => typeof one)
        .find((one) => one !== "object") ?? "object";
    for (const [name, one] of Object.entries(record(value, at))) {
      const fits =
        kind === "object" ? typeof one === "object" && one !== null && !Array.isArray(one) : typeof one === kind;
      if (!fits) throw wrong(`${at}/${pointer(name)}`, `must be ${kind === "object" ? "an object" : `a ${kind}`}`);
    }
  } else if (typeof value !== typeof sample) throw wrong(at, `must be a ${typeof sample}`);
}

/** @returns a deep copy that is plain JSON */
function plain(value: unknown, at: string, depth: number): unknown {
  if (depth > DEEPEST) throw wrong(at, `is deeper than ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.map((one, index) => plain(one, `${at}/${index}`, depth + 1));
  if (typeof value === "object" && value !== null) {
    const copy = Object.create(null) as Record<string, unknown>; // so `__proto__` is a name like any other
    for (const [name, one] of Object.entries(value)) {
      const place = `${at}/${pointer(name)}`;
      if (one !== undefined) copy[name] = plain(one, place, depth + 1);
    }
    return copy;
  }
  if (typeof value === "bigint")
    throw wrong(at, "is a number with more digits than JavaScript keeps. Write ids as text");
  if (typeof value === "number" && (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)) {
    throw wrong(at, "is a number that JavaScript does not keep exactly. Write ids as text");
  }
  if (value === null || ["string", "number", "boolean"].includes(typeof value)) return value;
  throw wrong(at, "is not JSON");
}

function record(value: unknown, at: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(at, "must be an object");
  return value as Record<string, unknown>; // as just checked
}

function members(value: unknown, at: string, expected: readonly string[]): Record<string, unknown> {
  const found = record(value, at);
  const missing = expected.find((name) => !Object.hasOwn(found, name));
  if (missing !== undefined) throw wrong(`${at}/${missing}`, "is missing");
  const unknown = Object.keys(found).find((name) => !expected.includes(name));
  if (unknown !== undefined) throw wrong(`${at}/${pointer(unknown)}`, `is unknown. Expected: ${expected.join(", ")}`);
  return found;
}

function whole(value: unknown, at: string, most: number): void {
  if (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= most) return;
  throw wrong(at, `must be a whole number from 0 to ${most}`);
}

const pointer = (name: string): string => name.slice(0, 80).replaceAll("~", "~0").replaceAll("/", "~1");

const wrong = (at: string, what: string): Failure =>
  new Failure(
    2,
    `The state was not changed: ${at === "" ? "it" : at} ${what}. Start from what GET /sandbox/state answers.`,
  );
