// Reads the bundle, and refuses what the converter would take without a word.
import path from "node:path";
import { isCollection, isObject } from "../core/node.js";
import { METHODS, type Document } from "../core/openapi.js";
import type { Pointer } from "../core/pointer.js";
import { Failure } from "../core/problem.js";
import { followRefs } from "../core/refs.js";
import { isFile, readText, shownPath } from "../core/spec-folder.js";
import { MOST_IN_CONTRACT, readYaml, Unreadable } from "../core/yaml.js";

/** The parts of a bundle that only the collection shows are added to those that all tools read. */
export interface BundleDocument extends Document {
  info: { title: string; version: string; summary?: string };
  servers?: { url: string; description?: string }[];
  tags?: { name: string; "x-displayName"?: string }[];
}

const FIX = "Run `pandapon generate`, and name its bundle with --bundle.";

/** @throws Failure with code 2 if the file is not a bundle with at least one operation */
export function readBundle(file: string): BundleDocument {
  const source = path.resolve(file);
  if (!isFile(source)) {
    throw new Failure(
      2,
      `There is no bundle at ${shownPath(source)}. Run \`pandapon generate\` first, or name another with --bundle.`,
    );
  }
  try {
    const { value, line } = readYaml(readText(source), MOST_IN_CONTRACT);
    const wrong = wrongIn(value);
    if (wrong !== undefined) throw new Unreadable(wrong.reason, line(wrong.at));
    // `wrongIn` found nothing wrong in what is read without a look, and the converter checks the rest.
    return value as BundleDocument;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Failure(2, `${shownPath(source)}:${error.line}: This is not a bundle: ${error.message}. ${FIX}`);
  }
}

interface Wrong {
  reason: string;
  at: Pointer;
}

function wrongIn(value: unknown): Wrong | undefined {
  if (!isObject(value)) return { reason: "it is not an object", at: [] };
  const version = value["openapi"];
  if (typeof version !== "string" || !/^3\.1\.\d+$/.test(version)) {
    return { reason: "it is not OpenAPI 3.1", at: ["openapi"] };
  }
  if (!isObject(value["info"])) return { reason: "it has no `info`", at: [] };
  return wrongReference(value, value, []) ?? wrongOperations(value["paths"]);
}

/** The first `$ref` that does not lead to a part of the document. */
function wrongReference(document: object, value: object, at: Pointer): Wrong | undefined {
  if (isObject(value) && typeof value["$ref"] === "string") {
    const ref = value["$ref"];
    const open = (file: string): unknown => (file === "" ? document : undefined);
    if (!ref.startsWith("#")) return { reason: `it refers to ${ref}, which is not part of it`, at: [...at, "$ref"] };
    const found = followRefs({ node: value, file: "", pointer: [] }, open);
    if (!("at" in found)) return { reason: `its $ref ${found.ref} leads ${found.leads}`, at: [...at, "$ref"] };
  }
  for (const [name, member] of Object.entries(value)) {
    const wrong = isCollection(member) ? wrongReference(document, member, [...at, name]) : undefined;
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

function wrongOperations(paths: unknown): Wrong | undefined {
  const ids = new Set<string>();
  for (const [key, item] of Object.entries(isObject(paths) ? paths : {})) {
    for (const method of METHODS) {
      const operation = isObject(item) ? item[method] : undefined;
      if (operation === undefined) continue;
      const at = ["paths", key, method];
      const id = isObject(operation) ? operation["operationId"] : undefined;
      if (typeof id !== "string") return { reason: "an operation has no operationId", at };
      if (ids.has(id)) return { reason: `two operations are called ${id}`, at: [...at, "operationId"] };
      ids.add(id);
    }
  }
  return ids.size === 0 ? { reason: "it has no operations", at: ["paths"] } : undefined;
}
