// The form of the files in spec/pages/, which may be broken by hand or by a merge.
import { isObject, objectOf } from "../../core/node.js";
import { isWithin, PARTS } from "../../core/place.js";

type Check = (value: unknown) => boolean;
const isText: Check = (value) => typeof value === "string";
const isTexts: Check = (value) => Array.isArray(value) && value.every(isText);
const oneOf =
  (...values: readonly string[]): Check =>
  (value) =>
    isText(value) && values.includes(String(value));
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isRecordOf =
  (check: Check): Check =>
  (value) =>
    isObject(value) && Object.values(value).every(check);

/** The first member that is missing or has another form. */
const wrongMember = (value: unknown, checks: Record<string, Check>): string | undefined =>
  Object.keys(checks).find((name) => checks[name]?.(objectOf(value)[name]) !== true);

const MARK = optional(oneOf("yes", "no", "not visible"));
const FIELD: Record<string, Check> = {
  from: oneOf("table", "example"),
  types: isTexts,
  nullable: MARK,
  required: MARK,
  ...Object.fromEntries(["format", "shape", "label"].map((name) => [name, optional(isText)])),
  ...Object.fromEntries(["enum", "named", "seen"].map((name) => [name, optional(isTexts)])),
};
const isPlace = (place: string): boolean => PARTS.some((part) => place === part || isWithin(place, part));
const PAGE: Record<string, Check> = {
  form: oneOf("markdown", "text", "export"),
  kind: oneOf("operation", "callback"),
  status: oneOf("released", "in-development", "deprecated", "not visible"),
  ...Object.fromEntries(["language", "title", "method", "path"].map((name) => [name, isText])),
  ...Object.fromEntries(["url", "modified"].map((name) => [name, optional(isText)])),
  ...Object.fromEntries(["folder", "servers", "notices"].map((name) => [name, isTexts])),
  visible: (value) => PARTS.every((part) => oneOf("table", "example", "none")(objectOf(value)[part])),
  fields: (value) =>
    isRecordOf((field) => wrongMember(field, FIELD) === undefined)(value) &&
    Object.keys(objectOf(value)).every(isPlace),
  examples: (value) => ["body", "response"].every((part) => Array.isArray(objectOf(value)[part])),
};
const LISTED: Record<string, Check> = { title: isText, folder: isTexts, path: isText };

/** The member of a page's file that is missing or has another form; undefined if it is a page. */
export const wrongInPage = (value: unknown): string | undefined => wrongMember(value, PAGE);

/** Whether a value has the form of sites.json. */
export const isListOfPages = isRecordOf(isRecordOf((one) => wrongMember(one, LISTED) === undefined));
