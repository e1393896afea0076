// Sends a request once, and ends in time even if the platform's fetch ignores its signal.
import { isObject } from "../codec/pointer.js";
import type { OperationInfo } from "../operations/table.js";
import { PandaPonError, type Outcome } from "../errors/error.js";
import { printable } from "../errors/printable.js";
import { within } from "./abort.js";

interface Limits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** What the errors of a call tell: what it is, and what it may have done so far. Each attempt changes it. */
export interface Known {
  readonly operation: string;
  readonly checkWith: string | undefined;
  attempts: number;
  outcome: Outcome;
}

/**
 * @param platform whether the platform's own fetch sends: only then an error proves that no connection was made
 * @param security if it is set, the URL holds a signature. Some platforms repeat the URL in their errors.
 * @returns the result of `exchange`, or an error of kind `network`, `timeout` or `aborted`
 */
export async function attempt<T>(
  exchange: (signal: AbortSignal) => Promise<T>,
  known: Known,
  { timeoutMs, signal }: Limits,
  platform: boolean,
  security: OperationInfo["security"] | undefined,
): Promise<T | PandaPonError> {
  const { outcome } = known;
  known.attempts += 1;
  known.outcome = "unknown";
  const controller = new AbortController();
  let limit = `${timeoutMs} ms`;
  try {
    const result = await within(timeoutMs, signal, () => exchange(controller.signal));
    if (result !== undefined) return result;
    controller.abort();
  } catch (cause) {
    const said = saidBy(cause);
    if (!signal?.aborted && !said.some((text) => PLATFORM_LIMIT.test(text))) {
      // A connection that broke may have delivered the request.
      if (platform && said.some((text) => NO_CONNECTION.test(text))) known.outcome = outcome;
      const reason = !security && said.at(-1);
      return new PandaPonError("network", reason ? `${NO_ANSWER}: ${printable(reason, 200)}` : NO_ANSWER, {
        ...known,
        cause: security ? undefined : cause,
      });
    }
    limit = "the platform's own limit";
  }
  return signal?.aborted ? aborted(signal, known) : new PandaPonError("timeout", `${NO_ANSWER} within ${limit}`, known);
}

const NO_ANSWER = "no complete answer";

/** @returns the error of a call that the caller aborted */
export const aborted = ({ reason }: AbortSignal, known: Known): PandaPonError =>
  new PandaPonError("aborted", "aborted by the caller's signal", { ...known, cause: reason });

/**
 * How platforms say that no connection was made: the codes of Node, which Bun uses since 1.4, the code of older Bun, and the text
 * of Deno. EHOSTUNREACH and ENETUNREACH are not in the list, because an open connection can end with them too. Workers say
 * "Network connection lost." for every failure, so no request counts as never sent there.
 */
const NO_CONNECTION =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused)$|client error \(Connect\)/;

/** How platforms say that they waited long enough: Node 300 s for headers and between parts of a body, Bun 300 s for an answer. */
const PLATFORM_LIMIT = /^(UND_ERR_(HEADERS|BODY)_TIMEOUT|TimeoutError)$/;

/**
 * The names, codes and messages of an error and its causes; the last is the reason. The error of fetch itself says only "fetch
 * failed"; the reason of a proxy is the third. They may come from another realm or library, so nothing is certain about them.
 */
function saidBy(cause: unknown): string[] {
  let said: unknown[] = [];
  try {
    for (let layer = cause; isObject(layer) && said.length < 15; layer = layer["cause"]) {
      said = [layer["name"], ...said, layer["code"], layer["message"]];
    }
  } catch {
    // A member that throws when it is read says nothing.
  }
  return said.filter((text): text is string => typeof text === "string" && text !== "");
}
