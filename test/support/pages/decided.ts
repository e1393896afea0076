// The contract as a Markdown page can bear it out: what no page shows is decided, since that form leaves nothing open.
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseDocument } from "yaml";

/** Places that are open between two: the second one goes, and what accepts it. */
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
  [
    "webhooks/TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY.yaml",
    ["post", "x-evidence", "accepted", 2],
    ["post", "x-evidence", "accepted", 1],
  ],
  ["components/schemas/taobao/TaobaoPriceChange.yaml", ["properties", "purchaseOrderPriceDTO"]],
];

/**
 * Copies the contract and decides what it leaves open: a field of which no page shows the mark is optional, and one that stands in one of two places
 * stands in the first.
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
