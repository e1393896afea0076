// What can go wrong on demand: each kind, what of it can be chosen, and whether the operation acts all the same.

/** A failure, and what can be chosen of it. `acts` says whether the operation runs, so that the state changes all the same. */
export type Fault =
  | {
      /** The answer comes late. */
      kind: "slow";
      /** In milliseconds of real time. Default: 2000. */
      delayMs?: number | undefined;
      /** Whether it acts before the wait (default) or after it, and then only if the caller still waits. */
      acts?: boolean | undefined;
    }
  | {
      /** An HTTP status from 500 on. The client cannot know whether it acted. */
      kind: "status-500";
      /** From 500 to 599. Default: 500. */
      status?: number | undefined;
      /** With it, the answer is an envelope. Default: none, so that the status is all that is known. */
      code?: number | undefined;
      msg?: string | undefined;
      /** Default: `false`. */
      acts?: boolean | undefined;
    }
  | {
      /** HTTP 429 with `Retry-After`. */
      kind: "status-429";
      /** The header `Retry-After`, in whole seconds. Default: 1. */
      retryAfter?: number | undefined;
      /** With it, the answer is an envelope. Default: none. */
      code?: number | undefined;
      msg?: string | undefined;
      /** Default: `false`. */
      acts?: boolean | undefined;
    }
  | {
      /** The connection ends without an answer, before the operation acts. */
      kind: "reset-before";
    }
  | {
      /** The connection ends without an answer, after the operation acted. */
      kind: "reset-after";
    }
  | {
      /** The connection ends in the middle of the answer. */
      kind: "cut-body";
      /** Default: `true`. */
      acts?: boolean | undefined;
    }
  | {
      /** An HTML page instead of JSON, as a proxy sends. */
      kind: "html-page";
      /** Default: 200. */
      status?: number | undefined;
      /** Default: `false`. */
      acts?: boolean | undefined;
    }
  | {
      /** HTTP 200, and a `code` that is not 200. */
      kind: "envelope-error";
      /** Any but 200. Default: 90500, a code of the sandbox. */
      code?: number | undefined;
      msg?: string | undefined;
      /** The HTTP status. Default: 200. */
      status?: number | undefined;
      /** Default: `false`. */
      acts?: boolean | undefined;
    }
  | {
      /** `code` is 200, but `data` says that it failed. Only a few operations have it. */
      kind: "second-level";
      /** The error code inside `data`, if the operation has one. Default: `SANDBOX_FAULT`. */
      code?: string | undefined;
      /** The error message inside `data`; `msg` of the envelope if the operation has none. */
      msg?: string | undefined;
      /** Default: `false`. */
      acts?: boolean | undefined;
    }
  | {
      /** The right answer with a wrong content type. */
      kind: "content-type";
      /** Default: `text/html;charset=UTF-8`. */
      contentType?: string | undefined;
      /** Default: `true`. */
      acts?: boolean | undefined;
    };

export type FaultKind = Fault["kind"];

interface KindInfo {
  /** What happens, for lists of the kinds. */
  readonly what: string;
  /** Whether the operation acts, unless the rule says otherwise. */
  readonly acts: boolean;
  /** What can be chosen. */
  readonly options: readonly string[];
}

export const KINDS: Readonly<Record<FaultKind, KindInfo>> = {
  slow: { what: "It acts, and the answer comes 2 s later.", acts: true, options: ["delayMs", "acts"] },
  "status-500": {
    what: "HTTP 500. Nothing is changed.",
    acts: false,
    options: ["status", "code", "msg", "acts"],
  },
  "status-429": {
    what: "HTTP 429 with `Retry-After: 1`. Nothing is changed.",
    acts: false,
    options: ["retryAfter", "code", "msg", "acts"],
  },
  "reset-before": { what: "The connection ends without an answer. Nothing is changed.", acts: false, options: [] },
  "reset-after": { what: "It acts, and the connection ends without an answer.", acts: true, options: [] },
  "cut-body": { what: "It acts, and the connection ends in the middle of the answer.", acts: true, options: ["acts"] },
  "html-page": {
    what: "An HTML page with HTTP 200. Nothing is changed.",
    acts: false,
    options: ["status", "acts"],
  },
  "envelope-error": {
    what: "HTTP 200 with a `code` that is not 200. Nothing is changed.",
    acts: false,
    options: ["code", "msg", "status", "acts"],
  },
  "second-level": {
    what: "`code` 200, but the second level of success inside `data` is false. Nothing is changed.",
    acts: false,
    options: ["code", "msg", "acts"],
  },
  "content-type": {
    what: "It acts, and the right answer comes with the content type of an HTML page.",
    acts: true,
    options: ["contentType", "acts"],
  },
};

// Object.keys returns string[]; these are the names in the line above.
export const KIND_NAMES = Object.keys(KINDS) as readonly FaultKind[];
