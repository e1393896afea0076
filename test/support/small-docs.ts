// The small contract with what a docs site needs beside it: a section, the order of the work, and a language.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeSmallSpec, type Edit } from "./workspace.js";

/** The digest of an English text, as `of` of its translation has it. */
export const digest = (text: string): string =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n").trim()).digest("hex").slice(0, 8);

const SECTION = "# First steps\n\nCall [the list](operation:shop.orders.list).\n";

/** A translated text of a .yaml file. */
export const translated = (english: string, text: string): string =>
  `{ of: "${digest(english)}", text: ${JSON.stringify(text)} }`;

const FILES: Readonly<Record<string, string>> = {
  "docs/10-first-steps.md": SECTION,
  "docs/order.yaml": "- shop.orders.cancel\n- shop.orders.list\n",
  "translations/vi/docs/10-first-steps.md": `---\nof: "${digest(SECTION)}"\n---\n\n# Bước đầu\n\nGọi [danh sách](operation:shop.orders.list).\n`,
  "translations/vi/operations.yaml": `operations:
  shop.orders.list:
    summary: ${translated("List orders", "Liệt kê đơn hàng")}
    description: ${translated("Lists the orders of a shop, page by page.", "Liệt kê đơn hàng của cửa hàng.")}
    parameters:
      shopId:
        description: ${translated("The shop.", "Cửa hàng.")}
`,
  "translations/vi/words.yaml": `language: ${translated("English", "Tiếng Việt")}
untranslatedMark: ${translated("(EN)", "(chưa dịch)")}
untranslated: ${translated("Texts marked with (EN) are not translated yet.", "Văn bản có (chưa dịch) chưa được dịch.")}
`,
};

/** Writes it to `spec` in a folder, and changes of its files: a text, or undefined for a file that is missing. */
export function writeSmallDocs(
  dir: string,
  changes: Readonly<Record<string, string | undefined>> = {},
  ...edits: Edit[]
): void {
  writeSmallSpec(path.join(dir, "spec"), ...edits);
  for (const [name, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === undefined) continue;
    const file = path.join(dir, "spec", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
