// Reads the fields and the examples of a body or an answer.
import { readJson } from "../../../core/exact-json.js";
import { isObject, memberOf, objectOf, type Located, type Node } from "../../../core/node.js";
import { JSON_MEDIA_TYPE } from "../../../core/openapi.js";
import { isWithin, type Place } from "../../../core/place.js";
import type { Pointer } from "../../../core/pointer.js";
import type { Example } from "../../page/page-fields.js";
import type { Visibility } from "../../page/page.js";
import { withoutPersonal } from "../../page/personal.js";
import type { PageParts } from "./parts.js";
import { readSchema } from "./schema.js";
import { isAny, isText, noteUnread, type Readable } from "./unread.js";

export interface BodyContent {
  examples: unknown[];
  visible: Visibility;
}

/** A page that allows any media type means JSON. */
const IS_JSON = /^(?:\*\/\*|[\w.+-]+\/(?:[\w.-]+\+)?json)(?:$|;)/i;
const HOLDER: Readable = { $ref: isText, description: isText, content: isObject };
const NAMED_EXAMPLE: Readable = { summary: isText, description: isText, value: isAny };
const MEDIA: Readable = { schema: isObject, example: isAny, examples: isObject };

export function readContent(page: PageParts, part: "body" | "response", start: Located): BodyContent {
  const holder = page.follow(start, part);
  for (const one of new Set([start, holder])) {
    if (one === undefined) continue;
    page.texts.push(one.node["description"]);
    noteUnread(page, one, part, HOLDER);
  }
  if (holder === undefined) return { examples: [], visible: "none" };
  const content = objectOf(holder.node["content"]);
  const [type, ...others] = mediaTypes(content);
  if (type === undefined) return { examples: [], visible: "table" };
  for (const other of others) page.noteValue([...holder.pointer, "content", other], part, other, content[other] ?? "");
  const at = [...holder.pointer, "content", type];
  const media = memberOf(holder, "content", type) ?? { node: {}, file: "", pointer: at };
  noteUnread(page, media, part, MEDIA);
  const schema = memberOf(media, "schema");
  readSchema(page, schema === undefined ? [] : [schema], part, "not visible");
  const examples = examplesOf(page, part, media);
  const read = examples.filter(({ value }) => value !== undefined);
  const isUnreadable = read.length < examples.length;
  page.addExamples(part, read, at);
  const isEmpty = ![...page.fields.all.keys()].some((place) => place === part || isWithin(place, part));
  if (!IS_JSON.test(type) && !isEmpty) page.note(at, { kind: "not JSON", what: type, place: part });
  // Fields that only an unreadable example shows must not count as removed.
  const isHidden = page.lost.has(part) || (isUnreadable && isEmpty);
  return { examples: read.map(({ value }) => value), visible: isHidden ? "none" : "table" };
}

/** JSON comes first. */
function mediaTypes(content: Node): string[] {
  const all = Object.keys(content);
  const first = JSON_MEDIA_TYPE in content ? JSON_MEDIA_TYPE : (all.find((type) => IS_JSON.test(type)) ?? all[0]);
  return first === undefined ? [] : [first, ...all.filter((type) => type !== first)];
}

/** The examples of a media type, without personal data. Those that are not JSON have the value undefined. */
function examplesOf(page: PageParts, part: Place, media: Located): Example[] {
  const named = Object.keys(objectOf(media.node["examples"])).flatMap((name): [unknown, Pointer][] => {
    const start = memberOf(media, "examples", name);
    const found = start && page.follow(start, part);
    if (found === undefined) return [];
    page.texts.push(found.node["summary"], found.node["description"]);
    noteUnread(page, found, part, NAMED_EXAMPLE);
    return [[found.node["value"], [...found.pointer, "value"]]];
  });
  const all: [unknown, Pointer][] = [[media.node["example"], [...media.pointer, "example"]], ...named];
  return all.flatMap(([written, pointer]) => {
    if (written === undefined || written === null || written === "") return [];
    const value = typeof written === "string" ? readJson(written)?.value : written;
    if (value !== undefined && (typeof value !== "object" || value === null)) {
      page.noteExample(pointer, part, "example", value);
      return [];
    }
    if (value === undefined) page.note(pointer, { kind: "example", place: part, what: page.digest(written) });
    return [{ value: withoutPersonal(value), line: (below) => page.line([...pointer, ...below]) }];
  });
}
