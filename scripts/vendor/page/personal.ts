// Examples on the pages hold what looks like people: it is replaced before anything is kept or shown.
import { isObject } from "../../contract/schema-view.js";
import { readExample, typeOf, writeExample } from "./example.js";

const WITHHELD = "(withheld)";

const PERSONAL =
  /phone|mobile|^tel|email|mail$|address|addr$|receiver|consignee|recipient|full_?name|nick|login|password|passport|id_?card|contact|seller_?name|buyer_?name|shop_?name|^name$/i;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)/g;
// Only from the beginning of a word: looked for from each of its letters, a long text takes the square of its length.
const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+/g;

/** A value of the same type that belongs to nobody. */
function anonymous(value: unknown): unknown {
  if (typeof value === "string") return value === "" || value === "string" ? value : WITHHELD;
  if (Array.isArray(value)) return value.map((item) => anonymous(item));
  if (isObject(value))
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, anonymous(member)]));
  return typeOf(value) === "integer" && value !== 0 ? 1 : value;
}

/** An example without phone numbers, addresses and names of people or shops; types and names of fields stay. */
export function withoutPersonal(value: unknown, name = ""): unknown {
  if (PERSONAL.test(name) && !isObject(value) && !Array.isArray(value)) return anonymous(value);
  if (Array.isArray(value)) return value.map((item) => withoutPersonal(item, name));
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutPersonal(member, key)]));
  }
  if (typeof value !== "string") return value;
  const inside = /^\s*[[{]/.test(value) ? readExample(value) : undefined;
  return inside === undefined ? withoutPersonalText(value) : writeExample(withoutPersonal(inside.value));
}

const withoutPersonalText = (text: string): string => text.replaceAll(PHONE, WITHHELD).replaceAll(EMAIL, WITHHELD);
