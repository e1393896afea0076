// The words that an Apifox site prints around the text of a page: Chinese, English, Vietnamese, Spanish and Thai.
import type { Mark } from "../../page/page.js";

/** The section that a heading opens. `body` is the body of the request; below the answers, the body of an answer. */
export type Heading = keyof typeof HEADINGS;
/** What a page prints below a field, with a colon. */
export type FacetWord = keyof typeof FACETS;
/** What a row says besides: facts that the contract does not have. */
export type Flag = keyof typeof FLAGS;

const HEADINGS = {
  request:
    "请求参数|请求|request|request parameters|request params|yêu cầu|tham số yêu cầu|" +
    "solicitud|parámetros de solicitud|parámetros de la solicitud|petición|คำขอ|พารามิเตอร์คำขอ",
  header:
    "header 参数|请求头|header params|header parameters|headers|tham số header|tham số tiêu đề|" +
    "parámetros de header|parámetros de encabezado|parámetros de cabecera|พารามิเตอร์ header|พารามิเตอร์ส่วนหัว",
  path:
    "path 参数|路径参数|path params|path parameters|tham số path|tham số đường dẫn|" +
    "parámetros de path|parámetros de ruta|พารามิเตอร์ path|พารามิเตอร์เส้นทาง",
  query:
    "query 参数|查询参数|query params|query parameters|tham số query|tham số truy vấn|" +
    "parámetros de query|parámetros de consulta|พารามิเตอร์ query|พารามิเตอร์การค้นหา",
  body:
    "body 参数|请求体|body|body params|body parameters|request body|tham số body|nội dung yêu cầu|" +
    "parámetros de body|parámetros del cuerpo|cuerpo de la solicitud|พารามิเตอร์ body|เนื้อหาคำขอ",
  "other part":
    "cookie 参数|鉴权|授权|authorization 参数|cookie params|cookie parameters|cookies|authorization|auth|" +
    "tham số cookie|xác thực|parámetros de cookie|autorización|autenticación|พารามิเตอร์ cookie",
  example: "示例|示例 1|example|examples|example 1|ví dụ|ejemplo|ejemplos|ตัวอย่าง",
  samples:
    "示例代码|请求示例代码|请求示例|request samples|request code samples|request sample code|request example|" +
    "request examples|mẫu yêu cầu|ví dụ yêu cầu|mã mẫu|ejemplos de solicitud|ejemplo de solicitud|código de ejemplo|" +
    "ตัวอย่างคำขอ|โค้ดตัวอย่าง",
  "answer example":
    "响应示例|返回示例|response example|response examples|response samples|ví dụ phản hồi|mẫu phản hồi|" +
    "ejemplo de respuesta|ejemplos de respuesta|ตัวอย่างการตอบกลับ",
  answers: "返回响应|响应|responses|response|phản hồi|kết quả trả về|respuestas|respuesta|การตอบกลับ|การตอบสนอง",
};
const MARKS = {
  yes: "必需|必填|required|bắt buộc|obligatorio|requerido|จำเป็น",
  no: "可选|选填|optional|tùy chọn|tuỳ chọn|không bắt buộc|opcional|ไม่บังคับ|ไม่จำเป็น",
};
const FACETS = {
  default: "默认值|default|default value|giá trị mặc định|mặc định|valor predeterminado|valor por defecto|ค่าเริ่มต้น",
  example: "示例|示例值|example|example value|examples|giá trị ví dụ|valor de ejemplo|ค่าตัวอย่าง",
  enum: "枚举值|可选值|enum|enum values|allowed value|allowed values|giá trị cho phép|valores permitidos|ค่าที่อนุญาต",
  limit:
    "匹配正则|正则表达式|正则|最小长度|最大长度|字符长度|长度|取值范围|元素数量|最小元素数|最大元素数|最小值|最大值|倍数|" +
    "match pattern|pattern|length|min length|max length|range|value range|minimum|maximum|min items|max items|items|" +
    "exclusive minimum|exclusive maximum|multiple of|unique items",
};
const FLAGS = {
  deprecated: "已废弃|废弃|将废弃|即将废弃|deprecated",
  "read-only": "只读|仅读|read only|read-only|readonly",
  "write-only": "只写|仅写|write only|write-only|writeonly",
};
/** `>= 1 字符` */
const LIMIT = /^(?:[<>]=?|≥|≤)\s*-?\d/;
const AROUND = {
  /** Words between the text of a page and the end of the copied text. */
  footer:
    "上一页|下一页|上一篇|下一篇|previous|next|previous page|next page|built with|trang trước|trang sau|trước|tiếp theo|" +
    "anterior|siguiente|página anterior|página siguiente|ก่อนหน้า|ถัดไป",
  /** Buttons and servers between the title of a page and its method. */
  tool:
    "调试|运行|云端 mock|本地 mock|在线调试|测试环境|正式环境|开发环境|生成代码|debug|try it|try it out|run in apifox|" +
    "run in apidog|cloud mock|generate code|gỡ lỗi|depurar|probar",
  /** Buttons in and around the tables. */
  button:
    "复制|已复制|复制代码|展开|收起|折叠|展开全部|全部展开|收起全部|全部收起|全部折叠|查看更多|显示更多|" +
    "copy|copied|copied!|copy code|copy page|expand|collapse|expand all|collapse all|show more|show less",
};
const MODIFIED =
  "修改于|修改时间|最后修改于|modified at|last modified at|last modified|updated at|sửa đổi lúc|đã sửa đổi vào|" +
  "cập nhật lúc|modificado el|modificado en|última modificación|แก้ไขเมื่อ";

/** Spaces and capitals differ from copy to copy. */
const squeezed = (text: string): string => text.toLowerCase().replaceAll(" ", "");
const meanings = <Meaning extends string>(table: Record<Meaning, string>): ReadonlyMap<string, Meaning> =>
  // The keys of the table are the meanings.
  new Map(
    (Object.entries(table) as [Meaning, string][]).flatMap(([key, words]) =>
      words.split("|").map((word) => [squeezed(word), key]),
    ),
  );
const headings = meanings(HEADINGS);
const marks = meanings(MARKS);
const facets = meanings(FACETS);
const flags = meanings(FLAGS);
const around = meanings(AROUND);
const MARK_WORDS = `${MARKS.yes}|${MARKS.no}`;
const MARK_AT_END = new RegExp(`^(.*?)\\s*(${MARK_WORDS})$`, "i");

const MEDIA_TYPE = "(?:application|audio|image|multipart|text|video|\\*)/[a-z0-9.+*-]+?";
const SHORT_TYPES = "none|json|xml|raw|binary|form-data|x-www-form-urlencoded|msgpack|graphql";
/** `Body 参数application/json 必需`, `Body (application/json; charset=utf-8)`; the words without their spaces. */
const BODY = new RegExp(
  `^(?:${squeezed(HEADINGS.body)})[:\uFF1A(\uFF08]?(${MEDIA_TYPE}|${SHORT_TYPES})?(?:;[\\w=;-]*)?[)\uFF09]?` +
    `(?:${squeezed(MARK_WORDS)})?$`,
);
const BARE_MEDIA_TYPE = new RegExp(`^(?:content-?type[:\uFF1A])?(${MEDIA_TYPE})(?:;[\\w=;-]*)?$`);
const JSON_TYPE = /json|^none$|^raw$|^\*\/\*$/;
const DATE = new RegExp(
  `^(?:${MODIFIED})\\s*[:\\uFF1A]?\\s*(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?:[ T]+\\d{1,2}:\\d{2}(?::\\d{2})?)?)$`,
  "iu",
);
const BUTTON = /(?:生成代码|generatecode)$/;
const LONGEST = 100;

/** The last line that was asked for: each line is asked for several times in a row. */
let last = { line: "", word: "" };

/** The line without spaces, Markdown's marks and the button after it. A word that is printed twice in a row is taken once. */
function plain(line: string): string {
  if (line !== last.line) last = { line, word: wordOf(line) };
  return last.word;
}

function wordOf(line: string): string {
  // Most lines of a page are JSON.
  if (line.length > LONGEST || /^["{}[\]]/.test(line)) return "";
  const word = squeezed(line).replace(/^#+/, "").replace(BUTTON, "");
  const half = word.slice(0, word.length / 2);
  return half + half === word ? half : word;
}

/** The section that a line opens; undefined if it is not one of the site's headings. */
export function headingIn(line: string): Heading | undefined {
  const text = plain(line);
  return headings.get(text) ?? (BODY.test(text) ? "body" : undefined);
}

/** The media type that a line is, or that the heading of a body names. */
export const mediaTypeIn = (line: string): string | undefined =>
  BARE_MEDIA_TYPE.exec(plain(line))?.[1] ?? BODY.exec(plain(line))?.[1];
export const isMediaType = (line: string): boolean => BARE_MEDIA_TYPE.test(plain(line));
export const isJson = (mediaType: string): boolean => JSON_TYPE.test(mediaType);

/** `必需` and `required` are "yes", `可选` and `optional` are "no". */
export const markIn = (line: string): Mark | undefined => marks.get(squeezed(line));

/** A line without the mark at its end. */
export function splitMark(line: string): { text: string; mark: Mark | undefined } {
  const [, text = line, word = ""] = MARK_AT_END.exec(line) ?? [];
  return { text, mark: markIn(word) };
}

/** `默认值:` and the value after it on the same line. A wide colon (：) with text after it is the author's own sentence. */
export function facetIn(line: string): { facet: FacetWord; value: string } | undefined {
  const [, word = "", colon, value = ""] = /^([^:\uFF1A]{1,30})([:\uFF1A])\s*(.*)$/u.exec(line) ?? [];
  if (LIMIT.test(line)) return { facet: "limit", value: line };
  const facet = facets.get(squeezed(word));
  return facet === undefined || (value !== "" && colon !== ":") ? undefined : { facet, value };
}

/** `已废弃` in a row. */
export const flagIn = (line: string): Flag | undefined => flags.get(squeezed(line));

/** Buttons have a capital letter; a field may be called `copy`. `{2}` counts members. */
export const isButton = (line: string): boolean =>
  (around.get(plain(line)) === "button" && !/^[a-z]/.test(line)) || /^\{\d+\}$/.test(line);
export const isTool = (line: string): boolean => around.get(plain(line)) === "tool" || /^https?:\/\/\S+$/.test(line);
export const isFooter = (line: string): boolean => around.get(squeezed(line).replace(/[:\uFF1A]$/u, "")) === "footer";

/** `2025-02-24 07:15:01` of `修改于 2025-02-24 07:15:01`. */
export const modifiedIn = (line: string): string | undefined =>
  line.length > LONGEST ? undefined : DATE.exec(line)?.[1];
