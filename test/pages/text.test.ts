// Copied text of rendered pages of an invented shop, in the variants that browsers and people produce.
import { describe, expect, test } from "vitest";
import type { Field, ReadPage } from "../../scripts/dist/pages/page/page.js";
import { readSource } from "../../scripts/dist/pages/read/index.js";
import { pageIdIn } from "../../scripts/dist/pages/page/page-id.js";
import type { Reading } from "../../scripts/dist/pages/page/reading.js";

const read = (text: string, name = "page.txt"): Reading => readSource({ name, bytes: new TextEncoder().encode(text) });

function pageIn(text: string, name?: string): ReadPage {
  const { pages, problems } = read(text, name);
  expect(problems).toEqual([]);
  expect(pages).toHaveLength(1);
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

/** Another copy of the same page, and what it shows instead of the same folder. */
const COPIES: [what: string, copy: (text: string) => string, folder?: (found: ReadPage) => void][] = [
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
  ],
  ["an invisible space in a name", (text) => text.replace("dryRun\nboolean", "dry\u200BRun\nboolean")],
  ["a status without its colour", (text) => text.replace("🟢200成功", "200 OK")],
  ["a status after its name", (text) => text.replace("🟢200成功", "成功(200)\nHTTP 状态码: 200")],
  ["a mark below the heading of the body", (text) => text.replace("Body 参数application/json", "$&\n必填")],
  [
    "its head twice",
    (text) => text.replace("  1. Parcels\n\n", "POST\n/shop/parcel/{parcelId}/move\n  1. Parcels\n\n"),
  ],
  ["tabs of other answers", (text) => text.replace("🟢200成功\n", "🟢200成功\n🟠400请求有误\n🔴500服务器错误\n")],
  [
    "other answers below",
    (text) =>
      text.replace("修改于", '🟠400请求有误\napplication/json\nBody\nwhy\nstring\n必需\n示例\n{"why": ""}\n修改于'),
  ],
  [
    "another answer above",
    (text) =>
      text.replace("🟢200", '🟠400请求有误\napplication/json\nBody\nwhy\nstring\n必需\n示例\n{"why": ""}\n🟢200'),
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

test.each(COPIES)("a copy with %s shows the same", (_, copy, folder) => {
  const text = copy(WHOLE);
  expect(text).not.toBe(WHOLE);
  const found = pageIn(text);
  const whole = pageIn(WHOLE);
  expect(Object.fromEntries(found.fields)).toEqual(Object.fromEntries(whole.fields));
  const { title, language, kind, method, status, servers, modified, visible, notices } = whole;
  expect(found).toMatchObject({ title, language, kind, method, status, servers, modified, visible, notices });
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
  expect(line, place).toMatch(new RegExp(`(?:^|["{])${name}(?:$|[";}])`));
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
    expect(found.notices).toEqual(["the answer that is shown has the status 500; no successful one is visible"]);
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
    const size = 400_000;
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
    ];
    for (const text of texts) {
      const start = process.cpuUsage();
      read(text);
      expect(process.cpuUsage(start).user / 1e6, text.slice(0, 80)).toBeLessThan(5);
    }
  }, 60_000);
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
