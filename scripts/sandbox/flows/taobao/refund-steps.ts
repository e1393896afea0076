// What the seller does to after-sales cases of Taobao orders: there is no operation for it.
import type { TaobaoCase } from "../../accounts/taobao-cases.js";
import type { FlowContext, Inputs, Step } from "../../exchange/flow.js";
import { Refusal } from "../../exchange/refusal.js";
import { recordOf, textOf } from "./read.js";
import { DEADLINE_MS } from "./refunds.js";

/** @returns the case as the state has it */
const step =
  (from: readonly TaobaoCase["status"][], act: (found: TaobaoCase, body: Inputs) => void): Step =>
  (id, body, { account, now }: FlowContext) => {
    const found = recordOf(account.taobao.refunds, id, "after-sales case");
    if (!from.includes(found.status))
      throw new Refusal("conflict", `Case ${id} has status ${found.status}. This step needs ${from.join(" or ")}.`);
    act(found, body);
    found.timeoutAt = now + DEADLINE_MS;
    return found;
  };

/** Money only: the refund is done. Else the goods have to come back first. */
export const agree = step(["10"], (found) => {
  found.status = found.type === 1 ? "100" : "20";
  if (found.type === 2) found.timeoutType = "bReturnGoodsT";
});

/** Before agreeing, or after looking at the goods that came back. `reason` is the seller's. */
export const refuse = step(["10", "30"], (found, { reason }) => {
  found.status = "-10";
  found.refusal = textOf(reason) ?? "卖家拒绝";
});

/** The goods are back, and the refund is done. */
export const finish = step(["30"], (found) => {
  found.status = "100";
  found.goodsStatus = 6;
});
