// Finds the file and line of a pointer into a bundle: in the bundle itself, or in the files that it was made from.
import path from "node:path";
import { isObject, type Located, type Node } from "../core/node.js";
import { stepsOf } from "../core/pointer.js";
import { SpecFiles } from "../core/spec-files.js";
import { filesBelow, isYaml, shownPath, type SpecFolder } from "../core/spec-folder.js";
import type { SourceSpot } from "./change.js";

/** Reads each file once, when the first line of it is needed. */
export function locator({ dir, root }: SpecFolder): (pointer: string) => SourceSpot {
  const files = new SpecFiles();
  const componentFile = (kind: string, name: string): string | undefined =>
    filesBelow(path.join(dir, "components", kind)).find((file) => isYaml(file) && path.parse(file).name === name);

  return (pointer) => {
    let here: Located = files.root(root);
    let steps = stepsOf(pointer);
    const [section = "", kind = "", name = ""] = steps;
    const components = here.node["components"];
    const bundled = isObject(components) && isObject(components[kind]) && name in components[kind];
    const file = section === "components" && !bundled ? componentFile(kind, name) : undefined;
    if (file !== undefined) [here, steps] = [files.root(file), steps.slice(3)];
    let value: unknown = here.node;
    for (const step of steps) {
      // A bundle has in place what a `$ref` into another file leads to.
      if (isObject(value) && typeof value["$ref"] === "string" && !value["$ref"].startsWith("#")) {
        here = files.follow({ ...here, node: value });
        value = here.node;
      }
      const key = Array.isArray(value) ? Number(step) : step;
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) break;
      // Lists are read by index like objects by name.
      value = (value as Node)[key];
      here = { ...here, pointer: [...here.pointer, key] };
    }
    return { file: shownPath(here.file), line: files.line(here), pointer };
  };
}
