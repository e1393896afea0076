// The folders of a draft: the contract, the output folder, and both together, which the draft builds on.
import { cpSync, existsSync, statSync } from "node:fs";
import path from "node:path";
import { isDescribed, NAVIGATION_FILE, openNavigation, readNavigation } from "../../core/navigation.js";
import { objectOf } from "../../core/node.js";
import { Failure } from "../../core/problem.js";
import { isInside, isYaml, openSpecFolder, shownPath, type SpecFolder } from "../../core/spec-folder.js";
import { withTemporaryFolder } from "../../core/temporary-folder.js";
import { readYamlFile } from "./contract.js";

export interface Folders {
  /** The contract's folder. */
  spec: SpecFolder;
  /** The output folder, absolute. */
  out: string;
  /** The contract together with the drafts in `out`. */
  base: SpecFolder;
  /** The path of a file of `base`, as it is shown to a person. */
  shown: (name: string) => string;
}

const ROOT_FILES = ["openapi.yaml", NAVIGATION_FILE];
const SUBFOLDERS = ["paths", "webhooks", "components"];

/**
 * Opens the folders for one draft.
 * @param out the output folder; without it, the spec folder
 * @throws Failure with code 2 if the contract or the drafts cannot be read, or if the contract has operations that the drafts lack
 */
export async function withFolders<T>(
  specDir: string,
  out: string | undefined,
  use: (folders: Folders) => Promise<T>,
): Promise<T> {
  const spec = openSpecFolder(specDir);
  const target = path.resolve(out ?? specDir);
  const shown = (name: string): string => {
    const drafted = path.join(target, name);
    return shownPath(existsSync(drafted) ? drafted : path.join(spec.dir, name));
  };
  const hasDrafts = [...ROOT_FILES, ...SUBFOLDERS].some((name) => existsSync(path.join(target, name)));
  if (target === spec.dir || !hasDrafts) return use({ spec, out: target, base: spec, shown });
  refuseOutdated(spec, target);
  return withTemporaryFolder("pandapon-draft-", async (dir) => {
    copy(SUBFOLDERS, target, dir);
    // A file of the contract is curated, so it replaces a draft of the same name.
    copy([...SUBFOLDERS, ...ROOT_FILES], spec.dir, dir);
    copy(ROOT_FILES, target, dir);
    try {
      return await use({ spec, out: target, base: openSpecFolder(dir), shown });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      const real = (file: string): string =>
        isInside(path.resolve(file), dir) ? shown(path.relative(dir, path.resolve(file))) : file;
      const problems = error.problems.map((one) => ({ ...one, file: real(one.file) }));
      throw new Failure(error.code, error.message, problems);
    }
  });
}

function copy(names: readonly string[], from: string, to: string): void {
  const isWanted = (source: string): boolean => statSync(source).isDirectory() || isYaml(source);
  for (const name of names.filter((one) => existsSync(path.join(from, one)))) {
    cpSync(path.join(from, name), path.join(to, name), { recursive: true, filter: isWanted });
  }
}

/** The drafts have copies of openapi.yaml and navigation.yaml. If the contract has more entries by now, copying them back would lose those. */
function refuseOutdated(spec: SpecFolder, out: string): void {
  const root = path.join(out, "openapi.yaml");
  if (existsSync(root)) {
    const own = keysIn(openSpecFolder(out).root);
    refuse(
      root,
      keysIn(spec.root).filter((key) => !own.includes(key)),
    );
  }
  const navigation = path.join(out, NAVIGATION_FILE);
  if (existsSync(navigation)) {
    const own = openNavigation(out).map((entry) => entry.path ?? entry.webhook);
    const { entries } = readNavigation(path.join(spec.dir, NAVIGATION_FILE));
    const described = entries.filter(isDescribed).map((entry) => entry.path ?? entry.webhook ?? "");
    refuse(
      navigation,
      described.filter((key) => !own.includes(key)),
    );
  }
}

function refuse(file: string, missing: readonly string[]): void {
  if (missing.length === 0) return;
  throw new Failure(
    2,
    `${shownPath(file)} lacks ${missing.join(", ")}. The contract changed after the first draft. ` +
      "Name another folder with --out, or copy what is missing from the contract.",
  );
}

/** The paths and message types of a root document. */
function keysIn(root: string): string[] {
  const document = objectOf(readYamlFile(root));
  return ["paths", "webhooks"].flatMap((section) => Object.keys(objectOf(document[section])));
}
