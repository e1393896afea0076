// x-pagination and x-success point at fields of the answer and inputs of the request that exist and that the client can use.
import { isObject } from "../../core/node.js";
import { isId, typesOf, type Operation, type Schema } from "../../core/openapi.js";
import { under } from "../../core/place.js";
import { parametersOf, report, valuesOf, type Rule, type UserContext } from "../shared/rule.js";

const NUMBERS = ["integer", "number"];

/** What the client reads in the answer: the JSON types that it can use, and whether it can do without the pointer. */
const POINTERS: [
  section: "x-pagination" | "x-success",
  key: string,
  needs: string,
  usable: readonly string[],
  optional: boolean,
][] = [
  ["x-pagination", "items", "a list", ["array"], false],
  ["x-pagination", "total", "a number", NUMBERS, true],
  ["x-success", "flag", "a boolean", ["boolean"], false],
  ["x-success", "errorCode", "text or a number", ["string", ...NUMBERS], true],
  ["x-success", "errorMessage", "text", ["string"], true],
];

export const responsePointers: Rule = () => ({
  Operation(operation, ctx) {
    checkAnswer(operation, ctx);
    checkInputs(operation, ctx);
  },
});

function checkAnswer(operation: Operation, ctx: UserContext): void {
  const answer = valuesOf(operation.responses?.["200"], ctx);
  for (const [section, key, needs, usable, optional] of POINTERS) {
    const fields: unknown = operation[section];
    const pointer = isObject(fields) ? fields[key] : undefined;
    if (typeof pointer !== "string") continue; // the struct rule reports a pointer that is not text
    const why = unusable(answer.get(pointer) ?? [], usable);
    if (why === undefined) continue;
    const message = `${pointer} is not ${needs} in the answer of this operation: ${why}.`;
    const fix = `Point at ${needs} that the 200 answer declares${optional ? `, or leave out \`${key}\`` : ""}.`;
    report(ctx, ctx.location.child([section, key]), message, fix);
  }
}

/** Why the client cannot use a field of these schemas; undefined if it can. */
function unusable(field: readonly Schema[], usable: readonly string[]): string | undefined {
  if (field.length === 0) return "no schema declares it";
  const text = holdsId(field) && !usable.includes("string");
  if (text && usable.includes("integer"))
    return "an id (format: int64 without x-unit) is a string in TypeScript, int32 is a number";
  const types = holdsId(field) ? ["string"] : valueTypes(field);
  // A text or a number could mean false in another way; an object cannot.
  const isFlag = usable.includes("boolean") && types.includes("boolean");
  const wrong = types.filter((type) => !usable.includes(type) && !(isFlag && type === "object"));
  return wrong.length === 0 ? undefined : `it can be ${named(wrong)}`;
}

/** The client sends the number of a result page as a number, also if the caller gave the first one as text. */
function checkInputs(operation: Operation, ctx: UserContext): void {
  const pagination = operation["x-pagination"];
  if (!isObject(pagination)) return;
  const members = valuesOf(operation.requestBody, ctx);
  for (const key of ["page", "size"] as const) {
    const name: unknown = pagination[key];
    if (typeof name !== "string") continue; // the struct rule reports it
    const member = members.get(under("", name));
    const input = member ?? parametersOf(operation, ctx).find(({ node }) => node.name === name)?.schemas;
    const location = ctx.location.child(["x-pagination", key]);
    if (input === undefined) {
      report(ctx, location, `The request has no input "${name}".`, "Name a parameter or a field of the body.");
      continue;
    }
    const types = valueTypes(input);
    // A URL is text, so text takes a number there.
    const takesNumber = types.some((type) => NUMBERS.includes(type) || (type === "string" && member === undefined));
    if (takesNumber || types.length === 0 || holdsId(input)) continue;
    const message = `The input "${name}" does not take a number: it can only be ${named(types)}.`;
    report(ctx, location, message, "Name a parameter or a field of the body that is a number.");
  }
}

const holdsId = (field: readonly Schema[]): boolean => field.some(isId);

/** The JSON types that the schemas name, without null. */
const valueTypes = (field: readonly Schema[]): string[] =>
  [...new Set(field.flatMap(typesOf))].filter((type) => type !== "null");

const named = (types: readonly string[]): string =>
  types.map((type) => `${/^[aio]/.test(type) ? "an" : "a"} ${type}`).join(" or ");
