// Adds the $ref of a path or a webhook to openapi.yaml and leaves every other byte as it is.
import { isMap, isScalar, parseDocument, type Pair, type YAMLMap } from "yaml";
import { isObject } from "../../core/node.js";
import { Failure } from "../../core/problem.js";
import { plainYaml } from "./yaml-text.js";

/**
 * @param section `paths` or `webhooks`; it is added at the end if the document does not have it
 * @param shown the file's name in messages
 * @returns the new text, with the entry in alphabetical order; the same text if it has the entry
 * @throws Failure with code 2 if the section is not a block mapping, or if the key leads elsewhere
 */
export function withEntry(text: string, section: string, key: string, file: string, shown: string): string {
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = (depth: string): string =>
    plainYaml({ [key]: { $ref: file } })
      .trimEnd()
      .split("\n")
      .map((line) => depth + line + eol)
      .join("");
  const document = parseDocument(text);
  const pair = isMap(document.contents) ? document.contents.items.find((one) => keyOf(one) === section) : undefined;
  if (pair === undefined) return `${text.replace(/\s*$/, eol)}${section}:${eol}${lines("  ")}`;
  const map = pair.value;
  if (!isMap(map) || map.flow === true || map.items.length === 0) {
    throw new Failure(2, `The section ${section} of ${shown} is not a block mapping. Add one entry by hand.`);
  }
  const same = map.items.find((one) => keyOf(one) === key);
  if (same !== undefined) {
    const entry: unknown = same.value?.toJSON();
    if (isObject(entry) && entry["$ref"] === file) return text;
    throw new Failure(2, `${shown} has another entry for ${key}. Change it to \`$ref: ${file}\`, or remove it.`);
  }
  const at = placeIn(text, map, key);
  const start = lineStart(text, startOf(map.items[0]));
  const depth = /^[ \t]*/.exec(text.slice(start))?.[0] ?? "  ";
  const before = text.slice(0, at);
  return (before.endsWith("\n") || before === "" ? before : before + eol) + lines(depth) + text.slice(at);
}

const keyOf = (pair: Pair | undefined): unknown => (isScalar(pair?.key) ? pair.key.value : undefined);
const startOf = (pair: Pair | undefined): number => (isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0);
const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

/** The offset of the line of a new entry. */
function placeIn(text: string, map: YAMLMap, key: string): number {
  const next = map.items.find((one) => String(keyOf(one)) > key);
  if (next !== undefined) return lineStart(text, startOf(next));
  const last = map.items.at(-1)?.value;
  const end = isMap(last) || isScalar(last) ? (last.range?.[1] ?? text.length) : text.length;
  const eol = text.indexOf("\n", Math.max(0, end - 1));
  return eol < 0 ? text.length : eol + 1;
}
