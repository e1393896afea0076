// Writes YAML as the contract's files are written: blocks, short lists of words on one line, quotes where a reader could take text for something else.
import { load } from "js-yaml";
import { Document, isMap, isScalar, Scalar, visit } from "yaml";
import { format } from "../../core/format.js";

/** Lists and maps shorter than this, as JSON, stay on one line wherever they stand. */
const LIST = 60;
const MAP = 100;

/** @param name a file name, whose ending says the language */
export const yamlText = (name: string, value: unknown): Promise<string> => format(name, plainYaml(value));

/** Maps of plain values that stand on one line under these keys. */
const ON_ONE_LINE = new Set(["x-evidence", "x-pagination", "x-success"]);

/** The text before formatting. */
export function plainYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === "string" && !isPlain(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
    Seq(_key, node) {
      node.flow = node.items.every(isScalar) && lengthOf(node) < LIST;
    },
    Pair(_key, { key, value: node }) {
      if (!isMap(node) || !isScalar(key) || !ON_ONE_LINE.has(String(key.value))) return;
      node.flow = node.items.every((one) => isScalar(one.value)) && lengthOf(node) < MAP;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

const lengthOf = (node: unknown): number => JSON.stringify(node).length;

/** Whether every reader of YAML, old and new, takes a bare text for text. */
function isPlain(text: string): boolean {
  if (/^(?:y|n|yes|no|on|off|true|false|null|~)$/i.test(text) || /^[\d+.-][\d_.:,eExX+-]*$/.test(text)) return false;
  try {
    return load(text) === text;
  } catch {
    return false;
  }
}
