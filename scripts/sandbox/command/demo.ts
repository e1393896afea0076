// The demo: one 1688 order and its refund, through the real client, against a sandbox over HTTP.
import { createPandaPon, operationTable, type OperationTable } from "pandapon-openapi";
import type { Credentials } from "../../core/credentials.js";

export interface DemoStep {
  title: string;
  /** The operationId, or `test door`. */
  operation: string;
  /** As it was sent, with the five signed headers, or none at the test door. The credentials are made up, so nothing of it is hidden. */
  request: { method: string; url: string; headers: Record<string, string>; body?: string };
  /** What matters in the answer, one line each. */
  answer: string[];
}

export interface DemoTarget {
  /** Without a slash at its end. */
  baseUrl: string;
  credentials: Credentials;
  onStep: (step: DemoStep) => void;
}

const TABLE: OperationTable = operationTable;
const SIGNED = ["access-key", "timestamp", "nonce-str", "user-id", "signature"];
const ADDRESS = {
  fullName: "Test Buyer",
  mobile: "10000000001",
  phone: "10000000001",
  postCode: "000000",
  provinceText: "浙江省",
  cityText: "杭州市",
  areaText: "余杭区",
  townText: "示例镇",
  address: "示例路1号",
};

/** @throws PandaPonError, or Error of the test door, if a step fails */
export async function runDemo({ baseUrl, credentials, onStep }: DemoTarget): Promise<void> {
  let sent: DemoStep["request"] = { method: "", url: "", headers: {} };
  const client = createPandaPon({
    ...credentials,
    baseUrl,
    maxRetries: 0,
    fetch: (url, init) => {
      const { method, headers, body } = init;
      const signed = Object.fromEntries(SIGNED.map((name) => [name, headers[name] ?? ""]));
      sent = { method, url, headers: signed, ...(body !== undefined && { body }) };
      return fetch(url, init);
    },
  });

  /** Calls an operation and reports it. */
  async function call(
    title: string,
    operation: string,
    input: Record<string, unknown>,
    show: (answer: unknown) => string[],
  ): Promise<unknown> {
    const { method = "POST", path = "" } = TABLE[operation] ?? {};
    const answer: unknown = await client.request(method, path, input);
    onStep({ title, operation, request: sent, answer: show(answer) });
    return answer;
  }

  /** Does at the test door what no operation does. */
  async function act(title: string, path: string): Promise<unknown> {
    const url = `${baseUrl}/sandbox/${path}`;
    const headers = { "content-type": "application/json", "user-id": credentials.userId };
    const response = await fetch(url, { method: "POST", headers, body: "{}" });
    const text = await response.text();
    if (!response.ok) throw new Error(`The test door refuses ${path}: HTTP ${response.status} ${text}`);
    const answer: unknown = JSON.parse(text);
    const request = { method: "POST", url, headers: {} };
    onStep({ title, operation: "test door", request, answer: [`status ${at(answer, "status")}`] });
    return answer;
  }

  const search = { keyword: "T恤", beginPage: 1, pageSize: 3 };
  const found = await call("Search for a product", "alibaba.products.search", search, (answer) => [
    `${at(answer, "totalRecords")} products`,
    `offerId ${at(answer, "data", "0", "offerId")}, ${at(answer, "data", "0", "subject")}`,
  ]);
  const offerId = at(found, "data", "0", "offerId");
  const product = await call("Get its variants", "alibaba.products.get", { offerId }, (answer) => {
    const sku = (name: string): string => at(answer, "productSkuInfos", "0", name);
    return [`specId ${sku("specId")}, ${sku("price")} yuan`];
  });
  const cargoParamList = [{ offerId, specId: at(product, "productSkuInfos", "0", "specId"), quantity: 2 }];
  const goods = { addressParam: ADDRESS, cargoParamList };
  await call("Preview the order", "alibaba.orders.preview", goods, (answer) => [
    `${yuan(at(answer, "orderPreviewResuslt", "0", "sumPayment"))} with freight`,
  ]);
  const order = await call("Create the order", "alibaba.orders.create", { flow: "general", ...goods }, (answer) => [
    `orderId ${at(answer, "orderId")}`,
  ]);
  const orderId = at(order, "orderId");
  await call("Ask where to pay", "alibaba.orders.getPayUrl", { orderId }, (answer) => [
    `payUrl ${at(answer, "payUrl")}`,
  ]);
  await act("A person opens the link and pays", `orders/${orderId}/pay`);
  await act("The seller sends the goods", `orders/${orderId}/ship`);
  const delivered = await act("The parcel arrives", `orders/${orderId}/deliver`);
  const detail = await call("Get the order", "alibaba.orders.get", { orderId, webSite: "1688" }, (answer) => [
    `status ${at(answer, "baseInfo", "status")}, ${at(answer, "baseInfo", "totalAmount")} yuan`,
  ]);
  const application = {
    orderId,
    // No known answer of PandaPon shows the ids of sub-orders, so they are read at the test door.
    orderEntryIds: [at(delivered, "entries", "0", "entryId")],
    disputeRequest: "returnRefund",
    applyPayment: Math.round(Number(at(detail, "baseInfo", "sumProductPayment")) * 100),
    applyCarriage: 0,
    applyReasonId: "20006",
    description: "Wrong colour delivered",
    goodsStatus: "refundBuyerReceived",
  };
  const title = "Apply for a refund: the goods go back";
  const refund = await call(title, "alibaba.refunds.create", application, (answer) => [
    `refundId ${at(answer, "refundId")}`,
    `orderId was sent as a number; JavaScript would make it ${Number(orderId)}`,
  ]);
  const refundId = at(refund, "refundId");
  await act("The seller agrees", `refunds/${refundId}/agree`);
  const parcel = { refundId, logisticsCompanyNo: "SF", freightBill: "SF0000000000001" };
  await call("Send the goods back", "alibaba.refunds.submitReturn", parcel, (answer) => [
    `success ${at(answer, "success")}`,
  ]);
  await act("The seller gets them and pays the money back", `refunds/${refundId}/finish`);
  await call("Get the refund", "alibaba.refunds.get", { refundId }, (answer) => [
    `status ${at(answer, "status")}, ${yuan(at(answer, "refundPayment"))} paid back`,
    `of order ${at(answer, "orderId")}`,
  ]);
}

const yuan = (fen: string): string => `${(Number(fen) / 100).toFixed(2)} yuan`;

/** What is at a path of an answer, as text. */
const at = (value: unknown, ...path: string[]): string =>
  String(path.reduce<unknown>((so, name) => Object.getOwnPropertyDescriptor(Object(so), name)?.value, value));
