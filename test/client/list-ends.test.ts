// A list ends or fails, whatever the server sends: it is never silently short, and gives no record twice.
import { describe, expect, test } from "vitest";
import { PandaPonError } from "../../dist/src/index.js";
import { answering, endOf, listOf, type Held, type Inputs, type Page } from "../support/lists.js";
import { json, ok, serve } from "../support/server.js";

const FIRST = { pageNo: 1, pageSize: 2 };
const missing = (page: number, records: string): string =>
  `page ${page} is empty after ${records} records: read the list again`;
const repeated = (page: number, same: number): string =>
  `page ${page} holds the records of page ${same}: the list does not advance`;
const A = [1, 2];
const B = [3, 4];
const C = [5];
const halves = (pages: number): number[][] => Array.from({ length: pages }, (_, page) => [2 * page + 1, 2 * page + 2]);
const without = (gap: Page, ...gaps: number[]): Page[] =>
  halves(10).map((page, index) => (gaps.includes(index + 1) ? gap : page));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

interface Case {
  readonly held: Held;
  readonly inputs?: Inputs;
  readonly given: readonly unknown[];
  readonly asked: readonly number[];
  /** What the list fails with. */
  readonly message?: unknown;
}

const CASES: Record<string, Case> = {
  "the last page comes again beyond the end, and the total is text": {
    held: { pages: [A, B, C], total: "5", beyond: "last" },
    given: [1, 2, 3, 4, 5],
    asked: [1, 2, 3],
  },
  "an empty page comes before the end": {
    held: { pages: [A, [], C], total: 5 },
    given: [1, 2, 5],
    asked: [1, 2, 3, 4],
    message: missing(4, "3 of 5"),
  },
  "an empty page comes before the end, and the total counts only what there is": {
    held: { pages: [A, [], B], total: 4 },
    given: [1, 2, 3, 4],
    asked: [1, 2, 3],
  },
  "an empty page comes before a short one, and all records come": {
    held: { pages: [[1], [], [2], [3, 4]], total: 4 },
    given: [1, 2, 3, 4],
    asked: [1, 2, 3, 4],
  },
  "the first page is empty": {
    held: { pages: [[], B, C], total: 5 },
    given: [3, 4, 5],
    asked: [1, 2, 3, 4],
    message: missing(4, "3 of 5"),
  },
  "page 5 of 10 is empty": {
    held: { pages: without([], 5), total: 20 },
    given: without([], 5).flat(),
    asked: upTo(11),
    message: missing(11, "18 of 20"),
  },
  "page 5 of 10 is null": {
    held: { pages: without(null, 5), total: "20" },
    given: without([], 5).flat(),
    asked: upTo(11),
    message: missing(11, "18 of 20"),
  },
  "page 5 of 10 is `data: null`": {
    held: { pages: without(ok(null), 5), total: 20 },
    given: upTo(8),
    asked: upTo(5),
    message: expect.stringContaining("the answer has no result"),
  },
  "page 5 of 10 is empty and says that there is nothing": {
    held: { pages: without(ok({ refundOrderAggregates: [], total: 0 }), 5), total: 20 },
    given: without([], 5).flat(),
    asked: upTo(11),
    message: missing(11, "18 of 20"),
  },
  "pages 2 to 9 of 10 are empty": {
    held: { pages: without([], 2, 3, 4, 5, 6, 7, 8, 9), total: 20 },
    given: [1, 2, 19, 20],
    asked: upTo(11),
    message: missing(11, "4 of 20"),
  },
  "the last page of 10 is empty": {
    held: { pages: without([], 10), total: 20 },
    given: halves(9).flat(),
    asked: upTo(11),
    message: missing(11, "18 of 20"),
  },
  "the total is far too high": {
    held: { pages: [A, B, C], total: 1e9 },
    given: [1, 2, 3, 4, 5],
    asked: upTo(14),
    message: missing(14, "5 of 1000000000"),
  },
  "the total is one too high": {
    held: { pages: [A, B, C], total: 6 },
    given: [1, 2, 3, 4, 5],
    asked: [1, 2, 3, 4],
    message: missing(4, "5 of 6"),
  },
  "the total is below what came": {
    held: { pages: [A, B, C], total: 3 },
    given: [1, 2, 3, 4, 5],
    asked: [1, 2, 3, 4],
  },
  "records go away meanwhile, so that later ones move to a page already read": {
    held: { pages: [ok({ refundOrderAggregates: A, total: 5 }), [4, 5]], total: 4 },
    given: [1, 2, 4, 5],
    asked: [1, 2, 3, 4],
    message: missing(4, "4 of 5"),
  },
  "records are added meanwhile": {
    held: { pages: [ok({ refundOrderAggregates: A, total: 3 }), B, C], total: 5 },
    given: [1, 2, 3, 4, 5],
    asked: [1, 2, 3],
  },
  "the total is 0 although there are records": {
    held: { pages: [A, B, C], total: 0 },
    given: [1, 2, 3, 4, 5],
    asked: [1, 2, 3, 4],
  },
  "the total is 0 and the list is missing": {
    held: { pages: [ok({ total: "0" })] },
    given: [],
    asked: [1],
  },
  "the total comes on the first page only": {
    held: { pages: [ok({ refundOrderAggregates: A, total: 5 }), B] },
    given: [1, 2, 3, 4],
    asked: [1, 2, 3, 4],
    message: missing(4, "4 of 5"),
  },
  "pages are shorter than asked for": {
    held: { pages: [[1], [2, 3], [4], [5, 6]], total: 6 },
    inputs: { pageSize: 50 },
    given: [1, 2, 3, 4, 5, 6],
    asked: [1, 2, 3, 4],
  },
  "pages are shorter than asked for, and records are missing": {
    held: { pages: [[1], [2, 3], [4], [5, 6]], total: 8 },
    inputs: { pageSize: 50 },
    given: [1, 2, 3, 4, 5, 6],
    asked: [1, 2, 3, 4, 5],
    message: missing(5, "6 of 8"),
  },
  "there is no total, and the last page comes again beyond the end": {
    held: { pages: [A, B, C], beyond: "last" },
    given: [1, 2, 3, 4, 5],
    asked: [1, 2, 3, 4],
    message: repeated(4, 3),
  },
  "every page is the first one": {
    held: { pages: [A, A, A], total: 6 },
    given: [1, 2],
    asked: [1, 2],
    message: repeated(2, 1),
  },
  "two pages take turns": {
    held: { pages: [A, B, A, B], total: 9 },
    given: [1, 2, 3, 4],
    asked: [1, 2, 3],
    message: repeated(3, 1),
  },
  "two pages take turns, without a total": {
    held: { pages: [A, B, A, B] },
    given: [1, 2, 3, 4],
    asked: [1, 2, 3],
    message: repeated(3, 1),
  },
  "a page comes again after an empty one": {
    held: { pages: [A, [], A], total: 6 },
    given: [1, 2],
    asked: [1, 2, 3],
    message: repeated(3, 1),
  },
  "two pages take turns, and the total is reached": {
    held: { pages: [A, B, A, B], total: 4 },
    given: [1, 2, 3, 4],
    asked: [1, 2],
  },
  "it begins at the last page, which comes again beyond the end": {
    held: { pages: [A, B, C], total: "5", beyond: "last" },
    inputs: { pageNo: 3, pageSize: 2 },
    given: [5],
    asked: [3, 4],
  },
  "it begins in the middle, and the last page comes again beyond the end": {
    held: { pages: [A, B, C], total: 5, beyond: "last" },
    inputs: { pageNo: 2, pageSize: 2 },
    given: [3, 4, 5],
    asked: [2, 3],
  },
  "it begins at the last page, and no size is given": {
    held: { pages: [A, B, C], total: 5, beyond: "last" },
    inputs: { pageNo: 3 },
    given: [5],
    asked: [3, 4],
  },
  "it begins at the last page, and pages are smaller than asked for": {
    held: { pages: [A, B, C], total: 5 },
    inputs: { pageNo: "3", pageSize: "50" },
    given: [5],
    asked: [3, 4],
  },
  "it begins in the middle, and a page is empty": {
    held: { pages: without([], 5), total: 20 },
    inputs: { pageNo: 4, pageSize: 2 },
    given: [7, 8, ...upTo(20).slice(10)],
    asked: [4, 5, 6, 7, 8, 9, 10, 11],
    message: missing(11, "18 of 20"),
  },
  "it begins in the middle, a page is empty, and pages are smaller than asked for": {
    held: { pages: without([], 5), total: 20 },
    inputs: { pageNo: 3, pageSize: 50 },
    given: [5, 6, 7, 8, ...upTo(20).slice(10)],
    asked: [3, 4, 5, 6, 7, 8, 9, 10, 11],
    message: missing(11, "18 of 20"),
  },
  "it begins in the middle at an empty page": {
    held: { pages: without([], 5), total: 20 },
    inputs: { pageNo: 5, pageSize: 2 },
    given: upTo(20).slice(10),
    asked: [5, 6, 7, 8, 9, 10, 11],
    message: missing(11, "18 of 20"),
  },
  "it begins in the middle, and the pages differ in length": {
    held: { pages: [[1], [2, 3], [4], [5], [6]], total: 6 },
    inputs: { pageNo: 2, pageSize: 2 },
    given: [2, 3, 4, 5, 6],
    asked: [2, 3, 4, 5],
  },
  "it begins beyond the end": {
    held: { pages: [A, B, C], total: 5 },
    inputs: { pageNo: 4, pageSize: 2 },
    given: [],
    asked: [4],
  },
  "it begins before the first page, and the server counts from 0": {
    held: { pages: [A, B, C], total: 5, from: 0 },
    inputs: { pageNo: 0, pageSize: 2 },
    given: [1, 2, 3, 4, 5],
    asked: [0, 1, 2],
  },
  "it begins before the first page, and the server gives the first page": {
    held: { pages: [A, A, B, C], total: 5, from: 0 },
    inputs: { pageNo: 0, pageSize: 2 },
    given: [1, 2],
    asked: [0, 1],
    message: repeated(1, 0),
  },
};

describe("a list ends or fails", () => {
  test.each(Object.entries(CASES))("if %s", async (_, { held, inputs = FIRST, given, asked, message }) => {
    const server = await serve(answering(held));
    const end = await endOf(server, inputs);
    expect(end).toMatchObject({ given, asked });
    expect(end.error).toEqual(
      message === undefined
        ? undefined
        : expect.objectContaining({
            kind: "decode",
            message: typeof message === "string" ? `taobao.refunds.list: ${message}` : message,
          }),
    );
  });

  test.each([
    [5_000, "[", "]"],
    [5_000, '{"a":', "}"],
    [100_000, "[", "]"],
  ])("if a record is nested %i deep", async (depth, open, close) => {
    const record = `${open.repeat(depth)}1${close.repeat(depth)}`;
    const deep = json(`{"code":200,"data":{"refundOrderAggregates":[${record}],"total":9}}`);
    for (const pages of [[deep], [A, deep], [deep, deep, B]]) {
      const end = await endOf(await serve(answering({ pages, total: 9 })), FIRST);
      expect(end.error).toBeInstanceOf(PandaPonError);
      expect(end.error).toMatchObject({ kind: "decode", operation: "taobao.refunds.list" });
      expect(end.given.slice(0, 2)).toEqual(pages[0] === A ? A : []);
    }
  });

  test("if each answer holds a new stamp and the total says nothing: after 10 000 pages", async () => {
    let stamp = 0;
    const fetch = (): Promise<Response> => {
      stamp += 1;
      return Promise.resolve(Response.json({ code: 200, data: { refundOrderAggregates: [{ stamp }], total: 1e9 } }));
    };
    let pages = 0;
    const reading = async (inputs: Inputs): Promise<void> => {
      for await (const _ of listOf({ url: "http://127.0.0.1" }, inputs, { fetch, timeoutMs: Infinity }).pages())
        pages += 1;
    };
    await expect(reading({ pageNo: 3, pageSize: 1 })).rejects.toMatchObject({
      kind: "decode",
      message: "taobao.refunds.list: page 10002 is the last of one list: make a new call with page 10003",
    });
    expect([pages, stamp]).toEqual([10_000, 10_000]);
  });

  test("and its error holds the facts of the answer", async () => {
    const server = await serve(answering({ pages: [A, B], total: 5 }));
    expect((await endOf(server, FIRST)).error).toMatchObject({
      kind: "decode",
      operation: "taobao.refunds.list",
      attempts: 1,
      status: 200,
      requestId: "r-1",
      outcome: "unknown",
      answer: { data: { refundOrderAggregates: [], total: 5 } },
    });
  });

  test("and pages() gives the empty pages before the end, and none after it", async () => {
    const read = async (held: Held): Promise<unknown[]> => {
      const pages: unknown[] = [];
      const server = await serve(answering(held));
      for await (const page of listOf(server, FIRST).pages()) pages.push(page?.refundOrderAggregates);
      return pages;
    };
    expect(await read({ pages: [A, [], B], total: 4 })).toEqual([A, [], B]);
    expect(await read({ pages: [A, B] })).toEqual([A, B]);
    expect(await read({ pages: [[]] })).toEqual([[]]);
  });
});
