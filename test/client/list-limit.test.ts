// `items({ limit })` gives at most so many records.
import { describe, expect, test } from "vitest";
import { answering, endOf, listOf } from "../support/lists.js";
import { json, serve } from "../support/server.js";

const FIRST = { pageNo: 1, pageSize: 2 };
const A = [1, 2];
const B = [3, 4];
const C = [5];

describe("items({ limit })", () => {
  test.each([
    [0, [], [1]],
    [1, [1], [1]],
    [2, [1, 2], [1]],
    [3, [1, 2, 3], [1, 2]],
    [5, [1, 2, 3, 4, 5], [1, 2, 3]],
    [6, [1, 2, 3, 4, 5], [1, 2, 3]],
    [Infinity, [1, 2, 3, 4, 5], [1, 2, 3]],
  ])("of %d gives at most so many records and requests no page too many", async (limit, given, asked) => {
    const server = await serve(answering({ pages: [A, B, C], total: 5 }));
    expect(await endOf(server, FIRST, { limit })).toEqual({ given, asked, error: undefined });
  });

  test("does not fail for records that it does not need", async () => {
    const server = await serve(answering({ pages: [A, B], total: 9, beyond: "error" }));
    expect(await endOf(server, FIRST, { limit: 4 })).toEqual({ given: [1, 2, 3, 4], asked: [1, 2], error: undefined });
    expect((await endOf(server, FIRST, { limit: 5 })).error).toMatchObject({ kind: "api" });
  });

  test("of 0 fails if the call fails", async () => {
    const server = await serve(json({ code: 7, msg: "no" }));
    expect((await endOf(server, FIRST, { limit: 0 })).error).toMatchObject({ kind: "api" });
  });

  test("does not limit if it is undefined", async () => {
    const server = await serve(answering({ pages: [A, B, C], total: 5 }));
    for (const options of [undefined, {}, { limit: undefined }]) {
      const given: unknown[] = [];
      for await (const record of listOf(server, FIRST).items(options)) given.push(record);
      expect(given).toEqual([1, 2, 3, 4, 5]);
    }
  });

  test.each([
    ...[NaN, -1, 1.5, -Infinity, "5", null, 5n, {}, []].map((limit) => ({ limit })),
    ...[null, 5, "5", true, () => 5],
  ])("refuses %o", async (options) => {
    const server = await serve(answering({ pages: [A, B, C], total: 5 }));
    const reading = async (): Promise<void> => {
      // Wrong on purpose.
      for await (const _ of listOf(server, FIRST).items(options as object));
    };
    await expect(reading()).rejects.toMatchObject({
      kind: "input",
      operation: "taobao.refunds.list",
      message: "taobao.refunds.list: `limit` must be an integer, 0 or more",
    });
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });
});
