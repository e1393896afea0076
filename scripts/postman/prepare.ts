// The bundle as the converter should see it.
import { objectOf } from "../core/node.js";
import type { Content, Operation, Parameter, WholeOperation } from "../core/openapi.js";
import { targetIn } from "../core/schema-view.js";
import type { BundleDocument } from "./bundle.js";
import { proofsOf, type Proof } from "./proofs.js";

/**
 * - Each request is named by its operationId, so that its operation is found again.
 * - Bodies, parameters and answers have one example or none, and no schema: from a schema the converter would invent random values.
 * - What proves who calls is a parameter with a variable of the collection: of five security schemes the converter would take one.
 * - Answers without a status of their own are left out: the converter would call them 500.
 */
export function forConverter(bundle: BundleDocument, operations: readonly WholeOperation[]): object {
  const { openapi, info, tags } = bundle;
  const follow = targetIn(bundle);
  const example = ({ example: only, examples }: { example?: unknown; examples?: unknown }): unknown => {
    const [first] = Object.values(objectOf(examples));
    return only === undefined ? follow(objectOf(first))["value"] : only;
  };
  const parameter = (node: Parameter): Parameter => ({
    ...node,
    schema: {},
    examples: undefined,
    example: example(node) ?? follow(node.schema ?? {}).examples?.[0] ?? "",
  });
  const content = ({ content: types = {}, ...node }: Content): Content => {
    const shown = Object.entries(types).filter(([, media]) => example(media) !== undefined);
    return {
      ...node,
      content: Object.fromEntries(shown.map(([type, media]) => [type, { schema: {}, example: example(media) }])),
    };
  };
  const prepared = (operation: Operation): object => {
    const { operationId, tags: [tag] = [], parameters = [], requestBody, responses = {} } = operation;
    const proofs = proofsOf(operation, bundle);
    const answers = Object.entries(responses).filter(([code]) => /^\d+$/.test(code));
    return {
      summary: operationId,
      description: descriptionOf(operation, proofs),
      // A request is in one folder.
      tags: tag === undefined ? [] : [tag],
      parameters: [
        ...parameters.map(parameter),
        ...proofs.map(({ in: place, name, variable }) => ({ in: place, name, schema: {}, example: `{{${variable}}}` })),
      ],
      ...(requestBody && { requestBody: content(requestBody) }),
      responses: Object.fromEntries(answers.map(([code, answer]) => [code, content(answer)])),
    };
  };
  const paths: Record<string, object> = {};
  for (const { key, method, operation } of operations) paths[key] = { ...paths[key], [method]: prepared(operation) };
  return { openapi, info, tags, paths };
}

function descriptionOf(
  { operationId, description = "", "x-effect": effect }: Operation,
  proofs: readonly Proof[],
): string {
  const toSet = proofs.filter((proof) => proof.in === "query").map(({ variable }) => `\`${variable}\``);
  return [
    ...(description === "" ? [] : [description]),
    `Operation: \`${operationId}\`.${effect === "write" ? " It writes: it acts on real data." : ""}`,
    ...(toSet.length === 0 ? [] : [`The script does not sign this request. Set ${toSet.join(" and ")} yourself.`]),
  ].join("\n\n");
}
