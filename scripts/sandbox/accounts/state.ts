// The whole state of a sandbox: its accounts, its clock and its counters.
import { seededAccount, type Account } from "./account.js";
import { Ids, type Counter } from "./ids.js";

/** Plain JSON: what `state.read()` returns and `state.write()` takes, and what `--state FILE` holds. */
export interface State {
  version: 1;
  seed: number;
  /** How far the sandbox's clock is ahead of the real one, in milliseconds. */
  aheadMs: number;
  counter: Counter;
  /** Accounts by user id. An account is made at its first call. */
  accounts: Record<string, Account>;
}

export const newState = (seed: number): State => ({
  version: 1,
  seed,
  aheadMs: 0,
  counter: { made: 0, calls: 0 },
  accounts: Object.create(null) as Record<string, Account>, // user ids come from requests: no name is inherited
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

  /** The time of those who call, whose clocks this sandbox does not move. */
  realNow(): number {
    return this.#clock();
  }

  ids(): Ids {
    return new Ids(this.#state.counter, this.#state.seed);
  }

  account(userId: string): Account {
    return (this.#state.accounts[userId] ??= seededAccount());
  }
}
