// Money and times have an x-unit, which may be "unknown".
import { typesOf, type Schema } from "../../core/openapi.js";
import { partsWithItems } from "../../core/schema-view.js";
import { followWith, placedHere, report, type Location, type Rule, type UserContext } from "../shared/rule.js";

const LAST_WORD = /(?:^|[a-z_])(?:price|fee|amount|payment|carriage|time|date|timestamp)$/i;
const FIRST_WORD = /^price(?:[A-Z_]|$)/;

/** Whether a name says that its value is money or a time. */
export const namesMoneyOrTime = (name: string): boolean => LAST_WORD.test(name) || FIRST_WORD.test(name);
/** Whether it can hold an amount or a time: a number or text, but not one of a list of values. */
const canHoldIt = (schema: Schema): boolean =>
  schema["x-extensible-enum"] === undefined &&
  typesOf(schema).some((type) => type === "integer" || type === "number" || type === "string");

/** Whether a value must have a unit: an amount or a time by its format, or by its name. */
export const needsUnit = (name: string, schema: Schema): boolean =>
  schema.format === "double-int" || (namesMoneyOrTime(name) && canHoldIt(schema));

export const units: Rule = () => {
  function check(name: string, schema: Schema, location: Location, ctx: UserContext): void {
    const parts = partsWithItems(placedHere(ctx, schema), followWith(ctx)).map((part) => part.schema);
    if (parts.some((part) => needsUnit(name, part)) && !parts.some((part) => part["x-unit"] !== undefined)) {
      report(
        ctx,
        location,
        `"${name}" is money or a time without a unit.`,
        "Add x-unit: fen, yuan, ms or s if the page says it, otherwise x-unit: unknown.",
      );
    }
  }
  return {
    Schema(schema, ctx) {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        check(name, property, ctx.location.child(["properties", name]), ctx);
      }
    },
    Parameter(parameter, ctx) {
      if (parameter.schema !== undefined) check(parameter.name, parameter.schema, ctx.location.child("schema"), ctx);
    },
  };
};
