// What a call takes and gives: the rules that the operations table and the types of the methods share.
import { JSON_MEDIA_TYPE, jsonSchema, type Operation, type Parameter, type Schema } from "../core/openapi.js";
import { Failure } from "../core/problem.js";
import { schemasAt, type Follow } from "../core/schema-view.js";

/** Whether a parameter is an input: one that some page has in another place is taken there alone. */
export const isTaken = (parameter: Parameter): boolean => parameter["x-alternative"] === undefined;

/**
 * The body's schema; nothing where there is no body.
 * @throws Failure with code 1 where a body is no JSON: PandaPon's pages know JSON alone
 */
export function bodyTaken({ operationId, requestBody }: Operation): Schema | undefined {
  const others = Object.keys(requestBody?.content ?? {}).filter((type) => type !== JSON_MEDIA_TYPE);
  if (others.length > 0) {
    throw new Failure(
      1,
      `${operationId} has a body of the type ${others.join(", ")}. The tools know ${JSON_MEDIA_TYPE} alone.`,
    );
  }
  return jsonSchema(requestBody);
}

/** What the answer to a call that succeeded looks like. */
export const answerOf = (operation: Operation): Schema | undefined => jsonSchema(operation.responses?.["200"]);

/** Whether the answer declares something at a pointer. */
export const answers = (answer: Schema | undefined, pointer: string, follow: Follow): boolean =>
  answer !== undefined && schemasAt({ schema: answer, from: "" }, pointer, follow).length > 0;

/** What a caller is given of the answer: its `data`, or the whole of it where it has none. */
export const resultOf = (answer: Schema | undefined, follow: Follow): "/data" | "" =>
  answers(answer, "/data", follow) ? "/data" : "";
