// Where a draft is written to, or why it cannot be drafted.
import { existsSync } from "node:fs";
import path from "node:path";
import { METHODS } from "../../core/openapi.js";
import { Failure } from "../../core/problem.js";
import { shownPath } from "../../core/spec-folder.js";
import type { ReadPage } from "../page/page.js";
import { pageFile } from "../snapshot/read.js";
import type { KnownContract } from "./contract.js";

const STEP = /^(?!\.+$)(?:[\w.~-]|\{\w+\})+$/;

/**
 * The file of the operation, relative to the spec folder, with forward slashes.
 * @param spec the spec folder
 * @throws Failure with code 2 if the page shows no usable method, id or path, or if a file describes its path already
 */
export function targetFile(page: ReadPage, contract: KnownContract, spec: string): string {
  const webhook = page.kind === "callback";
  const operation = `${page.method} ${page.path}`;
  const shown = (name: string): string => shownPath(contract.fileOf(name));
  const refuse = (why: string): Failure => new Failure(2, why);
  const at = `${page.source}:${page.lineOf()}`;
  const method = METHODS.find((one) => one === page.method.toLowerCase());
  if (method === undefined) throw refuse(`${at}: the page does not show an HTTP method, so it cannot be drafted.`);
  if (page.id === "" && page.url === undefined) {
    const fix = "Put the id into the file name (api-250313122.md), or add the title to navigation.yaml.";
    throw refuse(`${at}: the page does not show its id. ${fix}`);
  }
  const [first, ...steps] = webhook ? ["", page.path] : page.path.split("/");
  if (first !== "" || steps.length === 0 || !steps.every((step) => STEP.test(step))) {
    const what = webhook ? "message type" : "path";
    throw refuse(`${at}: "${page.path}" cannot be a file name, so it is not a usable ${what}.`);
  }
  const file = `${webhook ? "webhooks" : "paths"}/${steps.join("/")}.yaml`;
  const known = contract.operations.find(
    (one) => one.webhook === webhook && one.key === page.path && one.method === method,
  );
  const id = known?.operation.operationId ?? "an operation without a name";
  if (known !== undefined && existsSync(path.join(spec, file))) {
    const from = page.source === shownPath(pageFile(spec, page.id)) ? "" : ` --from ${page.source}`;
    throw refuse(`The contract has ${operation} as ${id}. Compare the page with it: pandapon pages diff${from}`);
  }
  if (known !== undefined) {
    throw refuse(`${shown(file)} already is a draft of ${operation} (${id}). Delete the file to draft the page again.`);
  }
  const taken = [...contract.files.keys()].find((name) => name.toLowerCase() === file.toLowerCase());
  if (taken === undefined) return file;
  throw refuse(`${shown(taken)} already describes ${page.path}. Add ${page.method} to it by hand.`);
}
