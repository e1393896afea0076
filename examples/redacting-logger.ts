// Logs every request, answer and retry as a line of JSON, without data of people: names, addresses, telephone numbers, passwords.
//
//   const pandapon = createPandaPon({ ...redactingLogger((line) => console.log(line)), bodies: true });
import type { ClientOptions } from "pandapon-openapi";

/** Members whose values are never logged, wherever they are. Extend it by what your own policy asks for. */
const PRIVATE =
  /name|nick|loginid|contact|phone|mobile|tel$|fax|email|address|receiver|state|province|city|district|town|area|zip|postcode|password|passport|idcard|taxid/i;

/** @returns the hooks of a client; without the option `bodies` they log no bodies */
export function redactingLogger(
  write: (line: string) => void,
): Pick<ClientOptions, "onRequest" | "onResponse" | "onRetry"> {
  const log = (event: string, facts: object): void => write(JSON.stringify({ event, ...facts }));
  return {
    onRequest: ({ operation, attempt, method, url, body }) =>
      log("request", { operation, attempt, method, path: new URL(url).pathname, body: redacted(body) }),
    onResponse: ({ operation, attempt, status, durationMs, text }) =>
      log("response", { operation, attempt, status, durationMs: Math.round(durationMs), answer: redacted(text) }),
    onRetry: ({ operation, attempts, delayMs, error }) =>
      log("retry", { operation, attempts, delayMs, kind: error.kind }),
  };
}

/** JSON without private members; `undefined` for text that is not JSON, because nobody knows what it holds. */
function redacted(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json, (name, value: unknown) => {
      if (value !== null && PRIVATE.test(name)) return "[redacted]";
      // Some fields hold JSON as text. Numbers beyond 2^53 lose digits in JSON.parse, so a log should not show them as ids.
      if (typeof value === "string" && /^\s*[[{]/.test(value)) return redacted(value) ?? "[redacted]";
      return typeof value === "number" && !Number.isSafeInteger(value) && Number.isInteger(value) ? "[long id]" : value;
    });
  } catch {
    return undefined;
  }
}
