// Lets Redocly check examples whose ids are in quotes: they stand for integers that its YAML loader would round.
// Redocly's rules look at an example when they leave its node, so a visit of ours comes first. It changes the examples in memory only.
import { unquoteExamples } from "../../core/exact-examples.js";
import type { MediaType, Parameter, Schema } from "../../core/openapi.js";
import { schemasIn, type UserContext } from "./rule.js";

export const unquoteOwn = (schema: Schema, ctx: UserContext): void =>
  unquoteExamples(schema, () => schemasIn(schema, ctx.location, ctx), Number);

export const unquoteHeld = (holder: MediaType | Parameter, ctx: UserContext): void =>
  unquoteExamples(holder, () => schemasIn(holder.schema, ctx.location.child("schema"), ctx), Number);
