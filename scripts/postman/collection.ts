// The collection: what the converter makes of the bundle, with exact ids, signed headers, and the same bytes on every run.
import { operationsOf } from "../core/openapi.js";
import { withPlaceholders } from "../core/placeholders.js";
import { Failure } from "../core/problem.js";
import { targetIn } from "../core/schema-view.js";
import type { BundleDocument } from "./bundle.js";
import { convert, type ConvertedItem } from "./convert.js";
import { forConverter } from "./prepare.js";
import { proofsOf, type Proof } from "./proofs.js";
import { requestOf, textOf } from "./request.js";
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
  const { document: replaced, restore } = withPlaceholders(bundle);
  // Only integers were replaced.
  const document = replaced as BundleDocument;
  const { info, paths, tags } = document;
  const operations = [...operationsOf(paths, targetIn(document))];
  const left = new Map(operations.map(({ operation }) => [operation.operationId, operation]));
  /** A request, or a folder by the name that its tag is shown with; nothing for an empty folder. */
  const itemsOf = (converted: ConvertedItem): object[] => {
    if ("item" in converted) {
      const { name, description, item } = converted;
      const items = item.flatMap(itemsOf);
      const shown = tags?.find((tag) => tag.name === name)?.["x-displayName"] ?? name;
      return items.length === 0 ? [] : [{ name: shown, description: textOf(description), item: items }];
    }
    const operation = left.get(converted.name);
    left.delete(converted.name);
    return operation === undefined ? [] : [requestOf(converted, operation)];
  };
  const collection = {
    info: { name: info.title, description: [info.summary ?? info.title, USAGE, NOTICE].join("\n\n"), schema: SCHEMA },
    item: (await convert(forConverter(document, operations))).flatMap(itemsOf),
    auth: { type: "noauth" },
    event: [{ listen: "prerequest", script: { type: "text/javascript", exec: SIGN.split("\n") } }],
    variable: variablesOf(
      document,
      operations.flatMap(({ operation }) => proofsOf(operation, document)),
    ),
  };
  for (const id of left.keys()) throw new Failure(2, `The converter left out ${id}. Check it in the bundle.`);
  const exact = (_: string, value: unknown): unknown => (typeof value === "string" ? restore(value) : value);
  return `${JSON.stringify(collection, exact, 2)}\n`;
}

/** The variables that the user sets: the server, and what proves who calls. */
function variablesOf({ servers }: BundleDocument, proofs: readonly Proof[]): object[] {
  const { url = "", description = "" } = servers?.[0] ?? {};
  // Paths begin with a slash.
  const toSet = new Map([["baseUrl", { value: url.replace(/\/$/, ""), description }]]);
  const set = (key: string, description: string) => toSet.set(key, { value: "", description });
  for (const { variable, description: about } of proofs) {
    if (!COMPUTED.includes(variable)) set(variable, about);
    if (variable === ACCESS_KEY) set(SECRET, "The secret of the access key. It is never sent.");
  }
  return [...toSet].map(([key, values]) => ({ key, ...values, type: "string" }));
}
