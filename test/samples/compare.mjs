// Compares what a sandbox saw of the samples with the contract's example, and what they printed with each other.
import { parse, stringify } from "lossless-json";

/** @typedef {{ operation?: string, target?: string, body?: string, code?: number, msg?: string, calls: number, out: string, err: string, ended: number }} Result */

/** @param {string} text @returns {unknown} the value with every digit */
export const exact = (text) =>
  parse(text, undefined, (digits) => (/^-?\d+$/.test(digits) ? BigInt(digits) : Number(digits)));

/**
 * What went wrong with a sample; undefined if nothing did.
 * @param {import("./cases.mjs").Case} one @param {Result} result
 * @param {Result} first that of the same sample in another language
 * @param {{ isExact: boolean, shouldFail: boolean }} expected whether the body has the very values of the example, as the client's types
 * do not, and whether the sample should say that its call failed
 */
export const requestProblem = (one, result, first, expected) =>
  orReason(() => differenceOfRequest(one, result, first, expected));

function differenceOfRequest(one, result, first, { isExact, shouldFail }) {
  const { operation, target = "", body, code, msg, ended } = result;
  if (operation !== one.id) return `the sandbox saw ${operation}`;
  const { pathname, searchParams } = new URL(target, "http://sandbox");
  const query = Object.fromEntries(searchParams);
  if (one.id.startsWith("freight.")) {
    if (!/^\d{13}$/.test(query.timestamp)) return `the timestamp is ${query.timestamp}`;
    delete query.timestamp;
    delete query.sign;
  }
  const seen = { path: decodeURIComponent(pathname), query, body: body === "" ? undefined : exact(body) };
  const path = one.route.replaceAll(/\{(\w+)\}/g, (_, name) => one.path[name]);
  const expected = { path, query: one.query, body: one.body };
  const text = isExact ? sorted : loose;
  if (text(seen) !== text(expected)) return `the sandbox saw ${text(seen)}\nand not ${text(expected)}`;
  if (code !== first.code || msg !== first.msg)
    return `the answer is ${code} ${msg}, and another ${first.code} ${first.msg}`;
  return (ended !== 0) === shouldFail ? undefined : `it ended with ${ended}, and the answer was ${code} ${msg}`;
}

/**
 * What is wrong with what the samples of a call printed, by language.
 * @param {Record<string, Result>} results
 * @returns {[label: string, reason: string] | undefined}
 */
export const printProblem = (results) =>
  orReason(
    () => differenceOfOutput(results),
    (reason) => ["curl or another", reason],
  );

function differenceOfOutput({ TypeScript: method, "TypeScript (openapi-fetch)": path, curl, Python, Java }) {
  const whole = exact(curl.out);
  const same = sorted(whole);
  for (const [label, { out }] of Object.entries({ Python, Java })) {
    if (sorted(exact(out)) !== same) return [label, `it printed ${out}\nand curl ${curl.out}`];
  }
  if (loose(exact(path.out)) !== loose(whole)) return ["openapi-fetch", `it printed ${path.out}\nand curl ${curl.out}`];
  const result = method.out === "undefined\n" ? undefined : exact(method.out);
  const hasData = typeof whole === "object" && whole !== null && "code" in whole && "data" in whole;
  if (result === undefined ? hasData : ![loose(whole.data), loose(whole)].includes(loose(result))) {
    return ["methods", `it printed ${method.out}\nand curl ${curl.out}`];
  }
  return undefined;
}

/** As JSON with the members in one order. */
const sorted = (value) => stringify(inOrder(value, (one) => one)) ?? "undefined";

/** Ids may be numbers or texts, and text that holds JSON is what it holds. */
const loose = (value) =>
  sorted(
    inOrder(value, (one) => {
      if (typeof one === "bigint" || typeof one === "number") return String(one);
      if (typeof one !== "string" || !/^\s*[[{]/.test(one)) return one;
      try {
        return JSON.parse(loose(exact(one)));
      } catch {
        return one;
      }
    }),
  );

function inOrder(value, scalar) {
  if (Array.isArray(value)) return value.map((one) => inOrder(one, scalar));
  if (typeof value !== "object" || value === null) return scalar(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(
    members.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, one]) => [name, inOrder(one, scalar)]),
  );
}

/** What is not JSON is a difference, too. */
function orReason(compare, difference = (reason) => reason) {
  try {
    return compare();
  } catch (error) {
    return difference(String(error));
  }
}
