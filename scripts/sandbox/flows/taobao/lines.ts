// Reads the lines of an order. Items that the catalogue does not have are accepted, so that the ids of a real shop work: any SKU of them
// exists, and a piece costs what the line says, or 100 fen if it says nothing.
import { MOST } from "../../accounts/shape.js";
import { idOf, invalid, isMissing, jsonIn, listOf, objectOf, wholeOf, wordsOf } from "../../exchange/inputs.js";
import { sumOf } from "../../exchange/steps.js";
import { itemOf, skuIn } from "./catalogue.js";

export interface ReadLine {
  /** As it was sent. */
  itemId: string;
  skuId: string;
  title: string;
  variant: string;
  orderLineNo: string;
  quantity: number;
  /** In fen, for all pieces. */
  amount: number;
  /** Why it cannot be ordered. */
  problem: string | undefined;
}

/** What a piece costs, in fen, if neither the catalogue nor the line says it. */
const DEFAULT_PRICE = 100;

/** @throws Refusal if the text is not a list of lines; a line that is well-formed and cannot be ordered has a `problem` */
export const readLines = (text: unknown): readonly ReadLine[] =>
  checkSum(
    listOf(jsonIn(text, "orderLineList"), "orderLineList").map((one, at) => readLine(one, `orderLineList[${at}]`)),
  );

/** @returns the lines @throws Refusal if they cost more than can be summed up exactly */
export function checkSum(lines: readonly ReadLine[]): readonly ReadLine[] {
  if (sumOf(lines) <= MOST) return lines;
  throw invalid(`The lines cost more than ${MOST} fen.`);
}

function readLine(value: unknown, place: string): ReadLine {
  const line = objectOf(value, place);
  const itemId = idOf(line["itemId"], `${place}.itemId`);
  const skuId = idOf(line["skuId"], `${place}.skuId`);
  const quantity = wholeOf(line["quantity"], `${place}.quantity`, 1);
  const stated = line["price"] === undefined ? undefined : wholeOf(line["price"], `${place}.price`, 0, " of fen");
  if (!isMissing(line["currency"]) && line["currency"] !== "CNY") {
    throw invalid(`${place}.currency must be CNY; no other has been seen.`);
  }
  const item = itemOf(itemId);
  const sku = skuIn(itemId, skuId);
  const amount = (stated ?? sku?.price ?? DEFAULT_PRICE) * quantity;
  let problem: string | undefined;
  if (item !== undefined && sku === undefined) {
    problem = `item ${itemId} has no SKU ${skuId}; it has ${item.skus.map((one) => one.mpSkuId).join(", ")}`;
  } else if (sku !== undefined && quantity > sku.stock) {
    problem = `there are only ${sku.stock} pieces of SKU ${skuId}`;
  } else if (sku !== undefined && stated !== undefined && stated < sku.price) {
    problem = `a piece of SKU ${skuId} costs ${sku.price} fen, not ${stated}`;
  }
  const { title = "示例商品" } = item ?? {};
  const orderLineNo = wordsOf(line["orderLineNo"]);
  return { itemId, skuId, title, variant: sku?.variant ?? "", orderLineNo, quantity, amount, problem };
}
