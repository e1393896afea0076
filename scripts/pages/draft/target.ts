// Where a draft is written to, or why it cannot be drafted.
import { existsSync } from "node:fs";
import path from "node:path";
import { METHODS } from "../../core/openapi.js";
import { Failure } from "../../core/problem.js";
import { shownPath } from "../../core/spec-folder.js";
import type { ReadPage } from "../page/page.js";
import { pageFile } from "../snapshot/read.js";
import type { KnownContract } from "./contract.js";

export interface Target {
  section: "paths" | "webhooks";
  /** Relative to the spec folder, with forward slashes. */
  file: string;
}

const STEP = /^(?!\.+$)(?:[\w.~-]|\{\w+\})+$/;

/**
 * @param spec the spec folder
 * @throws Failure with code 2 if the page shows no usable method, id or path, or if a file describes its path already
 */
export function targetOf(page: ReadPage, contract: KnownContract, spec: string): Target {
  const callback = page.kind === "callback";
  const refuse = (why: string): Failure => new Failure(2, `${page.source}:${page.lineOf()}: ${why}`);
  const method = METHODS.find((one) => one === page.method.toLowerCase());
  if (method === undefined) throw refuse("the page does not show an HTTP method, so it cannot be drafted.");
  if (page.id === "" && page.url === undefined) {
    throw refuse(
      "the page does not show its id. Put the id into the file name (api-250313122.md), or add the title to navigation.yaml.",
    );
  }
  const [first, ...steps] = callback ? ["", page.path] : page.path.split("/");
  if (first !== "" || steps.length === 0 || !steps.every((step) => STEP.test(step))) {
    const what = callback ? "message type" : "path";
    throw refuse(`"${page.path}" cannot be a file name, so it is not a usable ${what}.`);
  }
  const section = callback ? "webhooks" : "paths";
  const file = `${section}/${steps.join("/")}.yaml`;
  const shown = (name: string): string => shownPath(contract.fileOf(name));
  const known = contract.operations.find(
    (one) => one.key === page.path && one.webhook === callback && one.method === method,
  );
  if (known !== undefined) {
    const { operationId = "an operation without a name" } = known.operation;
    const operation = `${page.method} ${page.path}`;
    if (!existsSync(path.join(spec, file))) {
      throw new Failure(
        2,
        `${shown(file)} already is a draft of ${operation} (${operationId}). Delete the file to draft the page again.`,
      );
    }
    const from = page.source === shownPath(pageFile(spec, page.id)) ? "" : ` --from ${page.source}`;
    throw new Failure(
      2,
      `The contract has ${operation} as ${operationId}. Compare the page with it: pandapon pages diff${from}`,
    );
  }
  const taken = [...contract.files.keys()].find((name) => name.toLowerCase() === file.toLowerCase());
  if (taken !== undefined) {
    throw new Failure(2, `${shown(taken)} already describes ${page.path}. Add ${page.method} to it by hand.`);
  }
  return { section, file };
}
