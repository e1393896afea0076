// The one error that calls fail with.

/**
 * Why a call failed.
 *
 * - `api`: PandaPon answered, and said no: `code` is not 200, or the second level of success is false.
 * - `http`: an HTTP status outside 2xx, without a `code` that says more.
 * - `decode`: an answer came that is not what the contract promises: no JSON, HTML, nothing at all.
 * - `network`: no whole answer came.
 * - `timeout`: no whole answer came within `timeoutMs`.
 * - `aborted`: the caller's `signal` ended the call.
 * - `input`: an option or a field cannot be right; nothing was sent.
 */
export type PandaPonErrorKind = "api" | "http" | "network" | "timeout" | "aborted" | "decode" | "input";

/** What is known of a failed call beside its kind. */
export interface PandaPonErrorDetails {
  operation?: string | undefined;
  code?: number | string | undefined;
  msg?: string | undefined;
  requestId?: string | undefined;
  status?: number | undefined;
  attempts?: number | undefined;
  cause?: unknown;
}

/** A failed call. It holds no secret, and no signature unless PandaPon's own answer repeats one. */
export class PandaPonError extends Error {
  /** Why the call failed. */
  declare readonly kind: PandaPonErrorKind;
  /** The operationId, such as `alibaba.refunds.create`; `undefined` where no operation is involved. */
  declare readonly operation: string | undefined;
  /** The `code` of the answer, or the error code of its second level. No page of PandaPon's lists the codes. */
  declare readonly code: number | string | undefined;
  /** PandaPon's own text on the failure, in whatever language it came. */
  declare readonly msg: string | undefined;
  /** PandaPon's id of the request: the thing to tell their support. */
  declare readonly requestId: string | undefined;
  /** The HTTP status, where an answer came. */
  declare readonly status: number | undefined;
  /** How many times the request was sent; 0 where it never was. */
  declare readonly attempts: number;

  constructor(kind: PandaPonErrorKind, message: string, { cause, ...details }: PandaPonErrorDetails = {}) {
    super(
      details.operation === undefined ? message : `${details.operation}: ${message}`,
      cause === undefined ? {} : { cause },
    );
    Object.assign(this, { kind, attempts: 0, ...details });
  }

  /** What a log shows: all but the stack and the cause. */
  toJSON(): object {
    const { name, message } = this;
    return { name, message, ...(this as object) };
  }

  static {
    this.prototype.name = "PandaPonError";
  }
}
