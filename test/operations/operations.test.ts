// `pandapon operations`: the list, its filters and how it fits a terminal.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { run } from "../../scripts/dist/cli/main.js";
import { operations, webhooks } from "../support/bundle.js";
import { pandapon, smallSpec, temporaryFolder } from "../support/workspace.js";

interface Listed {
  kind: string;
  operationId: string;
  method: string;
  path: string;
  effect?: string;
}

async function list(...args: string[]): Promise<{ code: number | null; source: string; operations: Listed[] }> {
  const { code, stdout } = await pandapon(["operations", ...args, "--json"], temporaryFolder());
  return { code, ...(JSON.parse(stdout) as { source: string; operations: Listed[] }) };
}

/** What the command prints in a terminal of this width. */
async function inTerminal(columns: number, ...args: string[]): Promise<string[]> {
  let printed = "";
  const stdout = { isTTY: true, columns, write: (text: string) => (printed += text) };
  const code = await run(["operations", ...args], {
    stdout,
    stderr: { write: () => undefined },
    env: { NO_COLOR: "" },
  });
  expect(code).toBe(0);
  return printed.trimEnd().split("\n");
}

test("lists every operation and webhook of the installed bundle", async () => {
  const listed = await list();
  expect(listed.source).toMatch(/^pandapon-openapi \d+\.\d+\.\d+$/);
  expect(listed.operations.map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual(
    [...operations.map(({ path }) => `operation ${path}`), ...webhooks.map(({ path }) => `webhook ${path}`)].sort(),
  );
  expect(listed.operations.find(({ operationId }) => operationId === "taobao.refunds.cancel")).toEqual({
    kind: "operation",
    operationId: "taobao.refunds.cancel",
    method: "GET",
    path: "/open/order/refund/cancel/{refundId}",
    effect: "write",
    summary: "Cancel an after-sales case",
    tags: ["taobao-after-sales"],
  });
});

const FILTERS: [args: string[], ids: string[]][] = [
  [["alibaba.refunds.*"], ["alibaba.refunds.create", "alibaba.refunds.submitReturn", "alibaba.refunds.get"]],
  [["*.refunds.get"], ["alibaba.refunds.get", "taobao.refunds.get"]],
  [
    ["freight.b*", "freight.book", "addresses.*"],
    ["addresses.save", "freight.book"],
  ],
  [["{addresses,freight}.{save,book}"], ["addresses.save", "freight.book"]],
  [["webhooks.alibaba.*"], ["webhooks.alibaba.orderPriceModified"]],
  [["--search", "chat"], ["taobao.orders.getChatLink"]],
  [["--search", "GET after-sales Case", "alibaba.*"], ["alibaba.refunds.get"]],
  [["--search", "/open/cart/add"], ["taobao.cart.add"]],
  [["--search", "taobao-after-sales parcel"], ["taobao.refunds.submitLogistics"]],
];

test.each(FILTERS)("%j chooses these", async (args, ids) => {
  const { operations: found } = await list(...args);
  expect(found.map(({ operationId }) => operationId)).toEqual(ids);
});

const NOTHING: [args: string[], message: string][] = [
  [["taobao.refunds.lst"], '"taobao.refunds.lst" matches no operation. Did you mean taobao.refunds.list?'],
  [["alibaba.refund.*"], '"alibaba.refund.*" matches no operation. Did you mean alibaba.refunds.*?'],
  [["freight.*", "Alibaba"], '"Alibaba" matches no operation. Did you mean alibaba.*?'],
  [[""], '"" matches no operation. Run `pandapon operations` for the list.'],
  [["*parrot*"], '"*parrot*" matches no operation. Run `pandapon operations` for the list.'],
  [["["], '"[" matches no operation.'],
  [["--search", "refnds"], 'No operation has the words "refnds". Did you mean alibaba.refunds.create?'],
  [["freight.*", "--search", "refund"], 'No operation has the words "refund" among the 3 that the globs match.'],
];

test.each(NOTHING)("%j matches nothing: exit 1 and the nearest name", async (args, message) => {
  const ran = await pandapon(["operations", ...args], temporaryFolder());
  expect(ran).toMatchObject({ code: 1, stdout: "" });
  expect(ran.stderr).toContain(message);
  expect(JSON.parse((await pandapon(["operations", ...args, "--json"], temporaryFolder())).stdout)).toMatchObject({
    ok: false,
    message: expect.stringContaining(message) as string,
  });
});

test.each([40, 80, 120])(
  "a terminal of %i columns shows one line per operation, and what it listed",
  async (columns) => {
    const lines = await inTerminal(columns);
    expect(lines).toHaveLength(operations.length + webhooks.length + 1);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(columns);
    expect(lines.at(-1)).toMatch(/^\d+ operations in /);
  },
);

test("a line that fits is complete, and a summary that does not is cut", async () => {
  expect((await inTerminal(160, "freight.book"))[0]).toBe(
    "freight.book  write  POST  /open/pp/logistics/orderBookingFreight  Book international freight",
  );
  expect((await inTerminal(80, "freight.book"))[0]).toBe("freight.book  write  Book international freight");
  expect(await inTerminal(32, "freight.book")).toEqual([
    "freight.book  write  Book inter…",
    expect.stringMatching(/^1 of \d+ operations in /),
  ]);
});

test("a pipe gets whole lines and nothing else", async () => {
  const { stdout, stderr } = await pandapon(["operations", "freight.*"], temporaryFolder());
  expect(stdout).toBe(
    [
      "freight.book                     write  POST  /open/pp/logistics/orderBookingFreight  Book international freight",
      "freight.preview                  read   POST  /open/pp/logistics/orderRenderFreight   Preview the international freight for an order",
      "freight.updateDomesticLogistics  write  POST  /open/pp/logistics/updateLogisticInfo   Report the domestic parcels",
      "",
    ].join("\n"),
  );
  expect(stderr).toBe("");
});

test("in the folder of a contract it lists that contract, and says so", async () => {
  const spec = smallSpec();
  const { stdout } = await pandapon(["operations", "--json"], path.dirname(spec));
  expect(JSON.parse(stdout)).toMatchObject({ source: "spec" });
  const named = await pandapon(["operations", "--spec", spec], temporaryFolder());
  expect(named.stdout).toMatch(/^shop\.\S+ +read +/m);
});

test("the bundle is that of the package in the working folder", async () => {
  const dir = temporaryFolder();
  const installed = path.join(dir, "node_modules/pandapon-openapi");
  mkdirSync(installed, { recursive: true });
  const exports = { "./openapi.json": "./openapi.json", "./package.json": "./package.json" };
  writeFileSync(path.join(installed, "package.json"), JSON.stringify({ version: "9.8.7", exports }));
  const paths = { "/one": { get: { operationId: "one.get", summary: "One\u001B[31m", "x-effect": "read" } } };
  writeFileSync(path.join(installed, "openapi.json"), JSON.stringify({ openapi: "3.1.1", paths }));
  const { stdout } = await pandapon(["operations"], dir);
  expect(stdout).toBe("one.get  read  GET  /one  One\\u001b[31m\n");
});
