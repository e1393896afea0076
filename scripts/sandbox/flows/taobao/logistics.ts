// The parcels of a sub-order. What happened to a parcel follows from the clock: its trace grows by itself once the goods are sent.
import type { TaobaoLine, TaobaoOrder } from "../../accounts/taobao.js";
import type { Flow } from "../../exchange/flow.js";
import { foundOf, idOf, need } from "./read.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The way of every parcel. The first two events are those of the contract's example. */
const WAY = [
  {
    after: 0,
    action: "TMS_STATION_IN",
    city: "北京市",
    district: "朝阳区",
    facility: "北京",
    words: "包裹已到达示例站点",
  },
  {
    after: 93_000,
    action: "TMS_STATION_OUT",
    city: "北京市",
    district: "朝阳区",
    facility: "北京",
    words: "包裹已离开示例站点",
  },
  {
    after: 24 * HOUR,
    action: "TMS_STATION_IN",
    city: "杭州市",
    district: "余杭区",
    facility: "杭州",
    words: "包裹已到达示例站点",
  },
  {
    after: 30 * HOUR,
    action: "TMS_STATION_OUT",
    city: "杭州市",
    district: "余杭区",
    facility: "杭州",
    words: "包裹已离开示例站点",
  },
];

export const getLogistics: Flow = ({ subPurchaseOrderId }, { account, now }) => {
  const id = need(
    idOf(subPurchaseOrderId),
    "subPurchaseOrderId is missing. Send the id of the sub-order, 12 digits, not that of the order.",
  );
  const all = Object.values(account.taobao.orders).flatMap((order) => order.lines.map((line) => ({ order, line })));
  const known = all.map(({ line: own }) => own.subPurchaseOrderId);
  const { order, line } = foundOf(all[known.indexOf(id)], id, "sub-order", known);
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
  const traces = WAY.map((step) => ({ ...step, at: Math.min(sentAt + step.after, deliveredAt ?? Infinity) }))
    .filter(({ at }) => at <= now || deliveredAt !== null)
    .map(({ action, city, district, facility, words, at }) => ({
      statusDesc: "运输中",
      province: null,
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
  const signed = {
    statusDesc: "已签收",
    province: receiver["state"] ?? null,
    city: receiver["city"] ?? "",
    district: receiver["district"] ?? "",
    action: "TMS_STATION_OUT",
    facilityName: "杭州",
    time: timeOf(deliveredAt ?? now),
    standerdDesc: "包裹已签收",
    status: "SIGNED",
    nextCity: null,
    nextNodeName: null,
  };
  return [...traces, ...(deliveredAt === null ? [] : [signed])].reverse();
}

/** The time in China, as PandaPon's example has it; no page states the zone. */
export const timeOf = (at: number): string => new Date(at + 8 * HOUR).toISOString().slice(0, 19).replace("T", " ");
