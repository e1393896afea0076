// The text of one page's file in spec/pages/: sorted, one line per field, so that git shows what PandaPon changed.
import { stringify } from "lossless-json";
import { isObject } from "../../core/node.js";
import { writeJson } from "../../core/exact-json.js";
import type { Field, Page } from "../page/page.js";

/** The exact text of `spec/pages/<page-id>.json`. */
export function pageText(page: Page): string {
  const { id, url, form, language, title, folder, kind, method, path, status, servers, modified, visible, notices } =
    page;
  const head = {
    id,
    url,
    form,
    language,
    title,
    folder,
    kind,
    method,
    path,
    status,
    servers,
    modified,
    visible,
    notices,
  };
  const lines = Object.entries(head)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => member(name, onOneLine(value)));
  const fields = [...page.fields]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([place, field]) => member(place, onOneLine(inOrder(field))));
  lines.push(`  "fields": ${block(fields)}`, `  "examples": ${indented(page.examples)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

const member = (name: string, text: string): string => `  ${JSON.stringify(name)}: ${text}`;

const block = (members: string[]): string =>
  members.length === 0 ? "{}" : `{\n${members.map((one) => `  ${one}`).join(",\n")}\n  }`;

/** JSON on one line, with a space after commas and colons and inside braces. */
function onOneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => onOneLine(item)).join(", ")}]`;
  if (!isObject(value)) return writeJson(value);
  const members = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}: ${onOneLine(one)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

const indented = (value: unknown): string => (stringify(value, undefined, 2) ?? "null").replaceAll("\n", "\n  ");

/** The members of a field in one order, without marks that are not visible. */
function inOrder({
  from,
  types,
  nullable,
  required,
  format,
  shape,
  enum: listed,
  named,
  seen,
  label,
  ...values
}: Field): object {
  const { default: preset, example } = values;
  const all = {
    from,
    types,
    nullable,
    required,
    format,
    shape,
    enum: listed,
    named,
    default: preset,
    example,
    seen,
    label,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined && value !== "not visible"));
}
