// Lets a call fail as a rule asks.
import type { OperationInfo } from "pandapon-openapi";
import { isObject } from "../../core/node.js";
import { readJson, writeJson } from "../../core/exact-json.js";
import type { Answer } from "../exchange/envelope.js";
import { CODES, Refusal } from "../exchange/refusal.js";
import type { Met } from "./faults.js";
import { KINDS, type FaultKind } from "./kinds.js";

/** The connection ends without an answer. The server destroys the socket; `fetch` rejects with a TypeError, as the platform's does. */
export class ConnectionReset extends Error {
  override readonly message = "The sandbox was asked to end the connection.";
  readonly code = "ECONNRESET";
}

/** A call, and what its answer can be made of. */
export interface Failing {
  readonly info: OperationInfo;
  /** Aborted once nobody waits for the answer. */
  readonly signal: AbortSignal;
  /** Runs the operation. @throws Refusal */
  readonly act: () => Answer;
  /** The answer of a refusal. */
  readonly refuse: (refusal: Refusal) => Answer;
  /** The answer of the contract's example: for a call that succeeds in its form, although the operation did not run. */
  readonly example: () => Answer;
}

/**
 * @returns the answer, which has the header `x-sandbox-fault`
 * @throws ConnectionReset; the reason of the signal once it is aborted
 */
export async function apply(fault: Met, call: Failing): Promise<Answer> {
  const { signal, refuse, example } = call;
  const msg = "msg" in fault && fault.msg !== undefined ? fault.msg : `The sandbox was asked to fail: ${fault.kind}.`;
  const acts = ("acts" in fault ? fault.acts : undefined) ?? KINDS[fault.kind].acts;
  const act = (): Answer => {
    try {
      return call.act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return fault.byId === true ? example() : refuse(error);
    }
  };
  if (fault.kind === "slow") {
    const answer = acts ? act() : undefined;
    await waited(fault.delayMs ?? 2000, signal);
    return marked(answer ?? act(), fault.kind);
  }
  const answer = acts ? act() : example();
  switch (fault.kind) {
    case "reset-before":
    case "reset-after":
      throw new ConnectionReset();
    case "cut-body":
      return marked({ ...answer, isCut: true }, fault.kind);
    case "content-type":
      return marked(answer, fault.kind, { "content-type": fault.contentType ?? "text/html;charset=UTF-8" });
    case "html-page":
      return page(fault.status ?? 200, fault.kind);
    case "second-level":
      return marked(secondLevel(answer, call.info, fault.code ?? "SANDBOX_FAULT", msg), fault.kind);
    case "envelope-error": {
      const { code = CODES.asked, status = 200 } = fault;
      return marked(envelope(refuse, status, code, msg), fault.kind);
    }
    case "status-500":
      return marked(envelope(refuse, fault.status ?? 500, fault.code, msg), fault.kind);
    case "status-429":
      return marked(envelope(refuse, 429, fault.code, msg), fault.kind, {
        "retry-after": String(fault.retryAfter ?? 1),
      });
  }
}

/** The header says that the failure was asked for. */
const marked = (answer: Answer, kind: FaultKind, headers: Record<string, string> = {}): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers, "x-sandbox-fault": kind },
});

/** @param code without one, the answer is JSON that says nothing about the call but a message */
function envelope(refuse: Failing["refuse"], status: number, code: number | undefined, msg: string): Answer {
  const refused = refuse(new Refusal("asked", msg));
  const read = readJson(refused.body)?.value;
  return { ...refused, status, body: writeJson(code === undefined ? { msg } : { ...Object(read), code }) };
}

const page = (status: number, kind: FaultKind): Answer =>
  marked(
    {
      status,
      headers: { "content-type": "text/html;charset=UTF-8", "x-sandbox": "pandapon" },
      body: "<!DOCTYPE html>\n<html>\n<head><title>Sandbox</title></head>\n<body>The sandbox was asked to answer with a page.</body>\n</html>\n",
    },
    kind,
  );

/** Sets what the operation table says about its second level. A refusal stays as it is. */
function secondLevel(answer: Answer, info: OperationInfo, code: string, msg: string): Answer {
  const { flag, errorCode, errorMessage = "/msg" } = info.success ?? {};
  const body = readJson(answer.body)?.value;
  if (!isObject(body) || body["code"] !== 200) return answer;
  const values: [pointer: string | undefined, value: unknown][] = [
    [flag, false],
    [errorCode, code],
    [errorMessage, msg],
  ];
  for (const [pointer, value] of values) if (pointer !== undefined) put(body, pointer.split("/").slice(1), value);
  return { ...answer, body: writeJson(body) };
}

function put(target: Record<string, unknown>, [name = "", ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    target[name] = value;
    return;
  }
  const next = isObject(target[name]) ? target[name] : {};
  target[name] = next;
  put(next, rest, value);
}

/** Resolves after the time. An abort ends the timer, so that it cannot keep a process alive. */
const waited = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", end);
      resolve();
    }, ms);
    const end = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal.addEventListener("abort", end, { once: true });
  });
