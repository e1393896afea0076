// What can go wrong on demand: each kind, what of it can be chosen, and whether the operation acts all the same.

interface FaultOptions {
  /** Whether the operation runs, so that the state changes all the same. The default is that of the kind. */
  acts?: boolean | undefined;
  /** How long `slow` takes, in milliseconds of real time. It acts before the wait, or after it if `acts` is `false`. Default: 2000. */
  delayMs?: number | undefined;
  /** The HTTP status. Default: 500 for `status-500`, which takes 500 to 599; 200 for the others. */
  status?: number | undefined;
  /** The `code` of the envelope, any but 200. Default: 90500 for `envelope-error`. The others have none, so that only the status is known. */
  code?: number | undefined;
  /** The message beside the code. */
  msg?: string | undefined;
  /** The header `Retry-After`, in whole seconds. Default: 1. */
  retryAfter?: number | undefined;
  /** Default: `text/html;charset=UTF-8`. */
  contentType?: string | undefined;
}

type Options<Kind extends string, Name extends keyof FaultOptions> = {
  /** What happens. The table in docs/sandbox.md, and `what` in `MAGIC_INPUTS`, describe each kind. */
  kind: Kind;
} & Pick<FaultOptions, Name>;

/** A failure, and what can be chosen of it. */
export type Fault =
  | Options<"slow", "delayMs" | "acts">
  | Options<"status-500", "status" | "code" | "msg" | "acts">
  | Options<"status-429", "retryAfter" | "code" | "msg" | "acts">
  | Options<"reset-before", never>
  | Options<"reset-after", never>
  | Options<"cut-body", "acts">
  | Options<"html-page", "status" | "acts">
  | Options<"envelope-error", "code" | "msg" | "status" | "acts">
  | (Options<"second-level", "msg" | "acts"> & {
      /** The error code inside `data`, if the operation has one. Default: `SANDBOX_FAULT`. */
      code?: string | undefined;
    })
  | Options<"content-type", "contentType" | "acts">;

export type FaultKind = Fault["kind"];

interface KindInfo {
  /** What happens, for lists of the kinds. */
  readonly what: string;
  /** Whether the operation acts, unless the rule says otherwise. */
  readonly acts: boolean;
  /** What can be chosen. */
  readonly options: readonly string[];
}

const kind = (acts: boolean, what: string, ...options: (keyof FaultOptions)[]): KindInfo => ({ what, acts, options });

export const KINDS: Readonly<Record<FaultKind, KindInfo>> = {
  slow: kind(true, "It acts, and the answer comes 2 s later.", "delayMs", "acts"),
  "status-500": kind(false, "HTTP 500. Nothing is changed.", "status", "code", "msg", "acts"),
  "status-429": kind(
    false,
    "HTTP 429 with `Retry-After: 1`. Nothing is changed.",
    ...(["retryAfter", "code", "msg", "acts"] as const),
  ),
  "reset-before": kind(false, "The connection ends without an answer. Nothing is changed."),
  "reset-after": kind(true, "It acts, and the connection ends without an answer."),
  "cut-body": kind(true, "It acts, and the connection ends in the middle of the answer.", "acts"),
  "html-page": kind(false, "An HTML page with HTTP 200. Nothing is changed.", "status", "acts"),
  "envelope-error": kind(
    false,
    "HTTP 200 with a `code` that is not 200. Nothing is changed.",
    ...(["code", "msg", "status", "acts"] as const),
  ),
  "second-level": kind(
    false,
    "`code` 200, but the second level of success inside `data` is false. Nothing is changed.",
    ...(["code", "msg", "acts"] as const),
  ),
  "content-type": kind(
    true,
    "It acts, and the right answer comes with the content type of an HTML page.",
    ...(["contentType", "acts"] as const),
  ),
};

// Object.keys returns string[]; these are the names in the line above.
export const KIND_NAMES = Object.keys(KINDS) as readonly FaultKind[];
