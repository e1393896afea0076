// `pandapon pages draft`: writes a page as files of the contract: the path or webhook, its components, and its entries.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isDescribed, NAVIGATION_FILE } from "../../core/navigation.js";
import { METHODS } from "../../core/openapi.js";
import { Failure } from "../../core/problem.js";
import { isObject } from "../../core/node.js";
import { errorCode, filesBelow, readText, shownPath, slashed } from "../../core/spec-folder.js";
import type { ReadPage } from "../page/page.js";
import { pageFile } from "../snapshot/read.js";
import { readContract, type KnownContract } from "./contract.js";
import { withFolders, type Folders } from "./folders.js";
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
  /** The output folder, laid out like the spec folder (the default). A new draft builds on the drafts in it. */
  out?: string;
  /** Whether the files are written. By default they are only returned. */
  write?: boolean;
}

export interface DraftFile {
  /** Relative to the spec folder, with forward slashes. */
  path: string;
  text: string;
  state: "new" | "changed";
}

export interface Draft {
  /** The path or webhook first, then its components, then openapi.yaml and navigation.yaml if they change. */
  files: DraftFile[];
  operationId: string;
  /** What is left to do by hand, one thing per line. */
  todo: string[];
}

/**
 * Drafts an operation or a callback that the contract does not have yet. The result passes lint, except for descriptions and summaries.
 * @throws Failure with code 2 if the contract or the output folder has it already, if the page shows no usable method or path, or if a folder cannot be read or written
 */
export const draft = (page: ReadPage, { spec, out, write = false }: DraftOptions): Promise<Draft> =>
  withFolders(spec, out, async (folders) => {
    const made = await draftInto(page, folders);
    if (write) writeFiles(made.files, folders.out);
    return made;
  });

async function draftInto(page: ReadPage, folders: Folders): Promise<Draft> {
  const contract = await readContract(folders.base);
  const target = targetOf(page, contract, folders);
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
  const change = (name: string, changed: (text: string) => string): void => {
    const before = readText(path.join(folders.base.dir, name));
    const text = changed(before);
    // The entries may be there already, if the operation's file was deleted.
    if (text !== before) files.push({ path: name, text, state: "changed" });
  };
  change("openapi.yaml", (text) =>
    withEntry(text, target.section, page.path, target.file, folders.shown("openapi.yaml")),
  );
  if (placement.entry === undefined || !isDescribed(placement.entry)) {
    const entry = describedEntry(page, placement, operationId);
    change(NAVIGATION_FILE, (text) =>
      withNavigationEntry(text, entry, placement.entry, folders.shown(NAVIGATION_FILE)),
    );
  }
  return { files, operationId, todo: todoOf(page, placement.entry === undefined, operation, notes) };
}

const SEGMENT = /^(?:[\w.~-]|\{\w+\})+$/;

/** The section and the file of the operation. */
function targetOf(
  page: ReadPage,
  contract: KnownContract,
  { spec, base, shown }: Folders,
): { section: "paths" | "webhooks"; file: string } {
  const callback = page.kind === "callback";
  const at = `${page.source}:${page.lineOf()}`;
  const method = METHODS.find((one) => one === page.method.toLowerCase());
  if (method === undefined)
    throw new Failure(2, `${at}: the page does not show an HTTP method, so it cannot be drafted.`);
  if (page.id === "" && page.url === undefined) {
    throw new Failure(
      2,
      `${at}: the page does not show its id. Put the id into the file name (api-250313122.md), or add the title to navigation.yaml.`,
    );
  }
  const steps = callback ? [page.path] : page.path.split("/").slice(1);
  if (!steps.every((step) => SEGMENT.test(step) && !/^\.+$/.test(step)) || (!callback && !page.path.startsWith("/"))) {
    throw new Failure(
      2,
      `${at}: "${page.path}" cannot be a file name, so it is not a usable ${callback ? "message type" : "path"}.`,
    );
  }
  const section = callback ? "webhooks" : "paths";
  const file = callback ? `webhooks/${page.path}.yaml` : `paths${page.path}.yaml`;
  const known = contract.operations.find(
    (one) => one.key === page.path && one.webhook === callback && one.method === method,
  );
  if (known !== undefined) {
    const { operationId } = known.operation;
    if (!existsSync(path.join(spec.dir, file))) {
      throw new Failure(
        2,
        `${shown(file)} already is a draft of ${page.method} ${page.path} (${operationId}). Delete the file to draft the page again.`,
      );
    }
    const from = page.source === shownPath(pageFile(spec.dir, page.id)) ? "" : ` --from ${page.source}`;
    throw new Failure(
      2,
      `The contract has ${page.method} ${page.path} as ${operationId}. Compare the page with it: pandapon pages diff${from}`,
    );
  }
  const taken = filesBelow(path.join(base.dir, section))
    .map((one) => slashed(path.relative(base.dir, one)))
    .find((one) => one.toLowerCase() === file.toLowerCase());
  if (taken !== undefined) {
    throw new Failure(2, `${shown(taken)} already describes ${page.path}. Add ${page.method} to it by hand.`);
  }
  return { section, file };
}

/** Makes references relative to their file. Values and names of fields are left as they are. */
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
  for (const { path: file, text, state } of files) {
    const target = path.join(dir, file);
    try {
      mkdirSync(path.dirname(target), { recursive: true });
      // A new file must not replace another one.
      writeFileSync(target, text, { flag: state === "new" ? "wx" : "w" });
    } catch (error) {
      throw new Failure(2, `Cannot write ${shownPath(target)} (${errorCode(error)}). Name another folder with --out.`);
    }
  }
}

function todoOf(page: ReadPage, unlisted: boolean, operation: object, notes: Notes): string[] {
  const labels = [...page.fields]
    .filter(([place, { label }]) => !place.startsWith("header/") && label !== undefined && !label.startsWith("("))
    .map(([place, { label }]) => `${place} (${label})`);
  const parts = ["requestBody", "parameters"].some((key) => key in operation) ? "its inputs, its answer" : "its answer";
  return [
    `Write a summary and a description of the operation, and describe ${parts} and each field.`,
    ...(labels.length > 0 ? [`The page has labels for these fields: ${labels.join(", ")}.`] : []),
    ...(unlisted ? ["Check the new entry in navigation.yaml: no entry listed the page."] : []),
    ...notes.list(),
  ];
}
