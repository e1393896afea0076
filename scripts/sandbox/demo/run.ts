// The demo: one 1688 order and its refund, through the real client, against a sandbox over HTTP.
import { createPandaPon, type PandaPon } from "pandapon-openapi";

/** A request as it was sent. The credentials are made up, so nothing of it is hidden. */
interface DemoRequest {
  method: string;
  url: string;
  /** The five signed headers; none at the test door. */
  headers: Record<string, string>;
  body?: string;
}

export interface DemoStep {
  title: string;
  /** The operationId, or `test door`. */
  operation: string;
  request: DemoRequest;
  /** What matters in the answer, one line each. */
  answer: string[];
}

export interface DemoTarget {
  /** Without a slash at its end. */
  baseUrl: string;
  credentials: { accessKey: string; accessSecret: string; userId: string };
  onStep: (step: DemoStep) => void;
}

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
  let sent: DemoRequest | undefined;
  const client = createPandaPon({
    ...credentials,
    baseUrl,
    maxRetries: 0,
    fetch: (url, init) => {
      const { method, headers, body } = init;
      const signed = SIGNED.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]));
      sent = { method, url, headers: Object.fromEntries(signed), ...(body !== undefined && { body }) };
      return fetch(url, init);
    },
  });

  /** Runs one step and reports it. */
  async function step<T>(
    title: string,
    operation: string,
    act: (client: PandaPon) => PromiseLike<T>,
    essence: (answer: T) => string[],
  ): Promise<T> {
    sent = undefined;
    const answer = await act(client);
    if (sent !== undefined) onStep({ title, operation, request: sent, answer: essence(answer) });
    return answer;
  }

  async function door(title: string, path: string, essence: (answer: unknown) => string[]): Promise<unknown> {
    const url = `${baseUrl}/sandbox/${path}`;
    const headers = { "content-type": "application/json", "user-id": credentials.userId };
    const response = await fetch(url, { method: "POST", headers, body: "{}" });
    const text = await response.text();
    if (!response.ok) throw new Error(`The test door refuses ${path}: HTTP ${response.status} ${text}`);
    const answer: unknown = JSON.parse(text);
    onStep({ title, operation: "test door", request: { method: "POST", url, headers: {} }, answer: essence(answer) });
    return answer;
  }

  const { offerId } = await step(
    "Search for a product",
    "alibaba.products.search",
    ({ alibaba }) => alibaba.products.search({ keyword: "T恤", beginPage: 1, pageSize: 3 }),
    ({ data = [], totalRecords }) => [
      `${String(totalRecords)} products`,
      ...data.slice(0, 1).map((one) => `offerId ${String(one.offerId)}, ${String(one.subject)}`),
    ],
  ).then(({ data = [] }) => ({ offerId: String(data[0]?.offerId) }));

  const product = await step(
    "Get its variants",
    "alibaba.products.get",
    ({ alibaba }) => alibaba.products.get({ offerId }),
    ({ productSkuInfos }) =>
      (productSkuInfos ?? []).slice(0, 1).map((sku) => `specId ${String(sku.specId)}, ${String(sku.price)} yuan`),
  );
  const cargoParamList = [{ offerId, specId: String(product.productSkuInfos?.[0]?.specId), quantity: 2 }];

  await step(
    "Preview the order",
    "alibaba.orders.preview",
    ({ alibaba }) => alibaba.orders.preview({ addressParam: ADDRESS, cargoParamList }),
    (answer) => [`${yuan(at(answer, "orderPreviewResuslt", "0", "sumPayment"))} with freight`],
  );
  const order = await step(
    "Create the order",
    "alibaba.orders.create",
    ({ alibaba }) => alibaba.orders.create({ flow: "general", addressParam: ADDRESS, cargoParamList }),
    (answer) => [`orderId ${String(answer?.orderId)}`],
  );
  const orderId = String(order?.orderId);
  await step(
    "Ask where to pay",
    "alibaba.orders.getPayUrl",
    ({ alibaba }) => alibaba.orders.getPayUrl({ orderId }),
    ({ payUrl }) => [`payUrl ${String(payUrl)}`],
  );
  await door("A person opens the link and pays", `orders/${orderId}/pay`, statusOf);
  await door("The seller sends the goods", `orders/${orderId}/ship`, statusOf);
  const delivered = await door("The parcel arrives", `orders/${orderId}/deliver`, statusOf);
  const orderEntryIds = entryIdsIn(delivered);

  const detail = await step(
    "Get the order",
    "alibaba.orders.get",
    ({ alibaba }) => alibaba.orders.get({ orderId, webSite: "1688" }),
    (answer) => {
      const { status, totalAmount } = Object(at(answer, "baseInfo")) as Record<string, unknown>; // any value has members
      return [`status ${String(status)}, ${String(totalAmount)} yuan`];
    },
  );
  const applyPayment = Math.round(Number(at(detail, "baseInfo", "sumProductPayment")) * 100);
  const refund = await step(
    "Apply for a refund: the goods go back",
    "alibaba.refunds.create",
    ({ alibaba }) =>
      alibaba.refunds.create({
        orderId,
        orderEntryIds,
        disputeRequest: "returnRefund",
        applyPayment,
        applyCarriage: 0,
        applyReasonId: "20006",
        description: "Wrong colour delivered",
        goodsStatus: "refundBuyerReceived",
      }),
    ({ refundId }) => [
      `refundId ${String(refundId)}`,
      `orderId was sent as a number; JavaScript would make it ${Number(orderId)}`,
    ],
  );
  const refundId = String(refund.refundId);
  await door("The seller agrees", `refunds/${refundId}/agree`, statusOf);
  await step(
    "Send the goods back",
    "alibaba.refunds.submitReturn",
    ({ alibaba }) =>
      alibaba.refunds.submitReturn({ refundId, logisticsCompanyNo: "SF", freightBill: "SF0000000000001" }),
    ({ success }) => [`success ${String(success)}`],
  );
  await door("The seller gets them and pays the money back", `refunds/${refundId}/finish`, statusOf);
  await step(
    "Get the refund",
    "alibaba.refunds.get",
    ({ alibaba }) => alibaba.refunds.get({ refundId }),
    (answer) => [
      `status ${String(at(answer, "status"))}, ${yuan(at(answer, "refundPayment"))} paid back`,
      `of order ${String(at(answer, "orderId"))}`,
    ],
  );
}

const yuan = (fen: unknown): string => `${(Number(fen) / 100).toFixed(2)} yuan`;

function at(value: unknown, ...names: string[]): unknown {
  return names.reduce<unknown>(
    (so, name) =>
      typeof so === "object" && so !== null ? Object.getOwnPropertyDescriptor(so, name)?.value : undefined,
    value,
  );
}

/** The first status that the test door tells. */
const statusOf = (answer: unknown): string[] =>
  membersIn(answer, "status")
    .slice(0, 1)
    .map((status) => `status ${status}`);

/** No known answer of PandaPon shows the ids of sub-orders, so they are read at the test door. */
const entryIdsIn = (answer: unknown): string[] => membersIn(answer, "entryId");

function membersIn(value: unknown, name: string): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    key === name && typeof member === "string" ? [member] : membersIn(member, name),
  );
}
