// The value that a call gives at run time has the type that the caller sees.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";
import {
  createClient,
  createPandaPon,
  PandaPonError,
  type components,
  type PandaPon,
  type PandaPonClient,
} from "../../dist/src/index.js";

/** PandaPon's answers, by path. */
const ANSWERS: Record<string, string> = {
  "/alibaba/order/pay/url":
    '{"code":200,"requestId":"r1","developId":1110890638347337996,"data":{"orderId":"2019601741959504495","cantPayOrderList":[2019601741959504495]}}',
  "/open/order/refund/queryList":
    '{"code":200,"data":{"total":1,"refundOrderAggregates":[{"refundOrder":{"refundId":"110002687818"},"purchaseOrderLine":{"purchaseOrderId":200028508720}}]}}',
  "/alibaba/refund/info": '{"code":40001,"msg":"no such case","requestId":"r2"}',
};

let pandapon: PandaPon;
let client: PandaPonClient;

const server = createServer((request, response) => {
  response.setHeader("content-type", "application/json");
  response.end(ANSWERS[request.url?.split("?")[0] ?? ""]);
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  const options = { accessKey: "k", accessSecret: "s", userId: "u", baseUrl: `http://127.0.0.1:${port}` };
  pandapon = createPandaPon(options);
  client = createClient(options);
});

afterAll(() => server.close());

test("a method: ids are strings, even if they were numbers on the wire", async () => {
  const pay = await pandapon.alibaba.orders.getPayUrl({ orderId: 2019601741959504495n });
  expectTypeOf(pay?.orderId).toEqualTypeOf<string | null | undefined>();
  expect(pay?.orderId).toBe("2019601741959504495");
  expectTypeOf(pay?.cantPayOrderList).toEqualTypeOf<string[] | null | undefined>();
  expect(pay?.cantPayOrderList).toEqual(["2019601741959504495"]);
});

test("a method: the response and other facts of the answer", async () => {
  const whole = await pandapon.alibaba.orders.getPayUrl({}).withResponse();
  expectTypeOf(whole.requestId).toEqualTypeOf<string | undefined>();
  expect(whole.requestId).toBe("r1");
  expectTypeOf(whole.attempts).toEqualTypeOf<number>();
  expect(whole.attempts).toBe(1);
  expectTypeOf(whole.response).toEqualTypeOf<Response>();
  expect(whole.response).toBeInstanceOf(Response);
});

test("a method: the records of a list", async () => {
  const ids: unknown[] = [];
  for await (const item of pandapon.taobao.refunds.list({ pageNo: 1, pageSize: 1 }).items()) {
    expectTypeOf(item).toEqualTypeOf<components["schemas"]["TaobaoRefundOrderAggregate"]>();
    expectTypeOf(item.purchaseOrderLine?.purchaseOrderId).toEqualTypeOf<string | undefined>();
    ids.push(item.purchaseOrderLine?.purchaseOrderId);
  }
  expect(ids).toEqual(["200028508720"]);
});

test("a method: a failure is thrown", async () => {
  const error: unknown = await pandapon.alibaba.refunds.get({}).catch((reason: unknown) => reason);
  if (!(error instanceof PandaPonError)) throw new Error("another error was thrown");
  expectTypeOf(error.code).toEqualTypeOf<string | undefined>();
  expect(error.code).toBe("40001");
  expectTypeOf(error.requestId).toEqualTypeOf<string | undefined>();
  expect(error.requestId).toBe("r2");
});

test("a call by path: the whole answer", async () => {
  const { data, error } = await client.GET("/alibaba/order/pay/url");
  if (error) throw error;
  expectTypeOf(data.developId).toEqualTypeOf<string | null | undefined>();
  expect(data.developId).toBe("1110890638347337996");
  expectTypeOf(data.data?.orderId).toEqualTypeOf<string | null | undefined>();
  expect(data.data?.orderId).toBe("2019601741959504495");
});

test("a call by path: a failure is returned", async () => {
  const { data, error } = await client.POST("/alibaba/refund/info");
  if (!error) throw new Error("the call succeeded");
  expectTypeOf(error).toEqualTypeOf<PandaPonError>();
  expect(error).toBeInstanceOf(PandaPonError);
  expectTypeOf(data).toEqualTypeOf<undefined>();
  expect(data).toBeUndefined();
});
