// The catalogue's operations. Prices are in yuan, as text. Unknown products and shops are refused as not found. What `filter`, `region`, `country`
// and `outMemberId` do is not known, so they do nothing; the search by picture finds everything that its other fields allow. `totalPage` counts
// one page too many if the last page is full, as PandaPon's own examples do.
import type { Flow, Inputs } from "../../exchange/flow.js";
import { OFFERS, type Offer } from "./catalogue.js";
import { idOf, invalid, isMissing, neededText, notFound, textOf, wholeOf, wordsOf } from "../../exchange/inputs.js";

/** An amount in yuan, as text with two decimals. */
const yuanText = (fen: number): string => (fen / 100).toFixed(2);

/** In fen. */
const priceOf = ({ skus }: Offer): number => Math.min(...skus.map(({ price }) => price));

/** Finds the offers that the filters of a search let through, in the order that it asks for. */
function found(inputs: Inputs, isWanted: (offer: Offer) => boolean): Offer[] {
  const category = wordsOf(inputs["categoryId"]);
  const from = limitOf(inputs, "priceStart", 0);
  const to = limitOf(inputs, "priceEnd", Number.POSITIVE_INFINITY);
  const offers = [...OFFERS.values()].filter((offer) => {
    const price = priceOf(offer);
    const isInCategory = category === "" || offer.categoryId === category;
    return offer.status === "published" && isInCategory && from <= price && price <= to && isWanted(offer);
  });
  const direction = directionOf(inputs["sort"]);
  return direction === 0 ? offers : offers.sort((a, b) => direction * (priceOf(a) - priceOf(b)));
}

/** An amount in yuan with up to two decimals, as a number or as text. @returns fen, exact */
function limitOf(inputs: Inputs, name: string, otherwise: number): number {
  const value = inputs[name];
  if (isMissing(value) || value === "") return otherwise;
  const text = typeof value === "number" || typeof value === "string" ? String(value) : "";
  const [, yuan, decimals = ""] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text) ?? [];
  if (yuan === undefined) throw invalid(`${name} must be an amount in yuan with up to two decimals, such as 12.5.`);
  return Number(yuan + decimals.padEnd(2, "0"));
}

/** @returns 0 if nothing known is asked for: only the sort by price is known */
function directionOf(sort: unknown): number {
  const text = textOf(sort) ?? "";
  if (text === "") return 0;
  try {
    const { price } = Object(JSON.parse(text)) as { price?: unknown };
    return price === "asc" ? 1 : price === "desc" ? -1 : 0;
  } catch {
    throw invalid('sort must be JSON text, such as {"price":"asc"}.');
  }
}

const hasWords = (keyword: unknown): ((offer: Offer) => boolean) => {
  const words = (textOf(keyword) ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return ({ subject, subjectTrans }) => {
    const title = `${subject} ${subjectTrans}`.toLowerCase();
    return words.every((word) => title.includes(word));
  };
};

function pageOf<T>(inputs: Inputs, offers: readonly Offer[], itemOf: (offer: Offer) => T): unknown {
  // A client of these paths begins with 0.
  const page = Math.max(1, isMissing(inputs["beginPage"]) ? 1 : wholeOf(inputs["beginPage"], "beginPage"));
  const size = isMissing(inputs["pageSize"]) ? 20 : wholeOf(inputs["pageSize"], "pageSize", 1);
  return {
    totalRecords: offers.length,
    totalPage: Math.floor(offers.length / size) + 1,
    pageSize: size,
    currentPage: page,
    data: offers.slice((page - 1) * size, page * size).map(itemOf),
  };
}

const itemOf = (offer: Offer): unknown => ({
  imageUrl: offer.imageUrl,
  subject: offer.subject,
  subjectTrans: offer.subjectTrans,
  offerId: Number(offer.offerId),
  priceInfo: { price: yuanText(priceOf(offer)) },
  monthSold: offer.monthSold,
});

const search: Flow = (inputs) => pageOf(inputs, found(inputs, hasWords(inputs["keyword"])), itemOf);

const searchByImage: Flow = (inputs) => {
  const picture = textOf(inputs["imageBase64"]);
  if (picture === undefined && textOf(inputs["imageAddress"]) === undefined) {
    throw invalid("Send the picture in imageBase64 or its address in imageAddress.");
  }
  if (picture !== undefined && !/^[\w+/=\s-]*$/.test(picture)) {
    throw invalid("imageBase64 must be base64 text without a data: prefix.");
  }
  return pageOf(
    inputs,
    found(inputs, () => true),
    itemOf,
  );
};

const searchInStore: Flow = (inputs) => {
  const seller = neededText(inputs["sellerOpenId"], "sellerOpenId", "It names the shop.");
  const own = ({ sellerOpenId }: Offer): boolean => sellerOpenId === seller;
  if (![...OFFERS.values()].some(own)) throw notFound(`No shop has the sellerOpenId ${seller.slice(0, 80)}.`);
  const has = hasWords(inputs["keyword"]);
  return pageOf(
    inputs,
    found(inputs, (offer) => own(offer) && has(offer)),
    ({ imageUrl }) => ({ imageUrl }),
  );
};

const get: Flow = (inputs) => {
  const offerId = idOf(inputs["offerId"], "offerId");
  const offer = OFFERS.get(offerId);
  if (offer === undefined) throw notFound(`No product has the offerId ${offerId}.`);
  return {
    offerId: Number(offer.offerId),
    categoryId: Number(offer.categoryId),
    categoryName: null,
    subject: offer.subject,
    subjectTrans: offer.subjectTrans,
    description: `<p><img src="${offer.imageUrl}"></p>`,
    productImage: { images: [offer.imageUrl] },
    productSkuInfos: offer.skus.map(({ skuId, specId, price, stock }) => ({
      amountOnSale: stock,
      price: yuanText(price),
      skuId: BigInt(skuId),
      specId,
    })),
    productSaleInfo: {
      amountOnSale: offer.skus.reduce((sum, { stock }) => sum + stock, 0),
      priceRangeList: [{ startQuantity: offer.minQuantity, price: yuanText(priceOf(offer)) }],
      quoteType: 1,
    },
    sellerOpenId: offer.sellerOpenId,
    minOrderQuantity: offer.minQuantity,
    status: offer.status,
  };
};

export const productFlows: Readonly<Record<string, Flow>> = {
  "alibaba.products.search": search,
  "alibaba.products.searchByImage": searchByImage,
  "alibaba.products.searchInStore": searchInStore,
  "alibaba.products.get": get,
};
