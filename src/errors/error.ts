// The only class of errors that calls fail with.

/**
 * Why a call failed.
 *
 * - `api`: PandaPon refused the call: `code` is not 200, or the second level of success is false.
 * - `http`: an HTTP status outside 2xx, without a `code` that says more.
 * - `decode`: the answer is not what the contract promises: not JSON, HTML, or empty.
 * - `network`: no complete answer arrived.
 * - `timeout`: no complete answer arrived within `timeoutMs`.
 * - `aborted`: the caller's `signal` aborted the call.
 * - `input`: an option or a field is wrong; nothing was sent.
 */
export type PandaPonErrorKind = "api" | "http" | "network" | "timeout" | "aborted" | "decode" | "input";

/** What is known about a failed call besides its kind. */
export interface PandaPonErrorDetails {
  operation?: string | undefined;
  code?: number | string | undefined;
  msg?: string | undefined;
  requestId?: string | undefined;
  status?: number | undefined;
  attempts?: number | undefined;
  cause?: unknown;
}

/** A failed call. It holds no secret. It holds a signature only if PandaPon's answer repeats one. */
export class PandaPonError extends Error {
  /** Why the call failed. */
  declare readonly kind: PandaPonErrorKind;
  /** The operationId, such as `alibaba.refunds.create`; `undefined` if no operation is involved. */
  declare readonly operation: string | undefined;
  /** The `code` of the answer, or the error code of its second level. PandaPon has no page that lists the codes. */
  declare readonly code: number | string | undefined;
  /** PandaPon's description of the failure, in the language of the answer. */
  declare readonly msg: string | undefined;
  /** PandaPon's id of the request: give it to their support. */
  declare readonly requestId: string | undefined;
  /** The HTTP status; `undefined` if no answer arrived. */
  declare readonly status: number | undefined;
  /** How many times the request was sent; 0 if it was never sent. */
  declare readonly attempts: number;

  constructor(kind: PandaPonErrorKind, message: string, { cause, ...details }: PandaPonErrorDetails = {}) {
    super(
      details.operation === undefined ? message : `${details.operation}: ${message}`,
      cause === undefined ? {} : { cause },
    );
    Object.assign(this, { kind, attempts: 0, ...details });
  }

  /** What a log shows: everything except the stack and the cause. */
  toJSON(): object {
    const { name, message } = this;
    return { name, message, ...(this as object) };
  }

  static {
    this.prototype.name = "PandaPonError";
  }
}
