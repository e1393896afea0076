// Lists read page by page, by both naming schemes of the API.
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
  /** A server with so many records: it gives each page that it is asked for, of two at most, and an empty one after the last. */
  const records = (count: number, told: { count: unknown } = { count }): Promise<Loopback> =>
    serve((response, request) => {
      const inputs = JSON.parse(request.body) as Record<string, number>;
      const most = Math.min(inputs[size] ?? 2, 2);
      const from = ((inputs[page] ?? 1) - 1) * most;
      const list = Array.from({ length: count }, (_, index) => index + 1).slice(from, from + most);
      answer(list, told.count)(response, request);
    });

  test.each([
    ["that fill the last page", 4, [1, 2]],
    ["that do not", 5, [1, 2, 3]],
    ["on one page", 1, [1]],
    ["of which there are none", 0, [1]],
  ])("gives each of the records once and asks for no page too many: records %s", async (_, count, pages) => {
    const server = await records(count);
    const list = call(clientOf(server), { [page]: 1, [size]: 2 });
    expect(await all(list.items())).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(asked(server)).toEqual(pages);
  });

  test.each([
    ["not told", undefined],
    ["told as null", null],
    ["told as text", "5"],
    ["told too high", 1_000],
  ])("goes on up to the empty page where the number of records is %s", async (_, told) => {
    const server = await records(5, { count: told });
    expect(await all(call(clientOf(server), { [page]: 1, [size]: 2 }).items())).toEqual([1, 2, 3, 4, 5]);
    expect(asked(server)).toEqual([1, 2, 3, 4]);
  });

  test("gives pages as the call gives its result", async () => {
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

  test("sends the first page once, and each further one when it is wanted", async () => {
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

  test("can be read twice, and the first page is not asked for again", async () => {
    const server = await records(3);
    const list = call(clientOf(server), { [page]: 1, [size]: 2 });
    expect(await all(list.items())).toEqual([1, 2, 3]);
    expect(await all(list.items())).toEqual([1, 2, 3]);
    expect(asked(server)).toEqual([1, 2, 2]);
  });

  test("begins in the middle where the call does", async () => {
    const server = await records(7);
    expect(await all(call(clientOf(server), { [page]: 3, [size]: 2 }).items())).toEqual([5, 6, 7]);
    expect(asked(server)).toEqual([3, 4]);
  });

  test("loses no record where pages are smaller than asked for", async () => {
    const server = await records(7);
    expect(await all(call(clientOf(server), { [page]: 2, [size]: 50 }).items())).toEqual([3, 4, 5, 6, 7]);
    expect(asked(server)).toEqual([2, 3, 4]);
  });

  test.each([
    ["null", null],
    ["empty", []],
  ])("takes a list that is %s for one without records", async (_, list) => {
    const server = await serve(answer([1, 2]), answer(list));
    expect(await all(call(clientOf(server), { [page]: 1, [size]: 2 }).items())).toEqual([1, 2]);
    expect(asked(server)).toEqual([1, 2]);
    const none = await serve(answer(list));
    expect(await all(call(clientOf(none), {}).items())).toEqual([]);
    expect(none.requests).toHaveLength(1);
  });

  test.each([
    ["is missing", undefined],
    ["is none", { 0: 1 }],
  ])("fails where the list %s", async (_, list) => {
    const server = await serve(answer(list, 3));
    await expect(all(call(clientOf(server), {}).items())).rejects.toMatchObject({
      kind: "decode",
      operation,
      status: 200,
      attempts: 1,
      message: `${operation}: the answer has no list at \`/data/${items}\``,
    });
  });

  test("fails where a page holds the records of the one before", async () => {
    const server = await serve(answer([1, 2], 9), answer([3, 4], 9), answer([3, 4], 9), answer([5, 6], 9));
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const item of call(clientOf(server), { [page]: 1, [size]: 2 }).items()) seen.push(item);
    })();
    await expect(reading).rejects.toMatchObject({
      kind: "decode",
      operation,
      message: `${operation}: page 3 holds the records of page 2: the list does not advance`,
    });
    expect(seen).toEqual([1, 2, 3, 4]);
    expect(asked(server)).toEqual([1, 2, 3]);
  });

  test("gives what came before a page that fails, and then fails as that", async () => {
    const server = await serve(answer([1, 2], 9), answer([3, 4], 9), json({ code: 7, msg: "no" }));
    const seen: unknown[] = [];
    const reading = (async () => {
      for await (const one of call(clientOf(server), { [page]: 1, [size]: 2 }).pages()) seen.push(one);
    })();
    await expect(reading).rejects.toMatchObject({ kind: "api", code: 7, operation, attempts: 1 });
    expect(seen).toHaveLength(2);
    expect(asked(server)).toEqual([1, 2, 3]);
  });

  test("sends a page again after a passing failure", async () => {
    const server = await serve(answer([1, 2], 3), failing(503, { "retry-after": "0" }), answer([3], 3));
    expect(await all(call(clientOf(server), { [page]: 1, [size]: 2 }).items())).toEqual([1, 2, 3]);
    expect(asked(server)).toEqual([1, 2, 2]);
  });

  test("refuses a page number that is none", async () => {
    const server = await records(3);
    await expect(all(call(clientOf(server), { [page]: 1.5 }).items())).rejects.toMatchObject({
      kind: "input",
      operation,
      message: `${operation}: \`${page}\` must be a page number`,
    });
    expect(server.requests).toHaveLength(0);
  });
});

test("goes on with the inputs of the call, whatever becomes of them meanwhile", async () => {
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
  /** What a process reports that uses a failing list in a way. */
  const unhandled = async (use: string): Promise<unknown[]> => {
    const { url } = await serve(json({ code: 7, msg: "no" }));
    return inChild(
      `
      process.on("unhandledRejection", (error) => print(error.message));
      const options = { accessKey: "k", accessSecret: "s", userId: "1", baseUrl: process.env.SERVER };
      const list = pandapon.createPandaPon(options).taobao.refunds.list({});
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
  ])("is heard of once where it is asked by %s", async (_, use) => {
    expect(await unhandled(use)).toEqual([`caught ${failed}`, "the end"]);
  });

  test.each([
    ["nobody listens", ""],
    ["nobody listens to its items", "items();"],
    ["nobody listens to its response", "list.withResponse();"],
  ])("is reported where %s", async (_, use) => {
    expect(await unhandled(use)).toEqual([failed, "the end"]);
  });
});
