// The texts of the files in spec/pages/: sorted, one line per field or page, so that git shows what PandaPon changed.
import { stringify } from "lossless-json";
import { compareText } from "../../core/text.js";
import type { Mark, ReadPage } from "../page/page.js";
import type { Sites } from "./read.js";

const HEAD = "id url form language title words folder kind method path status servers modified visible notices".split(
  " ",
);
const FIELD = "from types nullable required format shape enum named default example seen label words".split(" ");
const LISTED = "title folder path".split(" ");

/** The exact text of `spec/pages/<page-id>.json`. */
export function pageText({ fields, examples, source: _, lineOf: __, ...head }: ReadPage): string {
  const lines = inOrder(head, HEAD).map(([name, value]) => `  ${JSON.stringify(name)}: ${onOneLine(value)}`);
  const members = sorted(fields).map(([place, field]): [string, object] => [
    place,
    { ...field, nullable: visible(field.nullable), required: visible(field.required) },
  ]);
  lines.push(`  "fields": ${block(members, FIELD)}`, `  "examples": ${indented(examples)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** The exact text of `spec/pages/sites.json`. */
export function sitesText(sites: Sites): string {
  const lines = sorted(Object.entries(sites)).map(
    ([site, pages]) => `  ${JSON.stringify(site)}: ${block(sorted(Object.entries(pages)), LISTED)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** An object of objects: each on a line, with its members in this order. */
function block(members: [string, object][], order: readonly string[]): string {
  const lines = members.map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${onOneLine(Object.fromEntries(inOrder(value, order)))}`,
  );
  return lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
}

const visible = (mark: Mark): Mark | undefined => (mark === "not visible" ? undefined : mark);

/** The members that have a value, in this order. */
const inOrder = (value: object, order: readonly string[]): [string, unknown][] =>
  Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));

const sorted = <T>(members: Iterable<[string, T]>): [string, T][] => [...members].sort(([a], [b]) => compareText(a, b));

/** JSON on one line, with a space after commas and colons and inside braces. A text in JSON holds no line break. */
const onOneLine = (value: unknown): string =>
  (stringify(value, undefined, 1) ?? "null").replaceAll(/(?<=\[)\n\s*|\n\s*(?=\])/g, "").replaceAll(/\n\s*/g, " ");

const indented = (value: unknown): string => (stringify(value, undefined, 2) ?? "null").replaceAll("\n", "\n  ");
