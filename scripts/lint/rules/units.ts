// Money and times have an x-unit, which may be "unknown".
import { typesOf, type Schema } from "../../core/openapi.js";
import { eachNamed, report, type Rule } from "../shared/rule.js";

const LAST_WORD = /(?:^|[a-z_])(?:price|fee|amount|payment|carriage|time|date|timestamp)$/i;
const FIRST_WORD = /^price(?:[A-Z_]|$)/;

/** Whether a name says that its value is money or a time. */
export const namesMoneyOrTime = (name: string): boolean => LAST_WORD.test(name) || FIRST_WORD.test(name);
/** Whether it can hold an amount or a time: a number or text, but not one of a list of values. */
const canHoldIt = (schema: Schema): boolean =>
  schema["x-extensible-enum"] === undefined &&
  typesOf(schema).some((type) => type === "integer" || type === "number" || type === "string");

/** Whether a value must have a unit: its name says that it is an amount or a time. */
export const needsUnit = (name: string, schema: Schema): boolean => namesMoneyOrTime(name) && canHoldIt(schema);

export const units: Rule = () =>
  eachNamed((name, schemas, location, ctx) => {
    if (!schemas.some((one) => needsUnit(name, one)) || schemas.some((one) => one["x-unit"] !== undefined)) return;
    const fix = "Add x-unit: fen, yuan, ms or s if the page says it, otherwise x-unit: unknown.";
    report(ctx, location, `"${name}" is money or a time without a unit.`, fix);
  });
