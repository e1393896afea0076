// Every operation shows its request and its answer; every parameter shows a value. Redocly validates what is shown.
import { JSON_MEDIA_TYPE, type Content, type Operation, type Parameter } from "../../contract/openapi.js";
import { report, type Rule, type UserContext } from "../rule.js";

const shown = (node: { example?: unknown; examples?: unknown }): boolean =>
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
      const media = content?.content?.[JSON_MEDIA_TYPE];
      if (media !== undefined && !shown(media)) {
        const location = ctx.location.child([...where, "content", JSON_MEDIA_TYPE]);
        report(
          ctx,
          location,
          `${where.join(" ")} has no example.`,
          "Add `example:` with a whole, plausible, invented one.",
        );
      }
    }
  },
  Parameter(parameter: Parameter, ctx: UserContext) {
    if (!shown(parameter)) {
      report(
        ctx,
        ctx.location,
        `The parameter "${parameter.name}" has no example.`,
        "Add `example:` with a plausible value.",
      );
    }
  },
});
