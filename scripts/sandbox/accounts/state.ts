// The whole state of a sandbox: its accounts, its clock and its counters.
import { alibabaShape, seededAlibaba } from "./alibaba.js";
import { Ids, isUserId } from "./ids.js";
import { object, oneOf, pointer, records, whole, wrong, type Shaped } from "./shape.js";
import { seededTaobao, taobaoShape } from "./taobao.js";

/** In milliseconds: the clock can be ten years ahead. */
export const FURTHEST_AHEAD = 10 * 366 * 24 * 3_600_000;
const MOST_MADE = 1e12;

/** What one user has: plain JSON, so that it can be read, set and kept in a file. */
export type Account = Shaped<typeof account>;
const account = object({ alibaba: alibabaShape, taobao: taobaoShape });

/** Plain JSON: what `state.read()` returns and `state.write()` takes, and what `--state FILE` holds. */
export type State = Shaped<typeof stateShape>;
const stateShape = object({
  version: oneOf(1),
  seed: whole(999),
  /** How far the sandbox's clock is ahead of the real one, in milliseconds. */
  aheadMs: whole(FURTHEST_AHEAD),
  /** How many ids were made, and how many calls were answered. Ids go on after a restart. */
  counter: object({ made: whole(MOST_MADE), calls: whole(MOST_MADE) }),
  /** Accounts by user id. An account is made at its first call. */
  accounts: records(account),
});

/**
 * Checks a state that comes from a file, the test door or a program. A broken one is refused as a whole.
 * @returns a copy of it
 * @throws Failure with code 2 that names the first place that is wrong, as a JSON pointer
 */
export function checkedState(value: unknown): State {
  stateShape(value, "");
  const state = structuredClone(value) as State; // as just checked
  const stranger = Object.keys(state.accounts).find((userId) => !isUserId(userId));
  if (stranger === undefined) return state;
  throw wrong(`/accounts/${pointer(stranger)}`, "is not a user id: it must be 1 to 20 digits");
}

/** @returns a new account, the same for every user: with lines in the carts and after-sales cases of Taobao orders */
export const seededAccount = (): Account => ({ alibaba: seededAlibaba(), taobao: seededTaobao() });

export const newState = (seed: number): State => ({
  version: 1,
  seed,
  aheadMs: 0,
  counter: { made: 0, calls: 0 },
  accounts: Object.create(null) as State["accounts"], // user ids come from requests: no name is inherited
});

/** Holds the state, and everything that reads or changes it by one name. */
export class World {
  #state: State;
  readonly #clock: () => number;

  /** @param clock the real time in milliseconds since 1970 UTC */
  constructor(state: State, clock: () => number) {
    this.#state = state;
    this.#clock = clock;
  }

  get state(): State {
    return this.#state;
  }

  set state(state: State) {
    this.#state = state;
  }

  /** The sandbox's time in milliseconds since 1970 UTC. */
  now(): number {
    return this.#clock() + this.#state.aheadMs;
  }

  ids(): Ids {
    return new Ids(this.#state.counter, this.#state.seed);
  }

  account(userId: string): Account {
    return (this.#state.accounts[userId] ??= seededAccount());
  }
}
