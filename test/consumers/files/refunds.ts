// A program with a client that `pandapon generate` wrote. The compiler must refuse the lines that are marked, and no others.
import { createPandaPon, PandaPonError, type Input, type PandaPon, type Result } from "GENERATED";

const options = {
  accessKey: "0123456789abcdef0123456789abcdef",
  accessSecret: "fedcba9876543210fedcba9876543210",
  userId: "2100007341207",
  baseUrl: "BASE_URL",
  maxRetries: 0,
};
const refund: Input<"alibaba.refunds.create"> = {
  orderId: "2542285634920880794",
  orderEntryIds: [2542285634921880795n],
  disputeRequest: "refund",
  applyPayment: 1990,
  applyCarriage: 0,
  applyReasonId: "20006",
  description: "T恤",
  goodsStatus: "refundWaitSellerSend",
};

export async function refunds(): Promise<{ name: string; reason?: string }[]> {
  const pandapon: PandaPon = createPandaPon(options);
  const created: Result<"alibaba.refunds.create"> = await pandapon.alibaba.refunds.create(refund);
  const failure: unknown = await pandapon.alibaba.refunds
    .create({ ...refund, applyPayment: 1 })
    .catch((error: unknown) => error);
  const isId = created.refundId === "2542285634921880795";
  return [
    { name: "ids keep every digit", ...(!isId && { reason: String(created.refundId) }) },
    { name: "a refused call fails", ...(!(failure instanceof PandaPonError) && { reason: String(failure) }) },
  ];
}
