// Texts and values as literals. JSON's escapes are those of TypeScript and Java, too.
import { printValue } from "../../generate/print.js";
import type { SampleRequest } from "./request.js";

/** Lines that fit into the panel of a page, or nearly so, in characters. */
export const WIDTH = 72;

/** Characters that a person does not see, such as joiners of emoji, marks of direction and line separators. */
const UNSEEN = /[\p{C}\p{Z}]/gu;

/**
 * @param escape writes the escape of a character that has no shape of its own
 * @returns the text in double quotes
 */
export const quoted = (text: string, escape = byUnits): string =>
  JSON.stringify(text).replaceAll(UNSEEN, (sign) => (sign === " " ? sign : escape(sign)));

/** As one escape of four digits for each UTF-16 unit. */
function byUnits(sign: string): string {
  return [...sign.split("")].map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}

/** Above the value of a warehouse signature. */
export const UNKNOWN_SIGN = "No page of PandaPon says how `sign` is made: ask PandaPon.";
/** Above the check of an answer. */
export const CAN_FAIL = "HTTP 200 can be a failure.";

/** As JSON in a few lines. */
export const jsonText = (value: unknown): string => printValue(value, { text: quoted, width: WIDTH });

/**
 * What proves who calls, as a program writes it.
 * @param variable writes how a variable of the environment is read
 */
export function proving({ proofs }: SampleRequest, variable: (name: string) => string) {
  const uses = (value: string): boolean => proofs.some((one) => one.value === value);
  const isSigned = uses("signature");
  // The text that is signed begins with the access key, which has a name of its own then.
  const valueOf = (value: string): string =>
    /^[a-z]/.test(value) ? value : isSigned && value === "PANDAPON_ACCESS_KEY" ? "key" : variable(value);
  const pairs = (place: "header" | "query"): { name: string; value: string }[] =>
    proofs.filter((one) => one.in === place).map(({ name, value }) => ({ name, value: valueOf(value) }));
  return { uses, isSigned, query: pairs("query"), headers: pairs("header") };
}
