// Turns an operation of an OpenAPI 3 document into a page.
import { readJson } from "../../../core/exact-json.js";
import { objectOf, texts, type Node } from "../../../core/node.js";
import { JSON_MEDIA_TYPE } from "../../../core/openapi.js";
import { isWithin, under, type Place } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import { languageOf } from "../../page/language.js";
import { pageIdIn } from "../../page/page-id.js";
import { PageFields, type Example } from "../../page/page-fields.js";
import type { ReadPage, Visibility } from "../../page/page.js";
import { withoutPersonal } from "../../page/personal.js";
import { pageHead, pageProblem, type PageProblem } from "../../page/reading.js";
import { statusOf } from "../../page/statuses.js";
import { HeldFacts } from "./held.js";
import { readSchema, type PageParts } from "./schema.js";
import { selfCheck, troublesOf } from "./self-check.js";
import { isLost, troubleInWords, type Trouble } from "./trouble.js";

/** A document and where it is from. */
export interface Origin {
  document: Node;
  source: string;
  form: "markdown" | "export";
  /** The page's own title; empty if it has none outside the document. */
  title: string;
  /** The line of the source, from 1, of a node of the document. */
  line(pointer: Pointer): number;
}

/** A page that allows any media type means JSON. */
const IS_JSON = /^(?:\*\/\*|[\w.+-]+\/(?:[\w.-]+\+)?json)(?:$|;)/i;
const MESSAGE_TYPE = /^\/?([A-Z0-9]+(?:_[A-Z0-9]+)+)$/;

export interface ReadOperation {
  page: ReadPage;
  problems: PageProblem[];
  /** What the page holds and its fields do not: the data of its notices. */
  noted: Trouble[];
}

export function readOperation(origin: Origin, key: string, method: string): ReadOperation {
  const { document, source, form, title: ownTitle, line } = origin;
  const pointer: Pointer = ["paths", key, method];
  const item = objectOf(objectOf(document["paths"])[key]);
  const operation = objectOf(item[method]);
  const message = MESSAGE_TYPE.exec(key)?.[1];
  // Some paths have a host before them.
  const path = message ?? key.trim().replace(/^https?:\/\/[^/]+/, "");
  const head = { method: method.toUpperCase(), path };
  const problems: PageProblem[] = [];
  const noted: Trouble[] = [];
  const page: PageParts = { document, line, fields: new PageFields(), notices: [], lost: new Set(), trouble };
  function trouble(at: Pointer, one: Trouble): void {
    noted.push(one);
    const { notice, text, fix } = troubleInWords(one, key);
    if (isLost(one)) page.lost.add(one.place);
    page.notices.push(notice);
    problems.push({ ...pageProblem(source, line(at), text, fix), notice: { page: pageHead(head), text: notice } });
  }

  readParameters(page, item, pointer.slice(0, 2));
  readParameters(page, operation, pointer);
  const answers = objectOf(operation["responses"]);
  const code = "200" in answers ? "200" : Object.keys(answers).find((one) => one.startsWith("2"));
  if (code === undefined) {
    const fix = "The page may be cut off: save all of it.";
    problems.push(pageProblem(source, line(pointer), `${head.method} ${key} has no answer.`, fix));
  }
  const nothing: BodyContent = { examples: [], visible: "none" };
  const inRequest = (): BodyContent => readContent(page, "body", operation["requestBody"], [...pointer, "requestBody"]);
  const inAnswer = (part: "body" | "response"): BodyContent =>
    code === undefined ? nothing : readContent(page, part, answers[code], [...pointer, "responses", code]);
  // The page of a callback has the pushed message as its answer.
  const body = message === undefined ? inRequest() : inAnswer("body");
  const response = message === undefined ? inAnswer("response") : nothing;
  const held = new HeldFacts(document);
  held.operation(item, method, pointer, { code, place: message === undefined ? "response" : "body" });
  for (const one of troublesOf(selfCheck(held, page.fields.all, noted))) trouble(one.pointer ?? pointer, one.trouble);
  const title = textIn(operation["summary"]) ?? ownTitle;
  const status = statusOf(operation["x-apifox-status"]) ?? "not visible";
  return {
    problems,
    noted,
    page: {
      id: pageIdIn(textIn(operation["x-run-in-apifox"]) ?? "") ?? (form === "export" ? "" : (pageIdIn(source) ?? "")),
      form,
      language: languageOf([title, ownTitle, ...labelTexts(operation)]),
      title,
      folder: folderOf(operation),
      kind: message === undefined ? "operation" : "callback",
      ...head,
      status: operation["deprecated"] === true ? "deprecated" : status,
      servers: listIn(document["servers"]).flatMap((one) => textIn(objectOf(one)["url"]) ?? []),
      visible: { header: "table", path: "table", query: "table", body: body.visible, response: response.visible },
      fields: page.fields.all,
      examples: { body: body.examples, response: response.examples },
      notices: page.notices,
      source,
      lineOf: (place = "") => page.fields.lineOf(place) ?? line(pointer),
    },
  };
}

/** Reads the schema of each parameter like any other, with the fields that OpenAPI writes beside the schema. */
function readParameters(page: PageParts, holder: Node, pointer: Pointer): void {
  for (const [index, one] of listIn(holder["parameters"]).entries()) {
    const { name, in: part, required, description, example, schema } = objectOf(one);
    if (typeof name !== "string" || (part !== "header" && part !== "path" && part !== "query")) continue;
    const { title, example: inSchema } = objectOf(schema);
    const node = { ...objectOf(schema), title: description ?? title, example: example ?? inSchema };
    const place = under(part, name);
    const way = [...pointer, "parameters", index];
    readSchema(page, node, [...way, "schema"], place, required === true ? "yes" : "no");
    const field = page.fields.all.get(place);
    if (field !== undefined) page.fields.add(place, field, () => page.line(way));
  }
}

interface BodyContent {
  examples: unknown[];
  visible: Visibility;
}

/** Reads the fields and the examples of a body. */
function readContent(page: PageParts, part: "body" | "response", holder: unknown, pointer: Pointer): BodyContent {
  const content = objectOf(objectOf(holder)["content"]);
  const type = JSON_MEDIA_TYPE in content ? JSON_MEDIA_TYPE : Object.keys(content)[0];
  if (type === undefined) return { examples: [], visible: "table" };
  const at = [...pointer, "content", type];
  const media = objectOf(content[type]);
  readSchema(page, media["schema"], [...at, "schema"], part, "not visible");
  const examples = examplesOf(media, (keys) => page.line([...at, ...keys]));
  const read = examples.filter(({ value }) => typeof value === "object" && value !== null);
  const isUnreadable = examples.some(({ value }) => value === undefined);
  const isIn = (place: Place, around: Place): boolean => place === around || isWithin(place, around);
  page.fields.addExamples(part, read, (place) => [...page.lost].some((one) => isIn(place, one)));
  const isEmpty = ![...page.fields.all.keys()].some((place) => isIn(place, part));
  if (!IS_JSON.test(type) && !isEmpty) page.trouble(at, { kind: "not JSON", what: type, place: part });
  if (isUnreadable) page.notices.push(`an example of the ${part} is not JSON`);
  // Fields that only an unreadable example shows must not count as removed.
  const isHidden = page.lost.has(part) || (isUnreadable && isEmpty);
  return { examples: read.map(({ value }) => value), visible: isHidden ? "none" : "table" };
}

/** The examples of a media type, without personal data. Those that are not JSON have the value undefined. */
function examplesOf(media: Node, line: (keys: Pointer) => number): Example[] {
  const many = Object.entries(objectOf(media["examples"]));
  const all: [value: unknown, keys: Pointer][] = [
    [media["example"], ["example"]],
    ...many.map(([name, one]): [unknown, Pointer] => [objectOf(one)["value"], ["examples", name, "value"]]),
  ];
  const shown = all.filter(([value]) => value !== undefined && value !== null && value !== "");
  return shown.map(([value, keys]) => ({
    value: withoutPersonal(typeof value === "string" ? readJson(value)?.value : value),
    line: (below) => line([...keys, ...below]),
  }));
}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const textIn = (value: unknown): string | undefined => texts([value])[0]?.trim() || undefined;

function folderOf(operation: Node): string[] {
  const folder = textIn(operation["x-apifox-folder"]) ?? textIn(listIn(operation["tags"])[0]) ?? "";
  const steps = folder.split("/").map((one) => one.trim());
  return steps.filter((one) => one !== "");
}

/** Titles and descriptions, which show the language. */
function labelTexts(node: unknown, found: string[] = [], depth = 0): string[] {
  if (depth > 8 || found.length > 40 || typeof node !== "object" || node === null) return found;
  for (const [key, value] of Object.entries(node)) {
    if (key === "example" || key === "examples") continue;
    if ((key === "title" || key === "description") && typeof value === "string") found.push(value);
    else labelTexts(value, found, depth + 1);
  }
  return found;
}
