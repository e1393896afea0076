// Reads the lines of an order. Items that the catalogue does not have are accepted, so that the ids of a real shop work: any SKU of them
// exists, and a piece costs what the line says, else 100 fen.
import { MOST } from "../../accounts/shape.js";
import { Refusal } from "../../exchange/refusal.js";
import { itemOf, skuOf } from "./catalogue.js";
import { isObject } from "../../../core/node.js";
import { idOf, jsonIn, wholeOf, wordsOf } from "./read.js";

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

/** What a piece of an item costs that the catalogue does not have, in fen. */
const ELSE = 100;

/** @throws Refusal if the text is not a list of lines; a line that is well-formed and cannot be ordered has a `problem` */
export function readLines(text: unknown): readonly ReadLine[] {
  const list = jsonIn(text, "orderLineList");
  if (!Array.isArray(list) || list.length === 0)
    throw new Refusal("invalid", "orderLineList must hold a JSON array with at least one line.");
  return checkSum(list.map((one: unknown, at) => readLine(one, `orderLineList: line ${at + 1}`)));
}

/** @returns fen @throws Refusal */
export function amountOf(price: number, quantity: number, place: string): number {
  if (price * quantity <= MOST) return price * quantity;
  throw new Refusal("invalid", `${place}: quantity times price is more than ${MOST} fen.`);
}

/** @returns the lines @throws Refusal */
export function checkSum(lines: readonly ReadLine[]): readonly ReadLine[] {
  if (lines.reduce((sum, { amount }) => sum + amount, 0) <= MOST) return lines;
  throw new Refusal("invalid", `The lines cost more than ${MOST} fen.`);
}

function readLine(line: unknown, place: string): ReadLine {
  if (!isObject(line)) throw new Refusal("invalid", `${place} must be an object.`);
  const itemId = idOf(line["itemId"]);
  const skuId = idOf(line["skuId"]);
  if (itemId === undefined) throw new Refusal("invalid", `${place} has no itemId that consists of digits.`);
  if (skuId === undefined) throw new Refusal("invalid", `${place} has no skuId that consists of digits.`);
  const quantity = wholeOf(line["quantity"], 1);
  if (quantity === undefined)
    throw new Refusal("invalid", `${place}: quantity must be a whole number from 1 to ${MOST}, as text, such as "1".`);
  const stated = wholeOf(line["price"], 0);
  if (line["price"] !== undefined && stated === undefined)
    throw new Refusal("invalid", `${place}: price must be a whole number of fen up to ${MOST}, as text, such as "1".`);
  if (![undefined, "CNY"].includes(wordsIf(line["currency"])))
    throw new Refusal("invalid", `${place}: currency must be CNY; no other has been seen.`);
  const known = itemOf(itemId);
  const sku = known === undefined ? undefined : skuOf(known, skuId);
  const amount = amountOf(stated ?? sku?.price ?? ELSE, quantity, place);
  const problem =
    known === undefined
      ? undefined
      : sku === undefined
        ? `item ${itemId} has no SKU ${skuId}; it has ${known.skus.map((one) => one.mpSkuId).join(", ")}`
        : quantity > sku.stock
          ? `there are only ${sku.stock} pieces of SKU ${skuId}`
          : stated !== undefined && stated < sku.price
            ? `a piece of SKU ${skuId} costs ${sku.price} fen, not ${stated}`
            : undefined;
  return {
    itemId,
    skuId,
    title: known?.title ?? "示例商品",
    variant: sku?.variant ?? "",
    orderLineNo: wordsOf(line["orderLineNo"]),
    quantity,
    amount,
    problem,
  };
}

const wordsIf = (value: unknown): string | undefined => (value === undefined ? undefined : wordsOf(value));
