// Failures on demand: the rules that `fail` adds, and which of them a call meets.
import { Refusal } from "../exchange/refusal.js";
import type { ReadRequest } from "../gateway/read.js";
import type { Fault } from "./kinds.js";
import { magicIn } from "./magic.js";
import { fits, hasSecondLevel, operationsOf } from "./match.js";
import { checkRule, noSecondLevel, type FaultCall, type FaultRule } from "./rule.js";

/** The failure that a call meets. */
export type Met = Fault & {
  /** Whether an id asked for it: if the operation refuses that id, its example is answered in place of the refusal. */
  readonly byId?: boolean;
};

interface Held {
  readonly rule: FaultRule;
  readonly operations: ReadonlySet<string>;
  left: number;
}

export class Faults {
  #held: readonly Held[] = [];

  /**
   * @returns a function that takes the rule back
   * @throws Failure with code 2 that says what is wrong with the rule
   */
  add(given: FaultRule): () => void {
    const rule = checkRule(given);
    const held = { rule, operations: new Set(operationsOf(rule.operation ?? "*")), left: rule.times ?? 1 };
    this.#held = [...this.#held, held];
    return () => (this.#held = this.#held.filter((one) => one !== held));
  }

  /** The rules that can still strike, in the order in which they are tried. `times` is how many calls are left; a function is left out. */
  list(): object[] {
    return this.#held.map(({ rule: { when, ...rule }, left }) => ({
      ...rule,
      ...(typeof when === "object" && { when }),
      times: left === Infinity ? "Infinity" : left,
    }));
  }

  /**
   * Finds the failure of a call: that of the first rule that fits, or that of a magic input.
   * @throws Refusal if a magic input asks for what the operation does not have
   */
  take(call: ReadRequest): Met | undefined {
    const { operation, inputs, userId, info } = call;
    const held = this.#held.find(
      (one) =>
        one.operations.has(operation) &&
        (one.rule.kind !== "second-level" || hasSecondLevel(info)) &&
        isWhen(one.rule.when, { operation, inputs, userId }),
    );
    if (held !== undefined) {
      held.left -= 1;
      if (held.left === 0) this.#held = this.#held.filter((one) => one !== held);
      return held.rule;
    }
    const magic = magicIn(inputs);
    if (magic === undefined) return undefined;
    if (magic.kind === "second-level" && !hasSecondLevel(info)) throw new Refusal("asked", noSecondLevel(operation));
    return { kind: magic.kind, byId: magic.isId };
  }

  clear(): void {
    this.#held = [];
  }
}

function isWhen(when: FaultRule["when"], call: FaultCall): boolean {
  if (typeof when !== "function") return when === undefined || fits(when, call.inputs);
  try {
    return when(call);
  } catch (error) {
    throw new Refusal("asked", `The function \`when\` of a rule failed: ${String(error)}`);
  }
}
