// Copied text of rendered pages of an invented shop, in the variants that browsers and people produce.
import { describe, expect, test } from "vitest";
import type { Field, ReadPage } from "../../scripts/dist/pages/page/page.js";
import { readSource } from "../../scripts/dist/pages/read/index.js";
import { pageIdIn } from "../../scripts/dist/pages/page/page-id.js";
import type { Reading } from "../../scripts/dist/pages/page/reading.js";

const read = (text: string, name = "page.txt"): Reading => readSource({ name, bytes: new TextEncoder().encode(text) });

function pageIn(text: string, name?: string): ReadPage {
  const { pages, problems } = read(text, name);
  expect(pages).toHaveLength(1);
  // Each notice is a problem with a line, and there are no other problems.
  expect(problems.map(({ notice }) => notice?.text)).toEqual(pages[0]?.notices);
  return pages[0] as ReadPage;
}

const HEAD = ["Move a parcel", "POST", "/shop/parcel/move"];
const ANSWER = ["返回响应", "🟢200成功", "application/json", "Body"];

/** A page whose request body and answer hold these lines. */
const page = (body: readonly string[], answer: readonly string[] = [], head: readonly string[] = HEAD): string =>
  [...head, "请求参数", "Body 参数application/json", ...body, ...ANSWER, ...answer, "修改于 2025-01-02 03:04:05"].join(
    "\n",
  );

const fieldsOf = (text: string): Record<string, Partial<Field>> => Object.fromEntries(pageIn(text).fields);
const placesOf = (text: string): string[] => [...pageIn(text).fields.keys()];

/** Everything that a complete page shows, as copied text. */
const WHOLE = `Shop OpenAPI
English
  • 简体中文
  • Tiếng Việt
  • Español
  1. Parcels
  • Shop
    • Orders
      • List orders
        GET
      • Move a parcel
        POST
    • Parcels
      • Move a parcel
        POST
      • Cancel a parcel
        DELETE
  1. Parcels

Move a parcel

开发中
POST
/shop/parcel/{parcelId}/move
Parcels

请求参数

Path 参数
parcelId
string 
必需
示例值:
P-1
Query 参数
dryRun
boolean 
试运行
可选
默认值:
false
limit
integer 
可选
默认值:
9007199254740993
Header 参数
access-key
string 
必需
默认值:
0123456789abcdef
Body 参数application/json
lines
array [object (Line[]) {2}]  | null 
行
必需
sku
string 
必需
count
integer<int32> 
可选
tags
array[string]
可选
state
enum<string> 
可选
枚举值:
open
closed
way
string 
必需
运送方式。快:"express"; 慢:"slow
示例
{
    "lines": [
        {
            "sku": "a",
            "count": 1
        }
    ],
    "tags": [
        "x"
    ],
    "state": "open",
    "way": "slow",
    "extra": 9007199254740993
}

示例代码

Shell
JavaScript
请求示例请求示例
Shell
curl --location --request POST 'https://api.example.com/shop/parcel/P-1/move?dryRun' \\
--header 'access-key;' \\
--data-raw '{
    "other": 1
}'

返回响应

🟢200成功
application/json
Body
code
integer 
必需
data
object (MoveVO) 
内容
可选
moveId
string  | null 
必需
示例
{
    "code": 200,
    "data": {
        "moveId": null
    }
}
修改于 2025-01-02 03:04:05
上一页
List orders
下一页
Cancel a parcel
Built with`;

test("a complete page: head, navigation, tables, examples, date", () => {
  const found = pageIn(WHOLE);
  expect(found).toMatchObject({
    id: "",
    form: "text",
    language: "en",
    title: "Move a parcel",
    folder: ["Shop", "Parcels"],
    kind: "operation",
    method: "POST",
    path: "/shop/parcel/{parcelId}/move",
    status: "in-development",
    servers: ["https://api.example.com"],
    modified: "2025-01-02 03:04:05",
    visible: { header: "table", path: "table", query: "table", body: "table", response: "table" },
    notices: [],
    source: "page.txt",
  });
  expect(found.examples).toEqual({
    body: [{ lines: [{ sku: "a", count: 1 }], tags: ["x"], state: "open", way: "slow", extra: 9007199254740993n }],
    response: [{ code: 200, data: { moveId: null } }],
  });
});

test("every facet of every field", () => {
  const table = { from: "table", nullable: "no" };
  const item = { from: "table", nullable: "not visible", required: "not visible" };
  expect(fieldsOf(WHOLE)).toEqual({
    "header/access-key": { ...table, types: ["string"], required: "yes" },
    "path/parcelId": { ...table, types: ["string"], required: "yes", example: "P-1" },
    "query/dryRun": { ...table, types: ["boolean"], required: "no", label: "试运行", default: false },
    "query/limit": { ...table, types: ["integer"], required: "no", default: 9007199254740993n },
    "body/lines": { ...table, types: ["array"], nullable: "yes", required: "yes", label: "行", seen: ["array"] },
    "body/lines/*": { ...item, types: ["object"], shape: "Line[]", seen: ["object"] },
    "body/lines/*/sku": { ...table, types: ["string"], required: "yes", seen: ["string"] },
    "body/lines/*/count": { ...table, types: ["integer"], format: "int32", required: "no", seen: ["integer"] },
    "body/tags": { ...table, types: ["array"], required: "no", seen: ["array"] },
    "body/tags/*": { ...item, types: ["string"], seen: ["string"] },
    "body/state": { ...table, types: ["string"], required: "no", enum: ["open", "closed"], seen: ["string"] },
    "body/way": {
      ...table,
      types: ["string"],
      required: "yes",
      named: ["express", "slow"],
      label: expect.stringMatching(/^\(\d+ characters, [0-9a-f]{12}\)$/) as unknown,
      seen: ["string"],
    },
    "body/extra": { from: "example", types: ["integer"], nullable: "not visible", required: "not visible" },
    "response/code": { ...table, types: ["integer"], required: "yes", seen: ["integer"] },
    "response/data": {
      ...table,
      types: ["object"],
      shape: "MoveVO",
      required: "no",
      label: "内容",
      seen: ["object"],
    },
    "response/data/moveId": { ...table, types: ["string"], nullable: "yes", required: "yes", seen: ["null"] },
  });
});

type Shows = (found: ReadPage) => void;
/** What a copy shows besides, which is noted with these words. */
const noted =
  (...titles: string[]): Shows =>
  ({ notices }) =>
    expect(notices.map((notice) => notice.replace(/ \([0-9a-f]{12}\)$/, ""))).toEqual(titles);

/** Another copy of the same page, and what it shows instead of the same folder, or besides. */
const COPIES: [what: string, copy: (text: string) => string, folder?: Shows | undefined, notices?: Shows][] = [
  ["line ends of Windows", (text) => text.replaceAll("\n", "\r\n")],
  ["a byte order mark", (text) => `\uFEFF${text}`],
  ["no blank lines", (text) => text.replaceAll(/\n{2,}/g, "\n")],
  ["a blank line after each line", (text) => text.replaceAll("\n", "\n\n")],
  ["no-break spaces", (text) => text.replaceAll("    ", "\u00A0 \u00A0 ").replaceAll(/ $/gm, "\u00A0")],
  ["no indentation", (text) => text.replaceAll(/^ +/gm, ""), (found) => expect(found.folder).toEqual(["Parcels"])],
  [
    "other bullets, and methods right behind the titles",
    (text) => text.replaceAll("•", "-").replaceAll(/^( +- .*)\n +(GET|POST|DELETE)$/gm, "$1$2"),
  ],
  ["a button after each heading", (text) => text.replaceAll(/^(Header 参数|Body.*)$/gm, "$1生成代码")],
  [
    "servers and a button in the head",
    (text) => text.replace("POST\n/", "云端 Mock\nhttps://mock.example.com\n调试\nPOST\n/"),
  ],
  ["the method beside the path", (text) => text.replace("POST\n/", "POST /")],
  ["marks on the same line as types", (text) => text.replaceAll(/ \n(必需|可选)$/gm, " $1")],
  [
    "other parts of the request",
    (text) => text.replace("Body 参数", "Cookie 参数\nsession\nstring\n必需\n默认值:\ns\nBody 参数"),
    undefined,
    noted('"Cookie 参数" is not read: session'),
  ],
  ["an invisible space in a name", (text) => text.replace("dryRun\nboolean", "dry\u200BRun\nboolean")],
  ["a status without its colour", (text) => text.replace("🟢200成功", "200 OK")],
  ["a status after its name", (text) => text.replace("🟢200成功", "成功(200)\nHTTP 状态码: 200")],
  ["a mark below the heading of the body", (text) => text.replace("Body 参数application/json", "$&\n必填")],
  [
    "its head twice",
    (text) => text.replace("  1. Parcels\n\n", "POST\n/shop/parcel/{parcelId}/move\n  1. Parcels\n\n"),
  ],
  [
    "tabs of other answers",
    (text) => text.replace("🟢200成功\n", "🟢200成功\n🟠400请求有误\n🔴500服务器错误\n"),
    undefined,
    noted("the answer 400 is not read", "the answer 500 is not read"),
  ],
  [
    "other answers below",
    (text) =>
      text.replace("修改于", '🟠400请求有误\napplication/json\nBody\nwhy\nstring\n必需\n示例\n{"why": ""}\n修改于'),
    undefined,
    noted("the answer 400 is not read: why"),
  ],
  [
    "another answer above",
    (text) =>
      text.replace("🟢200", '🟠400请求有误\napplication/json\nBody\nwhy\nstring\n必需\n示例\n{"why": ""}\n🟢200'),
    undefined,
    noted("the answer 400 is not read: why"),
  ],
  ["an answer without the line Body", (text) => text.replace("application/json\nBody\n", "application/json\n")],
  ["an answer without its media type", (text) => text.replace("\napplication/json\nBody\n", "\nBody\n")],
  ["an answer without both", (text) => text.replace("application/json\nBody\n", "")],
  [
    "an answer whose status and name have a line each",
    (text) => text.replace(/200成功\napp[^]*?Body/, "200\nOK\napplication/json"),
  ],
  ["a status and its name, and no more of the answer", (text) => text.replace(/200成功\napp[^]*?Body/, "200\n成功")],
  ["no heading of the answers", (text) => text.replace("返回响应\n", "")],
  ["no heading of the answers and no colour", (text) => text.replace("返回响应\n\n🟢", "")],
  ["neither heading nor status of the answer", (text) => text.replace("返回响应\n\n🟢200成功\n", "")],
  ["the media type of the answer alone", (text) => text.replace(/返回响应[^]*Body\n/, "application/json\n")],
  ["nothing above the rows of the answer", (text) => text.replace(/返回响应[^]*Body\n/, "")],
  ["no heading of the request", (text) => text.replace("请求参数\n\n", "")],
  ["no heading of the body", (text) => text.replace("Body 参数application/json\n", "")],
  ["the media type of the body alone", (text) => text.replace("Body 参数application/json\n", "application/json\n")],
  ["no heading of the path", (text) => text.replace("Path 参数\n", "")],
  ["no heading of an example", (text) => text.replaceAll("\n示例\n{", "\n{")],
  ["no heading of the last example", (text) => text.replace(/\n示例\n(?=\{\n {4}"code")/, "\n")],
  [
    "rows with tabs between their cells",
    (text) =>
      text.replaceAll(/^(\w+)\n((?:string|integer|boolean|object|array|enum)\b.*)\n(必需|可选)?/gm, "$1\t$2\t$3"),
  ],
  [
    "the media type below the heading of an example, as on a tab",
    (text) => text.replaceAll("\n示例\n", "\n示例\napplication/json\n"),
  ],
  [
    "headers of the answer",
    (text) => text.replace("application/json\nBody\n", "Headers\ntrace\nstring\n必需\nBody\n"),
    undefined,
    noted('"Headers" of the answer is not read: trace'),
  ],
  [
    "headers of the answer, and the media type of its body alone",
    (text) => text.replace("application/json\nBody\n", "Headers\ntrace\nstring\n必需\napplication/json\n"),
    undefined,
    noted('"Headers" of the answer is not read: trace'),
  ],
  ["a heading twice", (text) => text.replaceAll(/^(Body.*|Header 参数|返回响应)$/gm, "$1\n$1")],
  [
    "spaces where others have none",
    (text) => text.replaceAll("Body 参数application", "Body参数 application").replace("Header 参数", "Header参数"),
  ],
  [
    "the media type in brackets",
    (text) => text.replace("参数application/json", " 参数 (application/json; charset=utf-8)"),
  ],
  ["the media type behind a colon", (text) => text.replace("参数application/json", " 参数：application/json")],
  ["the media type on the next line", (text) => text.replace("参数application/json", "参数\napplication/json")],
  [
    "the media type with a word",
    (text) => text.replace("\napplication/json\nBody", "\nContent-Type: application/json\nBody"),
  ],
  [
    "buttons and counts",
    (text) =>
      text
        .replaceAll(/^(Header 参数|Body.*|示例|sku|必需)$/gm, "$1\n全部展开\n复制")
        .replaceAll("sku\n全部展开\n复制", "sku")
        .replace(" {2}]  | null ", "]  | null \n{2}\nCollapse all"),
  ],
  [
    "examples and samples in a column of their own",
    (text) => {
      const json = /(?<=修改于[^]*|必需\n示例\n)\{\n {4}"code"[^]*?\n\}\n/.exec(text)?.[0] ?? "";
      return text.replace(`示例\n${json}`, "示例\n").replace("\n修改于", `\n响应示例响应示例\n${json}修改于`);
    },
  ],
  ["no footer", (text) => text.replace(/\n上一页[^]*$/, "")],
  ["no navigation", (text) => text.replace(/^[^]*?\n\n/, ""), (found) => expect(found.folder).toEqual([])],
  ["only the breadcrumbs", (text) => text.replace(/^[^]* {2}1\. Parcels\n/, "1. Shop\n2. Parcels\n")],
  [
    "English words",
    (text) =>
      Object.entries({
        开发中: "In development",
        请求参数: "Request",
        "Path 参数": "Path Params",
        "Query 参数": "Query Params",
        "Header 参数": "Header Params",
        "Body 参数application/json": "Body Params application/json required",
        请求示例请求示例: "Request Example Request Example",
        示例代码: "Request Code Samples",
        "示例值:": "Example:",
        "枚举值:": "Allowed values:",
        "默认值:": "Default value:",
        示例: "Example",
        必需: "required",
        可选: "optional",
        返回响应: "Responses",
        "200成功": "200 Success",
        修改于: "Modified at",
        上一页: "Previous",
        下一页: "Next",
      }).reduce((whole, [chinese, english]) => whole.replaceAll(chinese, english), text),
  ],
];

test.each(COPIES)("a copy with %s shows the same", (_, copy, folder, besides) => {
  const text = copy(WHOLE);
  expect(text).not.toBe(WHOLE);
  const found = pageIn(text);
  const whole = pageIn(WHOLE);
  expect(Object.fromEntries(found.fields)).toEqual(Object.fromEntries(whole.fields));
  const { title, language, kind, method, status, servers, modified, visible } = whole;
  expect(found).toMatchObject({ title, language, kind, method, status, servers, modified, visible });
  (besides ?? noted())(found);
  expect(found.path).toBe(whole.path);
  expect(found.examples).toEqual(whole.examples);
  if (folder === undefined) expect(found.folder).toEqual(whole.folder);
  else folder(found);
  const lines = text.split(/\r?\n/);
  for (const place of found.fields.keys()) expectLine(lines, found, place);
});

/** The line of a field has its name. The line of a list's items has the list's name or a bracket of an example. */
function expectLine(lines: readonly string[], found: ReadPage, place: string): void {
  const name =
    place
      .replaceAll(/(?:\/\*)+$/g, "")
      .split("/")
      .at(-1) ?? "";
  const line = (lines[found.lineOf(place) - 1] ?? "").replaceAll("\u200B", "");
  expect(line, place).toMatch(new RegExp(`(?:^|["{])${name}(?:$|[";}\\t])`));
}

test("lines count from 1, and the line of the head is the line of its method", () => {
  const lines = WHOLE.split("\n");
  const found = pageIn(WHOLE);
  expect(lines[found.lineOf() - 1]).toBe("POST");
  expect(lines[found.lineOf()]).toBe("/shop/parcel/{parcelId}/move");
  expect(lines[found.lineOf("body/extra") - 1]).toMatch(/"extra"/);
  expect(lines[found.lineOf("body/way") - 1]).toBe("way");
  expect(found.lineOf("body/nowhere")).toBe(found.lineOf());
});

test("the line of a field that only an example shows is that of the first value, whatever else has its name", () => {
  const example = ["{", '"list": [', '{"a": 1},', '{"a": 2,', '"b": 3}', "],", '"a": 4', "}"];
  const text = page(["示例", ...example]);
  const found = pageIn(text);
  const lineAt = (place: string): string => text.split("\n")[found.lineOf(place) - 1] ?? "";
  expect(["body/list", "body/list/*", "body/list/*/a", "body/list/*/b", "body/a"].map(lineAt)).toEqual([
    '"list": [',
    '{"a": 1},',
    '{"a": 1},',
    '"b": 3}',
    '"a": 4',
  ]);
});

describe("types", () => {
  const cases: [printed: string, field: Partial<Field>, items?: Partial<Field>][] = [
    ["string", { types: ["string"], nullable: "no" }],
    ["integer <int64>", { types: ["integer"], format: "int64" }],
    ["integer<int64>  | null", { types: ["integer"], format: "int64", nullable: "yes" }],
    ["string | integer", { types: ["integer", "string"], nullable: "no" }],
    ["string  | integer  | null", { types: ["integer", "string"], nullable: "yes" }],
    ["null", { types: [], nullable: "yes" }],
    ["any", { types: [], nullable: "no" }],
    ["oneOf", { types: [], nullable: "no" }],
    ["file", { types: ["string"], format: "binary" }],
    ["enum<integer>", { types: ["integer"] }],
    ["object (Line) {3}", { types: ["object"], shape: "Line" }],
    ["object (分页(行)) ", { types: ["object"], shape: "分页(行)" }],
    ["array", { types: ["array"] }],
    ["array[integer<int32>]", { types: ["array"] }, { types: ["integer"], format: "int32" }],
    ["array[string | null]", { types: ["array"] }, { types: ["string"], nullable: "yes" }],
    ["array<integer>", { types: ["array"], nullable: "no" }, { types: ["integer"] }],
    ["array [object {2}] ", { types: ["array"], nullable: "no" }, { types: ["object"] }],
    [
      "array[object (Line[]) {2}]  | null",
      { types: ["array"], nullable: "yes" },
      { types: ["object"], shape: "Line[]" },
    ],
    ["array[array[number]]", { types: ["array"] }, { types: ["array"] }],
  ];

  test.each(cases)("%s", (printed, field, items) => {
    const fields = fieldsOf(page(["other", "string | null", "thing", printed]));
    expect(fields["body/thing"]).toMatchObject(field);
    expect(fields["body/thing"]?.format).toBe(field.format);
    if (items === undefined) expect(fields).not.toHaveProperty(["body/thing/*"]);
    else expect(fields["body/thing/*"]).toMatchObject({ nullable: "not visible", required: "not visible", ...items });
  });

  test("the items of a list of lists", () => {
    expect(placesOf(page(["grid", "array[array[number]]"]))).toEqual(["body/grid", "body/grid/*", "body/grid/*/*"]);
  });
});

describe("marks", () => {
  test("words beside the numbers of a closed list are part of the label, and examples of fields are kept", () => {
    const rows = (word: string): string => page(["a", "integer", "枚举值:", "0", word, "b", "string", "示例值:", "x"]);
    expect(fieldsOf(rows("开"))).toMatchObject({ "body/a": { enum: ["0"], label: "开" }, "body/b": { example: "x" } });
    expect(fieldsOf(rows("关"))).toMatchObject({ "body/a": { enum: ["0"], label: "关" } });
  });

  test("a mark is visible only if it is printed", () => {
    const fields = fieldsOf(page(["a", "string", "必需", "b", "string", "标签", "c", "string", "可选", "d", "string"]));
    expect(Object.values(fields).map(({ required }) => required)).toEqual(["yes", "not visible", "no", "not visible"]);
    expect(fields["body/b"]?.label).toBe("标签");
  });

  test("if the page has no `| null` at all, no field is known to be never null", () => {
    expect(fieldsOf(page(["a", "string"]))["body/a"]?.nullable).toBe("not visible");
    const elsewhere = fieldsOf(page(["a", "string"], ["b", "string | null"]));
    expect(elsewhere["body/a"]?.nullable).toBe("no");
    expect(elsewhere["response/b"]?.nullable).toBe("yes");
  });

  test("the name before the mark is the label; if there is none, the text after the mark is", () => {
    const fields = fieldsOf(page(["a", "string", "名", "必需", "更多", "b", "string", "必需", "文"]));
    expect(fields["body/a"]?.label).toBe("名");
    expect(fields["body/b"]?.label).toBe("文");
  });

  test("closed lists: values in rows or on one line, and numbers with explanations between them", () => {
    const rows = ["a", "string", "枚举值:", "x y", "z", "b", "enum<integer>", "可选", "枚举值:", "0", "开", "1", "关"];
    const fields = fieldsOf(page([...rows, "c", "string", "枚举值: p, q"]));
    expect(Object.values(fields).map((field) => field.enum)).toEqual([
      ["x", "y", "z"],
      ["0", "1"],
      ["p", "q"],
    ]);
  });

  test("headers keep neither default nor example", () => {
    const lines = ["请求参数", "Header 参数", "key", "string", "必需", "默认值:", "secret", "示例值:", "secret"];
    const fields = fieldsOf([...HEAD, ...lines, ...ANSWER].join("\n"));
    expect(fields["header/key"]).toEqual({
      from: "table",
      types: ["string"],
      nullable: "not visible",
      required: "yes",
    });
  });

  test("a default may be missing, look like a type or be on the same line; after a wide colon there is an author's own sentence", () => {
    const fields = fieldsOf(
      page([
        "a",
        "string",
        "默认值:",
        "b",
        "string",
        "默认值:",
        "string",
        "c",
        "integer",
        "默认值:7",
        "d",
        "string",
        "默认值\uFF1Ax",
      ]),
    );
    expect(Object.values(fields).map((field) => field.default)).toEqual([undefined, "string", 7, undefined]);
    expect(fields["body/d"]?.label).toBe("默认值\uFF1Ax");
  });
});

describe("nesting", () => {
  const cases: [what: string, rows: string, example: string, places: string][] = [
    ["no example, no object", "a:string b:string", "", "a b"],
    ["no example: the place of rows below an object is open", "a:object b:string c:string", "", "a ?/b ?/c"],
    [
      "a member, then a field of the outermost object",
      "a:object b:string c:string",
      '{"a":{"b":""},"c":""}',
      "a a/b c",
    ],
    ["a name that is in both places", "a:object b:string", '{"a":{"b":""},"b":""}', "a ?/b a/b b"],
    [
      "a name in both places whose second row can only be the member",
      "b:string a:object b:string",
      '{"b":"","a":{"b":""}}',
      "b a a/b",
    ],
    [
      "two levels up",
      "a:object b:array[object] c:string d:string",
      '{"a":{"b":[{"c":""}]},"d":""}',
      "a a/b a/b/* a/b/*/c d",
    ],
    ["a list that is empty in the example", "a:array[object] b:string b:string", '{"a":[],"b":""}', "a a/* ?/b b"],
    [
      "a row that no example has, and rows after it",
      "a:object x:string b:string c:string",
      '{"a":{"b":""},"c":""}',
      "a ?/x a/b c",
    ],
    [
      "members of an object whose place is open",
      "a:object x:object id:string y:string id:string",
      '{"a":{"k":""},"y":"","id":""}',
      "a ?/x ?/id y id a/k",
    ],
    ["a body that is a list", "array[object] a:string", "", " * */a"],
    ["a body that is a list in its example only", "a:object b:string", '[{"a":{},"b":""}]', "*/a */b  *"],
    ["a name with a slash", "a/b:string", "", "a~1b"],
  ];

  test.each(cases)("%s", (_, rows, example, places) => {
    const lines = rows.split(" ").flatMap((row) => row.split(":"));
    const found = placesOf(page([...lines, ...(example === "" ? [] : ["示例", example])]));
    expect(found).toEqual(places.split(" ").map((place) => (place === "" ? "body" : `body/${place}`)));
  });

  test("two fields of one name whose place is open keep what both rows say", () => {
    const rows = ["a", "object", "x", "string", "必需", "名", "x", "integer", "必需", "数"];
    expect(fieldsOf(page(rows))["body/?/x"]).toEqual({
      from: "table",
      types: [],
      nullable: "not visible",
      required: "yes",
    });
  });

  test("the number of members alone does not show a place", () => {
    expect(placesOf(page(["a", "object {1}", "b", "string"]))).toEqual(["body/a", "body/?/b"]);
  });
});

describe("items of lists in rows without a name", () => {
  const cases: [what: string, rows: string, example: string, places: string][] = [
    ["of a list of lists", "a|array [array]|可选|string|可选|A note, and more|b|integer", "", "a a/* a/*/*:string b"],
    ["of a list of lists of lists", "a|array [array]|array [string]|可选", "", "a a/* a/*/*:array a/*/*/*:string"],
    [
      "of a list of lists, printed in full",
      "a|array [array]|array [string]",
      '{"a":[["x"]]}',
      "a a/*:array a/*/*:string",
    ],
    [
      "each below the one around it",
      "a|array [array]|array [array]|string|b|string",
      "",
      "a a/* a/*/*:array a/*/*/*:array a/*/*/*/*:string b",
    ],
    ["of a list alone", "a|array|必需|integer|必需|b|string", "", "a a/*:integer b"],
    [
      "of a list of objects",
      "a|array [object {2}]|可选|object|必需|x|string|y|string",
      '{"a":[{"x":"","y":""}]}',
      "a a/*:object a/*/x a/*/y",
    ],
    [
      "of a list of lists of objects",
      "a|array [array]|object (Line) {1}|x|string",
      '{"a":[[{"x":""}]]}',
      "a a/* a/*/*:object a/*/*/x",
    ],
    [
      "of a nested list",
      "o|object|a|array [array]|string|可选|z|string",
      '{"o":{"a":[[""]],"z":""}}',
      "o o/a o/a/* o/a/*/*:string o/z",
    ],
    [
      "of a list in a list's items",
      "o|array [object]|object|a|array [array]|integer",
      '{"o":[{"a":[[1]]}]}',
      "o o/*:object o/*/a o/*/a/* o/*/a/*/*:integer",
    ],
    [
      "of the first of two lists",
      "a|array [array]|string|b|array [array]|number",
      "",
      "a a/* a/*/*:string b b/* b/*/*:number",
    ],
    ["of the whole", "array [array]|string|可选", "", " * */*:string"],
    ["of the whole, with members", "array [object]|object|x|string", "", " *:object */x"],
    ["of several kinds", "a|array|string|可选|integer|可选", "", "a a/*:integer,string"],
    ["below the list's label", "a|array [array]|可选|Pairs, one each|string|b|string", "", "a a/* a/*/*:string b"],
    [
      "below a label of one word",
      "a|array [array]|可选|Pairs|string|b|string",
      '{"a":[[""]],"b":""}',
      "a a/* a/*/*:string b",
    ],
    [
      "below a label of a list of objects",
      "a|array [object]|可选|包裹|object|x|string",
      '{"a":[{"x":""}]}',
      "a a/*:object a/*/x",
    ],
    [
      "none: a field has the name of a type",
      "a|array [array]|string|integer",
      '{"a":[],"string":1}',
      "a a/* string:integer",
    ],
    ["none: a field is below a folded list", "a|array [array]|b|string", '{"a":[],"b":""}', "a a/* b:string"],
    [
      "none: a field is an object that no example shows",
      "a|array [object]|b|object|x|string",
      '{"a":[{"x":""}]}',
      "a a/* ?/b:object a/*/x",
    ],
    ["none: a label is the word of a type", "a|array [string]|string|必需", "", "a a/*:string"],
    ["none: a default value is the word of a type", "a|array|默认值:|string|b|integer", "", "a b"],
  ];

  test.each(cases)("%s", (_, rows, example, places) => {
    const found = pageIn(page([...rows.split("|"), ...(example === "" ? [] : ["示例", example])]));
    const printed = places.split(" ").map((place) => place.split(":"));
    expect([...found.fields.keys()].sort()).toEqual(
      printed.map(([place = ""]) => (place === "" ? "body" : `body/${place}`)).sort(),
    );
    for (const [place, types] of printed) {
      if (types !== undefined) expect(found.fields.get(`body/${place ?? ""}`)?.types, place).toEqual(types.split(","));
    }
    expect(found.notices).toEqual([]);
  });

  test("have a label, a shape and a nullness, but no mark", () => {
    const text = page(["a", "array [object (Line) {1}]", "必需", "object | null", "必需", "A line", "x", "string"]);
    expect(fieldsOf(text)["body/a/*"]).toMatchObject({
      shape: "Line",
      label: "A line",
      nullable: "yes",
      required: "not visible",
    });
  });
});

describe("what is noted, with a line", () => {
  const EXTRA = ["session", "string", "必需", "s"];
  const cookie = (...rows: string[]): string =>
    page(["a", "string"]).replace("Body 参数", `Cookie 参数\n${rows.join("\n")}\nBody 参数`);
  const further = (...lines: string[]): string =>
    page(["a", "string"], ["code", "integer", "示例", '{"code": 1}', ...lines]);
  const row = (...lines: string[]): string => page(["a", "string", ...lines, "b", "integer"]);
  /** A page, what it notes, the line, and a version of the page whose notice differs. */
  const cases: [what: string, text: string, says: RegExp, at: string, other: string][] = [
    [
      "cookies",
      cookie(...EXTRA),
      /^"Cookie 参数" is not read: session /,
      "Cookie 参数",
      cookie("session", "integer", "必需", "s"),
    ],
    [
      "an authorization",
      cookie().replace("Cookie 参数", "鉴权\nBearer"),
      /^"鉴权" is not read/,
      "鉴权",
      cookie().replace("Cookie 参数", "鉴权\nBasic"),
    ],
    [
      "a further answer",
      further("🟠400", "Bad", "application/json", ...EXTRA),
      /^the answer 400 is not read: session /,
      "🟠400",
      further("🟠400", "Bad", "application/json", "session", "integer", "必需", "s"),
    ],
    [
      "a second answer of one status",
      further("🟢200需要验证", "Body", ...EXTRA),
      /^the answer 200 is not read: session /,
      "🟢200需要验证",
      further("🟢200需要登录", "Body", ...EXTRA),
    ],
    [
      "headers of an answer",
      page(["a", "string"], ["code", "string", "Headers", ...EXTRA]),
      /^"Headers" of the answer is not read: session /,
      "Headers",
      page(["a", "string"], ["code", "string", "Headers", "session", "integer"]),
    ],
    [
      "a second media type",
      further("text/xml", ...EXTRA),
      /^the answer as text\/xml is not read: session /,
      "text/xml",
      further("text/csv", ...EXTRA),
    ],
    [
      "a media type that is not JSON",
      page(["a", "string"]).replace("application/json", "multipart/form-data"),
      /^the body is multipart\/form-data, not JSON$/,
      "Body 参数multipart/form-data",
      page(["a", "string"]).replace("application/json", "text/xml"),
    ],
    ["a limit", row("最大长度:", "5"), /^limits of fields are not read: a 最大长度: 5$/, "a", row("最大长度: 6")],
    ["a limit in signs", row(">= 1 字符"), /^limits of fields are not read: a >= 1 字符$/, "a", row(">= 2 字符")],
    [
      "a pattern",
      row("必需", "匹配正则:", "^a{3}$"),
      /not read: a 匹配正则: \^a\{3\}\$$/,
      "a",
      row("必需", "匹配正则:", "^b$"),
    ],
    [
      "a deprecated field",
      row("已废弃", "必需"),
      /^marks of deprecated fields are not read: a$/,
      "a",
      page(["a", "string", "b", "integer", "deprecated"]),
    ],
    ["a read-only field", row("只读"), /^marks of read-only fields are not read: a$/, "a", row("write-only")],
    [
      "rows outside any table",
      [...HEAD, "请求参数", "lost", "string", "Header 参数", "key", "string", ...ANSWER].join("\n"),
      /^rows stand here outside any table: lost /,
      "lost",
      [...HEAD, "请求参数", "lost", "integer", "Header 参数", "key", "string", ...ANSWER].join("\n"),
    ],
    [
      "a type in an unknown form",
      row("c", "List<integer>"),
      /^what looks like a row is not read, 1 in all: c$/,
      "c",
      row("d", "List<integer>"),
    ],
    [
      "a list in an unknown form",
      row("c", "array{string}"),
      /^what looks like a row is not read, 1 in all: c$/,
      "c",
      row("d", "array{string}"),
    ],
    [
      "an example without its first line",
      page(["a", "string", "示例", '"a": "",', "}"]),
      /^what looks like a part of an example is not read, 1 in all: "a": "",$/,
      '"a": "",',
      page(["a", "string", "示例", '"b": "",', "}"]),
    ],
    [
      "a header of the code sample",
      row().replace("返回响应", "示例代码\ncurl '/shop' \\\n--header 'token;'\n返回响应"),
      /^no header table lists token of the code sample$/,
      "--header 'token;'",
      row().replace("返回响应", "示例代码\ncurl '/shop' \\\n--header 'key;'\n返回响应"),
    ],
  ];

  test.each(cases)("%s", (_, text, says, at, other) => {
    const { pages, problems } = read(text);
    const [first] = pages;
    expect(first?.notices).toEqual([expect.stringMatching(says)]);
    expect(text.split("\n")[(problems[0]?.line ?? 0) - 1]).toBe(at);
    expect(pageIn(other).notices).not.toEqual(first?.notices);
    expect(pageIn(text.replaceAll("\n", "\r\n\r\n")).notices).toEqual(first?.notices);
  });

  test("a request on the page of a callback that shows the message as its answer", () => {
    const text = page(["a", "string"], ["b", "string"], ["Moved", "POST", "SHOP_PARCEL_MOVED"]);
    expect(placesOf(text)).toEqual(["body/b"]);
    expect(pageIn(text).notices).toEqual([
      expect.stringMatching(/^the request of the callback's page is not read: a /),
    ]);
  });

  test("a long list is cut, and a change behind the cut is still seen", () => {
    const names = Array.from({ length: 60 }, (_, index) => `field${index}`);
    const noticeOf = (all: string[]): string =>
      pageIn(page(all.flatMap((name) => [name, "string", "已废弃"]))).notices.join();
    expect(noticeOf(names).length).toBeLessThan(260);
    expect(noticeOf(names.with(-1, "other"))).not.toBe(noticeOf(names));
  });

  test("values and labels are not taken for limits, media types or buttons", () => {
    const rows = [
      "Content-Type",
      "string",
      "默认值:",
      "application/json",
      "Accept",
      "string",
      "必需",
      "application/json",
      "key",
      "string",
    ];
    const text = page(["copy", "boolean", "枚举值:", "copy", "Copy", "b", "string", "copy"]).replace(
      "Body 参数",
      `Header 参数\n${rows.join("\n")}\nBody 参数`,
    );
    expect(fieldsOf(text)).toMatchObject({ "body/copy": { enum: ["copy", "Copy"] }, "body/b": { label: "copy" } });
    expect(placesOf(text).slice(0, 3)).toEqual(["header/Content-Type", "header/Accept", "header/key"]);
    expect(pageIn(text).notices).toEqual([]);
  });
});

describe("rows without a heading", () => {
  const CURL = [
    "示例代码",
    "curl --location --request POST '/shop/parcel/move?dry=1' \\",
    "--header 'key;' \\",
    "--data-raw ''",
  ];
  const request = (...lines: string[]): string[] =>
    placesOf([...HEAD, ...lines, ...CURL, ...ANSWER, "code", "integer", "修改于 2025-01-02"].join("\n"));

  test.each([
    ["all headings", ["dry", "boolean", "key", "string", "a", "object", "key", "string"]],
    ["all but that of the request", ["请求参数", "dry", "boolean", "key", "string", "a", "object", "key", "string"]],
    [
      "that of the body",
      ["请求参数", "Query 参数", "dry", "boolean", "Header 参数", "key", "string", "a", "object", "key", "string"],
    ],
    [
      "those of the headers and the body",
      ["Query 参数", "dry", "boolean", "请求参数", "key", "string", "a", "object", "key", "string"],
    ],
  ])("the code sample shows the parts: without %s", (_, lines) => {
    expect(request(...lines)).toEqual(["header/key", "query/dry", "body/a", "body/?/key", "response/code"]);
  });
});

test("whatever line of a copy is lost, printed twice or moved, no row is lost in silence", () => {
  const lines = WHOLE.split("\n").filter((line) => line.trim() !== "");
  const start = lines.indexOf("Parcels", lines.indexOf("开发中"));
  const ofRows = new Set(
    lines.flatMap((_, at) =>
      /^(?:string|integer|boolean|object|array|enum)\b/.test(lines[at + 1] ?? "") ? [at, at + 1] : [],
    ),
  );
  const rows = [...ofRows].filter((at) => ofRows.has(at + 1)).map((at) => lines[at] ?? "");
  const others = lines.map((_, at) => at).filter((at) => at > start && !ofRows.has(at));
  expect(rows).toHaveLength(13);
  for (const at of others) {
    const copies = [
      lines.toSpliced(at, 1),
      lines.toSpliced(at, 0, lines[at] ?? ""),
      // Each pair once.
      ...others.filter((two) => two > at).map((two) => lines.filter((_, line) => line !== at && line !== two)),
    ];
    for (const copy of copies) {
      const { pages, problems } = read(copy.join("\n"));
      const [found] = pages;
      const names = [...(found?.fields.keys() ?? [])].map((place) => place.split("/").at(-1) ?? "");
      const missing = rows.filter(
        (row) => !names.includes(row) && found?.notices.some((notice) => notice.includes(row)) !== true,
      );
      if (found === undefined) expect(problems.length).toBeGreaterThan(0);
      else expect(missing, copy.join("\n")).toEqual([]);
    }
  }
}, 60_000);

describe("folded tables", () => {
  const visibleIn = (lines: readonly string[], head: readonly string[] = HEAD): ReadPage["visible"] =>
    pageIn([...head, ...lines].join("\n")).visible;

  test("only examples remain", () => {
    const text = page(["示例", '{"id": 1, "more": [{"a": null}]}'], ["示例", '{"code": 200}']);
    expect(visibleIn(text.split("\n").slice(HEAD.length))).toEqual({
      header: "table",
      path: "table",
      query: "table",
      body: "example",
      response: "example",
    });
    expect(fieldsOf(text)).toMatchObject({
      "body/id": { from: "example", types: ["integer"], nullable: "not visible", required: "not visible" },
      "body/more/*/a": { from: "example", types: [], nullable: "yes" },
      "response/code": { from: "example", types: ["integer"] },
    });
  });

  test("a heading without rows or example shows nothing; a part without a heading beside others has no fields", () => {
    expect(visibleIn(["请求参数", "Header 参数", "Body 参数application/json", ...ANSWER])).toEqual({
      header: "none",
      path: "table",
      query: "table",
      body: "none",
      response: "none",
    });
  });

  test("if no part of the request is listed, nothing is known of it", () => {
    const none = { header: "none", path: "none", query: "none", body: "none", response: "none" };
    expect(visibleIn(["请求参数", ...ANSWER])).toEqual(none);
    expect(visibleIn(ANSWER)).toEqual(none);
  });

  test("an example right below the heading of a folded table", () => {
    const found = pageIn(page(['[{"id": 1}]'], ['{"code": 200}']));
    expect(found.examples).toEqual({ body: [[{ id: 1 }]], response: [{ code: 200 }] });
    expect(found.notices).toEqual([]);
  });

  test("the code sample shows the body and the names of folded tables", () => {
    const found = pageIn(
      [
        ...HEAD,
        "请求参数",
        "Query 参数",
        "Header 参数",
        "Body 参数application/json",
        "示例",
        "示例代码",
        "curl --location --request POST '/shop/parcel/move?sign&time=1' \\",
        "--header 'access-key;' \\",
        "--header 'user-id: 7' \\",
        "--header 'Content-Type: application/json' \\",
        "--data-raw '{",
        String.raw`"note": "it'\''s",`,
        '"id": 9007199254740993',
        "}'",
        ...ANSWER,
      ].join("\n"),
    );
    expect(found.visible).toMatchObject({ header: "example", query: "example", body: "example" });
    expect([...found.fields.keys()]).toEqual([
      "header/access-key",
      "header/user-id",
      "query/sign",
      "query/time",
      "body/note",
      "body/id",
    ]);
    expect(found.examples.body).toEqual([{ note: "it's", id: 9007199254740993n }]);
    expect(["header/user-id", "query/sign", "body/id"].map((place) => found.lineOf(place))).toEqual([12, 10, 16]);
    expect(found.servers).toEqual([]);
  });

  test("the path shows its own parameters", () => {
    const head = ["Get a parcel", "GET", "/shop/parcel/{parcelId}"];
    const found = pageIn([...head, "请求参数", "Header 参数", "key", "string", ...ANSWER].join("\n"));
    expect(found.fields.get("path/parcelId")).toEqual({
      from: "example",
      types: [],
      nullable: "not visible",
      required: "yes",
    });
    expect(found.visible.path).toBe("example");
    expect(found.lineOf("path/parcelId")).toBe(3);
  });

  test("an example that is not JSON is a notice; personal data in one is withheld", () => {
    const found = pageIn(page(["a", "string", "示例", '{"a": {{token}}}'], ["示例", '{"phone": "10000000001"}']));
    expect(found.notices).toEqual(["an example of the body is not JSON"]);
    expect(found.examples).toEqual({ body: [], response: [{ phone: "(withheld)" }] });
  });

  test("an answer with a status of failure is not read", () => {
    const found = pageIn(
      [...HEAD, "返回响应", "🔴500服务器错误", "application/json", "Body", "why", "string", "示例", "{}"].join("\n"),
    );
    expect(found.visible.response).toBe("none");
    expect(found.fields.size).toBe(0);
    noted(
      "the answer 500 is not read: why",
      "the answer that is shown has the status 500; no successful one is visible",
    )(found);
  });
});

describe("words that are also names of fields", () => {
  test("fields may have the names of headings, marks and types", () => {
    const rows = [
      "Authorization",
      "string",
      "Body",
      "object",
      "Example",
      "string",
      "object",
      "string",
      "Next",
      "string",
    ];
    const places = placesOf(page(["first", "string", ...rows]));
    expect(places.slice(0, 3)).toEqual(["body/first", "body/Authorization", "body/Body"]);
    expect(places.slice(3)).toEqual(["body/?/Example", "body/?/object", "body/?/Next"]);
  });

  test("labels may be the words of headings", () => {
    const fields = fieldsOf(
      page(
        ["a", "string", "示例", "b", "string", "Body", "c", "string", "Request", "d", "string", "下一页"],
        ["e", "integer", "200"],
      ),
    );
    expect(Object.values(fields).map(({ label }) => label)).toEqual(["示例", "Body", "Request", "下一页", "200"]);
  });
});

describe("callbacks", () => {
  const HEAD_OF_CALLBACK = ["1. Messages", "Parcel moved", "POST", "SHOP_PARCEL_MOVED"];
  const REQUEST = ["请求参数", "Header 参数", "key", "string", "必需"];

  test("the answer is the message, and the receiver's answer is not visible", () => {
    const rows = [
      "type",
      "string",
      "必需",
      "data",
      "object",
      "id",
      "integer",
      "示例",
      '{"type": "", "data": {"id": 1}}',
    ];
    const found = pageIn([...HEAD_OF_CALLBACK, ...REQUEST, ...ANSWER, ...rows].join("\n"));
    expect(found).toMatchObject({
      kind: "callback",
      method: "POST",
      path: "SHOP_PARCEL_MOVED",
      title: "Parcel moved",
      folder: ["Messages"],
      servers: [],
      visible: { header: "table", path: "table", query: "table", body: "table", response: "none" },
      examples: { body: [{ type: "", data: { id: 1 } }], response: [] },
    });
    expect([...found.fields.keys()]).toEqual(["header/key", "body/type", "body/data", "body/data/id"]);
    expect(found.lineOf("body/data/id")).toBe(19);
  });

  test("message types as titles of the navigation are not heads", () => {
    const navigation = ["SHOP_PARCEL_SENT", "POST", "SHOP_PARCEL_MOVED", "POST", "SHOP_PARCEL_LOST", "POST"];
    const text = [...navigation, ...HEAD_OF_CALLBACK, ...REQUEST, ...ANSWER, "type", "string", "修改于 2025-01-02"];
    expect(pageIn(text.join("\n")).path).toBe("SHOP_PARCEL_MOVED");
  });
});

test.each([
  ["设计中", "in-development"],
  ["待确定", "in-development"],
  ["开发中", "in-development"],
  ["联调中", "in-development"],
  ["测试中", "in-development"],
  ["有异常", "in-development"],
  ["Developing", "in-development"],
  ["已测试", "released"],
  ["已发布", "released"],
  ["将废弃", "deprecated"],
  ["已废弃", "deprecated"],
  ["Deprecated", "deprecated"],
])("a head marked %s is %s", (word, status) => {
  const found = pageIn([HEAD[0], word, ...HEAD.slice(1), ...ANSWER].join("\n"));
  expect(found).toMatchObject({ status, title: "Move a parcel" });
});

test("a head without a status is released; a server before the path is read as the server", () => {
  const found = pageIn(["Move", "PUT", "https://api.example.com/shop/parcel/move", ...ANSWER].join("\n"));
  expect(found).toMatchObject({
    status: "released",
    method: "PUT",
    path: "/shop/parcel/move",
    servers: ["https://api.example.com"],
  });
});

describe("languages", () => {
  const written = (title: string, label: string): string =>
    page(["a", "string", "必需", label, "示例", '{"a": "", "b": 1}'], [], [title, "POST", "/shop/parcel/{id}"]);

  test.each([
    ["移动包裹", "标签", "zh"],
    ["Move a parcel", "标签", "en"],
    ["Move a parcel", "a label", "en"],
    ["1688", "标签", "zh"],
    ["Move la carte", "a label", "en"],
  ])("%s with the label %s is %s", (title, label, language) => {
    expect(pageIn(written(title, label)).language).toBe(language);
  });

  test.each([
    ["Di chuyển gói hàng", "Vietnamese", "vi"],
    ["Mover el paquete según el envío", "Spanish", "es"],
    ["ย้ายพัสดุ", "Thai", "th"],
  ])("%s: only the path and the examples of a page in %s are used, with a warning", (title, name, language) => {
    const { pages, problems } = read(written(title, title));
    expect(problems).toMatchObject([{ file: "page.txt", line: 2, message: expect.stringContaining(name) as unknown }]);
    expect(pages).toMatchObject([
      { language, method: "POST", path: "/shop/parcel/{id}", examples: { body: [{ a: "", b: 1 }] } },
    ]);
    expect([...(pages[0]?.fields ?? [])].map(([place, { from }]) => [place, from])).toEqual([
      ["body/a", "example"],
      ["body/b", "example"],
      ["path/id", "example"],
    ]);
    expect(pages[0]?.visible).toMatchObject({ header: "none", query: "none", body: "example", response: "none" });
    expect(pages[0]?.notices).toHaveLength(1);
  });

  test("a translated page without any known word gives a warning, and is still read", () => {
    const { pages, problems } = read(["Di chuyển gói hàng", "POST", "/shop/parcel", "Không rõ"].join("\n"));
    expect(problems).toHaveLength(1);
    expect(pages).toMatchObject([{ path: "/shop/parcel", visible: { body: "none", response: "none" } }]);
  });
});

describe("bad pages", () => {
  const BODY = [...HEAD, "请求参数", "Body 参数application/json"];
  const cases: [what: string, lines: readonly string[], line: number, says: RegExp][] = [
    ["no page at all", ["Some notes", "on parcels"], 1, /not the page of an endpoint.*GET, POST.*path/],
    ["methods, but no path", ["List orders", "GET", "Move a parcel", "POST"], 1, /not the page of an endpoint/],
    [
      "two pages",
      [...HEAD, ...ANSWER, "Other", "", "GET", "/shop/other", ...ANSWER],
      10,
      /several endpoints: POST \/shop\/parcel\/move, GET \/shop\/other/,
    ],
    ["one method, two paths", [...HEAD, "/shop/other", ...ANSWER], 4, /several endpoints/],
    ["a head alone", HEAD, 3, /ends before its answer/],
    ["the request alone", [...BODY, "a", "string", "示例", "{}"], 9, /ends before its answer/],
    ["an end within the request's table", [...BODY, "a", "string", "b"], 8, /ends within a table/],
    ["an end within the answer's table", [...HEAD, ...ANSWER, "a", "string", "b"], 10, /ends within a table/],
    ["an example that does not end", [...HEAD, ...ANSWER, "示例", "{", '"a": 1'], 9, /does not end/],
    ["an example cut off by the next section", [...BODY, "示例", "{", '"a": [1,', ...ANSWER], 7, /does not end/],
    [
      "a code sample that does not end",
      [...BODY, "示例代码", "curl '/x' \\", "--data-raw '{", ...ANSWER],
      7,
      /does not end/,
    ],
    [
      "a row without its type",
      [...BODY, "a", "string", "必需", "b", "必需", ...ANSWER],
      10,
      /without a field and its type/,
    ],
    [
      "a first row without its type",
      [...BODY, "b", "必需", "a", "string", ...ANSWER],
      7,
      /without a field and its type/,
    ],
  ];

  test.each(cases)("%s", (_, lines, line, says) => {
    const { pages, problems } = read(lines.join("\n"));
    expect(pages).toEqual([]);
    expect(problems).toMatchObject([
      { file: "page.txt", line, rule: "page", message: expect.stringMatching(says) as unknown },
    ]);
    expect(problems[0]?.fix).not.toBe("");
  });

  test("the time for a large page grows with its size only, whatever it contains", () => {
    const size = 200_000;
    const filled = (lines: string): string => lines.repeat(size / lines.length);
    const request = [...BODY, ""].join("\n");
    const end = [...ANSWER, "修改于 2025-01-02"].join("\n");
    const texts = [
      filled("word\n"),
      filled("POST\n"),
      filled("POST\n/a\n"),
      `POST\n${filled("/")}`,
      filled(" • a\n") + page(["a", "string"]),
      `${request}示例\n${filled("[")}`,
      `${request}示例\n${filled("[\n")}`,
      `${request}a\n${filled("array[")}`,
      `${request}a\nobject ${filled("(")}\n${end}`,
      request + Array.from({ length: 20_000 }, (_, row) => `name${row}\nobject\n`).join("") + end,
      `${request}示例\n{"a":"${filled("a")}"}\n${end}`,
      `${request}示例\n${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}\n${end}`,
      `${request}示例\n${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}\n${end}`,
      `${request}${filled("a\nstring\n")}${end}`,
      `${request}${filled("a\nobject\n")}${end}`,
      `${request}a\nstring\n${filled("示例\n")}${end}`,
      `${request}a\nstring\n枚举值:\n${filled("v w\n")}${end}`,
      `${request}示例代码\n${filled("curl 'x' \\\n")}${end}`,
      `${request}示例代码\ncurl 'x' ${filled("--header 'a: b' ")}\n${end}`,
      `${request}返回响应\n${filled("🟢200\n")}`,
      `${request}返回响应\n${filled("上一页\n")}`,
      `${request}a\n${filled("array\n")}${end}`,
      `${request}a\n${filled("array[array]\n")}${end}`,
      `${request}a\nstring\n${filled("{\n")}${end}`,
      `${request}a\nstring\n${filled("{}\n")}${end}`,
      `${request}Cookie 参数\n${filled("a\nstring\n已废弃\n>= 1\n")}${end}`,
      `${request}a\nstring\n${filled(">= 1\n")}${end}`,
      `${HEAD.join("\n")}\n${filled("a\nstring\n")}示例代码\ncurl 'x' --header 'a;' --data ''\n${end}`,
      `${HEAD.join("\n")}\n${filled("a\nobject\n")}${end}`,
      `${request}a\nstring\n${end}${filled("\n🟠400\napplication/json")}`,
      `${request}a\nstring\n${filled('"a": 1\n')}${end}`,
    ];
    for (const text of texts) {
      const start = process.cpuUsage();
      read(text);
      expect(process.cpuUsage(start).user / 1e6, text.slice(0, 80)).toBeLessThan(2.5);
    }
  }, 120_000);
});

test.each([
  ["https://docs.example.com/api-250000001", "api-250000001"],
  ["https://docs.example.com/api-250000001.md?x=1#top", "api-250000001"],
  ["https://docs.example.com/move-a-parcel-250000001e0.md", "api-250000001"],
  ["https://docs.example.com/250000001e0", "api-250000001"],
  ["https://app.example.com/web/project/1/apis/api-250000001-run", "api-250000001"],
  [String.raw`C:\pages\api-250000001.txt`, "api-250000001"],
  ["pages/zh-api-250000001.txt", "api-250000001"],
  ["https://docs.example.com/doc-250000001", undefined],
  ["https://docs.example.com/first-steps-250000001m0.md", undefined],
  ["https://docs.example.com/line-250000001d0.md", undefined],
  ["pages/move.txt", undefined],
  ["pages/api-250000001/move.txt", undefined],
])("the id in %s is %s", (address, id) => {
  expect(pageIdIn(address)).toBe(id);
});

test("a page has the id of its file or address, and the address", () => {
  expect(pageIn(WHOLE, "api-250000001.txt")).toMatchObject({ id: "api-250000001", source: "api-250000001.txt" });
  expect(pageIn(WHOLE, "api-250000001.txt").url).toBeUndefined();
  expect(pageIn(WHOLE, "https://docs.example.com/api-250000001").url).toBe("https://docs.example.com/api-250000001");
});
