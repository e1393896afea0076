// The parcels of a sub-order. What happened to a parcel follows from the clock: its trace grows by itself once the goods are sent.
import type { TaobaoLine, TaobaoOrder } from "../../accounts/taobao.js";
import type { Flow } from "../../exchange/flow.js";
import { idOf, recordOf } from "../../exchange/inputs.js";

const HOUR = 3_600_000;

/** The stations of every parcel, and when it comes and goes, in milliseconds after dispatch. The first is that of the contract's example. */
const STATIONS = [
  { city: "北京市", district: "朝阳区", facility: "北京", comes: 0, goes: 93_000 },
  { city: "杭州市", district: "余杭区", facility: "杭州", comes: 24 * HOUR, goes: 30 * HOUR },
];

export const getLogistics: Flow = ({ subPurchaseOrderId }, { account, now }) => {
  const hint = "Send the id of the sub-order, 12 digits, not that of the order.";
  const id = idOf(subPurchaseOrderId, "subPurchaseOrderId", hint);
  const lines = Object.values(account.taobao.orders).flatMap((order) =>
    order.lines.map((line) => [line.subPurchaseOrderId, { order, line }] as const),
  );
  const { order, line } = recordOf(Object.fromEntries(lines), id, "sub-order");
  return {
    purchaseOrderOuterId: line.outerId,
    pnmLogisticsDetails: line.mailNo === null ? [] : [parcelOf(order, line, now)],
  };
};

const parcelOf = (order: TaobaoOrder, line: TaobaoLine, now: number): object => ({
  mailNo: line.mailNo,
  logisticsTraces: tracesOf(order, now),
  logisticsPartner: [
    { companyImageUrl: "https://img.example.com/carrier-1.png", company: "示例快递", companyContact: "10000000001" },
  ],
  receiver: {
    zipCode: order.receiver["zip"] ?? "",
    address: order.receiver["address"] ?? "",
    province: order.receiver["state"] ?? "",
    city: order.receiver["city"] ?? "",
    district: order.receiver["district"] ?? "",
    phone: order.receiver["mobile_phone"] ?? "",
    name: order.receiver["name"] ?? "",
  },
  logisticsGoods: [
    {
      title: line.title,
      property: line.variant,
      imageUrl: "https://img.example.com/item-1.jpg",
      quantity: String(line.quantity),
    },
  ],
});

/** The newest first. A parcel that was delivered early has been everywhere by then. */
function tracesOf({ sentAt, deliveredAt, receiver }: TaobaoOrder, now: number): object[] {
  if (sentAt === null) return [];
  const passed = STATIONS.flatMap(({ comes, goes, ...station }) => [
    { ...station, action: "TMS_STATION_IN", words: "包裹已到达示例站点", after: comes },
    { ...station, action: "TMS_STATION_OUT", words: "包裹已离开示例站点", after: goes },
  ])
    .map((event) => ({ ...event, at: Math.min(sentAt + event.after, deliveredAt ?? Infinity) }))
    .filter(({ at }) => at <= now || deliveredAt !== null);
  const traces = passed.map(({ action, city, district, facility, words, at }) => ({
    statusDesc: "运输中",
    province: null as string | null,
    city,
    district,
    action,
    facilityName: facility,
    time: timeOf(at),
    standerdDesc: words,
    status: "TRANSPORT",
    nextCity: null,
    nextNodeName: null,
  }));
  const [last] = traces.slice(-1);
  if (deliveredAt !== null && last !== undefined) {
    traces.push({
      ...last,
      statusDesc: "已签收",
      province: receiver["state"] ?? null,
      city: receiver["city"] ?? "",
      district: receiver["district"] ?? "",
      time: timeOf(deliveredAt),
      standerdDesc: "包裹已签收",
      status: "SIGNED",
    });
  }
  return traces.reverse();
}

/** The time in China, as PandaPon's example has it; no page states the zone. */
export const timeOf = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 19).replace("T", " ");
