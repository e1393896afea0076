// A file of the other module format declares more of `Observed`. Both formats see both declarations.
import { createPandaPon, type Int64 } from "pandapon-openapi";

declare module "pandapon-openapi" {
  interface Observed {
    "alibaba.orders.cancel": { result: { cancelId: Int64 } };
  }
}

export async function observed() {
  const { orders } = createPandaPon().alibaba;
  const input = { webSite: "1688", orderId: "2542285634920880794", cancelReason: "other" };
  const cancelId: string = (await orders.cancel(input)).cancelId;
  const wrongId: number = (await orders.cancel(input)).cancelId; // wrong
  return { cancelId, wrongId };
}
export type Created = Awaited<ReturnType<ReturnType<typeof createPandaPon>["alibaba"]["orders"]["create"]>>;
export const payId = (created: Created): string => created.payId;
export const wrongPayId = (created: Created): number => created.payId; // wrong
