// What each fact of the contract rests on, said once per object and true for its members.
import { holdersIn, schemasIn } from "../core/document-schemas.js";
import { isObject, objectOf } from "../core/node.js";
import type { Basis, Document, Schema, SchemaEvidence } from "../core/openapi.js";

/** The evidence of each schema: its own, or that of the schema it is written in. Schemas of a field table have none. */
export function basesIn(document: Document): ReadonlyMap<object, SchemaEvidence> {
  const found = new Map<object, SchemaEvidence>();
  const descend = (schema: unknown, outer: SchemaEvidence | undefined): void => {
    if (!isObject(schema)) return;
    const own = (schema as Schema)["x-evidence"];
    const evidence = own?.basis === undefined ? outer : own;
    if (evidence !== undefined) found.set(schema, evidence);
    for (const one of schemasIn(schema)) descend(one, evidence);
  };
  for (const schema of Object.values(objectOf(document.components?.["schemas"]))) descend(schema, undefined);
  for (const { schema } of holdersIn(document)) descend(schema, undefined);
  return found;
}

/**
 * The open requests whose types are closed, so that a misspelt field is an error: only an example shows their fields.
 * @param sentOnly the nodes that callers send and never receive
 */
export const closedInTypes = (bases: ReadonlyMap<object, SchemaEvidence>, sentOnly: ReadonlySet<object>): Set<object> =>
  new Set(
    [...bases].filter(([schema, { basis }]) => basis === "example" && sentOnly.has(schema)).map(([schema]) => schema),
  );

const WORDS: Readonly<Record<Basis, string>> = {
  example: "Known from an example; no table lists it.",
  v2: "Not shown for this version; from a page of the v2 API.",
  manual: "From the development manual.",
  inferred: "A conclusion; no page says it.",
  upstream: "Not shown by PandaPon; from",
  client: "Not shown by PandaPon; read by a client of this API.",
  observed: "Not shown by PandaPon; seen in an answer.",
};

/** The basis of a fact in words, for a person who reads its type. */
export const basisInWords = ({ basis, page = "" }: SchemaEvidence): string | undefined =>
  basis === "upstream" ? `${WORDS.upstream} ${platformOf(page)}.` : basis && WORDS[basis];

/** The platform behind PandaPon that a page describes, or the host of the page. */
function platformOf(page: string): string {
  if (page.startsWith("https://open.1688.com")) return "the 1688 open platform";
  return page.includes("taobao-global")
    ? "the Taobao Global platform"
    : (/^https?:\/\/([^/]+)/.exec(page)?.[1] ?? page);
}
