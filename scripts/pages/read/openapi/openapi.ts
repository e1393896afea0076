// Turns the operations of an OpenAPI 3 document, as Apifox writes it, into pages.
import type { Pointer } from "../../../core/pointer.js";
import { readJson } from "../../../core/exact-json.js";
import { JSON_MEDIA_TYPE, METHODS } from "../../../core/openapi.js";
import type { Problem } from "../../../core/problem.js";
import { type Node, isObject, objectOf } from "../../../core/node.js";
import { fieldsOfExamples, noteSeen } from "../../page/example.js";
import type { Field, Page, ReadPage, Visibility } from "../../page/page.js";
import { withoutPersonal } from "../../page/personal.js";
import { ITEM, type Part, type Place, isWithin, nameOf, under } from "../../../core/place.js";
import { languageOf } from "../../page/language.js";
import { pageIdIn } from "../../page/page-id.js";
import { pageHead, pageProblem, type PageProblem, type Reading } from "../../page/reading.js";
import { DEEPEST, visitSchema, type Trouble, type FieldVisitor } from "./schema.js";
import { statusOf } from "../../page/statuses.js";

export interface Origin {
  source: string;
  form: "markdown" | "export";
  /** The page's own title, if it has one outside the document. */
  title?: string;
  /** The line of the source, from 1, of a node of the document. */
  line(pointer: Pointer): number;
}

/** A page that allows any media type means JSON. */
const IS_JSON = /^(?:\*\/\*|[\w.+-]+\/(?:[\w.-]+\+)?json)(?:$|;)/i;
const MESSAGE_TYPE = /^\/?([A-Z0-9]+(?:_[A-Z0-9]+)+)$/;

/** Reads every operation of a document. If it is not OpenAPI 3, there is a problem instead. */
export function readOpenApi(document: unknown, origin: Origin): Reading {
  const version = objectOf(document)["openapi"];
  if (!isObject(document) || !isObject(document["paths"])) {
    return nothing(origin, [], "holds no OpenAPI document with paths", "Save the page as the site serves it.");
  }
  if (typeof version !== "string" || !/^3\.[01]\./.test(version)) {
    const says = typeof version === "string" ? `says openapi: ${version}` : "names no version of OpenAPI 3";
    return nothing(origin, [], says, "The site's pages have OpenAPI 3.0.1: save the page as the site serves it.");
  }
  const reading: Reading = { pages: [], problems: [] };
  for (const [key, item] of Object.entries(document["paths"])) {
    for (const method of METHODS) {
      const operation = objectOf(item)[method];
      if (isObject(operation)) readOperation(document, objectOf(item), operation, { key, method }, origin, reading);
    }
  }
  return reading;
}

const nothing = (origin: Origin, pointer: Pointer, what: string, fix: string): Reading => ({
  pages: [],
  problems: [pageProblem(origin.source, origin.line(pointer), `The page ${what}.`, fix)],
});

function readOperation(
  document: Node,
  item: Node,
  operation: Node,
  { key, method }: { key: string; method: string },
  origin: Origin,
  reading: Reading,
): void {
  const pointer: Pointer = ["paths", key, method];
  const message = MESSAGE_TYPE.exec(key)?.[1];
  const fields = new Map<Place, Field>();
  const pointers = new Map<Place, Pointer>();
  const notices: string[] = [];
  const problems: PageProblem[] = [];
  const head = { method: method.toUpperCase(), path: message ?? pathIn(key) };
  const addNotice = (notice: string, problem: Problem): void => {
    notices.push(notice);
    problems.push({ ...problem, notice: { page: pageHead(head), text: notice } });
  };
  /** Places that cannot be read. Nothing is known of them and of the fields below them. */
  const lost = new Set<Place>();
  const visitor: FieldVisitor = {
    document,
    fields,
    pointers,
    trouble(at, trouble) {
      const { message: text, fix, notice } = inWords(trouble);
      if (isLost(trouble)) lost.add(trouble.place);
      addNotice(notice, pageProblem(origin.source, origin.line(at), text, fix));
    },
  };
  const listed = [item["parameters"], operation["parameters"]].flatMap((list, own) =>
    (Array.isArray(list) ? list : []).map((one: unknown, index): [Node, Pointer] => [
      objectOf(one),
      own === 0 ? ["paths", key, "parameters", index] : [...pointer, "parameters", index],
    ]),
  );
  for (const [parameter, way] of listed) {
    const { name, in: where } = parameter;
    if (typeof name === "string" && (where === "header" || where === "path" || where === "query")) {
      readParameter(visitor, under(where, name), parameter, way);
    }
  }
  const answer = answerOf(operation);
  const examples: Page["examples"] = { body: [], response: [] };
  const hasFields = (part: Part): boolean =>
    [...fields.keys()].some((place) => place === part || isWithin(place, part));
  const content = (part: "body" | "response", holder: Node, way: Pointer): void => {
    const media = mediaOf(holder);
    if (media === undefined) return;
    visitSchema(visitor, media.node["schema"], [...way, "content", media.type, "schema"], part, "not visible");
    const { read, unreadable } = examplesOf(media.node);
    examples[part] = read;
    if (unreadable > 0) notices.push(`an example of the ${part} is not JSON`);
    noteSeen(fields, part, examples[part]);
    // If the page folds a shape, only the example shows its members.
    for (const [place, field] of fieldsOfExamples(part, examples[part])) {
      if (fields.has(place) || [...lost].some((one) => place === one || isWithin(place, one))) continue;
      fields.set(place, field);
      pointers.set(place, [...way, "content", media.type, ...exampleWay(media.node), ...inExample(place)]);
    }
    if (!IS_JSON.test(media.type) && hasFields(part)) {
      const notice = `the ${part} is ${media.type}, not JSON`;
      const fix = `The contract describes only JSON. Check whether it has to change; ${NOTED}.`;
      const at = origin.line([...way, "content", media.type]);
      addNotice(notice, pageProblem(origin.source, at, `${key}: ${notice}.`, fix));
    }
    // Fields that only this example shows must not count as removed.
    if (unreadable > 0 && !hasFields(part)) lost.add(part);
  };
  if (message === undefined) content("body", objectOf(operation["requestBody"]), [...pointer, "requestBody"]);
  if (answer === undefined) {
    const text = `${method.toUpperCase()} ${key} has no answer`;
    problems.push(
      pageProblem(origin.source, origin.line(pointer), `${text}.`, "The page may be cut off: save all of it."),
    );
  } else {
    content(message === undefined ? "response" : "body", answer.node, [...pointer, "responses", answer.code]);
  }
  const shown = (part: "body" | "response"): Visibility => (lost.has(part) ? "none" : "table");
  const title = text(operation["summary"]) ?? origin.title ?? "";
  const run = text(operation["x-run-in-apifox"]);
  const page: ReadPage = {
    id:
      (run === undefined ? undefined : pageIdIn(run)) ??
      (origin.form === "markdown" ? pageIdIn(origin.source) : undefined) ??
      "",
    form: origin.form,
    language: languageOf([title, origin.title ?? "", ...labelTexts(operation)]),
    title,
    folder: folderOf(operation),
    kind: message === undefined ? "operation" : "callback",
    ...head,
    status: operation["deprecated"] === true ? "deprecated" : (statusOf(operation["x-apifox-status"]) ?? "not visible"),
    servers: serversOf(document),
    visible: {
      header: "table",
      path: "table",
      query: "table",
      body: message !== undefined && answer === undefined ? "none" : shown("body"),
      response: message !== undefined || answer === undefined ? "none" : shown("response"),
    },
    fields,
    examples,
    notices,
    source: origin.source,
    lineOf: (place) => origin.line(place === undefined ? pointer : (pointers.get(place) ?? pointer)),
  };
  reading.pages.push(page);
  reading.problems.push(...problems);
}

/** Reads a parameter's schema like any other, with the fields that OpenAPI writes beside the schema. */
function readParameter(visitor: FieldVisitor, place: Place, parameter: Node, way: Pointer): void {
  const schema = objectOf(parameter["schema"]);
  const described = { ...schema, title: parameter["description"] ?? schema["title"] };
  visitSchema(visitor, described, [...way, "schema"], place, parameter["required"] === true ? "yes" : "no");
  const field = visitor.fields.get(place);
  if (field === undefined) return;
  visitor.pointers.set(place, way);
  const example = parameter["example"] ?? schema["example"];
  if (example !== undefined && example !== "" && !place.startsWith("header/")) {
    field.example = withoutPersonal(example, String(parameter["name"]));
  }
}

function answerOf(operation: Node): { code: string; node: Node } | undefined {
  const answers = objectOf(operation["responses"]);
  const code = Object.keys(answers).find((one) => one === "200") ?? Object.keys(answers).find((one) => /^2/.test(one));
  return code === undefined ? undefined : { code, node: objectOf(answers[code]) };
}

function mediaOf(holder: Node): { type: string; node: Node } | undefined {
  const content = objectOf(holder["content"]);
  const type = JSON_MEDIA_TYPE in content ? JSON_MEDIA_TYPE : Object.keys(content)[0];
  return type === undefined ? undefined : { type, node: objectOf(content[type]) };
}

/** The examples that are JSON, and how many are not. */
function examplesOf(media: Node): { read: unknown[]; unreadable: number } {
  const many = Object.values(objectOf(media["examples"])).map((one) => objectOf(one)["value"]);
  const shown = [media["example"], ...many].filter((one) => one !== undefined && one !== null && one !== "");
  const values = shown.map((one) => (typeof one === "string" ? readJson(one)?.value : one));
  return {
    read: values.filter((one) => typeof one === "object" && one !== null).map((one) => withoutPersonal(one)),
    unreadable: values.filter((one) => one === undefined).length,
  };
}

/** The pointer from a media type to its first example. The next one goes from there to a field. */
const exampleWay = (media: Node): Pointer =>
  media["example"] === undefined
    ? ["examples", Object.keys(objectOf(media["examples"]))[0] ?? "", "value"]
    : ["example"];
const inExample = (place: Place): Pointer =>
  place
    .split("/")
    .slice(1)
    .map((step) => (step === ITEM ? 0 : nameOf(step)));

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;

const serversOf = (document: Node): string[] =>
  (Array.isArray(document["servers"]) ? document["servers"] : [])
    .map((one: unknown) => text(objectOf(one)["url"]))
    .filter((one) => one !== undefined);

function folderOf(operation: Node): string[] {
  const tags: unknown = operation["tags"];
  const folder = text(operation["x-apifox-folder"]) ?? (Array.isArray(tags) ? text(tags[0]) : undefined) ?? "";
  return folder
    .split("/")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

/** The path without a host before it and spaces around it. */
const pathIn = (key: string): string => key.trim().replace(/^https?:\/\/[^/]+/, "");

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

const isLost = ({ kind }: Trouble): boolean => kind === "lost reference" || kind === "reference to itself";

/** The site will serve the same page tomorrow, so what the page does not show becomes a notice. */
const NOTED = "`pandapon pages pull` notes it in the snapshot and does not report it again";

function inWords(trouble: Trouble): { message: string; fix: string; notice: string } {
  switch (trouble.kind) {
    case "lost reference": {
      const notice = `the $ref ${trouble.ref} leads nowhere at ${trouble.place}`;
      return {
        message: `Nothing is read below it: ${notice}.`,
        fix: `If you saved the page, save all of it. If the site serves it like this, ${NOTED}.`,
        notice,
      };
    }
    case "reference to itself": {
      const notice = `the $ref ${trouble.ref} leads back to itself at ${trouble.place}`;
      return { message: `Nothing is read below it: ${notice}.`, fix: `Look at the page; ${NOTED}.`, notice };
    }
    case "recursive": {
      const notice = `the shape ${trouble.shape} holds itself at ${trouble.place}`;
      return {
        message: `The cyclic $ref is read once: ${notice}.`,
        fix: `All fields above it are read; ${NOTED}.`,
        notice,
      };
    }
    case "too deep": {
      const notice = `the fields nest deeper than ${DEEPEST} at ${trouble.place}`;
      return { message: `Nothing is read below it: ${notice}.`, fix: `Look at the page; ${NOTED}.`, notice };
    }
  }
}
