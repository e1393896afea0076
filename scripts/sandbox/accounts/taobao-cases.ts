// After-sales cases of Taobao orders, and those that a new account begins with: no known operation opens one. Amounts are in fen.
import {
  amount,
  digits,
  list,
  object,
  oneOf,
  orNull,
  pieces,
  records,
  text,
  time,
  whole,
  type Shaped,
} from "./shape.js";

export type TaobaoCase = Shaped<typeof taobaoCase>;
export const taobaoCase = object({
  /** 12 digits. */
  refundId: text,
  /** Values of upstream: applied, agreed (the goods have to come back), sent back, done, refused, closed. */
  status: oneOf("10", "20", "30", "100", "-10", "-20"),
  /** 1: money only. 2: the goods go back. */
  type: oneOf(1, 2),
  /** Values of upstream: 1 not sent, 4 received, 5 sent back, 6 the seller has them again. */
  goodsStatus: whole(6, 1),
  payOrderId: text,
  reasonId: whole(2 ** 31 - 1),
  reason: text,
  refundFee: amount,
  /** When the current deadline ends, in milliseconds since 1970 UTC. */
  timeoutAt: time,
  timeoutType: text,
  refusal: orNull(text),
  /** The parcel with which the goods go back. */
  parcel: orNull(object({ buyerPhone: text, companyCode: text, mailNo: text, note: text })),
  messages: list(object({ at: time, text, images: text })),
  /** The order line that the case is about. */
  line: object({
    createdAt: time,
    title: text,
    properties: records(text),
    purchaseOrderId: digits,
    purchaseOrderLineId: digits,
    quantity: pieces,
    amount,
    salesOrderId: text,
    supplierId: digits,
    supplierNick: text,
  }),
});

/** The time of the case in the contract's example of the list. */
const CREATED = 1_698_216_212_000;

const LINE: TaobaoCase["line"] = {
  createdAt: CREATED,
  title: "零食瓜子仁",
  properties: { 食品口味: "瓜子仁5包(试吃)" },
  purchaseOrderId: "200028508720",
  purchaseOrderLineId: "200028508721",
  quantity: 1,
  amount: 392,
  salesOrderId: "500918-1034477311887409465",
  supplierId: "3937219703",
  supplierNick: "示例店铺",
};

const CASE: Omit<TaobaoCase, "refundId" | "status"> = {
  type: 1,
  goodsStatus: 1,
  payOrderId: "3582133814705377121",
  reasonId: 150013,
  reason: "我不想要了",
  refundFee: 392,
  timeoutAt: 1_698_313_367_000,
  timeoutType: "sAgreeRefundT",
  refusal: null,
  parcel: null,
  messages: [],
  line: LINE,
};

/** A case of other goods, which were received and go back. */
function goingBack(refundId: string, status: TaobaoCase["status"], own: Partial<TaobaoCase> = {}): TaobaoCase {
  const number = BigInt(refundId) % 1_000_000n;
  return {
    ...CASE,
    refundId,
    status,
    type: 2,
    goodsStatus: 4,
    payOrderId: String(2_597_049_687_000_736_161n + number * 1_000_000n),
    timeoutType: "bReturnGoodsT",
    line: {
      ...LINE,
      createdAt: CREATED + Number(number) * 1000,
      title: "示例商品",
      properties: { 颜色分类: "黄色" },
      purchaseOrderId: String(200_003_000_000n + number * 10n),
      purchaseOrderLineId: String(200_003_000_001n + number * 10n),
      salesOrderId: `500918-${1_034_477_311_000_409_465n + number * 1_000_000n}`,
    },
    ...own,
  };
}

const PARCEL = { buyerPhone: "10000000001", companyCode: "SF", mailNo: "SF00110test", note: "test" };

/** The ids of the first five are those of the contract's examples. */
const CASES: TaobaoCase[] = [
  { ...CASE, refundId: "110002687818", status: "100" },
  {
    ...CASE,
    refundId: "110002685755",
    status: "100",
    line: {
      ...LINE,
      createdAt: CREATED - 86_400_000,
      purchaseOrderId: "200028508710",
      purchaseOrderLineId: "200028508711",
      salesOrderId: "500918-1034477311886409465",
    },
  },
  goingBack("110000235001", "20"),
  goingBack("110000303674", "20"),
  goingBack("110000300003", "30", { goodsStatus: 5, parcel: PARCEL }),
  goingBack("110000300010", "10", { timeoutType: "sAgreeRefundT" }),
  goingBack("110000300011", "-10", { refusal: "商品影响二次销售" }),
  goingBack("110000300012", "-20"),
  {
    ...CASE,
    refundId: "110000300013",
    status: "10",
    line: {
      ...LINE,
      createdAt: CREATED + 86_400_000,
      purchaseOrderId: "200028508730",
      purchaseOrderLineId: "200028508731",
      salesOrderId: "500918-1034477311888409465",
    },
  },
];

export const seededCases = (): Record<string, TaobaoCase> =>
  Object.fromEntries(CASES.map((one) => [one.refundId, one]));
