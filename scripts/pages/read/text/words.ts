// The words that an Apifox site prints around the text of a page, by language.
import type { Mark } from "../../page/page.js";

/** The section that a heading opens. `body` is the body of the request; below the answers, the body of an answer. */
export type Heading =
  | "request"
  | "header"
  | "path"
  | "query"
  | "body"
  | "other part"
  | "example"
  | "samples"
  | "answer example"
  | "answers";

type FacetWord = "default" | "example" | "enum" | "other";

interface Words {
  headings: Record<Heading, readonly string[]>;
  required: readonly string[];
  optional: readonly string[];
  facets: Record<FacetWord, readonly string[]>;
  modified: readonly string[];
  /** Words between the text of a page and the end of the copied text. */
  footer: readonly string[];
  /** Buttons and servers between the title of a page and its method. */
  tools: readonly string[];
  /** Apifox's statuses of an endpoint. */
  statuses: Readonly<Record<string, string>>;
}

const CHINESE: Words = {
  headings: {
    request: ["请求参数", "请求"],
    header: ["header 参数", "请求头"],
    path: ["path 参数", "路径参数"],
    query: ["query 参数", "查询参数"],
    body: ["body 参数", "请求体", "body"],
    "other part": ["cookie 参数", "鉴权", "授权", "authorization 参数"],
    example: ["示例", "示例 1"],
    samples: ["示例代码", "请求示例代码", "请求示例"],
    "answer example": ["响应示例", "返回示例"],
    answers: ["返回响应", "响应"],
  },
  required: ["必需", "必填"],
  optional: ["可选", "选填"],
  facets: {
    default: ["默认值"],
    example: ["示例", "示例值"],
    enum: ["枚举值", "可选值"],
    other: ["匹配正则", "正则表达式", "最小长度", "最大长度", "字符长度", "取值范围", "元素数量", "最小值", "最大值"],
  },
  modified: ["修改于", "修改时间", "最后修改于"],
  footer: ["上一页", "下一页", "上一篇", "下一篇"],
  tools: ["调试", "运行", "云端 mock", "本地 mock", "在线调试", "测试环境", "正式环境", "开发环境", "生成代码"],
  statuses: {
    设计中: "designing",
    待确定: "pending",
    开发中: "developing",
    联调中: "integrating",
    测试中: "testing",
    已测试: "tested",
    已发布: "released",
    将废弃: "deprecated",
    有异常: "exception",
    已废弃: "obsolete",
  },
};

const ENGLISH: Words = {
  headings: {
    request: ["request", "request parameters", "request params"],
    header: ["header params", "header parameters", "headers"],
    path: ["path params", "path parameters"],
    query: ["query params", "query parameters"],
    body: ["body params", "body parameters", "request body", "body"],
    "other part": ["cookie params", "cookie parameters", "cookies", "authorization", "auth"],
    example: ["example", "examples", "example 1"],
    samples: ["request samples", "request code samples", "request sample code", "request example", "request examples"],
    "answer example": ["response example", "response examples", "response samples"],
    answers: ["responses", "response"],
  },
  required: ["required"],
  optional: ["optional"],
  facets: {
    default: ["default", "default value"],
    example: ["example", "example value", "examples"],
    enum: ["enum", "enum values", "allowed value", "allowed values"],
    other: ["match pattern", "pattern", "min length", "max length", "range", "minimum", "maximum"],
  },
  modified: ["modified at", "last modified at", "last modified", "updated at"],
  footer: ["previous", "next", "previous page", "next page", "built with"],
  tools: ["debug", "try it", "try it out", "run in apifox", "run in apidog", "cloud mock", "generate code"],
  statuses: {
    designing: "designing",
    pending: "pending",
    developing: "developing",
    "in development": "developing",
    integrating: "integrating",
    testing: "testing",
    tested: "tested",
    released: "released",
    deprecated: "deprecated",
    exception: "exception",
    obsolete: "obsolete",
  },
};

const VIETNAMESE: Words = {
  headings: {
    request: ["yêu cầu", "tham số yêu cầu"],
    header: ["tham số header", "tham số tiêu đề"],
    path: ["tham số path", "tham số đường dẫn"],
    query: ["tham số query", "tham số truy vấn"],
    body: ["tham số body", "nội dung yêu cầu"],
    "other part": ["tham số cookie", "xác thực"],
    example: ["ví dụ"],
    samples: ["mẫu yêu cầu", "ví dụ yêu cầu", "mã mẫu"],
    "answer example": ["ví dụ phản hồi", "mẫu phản hồi"],
    answers: ["phản hồi", "kết quả trả về"],
  },
  required: ["bắt buộc"],
  optional: ["tùy chọn", "tuỳ chọn", "không bắt buộc"],
  facets: {
    default: ["giá trị mặc định", "mặc định"],
    example: ["giá trị ví dụ"],
    enum: ["giá trị cho phép"],
    other: [],
  },
  modified: ["sửa đổi lúc", "đã sửa đổi vào", "cập nhật lúc"],
  footer: ["trang trước", "trang sau", "trước", "tiếp theo"],
  tools: ["gỡ lỗi"],
  statuses: { "đang phát triển": "developing", "đã phát hành": "released" },
};

const SPANISH: Words = {
  headings: {
    request: ["solicitud", "parámetros de solicitud", "parámetros de la solicitud", "petición"],
    header: ["parámetros de header", "parámetros de encabezado", "parámetros de cabecera"],
    path: ["parámetros de path", "parámetros de ruta"],
    query: ["parámetros de query", "parámetros de consulta"],
    body: ["parámetros de body", "parámetros del cuerpo", "cuerpo de la solicitud"],
    "other part": ["parámetros de cookie", "autorización", "autenticación"],
    example: ["ejemplo", "ejemplos"],
    samples: ["ejemplos de solicitud", "ejemplo de solicitud", "código de ejemplo"],
    "answer example": ["ejemplo de respuesta", "ejemplos de respuesta"],
    answers: ["respuestas", "respuesta"],
  },
  required: ["obligatorio", "requerido"],
  optional: ["opcional"],
  facets: {
    default: ["valor predeterminado", "valor por defecto"],
    example: ["valor de ejemplo"],
    enum: ["valores permitidos"],
    other: [],
  },
  modified: ["modificado el", "modificado en", "última modificación"],
  footer: ["anterior", "siguiente", "página anterior", "página siguiente"],
  tools: ["depurar", "probar"],
  statuses: { "en desarrollo": "developing", publicado: "released", obsoleto: "obsolete" },
};

const THAI: Words = {
  headings: {
    request: ["คำขอ", "พารามิเตอร์คำขอ"],
    header: ["พารามิเตอร์ header", "พารามิเตอร์ส่วนหัว"],
    path: ["พารามิเตอร์ path", "พารามิเตอร์เส้นทาง"],
    query: ["พารามิเตอร์ query", "พารามิเตอร์การค้นหา"],
    body: ["พารามิเตอร์ body", "เนื้อหาคำขอ"],
    "other part": ["พารามิเตอร์ cookie"],
    example: ["ตัวอย่าง"],
    samples: ["ตัวอย่างคำขอ", "โค้ดตัวอย่าง"],
    "answer example": ["ตัวอย่างการตอบกลับ"],
    answers: ["การตอบกลับ", "การตอบสนอง"],
  },
  required: ["จำเป็น"],
  optional: ["ไม่บังคับ", "ไม่จำเป็น"],
  facets: { default: ["ค่าเริ่มต้น"], example: ["ค่าตัวอย่าง"], enum: ["ค่าที่อนุญาต"], other: [] },
  modified: ["แก้ไขเมื่อ"],
  footer: ["ก่อนหน้า", "ถัดไป"],
  tools: [],
  statuses: { กำลังพัฒนา: "developing" },
};

const ALL: readonly Words[] = [CHINESE, ENGLISH, VIETNAMESE, SPANISH, THAI];

const index = <T>(entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> => new Map(entries);
const HEADINGS = index(
  ALL.flatMap(({ headings }) =>
    (Object.entries(headings) as [Heading, readonly string[]][]).flatMap(([heading, words]) =>
      words.map((word) => [word, heading] as const),
    ),
  ),
);
const FACETS = index(
  ALL.flatMap(({ facets }) =>
    (Object.entries(facets) as [FacetWord, readonly string[]][]).flatMap(([facet, words]) =>
      words.map((word) => [word, facet] as const),
    ),
  ),
);
const MARKS = index<Mark>(
  ALL.flatMap(({ required, optional }) => [
    ...required.map((word) => [word, "yes"] as const),
    ...optional.map((word) => [word, "no"] as const),
  ]),
);
const STATUSES = index(ALL.flatMap(({ statuses }) => Object.entries(statuses)));
const MODIFIED = ALL.flatMap(({ modified }) => modified);
const FOOTER = new Set(ALL.flatMap(({ footer }) => footer));
const TOOLS = new Set(ALL.flatMap(({ tools }) => tools));
// The longest first, so that "body params" is not read as "body" with something after it.
const BODY_WORDS = ALL.flatMap(({ headings }) => headings.body).sort((a, b) => b.length - a.length);

const LONGEST_WORDS = 100;
const BUTTON = /\s*(?:生成代码|generate code)$/;
const AFTER_BODY =
  /^\s*(?:[a-z]+\/[a-z0-9.+*-]+|none|json|xml|raw|binary|form-data|x-www-form-urlencoded|msgpack|graphql)?\s*(.*)$/;

/** The first letters of the headings, to skip other lines quickly. */
const BEGINNINGS = new Set([...HEADINGS.keys()].map((word) => word.slice(0, 2)));

/** The line without Markdown's marks and without the button after it. A word that is printed twice in a row is taken once. */
function plainWords(line: string): string {
  const text = line
    .toLowerCase()
    .replace(/^#+\s*/, "")
    .replace(BUTTON, "");
  const half = text.slice(0, text.length / 2);
  return text.length % 2 === 0 && half + half === text ? half : text;
}

/** The section that a line opens; undefined if it is not one of the site's headings. */
export function headingIn(line: string): Heading | undefined {
  if (line.length > LONGEST_WORDS) return undefined;
  if (!line.startsWith("#") && !BEGINNINGS.has(line.slice(0, 2).toLowerCase())) return undefined;
  const text = plainWords(line);
  const heading = HEADINGS.get(text);
  if (heading !== undefined) return heading;
  const body = BODY_WORDS.find((word) => text.startsWith(word));
  const rest = body === undefined ? undefined : AFTER_BODY.exec(text.slice(body.length))?.[1];
  return rest === "" || (rest !== undefined && MARKS.has(rest)) ? "body" : undefined;
}

/** `必需` and `required` are "yes", `可选` and `optional` are "no". */
export const markIn = (line: string): Mark | undefined =>
  line.length > LONGEST_WORDS ? undefined : MARKS.get(line.toLowerCase());

/** `默认值:` and the value after it on the same line. A wide colon (：) with text after it is the author's own sentence. */
export function facetIn(line: string): { facet: FacetWord; value: string } | undefined {
  const at = line.search(/[:\uFF1A]/u);
  if (at < 0 || at > 30) return undefined;
  const facet = FACETS.get(line.slice(0, at).trim().toLowerCase());
  const value = line.slice(at + 1).trim();
  return facet === undefined || (value !== "" && line[at] !== ":") ? undefined : { facet, value };
}

/** Apifox's English word for a status. */
export const statusIn = (line: string): string | undefined =>
  line.length > LONGEST_WORDS ? undefined : STATUSES.get(line.toLowerCase());

export const isTool = (line: string): boolean => TOOLS.has(plainWords(line)) || /^https?:\/\/\S+$/.test(line);
export const isFooter = (line: string): boolean =>
  line.length <= LONGEST_WORDS && FOOTER.has(line.toLowerCase().replace(/\s*[:\uFF1A]$/u, ""));

/** `2025-02-24 07:15:01` of `修改于 2025-02-24 07:15:01`. */
export function modifiedIn(line: string): string | undefined {
  if (line.length > LONGEST_WORDS || !/\d$/.test(line)) return undefined;
  const text = line.toLowerCase();
  const word = MODIFIED.find((one) => text.startsWith(one));
  if (word === undefined) return undefined;
  return /^\s*[:\uFF1A]?\s*(\d{4}[-/]\d{1,2}[-/]\d{1,2}(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?)$/u.exec(
    line.slice(word.length),
  )?.[1];
}
