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
  const answer = await failed(fault, call);
  return withHeader(answer, "x-sandbox-fault", fault.kind);
}

async function failed(fault: Met, call: Failing): Promise<Answer> {
  const chosen: { kind: FaultKind; acts?: boolean | undefined; msg?: string | undefined } = fault;
  const { acts = KINDS[fault.kind].acts, msg = `The sandbox was asked to fail: ${fault.kind}.` } = chosen;
  const act = (): Answer => {
    try {
      return call.act();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return fault.byId === true ? call.example() : call.refuse(error);
    }
  };
  if (fault.kind === "slow") {
    const answer = acts ? act() : undefined;
    await waited(fault.delayMs ?? 2000, call.signal);
    return answer ?? act();
  }
  const answer = acts ? act() : call.example();
  const envelope = (status: number, code: number | undefined): Answer => {
    const refused = call.refuse(new Refusal("asked", msg));
    // Without a code, the answer is JSON that says nothing about the call but a message.
    const body = code === undefined ? { msg } : { ...Object(readJson(refused.body)?.value), code };
    return { ...refused, status, body: writeJson(body) };
  };
  switch (fault.kind) {
    case "reset-before":
    case "reset-after":
      throw new ConnectionReset();
    case "cut-body":
      return { ...answer, isCut: true };
    case "content-type":
      return withHeader(answer, "content-type", fault.contentType ?? HTML);
    case "html-page":
      return { ...withHeader(answer, "content-type", HTML), status: fault.status ?? 200, body: PAGE };
    case "second-level":
      return secondLevel(answer, call.info, fault.code ?? "SANDBOX_FAULT", msg);
    case "envelope-error":
      return envelope(fault.status ?? 200, fault.code ?? CODES.asked);
    case "status-500":
      return envelope(fault.status ?? 500, fault.code);
    case "status-429":
      return withHeader(envelope(429, fault.code), "retry-after", String(fault.retryAfter ?? 1));
  }
}

const HTML = "text/html;charset=UTF-8";
const PAGE =
  "<!DOCTYPE html>\n<html>\n<head><title>Sandbox</title></head>\n<body>The sandbox was asked to answer with a page.</body>\n</html>\n";

const withHeader = (answer: Answer, name: string, value: string): Answer => ({
  ...answer,
  headers: { ...answer.headers, [name]: value },
});

/** Sets what the operation table says about its second level. A refusal stays as it is. */
function secondLevel(answer: Answer, info: OperationInfo, code: string, msg: string): Answer {
  const { flag, errorCode, errorMessage = "/msg" } = info.success ?? {};
  const body = readJson(answer.body)?.value;
  if (!isObject(body) || body["code"] !== 200) return answer;
  if (flag !== undefined) put(body, flag.split("/").slice(1), false);
  if (errorCode !== undefined) put(body, errorCode.split("/").slice(1), code);
  put(body, errorMessage.split("/").slice(1), msg);
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
