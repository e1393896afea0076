// One request of the collection, with its saved answers: only what the converter gives on each run alike.
import type { Operation } from "../core/openapi.js";
import type { ConvertedPair, ConvertedRequest, ConvertedText } from "./convert.js";

/** A header, or a parameter of the URL. */
interface Pair {
  key: string;
  value: string;
  description?: string;
  disabled?: true;
}

export function requestOf({ name, request, response = [] }: ConvertedRequest, operation: Operation): object {
  const { method, header = [], body, description } = request;
  const { host, path, variable, query: all } = request.url;
  // The value is in the body too, and callers send it in one of the two places.
  const alternatives = new Set(operation.parameters?.filter((one) => one["x-alternative"]).map((one) => one.name));
  const query = all.map((one): Pair => ({ ...pairOf(one), ...(alternatives.has(one.key) && { disabled: true }) }));
  const sent = {
    method,
    header: header.map(pairOf),
    url: { raw: rawUrl([...host, ...path], query), host, path, query, variable: variable.map(pairOf) },
    ...(body.raw !== undefined && { body: { mode: "raw", raw: body.raw, options: { raw: { language: "json" } } } }),
  };
  return {
    id: name,
    name: operation.summary ?? name,
    request: { ...sent, description: textOf(description) },
    response: response.map(({ name, status, code, header = [], body = "" }) => ({
      name,
      originalRequest: sent,
      status,
      code,
      _postman_previewlanguage: "json",
      header: header.map(pairOf),
      body,
    })),
  };
}

/** The address as one text. Insomnia reads nothing else of it. */
function rawUrl(steps: readonly string[], query: readonly Pair[]): string {
  const sent = query.filter(({ disabled }) => !disabled).map(({ key, value }) => `${key}=${value}`);
  return steps.join("/") + (sent.length === 0 ? "" : `?${sent.join("&")}`);
}

function pairOf({ key, value, description }: ConvertedPair): Pair {
  const text = textOf(description);
  return { key, value: String(value), ...(text !== "" && { description: text }) };
}

/** A description as plain text, which every importer takes. */
export const textOf = (text: ConvertedText): string => (typeof text === "string" ? text : (text?.content ?? ""));
