// The bundle as the converter should see it.
import { isObject } from "../core/node.js";
import type { Content, Document, Operation, Parameter, WholeOperation } from "../core/openapi.js";
import type { BundleDocument } from "./bundle.js";

/**
 * - Each request is named by its operationId, so that its operation is found again.
 * - Folders have the names that the tags are shown with.
 * - Bodies, parameters and answers have one example or none, and no schema: from a schema the converter would invent random values.
 * - Security schemes are left out: the converter would take the first one of five.
 * - So are answers without a status of their own: the converter would call them 500.
 * @param follow returns the target of a `$ref`
 */
export function forConverter(
  { webhooks: _, security: __, ...document }: BundleDocument,
  operations: Iterable<WholeOperation>,
  follow: <T extends object>(node: T) => T,
): Document {
  const shownAs = new Map(document.tags?.map((tag) => [tag.name, tag["x-displayName"] ?? tag.name]));
  const example = (node: { example?: unknown; examples?: unknown }): unknown => {
    if (node.example !== undefined) return node.example;
    const [first] = Object.values(isObject(node.examples) ? node.examples : {});
    return isObject(first) ? follow(first)["value"] : undefined;
  };
  const content = ({ content: types = {}, ...node }: Content): Content => {
    const known = Object.entries(types).map(([type, media]) => [type, example(media)] as const);
    const shown = known.filter(([, value]) => value !== undefined);
    return {
      ...node,
      content: Object.fromEntries(shown.map(([type, value]) => [type, { schema: {}, example: value }])),
    };
  };
  const parameter = ({ examples, schema, ...node }: Parameter): Parameter => ({
    ...node,
    schema: {},
    example: example({ ...node, examples }) ?? follow(schema ?? {}).examples?.[0] ?? "",
  });
  const prepared = ({
    security: _,
    parameters = [],
    requestBody,
    responses = {},
    ...operation
  }: Operation): Operation => {
    const answers = Object.entries(responses).filter(([code]) => /^\d+$/.test(code));
    return {
      ...operation,
      summary: operation.operationId,
      // A request is in one folder.
      tags: (operation.tags ?? []).slice(0, 1).map((tag) => shownAs.get(tag) ?? tag),
      parameters: parameters.map(parameter),
      ...(requestBody && { requestBody: content(requestBody) }),
      responses: Object.fromEntries(answers.map(([code, answer]) => [code, content(answer)])),
    };
  };
  const paths: Document["paths"] = {};
  for (const { key, method, operation } of operations) paths[key] = { ...paths[key], [method]: prepared(operation) };
  return {
    ...document,
    ...(document.tags && { tags: document.tags.map((tag) => ({ ...tag, name: shownAs.get(tag.name) ?? tag.name })) }),
    paths,
    // Nothing refers to them any more.
    components: {},
  };
}
