// Writes pages as plain text, as a browser copies the rendered page.
import { stringify } from "lossless-json";
import { labelOf } from "./apifox.js";
import { exampleOf, type Field, type Page, type Shape } from "./model.js";

export interface TextOptions {
  language: "zh" | "en";
  /** The site's navigation above the page: a tree with bullets, a flat list, or none. */
  navigation: "tree" | "list" | "none";
  /** Whether examples keep their indentation. */
  indented: boolean;
  blankLines: boolean;
  /** The position of a field's label: after its mark, or between its type and its mark. */
  label: "last" | "before the mark" | "none";
  /** Whether marks are printed at all. */
  marks: boolean;
  /** Whether the tables are folded, so that only their examples are visible. */
  folded: boolean;
  lineEnd: "\n" | "\r\n";
  /** Lines that the copy has lost. */
  lost: RegExp;
  /** Whether the items of a list have a row of their own, without a name. */
  itemRows: boolean;
}

const PLAIN: TextOptions = {
  language: "zh",
  navigation: "tree",
  indented: true,
  blankLines: true,
  label: "before the mark",
  marks: true,
  folded: false,
  lineEnd: "\n",
  lost: /^\b$/,
  itemRows: false,
};

// The words that an Apifox page prints around PandaPon's own text. PandaPon's English site has the Chinese words.
const WORDS = {
  zh: {
    request: "请求参数",
    header: "Header 参数",
    path: "Path 参数",
    query: "Query 参数",
    body: "Body 参数",
    yes: "必需",
    no: "可选",
    initial: "默认值:",
    values: "枚举值:",
    example: "示例",
    samples: "示例代码",
    answer: "返回响应",
    success: "成功",
    modified: "修改于",
    previous: "上一页",
    next: "下一页",
    status: { released: undefined, "in-development": "开发中", deprecated: "已废弃" },
  },
  en: {
    request: "Request",
    header: "Header Params",
    path: "Path Params",
    query: "Query Params",
    body: "Body Params",
    yes: "required",
    no: "optional",
    initial: "Default:",
    values: "Allowed values:",
    example: "Example",
    samples: "Request samples",
    answer: "Responses",
    success: "OK",
    modified: "Modified at",
    previous: "Previous",
    next: "Next",
    status: { released: undefined, "in-development": "Developing", deprecated: "Deprecated" },
  },
} as const;
type Words = (typeof WORDS)[TextOptions["language"]];

const NAVIGATION = ["Shop", "Orders", "Place an order", "POST", "List orders", "GET", "Returns", "Open a case", "POST"];
const LANGUAGES = ["Shell", "JavaScript", "Java", "Python", "C#", "R"];

/** The text of a page. It does not show nesting, as on a rendered page. */
export function textPage(page: Page, options: Partial<TextOptions> = {}): string {
  const chosen = { ...PLAIN, ...options };
  const words = WORDS[chosen.language];
  const lines = [
    ...navigation(page, chosen),
    "",
    page.title,
    "",
    ...[words.status[page.status]].filter((word) => word !== undefined),
    page.method,
    page.path,
    page.folder.at(-1) ?? "",
    "",
    ...request(page, chosen, words),
    "",
    ...samples(page, chosen, words),
    "",
    ...answer(page, chosen, words),
    ...(page.modified === undefined ? [] : [`${words.modified} ${page.modified}`]),
    words.previous,
    "Place an order",
    words.next,
    "Open a case",
    "Built with",
  ];
  const copied = lines.filter((line) => !chosen.lost.test(line));
  const kept = chosen.blankLines ? copied : copied.filter((line) => line.trim() !== "");
  return kept.join(chosen.lineEnd);
}

function navigation(page: Page, { navigation: form, language }: TextOptions): string[] {
  const site = language === "zh" ? "商店文档" : "Shop documents";
  if (form === "none") return [];
  if (form === "list") return NAVIGATION.map((line) => `- ${line}`);
  const depth = (index: number): string => "  ".repeat(1 + (index % 3));
  const tree = NAVIGATION.map((line, index) =>
    /^(?:GET|POST)$/.test(line) ? `        ${line}` : `${depth(index)}• ${line}`,
  );
  return [site, `  1. ${page.folder.at(-1) ?? ""}`, ...tree, `  1. ${page.folder.at(-1) ?? ""}`];
}

function request(page: Page, options: TextOptions, words: Words): string[] {
  const part = (title: string, fields: Field[]): string[] =>
    fields.length === 0 ? [] : [title, ...(options.folded ? [""] : fields.flatMap((one) => row(one, options, words)))];
  const body = page.kind === "callback" ? undefined : page.body;
  return [
    words.request,
    "",
    ...part(words.path, page.inPath),
    ...part(words.query, page.query),
    ...part(words.header, page.header),
    ...(body === undefined ? [] : [`${words.body}application/json`, ...content(body, options, words)]),
  ];
}

function answer(page: Page, options: TextOptions, words: Words): string[] {
  const shown = page.kind === "callback" ? page.body : page.response;
  const head = [words.answer, "", `🟢200${words.success}`];
  return shown === undefined ? head : [...head, "application/json", "Body", ...content(shown, options, words)];
}

const content = (shape: Shape, options: TextOptions, words: Words): string[] => [
  ...(options.folded ? [""] : rows(shape, options, words)),
  words.example,
  ...json(shape, options),
];

function json(shape: Shape, { indented }: TextOptions): string[] {
  const lines = (stringify(exampleOf(shape), null, 4) ?? "").split("\n");
  return indented ? lines : lines.map((line) => line.trim());
}

/** The rows of all fields in a value, outermost first, on one level. */
function rows(shape: Shape, options: TextOptions, words: Words): string[] {
  const inside = shape.items ?? shape;
  const own = (inside.fields ?? []).filter((field) => field.listed).flatMap((field) => row(field, options, words));
  return inside === shape ? own : [...rows(inside, options, words)];
}

function row({ name, required, shape }: Field, options: TextOptions, words: Words): string[] {
  const label = labelOf(shape);
  const mark = options.marks && required !== "hidden" ? [required === "yes" ? words.yes : words.no] : [];
  const labels = options.label === "none" || label === "" ? [] : [label];
  return [
    name,
    `${typeText(shape, options)} `,
    ...(options.label === "last" ? [...mark, ...labels] : [...labels, ...mark]),
    ...(shape.enum === undefined ? [] : [words.values, ...shape.enum]),
    ...(shape.example === undefined || shape.fields !== undefined || typeof shape.example !== "string"
      ? []
      : [words.initial, shape.example]),
    ...(options.itemRows ? itemRow(shape, options) : []),
    ...rows(shape, options, words),
  ];
}

/** The type of what a list holds; a list of lists has one row for what the inner one holds. */
function itemRow({ items }: Shape, options: TextOptions): string[] {
  if (items === undefined) return [];
  return items.type === "array" ? itemRow(items, options) : [typeText(items, options)];
}

/** `array[object (Line) {2}]  | null`: as the pages print a type. */
function typeText(shape: Shape, options: TextOptions): string {
  const text = bareType(shape, options);
  return shape.nullable && shape.type !== "null" ? `${text}  | null` : text;
}

function bareType({ type, format, name, items, fields }: Shape, options: TextOptions): string {
  if (type === "array") {
    const isBare = items === undefined || (options.itemRows && items.type !== "object" && items.type !== "array");
    return isBare ? "array" : `array[${bareType(items, options)}]`;
  }
  if (type === "object") {
    const shape = name === undefined ? "object" : `object (${name})`;
    return fields === undefined || fields.length === 0 ? shape : `${shape} {${fields.length}}`;
  }
  return format === undefined ? (type ?? "any") : `${type ?? "any"}<${format}>`;
}

function samples(page: Page, options: TextOptions, words: Words): string[] {
  const body = page.kind === "callback" ? undefined : page.body;
  const [first = "", ...more] = [
    `curl --location --request ${page.method} '${page.path}'`,
    ...page.header.map(({ name }) => `--header '${name};'`),
    ...(body === undefined ? [] : ["--header 'Content-Type: application/json'"]),
  ];
  const data = body === undefined ? "" : json(body, options).join(options.lineEnd);
  return [
    words.samples,
    "",
    ...LANGUAGES,
    [first, ...more, ...(body === undefined ? [] : [`--data-raw '${data}'`])].join(` \\${options.lineEnd}`),
  ];
}
