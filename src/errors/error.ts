// The only class of errors that calls fail with.
import { printable } from "./printable.js";

/**
 * Why a call failed.
 *
 * - `api`: PandaPon refused the call: `code` is not 200, or the second level of success is false.
 * - `http`: an HTTP status outside 2xx, without a `code` that says more.
 * - `decode`: the answer is not what the contract promises: not JSON, HTML, empty, or without the result.
 * - `network`: no complete answer arrived.
 * - `timeout`: no complete answer arrived within `timeoutMs`, or within the platform's own limit.
 * - `aborted`: the caller's `signal` aborted the call.
 * - `input`: an option or a field is wrong, or a function of the caller failed.
 *   Nothing was sent, or nothing more if it was before a retry: see `outcome`.
 */
export type PandaPonErrorKind = "api" | "http" | "network" | "timeout" | "aborted" | "decode" | "input";

/**
 * What is known about the effect of a failed call.
 *
 * - `not-sent`: the request did not leave this machine.
 * - `refused`: PandaPon answered that it did not act. That is its word, not proof.
 * - `unknown`: the call may have acted.
 */
export type Outcome = "not-sent" | "refused" | "unknown";

/** What is known about a failed call besides its kind. */
export interface PandaPonErrorDetails {
  operation?: string | undefined;
  code?: string | undefined;
  msg?: string | undefined;
  requestId?: string | undefined;
  status?: number | undefined;
  attempts?: number | undefined;
  outcome?: Outcome | undefined;
  checkWith?: string | undefined;
  answer?: unknown;
  cause?: unknown;
}

/** Marks the errors of every copy of this class: a program may hold the ESM and the CommonJS build, or two versions. */
const BRAND = Symbol.for("PandaPonError");

/** A failed call. It holds no secret. It holds a signature only if PandaPon's answer or an error of your own `fetch` repeats one. */
export class PandaPonError extends Error {
  /** Why the call failed. */
  declare readonly kind: PandaPonErrorKind;
  /** The operationId, such as `alibaba.refunds.create`; `undefined` if no operation is involved. */
  declare readonly operation: string | undefined;
  /** The `code` of the answer, or the error code of its second level, as it came. PandaPon has no page that lists the codes. */
  declare readonly code: string | undefined;
  /** PandaPon's description of the failure, as it came. `message` has it cut and escaped for terminals. */
  declare readonly msg: string | undefined;
  /** PandaPon's id of the request: give it to their support. */
  declare readonly requestId: string | undefined;
  /** The HTTP status; `undefined` if no answer arrived. */
  declare readonly status: number | undefined;
  /** How many times sending was tried; 0 if it was not tried. After no connection it counts, and `outcome` is `not-sent`. */
  declare readonly attempts: number;
  /** Whether the call may have acted. */
  declare readonly outcome: Outcome;
  /** The operationId of the read that tells what a write did; `undefined` if none is known or nothing was sent. */
  declare readonly checkWith: string | undefined;
  /**
   * The decoded answer, or its text if it is not JSON; `undefined` if no answer arrived. It may hold data of people, so neither
   * `toJSON` nor the console shows it. Only the message of a `decode` shows how it begins.
   */
  declare readonly answer: unknown;

  constructor(kind: PandaPonErrorKind, message: string, { cause, answer, ...details }: PandaPonErrorDetails = {}) {
    super(
      printable(details.operation === undefined ? message : `${printable(details.operation, 200)}: ${message}`),
      cause === undefined ? {} : { cause },
    );
    Object.assign(this, { kind, attempts: 0, outcome: kind === "input" ? "not-sent" : "unknown", ...details });
    // Then there is nothing to check.
    if (this.outcome === "not-sent") Object.assign(this, { checkWith: undefined });
    // A getter, because `%o` of the console shows also what is not enumerable.
    Object.defineProperty(this, "answer", { get: () => answer });
  }

  /** What a log shows: everything except the stack, the cause and the answer. */
  toJSON(): object {
    return { name: this.name, message: this.message, ...(this as object) };
  }

  /**
   * `instanceof` accepts the errors of every copy of this package in a program.
   * @returns for a class that extends this one, what `instanceof` says of any class
   */
  // Without a type predicate, which classes that extend this one would inherit: TypeScript would narrow to this one.
  static override [Symbol.hasInstance](value: unknown): boolean {
    try {
      return this === PandaPonError
        ? // The members of a prototype may be anything. Without a prototype, this throws.
          (Object.getPrototypeOf(value) as Record<symbol, unknown>)[BRAND] === true
        : super[Symbol.hasInstance](value);
    } catch {
      return false; // also for a proxy that throws
    }
  }

  static {
    Object.assign(this.prototype, { name: "PandaPonError", [BRAND]: true });
  }
}
