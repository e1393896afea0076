// Reads what a draft builds on: the contract's files, and the drafts that are already in the output folder.
import { existsSync } from "node:fs";
import path from "node:path";
import { isAbout, isDescribed, NAVIGATION_FILE, openNavigation, type NavigationEntry } from "../../core/navigation.js";
import { isObject, objectOf, type Node } from "../../core/node.js";
import { METHODS, typesOf, type Operation, type Schema } from "../../core/openapi.js";
import { Failure, YAML_RULE } from "../../core/problem.js";
import { partsWithItems, type Follow } from "../../core/schema-view.js";
import { filesBelow, isYaml, openSpecFolder, readText, shownPath, slashed } from "../../core/spec-folder.js";
import { readYaml, Unreadable } from "../../core/yaml.js";

export interface Shape {
  schema: Schema;
  /** Relative to the spec folder, with forward slashes. */
  file: string;
}

export type Section = "paths" | "webhooks";

export interface KnownOperation {
  section: Section;
  key: string;
  method: string;
  /** The contract may not be linted yet, so any part may be missing. */
  operation: Partial<Operation>;
  /** Its entry in navigation.yaml. */
  entry: NavigationEntry | undefined;
}

export interface KnownContract {
  operations: KnownOperation[];
  /** The components of schemas, by name. */
  shapes: Map<string, Shape>;
  /** The scalar schemas of each name, also those of list items. */
  scalars: Map<string, Schema[]>;
  navigation: NavigationEntry[];
  tags: string[];
  /** The security that holds for operations without their own. */
  security: Operation["security"];
  /** Where each security scheme is on a page: `header/access-key`. */
  credentials: Map<string, string>;
  /** The names of the files that describe paths, webhooks and components. */
  files: string[];
  /** The absolute path of a file, in the contract or in the output folder. */
  fileOf: (name: string) => string;
}

export const ROOT_FILE = "openapi.yaml";
const SUBFOLDERS = ["paths", "webhooks", "components"];

/**
 * A file of the contract is curated, so it is used instead of a draft of the same name.
 * openapi.yaml and navigation.yaml are the other way round: the output folder's have the entries of its drafts.
 * @param out the output folder; it may be the spec folder
 * @throws Failure with code 2 if a file cannot be read, or if the contract has operations that the drafts lack
 */
export function readContract(spec: string, out: string): KnownContract {
  const { dir } = openSpecFolder(spec);
  if (existsSync(path.join(out, ROOT_FILE))) openSpecFolder(out);
  const fileOf = (name: string): string => {
    const folders = name === ROOT_FILE || name === NAVIGATION_FILE ? [out, dir] : [dir, out];
    return path.join(folders.find((folder) => existsSync(path.join(folder, name))) ?? out, name);
  };
  const root = readYamlFile(fileOf(ROOT_FILE));
  const navigation = openNavigation(path.dirname(fileOf(NAVIGATION_FILE)));
  refuseOutdated(fileOf(ROOT_FILE), keysIn(root), keysIn(readYamlFile(path.join(dir, ROOT_FILE))));
  refuseOutdated(fileOf(NAVIGATION_FILE), described(navigation), described(openNavigation(dir)));

  const names = [out, dir].flatMap((folder) =>
    SUBFOLDERS.flatMap((name) => (existsSync(path.join(folder, name)) ? filesBelow(path.join(folder, name)) : []))
      .filter(isYaml)
      .map((file) => slashed(path.relative(folder, file))),
  );
  const files = new Map([...new Set(names)].sort().map((name) => [name, readYamlFile(fileOf(name))]));
  const shapes = new Map<string, Shape>();
  for (const [file, schema] of files) {
    if (file.startsWith("components/schemas/")) shapes.set(shapeName(file), { schema, file });
  }
  /** A node of the root document, or the file that it refers to. */
  const whole = (node: unknown): Node => {
    const ref = objectOf(node)["$ref"];
    return typeof ref === "string" ? (files.get(path.posix.normalize(ref)) ?? {}) : objectOf(node);
  };
  const schemes = Object.entries(objectOf(objectOf(root["components"])["securitySchemes"]));
  return {
    operations: operationsIn(root, whole, navigation),
    shapes,
    scalars: scalarsByName([...files.values()], shapes),
    navigation,
    tags: (Array.isArray(root["tags"]) ? root["tags"] : []).map((tag) => String(objectOf(tag)["name"])),
    // The outline of a root document is OpenAPI.
    security: root["security"] as Operation["security"],
    credentials: new Map(
      schemes.map(([name, node]) => {
        const scheme = whole(node);
        return [name, `${String(scheme["in"])}/${String(scheme["name"]).toLowerCase()}`];
      }),
    ),
    files: [...files.keys()],
    fileOf,
  };
}

function readYamlFile(file: string): Node {
  const text = readText(file);
  try {
    return objectOf(readYaml(text));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { message, line } = error;
    const problem = { file: shownPath(file), line, column: 1, rule: YAML_RULE, message, fix: "Correct the YAML." };
    throw new Failure(2, "The contract cannot be read.", [problem]);
  }
}

/** The paths and message types of a root document. */
const keysIn = (root: Node): string[] =>
  ["paths", "webhooks"].flatMap((section) => Object.keys(objectOf(root[section])));
const described = (entries: readonly NavigationEntry[]): string[] =>
  entries.filter(isDescribed).map((entry) => entry.path ?? entry.webhook ?? "");

/** If the contract has more entries than the copy in the output folder, copying that one back would lose them. */
function refuseOutdated(file: string, own: readonly string[], contract: readonly string[]): void {
  const missing = contract.filter((key) => !own.includes(key));
  if (missing.length === 0) return;
  throw new Failure(
    2,
    `${shownPath(file)} lacks ${missing.join(", ")}. The contract changed after the first draft. ` +
      "Name another folder with --out, or copy what is missing from the contract.",
  );
}

function operationsIn(
  root: Node,
  whole: (node: unknown) => Node,
  navigation: readonly NavigationEntry[],
): KnownOperation[] {
  return (["paths", "webhooks"] as const).flatMap((section) =>
    Object.entries(objectOf(root[section])).flatMap(([key, node]) => {
      const item = whole(node);
      return METHODS.filter((method) => isObject(item[method])).map((method) => ({
        section,
        key,
        method,
        operation: objectOf(item[method]),
        entry: navigation.find((entry) => isAbout(entry, { webhook: section === "webhooks", key, method })),
      }));
    }),
  );
}

/** The name of the component that a file or a `$ref` is about. */
export const shapeName = (file: string): string => path.posix.basename(file).replace(/\.ya?ml$/, "");

export const isScalarType = (type: string): boolean => ["string", "integer", "number", "boolean"].includes(type);

function scalarsByName(files: readonly Node[], shapes: ReadonlyMap<string, Shape>): Map<string, Schema[]> {
  const found = new Map<string, Schema[]>();
  const follow: Follow = (placed) => {
    const { $ref } = placed.schema;
    const schema = $ref === undefined ? placed.schema : shapes.get(shapeName($ref))?.schema;
    return schema && { ...placed, schema };
  };
  const note = (name: string, schema: Schema): void => {
    const parts = partsWithItems({ schema, from: "" }, follow).map((part) => part.schema);
    found.set(name, [...(found.get(name) ?? []), ...parts.filter((part) => typesOf(part).some(isScalarType))]);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isObject(node)) return;
    const { properties, name, schema, example, examples: _, ...rest } = node;
    for (const [key, property] of Object.entries(objectOf(properties))) if (isObject(property)) note(key, property);
    if (typeof name === "string" && isObject(schema)) note(name, { ...schema, examples: [example] });
    visit([Object.values(rest), schema, Object.values(objectOf(properties))]);
  };
  visit(files);
  return found;
}

/** The most frequent value; the first one if there are several. */
export function usual<T>(found: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
