// The bundle for the converter, which would take a wrong one without a word.
import { readBundleFile, type Refuse } from "../core/bundle-file.js";
import { isObject, objectOf, type Node } from "../core/node.js";
import { METHODS, type Document } from "../core/openapi.js";

/** The parts of a bundle that only the collection shows are added to those that all tools read. */
export interface BundleDocument extends Document {
  info: { title: string; version: string; summary?: string };
  servers?: { url: string; description?: string }[];
  tags?: { name: string; "x-displayName"?: string }[];
}

/** @throws Failure with code 2 if the file is not a bundle with at least one operation */
export const readBundle = (file: string): BundleDocument =>
  // What is read without a look has been checked, and the converter checks the rest.
  readBundleFile(file, check) as unknown as BundleDocument;

function check(document: Node, refuse: Refuse): void {
  if (!isObject(document["info"])) refuse("it has no `info`");
  const ids = new Set<unknown>();
  for (const [key, item] of Object.entries(objectOf(document["paths"]))) {
    for (const method of METHODS.filter((one) => objectOf(item)[one] !== undefined)) {
      const id = objectOf(objectOf(item)[method])["operationId"];
      if (typeof id !== "string") refuse("an operation has no operationId", "paths", key, method);
      if (ids.has(id)) refuse(`two operations are called ${id}`, "paths", key, method, "operationId");
      ids.add(id);
    }
  }
  if (ids.size === 0) refuse("it has no operations", "paths");
}
