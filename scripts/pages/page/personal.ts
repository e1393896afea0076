// Examples on the pages have what looks like personal data. It is replaced before anything is kept or shown.
import { readJson, writeJson } from "../../core/exact-json.js";
import { isObject } from "../../core/node.js";

const WITHHELD = "(withheld)";

const PEOPLE = [
  "phone|mobile|^tel|email|mail$|wechat|weixin|whatsapp|wangwang|^qq",
  "address|addr$|street|^zip|post_?code|postal",
  "receiver|consignee|recipient|contact|link_?man|nick|birth|passport|id_?card|id_?no$|id_?number",
  "^name$|(?:full|real|user|first|last|family|given|seller|buyer|shop)_?name|account(?:_?(?:name|no|number))?$",
  "姓名|名字|昵称|手机|电话|邮箱|地址|邮编|收货人|收件|联系|身份证|账号",
];
const CREDENTIALS =
  "login|password|密码|secret|token$|signature|^sign$|authorization|(?:access|api|app|private)[-_]?key";
const PERSONAL = new RegExp([...PEOPLE, CREDENTIALS].join("|"), "i");
const PHONE = /(?<!\d)(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g;
const PHONE_AS_NUMBER = /^1[3-9]\d{9}$/;
/** A Chinese identity card: only its last digit may be a letter. */
const IDENTITY = /(?<!\d)\d{17}X(?![\dA-Z])/gi;
// Matches only from the beginning of a word: to try each of its letters takes quadratic time in a long text.
const EMAIL = /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+/g;

/** A value of the same type without personal data. */
function anonymous(value: unknown): unknown {
  if (typeof value === "string") return value === "" || value === "string" ? value : WITHHELD;
  return (typeof value === "bigint" || Number.isInteger(value)) && value !== 0 ? 1 : value;
}

/**
 * An example without phone numbers, addresses, names of people and shops, and credentials. Types and names of fields stay.
 * @param name the name of the field that holds it
 * @param within whether it is inside an object about a person, where any text may identify the person
 */
export function withoutPersonal(value: unknown, name = "", within = false): unknown {
  const personal = PERSONAL.test(name);
  if (Array.isArray(value)) return value.map((item) => withoutPersonal(item, name, within));
  if (isObject(value)) {
    const members = Object.entries(value);
    return Object.fromEntries(members.map(([key, member]) => [key, withoutPersonal(member, key, within || personal)]));
  }
  if (personal) return anonymous(value);
  if (typeof value !== "string") return PHONE_AS_NUMBER.test(String(value)) ? anonymous(value) : value;
  if (within) return anonymous(value);
  const inside = /^\s*[[{]/.test(value) ? readJson(value) : undefined;
  return inside === undefined ? withoutPersonalText(value) : writeJson(withoutPersonal(inside.value));
}

export const withoutPersonalText = (text: string): string =>
  text.replaceAll(PHONE, WITHHELD).replaceAll(IDENTITY, WITHHELD).replaceAll(EMAIL, WITHHELD);
