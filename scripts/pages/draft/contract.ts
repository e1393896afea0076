// Reads what the contract has already: its operations, its shapes, and how it describes each name.
import { alone, isObject } from "../../core/node.js";
import path from "node:path";
import { isAbout, openNavigation, type NavigationEntry } from "../../core/navigation.js";
import { operationsOf, typesOf, type Document, type Schema, type WholeOperation } from "../../core/openapi.js";
import { targetIn, valuesIn } from "../../core/schema-view.js";
import { filesBelow, isYaml, readText, shownPath, slashed, type SpecFolder } from "../../core/spec-folder.js";
import { itemOf } from "../../core/place.js";
import { bundleSpec } from "../../core/redocly-bundle.js";
import { referredIn } from "../../core/refs.js";
import { Failure, YAML_RULE } from "../../core/problem.js";
import { readYaml, Unreadable } from "../../core/yaml.js";

export interface Shape {
  name: string;
  schema: Schema;
  /** Relative to the spec folder, with forward slashes. */
  file: string;
}

export interface KnownOperation extends WholeOperation {
  webhook: boolean;
  /** Its entry in navigation.yaml. */
  entry: NavigationEntry | undefined;
}

export interface KnownContract {
  document: Document;
  operations: KnownOperation[];
  shapes: Map<string, Shape>;
  /** The scalar schemas of each name, also those of list items. */
  scalars: Map<string, Schema[]>;
  navigation: NavigationEntry[];
}

/** @throws Failure with code 2 if the folder or its navigation.yaml cannot be read */
export async function readContract(folder: SpecFolder): Promise<KnownContract> {
  const navigation = openNavigation(folder.dir);
  const { bundle } = await bundleSpec(folder);
  // The outline of a bundle is OpenAPI. What is used below that is checked.
  const document = bundle.parsed as Document;
  return {
    document,
    operations: knownOperations(document, navigation),
    shapes: shapesIn(document, folder),
    scalars: scalarsByName(document),
    navigation,
  };
}

/** @throws Failure with code 2 if the file is missing or is not YAML */
export function readYamlFile(file: string): unknown {
  const text = readText(file);
  try {
    return readYaml(text).value;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { message, line } = error;
    const problem = { file: shownPath(file), line, column: 1, rule: YAML_RULE, message, fix: "Correct the YAML." };
    throw new Failure(2, "The contract cannot be read.", [problem]);
  }
}

function knownOperations(document: Document, navigation: readonly NavigationEntry[]): KnownOperation[] {
  return (["paths", "webhooks"] as const).flatMap((section) =>
    [...operationsOf(document[section], targetIn(document))].map((one) => {
      const webhook = section === "webhooks";
      return { ...one, webhook, entry: navigation.find((entry) => isAbout(entry, { ...one, webhook })) };
    }),
  );
}

/** Every shape that has a file, also those that no operation uses and that the bundle does not have. */
function shapesIn(document: Document, { dir }: SpecFolder): Map<string, Shape> {
  const bundled = document.components?.["schemas"] ?? {};
  const files = filesBelow(path.join(dir, "components", "schemas")).filter(isYaml);
  return new Map(
    files.map((file) => {
      const name = nameIn(file);
      const schema = bundled[name] ?? withBundledReferences(readYamlFile(file));
      return [name, { name, schema: isObject(schema) ? schema : {}, file: slashed(path.relative(dir, file)) }];
    }),
  );
}

const nameIn = (file: string): string => path.posix.basename(slashed(file)).replace(/\.ya?ml$/, "");

function withBundledReferences(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withBundledReferences);
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "$ref" && typeof value === "string"
        ? `#/components/schemas/${nameIn(value)}`
        : withBundledReferences(value),
    ]),
  );
}

export const isScalarType = (type: string): boolean => ["string", "integer", "number", "boolean"].includes(type);
const isScalar = (schema: Schema): boolean => typesOf(schema).some(isScalarType);

function scalarsByName(document: Document): Map<string, Schema[]> {
  const found = new Map<string, Schema[]>();
  const note = (name: string, schema: Schema): void => {
    const values = valuesIn(alone(schema), referredIn(document), { deep: false });
    const scalars = ["", itemOf("")].flatMap((place) => values.get(place) ?? []).filter(isScalar);
    found.set(name, [...(found.get(name) ?? []), ...scalars]);
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!isObject(node)) return;
    const { properties, schema, name, example, examples: _, ...rest } = node;
    if (isObject(properties)) {
      for (const [key, property] of Object.entries(properties)) if (isObject(property)) note(key, property);
    }
    if (typeof name === "string" && isObject(schema)) {
      note(name, example === undefined ? schema : { ...schema, examples: [example] });
    }
    visit(Object.values(rest));
    visit(schema);
    if (isObject(properties)) visit(Object.values(properties));
  };
  visit(document);
  return found;
}

/** The most frequent value; the first one if there are several. */
export function usual<T>(found: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const one of found) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}
