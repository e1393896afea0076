// Finds the file and line of a pointer into a bundle: in the bundle itself, or in the files that it was made from.
import path from "node:path";
import { memberOf, type Located, type Node } from "../core/node.js";
import { stepsOf } from "../core/pointer.js";
import { SpecFiles } from "../core/spec-files.js";
import { filesBelow, isYaml, shownPath, type SpecFolder } from "../core/spec-folder.js";
import type { SourceSpot } from "./change.js";

/** Reads each file once, when the first line of it is needed. */
export function locator({ dir, root }: SpecFolder): (pointer: string) => SourceSpot {
  const files = new SpecFiles();
  return (pointer) => {
    let here: Located = files.root(root);
    let steps = stepsOf(pointer);
    const [section, kind = "", name = ""] = steps;
    if (section === "components" && memberOf(here, section, kind, name) === undefined) {
      // Redocly names a component after the file that a `$ref` leads to.
      const named = filesBelow(path.join(dir, section, kind)).filter((file) => path.parse(file).name === name);
      const file = named.find(isYaml);
      if (file !== undefined) [here, steps] = [files.root(file), steps.slice(3)];
    }
    for (const step of steps) {
      // A bundle has in place what a `$ref` into another file leads to.
      const isElsewhere = typeof here.node["$ref"] === "string" && !here.node["$ref"].startsWith("#");
      const { node, file, pointer: above } = isElsewhere ? files.follow(here) : here;
      if (!Object.hasOwn(node, step)) break;
      const key = Array.isArray(node) ? Number(step) : step;
      // Lists are read by index like objects by name, and nothing is read in texts and numbers.
      here = { node: Object(node[key]) as Node, file, pointer: [...above, key] };
    }
    return { file: shownPath(here.file), line: files.line(here), pointer };
  };
}
