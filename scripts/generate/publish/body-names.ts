// Names each request and each answer, so that no tool has to make up a name: AlibabaOrdersCancelRequest, AlibabaOrdersCancelResponse.
import { Failure } from "../../core/problem.js";
import { JSON_MEDIA_TYPE, operationsOf, type Content, type Document } from "../../core/openapi.js";
import { below } from "../../core/pointer.js";
import { targetIn } from "../../core/schema-view.js";

/**
 * @returns where each body stands in the bundle: `#/components/schemas/ShopOrdersListRequest` is `#/paths/~1shop~1order/post/…`
 * @throws Failure with code 1 if two of them need one name, or a schema of the contract has it
 */
export function nameBodies(document: Document): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const owners = new Map<string, string>();
  const components = (document.components ??= {});
  const schemas: Record<string, unknown> = { ...components["schemas"] };
  const name = (content: Content | undefined, operationId: string, kind: "Request" | "Response", at: string): void => {
    const media = content?.content?.[JSON_MEDIA_TYPE];
    if (media?.schema === undefined || media.schema.$ref !== undefined) return;
    const own = `${typeName(operationId)}${kind}`;
    if (Object.hasOwn(schemas, own)) {
      const owner = owners.get(own);
      throw new Failure(
        1,
        owner === undefined
          ? `The schema ${own} has the name of the ${kind.toLowerCase()} of ${operationId}. Rename its file.`
          : `${owner} and ${operationId} both need the name ${own}. Rename one of the two.`,
      );
    }
    owners.set(own, operationId);
    schemas[own] = media.schema;
    media.schema = { $ref: `#/components/schemas/${own}` };
    places.set(`#/components/schemas/${own}`, below(at, "content", JSON_MEDIA_TYPE, "schema"));
  };
  for (const section of ["paths", "webhooks"] as const) {
    for (const { key, method, operation } of operationsOf(document[section], targetIn(document))) {
      const at = below("#", section, key, method);
      name(operation.requestBody, operation.operationId, "Request", below(at, "requestBody"));
      name(operation.responses?.["200"], operation.operationId, "Response", below(at, "responses", "200"));
    }
  }
  components["schemas"] = schemas;
  return places;
}

/** `alibaba.orders.cancel` is AlibabaOrdersCancel. */
const typeName = (operationId: string): string =>
  operationId
    .split(".")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");
