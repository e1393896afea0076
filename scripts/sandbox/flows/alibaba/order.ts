// An order: where it is found, what it costs, and how answers and messages show it. On the wire its amounts are in yuan, as upstream's.
import type { AlibabaOrder, AlibabaOrderEntry } from "../../accounts/alibaba.js";
import type { FlowContext } from "../../exchange/flow.js";
import { sumOf } from "../../exchange/steps.js";
import { OFFERS } from "./catalogue.js";
import { idOf, idsOf, invalid, recordOf } from "../../exchange/inputs.js";

/** @throws Refusal if the account has no such order */
export const orderOf = (orderId: unknown, { account }: FlowContext): AlibabaOrder =>
  recordOf(account.alibaba.orders, idOf(orderId, "orderId"), "1688 order");

/** @throws Refusal if there are none, or one that is not of the order */
export function entriesOf(value: unknown, { orderId, entries }: AlibabaOrder): AlibabaOrderEntry[] {
  const byId = new Map(entries.map((entry) => [entry.entryId, entry]));
  return idsOf(value, "orderEntryIds").map((id) => {
    const entry = byId.get(id);
    if (entry === undefined) throw invalid(`The order ${orderId} has no sub-order ${id}.`);
    return entry;
  });
}

/** In fen. */
const refundedAmount = ({ entries, refundedCarriage }: AlibabaOrder): number =>
  entries.reduce((total, { refunded }) => total + refunded, refundedCarriage);

const yuan = (fen: number): number => fen / 100;

/** An order as answers show it. No page shows a member for its id. */
export const shownOrder = (order: AlibabaOrder): Record<string, unknown> => ({
  guaranteesTerms: null,
  internationalLogistics: null,
  ...orderBody(order),
});

/** The same in a pushed message, which has other members. */
export const orderBody = (order: AlibabaOrder): Record<string, unknown> => ({
  nativeLogistics: shownAddress(order),
  productItems: order.entries.map(shownEntry),
  tradeTerms: [],
  extAttributes: [],
  baseInfo: {
    status: order.status,
    totalAmount: yuan(sumOf(order.entries) + order.carriage),
    shippingFee: yuan(order.carriage),
    refund: yuan(refundedAmount(order)),
    sumProductPayment: yuan(sumOf(order.entries)),
  },
});

function shownEntry({ offerId, quantity, amount, refunded }: AlibabaOrderEntry): Record<string, unknown> {
  const offer = OFFERS.get(offerId);
  return {
    cargoNumber: null,
    description: null,
    itemAmount: yuan(amount),
    // After the seller has changed the amount, it may not be a multiple of the quantity.
    price: yuan(Math.round(amount / quantity)),
    ...(offer && { name: offer.subject, productImgUrl: [offer.imageUrl] }),
    productID: BigInt(offerId),
    refund: yuan(refunded),
  };
}

/** The town stands in `address`, before the street, as in PandaPon's v2 example. */
function shownAddress({ address }: AlibabaOrder): Record<string, unknown> {
  const { townText, address: street, areaText, districtCode, cityText, provinceText } = address;
  const { fullName, mobile, phone, postCode } = address;
  const shown = {
    address: [townText, street].filter(Boolean).join(" ") || undefined,
    area: areaText,
    areaCode: districtCode,
    city: cityText,
    province: provinceText,
    contactPerson: fullName,
    mobile,
    telephone: phone,
    zip: postCode,
  };
  return Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined));
}
