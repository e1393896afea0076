// Drafts what a page describes as files of the contract: the path or webhook, its components, and the entries that lead there.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { NAVIGATION_FILE } from "../../core/navigation.js";
import { METHODS } from "../../core/openapi.js";
import { Failure } from "../../core/problem.js";
import { isObject } from "../../core/node.js";
import { filesBelow, readText, shownPath, slashed } from "../../core/spec-folder.js";
import type { ReadPage } from "../page/page.js";
import { pageFile } from "../snapshot/read.js";
import { readContract, type KnownContract } from "./contract.js";
import { describedEntry, withNavigationEntry } from "./navigation-entry.js";
import { Notes } from "./notes.js";
import { operationOf } from "./operation.js";
import { placementOf } from "./placement.js";
import { withEntry } from "./root-entry.js";
import { REFERENCE } from "./shapes.js";
import { yamlText } from "./yaml-text.js";

export interface DraftOptions {
  /** The folder that holds `openapi.yaml`. */
  spec: string;
  /** The folder that the files go to, laid out like the spec folder; the spec folder itself where it is not named. */
  out?: string;
  /** Whether the files are written; without it they are only returned. */
  write?: boolean;
}

export interface DraftFile {
  /** Below the spec folder, with forward slashes. */
  path: string;
  text: string;
  state: "new" | "changed";
}

export interface Draft {
  /** The path or webhook first, then its components, then openapi.yaml and navigation.yaml. */
  files: DraftFile[];
  operationId: string;
  /** What the curator must still do, one thing a line. */
  todo: string[];
}

/**
 * Drafts an operation or a callback that the contract does not have yet. The lint rules hold on the result but for descriptions and summaries.
 * @throws Failure with code 2 where the contract has it already, where the page shows no usable method or path, or where the spec folder cannot be read
 */
export async function draft(page: ReadPage, { spec, out, write = false }: DraftOptions): Promise<Draft> {
  const contract = await readContract(spec);
  const target = targetOf(page, contract);
  const placement = placementOf(page, contract);
  const notes = new Notes();
  const { operation, operationId, made } = operationOf(page, contract, placement, notes);
  const componentFile = (name: string): string =>
    contract.shapes.get(name)?.file ?? `components/schemas/${placement.shapes.folder}/${name}.yaml`;
  const written = (file: string, value: unknown): Promise<string> =>
    yamlText(file, withReferences(value, file, componentFile));
  const method = page.method.toLowerCase();
  const files: DraftFile[] = [
    { path: target.file, text: await written(target.file, { [method]: operation }), state: "new" },
  ];
  for (const [name, schema] of [...made].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const file = componentFile(name);
    files.push({ path: file, text: await written(file, schema), state: "new" });
  }
  const root = contract.folder.root;
  const navigation = path.join(contract.folder.dir, NAVIGATION_FILE);
  const entry = describedEntry(page, placement, operationId);
  files.push(
    {
      path: "openapi.yaml",
      text: withEntry(readText(root), target.section, page.path, target.file, shownPath(root)),
      state: "changed",
    },
    {
      path: NAVIGATION_FILE,
      text: withNavigationEntry(readText(navigation), entry, placement.entry),
      state: "changed",
    },
  );
  if (write) writeFiles(files, out ?? contract.folder.dir);
  return { files, operationId, todo: todoOf(page, placement.entry === undefined, operation, notes) };
}

const SEGMENT = /^(?:[\w.~-]|\{\w+\})+$/;

/** Where the operation goes. */
function targetOf(page: ReadPage, contract: KnownContract): { section: "paths" | "webhooks"; file: string } {
  const callback = page.kind === "callback";
  const at = `${page.source}:${page.lineOf()}`;
  const method = METHODS.find((one) => one === page.method.toLowerCase());
  if (method === undefined)
    throw new Failure(2, `${at}: the page shows no HTTP method, so that nothing can be drafted from it.`);
  if (page.id === "" && page.url === undefined) {
    throw new Failure(
      2,
      `${at}: the page shows no id. Name its file by it, such as api-250313122.md, or list its title in navigation.yaml.`,
    );
  }
  const steps = callback ? [page.path] : page.path.split("/").slice(1);
  if (!steps.every((step) => SEGMENT.test(step) && !/^\.+$/.test(step)) || (!callback && !page.path.startsWith("/"))) {
    throw new Failure(
      2,
      `${at}: "${page.path}" is no ${callback ? "message type" : "path"} that a file can be named by.`,
    );
  }
  const section = callback ? "webhooks" : "paths";
  const file = callback ? `webhooks/${page.path}.yaml` : `paths${page.path}.yaml`;
  const known = contract.operations.find(
    (one) => one.key === page.path && one.webhook === callback && one.method === method,
  );
  if (known !== undefined) {
    const from = page.source === shownPath(pageFile(contract.folder.dir, page.id)) ? "" : ` --from ${page.source}`;
    throw new Failure(
      2,
      `The contract has ${page.method} ${page.path} as ${known.operation.operationId}. Compare the page with it: pandapon pages diff${from}`,
    );
  }
  const { dir } = contract.folder;
  const taken = filesBelow(path.join(dir, section))
    .map((one) => slashed(path.relative(dir, one)))
    .find((one) => one.toLowerCase() === file.toLowerCase());
  if (taken !== undefined) {
    throw new Failure(
      2,
      `The contract has a file for ${page.path}: ${shownPath(path.join(dir, taken))}. Add ${page.method} to it by hand.`,
    );
  }
  return { section, file };
}

/** References as the file that holds them writes them: relative to itself. Values are left alone, and so are names of fields. */
function withReferences(value: unknown, file: string, fileOf: (name: string) => string, names = false): unknown {
  if (Array.isArray(value)) return value.map((one) => withReferences(one, file, fileOf));
  if (!isObject(value)) return value;
  const converted = (key: string, one: unknown): unknown => {
    if (names) return withReferences(one, file, fileOf);
    if (["example", "examples", "default", "enum"].includes(key)) return one;
    if (key !== "$ref" || typeof one !== "string") return withReferences(one, file, fileOf, key === "properties");
    return path.posix.relative(path.posix.dirname(file), fileOf(one.slice(REFERENCE.length)));
  };
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return Object.fromEntries(entries.map(([key, one]) => [key, converted(key, one)]));
}

function writeFiles(files: readonly DraftFile[], dir: string): void {
  for (const file of files) {
    const target = path.join(dir, file.path);
    if (file.state === "new" && existsSync(target)) {
      throw new Failure(2, `${shownPath(target)} is there already. Move it away, or name another folder with --out.`);
    }
  }
  for (const { path: file, text } of files) {
    const target = path.join(dir, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function todoOf(page: ReadPage, unlisted: boolean, operation: object, notes: Notes): string[] {
  const labels = [...page.fields]
    .filter(([place, { label }]) => !place.startsWith("header/") && label !== undefined && !label.startsWith("("))
    .map(([place, { label }]) => `${place} (${label})`);
  const parts = ["requestBody", "parameters"].some((key) => key in operation) ? "its inputs, its answer" : "its answer";
  return [
    `Write a summary and a description of the operation, and describe ${parts} and each field.`,
    ...(labels.length > 0 ? [`The page calls fields by these names: ${labels.join(", ")}.`] : []),
    ...(unlisted ? ["Check the new entry of navigation.yaml: no entry listed the page."] : []),
    ...notes.list(),
  ];
}
