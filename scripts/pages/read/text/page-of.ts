// Builds a page from its head and its sections.
import { readJson, writeJson } from "../../../core/exact-json.js";
import { under, type Part } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import { readYaml, type YamlText } from "../../../core/yaml.js";
import { fieldsOfExamples } from "../../page/example.js";
import { bareField, present } from "../../page/field.js";
import { pageIdIn } from "../../page/page-id.js";
import { PageFields, type Example } from "../../page/page-fields.js";
import type { Language, Mark, ReadPage, Visibility } from "../../page/page.js";
import { withoutPersonal } from "../../page/personal.js";
import { noticeProblem, type Reading } from "../../page/reading.js";
import { addRows } from "./fields.js";
import type { Head } from "./head.js";
import type { JsonBlock } from "./json-block.js";
import type { Line } from "./lines.js";
import type { Sections } from "./found.js";
import type { PrintedType } from "./type-line.js";
import { rowsNote, type Note } from "./unread.js";

/** @param name the file or address that the text came from */
export function pageOf(
  name: string,
  lines: readonly Line[],
  head: Head,
  sections: Sections,
  language: Language,
  noted: readonly Note[],
): Reading {
  const { samples, tables, examples, answer, modified } = sections;
  const { at, end: _, server: ownServer, ...shownHead } = head;
  const lineAt = (index: number): number => lines[index]?.number ?? 1;
  const notes = [...noted];
  if (answer !== undefined && !answer.startsWith("2")) {
    const text = `the answer that is shown has the status ${answer}; no successful one is visible`;
    notes.push({ text, line: lineAt(at) });
  }
  /** The examples that are JSON, each once. */
  const readable = (part: Part, blocks: readonly JsonBlock[]): Example[] => {
    const found = new Map<string, Example>();
    for (const { text, first } of blocks) {
      const read = readJson(text);
      const key = writeJson(read?.value);
      if (read === undefined) notes.push({ text: `an example of the ${part} is not JSON`, line: lineAt(first) });
      else if (!found.has(key)) {
        let lines: YamlText | undefined;
        const line = (keys: Pointer): number => lineAt(first + (lines ??= readYaml(text)).line(keys) - 1);
        found.set(key, { value: read.value, line });
      }
    }
    return [...found.values()];
  };
  const isCallback = head.kind === "callback";
  const inSamples = samples.flatMap(({ body }) => body ?? []);
  const sent = readable("body", examples.body.length > 0 ? examples.body : inSamples);
  const answered = readable("response", examples.response);
  // The page of a callback shows the pushed message as its answer.
  const isPushed = isCallback && (tables.has("response") || answered.length > 0);
  if (isPushed)
    notes.push(...rowsNote("the request of the callback's page is not read", tables.get("body")?.rows ?? []));
  const shown = isCallback ? { body: isPushed ? answered : sent, response: [] } : { body: sent, response: answered };
  const fields = new PageFields();
  const notNull: Mark = printsNull(sections) ? "no" : "not visible";
  const visibility = (part: Part): Visibility => {
    const own = part === "body" || part === "response" ? shown[part] : [];
    const inExamples = fieldsOfExamples(
      part,
      own.map(({ value }) => value),
    );
    const isHidden = isCallback && part === "response";
    const table = isHidden ? undefined : tables.get(isPushed && part === "body" ? "response" : part);
    const before = fields.all.size;
    if (table !== undefined) addRows(fields, table, part, notNull, inExamples);
    const isListed = fields.all.size > before;
    fields.addExamples(part, own);
    const names = namesBeside(part, isListed, head, sections);
    for (const [one, index] of names) {
      const field = bareField(part === "path" ? "yes" : "not visible");
      if (!fields.all.has(under(part, one))) fields.add(under(part, one), field, () => lineAt(index));
    }
    if (isListed) return "table";
    if (own.length + names.length > 0) return "example";
    // The page lists other parts of the request and has no heading for this one.
    const isRequest = part !== "response" && !(isCallback && part === "body");
    return isRequest && !tables.has(part) && [...tables.keys()].some((one) => one !== "response") ? "table" : "none";
  };
  const servers = isCallback ? [] : [ownServer, ...samples.map(({ server }) => server)];
  const valuesOf = (all: readonly Example[]): unknown[] => all.map(({ value }) => withoutPersonal(value));
  const visible = {
    header: visibility("header"),
    path: visibility("path"),
    query: visibility("query"),
    body: visibility("body"),
    response: visibility("response"),
  };
  const fresh = [...new Map(notes.map((note) => [note.text, note])).values()];
  const page = present<ReadPage>({
    id: pageIdIn(name) ?? "",
    url: /^https?:\/\//.test(name) ? name : undefined,
    form: "text",
    language,
    ...shownHead,
    servers: [...new Set(servers.flatMap((server) => server ?? []))],
    modified,
    visible,
    fields: fields.all,
    examples: { body: valuesOf(shown.body), response: valuesOf(shown.response) },
    notices: fresh.map(({ text }) => text),
    source: name,
    lineOf: (place = "") => fields.lineOf(place) ?? lineAt(at),
  });
  return { pages: [page], problems: fresh.map(({ text, line }) => noticeProblem(page, text, line)) };
}

/**
 * Names that a folded or missing table does not show: those in the path, and those in code samples, which the site makes from the table.
 * @returns each name with the line that shows it
 */
function namesBeside(part: Part, isListed: boolean, head: Head, { tables, samples }: Sections): [string, number][] {
  if (part === "path") return [...head.path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => [name, head.end - 1]);
  return (part === "header" || part === "query") && tables.has(part) && !isListed
    ? samples.flatMap((sample) => sample[part])
    : [];
}

/** Whether the page prints "or null" anywhere. Only then does a type without it mean that null is not allowed. */
function printsNull({ tables }: Sections): boolean {
  const prints = ({ nullable, types, items }: PrintedType): boolean =>
    (nullable && types.length > 0) || (items !== undefined && prints(items));
  return [...tables.values()].some(({ rows }) => rows.some(({ type }) => prints(type)));
}
