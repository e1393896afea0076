// Why the sandbox refuses a request. PandaPon's own codes are not known, so these are the sandbox's.

/** The `code` of a refusal, by its reason. */
export const CODES = {
  unreadable: 90400,
  unsigned: 90401,
  unknownKey: 90402,
  wrongSignature: 90403,
  noSuchPath: 90404,
  wrongMethod: 90405,
  wrongTime: 90408,
  /** The state does not allow it: an order that is cancelled twice. */
  conflict: 90409,
  /** There is no such order, refund, cart line or product. */
  notFound: 90410,
  tooLarge: 90413,
  /** It does not fit the contract. */
  invalid: 90422,
  /** A failure that was asked for. */
  asked: 90500,
  /** The sandbox itself failed. What it did is unknown. */
  broken: 90599,
} as const;

export type RefusalReason = keyof typeof CODES;

/** What is said of a mistake of the sandbox itself. */
export const BROKEN =
  "The sandbox itself failed, and may have acted. This is a mistake of the sandbox: its log says more.";

/** The request is answered with an envelope whose `code` is not 200, and nothing was changed. */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param message what is wrong and how to correct it; it is sent as `msg`, and never holds a credential
   * @param headers further headers of the answer
   */
  constructor(reason: RefusalReason, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.reason = reason;
    this.headers = headers;
  }
}
