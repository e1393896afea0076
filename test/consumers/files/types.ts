// What consumers write in TypeScript. The compiler must refuse the lines that are marked, and no others.
import {
  createClient,
  createPandaPon,
  operationTable,
  PandaPonError,
  type Input,
  type Int64,
  type ListCall,
  type Result,
} from "pandapon-openapi";
import { createPandaPon as createWith, type ClientOptions } from "pandapon-openapi/core";
import { signatureHeaders, signer, type Signer } from "pandapon-openapi/signing";

declare module "pandapon-openapi" {
  interface Observed {
    "alibaba.orders.create": { input: { remark?: string }; result: { payId: Int64 } };
  }
}

const options: ClientOptions = { userId: "2100007341207", timeoutMs: 1000 };
export const wrongOption: ClientOptions = { timeoutMs: "1000" }; // wrong
export const own: Signer = signer(options);
export const wrongSigner: number = signer(options); // wrong
const parts = { accessKey: "key", accessSecret: "secret", nonce: "nonce", timestamp: "1733474179" };
export const signature: string = signatureHeaders(parts, "2100007341207").signature;

export async function calls(refund: Input<"alibaba.refunds.create">, order: Input<"alibaba.orders.create">) {
  const pandapon = createPandaPon(options);
  const created = await pandapon.alibaba.refunds.create({ ...refund, orderId: 2542285634920880794n });
  const refundId: string | null | undefined = created.refundId;
  const wrongId: number = created.refundId; // wrong
  await pandapon.alibaba.refunds.create({ ...refund, orderId: 1 }); // wrong
  await pandapon.alibaba.refunds.remove(); // wrong
  const list: ListCall<Result<"taobao.refunds.list">, unknown> = pandapon.taobao.refunds.list({ pageSize: 20 });
  const remark: string | undefined = order.remark;
  const payId: string = (await pandapon.alibaba.orders.create({ ...order, remark: "late" })).payId;
  const wrongPayId: number = (await pandapon.alibaba.orders.create(order)).payId; // wrong

  const { data } = await createClient(options).GET("/open/product/get", { params: { query: { itemId: "1" } } });
  const itemId: Int64 | undefined = data?.data?.itemId;
  await createClient(options).GET("/open/product/gone"); // wrong

  const small = createWith(options, { "alibaba.refunds.create": operationTable["alibaba.refunds.create"] });
  return { refundId, wrongId, list, remark, payId, wrongPayId, itemId, small };
}

export function failed(error: unknown): string | undefined {
  if (!(error instanceof PandaPonError)) return undefined;
  const wrongKind: "none" = error.kind; // wrong
  return error.code ?? wrongKind;
}
