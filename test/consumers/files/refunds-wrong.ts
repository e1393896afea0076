// What the types of the generated client refuse.
import { createPandaPon, type Input, type Result } from "GENERATED";

export async function wrong(refund: Input<"alibaba.refunds.create">) {
  const pandapon = createPandaPon();
  await pandapon.alibaba.refunds.create({ ...refund, orderId: 1 }); // wrong
  await pandapon.alibaba.orders.get({ webSite: "1688", orderId: "1" }); // wrong
  await pandapon.taobao.refunds.list({ pageSize: 20 }); // wrong
  const created: Result<"alibaba.refunds.create"> = await pandapon.alibaba.refunds.create(refund);
  const refundId: number = created.refundId; // wrong
  return refundId;
}
