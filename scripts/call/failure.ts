// What a failed call tells, and what to do about it.
import type { OperationInfo, Outcome, PandaPonError, PandaPonErrorKind } from "pandapon-openapi";

/** What is known of a failed call. It holds nothing of a JSON answer but its code, its msg and its id. */
export interface CallFailure {
  kind: PandaPonErrorKind;
  message: string;
  status?: number;
  code?: string;
  msg?: string;
  requestId?: string;
  attempts: number;
  outcome: Outcome;
  checkWith?: string;
  /** What the person should do. */
  next: string;
}

const CAUSES: Record<PandaPonErrorKind, string> = {
  api: "Read the msg. If it is about the key, the signature or the time, run `pandapon doctor`.",
  http: "Run `pandapon doctor`: it finds out whether something other than PandaPon answers.",
  decode: "Run `pandapon doctor`: it finds out whether something other than PandaPon answers.",
  network: "Check the connection with `pandapon doctor`.",
  timeout: "Give it more time with --timeout, or check the connection with `pandapon doctor`.",
  aborted: "",
  input: "Correct the input.",
};

/** The same for a sandbox, where no proxy and no other server is in the way. */
const CAUSES_OF_SANDBOX: Record<PandaPonErrorKind, string> = {
  ...CAUSES,
  api: "Read the msg: it says what to correct.",
  http: "Read the answer. If you asked the sandbox for this failure, it works as asked.",
  decode: "If you asked the sandbox for this failure, it works as asked.",
  network: "Check that the sandbox still runs. If you asked it for this failure, it works as asked.",
  timeout: "Give it more time with --timeout. If you asked the sandbox for this failure, it works as asked.",
};

/** The longest part of an answer that is not JSON. */
const LONGEST = 200;

/**
 * @param hide hides credentials in a text
 * @param isSandbox whether a sandbox was called
 */
export function failureOf(
  error: PandaPonError,
  { effect }: OperationInfo,
  hide: (text: string) => string,
  isSandbox = false,
): CallFailure {
  const { kind, status, code, msg, requestId, attempts, outcome, checkWith } = error;
  return {
    kind,
    message: messageOf(error, hide),
    ...(status !== undefined && { status }),
    ...(code !== undefined && { code }),
    ...(msg !== undefined && { msg }),
    ...(requestId !== undefined && { requestId }),
    attempts,
    outcome,
    ...(checkWith !== undefined && { checkWith }),
    next: [effectOf(outcome, effect, checkWith, isSandbox), (isSandbox ? CAUSES_OF_SANDBOX : CAUSES)[kind]]
      .filter(Boolean)
      .join(" "),
  };
}

/** The message of the error without what the answer says: cut text could end in the middle of a credential, and not be hidden. */
function messageOf({ kind, message, answer }: PandaPonError, hide: (text: string) => string): string {
  if (kind !== "api" && kind !== "http" && kind !== "decode") return message;
  const what = message.split(": ", 2).join(": ");
  return typeof answer === "string" ? `${what}: ${hide(answer).slice(0, LONGEST)}` : what;
}

function effectOf(
  outcome: Outcome,
  effect: "read" | "write",
  checkWith: string | undefined,
  isSandbox: boolean,
): string {
  if (outcome === "not-sent") return "Nothing was sent.";
  if (effect === "read") return "It is a read: nothing was changed, and it can be called again.";
  if (outcome === "refused") return `${isSandbox ? "The sandbox" : "PandaPon"} says that it did not act.`;
  const how =
    checkWith === undefined
      ? isSandbox
        ? "check at the test door what it did (GET /sandbox/state)"
        : "check in PandaPon's console what it did"
      : `check what it did with \`pandapon call ${checkWith}${isSandbox ? " --sandbox" : ""}\``;
  return `The write may have acted: before you send it again, ${how}.`;
}
