// Lists are read page by page, in both naming schemes of the API.
import { describe, expect, test } from "vitest";
import { createPandaPon, type ClientOptions, type PandaPon } from "../../dist/src/index.js";
import { credentials } from "../support/calls.js";
import { inChild } from "../support/child.js";
import { failing, json, ok, serve, type Handler, type Loopback } from "../support/server.js";

interface Scheme {
  readonly operation: string;
  /** The names of the inputs. */
  readonly page: string;
  readonly size: string;
  /** The names of the answer's parts. */
  readonly items: string;
  readonly total: string;
  readonly call: (client: PandaPon, inputs: Record<string, number>) => List;
}

interface List extends Promise<unknown> {
  items(): AsyncIterable<unknown>;
  pages(): AsyncIterable<unknown>;
  withResponse(): Promise<{ data: unknown }>;
}

const SCHEMES: [string, Scheme][] = [
  [
    "alibaba.products.search",
    {
      operation: "alibaba.products.search",
      page: "beginPage",
      size: "pageSize",
      items: "data",
      total: "totalRecords",
      call: (client, inputs) =>
        client.alibaba.products.search({ keyword: "T恤", beginPage: 1, pageSize: 2, ...inputs }),
    },
  ],
  [
    "taobao.refunds.list",
    {
      operation: "taobao.refunds.list",
      page: "pageNo",
      size: "pageSize",
      items: "refundOrderAggregates",
      total: "total",
      call: (client, inputs) => client.taobao.refunds.list({ pageSize: 2, ...inputs }),
    },
  ],
];

async function all<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const one of iterable) found.push(one);
  return found;
}

describe.each(SCHEMES)("%s", (_, { operation, page, size, items, total, call }) => {
  const clientOf = (server: Loopback, options: ClientOptions = {}): PandaPon =>
    createPandaPon({ ...credentials, baseUrl: server.url, ...options });
  const answer = (list: unknown, count?: unknown): Handler => ok({ [items]: list, [total]: count, totalPage: 99 });
  const asked = ({ requests }: Loopback): unknown[] =>
    requests.map(({ body }) => (JSON.parse(body) as Record<string, unknown>)[page]);
  /** A server with this many records. It gives pages of two records at most, and an empty page after the last one. */
  const records = (count: number, told: { count: unknown } = { count }): Promise<Loopback> =>
    serve((response, request) => {
      const inputs = JSON.parse(request.body) as Record<string, number>;
      const most = Math.min(inputs[size] ?? 2, 2);
      const from = ((inputs[page] ?? 1) - 1) * most;
      const list = Array.from({ length: count }, (_, index) => index + 1).slice(from, from + most);
      answer(list, told.count)(response, request);
    });

  test.each([
    ["fill the last page", 4, [1, 2]],
    ["do not fill the last page", 5, [1, 2, 3]],
    ["fit on one page", 1, [1]],
    ["do not exist", 0, [1]],
  ])("gives each record once and requests no page too many if the records %s", async (_, count, pages) => {
    const server = await records(count);
    const list = call(clientOf(server), { [page]: 1, [size]: 2 });
    expect(await all(list.items())).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(asked(server)).toEqual(pages);
  });

  test.each([
    ["missing", undefined],
    ["null", null],
    ["empty text", ""],
    ["a word", "many"],
    ["below 0", -1],
    ["0", 0],
    ["below the records of the first page", 1],
    ["an object", { toString: 1 }],
  ])("goes on to the empty page if the number of records is %s", async (_, told) => {
    const server = await records(5, { count: told });
    expect(await all(call(clientOf(server), { [page]: 1, [size]: 2 }).items())).toEqual([1, 2, 3, 4, 5]);
    expect(asked(server)).toEqual([1, 2, 3, 4]);
  });

  test.each(["5", "5.0", 5.0])("ends by a number of records that is %j", async (told) => {
    const server = await records(5, { count: told });
    expect(await all(call(clientOf(server), { [page]: 1, [size]: 2 }).items())).toEqual([1, 2, 3, 4, 5]);
    expect(asked(server)).toEqual([1, 2, 3]);
  });

  test("gives pages in the same form as the result of the call", async () => {
    const server = await records(3);
    const list = call(clientOf(server), { [page]: 1, [size]: 2 });
    const pages = [
      { [items]: [1, 2], [total]: 3, totalPage: 99 },
      { [items]: [3], [total]: 3, totalPage: 99 },
    ];
    expect(await all(list.pages())).toEqual(pages);
    expect(await list).toEqual(pages[0]);
    expect((await list.withResponse()).data).toEqual(pages[0]);
    expect(asked(server)).toEqual([1, 2]);
  });

  test("requests the first page once, and each further page when it is read", async () => {
    const server = await records(9);
    const pages = call(clientOf(server), { [page]: 1, [size]: 2 })
      .pages()
      [Symbol.asyncIterator]();
    await pages.next();
    expect(asked(server)).toEqual([1]);
    await pages.next();
    expect(asked(server)).toEqual([1, 2]);
    await pages.return?.();
    expect(await pages.next()).toEqual({ done: true, value: undefined });
    expect(asked(server)).toEqual([1, 2]);
  });

  test("can be read twice, and does not request the first page again", async () => {
    const server = await records(3);
    const list = call(clientOf(server), { [page]: 1, [size]: 2 });
    expect(await all(list.items())).toEqual([1, 2, 3]);
    expect(await all(list.items())).toEqual([1, 2, 3]);
    expect(asked(server)).toEqual([1, 2, 2]);
  });

  test("begins at the page number of the call", async () => {
    const server = await records(7);
    expect(await all(call(clientOf(server), { [page]: 3, [size]: 2 }).items())).toEqual([5, 6, 7]);
    expect(asked(server)).toEqual([3, 4]);
  });

  test("loses no record if pages are smaller than requested", async () => {
    const server = await records(7);
    expect(await all(call(clientOf(server), { [page]: 2, [size]: 50 }).items())).toEqual([3, 4, 5, 6, 7]);
    expect(asked(server)).toEqual([2, 3, 4]);
  });

  test.each([
    ["null", null],
    ["empty", []],
  ])("treats a list that is %s as a list without records", async (_, list) => {
    const server = await serve(answer([1, 2]), answer(list));
    expect(await all(call(clientOf(server), { [page]: 1, [size]: 2 }).items())).toEqual([1, 2]);
    expect(asked(server)).toEqual([1, 2]);
    const none = await serve(answer(list));
    expect(await all(call(clientOf(none), {}).items())).toEqual([]);
    expect(none.requests).toHaveLength(1);
  });

  test.each([
    ["is missing", undefined],
    ["is not an array", { 0: 1 }],
  ])("fails if the list %s", async (_, list) => {
    const server = await serve(answer(list, 3));
    await expect(all(call(clientOf(server), {}).items())).rejects.toMatchObject({
      kind: "decode",
      operation,
      status: 200,
      attempts: 1,
      message: `${operation}: the answer has no list at \`/data/${items}\``,
      outcome: "unknown",
      answer: { code: 200, data: { [total]: 3 } },
    });
  });

  test("gives the pages before a page that fails, and then fails with its error", async () => {
    const server = await serve(answer([1, 2], 9), answer([3, 4], 9), json({ code: 7, msg: "no" }));
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const one of call(clientOf(server), { [page]: 1, [size]: 2 }).pages()) seen.push(one);
    })();
    await expect(reading).rejects.toMatchObject({ kind: "api", code: "7", operation, attempts: 1 });
    expect(seen).toHaveLength(2);
    expect(asked(server)).toEqual([1, 2, 3]);
  });

  test("retries a page after a temporary failure", async () => {
    const server = await serve(answer([1, 2], 3), failing(503, { "retry-after": "0" }), answer([3], 3));
    expect(await all(call(clientOf(server), { [page]: 1, [size]: 2 }).items())).toEqual([1, 2, 3]);
    expect(asked(server)).toEqual([1, 2, 2]);
  });

  test("refuses an invalid page number", async () => {
    const server = await records(3);
    await expect(all(call(clientOf(server), { [page]: 1.5 }).items())).rejects.toMatchObject({
      kind: "input",
      operation,
      message: `${operation}: \`${page}\` must be a page number`,
    });
    expect(server.requests).toHaveLength(0);
  });
});

test("further pages use the inputs of the call, even if the caller's object changes meanwhile", async () => {
  const server = await serve(
    ok({ refundOrderAggregates: [1], total: 2 }),
    ok({ refundOrderAggregates: [2], total: 2 }),
  );
  const inputs = { pageSize: 1, refundStatus: 7 };
  const list = createPandaPon({ ...credentials, baseUrl: server.url }).taobao.refunds.list(inputs);
  inputs.refundStatus = 8;
  expect(await all(list.items())).toEqual([1, 2]);
  expect(server.requests.map(({ body }): unknown => JSON.parse(body))).toEqual([
    { pageSize: 1, refundStatus: 7 },
    { pageSize: 1, refundStatus: 7, pageNo: 2 },
  ]);
});

describe("a list that fails", () => {
  /** What a process prints that uses a failing list in this way. */
  const unhandled = async (use: string): Promise<unknown[]> => {
    const { url } = await serve(json({ code: 7, msg: "no" }));
    return inChild(
      `
      process.on("unhandledRejection", (error) => print(error.message));
      const options = { accessKey: "k", accessSecret: "s", userId: "1", baseUrl: process.env.SERVER };
      const list = pandapon.createPandaPon(options).taobao.refunds.list({ pageSize: 2 });
      const items = async () => { for await (const item of list.items()); };
      const pages = async () => { for await (const page of list.pages()); };
      process.on("exit", () => print("the end"));
      ${use}
      `,
      { SERVER: url },
    );
  };
  const failed = "taobao.refunds.list: code 7: no";

  test.each([
    ["items()", `await items().catch((error) => print("caught " + error.message));`],
    ["pages()", `await pages().catch((error) => print("caught " + error.message));`],
    ["withResponse()", `await list.withResponse().catch((error) => print("caught " + error.message));`],
    ["await", `await list.catch((error) => print("caught " + error.message));`],
    [
      "all of them",
      `const all = await Promise.allSettled([items(), list, pages(), list.withResponse()]);
      print("caught " + new Set(all.map(({ reason }) => reason.message)).values().next().value);`,
    ],
  ])("is reported once if it is used by %s", async (_, use) => {
    expect(await unhandled(use)).toEqual([`caught ${failed}`, "the end"]);
  });

  test.each([
    ["nobody handles its error", ""],
    ["nobody handles the error of its items", "items();"],
    ["nobody handles the error of its response", "list.withResponse();"],
  ])("is an unhandled rejection if %s", async (_, use) => {
    expect(await unhandled(use)).toEqual([failed, "the end"]);
  });
});
