// What the steps of the test door have in common, on both platforms.
import type { FlowContext, Inputs, Step } from "./flow.js";
import { conflict, invalid, isMissing, wholeOf } from "./inputs.js";

/** An order or an after-sales case. */
interface Stepping {
  status: string;
}

type Find<T> = (id: string, context: FlowContext) => T;

/** A step from some states on. It answers with the record as the state has it. */
export const stepFrom =
  <T extends Stepping>(
    find: Find<T>,
    from: readonly T["status"][],
    act: (found: T, context: FlowContext, body: Inputs) => void,
  ): Step =>
  (id, body, context) => {
    const found = find(id, context);
    if (!from.includes(found.status)) {
      throw conflict(`The step does not fit: ${id} has status ${found.status}, and it needs ${from.join(" or ")}.`);
    }
    act(found, context, body);
    return found;
  };

/** The step that follows. @param next the steps, by the state from which they lead */
export const nextStep =
  <T extends Stepping>(find: Find<T>, next: Readonly<Partial<Record<T["status"], Step>>>): Step =>
  (id, body, context) => {
    const status: T["status"] = find(id, context).status;
    const step = next[status];
    if (step === undefined) throw conflict(`No step follows: ${id} has status ${status}.`);
    return step(id, body, context);
  };

interface Costing {
  amount: number;
}

/** What all lines cost together. */
export const sumOf = (lines: readonly Costing[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

/**
 * The seller changes what an unpaid order costs: `productAmount` of all goods, `shippingFee`, or both, in fen. A new amount for the goods
 * is shared out among the lines in proportion.
 * @param freight that of the order so far
 * @returns the new one
 */
export function newPrice({ productAmount, shippingFee }: Inputs, lines: readonly Costing[], freight: number): number {
  if (isMissing(productAmount) && isMissing(shippingFee)) {
    throw invalid("Send productAmount, shippingFee, or both: whole numbers of fen.");
  }
  const goods = isMissing(productAmount) ? undefined : wholeOf(productAmount, "productAmount", 0, " of fen");
  const newFreight = isMissing(shippingFee) ? freight : wholeOf(shippingFee, "shippingFee", 0, " of fen");
  if (goods !== undefined) shareOut(goods, lines);
  return newFreight;
}

/** Each line gets its part of what is left, so that the parts add up. */
function shareOut(total: number, lines: readonly Costing[]): void {
  let before = sumOf(lines);
  let left = total;
  for (const [at, line] of lines.entries()) {
    const isLast = at === lines.length - 1 || before === 0;
    const part = isLast ? left : Number((BigInt(left) * BigInt(line.amount)) / BigInt(before));
    before -= line.amount;
    left -= part;
    line.amount = part;
  }
}
