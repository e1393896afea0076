// Reads the forms of a page that have an OpenAPI 3 document, as Apifox writes it.
import { isObject, objectOf } from "../../../core/node.js";
import { METHODS } from "../../../core/openapi.js";
import type { Pointer } from "../../../core/pointer.js";
import { TooLarge } from "../../../core/schema-fields.js";
import { readYaml, Unreadable, type YamlText } from "../../../core/yaml.js";
import { pageProblem, unread, type Reading, type Source } from "../../page/reading.js";
import { readOperation, type Origin } from "./operation.js";
import { PageParts } from "./parts.js";

const FENCE = /^(`{3,}|~{3,})[ \t]*(?:(?:ya?ml|json)\b[^\r\n]*)?\r?\n/m;
/** Each of these may begin a value, and each value takes memory. */
const SIGN = /[\n:,"'[{]/g;
const MOST_SIGNS = 100_000;
const SAVE_WHOLE = "Save the page as the site serves it, from the title to the closing fence.";
const EXPORT_AGAIN = "Export the project as OpenAPI 3.0 or 3.1, JSON or YAML.";
const SAVE_SERVED = "Save the page as the site serves it: with OpenAPI 3.0.1.";

/**
 * A Markdown page of an Apifox site: a title and one fenced OpenAPI document with one path.
 * @returns one page, or a problem if it is cut off, or has several endpoints or none
 */
export function readMarkdown({ name, text }: Source): Reading {
  const heading = /^## OpenAPI Specification[ \t]*\r?$/m.exec(text);
  if (heading === null) return unread(name, 1, "The page has no heading `## OpenAPI Specification`.", SAVE_WHOLE);
  const opening = FENCE.exec(text.slice(heading.index));
  if (opening === null) return unread(name, 1, "The page has no fenced document below its heading.", SAVE_WHOLE);
  const [above, fence = ""] = opening;
  const start = heading.index + opening.index + above.length;
  const length = text.slice(start).search(new RegExp(`^${fence}[ \\t]*\\r?$`, "m"));
  if (length < 0) return unread(name, linesIn(text), "The page ends inside its OpenAPI document.", SAVE_WHOLE);
  const document = text.slice(start, start + length);
  if (hasMany(document)) {
    const message = `The page is too large: its document has more than ${MOST_SIGNS} lines, quotes and other signs of values.`;
    return unread(name, linesIn(text.slice(0, start)), message, SAVE_WHOLE);
  }
  const title = /^# (.+?)\r?$/m.exec(text.slice(0, heading.index))?.[1]?.trim() ?? "";
  const linesAbove = linesIn(text.slice(0, start)) - 1;
  const about = { source: name, form: "markdown", title, linesAbove, fix: SAVE_WHOLE } as const;
  const reading = readDocument(document, about);
  const [, second] = reading.pages;
  if (second === undefined) return reading;
  const heads = reading.pages.map(({ method, path }) => `${method} ${path}`).join(", ");
  return unread(name, second.lineOf(), `The page holds several endpoints: ${heads}.`, "Save one page per endpoint.");
}

function hasMany(document: string): boolean {
  let signs = 0;
  for (const _ of document.matchAll(SIGN)) if ((signs += 1) > MOST_SIGNS) return true;
  return false;
}

const linesIn = (text: string): number => text.split("\n").length;

/** An OpenAPI export of PandaPon's whole project, JSON or YAML: a page for each endpoint. */
export const readExport = ({ name, text }: Source): Reading =>
  readDocument(text, { source: name, form: "export", title: "", linesAbove: 0, fix: EXPORT_AGAIN });

interface DocumentSource extends Omit<Origin, "document" | "line"> {
  linesAbove: number;
  /** What to do if the document cannot be read. */
  fix: string;
}

/** Reads every operation of a document. If it is not OpenAPI 3, there is a problem instead. */
function readDocument(text: string, about: DocumentSource): Reading {
  const { source, linesAbove, fix } = about;
  let read: YamlText;
  try {
    read = readYaml(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return unread(source, linesAbove + error.line, `The OpenAPI document cannot be read: ${error.message}.`, fix);
  }
  const { value: document } = read;
  const line = (pointer: Pointer): number => linesAbove + read.line(pointer);
  if (!isObject(document) || !isObject(document["paths"])) {
    return unread(source, line([]), "The page holds no OpenAPI document with paths.", SAVE_SERVED);
  }
  if (!/^3\.[01]\./.test(String(document["openapi"]))) {
    return unread(source, line([]), "The page names no version of OpenAPI 3.0 or 3.1.", SAVE_SERVED);
  }
  const reading: Reading = { pages: [], problems: [] };
  const fail = (at: Pointer, message: string): void => {
    reading.problems.push(pageProblem(source, line(at), message, fix));
  };
  for (const [key, value] of Object.entries(document["paths"])) {
    const written = { node: objectOf(value), file: "", pointer: ["paths", key] };
    const target = new PageParts(document, line).follow(written, "");
    if (target === undefined) fail(written.pointer, `${key}: the $ref leads nowhere.`);
    // The keys beside a `$ref` count too.
    const node = { ...target?.node, ...written.node };
    for (const method of METHODS.filter((one) => isObject(node[one]))) {
      const { pointer } = isObject(written.node[method]) ? written : (target ?? written);
      try {
        const item = { node, file: "", pointer };
        const { page, problems } = readOperation({ ...about, document, line }, item, key, method);
        reading.pages.push(page);
        reading.problems.push(...problems);
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        fail(error.at.pointer, `${method.toUpperCase()} ${key} cannot be read: ${error.reason}.`);
      }
    }
  }
  const isEmpty = reading.pages.length + reading.problems.length === 0;
  return isEmpty ? unread(source, linesAbove + 1, "The OpenAPI document has no endpoint.", fix) : reading;
}
