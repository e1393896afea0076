// Checks a state that comes from outside: from a file, the test door or a program. A broken one is refused as a whole.
import { pointer, wrong } from "./shape.js";
import { stateShape, type State } from "./state.js";

const DEEPEST = 20;

/**
 * @returns a copy of the state whose records inherit no names, because their names come from requests
 * @throws Failure with code 2 that names the first place that is wrong, as a JSON pointer
 */
export function checkedState(value: unknown): State {
  const copy = plain(value, "", 0);
  if (typeof copy === "object" && copy !== null && "version" in copy && copy.version !== 1) {
    throw wrong("/version", "must be 1: this sandbox reads no other");
  }
  stateShape(copy, "");
  const state = copy as State; // as just checked
  const stranger = Object.keys(state.accounts).find((userId) => !isUserId(userId));
  if (stranger === undefined) return state;
  throw wrong(`/accounts/${pointer(stranger)}`, "is not a user id: it must be 1 to 20 digits");
}

/** Whether a text can be the id of a user: those of PandaPon's samples have 13 digits. */
export const isUserId = (text: string): boolean => /^\d{1,20}$/.test(text);

/** @returns a deep copy that is plain JSON */
function plain(value: unknown, at: string, depth: number): unknown {
  if (depth > DEEPEST) throw wrong(at, `is deeper than ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.map((one, index) => plain(one, `${at}/${index}`, depth + 1));
  if (typeof value === "object" && value !== null) {
    const copy = Object.create(null) as Record<string, unknown>; // so `__proto__` is a name like any other
    for (const [name, one] of Object.entries(value)) {
      if (one !== undefined) copy[name] = plain(one, `${at}/${pointer(name)}`, depth + 1);
    }
    return copy;
  }
  if (typeof value === "bigint" || (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER)) {
    throw wrong(at, "is a number with more digits than JavaScript keeps. Write ids as text");
  }
  if (value === null || ["string", "boolean"].includes(typeof value) || Number.isFinite(value)) return value;
  throw wrong(at, "is not JSON");
}
