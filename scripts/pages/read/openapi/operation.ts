// Turns an operation of an OpenAPI 3 document into a page.
import { readJson } from "../../../core/exact-json.js";
import { objectOf, texts, type Node } from "../../../core/node.js";
import { JSON_MEDIA_TYPE } from "../../../core/openapi.js";
import { isWithin, under, type Place } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import { languageOf } from "../../page/language.js";
import { pageIdIn } from "../../page/page-id.js";
import { PageFields, type Example } from "../../page/page-fields.js";
import type { Page, ReadPage, Visibility } from "../../page/page.js";
import { withoutPersonal } from "../../page/personal.js";
import { pageHead, pageProblem, type PageProblem } from "../../page/reading.js";
import { statusOf } from "../../page/statuses.js";
import { readSchema, type SchemaReader } from "./schema.js";
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

export class PageReader implements SchemaReader {
  readonly problems: PageProblem[] = [];
  readonly fields = new PageFields();
  readonly #origin: Origin;
  readonly #key: string;
  readonly #pointer: Pointer;
  readonly #head: Pick<Page, "kind" | "method" | "path">;
  readonly #notices: string[] = [];
  /** Places that cannot be read. Nothing is known of them and of the fields below them. */
  readonly #lost = new Set<Place>();

  constructor(origin: Origin, key: string, method: string) {
    this.#origin = origin;
    this.#key = key;
    this.#pointer = ["paths", key, method];
    const message = MESSAGE_TYPE.exec(key)?.[1];
    // Some paths have a host before them.
    const path = message ?? key.trim().replace(/^https?:\/\/[^/]+/, "");
    this.#head = { kind: message === undefined ? "operation" : "callback", method: method.toUpperCase(), path };
  }

  get document(): Node {
    return this.#origin.document;
  }

  line(pointer: Pointer): number {
    return this.#origin.line(pointer);
  }

  /** Notes what cannot be read. */
  trouble(pointer: Pointer, trouble: Trouble): void {
    const { notice, text, fix } = troubleInWords(trouble, this.#key);
    if (isLost(trouble)) this.#lost.add(trouble.place);
    this.#notices.push(notice);
    const problem = pageProblem(this.#origin.source, this.line(pointer), text, fix);
    this.problems.push({ ...problem, notice: { page: pageHead(this.#head), text: notice } });
  }

  page(): ReadPage {
    const { document, source, form, title: ownTitle } = this.#origin;
    const pointer = this.#pointer;
    const item = objectOf(objectOf(document["paths"])[this.#key]);
    const operation = objectOf(item[String(pointer[2])]);
    this.#readParameters(item, pointer.slice(0, 2));
    this.#readParameters(operation, pointer);
    const isCallback = this.#head.kind === "callback";
    const answers = objectOf(operation["responses"]);
    const code = "200" in answers ? "200" : (Object.keys(answers).find((one) => one.startsWith("2")) ?? "");
    if (code === "") {
      const fix = "The page may be cut off: save all of it.";
      const text = `${this.#head.method} ${this.#key} has no answer.`;
      this.problems.push(pageProblem(source, this.line(pointer), text, fix));
    }
    const request = isCallback ? undefined : this.#readContent("body", operation, [...pointer, "requestBody"]);
    const answer = this.#readContent(isCallback ? "body" : "response", answers, [...pointer, "responses", code]);
    const nothing: typeof answer = { examples: [], visible: "none" };
    const [body, response] = isCallback ? [answer, nothing] : [request ?? nothing, answer];
    const title = textIn(operation["summary"]) ?? ownTitle;
    const status = statusOf(operation["x-apifox-status"]) ?? "not visible";
    return {
      id: pageIdIn(textIn(operation["x-run-in-apifox"]) ?? "") ?? (form === "export" ? "" : (pageIdIn(source) ?? "")),
      form,
      language: languageOf([title, ownTitle, ...labelTexts(operation)]),
      title,
      folder: folderOf(operation),
      ...this.#head,
      status: operation["deprecated"] === true ? "deprecated" : status,
      servers: listIn(document["servers"]).flatMap((one) => textIn(objectOf(one)["url"]) ?? []),
      visible: { header: "table", path: "table", query: "table", body: body.visible, response: response.visible },
      fields: this.fields.all,
      examples: { body: body.examples, response: response.examples },
      notices: this.#notices,
      source,
      lineOf: (place = "") => this.fields.lineOf(place) ?? this.line(pointer),
    };
  }

  /** Reads the schema of each parameter like any other, with the fields that OpenAPI writes beside the schema. */
  #readParameters(holder: Node, pointer: Pointer): void {
    for (const [index, one] of listIn(holder["parameters"]).entries()) {
      const { name, in: part, required, description, example, schema } = objectOf(one);
      if (typeof name !== "string" || (part !== "header" && part !== "path" && part !== "query")) continue;
      const { title, example: inSchema } = objectOf(schema);
      const node = { ...objectOf(schema), title: description ?? title, example: example ?? inSchema };
      const place = under(part, name);
      const way = [...pointer, "parameters", index];
      readSchema(this, node, [...way, "schema"], place, required === true ? "yes" : "no");
      const field = this.fields.all.get(place);
      if (field !== undefined) this.fields.add(place, field, () => this.line(way));
    }
  }

  /** Reads the fields and examples of a body, which its holder has under the last key of the pointer. */
  #readContent(
    part: "body" | "response",
    holder: Node,
    pointer: Pointer,
  ): { examples: unknown[]; visible: Visibility } {
    const own = holder[String(pointer.at(-1))];
    const content = objectOf(objectOf(own)["content"]);
    const type = JSON_MEDIA_TYPE in content ? JSON_MEDIA_TYPE : Object.keys(content)[0];
    if (type === undefined)
      return { examples: [], visible: own === undefined && pointer.includes("responses") ? "none" : "table" };
    const at = [...pointer, "content", type];
    const media = objectOf(content[type]);
    readSchema(this, media["schema"], [...at, "schema"], part, "not visible");
    const examples = this.#examplesOf(media, at);
    const read = examples.filter(({ value }) => typeof value === "object" && value !== null);
    const isUnreadable = examples.some(({ value }) => value === undefined);
    const isIn = (place: Place, around: Place): boolean => place === around || isWithin(place, around);
    this.fields.addExamples(part, read, (place) => [...this.#lost].some((one) => isIn(place, one)));
    const isEmpty = ![...this.fields.all.keys()].some((place) => isIn(place, part));
    if (!IS_JSON.test(type) && !isEmpty) this.trouble(at, { kind: "not JSON", what: type, place: part });
    if (isUnreadable) this.#notices.push(`an example of the ${part} is not JSON`);
    // Fields that only an unreadable example shows must not count as removed.
    const isHidden = this.#lost.has(part) || (isUnreadable && isEmpty);
    return { examples: read.map(({ value }) => value), visible: isHidden ? "none" : "table" };
  }

  /** The examples of a media type, without personal data. Those that are not JSON have the value undefined. */
  #examplesOf(media: Node, pointer: Pointer): Example[] {
    const many = Object.entries(objectOf(media["examples"]));
    const all: [value: unknown, keys: Pointer][] = [
      [media["example"], ["example"]],
      ...many.map(([name, one]): [unknown, Pointer] => [objectOf(one)["value"], ["examples", name, "value"]]),
    ];
    const shown = all.filter(([value]) => value !== undefined && value !== null && value !== "");
    return shown.map(([value, keys]) => ({
      value: withoutPersonal(typeof value === "string" ? readJson(value)?.value : value),
      line: (below) => this.line([...pointer, ...keys, ...below]),
    }));
  }
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
