// What an editor shows for a call: the contract's descriptions, with units and the link to PandaPon's page.
import { createRequire } from "node:module";
import path from "node:path";
import { expect, test } from "vitest";
import type TypeScript from "typescript-6";
import { ROOT } from "../support/workspace.js";

// TypeScript 5.9, which the tool chain pins and most editors have. Its types are taken from 6.0, which declares what is used here alike.
const ts = createRequire(path.join(ROOT, "scripts/package.json"))("typescript") as typeof TypeScript;

/** Each comment marks the word after it. The editor's pointer is on that word. */
const PROGRAM = `
import { createClient, createPandaPon } from "pandapon-openapi";
const pandapon = createPandaPon({ /*option*/timeoutMs: 1 });
const client = createClient();
const addressParam = { fullName: "", mobile: "", phone: "", cityText: "", provinceText: "", townText: "", address: "" };
const rest = { orderId: "1", orderEntryIds: ["1"], disputeRequest: "refund", applyCarriage: 0, applyReasonId: "1", description: "late", goodsStatus: "refundWaitSellerSend" };

const created = await pandapon.alibaba.refunds./*method*/create({ ...rest, /*input*/applyPayment: 1990 });
created./*result*/refundId;
pandapon.taobao.refunds.list({ pageSize: 20 })./*items*/items();
await pandapon.taobao.refunds.cancel({ /*parameter*/refundId: "1" }, { /*call option*/timeoutMs: 1 });

const { data, error } = await client./*path method*/POST("/alibaba/refund/detail/create", { body: { ...rest, /*path input*/applyPayment: 1990 } });
data?.data?./*path result*/refundId;
error?./*kind*/kind;

const order = await pandapon.alibaba.orders./*checked*/create({ flow: "general", addressParam, cargoParamList: [] });
order?./*upstream*/orderId;
const found = await pandapon.alibaba.products.search({ /*unknown mark*/keyword: "T恤" });
found?.data?.[0]?./*client*/monthSold;
pandapon./*request*/request("POST", "/a/path", { orderId: 1n }, { /*effect*/effect: "read" });
pandapon.request("POST", "/*path*/");
pandapon.request("POST", "/alibaba/refund/info", { /*inputs*/ });
pandapon./*user*/with({ userId: "1" });
pandapon.taobao.orders.create({ /*JSON text*/orderLineList: [], receiver: {}, /*amount*/purchaseAmount: 1 });
await pandapon.alibaba.orders.cancel({ webSite: "1688", /*id*/orderId: 2542285634920880794n, cancelReason: "" });
`;

const FEN = "Amount to refund, in fen, without freight.";
const HOVERED: [mark: string, type: string, words: string][] = [
  ["method", "Call<Result<", "Opens an after-sales case on a 1688 order"],
  ["method", "create(input: Input<", "`POST /alibaba/refund/detail/create`. A write:"],
  ["method", "alibaba.refunds.create", "https://doc.pandapon.com/api-250313120 PandaPon's page"],
  ["input", "applyPayment: number", FEN],
  ["result", "refundId?: string | null | undefined", "The new after-sales case. Ids of this kind begin with `TQ`."],
  ["items", "AsyncGenerator<", "The records one by one, from the page that the call asked for."],
  ["parameter", "refundId: string", "The case to cancel."],
  ["call option", "timeoutMs?: number | undefined", "Replaces the `timeoutMs` of the client, in milliseconds."],
  ["option", "timeoutMs?: number | undefined", "in milliseconds"],
  ["path method", "/alibaba/refund/detail/create", "Calls a POST operation by its path."],
  ["path input", "applyPayment: number", FEN],
  ["path result", "refundId?: string | null | undefined", "The new after-sales case."],
  ["checked", "create(input: Input<", "If the outcome is unknown, no read is known that tells it."],
  ["upstream", "orderId?: string | null | undefined", "Not shown by PandaPon; from the 1688 open platform."],
  ["unknown mark", "keyword?: string", "Whether it is required is not known."],
  ["client", "monthSold?:", "Not shown by PandaPon; read by a client of this API."],
  ["JSON text", "orderLineList:", "Give the value; it is sent as text."],
  ["amount", "purchaseAmount: number", "in fen"],
  ["id", "orderId: Int64Input", "2542285634920880794n"],
  [
    "request",
    'request<"POST", "/a/path">',
    "A path of the contract, as template or filled in, has the types and the rules of its",
  ],
  ["effect", '"read" | "write" | undefined', "A read is retried after a temporary failure. Default: `write`."],
  ["user", "with(user: {", "Makes the same client for another sub-account."],
  ["kind", "PandaPonErrorKind | undefined", "Why the call failed."],
];

// The file exists only in memory. At this path, the package can be imported by its own name.
const FILE = path.join(ROOT, "test/types/hovered.ts");
const service = ts.createLanguageService({
  getCompilationSettings: () => ({
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  }),
  getScriptFileNames: () => [FILE],
  getScriptVersion: () => "1",
  getScriptSnapshot(name) {
    const text = name === FILE ? PROGRAM : ts.sys.readFile(name);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => ROOT,
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: ts.sys.fileExists,
  readFile: ts.sys.readFile,
});

test("the program compiles under TypeScript 5.9", () => {
  expect(ts.version).toMatch(/^5\.9\./);
  expect(service.getSemanticDiagnostics(FILE).map((diagnostic) => diagnostic.messageText)).toEqual([]);
});

test.each(HOVERED)("%s: shows the type %s and the words: %s", (mark, type, words) => {
  const pointer = `/*${mark}*/`;
  const info = service.getQuickInfoAtPosition(FILE, PROGRAM.indexOf(pointer) + pointer.length);
  const tags = info?.tags?.map((tag) => ts.displayPartsToString(tag.text)) ?? [];
  expect(ts.displayPartsToString(info?.displayParts)).toContain(type);
  const comment = [ts.displayPartsToString(info?.documentation), ...tags].join("\n");
  expect(comment).toContain(words);
  // The type says it.
  expect(comment).not.toContain("Format:");
});

test.each([
  ["path", ["/alibaba/refund/info", "/open/order"], "/open/product/get"],
  ["inputs", ["refundId"], "orderId"],
])("`request` suggests the %s of the contract", (mark, some, other) => {
  const place = PROGRAM.indexOf(`/*${mark}*/`) + (mark === "inputs" ? `/*${mark}*/`.length : 0);
  const names = service.getCompletionsAtPosition(FILE, place, undefined)?.entries.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(some));
  expect(names).not.toContain(other);
});
