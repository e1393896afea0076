// What x-pagination and x-success point at is there: inputs in the request, fields in the answer, a list where a list is meant.
import { isObject } from "../../core/node.js";
import { typesOf, type Operation, type Schema } from "../../core/openapi.js";
import { propertiesOf, schemasAt } from "../../core/schema-view.js";
import { followWith, jsonOf, parametersOf, report, type Rule, type UserContext } from "../shared/rule.js";

const is =
  (...wanted: string[]) =>
  (schema: Schema): boolean =>
    schema.type === undefined || typesOf(schema).some((type) => wanted.includes(type));

const FIELDS: [section: "x-pagination" | "x-success", key: string, fits: (schema: Schema) => boolean, is: string][] = [
  ["x-pagination", "items", is("array"), "a list"],
  ["x-pagination", "total", is("integer", "number"), "a number"],
  ["x-success", "flag", is("boolean"), "a boolean"],
  ["x-success", "errorCode", is("string"), "text"],
  ["x-success", "errorMessage", is("string"), "text"],
];

export const responsePointers: Rule = () => ({
  Operation(operation: Operation, ctx: UserContext) {
    const follow = followWith(ctx);
    const answer = jsonOf(operation.responses?.["200"], ctx)?.schema;
    for (const [section, key, fits, what] of FIELDS) {
      const fields: unknown = operation[section];
      const pointer = isObject(fields) ? fields[key] : undefined;
      if (typeof pointer !== "string") continue; // the struct rule reports what is no text
      const found = answer === undefined ? [] : schemasAt(answer, pointer, follow);
      if (!found.some((one) => fits(one.schema))) {
        report(
          ctx,
          ctx.location.child([section, key]),
          `${pointer} is not ${what} in the answer of this operation.`,
          "Point at a field that the 200 answer declares, such as /data/data.",
        );
      }
    }
    const pagination = operation["x-pagination"];
    if (pagination === undefined) return;
    const body = jsonOf(operation.requestBody, ctx)?.schema;
    const names = new Set(parametersOf(operation, ctx).map((parameter) => parameter.name));
    if (body !== undefined) for (const name of propertiesOf(body, follow).keys()) names.add(name);
    for (const key of ["page", "size"] as const) {
      if (!names.has(pagination[key])) {
        report(
          ctx,
          ctx.location.child(["x-pagination", key]),
          `The request has no input "${pagination[key]}".`,
          "Name a parameter or a field of the body.",
        );
      }
    }
  },
});
