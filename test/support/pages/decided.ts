// The contract with decisions for what no page shows: a Markdown page leaves nothing open, so it can agree only with such a contract.
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";

/** Fields that may be in one of two places: the second place is removed, and the entries that accept it. */
const DECIDED: [file: string, ...ways: (string | number)[][]][] = [
  [
    "paths/open/pp/logistics/orderBookingFreight.yaml",
    ["post", "x-evidence", "accepted"],
    [
      "post",
      "requestBody",
      "content",
      "application/json",
      "schema",
      "properties",
      "tmallOrderInfo",
      "properties",
      "remark",
    ],
  ],
];

/**
 * Copies the contract and decides what it leaves open: a field whose mark no page shows is optional, and a field that may be in one of two places
 * is in the first.
 * @param spec the contract's folder
 * @param target the folder to copy to
 * @returns the target
 */
export function decidedSpec(spec: string, target: string): string {
  cpSync(spec, target, { recursive: true, filter: (file) => path.basename(file) !== "pages" });
  for (const [name, ...ways] of DECIDED) {
    const file = path.join(target, name);
    const document = parseDocument(readFileSync(file, "utf8"));
    for (const way of ways) if (!document.deleteIn(way)) throw new Error(`nothing at ${way.join("/")} of ${name}`);
    writeFileSync(file, document.toString({ lineWidth: 0 }));
  }
  for (const name of readdirSync(target, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".yaml")) continue;
    const file = path.join(target, name);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replaceAll(/^ *x-required: unknown\n/gm, ""));
  }
  return target;
}
