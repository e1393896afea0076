// Taobao items. What the batch check says of an item is not visible on any page, so its entries are empty objects: one per item.
import type { Flow } from "../../exchange/flow.js";
import { digitsOf, idOf, invalid, jsonIn, listOf, notFound, objectOf } from "../../exchange/inputs.js";
import { CATALOGUE, itemOf, SHOP, skuIn, type CatalogueItem } from "./catalogue.js";

const KNOWN = CATALOGUE.map(({ itemId }) => itemId).join(", ");

function known(value: unknown): CatalogueItem {
  const id = idOf(value, "itemId", `Send the id of a Taobao item, such as ${KNOWN}.`);
  const found = itemOf(id);
  if (found === undefined) throw notFound(`There is no item ${id}. The sandbox has ${KNOWN}.`);
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
  const asked = listOf(jsonIn(params, "params"), "params").map((one, at) => {
    const { itemId, skuIds = [] } = objectOf(one, `params[${at}]`);
    const id = idOf(itemId, `params[${at}].itemId`);
    if (!Array.isArray(skuIds)) throw invalid(`params[${at}].skuIds must be a list.`);
    const isSupplied =
      itemOf(id) !== undefined && skuIds.every((sku: unknown) => skuIn(id, digitsOf(sku) ?? "") !== undefined);
    return { id, isSupplied };
  });
  const missing = asked.filter(({ isSupplied }) => !isSupplied);
  return {
    mpProducts: asked.filter(({ isSupplied }) => isSupplied).map(() => ({})),
    noMpProductItemIds: missing.map(({ id }) => id),
    noMpReasonList: missing.map(() => ({})),
  };
};
