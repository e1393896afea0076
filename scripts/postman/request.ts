// One request of the collection.
import type { Operation } from "../core/openapi.js";
import type { ConvertedPair, ConvertedRequest, ConvertedText } from "./convert.js";
import type { Proof } from "./proofs.js";

/** What a request is made from, beside the converter's result. */
export interface RequestSource {
  operation: Operation;
  proofs: readonly Proof[];
}

/** A header, or a parameter of the URL. */
interface Pair {
  key: string;
  value: string;
  description?: string;
  disabled?: true;
}

export function requestOf(converted: ConvertedRequest, { operation, proofs }: RequestSource): object {
  const { method, header = [], url, body } = converted;
  const { path = [], query: given = [], variable = [] } = url;
  const proofsIn = (place: Proof["in"]): Pair[] =>
    proofs.filter((proof) => proof.in === place).map(({ key, variable }) => ({ key, value: `{{${variable}}}` }));
  // The value is in the body too, and callers send it in one of the two places.
  const left = new Set(operation.parameters?.filter((one) => one["x-alternative"]).map((one) => one.name));
  const query = [
    ...given.map(pairOf).map((pair): Pair => (left.has(pair.key) ? { ...pair, disabled: true } : pair)),
    ...proofsIn("query"),
  ];
  return {
    method,
    header: [...header.map(pairOf), ...proofsIn("header")],
    url: {
      raw: rawUrl(path, query),
      host: ["{{baseUrl}}"],
      path,
      query,
      variable: variable.map(pairOf),
    },
    ...(body?.raw !== undefined && { body: { mode: "raw", raw: body.raw, options: { raw: { language: "json" } } } }),
  };
}

/** The address as one text. Insomnia reads nothing else of it. */
function rawUrl(path: readonly string[], query: readonly Pair[]): string {
  const sent = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  return ["{{baseUrl}}", ...path].join("/") + (sent.length === 0 ? "" : `?${sent.join("&")}`);
}

export function pairOf({ key, value, description }: ConvertedPair): Pair {
  const text = textOf(description);
  return { key, value: String(value), ...(text !== "" && { description: text }) };
}

/** A description as plain text, which every importer takes. */
export const textOf = (text: ConvertedText | undefined): string =>
  typeof text === "string" ? text : (text?.content ?? "");

export function requestDescription({ operation, proofs }: RequestSource): string {
  const { operationId, description = "", "x-effect": effect } = operation;
  const toSet = proofs.filter((proof) => proof.in === "query").map(({ variable }) => `\`${variable}\``);
  return [
    description,
    `Operation: \`${operationId}\`.${effect === "write" ? " It writes: it acts on real data." : ""}`,
    ...(toSet.length === 0 ? [] : [`The script does not sign this request. Set ${toSet.join(" and ")} yourself.`]),
  ].join("\n\n");
}
