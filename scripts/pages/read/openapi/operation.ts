// Turns an operation of an OpenAPI 3 document into a page.
import { isObject, listIn, memberOf, objectOf, texts, type Located, type Node } from "../../../core/node.js";
import { METHODS } from "../../../core/openapi.js";
import type { Pointer } from "../../../core/pointer.js";
import { keptWords, present } from "../../page/field.js";
import { languageOf } from "../../page/language.js";
import { pageIdIn } from "../../page/page-id.js";
import type { PageStatus, ReadPage } from "../../page/page.js";
import { pageHead, pageProblem, type PageProblem } from "../../page/reading.js";
import { statusOf } from "../../page/statuses.js";
import { readContent, type BodyContent } from "./content.js";
import { HeldFacts } from "./held.js";
import { apifox } from "./keys.js";
import { PARAMETERS, readParameters, readSecurity } from "./parameters.js";
import { PageParts } from "./parts.js";
import { selfCheck, troublesOf, type SelfCheck } from "./self-check.js";
import { noticesOf, type Trouble } from "./trouble.js";
import { isAny, isList, isMark, isText, noteUnread, type Readable } from "./unread.js";

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

/** What is read of a path item, beside its methods, and of an operation. */
const ITEM: Readable = { $ref: isText, parameters: isList, summary: isText, description: isText, servers: isList };
const WHOLE_ITEM: Readable = { ...Object.fromEntries(METHODS.map((one) => [one, isAny])), ...ITEM };
const OPERATION: Readable = {
  ...ITEM,
  tags: (value) => Array.isArray(value) && value.length < 2,
  requestBody: isObject,
  responses: isObject,
  security: isList,
  deprecated: isMark,
};

export interface ReadOperation {
  page: ReadPage;
  problems: PageProblem[];
  /** What the page holds and its fields do not: the data of its notices. */
  noted: readonly Trouble[];
  check: SelfCheck;
}

/** @throws TooLarge if the page holds more than a page may */
export function readOperation(origin: Origin, item: Located, key: string, method: string): ReadOperation {
  const { document, source, form, title: ownTitle, line } = origin;
  const page = new PageParts(document, line);
  const pointer = [...item.pointer, method];
  const operation = { node: objectOf(item.node[method]), file: "", pointer };
  page.check(operation.node, pointer);
  for (const [name, value] of Object.entries(item.node)) if (!isMethod(name)) page.check(value, item.pointer);
  const message = messageTypeOf(key, operation.node);
  noteUnread(page, item, "", WHOLE_ITEM);
  noteUnread(page, operation, "", OPERATION);
  readParameters(page, item);
  readParameters(page, operation);
  readSecurity(page, operation);
  const answers = objectOf(operation.node["responses"]);
  const code = answerOf(Object.keys(answers));
  for (const other of Object.keys(answers)) {
    const isAnswer = other !== code && (!other.startsWith("x-") || isObject(answers[other]));
    if (isAnswer) page.noteValue([...pointer, "responses", other], "response", `answer ${other}`, answers[other]);
  }
  const nothing: BodyContent = { examples: [], visible: "none" };
  const read = (part: "body" | "response", ...keys: string[]): BodyContent => {
    const holder = memberOf(operation, ...keys);
    return holder === undefined ? { examples: [], visible: "table" } : readContent(page, part, holder);
  };
  // The page of a callback has the pushed message as its answer.
  const answerPart = message === undefined ? "response" : "body";
  const sent = message === undefined ? read("body", "requestBody") : nothing;
  const answer = code === undefined ? nothing : read(answerPart, "responses", code);
  const [body, response] = message === undefined ? [sent, answer] : [answer, sent];
  const title = textIn(operation.node["summary"]) ?? ownTitle;
  const { summary, description } = item.node;
  const further = texts([ownTitle, operation.node["description"], summary, description, ...page.texts]);
  const inputs = page.lost.has(PARAMETERS) ? "none" : "table";
  const run = textIn(operation.node["x-run-in-apifox"]) ?? textIn(operation.node["x-run-in-apidog"]) ?? "";
  const servers = [operation, item, { node: document }].map(({ node }) => listIn(node["servers"]));
  const shown = present<ReadPage>({
    id: pageIdIn(run) ?? (form === "export" ? "" : (pageIdIn(source) ?? "")),
    form,
    language: languageOf([title, ownTitle, ...labelTexts(operation.node)]),
    title,
    words: keptWords(title, further),
    folder: folderOf(operation.node),
    kind: message === undefined ? "operation" : "callback",
    method: method.toUpperCase(),
    // Some paths have a host before them.
    path: message ?? key.trim().replace(/^https?:\/\/[^/]+/, ""),
    status: statusIn(operation.node),
    servers: (servers.find((list) => list.length > 0) ?? []).flatMap((one) => textIn(objectOf(one)["url"]) ?? []),
    visible: { header: inputs, path: inputs, query: inputs, body: body.visible, response: response.visible },
    fields: page.fields.all,
    examples: { body: body.examples, response: response.examples },
    notices: [],
    source,
    lineOf: (place = "") => page.fields.lineOf(place) ?? line(pointer),
  });
  const held = new HeldFacts(document);
  held.operation(item.node, method, { code, place: answerPart });
  const check = selfCheck(held, shown, page.noted);
  const notices = noticesOf([...page.noted, ...troublesOf(check, pointer)], key);
  shown.notices = notices.map(({ notice }) => notice);
  const reported = notices.filter(({ text }) => text !== "");
  const problems = reported.map<PageProblem>(({ notice, text, fix, pointer: at }) => ({
    ...pageProblem(source, line(at), text, fix),
    notice: { page: pageHead(shown), text: notice },
  }));
  if (code === undefined) {
    const fix = "The page may be cut off: save all of it.";
    problems.unshift(pageProblem(source, line(pointer), `${shown.method} ${key} has no answer.`, fix));
  }
  return { page: shown, problems, noted: page.noted, check };
}

const isMethod = (name: string): boolean => METHODS.some((one) => one === name);

const MESSAGE_TYPE = /^\/?([A-Z0-9]+(?:_[A-Z0-9]+)+)$/;

/** The message type that stands in the place of the path. With a slash before it, it is a path, unless the page is about a callback. */
function messageTypeOf(key: string, operation: Node): string | undefined {
  const message = MESSAGE_TYPE.exec(key)?.[1];
  const isPath = "requestBody" in operation || !/call-?back|webhook|\u56DE\u8C03/i.test(folderOf(operation).join("/"));
  return key.startsWith("/") && isPath ? undefined : message;
}

/** The successful answer. Apifox writes further answers of one status as `x-200:its name`. */
const answerOf = (codes: readonly string[]): string | undefined =>
  [/^200$/, /^2/, /^x-2/, /^default$/].flatMap((one) => codes.find((code) => one.test(code)) ?? [])[0];

function statusIn(operation: Node): PageStatus {
  if (operation["deprecated"] === true) return "deprecated";
  return statusOf(apifox(operation, "status")) ?? "not visible";
}

const textIn = (value: unknown): string | undefined => texts([value])[0]?.trim() || undefined;

function folderOf(operation: Node): string[] {
  const folder = textIn(apifox(operation, "folder")) ?? textIn(listIn(operation["tags"])[0]) ?? "";
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
