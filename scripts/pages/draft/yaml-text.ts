// Writes YAML in the style of the contract: block style, short lists on one line, quotes if a text could be read as another type.
import { load } from "js-yaml";
import { Document, isMap, isScalar, Scalar, visit } from "yaml";

/** Lists and maps whose JSON is shorter than this are written on one line. */
const LIST = 60;
const MAP = 100;

/** @param name a file name with the extension of its language */
export async function yamlText(name: string, value: unknown): Promise<string> {
  const { format } = await import("prettier");
  return format(plainYaml(value), { filepath: name, printWidth: 120, endOfLine: "lf" });
}

/** Maps of plain values under these keys are written on one line. */
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

/** Whether YAML 1.1 and 1.2 both read a text without quotes as text. */
function isPlain(text: string): boolean {
  if (/^(?:y|n|yes|no|on|off|true|false|null|~)$/i.test(text) || /^[\d+.-][\d_.:,eExX+-]*$/.test(text)) return false;
  try {
    return load(text) === text;
  } catch {
    return false;
  }
}
