// What the x- fields of a schema say, in words.
import { writeJson } from "../../core/exact-json.js";
import { listIn, objectOf, type Node } from "../../core/node.js";
import { codeSpan, webAddress } from "../site/markdown.js";
import { fill, wordOf, type Words } from "../site/words.js";

/** Values as Markdown shows them. */
export const shownValues = (values: readonly unknown[]): string =>
  values.map((value) => codeSpan(typeof value === "string" ? value : writeJson(value))).join(", ");

/**
 * The sentences about a field that follow its description.
 * @param schema a schema or a parameter of the bundle
 * @param isRequired whether its operation requires it: then nothing is said of an unknown mark
 */
export function fieldNotes(schema: Node, words: Words, isRequired: boolean): string[] {
  const { basis, page } = objectOf(schema["x-evidence"]);
  const unit = wordOf(words, "unit", schema["x-unit"]);
  const known = listIn(schema["x-extensible-enum"]);
  const basisText = wordOf(words, "basis", basis);
  const from = typeof page === "string" ? ` ${fill(words.basisPage, { page: webAddress(page) })}` : "";
  return [
    !isRequired && schema["x-required"] === "unknown" ? words.markUnknownNote : undefined,
    unit && fill(words.unit, { unit }),
    known.length > 0 ? fill(words.knownValues, { values: shownValues(known) }) : undefined,
    schema["x-open"] === true ? words.open : undefined,
    schema["x-alternative"] === "body" ? words.alternativeBody : undefined,
    schema["x-id"] === "text" ? words.textId : undefined,
    basisText && basisText + from,
  ].filter((note) => note !== undefined);
}
