// Tells which operations have facts that are not PandaPon's word.
import { memberOf, objectOf, type Located } from "../core/node.js";
import { isWeak, JSON_MEDIA_TYPE, type Schema } from "../core/openapi.js";
import { listOf, walkSchema } from "../core/schema-fields.js";
import type { SpecFiles } from "../core/spec-files.js";

/** Whether any schema of an operation's request or answers rests on something else than PandaPon's pages. */
export function hasUpstreamFacts(files: SpecFiles, item: Located, operation: Located): boolean {
  const answers = Object.keys(objectOf(operation.node["responses"])).map((code) => ["responses", code]);
  const schemas = [
    ...[item, operation].flatMap((at) => listOf(at, "parameters")).map((at) => memberOf(files.follow(at), "schema")),
    ...[["requestBody"], ...answers].map((way) => {
      const body = files.child(operation, ...way);
      return body && memberOf(body, "content", JSON_MEDIA_TYPE, "schema");
    }),
  ];
  return schemas.some((schema) => schema !== undefined && hasWeakPart(files, schema));
}

function hasWeakPart(files: SpecFiles, schema: Located): boolean {
  let found = false;
  walkSchema(schema, "", false, {
    follow: (at) => files.follow(at),
    content: true,
    maps: true,
    visit({ parts }) {
      // The parts of a schema are schemas.
      found ||= parts.some(({ node }) => isWeak(node as Schema));
      return !found;
    },
  });
  return found;
}
