// Where a draft is written to, or why it cannot be drafted.
import { commandFor } from "../../core/command-text.js";
import { METHODS } from "../../core/openapi.js";
import { objectOf } from "../../core/node.js";
import { isPathFile, pathFile } from "../../core/path-file.js";
import { Failure } from "../../core/problem.js";
import { shownPath } from "../../core/spec-folder.js";
import { pathKey } from "../find/identify.js";
import type { ReadPage } from "../page/page.js";
import { pageFile } from "../snapshot/read.js";
import type { KnownContract } from "./contract.js";

/** A step of a path: not empty, no way up, and names in whole braces. */
const STEP = /^(?!\.\.?$)(?:[^{}?#/\p{Cc}\p{Cs}]|\{[^{}?#/\p{Cc}\p{Cs}]+\})+$/u;

/**
 * The file of the operation, relative to the spec folder, with forward slashes.
 * @param spec the spec folder
 * @throws Failure with code 2 if the page shows no usable method, id or path, or if a file has its operation already
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
    throw refuse(`${at}: "${page.path}" is not a usable ${webhook ? "message type" : "path"}. Check it on the page.`);
  }
  const section = objectOf(contract.root[webhook ? "webhooks" : "paths"]);
  const twin = Object.keys(section).find((key) => key !== page.path && pathKey(key) === pathKey(page.path));
  if (twin !== undefined && !webhook) {
    const fix = `Add ${page.method} to it by hand, with its names.`;
    throw refuse(`The contract has ${page.path} as ${twin}: one path has one set of names in braces. ${fix}`);
  }
  const listed = objectOf(section[page.path])["$ref"];
  const isListed = typeof listed === "string" && isPathFile(listed, page.path, webhook);
  const file = isListed ? listed : pathFile(page.path, webhook, contract.files.keys());
  const known = contract.files.get(file);
  if (known === undefined || !(method in known)) return file;
  const id = String(objectOf(known[method])["operationId"] ?? "an operation without a name");
  if (contract.isCurated(file, method)) {
    const from = page.source === shownPath(pageFile(spec, page.id)) ? [] : ["--from", page.source];
    const diff = commandFor(spec, "pages", "diff", ...from);
    throw refuse(`The contract has ${operation} as ${id}. Compare the page with it: ${diff}`);
  }
  throw refuse(`${shown(file)} already is a draft of ${operation} (${id}). Delete the file to draft the page again.`);
}
