// Every request, answer and parameter has an example. Redocly validates the examples.
import { readJson } from "../../core/exact-json.js";
import { JSON_MEDIA_TYPE, type Content } from "../../core/openapi.js";
import { unquoteHeld, unquoteOwn } from "../shared/quoted-ids.js";
import { report, type Rule, type UserContext } from "../shared/rule.js";

const hasExample = (node: { example?: unknown; examples?: unknown }): boolean =>
  node.example !== undefined || node.examples !== undefined;

function example(what: string) {
  return (node: Content, ctx: UserContext): void => {
    const media = node.content?.[JSON_MEDIA_TYPE];
    if (media === undefined || hasExample(media)) return;
    const fix = "Add `example:` with a complete, plausible, invented value.";
    report(ctx, ctx.location.child(["content", JSON_MEDIA_TYPE]), `${what} has no example.`, fix);
  };
}

export const examples: Rule = () => ({
  RequestBody: example("This request body"),
  Response: example("This response"),
  MediaType: unquoteHeld,
  Schema(schema, ctx) {
    unquoteOwn(schema, ctx);
    if (schema.contentSchema === undefined) return;
    if (schema.contentMediaType !== JSON_MEDIA_TYPE) {
      const message = "This contentSchema has no contentMediaType: application/json beside it.";
      report(ctx, ctx.location.child("contentSchema"), message, "Add it.");
    }
    for (const [index, example] of (schema.examples ?? []).entries()) {
      if (readJson(String(example)) === undefined) {
        report(ctx, ctx.location.child(["examples", index]), "This example is not JSON text.", "Write JSON in quotes.");
      }
    }
  },
  Parameter(parameter, ctx) {
    unquoteHeld(parameter, ctx);
    if (hasExample(parameter)) return;
    const fix = "Add `example:` with a plausible value.";
    report(ctx, ctx.location, `The parameter "${parameter.name}" has no example.`, fix);
  },
});
