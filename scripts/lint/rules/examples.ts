// Every request, answer and parameter has an example. Redocly validates the examples.
import { readJson } from "../../core/exact-json.js";
import { JSON_MEDIA_TYPE, type Content, type Operation, type Parameter, type Schema } from "../../core/openapi.js";
import { jsonOf, report, type Rule, type UserContext } from "../shared/rule.js";

const hasExample = (node: { example?: unknown; examples?: unknown }): boolean =>
  node.example !== undefined || node.examples !== undefined;

export const examples: Rule = () => ({
  Operation(operation: Operation, ctx: UserContext) {
    const contents: [string[], Content | undefined][] = [
      [["requestBody"], operation.requestBody],
      ...Object.entries(operation.responses ?? {}).map(([code, response]): [string[], Content] => [
        ["responses", code],
        response,
      ]),
    ];
    for (const [where, content] of contents) {
      const media = jsonOf(content, ctx)?.media;
      if (media !== undefined && !hasExample(media)) {
        const written = content?.content?.[JSON_MEDIA_TYPE] !== undefined;
        const location = ctx.location.child(written ? [...where, "content", JSON_MEDIA_TYPE] : where);
        report(
          ctx,
          location,
          `${where.join(" ")} has no example.`,
          "Add `example:` with a complete, plausible, invented value.",
        );
      }
    }
  },
  Schema(schema: Schema, ctx: UserContext) {
    if (schema.contentSchema === undefined) return;
    if (schema.contentMediaType !== JSON_MEDIA_TYPE) {
      report(
        ctx,
        ctx.location.child("contentSchema"),
        "This contentSchema has no contentMediaType: application/json beside it.",
        "Add it.",
      );
    }
    for (const [index, example] of (schema.examples ?? []).entries()) {
      if (readJson(String(example)) === undefined) {
        report(ctx, ctx.location.child(["examples", index]), "This example is not JSON text.", "Write JSON in quotes.");
      }
    }
  },
  Parameter(parameter: Parameter, ctx: UserContext) {
    if (!hasExample(parameter)) {
      report(
        ctx,
        ctx.location,
        `The parameter "${parameter.name}" has no example.`,
        "Add `example:` with a plausible value.",
      );
    }
  },
});
