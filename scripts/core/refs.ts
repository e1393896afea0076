// The one follower of `$ref`s, within a document and from file to file.
import path from "node:path";
import { isObject, memberOf, objectOf, type Located, type Node } from "./node.js";
import { stepsOf } from "./pointer.js";
import { isAddress } from "./spec-folder.js";

/** More `$ref`s in a row than any contract has. */
const MOST = 20;

/** Follows `$ref`s inside one bundled document. */
export const referredIn =
  (document: unknown) =>
  (at: Located): Located | undefined => {
    const found = followRefs(at, () => document);
    return "at" in found ? found.at : undefined;
  };

/**
 * Follows the `$ref` of a node, also through several. Keys beside a `$ref` are not merged in.
 * @param open returns the document of a file
 * @returns the target, or the node itself if it has no `$ref`; else the `$ref` that leads nowhere or back to itself
 */
export function followRefs(
  start: Located,
  open: (file: string) => unknown,
): { at: Located } | { ref: string; leads: "nowhere" | "back to itself"; from: Located } {
  let here = start;
  for (let steps = 0; typeof here.node["$ref"] === "string"; steps += 1) {
    const ref = here.node["$ref"];
    if (steps > MOST) return { ref, leads: "back to itself", from: start };
    const [name = "", fragment = ""] = ref.split("#");
    const file = name === "" ? here.file : fileOf(name, here.file);
    const document = open(file);
    const root = { node: objectOf(document), file, pointer: [] };
    const target = isObject(document) ? memberOf(root, ...stepsOf(fragment)) : undefined;
    if (target === undefined) return { ref, leads: "nowhere", from: here };
    here = target;
  }
  return { at: here };
}

/** The file or the address that a `$ref` names. A name that is not escaped as in an address is meant as it is. */
function fileOf(name: string, from: string): string {
  if (isAddress(name)) return name;
  try {
    return path.resolve(path.dirname(from), decodeURIComponent(name));
  } catch {
    return path.resolve(path.dirname(from), name);
  }
}

/** What the mapping of a schema's discriminator leads to, as `$ref`s: a schema may be named alone. */
export const refsOfMapping = (schema: Node): string[] =>
  Object.values(objectOf(objectOf(schema["discriminator"])["mapping"])).flatMap((to) =>
    typeof to !== "string" ? [] : to.startsWith("#") ? to : `#/components/schemas/${to}`,
  );
