// The contract's files in spec/. Each node comes with its file and pointer, so that a finding can name the line.
import type { Pointer } from "./pointer.js";
import { Failure } from "./problem.js";
import { memberOf, objectOf, type Located } from "./node.js";
import { METHODS, type HttpMethod } from "./openapi.js";
import { followRefs } from "./refs.js";
import { readText, reasonAgainst, shownPath } from "./spec-folder.js";
import { MOST_IN_CONTRACT, readYaml, Unreadable, type YamlText } from "./yaml.js";

/** Where a node of the contract is; its file is absolute. */
export type Location = Omit<Located, "node">;

/** An operation or a webhook, where its file has it. */
export interface PlacedOperation {
  webhook: boolean;
  /** The path of an operation; the message type of a webhook. */
  key: string;
  method: HttpMethod;
  /** The path item around it. */
  item: Located;
  operation: Located;
}

/** The files of one contract, each read once. */
export class SpecFiles {
  readonly #files = new Map<string, YamlText>();
  readonly #dir: string;

  /** @param dir the folder of the contract, or the one file of a bundle, absolute; no `$ref` is followed out of it */
  constructor(dir: string) {
    this.#dir = dir;
  }

  /** @throws Failure with code 2 if the file is missing or is not YAML */
  root(file: string): Located {
    return { node: objectOf(this.#open(file).value), file, pointer: [] };
  }

  /** A member of a node, after its `$ref`s; undefined if it is not an object. */
  child(placed: Located, ...keys: Pointer): Located | undefined {
    const member = memberOf(placed, ...keys);
    return member && this.follow(member);
  }

  /** The operations and webhooks of a root document, in its order. */
  operations(file: string): PlacedOperation[] {
    const root = this.root(file);
    return ["paths", "webhooks"].flatMap((section) =>
      Object.keys(objectOf(root.node[section])).flatMap((key) => {
        const item = this.child(root, section, key);
        if (item === undefined) return [];
        return METHODS.flatMap((method) => {
          const operation = this.child(item, method);
          return operation === undefined ? [] : [{ webhook: section === "webhooks", key, method, item, operation }];
        });
      }),
    );
  }

  /** The target of a node's `$ref`; the node itself if it has none. */
  follow(placed: Located): Located {
    const found = followRefs(placed, (file) => {
      const reason = this.#files.has(file) ? undefined : reasonAgainst(file, this.#dir);
      if (reason !== undefined) throw new Failure(2, `${this.shown(placed)}: ${reason.join(" ")}`);
      return this.#open(file).value;
    });
    if ("at" in found) return found.at;
    const { ref, leads, from } = found;
    throw new Failure(2, `${this.shown(from)}: the $ref ${ref} leads ${leads}. Correct the $ref.`);
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
      const opened = readYaml(text, MOST_IN_CONTRACT);
      this.#files.set(file, opened);
      return opened;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      throw new Failure(2, `${shownPath(file)}:${error.line}: ${error.message}. ${error.fix}`);
    }
  }
}
