// Builds a page from its head and its sections.
import { readJson, writeJson } from "../../../core/exact-json.js";
import { fieldsOfExamples } from "../../page/example.js";
import type { Field, Language, Mark, ReadPage, Visibility } from "../../page/page.js";
import { withoutPersonal } from "../../page/personal.js";
import { type Part, type Place, under } from "../../../core/place.js";
import { pageIdIn } from "../../page/page-id.js";
import type { CurlSample } from "./curl.js";
import { fieldsOf } from "./fields.js";
import type { Head } from "./head.js";
import { linesOfPlaces, type JsonBlock } from "./json-block.js";
import type { Line } from "./lines.js";
import type { Sections, Table } from "./sections.js";
import type { PrintedType } from "./type-line.js";

export interface Copy {
  /** The file or address that it came from. */
  name: string;
  lines: readonly Line[];
  head: Head;
  sections: Sections;
  language: Language;
}

interface Example {
  block: JsonBlock;
  value: unknown;
}

/** What the copied text shows of one part of the page. */
interface Shown {
  table?: Table;
  examples: readonly Example[];
}

type Body = "body" | "response";
type Spots = Map<Place, number>;

export function pageOf({ name, lines, head, sections, language }: Copy): ReadPage {
  const notices = noticesOf(sections);
  const bodies = bodiesOf(head, sections, notices);
  const fields = new Map<Place, Field>();
  const spots: Spots = new Map();
  const notNull: Mark = printsNull(sections) ? "no" : "not visible";
  const add = (part: Part, { table, examples }: Shown): Visibility => {
    const shown = fieldsOfExamples(
      part,
      examples.map(({ value }) => value),
    );
    const placed = fieldsOf(table ?? { rows: [] }, part, { notNull, shown });
    for (const [place, { field, at }] of placed) {
      const example = shown.get(place);
      if (example !== undefined) field.seen = typesIn(example);
      fields.set(place, field);
      spots.set(place, at);
    }
    for (const [place, field] of shown) if (!fields.has(place)) fields.set(place, field);
    return placed.size > 0 ? "table" : examples.length > 0 ? "example" : "none";
  };
  const parameters = (part: "header" | "path" | "query"): Visibility => {
    const table = sections.tables.get(part);
    const visible = add(part, { ...(table && { table }), examples: [] });
    const names = visible === "table" && part !== "path" ? [] : namesBesideTables(part, head, sections);
    for (const [one, at] of names) {
      const place = under(part, one);
      if (fields.has(place)) continue;
      const required = part === "path" ? "yes" : "not visible";
      fields.set(place, { from: "example", types: [], nullable: "not visible", required });
      spots.set(place, at);
    }
    if (visible === "table") return visible;
    if (names.length > 0) return "example";
    return hasNone(part, sections) ? "table" : "none";
  };
  const visible: Record<Part, Visibility> = {
    header: parameters("header"),
    path: parameters("path"),
    query: parameters("query"),
    body: add("body", bodies.body),
    response: add("response", bodies.response),
  };
  if (visible.body === "none" && head.kind === "operation" && hasNone("body", sections)) visible.body = "table";
  return {
    id: pageIdIn(name) ?? "",
    ...(/^https?:\/\//.test(name) && { url: name }),
    form: "text",
    language,
    title: head.title,
    folder: head.folder,
    kind: head.kind,
    method: head.method,
    path: head.path,
    status: head.status,
    servers: head.kind === "callback" ? [] : serversOf(head, sections.samples),
    ...(sections.modified !== undefined && { modified: sections.modified }),
    visible,
    fields,
    examples: { body: valuesOf(bodies.body), response: valuesOf(bodies.response) },
    notices,
    source: name,
    lineOf: lineFinder(lines, head, spots, (part) => bodies[part].examples.map(({ block }) => block)),
  };
}

const valuesOf = ({ examples }: Shown): unknown[] => examples.map(({ value }) => withoutPersonal(value));

const typesIn = ({ types, nullable }: Field): string[] => (nullable === "yes" ? [...types, "null"].sort() : types);

function noticesOf({ answer }: Sections): string[] {
  if (answer === undefined || answer.startsWith("2")) return [];
  return [`the answer that is shown has the status ${answer}; no successful one is visible`];
}

/** The body of the request and of the answer. The page of a callback shows the pushed message as its answer. */
function bodiesOf(head: Head, sections: Sections, notices: string[]): Record<Body, Shown> {
  const inSamples = sections.samples.flatMap(({ body }) => body ?? []);
  const own = sections.examples.body;
  const shown = (part: Body, blocks: readonly JsonBlock[]): Shown => {
    const table = sections.tables.get(part);
    return { ...(table && { table }), examples: readable(blocks, part, notices) };
  };
  const request = shown("body", own.length > 0 ? own : inSamples);
  const answer = shown("response", sections.examples.response);
  if (head.kind === "operation") return { body: request, response: answer };
  const pushed = answer.table !== undefined || answer.examples.length > 0;
  return { body: pushed ? answer : request, response: { examples: [] } };
}

/** The examples that are JSON, each once. */
function readable(blocks: readonly JsonBlock[], part: Body, notices: string[]): Example[] {
  const found: Example[] = [];
  for (const block of blocks) {
    const read = readJson(block.text);
    if (read === undefined) notices.push(`an example of the ${part} is not JSON`);
    else if (!found.some(({ value }) => writeJson(value) === writeJson(read.value))) {
      found.push({ block, value: read.value });
    }
  }
  return found;
}

/**
 * Names that a folded or missing table does not show: those in the path, and those in code samples, which the site makes from the table.
 * @returns each name with the line that shows it
 */
function namesBesideTables(part: Part, head: Head, { tables, samples }: Sections): [string, number][] {
  if (part === "path") {
    return [...head.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => [name, head.end - 1]);
  }
  if (!tables.has(part)) return [];
  return samples.flatMap(({ headers, query }) => (part === "header" ? headers : query));
}

/** Whether the page lists other parts of the request but has no heading for this one. */
const hasNone = (part: Part, { tables }: Sections): boolean =>
  !tables.has(part) && [...tables.keys()].some((other) => other !== "response");

/** Whether the page prints "or null" anywhere. Only then does a type without it mean that null is not allowed. */
function printsNull({ tables }: Sections): boolean {
  const prints = ({ nullable, types, items }: PrintedType): boolean =>
    (nullable && types.length > 0) || (items !== undefined && prints(items));
  return [...tables.values()].some(({ rows }) => rows.some(({ type }) => prints(type)));
}

function serversOf(head: Head, samples: readonly CurlSample[]): string[] {
  const servers = [head.server, ...samples.map(({ server }) => server)];
  return [...new Set(servers.filter((server): server is string => server !== undefined))];
}

function lineFinder(
  lines: readonly Line[],
  head: Head,
  spots: ReadonlyMap<Place, number>,
  blocksOf: (part: Body) => readonly JsonBlock[],
): ReadPage["lineOf"] {
  // Places in examples are looked up only when a line is needed.
  const found = new Map<Body, Spots>();
  const spotsInExamples = (part: Body): Spots => {
    const known = found.get(part);
    if (known !== undefined) return known;
    const all = blocksOf(part).flatMap((block) =>
      [...linesOfPlaces(block.text, part)].map(([place, below]): [Place, number] => [place, block.first + below]),
    );
    // The first example wins.
    const spotsThere: Spots = new Map(all.reverse());
    found.set(part, spotsThere);
    return spotsThere;
  };
  return (place) => {
    const [part] = place?.split("/") ?? [];
    const at =
      place === undefined
        ? undefined
        : (spots.get(place) ?? (part === "body" || part === "response" ? spotsInExamples(part).get(place) : undefined));
    return lines[at ?? head.at]?.number ?? 1;
  };
}
