// Taobao items, by either of their ids. The other operations of products answer with the contract's example.
import type { Flow } from "../../exchange/flow.js";
import { idOf, notFound } from "../../exchange/inputs.js";
import { CATALOGUE, itemOf, SHOP } from "./catalogue.js";

const KNOWN = CATALOGUE.map(({ itemId }) => itemId).join(", ");

export const get: Flow = ({ itemId }) => {
  const id = idOf(itemId, "itemId", `Send the id of a Taobao item, such as ${KNOWN}.`);
  const found = itemOf(id);
  if (found === undefined) throw notFound(`There is no item ${id}. The sandbox has ${KNOWN}.`);
  const price = Math.min(...found.skus.map((one) => one.price));
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
    price,
    beginAmount: 0,
    status: "active",
    promotionPrice: price,
    shopId: SHOP.id,
    categoryId: "121452038",
    itemType: "HAVE_MATERIAL",
    skuList: found.skus.map(({ skuId, price: own, stock, variant, valueId }) => ({
      picUrl: null,
      quantity: stock,
      price: own,
      skuId,
      status: "active",
      properties: [{ valueId, valueName: variant, propId: 1_627_207, propName: "颜色分类" }],
    })),
  };
};
