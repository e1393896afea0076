// Writes YAML in the style of the contract: short lists on one line, and quotes if YAML 1.1 could read a text as another type.
import { Document, isScalar, visit } from "yaml";
import { REFERENCE } from "./shapes.js";

/** A list whose JSON is shorter than this is written on one line. */
const SHORT = 60;

/** @param refTo the `$ref` that leads to a component */
export function yamlText(value: unknown, refTo = (name: string): string => name): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Seq(_key, node) {
      node.flow = node.items.every(isScalar) && JSON.stringify(node).length < SHORT;
    },
    Pair(_key, { key, value: node }) {
      if (!isScalar(key) || key.value !== "$ref" || !isScalar(node)) return;
      const text = String(node.value);
      if (text.startsWith(REFERENCE)) node.value = refTo(text.slice(REFERENCE.length));
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
