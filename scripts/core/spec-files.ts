// The contract's files in spec/. Each node comes with its file and pointer, so that a finding can name the line.
import path from "node:path";
import { type Pointer, stepsOf } from "./pointer.js";
import { Failure } from "./problem.js";
import { isObject, objectOf, type Located, type Node } from "./node.js";
import { readText, shownPath } from "./spec-folder.js";
import { readYaml, Unreadable, type YamlText } from "./yaml.js";

/** Where a node of the contract is; its file is absolute. */
export type Location = Omit<Located, "node">;

/** The files of one contract, each read once. */
export class SpecFiles {
  readonly #files = new Map<string, YamlText>();

  /** @throws Failure with code 2 if the file is missing or is not YAML */
  root(file: string): Located {
    return { node: objectOf(this.#open(file).value), file, pointer: [] };
  }

  /** A member of a node, after its `$ref`s; undefined if it is not an object. */
  child(placed: Located, ...keys: Pointer): Located | undefined {
    let node: unknown = placed.node;
    for (const key of keys) node = isObject(node) || Array.isArray(node) ? (node as Node)[key] : undefined;
    if (!isObject(node)) return undefined;
    return this.follow({ node, file: placed.file, pointer: [...placed.pointer, ...keys] });
  }

  /** The target of a node's `$ref`; the node itself if it has none. Keys beside the `$ref` are not merged in. */
  follow(placed: Located): Located {
    let here = placed;
    for (let steps = 0; typeof here.node["$ref"] === "string"; steps += 1) {
      const ref = here.node["$ref"];
      if (steps > 20)
        throw new Failure(2, `${this.shown(placed)}: the $ref ${ref} leads back to itself. Run \`pandapon lint\`.`);
      const [file = "", fragment = ""] = ref.split("#");
      const target = file === "" ? here.file : path.resolve(path.dirname(here.file), decodeURIComponent(file));
      const pointer = stepsOf(fragment);
      let node: unknown = this.#open(target).value;
      for (const key of pointer) node = isObject(node) ? node[key] : undefined;
      if (!isObject(node))
        throw new Failure(2, `${this.shown(here)}: the $ref ${ref} leads nowhere. Run \`pandapon lint\`.`);
      here = { node, file: target, pointer };
    }
    return here;
  }

  /** The line, from 1. */
  line({ file, pointer }: Location): number {
    return this.#open(file).line(pointer);
  }

  shown(placed: Location): string {
    return `${shownPath(placed.file)}:${this.line(placed)}`;
  }

  #open(file: string): YamlText {
    const known = this.#files.get(file);
    if (known !== undefined) return known;
    const text = readText(file);
    try {
      const opened = readYaml(text);
      this.#files.set(file, opened);
      return opened;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new Failure(2, `${shownPath(file)}:${error.line}: ${error.message}. Run \`pandapon lint\`.`);
    }
  }
}
