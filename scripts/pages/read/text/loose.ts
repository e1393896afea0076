// Finds the part of rows whose heading has been lost: the path and the code sample name what the path, the query and the headers hold.
import { readJson } from "../../../core/exact-json.js";
import { isObject } from "../../../core/node.js";
import { under, type Part } from "../../../core/place.js";
import { isOfClient } from "./curl.js";
import { FLAT, type Row, type Sections, type Table } from "./found.js";

/**
 * Moves rows below the part that they belong to.
 * @returns those whose part is not clear
 */
export function placeLoose({ tables, loose, samples, examples }: Sections, path: string): Row[] {
  const named: Partial<Record<Part, Set<string>>> = {
    path: new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name)),
    query: new Set(samples.flatMap(({ query }) => query.map(([name]) => name))),
    header: new Set(samples.flatMap(({ header }) => header.map(([name]) => name))),
  };
  const holds = (part: Part, { name }: Row): boolean =>
    named[part]?.has(name) === true || (part === "header" && isOfClient(name));
  const table = (part: Part): Table => {
    const found = tables.get(part) ?? { rows: [] };
    tables.set(part, found);
    return found;
  };
  const isSent = examples.body.length > 0 || samples.some(({ sends }) => sends);
  const hasBody = (tables.get("body")?.rows.length ?? 0) > 0 || tables.get("body")?.root !== undefined;
  const lost: Row[] = [];
  // Without a heading, the rows of a part follow those of the part above it.
  const missing = FLAT.filter((part) => !tables.has(part));
  const flat = [...tables.keys()].filter((part) => FLAT.includes(part));
  const isBody = isSent && !tables.has("body");
  const shown = isBody ? [...examples.body, ...samples.flatMap(({ body }) => body ?? [])] : [];
  const values = shown.map(({ text }) => readJson(text)?.value);
  const sent = new Set(values.flatMap((value) => (isObject(value) ? Object.keys(value) : [])));
  let inBody = false;
  for (const part of flat) {
    const rows = table(part).rows.splice(0);
    const ownerOf = (row: Row): Part | undefined => [part, ...missing].find((one) => holds(one, row));
    const firsts = new Map(rows.map(({ name }, at) => [name, at] as const).reverse());
    const known = rows.findLastIndex((row, at) => firsts.get(row.name) === at && ownerOf(row) !== undefined) + 1;
    const begin = known > 0 ? known : rows.findIndex(({ name }) => sent.has(name));
    const end = part === flat.at(-1) && isBody && begin >= 0 ? begin : rows.length;
    let owner = part;
    for (const row of rows.slice(0, end)) table((owner = ownerOf(row) ?? owner)).rows.push(row);
    inBody = end < rows.length;
    if (inBody) table("body").rows = rows.slice(end);
  }
  const taken = new Set(FLAT.flatMap((part) => (tables.get(part)?.rows ?? []).map(({ name }) => under(part, name))));
  for (const row of loose.rows) {
    const part = inBody ? undefined : FLAT.find((one) => holds(one, row) && !taken.has(under(one, row.name)));
    inBody ||= part === undefined && isSent && !hasBody;
    if (part !== undefined) taken.add(under(part, row.name));
    if (part === undefined && !inBody) lost.push(row);
    else table(part ?? "body").rows.push(row);
  }
  return lost;
}
