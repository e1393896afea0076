// Takes integers that are too long for a JavaScript number through a tool that would round them.
import { writeJson } from "./exact-json.js";

export interface Placeholders {
  /** The document, with a unique text in the place of each integer beyond 2^53. */
  document: unknown;
  /**
   * Puts the digits into a text that the tool made. A JSON string that is a placeholder as a whole becomes the bare integer:
   * `{"id": "…"}` becomes `{"id": 2542285634920880794}`. Anywhere else a placeholder becomes its digits.
   */
  restore: (text: string) => string;
}

/**
 * Replaces every integer beyond 2^53 of a document that was read exactly, as `readYaml` and `readJson` do.
 * A placeholder has only letters, digits and hyphens, so it needs no escape in JSON, HTML or a URL.
 */
export function withPlaceholders(document: unknown): Placeholders {
  const mark = unusedIn(writeJson(document));
  const integers: bigint[] = [];
  const replaced = JSON.stringify(document, (_, value: unknown) =>
    typeof value === "bigint" ? `${mark}${integers.push(value) - 1}-` : value,
  );
  const pattern = new RegExp(`"${mark}(\\d+)-"|${mark}(\\d+)-`, "g");
  return {
    document: JSON.parse(replaced),
    restore: (text) =>
      text.replace(pattern, (whole, quoted?: string, bare?: string) =>
        String(integers[Number(quoted ?? bare)] ?? whole),
      ),
  };
}

/** The beginning of all placeholders. The document does not hold it. */
function unusedIn(text: string): string {
  let mark = "long-integer-";
  while (text.includes(mark)) mark = `x-${mark}`;
  return mark;
}
