// JSON of pages: every digit is kept, and text that no page would have is refused.
import { expect, test } from "vitest";
import { readJson, writeJson } from "../../scripts/dist/core/exact-json.js";
import { readSource } from "../../scripts/dist/pages/read/index.js";

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

test("an integer keeps its digits", () => {
  const text = '{"id":2542285634920880794,"n":1.5}';
  expect(readJson(text)).toEqual({ value: { id: 2542285634920880794n, n: 1.5 } });
  expect(writeJson(readJson(text)?.value)).toBe(text);
});

test("text that is not JSON has no value", () => {
  expect(readJson("{")).toBeUndefined();
  expect(readJson("undefined")).toBeUndefined();
});

test("100 levels are read, and no more", () => {
  expect(readJson(nested(100))).toBeDefined();
  expect(readJson(nested(101))).toBeUndefined();
  expect(readJson(`[${nested(50)},${nested(99)}]`)).toBeDefined();
  expect(readJson(`[${nested(50)},${nested(100)}]`)).toBeUndefined();
});

test("brackets in strings are not levels", () => {
  const text = `{"a":"${"[{".repeat(200)}\\"${"[".repeat(200)}"}`;
  expect(writeJson(readJson(text)?.value)).toBe(text);
});

test("the time grows with the size only", () => {
  const start = process.cpuUsage();
  for (const part of ["[", "]", '"', '\\"', '"[\\']) expect(readJson(part.repeat(1_000_000))).toBeUndefined();
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
});

// A stack that is nearly full overflows in whatever walks the value next.
test.each([101, 1_000, 4_000, 5_000, 6_000, 8_000, 50_000])("a page with an example of %i levels is read", (depth) => {
  const lines = [
    "T",
    "POST",
    "/a",
    "请求参数",
    "Body 参数application/json",
    "a",
    "string",
    "必需",
    "示例",
    nested(depth),
  ];
  const bytes = Buffer.from([...lines, "返回响应", "🟢200成功", ""].join("\n"));
  const { pages, problems } = readSource({ name: "api-1.txt", bytes });
  const notice = "an example of the body is not JSON";
  expect(problems).toEqual([expect.objectContaining({ line: 10, message: expect.stringContaining(notice) })]);
  expect(pages[0]?.notices).toEqual([notice]);
});
