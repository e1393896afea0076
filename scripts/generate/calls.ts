// The inputs and the result of a call. The operations table and the types of the methods share these rules.
import {
  JSON_MEDIA_TYPE,
  jsonSchema,
  typesOf,
  type Document,
  type Operation,
  type Parameter,
  type Schema,
} from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { saidBy, united, type Allowed } from "../core/composition.js";
import { alone } from "../core/node.js";
import { referredIn } from "../core/refs.js";
import { walkSchema } from "../core/schema-fields.js";
import { valuesIn } from "../core/schema-view.js";

/** Whether a parameter is an input. A parameter with x-alternative is an input in its other place only. */
export const isTaken = (parameter: Parameter): boolean => parameter["x-alternative"] === undefined;

/**
 * The body's schema; undefined if there is no body.
 * @throws Failure with code 1 if the body is not JSON: all bodies on PandaPon's pages are JSON
 */
export function bodyTaken({ operationId, requestBody }: Operation): Schema | undefined {
  const others = Object.keys(requestBody?.content ?? {}).filter((type) => type !== JSON_MEDIA_TYPE);
  if (others.length > 0) {
    throw new Failure(
      1,
      `${operationId} has a body of the type ${others.join(", ")}. Describe it as ${JSON_MEDIA_TYPE}: the tools read nothing else.`,
    );
  }
  return jsonSchema(requestBody);
}

/** The schema of the answer to a successful call. */
export const answerOf = (operation: Operation): Schema | undefined => jsonSchema(operation.responses?.["200"]);

/** Whether the answer declares a member. */
export const answers = (answer: Schema | undefined, member: "/code" | "/data", document: Document): boolean =>
  answer !== undefined && valuesIn(alone(answer), referredIn(document), { decoded: true, deep: false }).has(member);

/** The part of the answer that a caller gets: its `data`, or all of it if it has no `data`. */
export const resultOf = (answer: Schema | undefined, document: Document): "/data" | "" =>
  answers(answer, "/data", document) ? "/data" : "";

/**
 * Whether the contract describes members of the result: an object with properties, a map or a list, as such or as one of several
 * forms. An answer without the result then cannot be right. `or null` if the result may be null.
 */
export function describedResult(answer: Schema | undefined, document: Document): true | "or null" | undefined {
  const result = resultOf(answer, document);
  let types: Allowed;
  let hasMembers = false;
  walkSchema(alone(answer ?? {}), "", false, {
    follow: referredIn(document),
    content: true,
    maps: true,
    visit({ place, combined }) {
      const isResult = place === result;
      // The walker keeps the nodes of the document: these are its schemas.
      if (isResult) {
        types = united(combined.map((one) => saidBy(one, (node) => typesSaid(node as Schema), { content: true })));
      } else if (place.startsWith(`${result}/`)) {
        hasMembers = true;
      }
      return isResult || place === "";
    },
  });
  if (!hasMembers && types?.includes("array") !== true) return undefined;
  return types?.includes("null") === true ? "or null" : true;
}

const typesSaid = (schema: Schema): Allowed => (schema.type === undefined ? undefined : typesOf(schema));
