// Inputs that make a call fail without any code, as the test cards of payment services do: a text, or an id of each form.
import { readJson } from "../../core/exact-json.js";
import { meant } from "../exchange/option-names.js";
import { Refusal } from "../exchange/refusal.js";
import type { ReadRequest } from "../gateway/read.js";
import { KINDS, KIND_NAMES, type FaultKind } from "./kinds.js";

/** The inputs that give one kind of failure, in every call that has one of them anywhere in its inputs. */
export interface MagicInput {
  readonly kind: FaultKind;
  /** May stand in any text: a keyword, a remark, the name of a receiver. */
  readonly text: string;
  /** 19 digits: an order of 1688, or of Taobao outside of PandaPon. */
  readonly orderId: string;
  /** TQ and 18 digits: a refund of 1688. */
  readonly refundId: string;
  /** 12 digits: an order or an after-sales case of Taobao. */
  readonly taobaoId: string;
  /** 12 digits: an offer of 1688 or an item of Taobao. */
  readonly offerId: string;
  /** What happens. */
  readonly what: string;
}

/** The last digits of the ids. They never change: programs and tests hold them. */
const NUMBERS: Readonly<Record<FaultKind, number>> = {
  slow: 101,
  "reset-before": 102,
  "reset-after": 103,
  "cut-body": 104,
  "html-page": 105,
  "envelope-error": 106,
  "second-level": 107,
  "content-type": 108,
  "status-429": 429,
  "status-500": 500,
};

/** Ids of the right length, so full of zeros that none is anybody's. All are 64-bit integers. */
export const MAGIC_INPUTS: readonly MagicInput[] = KIND_NAMES.map((kind) => ({
  kind,
  text: `sandbox:${kind}`,
  orderId: `9000000000000000${NUMBERS[kind]}`,
  refundId: `TQ900000000000000${NUMBERS[kind]}`,
  taobaoId: `900000000${NUMBERS[kind]}`,
  offerId: `100000000${NUMBERS[kind]}`,
  what: KINDS[kind].what,
}));

const BY_ID = new Map(
  MAGIC_INPUTS.flatMap(({ kind, orderId, refundId, taobaoId, offerId }) =>
    [orderId, refundId, taobaoId, offerId].map((id) => [id, kind]),
  ),
);

const KNOWN_TEXT = new RegExp(`(?<![\\w-])sandbox:(${KIND_NAMES.join("|")})(?![\\w-])`);

export interface Magic {
  kind: FaultKind;
  /** Whether it was an id: the state does not know it, so the operation would only say that it does not exist. */
  isId: boolean;
}

/**
 * Looks for a magic input, at any depth and in JSON text too.
 * @throws Refusal for a text such as `sandbox:status-5000`, which was meant to be one
 */
export function magicIn(inputs: ReadRequest["inputs"]): Magic | undefined {
  // Not recursive, so that deep inputs cannot overflow the stack.
  const found: unknown[] = [inputs];
  for (const value of found) {
    if (typeof value === "object" && value !== null) {
      for (const member of Object.values(value)) found.push(member);
      continue;
    }
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "bigint") continue;
    const text = String(value);
    const byId = BY_ID.get(text);
    if (byId !== undefined) return { kind: byId, isId: true };
    const named = KNOWN_TEXT.exec(text)?.[1];
    const kind = KIND_NAMES.find((name) => name === named);
    if (kind !== undefined) return { kind, isId: false };
    if (/^sandbox:[\w-]+$/.test(text)) {
      const likely = meant(
        text.slice(0, 60),
        MAGIC_INPUTS.map((one) => one.text),
      );
      throw new Refusal(
        "asked",
        `There is no magic input ${text.slice(0, 60)}.${likely} After "sandbox:" comes a kind: ${KIND_NAMES.join(", ")}.`,
      );
    }
    if (/^\s*[[{]/.test(text)) found.push(readJson(text)?.value);
  }
  return undefined;
}
