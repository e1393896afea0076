// Finds the file and line of a pointer into a bundle: in the bundle itself, or in the files that it was made from.
import path from "node:path";
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";
import { filesBelow, isYaml, readText, shownPath, type SpecFolder } from "../core/spec-folder.js";
import type { SourceSpot } from "./change.js";
import { stepsOf } from "../core/pointer.js";

interface Parsed {
  document: Document;
  lines: LineCounter;
}

/** Reads each file once, when the first line of it is needed. */
export function locator({ dir, root }: SpecFolder): (pointer: string) => SourceSpot {
  const files = new Map<string, Parsed>();
  const parsed = (file: string): Parsed => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const lines = new LineCounter();
    const read = { document: parseDocument(readText(file), { lineCounter: lines, logLevel: "silent" }), lines };
    files.set(file, read);
    return read;
  };
  const componentFile = (kind: string, name: string): string | undefined =>
    filesBelow(path.join(dir, "components", kind)).find((file) => isYaml(file) && path.parse(file).name === name);

  return (pointer) => {
    let file = root;
    let node: unknown = parsed(root).document.contents;
    let steps = stepsOf(pointer);
    const [section = "", kind = "", name = ""] = steps;
    if (section === "components" && !(isMap(node) && node.hasIn([section, kind, name]))) {
      const found = componentFile(kind, name);
      if (found !== undefined) [file, node, steps] = [found, parsed(found).document.contents, steps.slice(3)];
    }
    let offset = offsetOf(node);
    while (steps.length > 0) {
      const elsewhere = fileReference(node);
      if (elsewhere !== undefined) {
        const [other = "", fragment = ""] = elsewhere.split("#");
        file = path.resolve(path.dirname(file), other);
        node = parsed(file).document.contents;
        offset = offsetOf(node);
        steps = [...stepsOf(fragment), ...steps];
        continue;
      }
      const [step = "", ...rest] = steps;
      const next = child(node, step);
      if (next === undefined) break;
      [node, offset, steps] = [next.node, next.offset, rest];
    }
    return { file: shownPath(file), line: Math.max(1, parsed(file).lines.linePos(offset).line), pointer };
  };
}

/** A `$ref` into another file. */
function fileReference(node: unknown): string | undefined {
  const ref = isMap(node) ? node.get("$ref") : undefined;
  return typeof ref === "string" && !ref.startsWith("#") ? ref : undefined;
}

function child(node: unknown, step: string): { node: unknown; offset: number } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)];
    return item === undefined ? undefined : { node: item, offset: offsetOf(item) };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : String(key)) === step);
  return pair === undefined ? undefined : { node: pair.value, offset: offsetOf(pair.key) };
}

const offsetOf = (node: unknown): number => (isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0);
