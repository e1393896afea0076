// The collection: what the converter makes of the bundle, with exact ids, signed headers, and the same bytes on every run.
import { operationsOf } from "../core/openapi.js";
import { withPlaceholders } from "../core/placeholders.js";
import { Failure } from "../core/problem.js";
import { targetIn } from "../core/schema-view.js";
import type { BundleDocument } from "./bundle.js";
import { convert, type ConvertedItem } from "./convert.js";
import { forConverter } from "./prepare.js";
import { proofsOf } from "./proofs.js";
import { pairOf, requestDescription, requestOf, textOf, type RequestSource } from "./request.js";
import { ACCESS_KEY, COMPUTED, SECRET, SIGN } from "./script.js";

const SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json";
const NOTICE = "Made by `pandapon postman` from the bundle. Do not edit: change spec/ and run `npm run build`.";

/** What Postman shows beside the collection. The description of the bundle is about fields that a collection does not have. */
const USAGE = `This collection is not PandaPon's own. There is one environment, production: every call acts on real data. Send single requests: a run of the whole collection would order, pay, cancel and refund.

1. Set the variables \`accessKey\`, \`accessSecret\` and \`userId\`, best in an environment, so that an export of the collection does not hold your secret.
2. Send a request. The pre-request script of the collection signs it.

- Requests without the header \`signature\` are not signed, because no page says how. Their description names the variables to set.
- HTTP 200 can mean failure: look at \`code\` in the answer.
- Ids have up to 19 digits. Write them as the examples do, in quotes or bare.`;

/**
 * @returns the collection as text
 * @throws Failure with code 2 if the converter is not installed, or cannot convert the bundle
 */
export async function collectionText(bundle: BundleDocument): Promise<string> {
  const { document, restore } = withPlaceholders(bundle);
  // Only integers were replaced.
  const replaced = document as BundleDocument;
  const follow = targetIn(replaced);
  const operations = [...operationsOf(replaced.paths, follow)];
  const sources = new Map<string, RequestSource>();
  for (const { operation } of operations) {
    sources.set(operation.operationId, { operation, proofs: proofsOf(operation, replaced) });
  }
  const { item } = await convert(forConverter(replaced, operations, follow));
  const found = new Set<string>();
  const collection = {
    info: {
      name: bundle.info.title,
      description: [NOTICE, bundle.info.summary ?? bundle.info.title, USAGE].join("\n\n"),
      schema: SCHEMA,
    },
    item: item.flatMap((one) => itemsOf(one, sources, found)),
    auth: { type: "noauth" },
    event: [{ listen: "prerequest", script: { type: "text/javascript", exec: SIGN.split("\n") } }],
    variable: variablesOf(replaced, [...sources.values()]),
  };
  const missing = [...sources.keys()].find((id) => !found.has(id));
  if (missing !== undefined) throw new Failure(2, `The converter left out ${missing}. Check it in the bundle.`);
  const exact = (_: string, value: unknown): unknown => (typeof value === "string" ? restore(value) : value);
  return `${JSON.stringify(collection, exact, 2)}\n`;
}

/** A folder or a request of the collection; nothing for an empty folder. */
function itemsOf(converted: ConvertedItem, sources: ReadonlyMap<string, RequestSource>, found: Set<string>): object[] {
  const { name, description, item, request, response = [] } = converted;
  if (item !== undefined) {
    const items = item.flatMap((one) => itemsOf(one, sources, found));
    return items.length === 0 ? [] : [{ name, description: textOf(description), item: items }];
  }
  const source = sources.get(name);
  if (request === undefined || source === undefined) return [];
  found.add(name);
  const sent = requestOf(request, source);
  return [
    {
      id: name,
      name: source.operation.summary ?? name,
      request: { ...sent, description: requestDescription(source) },
      response: response.map((answer) => ({
        name: answer.name,
        originalRequest: sent,
        status: answer.status,
        code: answer.code,
        _postman_previewlanguage: "json",
        header: (answer.header ?? []).map(pairOf),
        body: answer.body ?? "",
      })),
    },
  ];
}

/** The variables that the user sets: the server, and what proves who calls. */
function variablesOf({ servers }: BundleDocument, sources: readonly RequestSource[]): object[] {
  const { url = "", description = "" } = servers?.[0] ?? {};
  const toSet = new Map<string, string>();
  for (const { proofs } of sources) {
    for (const proof of proofs.filter(({ variable }) => !COMPUTED.includes(variable))) {
      toSet.set(proof.variable, proof.description);
      if (proof.variable === ACCESS_KEY) toSet.set(SECRET, "The secret of the access key. It is never sent.");
    }
  }
  return [
    { key: "baseUrl", value: url, type: "string", description },
    ...[...toSet].map(([key, about]) => ({ key, value: "", type: "string", description: about })),
  ];
}
