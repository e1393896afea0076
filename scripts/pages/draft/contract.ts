// Reads what a draft builds on: the contract's files, and the drafts that are already in the output folder.
import { existsSync } from "node:fs";
import path from "node:path";
import { isAbout, NAVIGATION_FILE, openNavigation, type NavigationEntry } from "../../core/navigation.js";
import { isObject, objectOf, type Located, type Node } from "../../core/node.js";
import { METHODS, typesOf, type HttpMethod, type Operation, type Schema } from "../../core/openapi.js";
import { Failure, YAML_RULE } from "../../core/problem.js";
import { itemOf } from "../../core/place.js";
import { valuesIn } from "../../core/schema-view.js";
import { filesBelow, isYaml, openSpecFolder, readText, shownPath, slashed } from "../../core/spec-folder.js";
import { readYaml, Unreadable } from "../../core/yaml.js";

export interface KnownOperation {
  webhook: boolean;
  /** The path or the message type. */
  key: string;
  method: HttpMethod;
  /** The contract may not be linted yet, so any part may be missing. */
  operation: Partial<Operation>;
  /** Its entry in navigation.yaml. */
  entry: NavigationEntry | undefined;
}

export interface KnownContract {
  /** The root document. */
  root: Node;
  navigation: NavigationEntry[];
  operations: KnownOperation[];
  /** The files of paths, webhooks and components, by their names with forward slashes. */
  files: Map<string, Node>;
  /** The scalar schemas of each name, also those of list items. */
  scalars: Map<string, Schema[]>;
  /** The absolute path of a file, in the contract or in the output folder. */
  fileOf: (name: string) => string;
  /** Whether the contract itself has an operation, and not only a draft. */
  isCurated: (file: string, method: HttpMethod) => boolean;
}

export const ROOT_FILE = "openapi.yaml";
const SECTIONS = ["paths", "webhooks"];

/**
 * A file of the contract is curated, so it is used instead of a draft of the same name.
 * openapi.yaml, navigation.yaml and paths with further methods are the other way round: the output folder's have the drafts too.
 * @param out the output folder; it may be the spec folder
 * @throws Failure with code 2 if a file cannot be read, or if the contract has operations that the drafts lack
 */
export function readContract(spec: string, out: string): KnownContract {
  const { dir } = openSpecFolder(spec);
  if (existsSync(path.join(out, ROOT_FILE))) openSpecFolder(out);
  const fileOf = (name: string): string => {
    const [own, drafted] = [path.join(dir, name), path.join(out, name)];
    if (!existsSync(own) || !existsSync(drafted)) return existsSync(own) ? own : drafted;
    const isExtended = [ROOT_FILE, NAVIGATION_FILE].includes(name) || addsOperations(drafted, own);
    return isExtended ? drafted : own;
  };
  const root = readYamlFile(fileOf(ROOT_FILE));
  const navigation = openNavigation(path.dirname(fileOf(NAVIGATION_FILE)));
  refuseOutdated(fileOf(ROOT_FILE), keysIn(root), keysIn(readYamlFile(path.join(dir, ROOT_FILE))));
  refuseOutdated(fileOf(NAVIGATION_FILE), keysOf(navigation), keysOf(openNavigation(dir)));
  const names = [dir, out].flatMap((folder) =>
    [...SECTIONS, "components"]
      .map((name) => path.join(folder, name))
      .flatMap((one) => (existsSync(one) ? filesBelow(one) : []))
      .filter(isYaml)
      .map((file) => slashed(path.relative(folder, file))),
  );
  // Each name once: the output folder may be the spec folder.
  const files = new Map([...new Set(names)].sort().map((name) => [name, readYamlFile(fileOf(name))]));
  const operations = operationsIn(root, files, navigation);
  const isCurated = (name: string, method: HttpMethod): boolean =>
    existsSync(path.join(dir, name)) && method in readYamlFile(path.join(dir, name));
  return { root, navigation, operations, files, scalars: scalarsByName(files), fileOf, isCurated };
}

function readYamlFile(file: string): Node {
  const text = readText(file);
  try {
    return objectOf(readYaml(text).value);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { message, line } = error;
    const problem = { file: shownPath(file), line, column: 1, rule: YAML_RULE, message, fix: "Correct the YAML." };
    throw new Failure(2, "The contract cannot be read.", [problem]);
  }
}

/** Whether a draft has operations of a path that the contract's own file does not have. */
function addsOperations(drafted: string, own: string): boolean {
  if (drafted === own) return false;
  const [there, here] = [drafted, own].map((file) => METHODS.filter((method) => method in readYamlFile(file)));
  if (there === undefined || here === undefined || there.every((method) => here.includes(method))) return false;
  refuseOutdated(drafted, there, here);
  return true;
}

/** The paths and message types of a root document, and those of the navigation. */
const keysIn = (root: Node): string[] => SECTIONS.flatMap((section) => Object.keys(objectOf(root[section])));
const keysOf = (entries: NavigationEntry[]): string[] => entries.flatMap((entry) => entry.path ?? entry.webhook ?? []);

/** If the contract has more entries than the copy in the output folder, copying that one back would lose them. */
function refuseOutdated(file: string, own: readonly string[], contract: readonly string[]): void {
  const missing = contract.filter((key) => !own.includes(key));
  if (missing.length === 0) return;
  const fix = "Name another folder with --out, or copy what is missing from the contract.";
  throw new Failure(
    2,
    `${shownPath(file)} lacks ${missing.join(", ")}. The contract changed after the first draft. ${fix}`,
  );
}

function operationsIn(root: Node, files: Map<string, Node>, navigation: NavigationEntry[]): KnownOperation[] {
  return SECTIONS.flatMap((section) =>
    Object.entries(objectOf(root[section])).flatMap(([key, node]) => {
      const webhook = section === "webhooks";
      const ref = objectOf(node)["$ref"];
      // The file may be missing: a draft is made again after its file was deleted.
      const item = typeof ref === "string" ? objectOf(files.get(path.posix.normalize(ref))) : objectOf(node);
      return METHODS.filter((method) => isObject(item[method])).map((method) => ({
        webhook,
        key,
        method,
        operation: objectOf(item[method]),
        entry: navigation.find((entry) => isAbout(entry, { webhook, key, method })),
      }));
    }),
  );
}

const isScalarType = (type: string): boolean => ["string", "integer", "number", "boolean"].includes(type);

function scalarsByName(files: ReadonlyMap<string, Node>): Map<string, Schema[]> {
  const found = new Map<string, Schema[]>();
  const follow = ({ node: { $ref }, file: from }: Located): Located | undefined => {
    const file = path.posix.join(path.posix.dirname(from), String($ref));
    const node = files.get(file);
    return node && { node, file, pointer: [] };
  };
  const note = (name: string, node: Node, file: string): void => {
    const values = valuesIn({ node, file, pointer: [name] }, follow, { deep: "items" });
    const scalars = ["", itemOf("")].flatMap((place) => values.get(place) ?? []);
    const known = found.get(name) ?? [];
    known.push(...scalars.filter((one) => typesOf(one).some(isScalarType)));
    found.set(name, known);
  };
  const visit = (node: unknown, file: string): void => {
    if (Array.isArray(node)) for (const one of node) visit(one, file);
    if (!isObject(node)) return;
    const { properties, name, schema, example, examples: _, ...rest } = node;
    const members = objectOf(properties);
    for (const [key, property] of Object.entries(members)) if (isObject(property)) note(key, property, file);
    if (typeof name === "string" && isObject(schema)) note(name, { ...schema, examples: [example] }, file);
    visit([...Object.values(rest), schema, ...Object.values(members)], file);
  };
  for (const [file, node] of files) visit(node, file);
  return found;
}

/** The most frequent value; the first one if there are several. */
export function usual<T>(found: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
