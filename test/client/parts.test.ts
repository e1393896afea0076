// The parts of a client: what it can do with each of them and not without, and what a bundle holds.
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import type * as core from "../../dist/src/core/index.js";
import { anyRequest, createClient, createPandaPon, listPages, warehouseSigning } from "../../dist/src/core/index.js";
import { operationTable, PandaPonError, type OperationTable } from "../../dist/src/index.js";
import { credentials, failureOf } from "../support/calls.js";
import { ok, serve } from "../support/server.js";
import { ROOT } from "../support/workspace.js";

const LIST = "taobao.refunds.list";
const WAREHOUSE = "freight.book";
const PLAIN = "alibaba.refunds.get";
const plain: OperationTable = { [PLAIN]: operationTable[PLAIN] };
const list: OperationTable = { [LIST]: operationTable[LIST] };
const warehouse: OperationTable = { [WAREHOUSE]: operationTable[WAREHOUSE] };

/** As plain JavaScript makes a client: with any parts. */
type Make = (options: object, table: OperationTable, parts?: unknown) => Client;
interface Client {
  request?: (method: string, path: string, input?: object, options?: object) => Promise<unknown>;
  with: (user: object) => Client;
  POST: (path: string, init: object) => Promise<unknown>;
  freight: { book: (input: object) => Promise<unknown> };
  taobao: { refunds: { list: (input: object) => Promise<unknown> & { items: () => AsyncIterable<unknown> } } };
}
const makers: [name: string, make: Make, book: (client: Client) => Promise<unknown>][] = [
  ["createPandaPon", createPandaPon as unknown as Make, (client) => client.freight.book({})],
  [
    "createClient",
    createClient as unknown as Make,
    (client) => client.POST(operationTable[WAREHOUSE].path, { body: {} }),
  ],
];

const thrownBy = (make: () => unknown): unknown => {
  try {
    return make();
  } catch (thrown) {
    return thrown;
  }
};

describe.each(makers)("%s", (_, make, book) => {
  const to = (url: string, table: OperationTable, parts?: unknown, options?: object): Client =>
    make({ ...credentials, baseUrl: url, ...options }, table, parts);
  const signWarehouse = () => ({ timestamp: "1", sign: "s" });

  test.each([[undefined], [{}], [null], [{ lists: listPages, request: undefined }]])(
    "has no method `request` with the parts %o, for any user",
    (parts) => {
      const client = to("http://127.0.0.1", plain, parts);
      expect("request" in client).toBe(false);
      expect("request" in client.with({ userId: "2" })).toBe(false);
    },
  );

  test("calls any path with anyRequest, for any user", async () => {
    const { url, requests } = await serve(ok({}));
    const client = to(url, plain, { request: anyRequest });
    await client.request?.("GET", "/some/path");
    await client.with({ userId: "2" }).request?.("POST", operationTable[PLAIN].path, { refundId: "1" });
    expect(requests.map((one) => [one.method, one.url, one.headers["user-id"]])).toEqual([
      ["GET", "/some/path", credentials.userId],
      ["POST", operationTable[PLAIN].path, "2"],
    ]);
  });

  test.each<[parts: unknown]>([[undefined], [{}], [{ lists: listPages, request: anyRequest }]])(
    "sends nothing to the warehouse with the parts %o",
    async (parts) => {
      const { url, requests } = await serve(ok({}));
      const client = to(url, warehouse, parts, { signWarehouse });
      const error = await failureOf(book(client));
      expect(error).toMatchObject({ kind: "input", operation: WAREHOUSE, outcome: "not-sent", attempts: 0 });
      expect(error.message).toContain("`warehouse` is missing: pass warehouseSigning");
      expect(requests).toHaveLength(0);
    },
  );

  test("calls the warehouse with warehouseSigning", async () => {
    const { url, requests } = await serve(ok({}));
    await book(to(url, warehouse, { warehouse: warehouseSigning }, { signWarehouse }));
    expect(requests.map((one) => one.url)).toEqual([`${operationTable[WAREHOUSE].path}?timestamp=1&sign=s`]);
  });

  test("`request` needs the part of the warehouse only for a path that the warehouse signs", async () => {
    const { url, requests } = await serve(ok({}));
    const client = to(url, plain, { request: anyRequest }, { signWarehouse });
    const error = await failureOf(client.request?.("POST", "/some/path", {}, { auth: "warehouse" }) ?? book(client));
    expect(error).toMatchObject({ kind: "input", operation: "POST /some/path", attempts: 0 });
    expect(error.message).toContain("`warehouse` is missing");
    expect(requests).toHaveLength(0);
    const both = to(url, plain, { request: anyRequest, warehouse: warehouseSigning }, { signWarehouse });
    await both.request?.("POST", "/some/path", {}, { auth: "warehouse" });
    expect(requests.map((one) => one.url)).toEqual(["/some/path?timestamp=1&sign=s"]);
  });

  test.each(["lists", "warehouse", "request"])("refuses a part `%s` that is not the function", (name) => {
    for (const wrong of [true, "listPages", {}, 1]) {
      const thrown = thrownBy(() => to("http://127.0.0.1", plain, { [name]: wrong }));
      expect(thrown).toBeInstanceOf(PandaPonError);
      expect(thrown).toMatchObject({ kind: "input", message: `\`${name}\` must be a function` });
    }
  });

  test("a part cannot take the place of an option", async () => {
    const { url, requests } = await serve(ok({}));
    const fetch = () => Promise.reject(new Error("a part"));
    await to(url, plain, { request: anyRequest, fetch }).request?.("GET", "/some/path");
    expect(requests).toHaveLength(1);
  });
});

describe("lists", () => {
  const options = (url: string) => ({ ...credentials, baseUrl: url });

  test.each<[parts: unknown]>([[undefined], [{}], [{ warehouse: warehouseSigning, request: anyRequest }]])(
    "createPandaPon refuses a table with a list and the parts %o",
    (parts) => {
      const thrown = thrownBy(() => (createPandaPon as unknown as Make)(options("http://127.0.0.1"), list, parts));
      expect(thrown).toBeInstanceOf(PandaPonError);
      expect(thrown).toMatchObject({ kind: "input", message: "`lists` is missing: pass listPages" });
    },
  );

  test("createPandaPon reads every page with listPages", async () => {
    const { url, requests } = await serve(
      ok({ refundOrderAggregates: [{ id: 1 }, { id: 2 }], total: 3 }),
      ok({ refundOrderAggregates: [{ id: 3 }], total: 3 }),
    );
    const client = (createPandaPon as unknown as Make)(options(url), list, { lists: listPages });
    const given: unknown[] = [];
    for await (const record of client.taobao.refunds.list({ pageNo: 1, pageSize: 2 }).items()) given.push(record);
    expect(given).toHaveLength(3);
    expect(requests).toHaveLength(2);
  });

  test("createClient has no pages, so a table with a list needs no part", async () => {
    const { url } = await serve(ok({ refundOrderAggregates: [], total: 0 }));
    const client = (createClient as unknown as Make)(options(url), list);
    const { path } = operationTable[LIST];
    const { data } = (await client.POST(path, { body: { pageNo: 1, pageSize: 2 } })) as { data?: unknown };
    expect(data).toMatchObject({ code: 200, data: { refundOrderAggregates: [], total: 0 } });
  });
});

describe("a bundle holds only the parts that the program names", () => {
  /** A part, and a text of it. */
  const PARTS: [name: keyof typeof core, text: string][] = [
    ["listPages", "the list does not advance"],
    ["warehouseSigning", "ask PandaPon how to sign"],
    ["anyRequest", "must be called as"],
  ];
  const all = PARTS.map(([name]) => name);

  test.each([[], ...all.map((name) => [name]), all].map((names) => [names]))("%j", async (names) => {
    const contents = `import { ${["createPandaPon", ...names].join(", ")} } from "pandapon-openapi/core";
      export const make = (options, table) => createPandaPon(options, table, { ${names.join(", ")} });`;
    const stdin = { contents, resolveDir: ROOT };
    const { outputFiles } = await build({ stdin, bundle: true, format: "esm", write: false, logLevel: "error" });
    const bundle = outputFiles[0]?.text ?? "";
    expect(PARTS.filter(([, text]) => bundle.includes(text)).map(([name]) => name)).toEqual(names);
    expect(bundle).not.toContain("openapi-fetch");
  });
});
