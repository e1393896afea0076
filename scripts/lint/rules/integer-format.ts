// Every integer has a format: int64 for an identifier, int32 for a count or a code, int64 with an x-unit for money or an epoch time.
import { typesOf } from "../../core/openapi.js";
import { report, type Rule } from "../shared/rule.js";

const FORMATS = ["int64", "int32"];

export const integerFormat: Rule = () => ({
  Schema(schema, ctx) {
    const types = typesOf(schema);
    const { format } = schema;
    if (types.includes("integer") && !FORMATS.includes(format ?? "")) {
      const message = format === undefined ? "An integer has no format." : `An integer has the format "${format}".`;
      const fix =
        "Write format: int64 for an identifier, int32 for a count or a code, int64 and an x-unit for money or an epoch time.";
      report(ctx, ctx.location.child(format === undefined ? "type" : "format"), message, fix);
    }
    if (format === "int64" && !types.includes("integer") && !types.includes("string")) {
      const message = "format: int64 is on a schema that is neither an integer nor text.";
      report(ctx, ctx.location.child("format"), message, "Write type: integer, type: string or both.");
    }
  },
});
