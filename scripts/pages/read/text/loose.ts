// Finds the part of rows whose heading has been lost: the path and the code sample name what the path, the query and the headers hold.
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
  // Below a table of the request, the code sample shows where the rows of a body without its heading begin.
  const last = [...tables.keys()].filter((part) => FLAT.includes(part)).at(-1);
  const rows = last === undefined ? [] : table(last).rows;
  const known =
    last === undefined
      ? 0
      : rows.findLastIndex((row, at) => holds(last, row) && at === rows.findIndex(({ name }) => name === row.name)) + 1;
  const isBody = isSent && !tables.has("body");
  const below = isBody && known > 0 ? rows.splice(known) : [];
  let inBody = below.length > 0;
  if (inBody) table("body").rows.push(...below);
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
