// The types of a call's input, result and items. Each is an index into `operations` of schema.d.ts, which the compiler looks up quickly.
import { JSON_MEDIA_TYPE, type Document, type Operation, type Pagination, type Schema } from "../core/openapi.js";
import { alone } from "../core/node.js";
import { referredIn } from "../core/refs.js";
import { walkSchema } from "../core/schema-fields.js";
import { targetIn } from "../core/schema-view.js";
import { answerOf, bodyTaken, describedResult, isTaken, resultOf } from "./calls.js";

export interface CallTypes {
  input: string;
  /** Whether the call can be made without any input. */
  inputOptional: boolean;
  result: string;
  /** One record of a list that is read page by page. */
  item?: string;
}

const PLACES = ["path", "query", "header", "cookie"] as const;

export const quoted = (text: string): string => JSON.stringify(text);

/** @throws Failure with code 1 if the body is not JSON */
export function callTypes(operation: Operation, document: Document): CallTypes {
  const whole = `operations[${quoted(operation.operationId)}]`;
  const body = bodyType(operation, whole, document);
  const inputs = [...parameterTypes(operation, whole), ...(body === undefined ? [] : [body.type])];
  const needsParameter = (operation.parameters ?? []).some(
    (one) => isTaken(one) && (one.required === true || one["x-required"] !== undefined),
  );
  const answer = answerOf(operation);
  const answerType = `${whole}["responses"][200]["content"]["${JSON_MEDIA_TYPE}"]`;
  const pagination = operation["x-pagination"];
  return {
    input: inputs.join(" & ") || "Record<string, never>",
    inputOptional: !needsParameter && body?.optional !== false,
    result: answer === undefined ? "unknown" : resultType(answer, answerType, document),
    ...(pagination && { item: itemType(pagination, resultOf(answer, document), operation.operationId, answerType) }),
  };
}

/** One type per place: schema.d.ts has the parameters of a place as one object. */
function parameterTypes({ parameters = [] }: Operation, whole: string): string[] {
  return PLACES.flatMap((place) => {
    const here = parameters.filter((one) => one.in === place);
    const left = here.filter((one) => !isTaken(one));
    if (left.length === here.length) return [];
    const object = `${whole}["parameters"]["${place}"]`;
    // If no parameter of a place is required, schema.d.ts makes the place itself optional.
    const type = here.some((one) => one.required === true) ? object : `NonNullable<${object}>`;
    return [left.length === 0 ? type : `Omit<${type}, ${left.map((one) => quoted(one.name)).join(" | ")}>`];
  });
}

function bodyType(
  operation: Operation,
  whole: string,
  document: Document,
): { type: string; optional: boolean } | undefined {
  const schema = bodyTaken(operation);
  if (schema === undefined) return undefined;
  const required = operation.requestBody?.required === true;
  const body = `${whole}["requestBody"]`;
  const type = `${required ? body : `NonNullable<${body}>`}["content"]["${JSON_MEDIA_TYPE}"]`;
  const needsMembers = asks(schema, document, ({ required: names = [] }) => names.length > 0);
  return {
    // Without a body there are no members either.
    type: needsMembers && !required ? `Partial<${type}>` : type,
    optional: !hasUnknownMark(schema, document) && !(needsMembers && required),
  };
}

/** Whether the pages leave open if a field, at any depth, is required. */
function hasUnknownMark(schema: Schema, document: Document): boolean {
  let found = false;
  walkSchema(alone(schema), "", false, {
    follow: referredIn(document),
    content: true,
    maps: true,
    visit({ parts }) {
      found ||= parts.some(({ node }) => node["x-required"] === "unknown");
      return !found;
    },
  });
  return found;
}

/** Whether a schema, or each of its alternatives, asks for something. */
function asks(
  schema: Schema,
  document: Document,
  asksItself: (schema: Schema) => boolean,
  above: readonly Schema[] = [],
): boolean {
  const own = targetIn(document)(schema);
  if (above.includes(own)) return false;
  const inner = (part: Schema): boolean => asks(part, document, asksItself, [...above, own]);
  const branchesAsk = (branches: Schema[] = []): boolean => branches.length > 0 && branches.every(inner);
  return asksItself(own) || (own.allOf ?? []).some(inner) || branchesAsk(own.anyOf) || branchesAsk(own.oneOf);
}

/** If the contract allows null for `data` on success, the caller gets null. Without a described result, `data` may be absent. */
function resultType(answer: Schema, type: string, document: Document): string {
  if (resultOf(answer, document) === "") return type;
  const data = `${type}["data"]`;
  return describedResult(answer, document) === undefined ? `${data} | undefined` : `Exclude<${data}, undefined>`;
}

/** From the result as callers see it, with what they have observed, if the list is in it. */
function itemType({ items }: Pagination, result: "/data" | "", operationId: string, answer: string): string {
  const isInResult = `${items}/`.startsWith(`${result}/`);
  const names = (isInResult ? items.slice(result.length) : items).split("/").slice(1);
  const holder = isInResult ? `NonNullable<Result<${quoted(operationId)}>>` : answer;
  return `${names.reduce((type, name) => `NonNullable<${type}[${quoted(name)}]>`, holder)}[number]`;
}
