// The request that a sample makes: the examples of the contract, as they travel and as a TypeScript caller passes them.
import { readJson } from "../../core/exact-json.js";
import { mapScalars, schemasAt, wireOf } from "../../core/exact-examples.js";
import { alone, isObject, objectOf, type Node } from "../../core/node.js";
import {
  JSON_MEDIA_TYPE,
  type Document,
  type MediaType,
  type Schema,
  type WholeOperation,
} from "../../core/openapi.js";
import type { Place } from "../../core/place.js";
import { stepsOf } from "../../core/pointer.js";
import { referredIn } from "../../core/refs.js";
import { walkSchema } from "../../core/schema-fields.js";
import { targetIn } from "../../core/schema-view.js";

export interface SampleRequest {
  operationId: string;
  /** In upper case. */
  method: string;
  /** As the contract has it: `/open/order/refund/cancel/{refundId}`. */
  path: string;
  /** Path and query with their values, encoded. */
  target: string;
  /** The example of the body; undefined if the operation takes none. Integers beyond 2^53 are bigints. */
  body: unknown;
  proofs: readonly SampleProof[];
  /** The server without a slash at its end. */
  server: string;
  /** Whether every answer has a `code`, which says if the call succeeded. Else it may have one. */
  hasCode: boolean;
  /** The names that lead to what is false if the call failed on a second level: `data`, `success`. */
  flag: readonly string[] | undefined;
  /** The inputs by place, as TypeScript has them: ids are texts, and text that holds JSON is what it holds. */
  typed: { path: Node; query: Node; body: unknown };
}

/** What proves who calls. */
interface SampleProof {
  in: "header" | "query";
  name: string;
  /** What a sample computes, or the environment variable that has the value. */
  value: string;
}

/** What samples compute, by the name of the security scheme. */
const COMPUTED: ReadonlyMap<string, string> = new Map([
  ["timestamp", "timestamp"],
  ["warehouseTimestamp", "timestamp"],
  ["nonceStr", "nonce"],
  ["signature", "signature"],
]);

/** `PANDAPON_ACCESS_KEY` of `accessKey`. */
const variableOf = (scheme: string): string =>
  `PANDAPON_${scheme.replaceAll(/(?<=[a-z])(?=[A-Z])|\W/g, "_").toUpperCase()}`;

/** @param document the bundle: its integers beyond 2^53 are bigints */
export function requestOf({ key, method, operation }: WholeOperation, document: Document): SampleRequest {
  const { operationId, parameters = [], requestBody, "x-success": success } = operation;
  const follow = targetIn(document);
  const example = (node: MediaType): unknown =>
    node.example ?? objectOf(follow(objectOf(Object.values(objectOf(node.examples))[0])))["value"];
  // Without the members that each object inherits: a parameter can be called `constructor`.
  const values = { path: Object.create(null) as Node, query: Object.create(null) as Node };
  const typed = { path: {} as Node, query: {} as Node };
  for (const parameter of parameters) {
    const { in: place, name, schema = {}, "x-alternative": alternative } = parameter;
    // An alternative is in the body, too, and is sent in one of the two places.
    if ((place !== "path" && place !== "query") || alternative !== undefined) continue;
    const value = example(parameter) ?? follow(schema).examples?.[0];
    if (value === undefined) continue;
    values[place][name] = value;
    typed[place][name] = asTyped(value, schema, document);
  }
  const answer = example(operation.responses?.["200"]?.content?.[JSON_MEDIA_TYPE] ?? {});
  const media = requestBody?.content?.[JSON_MEDIA_TYPE];
  const body = media === undefined ? undefined : (example(media) ?? {});
  return {
    operationId,
    method: method.toUpperCase(),
    path: key,
    target: targetOf(key, values.path, values.query),
    body,
    proofs: proofsOf(operation.security ?? document.security, document),
    server: String(objectOf(document.servers?.[0])["url"] ?? "https://api.pandapon.com").replace(/\/+$/, ""),
    hasCode: !isObject(answer) || "code" in answer,
    flag: success && stepsOf(success.flag),
    typed: { ...typed, body: body === undefined ? undefined : asTyped(body, media?.schema ?? {}, document) },
  };
}

function targetOf(path: string, values: Node, query: Node): string {
  const filled = path.replaceAll(/\{(.+?)\}|[^\w./~-]+/g, (other, name: string | undefined) =>
    name === undefined ? encoded(other) : encoded(values[name] ?? `{${name}}`),
  );
  const pairs = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return filled + (pairs.length === 0 ? "" : `?${pairs.join("&")}`);
}

/** Only letters, digits and `-._~%`, which mean nothing in the quotes of any language. Half of a surrogate pair has no encoding. */
const encoded = (value: unknown): string =>
  encodeURIComponent(Buffer.from(String(value)).toString()).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The API keys of the first of several ways to prove a call. Samples know no other kind of scheme. */
function proofsOf([way = {}]: readonly Record<string, string[]>[] = [], document: Document): SampleProof[] {
  return Object.keys(way).flatMap((scheme) => {
    const { type, in: place, name } = objectOf(document.components?.["securitySchemes"]?.[scheme]);
    const isKnown = type === "apiKey" && (place === "header" || place === "query") && /^[\w-]+$/.test(String(name));
    return isKnown ? [{ in: place, name: String(name), value: COMPUTED.get(scheme) ?? variableOf(scheme) }] : [];
  });
}

/** An example as the types of the client take it. */
function asTyped(example: unknown, schema: Schema, document: Document): unknown {
  const schemas = new Map<Place, Schema[]>();
  walkSchema(alone(schema), "", false, {
    follow: referredIn(document),
    content: true,
    maps: true,
    visit: ({ place, parts }) => {
      // The parts of a schema are schemas.
      schemas.set(
        place,
        parts.map(({ node }) => node as Schema).filter(({ $ref }) => $ref === undefined),
      );
    },
  });
  const value = (one: unknown, place: Place): unknown => {
    const here = schemasAt(schemas, place);
    const isText = typeof one === "string" && here.some(({ contentSchema }) => contentSchema !== undefined);
    const held = isText ? readJson(one) : undefined;
    if (held !== undefined) return mapScalars(held.value, value, place);
    return (typeof one === "number" || typeof one === "bigint") && wireOf(here) !== undefined ? String(one) : one;
  };
  return mapScalars(example, value);
}
