// Lets Redocly check examples whose ids are in quotes: they stand for integers that its YAML loader would round.
import { unquoteExamples } from "../../core/exact-examples.js";
import type { MediaType, Parameter, Schema } from "../../core/openapi.js";
import { schemasIn, type RuleVisitor, type UserContext } from "./rule.js";

const ofHolder = (node: MediaType | Parameter, ctx: UserContext): void =>
  unquoteExamples(node, () => schemasIn(node.schema, ctx.location.child("schema"), ctx), Number);

/** Runs before the rules. It changes the examples in memory only. */
export const quotedIds = (): RuleVisitor => ({
  MediaType: ofHolder,
  Parameter: ofHolder,
  Schema: (schema: Schema, ctx: UserContext): void =>
    unquoteExamples(schema, () => schemasIn(schema, ctx.location, ctx), Number),
});
