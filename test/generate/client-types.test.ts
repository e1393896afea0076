// What `pandapon generate` writes for a consumer compiles under the TypeScripts that people have, with their strictest options.
import path from "node:path";
import { generate } from "pandapon-codegen";
import { expect, test } from "vitest";
import { compilers, tsc } from "../support/compilers.js";
import { consumer, writeAll } from "../support/consumer.js";

const OPTIONS = {
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noPropertyAccessFromIndexSignature: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: false,
  // The compiler's own declarations are not ours: checking them takes most of the time.
  skipDefaultLibCheck: true,
  noEmit: true,
  target: "es2022",
  lib: ["es2022", "dom", "dom.iterable"],
  types: [],
};

interface Setup {
  module: string;
  moduleResolution?: string;
  verbatimModuleSyntax?: boolean;
  /** The versions of TypeScript that have it. */
  in?: readonly string[];
}

const SETUPS: Setup[] = [
  { module: "esnext", moduleResolution: "bundler" },
  { module: "nodenext" },
  // What reads no `exports` of a package. It cannot hold imports as they are written.
  { module: "commonjs", moduleResolution: "node10", verbatimModuleSyntax: false, in: ["5.9"] },
];

const CLIENTS = {
  refunds: { include: ["alibaba.refunds.*"] },
  // Only lists: no type of a plain call is needed.
  lists: { include: ["alibaba.products.search*"], request: true },
  warehouse: { include: ["freight.*"] },
  paths: { include: ["alibaba.refunds.*", "freight.book", "taobao.refunds.list"], style: "paths", request: true },
  types: { include: ["taobao.refunds.*", "webhooks.taobao.*"], style: "types" },
  messages: { include: ["webhooks.*"] },
  corrected: { include: ["alibaba.refunds.*"], overlays: ["corrected.yaml"] },
  // No type of the contract is needed, and `new` is a word of TypeScript.
  bare: { include: ["shop.new"], overlays: ["corrected.yaml"] },
  all: {},
} as const;

/** Adds an operation, renames a field, changes a type, and uses the forms of spec/. */
const OVERLAY = `
overlay: 1.1.0
info: { title: Own corrections, version: "1" }
actions:
  - target: $.paths
    update:
      "/new":
        get: { operationId: shop.new, summary: Make one, x-effect: read, responses: { "200": { description: ok } } }
      "/refund/{list}":
        $ref: "#/components/pathItems/Refunds"
  - target: $.components
    update:
      pathItems:
        Refunds:
          get:
            operationId: alibaba.refunds.list
            summary: Ends */ a comment \`here\`
            x-effect: read
            parameters:
              - { name: list, in: path, required: true, schema: { type: string, description: "*/ and\r\nmore" } }
              - { name: orderId, in: query, required: true, schema: { type: [integer, string], format: int64, examples: ["2542285634920880794"] } }
            responses:
              "200":
                description: ok
                content:
                  application/json:
                    schema:
                      type: object
                      required: [code, data]
                      properties:
                        code: { type: integer, format: int32 }
                        data:
                          type: object
                          required: [ids, state, constructor, "it's"]
                          properties:
                            ids: { type: array, items: { type: [integer, "null"], format: int64 } }
                            state: { type: string, enum: [open, closed] }
                            constructor: { type: boolean }
                            "it's": { type: integer, format: int32 }
  - target: $.components.schemas.AlibabaRefundsGetRequest.properties
    update:
      caseId: { type: string }
  - target: $.components.schemas.AlibabaRefundsGetRequest.properties.refundId
    remove: true
`;

const PROGRAM = `
import { createPandaPon, PandaPonError, type Input, type Result } from "./refunds/index.js";
import { createPandaPon as forLists, type Item, type ListId } from "./lists/index.js";
import { createPandaPon as forWarehouse } from "./warehouse/index.js";
import { createClient } from "./paths/index.js";
import type { OperationTypes, webhooks } from "./types/index.js";
import { webhookTable } from "./messages/index.js";
import { createPandaPon as corrected } from "./corrected/index.js";
import { createPandaPon as bare } from "./bare/index.js";
import { createPandaPon as forAll, operationTable } from "./all/index.js";

const { alibaba } = createPandaPon({ accessKey: "k", accessSecret: "s", userId: "1" });
const input: Input<"alibaba.refunds.get"> = { refundId: "TQ1" };
export const refund: Promise<Result<"alibaba.refunds.get"> | null> = alibaba.refunds.get(input).catch((error: unknown) => {
  if (error instanceof PandaPonError) return null;
  throw error;
});
// @ts-expect-error an id is text
alibaba.refunds.get({ refundId: 1 });
// @ts-expect-error not selected
alibaba.orders;
// @ts-expect-error not selected
export type Order = Input<"alibaba.orders.get">;
// @ts-expect-error not selected
createPandaPon().request;

export async function program(): Promise<void> {
for await (const offer of forLists().alibaba.products.search({ keyword: "T" }).items()) {
  const item: Item<"alibaba.products.search"> = offer;
  const id: string | null | undefined = item.offerId;
  void id;
}
const list: ListId = "alibaba.products.search";
const answer: Promise<unknown> = forLists().request("GET", "/a/path", { id: 1n });
const booked = forWarehouse({ signWarehouse: () => ({ timestamp: "1", sign: "2" }) }).freight.book;

const client = createClient();
const { data, error } = await client.POST("/alibaba/refund/info", { body: { refundId: "TQ1" } });
const id: string | undefined = data?.data?.orderId ?? error?.kind;
// @ts-expect-error not selected
client.POST("/alibaba/order/detail", {});
const any = client.request("GET", "/a/path");

const ids: (keyof OperationTypes)[] = ["taobao.refunds.get"];
const key: keyof webhooks = "TAOBAO_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY";
const message: "webhooks.alibaba.orderPriceModified" = webhookTable["1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY"].operationId;
const path: "/alibaba/refund/info" = operationTable["alibaba.refunds.get"].path;
const refunds = await corrected().alibaba.refunds.list({ list: "a", orderId: 2542285634920880794n });
const values: [(string | null)[], "open" | "closed", boolean, number] = [refunds.ids, refunds.state, refunds.constructor, refunds["it's"]];
void corrected().alibaba.refunds.get({ caseId: "TQ1" });
// @ts-expect-error renamed
void corrected().alibaba.refunds.get({ refundId: { a: 1 } });
const made: Promise<unknown> = bare().shop.new();
void forAll().taobao.refunds.list({ pageSize: 1 }).pages();
void [made, list, answer, booked, client, id, any, ids, key, message, path, refunds, values];
}
`;

test("every style compiles", async () => {
  const dir = consumer(
    {},
    { "package.json": `{ "type": "module" }`, "program.ts": PROGRAM, "corrected.yaml": OVERLAY },
  );
  for (const [out, config] of Object.entries(CLIENTS)) {
    writeAll(dir, { [`${out}.config.json`]: JSON.stringify({ out, ...config }) });
    await generate({ config: path.join(dir, `${out}.config.json`) });
  }
  for (const compiler of compilers) {
    for (const { in: versions, ...setup } of SETUPS) {
      if (versions?.includes(compiler.version) === false) continue;
      const erasable = compiler.version >= "5.8" ? { erasableSyntaxOnly: true } : {};
      const name = `tsconfig.${compiler.version}.${setup.module}.json`;
      const options = { ...OPTIONS, ...setup, ...erasable };
      writeAll(dir, { [name]: JSON.stringify({ compilerOptions: options, files: ["program.ts"] }) });
      const { code, stdout } = await tsc(compiler, ["-p", name], dir);
      expect({ name, code, stdout }).toEqual({ name, code: 0, stdout: "" });
    }
  }
});
