// Money and times say their unit: x-unit, also where it is "unknown".
import { typesOf, type Schema } from "../../contract/openapi.js";
import { partsOf } from "../../contract/schema-view.js";
import { followWith, placedHere, report, type Rule, type UserContext } from "../rule.js";

const LAST_WORD = /(?:^|[a-z_])(?:price|fee|amount|payment|carriage|time|date|timestamp)$/i;
const FIRST_WORD = /^price(?:[A-Z_]|$)/;

const namesMoneyOrTime = (name: string): boolean => LAST_WORD.test(name) || FIRST_WORD.test(name);
/** Whether it can hold an amount or a time: a number or a text, but not one of a few words. */
const holdsOne = (schema: Schema): boolean =>
  schema["x-extensible-enum"] === undefined &&
  typesOf(schema).some((type) => type === "integer" || type === "number" || type === "string");

export const units: Rule = () => ({
  Schema(schema: Schema, ctx: UserContext) {
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      const parts = partsOf(placedHere(ctx, property), followWith(ctx)).map((part) => part.schema);
      const needsUnit = parts.some(
        (part) => part.format === "double-int" || (namesMoneyOrTime(name) && holdsOne(part)),
      );
      if (needsUnit && !parts.some((part) => part["x-unit"] !== undefined)) {
        report(
          ctx,
          ctx.location.child(["properties", name]),
          `"${name}" is money or a time without a unit.`,
          "Add x-unit: fen, yuan, ms or s where the page says it, x-unit: unknown where it does not.",
        );
      }
    }
  },
});
