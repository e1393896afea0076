// Checks the rules of failures on demand, so that each message says what to change.
import type { OperationTypes } from "pandapon-openapi";
import { suggestion } from "../../core/nearest-operation.js";
import { isObject, type Node } from "../../core/node.js";
import { Failure } from "../../core/problem.js";
import type { Inputs } from "../exchange/flow.js";
import { LONGEST_NAME, meant } from "../exchange/option-names.js";
import { Refusal } from "../exchange/refusal.js";
import { KINDS, KIND_NAMES, type Fault, type FaultKind } from "./kinds.js";
import { hasSecondLevel, operationsOf, TABLE } from "./match.js";

/** A call, as `when` sees it. */
export interface FaultCall {
  readonly operation: string;
  readonly userId: string;
  /** Path, query and body in one object. Integers beyond 2^53 are bigints. */
  readonly inputs: Inputs;
}

/** Which calls fail, and how. */
export type FaultRule = Fault & {
  /** An operationId, or a glob such as `alibaba.orders.*`, where `*` stands for any text. Default: every operation. */
  operation?: keyof OperationTypes | `${string}*${string}` | undefined;
  /**
   * Which of its calls fail: a function, or the values that some inputs must have, such as `{ keyword: "x" }`. An id may be a text, a
   * number or a bigint. Default: all.
   */
  when?: ((call: FaultCall) => boolean) | Inputs | undefined;
  /** How many calls fail: a whole number, or `Infinity`. Default: 1. */
  times?: number | undefined;
};

const COMMON = ["operation", "when", "times", "kind"];

/** The statuses that an answer with a body can have. */
const hasBody = (status: unknown): boolean => isWhole(status, 200, 599) && ![204, 205, 304].includes(Number(status));

const isWhole = (value: unknown, least: number, most: number): boolean =>
  typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";

/** HTTP headers are printable ASCII here. */
const isHeader = (value: unknown): boolean => typeof value === "string" && /^[!-~](?:[ -~]*[!-~])?$/.test(value);

type OptionCheck = readonly [isRight: (value: unknown) => boolean, must: string];

/** By option, or by kind and option where kinds differ. */
const CHECKS: Readonly<Record<string, OptionCheck>> = {
  // The longest wait of a timer.
  delayMs: [(ms) => isWhole(ms, 0, 2 ** 31 - 1), "must be a whole number of milliseconds, below 2^31"],
  retryAfter: [(seconds) => isWhole(seconds, 0, 2 ** 31 - 1), "must be a whole number of seconds"],
  status: [hasBody, "must be an HTTP status from 200 to 599 that allows a body"],
  "status-500 status": [(status) => isWhole(status, 500, 599), "must be an HTTP status from 500 to 599"],
  code: [(code) => isWhole(code, -(2 ** 31), 2 ** 31 - 1) && code !== 200, "must be a 32-bit integer other than 200"],
  "second-level code": [isText, "must be a text"],
  msg: [isText, "must be a text"],
  contentType: [isHeader, "must be a text that HTTP allows in a header"],
  acts: [(acts) => typeof acts === "boolean", "must be true or false"],
  times: [
    (times) => times === Infinity || isWhole(times, 1, Number.MAX_SAFE_INTEGER),
    "must be a whole number above 0, or Infinity",
  ],
  when: [
    (when) => typeof when === "function" || isObject(when),
    'must be a function, or an object of input values such as { keyword: "x" }',
  ],
  operation: [
    (glob) => typeof glob === "string" && glob.length <= LONGEST_NAME,
    `must be an operationId or a glob such as alibaba.orders.*, of at most ${LONGEST_NAME} characters`,
  ],
};

/** @throws Failure with code 2 that says what is wrong with the rule */
export function checkRule(given: unknown): FaultRule {
  if (!isObject(given)) throw wrong('A rule is an object such as { operation: "alibaba.orders.get", kind: "slow" }.');
  // A member that is undefined is as good as none.
  const rule: Node = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const kind = kindOf(rule["kind"]);
  const { options } = KINDS[kind];
  for (const [name, value] of Object.entries(rule)) {
    if (name === "kind") continue;
    if (!COMMON.includes(name) && !options.includes(name)) throw wrong(notAnOption(name, kind));
    const [isRight, must] = CHECKS[`${kind} ${name}`] ?? CHECKS[name] ?? [() => true, ""];
    if (!isRight(value)) throw wrong(`\`${name}\` ${must}.`);
  }
  checkOperation(String(rule["operation"] ?? "*"), kind);
  // Everything that the type says was checked.
  return rule as FaultRule;
}

/**
 * Reads a rule from JSON, where `when` can only be an object of input values, and `times` may be the text "Infinity" or null, which
 * is what JSON.stringify makes of Infinity.
 * @throws Refusal of reason `invalid` that says what is wrong
 */
export function ruleFromJson(value: unknown): FaultRule {
  const isEndless = isObject(value) && (value["times"] === null || value["times"] === "Infinity");
  try {
    return checkRule(isEndless ? { ...value, times: Infinity } : value);
  } catch (error) {
    throw error instanceof Failure ? new Refusal("invalid", error.message) : error;
  }
}

const wrong = (message: string): Failure => new Failure(2, message);

function kindOf(given: unknown): FaultKind {
  const kind = KIND_NAMES.find((name) => name === given);
  if (kind !== undefined) return kind;
  const known = `The kinds are ${KIND_NAMES.join(", ")}.`;
  if (typeof given !== "string") throw wrong(`\`kind\` is missing. ${known}`);
  throw wrong(`There is no kind of failure "${given.slice(0, 60)}".${meant(given, KIND_NAMES)} ${known}`);
}

function notAnOption(name: string, kind: FaultKind): string {
  const { options } = KINDS[kind];
  if (name === "acts") return `\`acts\` says nothing about a reset: use reset-before or reset-after.`;
  const own = options.length === 0 ? "It has none." : `Its options are ${options.join(", ")}.`;
  return `\`${name.slice(0, 60)}\` is not an option of ${kind}.${meant(name, [...options, ...COMMON])} ${own}`;
}

function checkOperation(glob: string, kind: FaultKind): void {
  const found = operationsOf(glob);
  if (found.length === 0) {
    const wildcard = /[?{[!]/.test(glob) ? " Only * stands for other text." : "";
    throw wrong(`No operation is called "${glob.slice(0, 60)}".${wildcard} ${suggestion(glob, Object.keys(TABLE))}`);
  }
  if (kind === "second-level" && !found.some((id) => hasSecondLevel(TABLE[id]))) throw wrong(noSecondLevel(glob));
}

/** @returns what to say if a second level was asked to fail and there is none */
export function noSecondLevel(operation: string): string {
  const those = Object.keys(TABLE).filter((id) => hasSecondLevel(TABLE[id]));
  return `${operation} has no second level of success. Use envelope-error, or one of ${those.join(", ")}.`;
}
