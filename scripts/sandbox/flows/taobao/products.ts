// Taobao items. What the batch check says of an item is not visible on any page, so its entries are empty objects: one per item.
import type { Flow } from "../../exchange/flow.js";
import { Refusal } from "../../exchange/refusal.js";
import { CATALOGUE, itemOf, SHOP, skuOf, type CatalogueItem } from "./catalogue.js";
import { isObject } from "../../../core/node.js";
import { idOf, jsonIn, need } from "./read.js";

const KNOWN = CATALOGUE.map(({ itemId }) => itemId).join(", ");

function known(value: unknown): CatalogueItem {
  const id = need(idOf(value), `itemId is missing or is no number. Send the id of a Taobao item, such as ${KNOWN}.`);
  const found = itemOf(id);
  if (found === undefined) throw new Refusal("notFound", `There is no item ${id}. The sandbox has ${KNOWN}.`);
  return found;
}

const least = ({ skus }: CatalogueItem): number => Math.min(...skus.map(({ price }) => price));

export const get: Flow = ({ itemId }) => {
  const found = known(itemId);
  return {
    quantity: found.skus.reduce((sum, { stock }) => sum + stock, 0),
    categoryPath: "示例类目",
    shopName: SHOP.name,
    description: found.description,
    productUnit: null,
    picUrls: ["https://img.example.com/item-1.jpg"],
    title: found.title,
    mpId: found.mpId,
    categoryName: "示例类目",
    itemId: BigInt(found.itemId),
    userNick: SHOP.name,
    price: least(found),
    beginAmount: 0,
    status: "active",
    promotionPrice: least(found),
    shopId: SHOP.id,
    categoryId: "121452038",
    itemType: "HAVE_MATERIAL",
    skuList: found.skus.map(({ skuId, price, stock, variant, valueId }) => ({
      picUrl: null,
      quantity: stock,
      price,
      skuId,
      status: "active",
      properties: [{ valueId, valueName: variant, propId: 1_627_207, propName: "颜色分类" }],
    })),
  };
};

export const getSource: Flow = ({ itemId }) => {
  const found = known(itemId);
  return {
    description: found.description,
    itemId: BigInt(found.itemId),
    title: found.title,
    price: least(found),
    properties: [],
    tags: [],
  };
};

/** An item can be supplied if the catalogue has it with every SKU that is named. */
export const checkBatch: Flow = ({ params }) => {
  const list = jsonIn(params, "params");
  if (!Array.isArray(list) || list.length === 0)
    throw new Refusal("invalid", "params must hold a JSON array with at least one item.");
  const asked = list.map((one: unknown, at) => {
    const itemId = isObject(one) ? idOf(one["itemId"]) : undefined;
    const skuIds: unknown = isObject(one) ? (one["skuIds"] ?? []) : undefined;
    if (itemId === undefined || !Array.isArray(skuIds))
      throw new Refusal(
        "invalid",
        `params: entry ${at + 1} must be an object with itemId and, if needed, a list skuIds.`,
      );
    return { itemId, skuIds: skuIds.map((sku: unknown) => idOf(sku) ?? "") };
  });
  const isSupplied = ({ itemId, skuIds }: (typeof asked)[number]): boolean => {
    const found = itemOf(itemId);
    return found !== undefined && skuIds.every((sku) => skuOf(found, sku) !== undefined);
  };
  const missing = asked.filter((one) => !isSupplied(one));
  return {
    mpProducts: asked.filter(isSupplied).map(() => ({})),
    noMpProductItemIds: missing.map(({ itemId }) => itemId),
    noMpReasonList: missing.map(() => ({})),
  };
};
