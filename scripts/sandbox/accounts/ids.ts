// Ids of the form that PandaPon's have, the same for the same seed.

/** Whether a text can be the id of a user: those of PandaPon's samples have 13 digits. */
export const isUserId = (text: string): boolean => /^\d{1,20}$/.test(text);

export class Ids {
  readonly #counter: { made: number; calls: number };
  readonly #seed: number;

  /**
   * @param counter how many ids were made and how many calls answered; it is counted on
   * @param seed a whole number from 0 to 999
   */
  constructor(counter: { made: number; calls: number }, seed: number) {
    this.#counter = counter;
    this.#seed = seed;
  }

  /** An id of a 1688 order or sub-order: 19 digits. All ids of a buyer end in the same six digits. */
  readonly alibabaOrder = (): string => String(2_542_285_000_000_880_794n + this.#next() * 1_000_000n);

  /** An id of a 1688 refund: TQ and 18 digits. */
  readonly alibabaRefund = (): string => `TQ${310_200_000_000_880_794n + this.#next() * 1_000_000n}`;

  /** An id of a Taobao order or sub-order: 12 digits. */
  readonly taobaoOrder = (): string => String(200_028_000_000n + this.#next());

  /** An id that PandaPon gives to a Taobao order: 19 digits. */
  readonly taobaoOuterOrder = (): string => String(1_024_285_237_000_000_051n + this.#next() * 1_000n);

  /** An id that Taobao itself gives to an order or a line: 19 digits. All ids of a buyer end in the same six digits. */
  readonly taobaoOwnOrder = (): string => String(3_682_557_000_000_579_405n + this.#next() * 1_000_000n);

  /** The id of a record: of a cart line or an address. Those that a new account begins with have at most four digits. */
  readonly record = (): string => String(10_000n + this.#next());

  /** The id of a call: 32 hexadecimal digits. */
  request(): string {
    this.#counter.calls += 1;
    return this.#counter.calls.toString(16).padStart(32, "4cfda0b725184ab8a1e3ee3b9051ec35");
  }

  #next(): bigint {
    this.#counter.made += 1;
    return BigInt(this.#seed) * 1_000_000n + BigInt(this.#counter.made);
  }
}
