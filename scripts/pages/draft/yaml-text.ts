// Writes YAML in the style of the contract: short lists on one line, and quotes if YAML 1.1 could read a text as another type.
import { Document, isScalar, visit } from "yaml";

/** A list whose JSON is shorter than this is written on one line. */
const SHORT = 60;

export function yamlText(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Seq(_key, node) {
      node.flow = node.items.every(isScalar) && JSON.stringify(node).length < SHORT;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}
