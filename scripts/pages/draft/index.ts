// `pandapon pages draft`: writes a page as files of the contract: the path or webhook, and its entries.
import path from "node:path";
import { isDescribed, NAVIGATION_FILE, type NavigationEntry } from "../../core/navigation.js";
import { readText, shownPath } from "../../core/spec-folder.js";
import { writeFiles } from "../../core/write-files.js";
import type { ReadPage } from "../page/page.js";
import { readContract, ROOT_FILE } from "./contract.js";
import { withMethod, withNavigationEntry, withOperation, withRootEntry } from "./entries.js";
import { Notes } from "./notes.js";
import { operationOf } from "./operation.js";
import { placementOf, type Placement } from "./placement.js";
import { targetFile } from "./target.js";
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
  /** The path or webhook first, then openapi.yaml and navigation.yaml if they change. */
  files: DraftFile[];
  operationId: string;
  /** What is left to do by hand, one thing per line. */
  todo: string[];
}

/**
 * Drafts an operation or a callback that the contract does not have yet. The result passes lint, except for descriptions and summaries.
 * @throws Failure with code 2 if the contract or the output folder has it already, if the page shows no usable method or path, or if a folder cannot be read or written
 */
export async function draft(page: ReadPage, { spec, out = spec, write = false }: DraftOptions): Promise<Draft> {
  const contract = readContract(spec, path.resolve(out));
  const file = targetFile(page, contract, spec);
  const placement = placementOf(page, contract);
  const { entry, operationId, siblings } = placement;
  const notes = new Notes();
  const operation = operationOf(page, file, contract, placement, notes);
  const files: DraftFile[] = [];
  const change = (name: string, changed: (text: string, shown: string) => string): void => {
    const before = readText(contract.fileOf(name));
    const text = changed(before, shownPath(contract.fileOf(name)));
    // The entries may be there already, if the operation's file was deleted.
    if (text !== before) files.push({ path: name, text, state: "changed" });
  };
  const method = page.method.toLowerCase();
  if (contract.files.has(file)) change(file, (text, shown) => withOperation(text, method, operation, shown));
  else files.push({ path: file, text: yamlText({ [method]: operation }), state: "new" });
  change(ROOT_FILE, (text, shown) => withRootEntry(text, page.path, file, shown));
  if (entry === undefined || !isDescribed(entry)) {
    const described = describedEntry(page, placement);
    const unnamed = siblings.find((one) => one.entry !== undefined && one.entry.method === undefined);
    const isBelow = (entry?.line ?? 0) > (unnamed?.entry?.line ?? 0);
    change(NAVIGATION_FILE, (text, shown) => {
      const withEntry = (before: string): string => withNavigationEntry(before, described, entry, shown);
      const named = (before: string): string =>
        unnamed?.entry === undefined ? before : withMethod(before, unnamed.entry, unnamed.method.toUpperCase());
      // From the bottom up, so that the lines of other entries stay.
      return isBelow ? named(withEntry(text)) : withEntry(named(text));
    });
  }
  if (write) writeFiles(path.resolve(out), new Map(files.map((one) => [one.path, one.text])));
  return { files, operationId, todo: todoOf(page, placement, notes) };
}

/** The entry of a drafted operation in navigation.yaml, its fields in the order of the other entries. */
function describedEntry(
  page: ReadPage,
  { entry, group, operationId, siblings }: Placement,
): Omit<NavigationEntry, "line"> {
  const { title = page.title === "" ? operationId : page.title } = entry ?? {};
  const titleZh = entry === undefined && page.language === "zh" ? page.title : entry?.titleZh;
  return {
    title,
    ...(titleZh && { titleZh }),
    group,
    ...(page.kind === "callback" ? { webhook: page.path } : { path: page.path }),
    ...(siblings.length > 0 && { method: page.method }),
    ...(entry?.onlyIn && { onlyIn: entry.onlyIn }),
  };
}

function todoOf(page: ReadPage, { entry }: Placement, notes: Notes): string[] {
  const labels = [...page.fields]
    .filter(([place, { label }]) => !place.startsWith("header/") && label !== undefined && !label.startsWith("("))
    .map(([place, { label }]) => `${place} (${label})`);
  return [
    "Write a summary and a description of the operation, and describe its inputs, its answer and each field.",
    ...(labels.length > 0 ? [`The page has labels for these fields: ${labels.join(", ")}.`] : []),
    ...(entry === undefined ? ["Check the new entry in navigation.yaml: no entry listed the page."] : []),
    ...notes.list(),
  ];
}
