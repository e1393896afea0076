// The words that an Apifox site prints around the text of a page: Chinese, English, Vietnamese, Spanish and Thai.
import type { Mark } from "../../page/page.js";

/** The section that a heading opens. `body` is the body of the request; below the answers, the body of an answer. */
export type Heading = keyof typeof HEADINGS;
/** What a page prints below a field, with a colon. */
export type FacetWord = keyof typeof FACETS;

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
  other:
    "匹配正则|正则表达式|最小长度|最大长度|字符长度|取值范围|元素数量|最小值|最大值|" +
    "match pattern|pattern|min length|max length|range|minimum|maximum",
};
const AROUND = {
  /** Words between the text of a page and the end of the copied text. */
  footer:
    "上一页|下一页|上一篇|下一篇|previous|next|previous page|next page|built with|trang trước|trang sau|trước|tiếp theo|" +
    "anterior|siguiente|página anterior|página siguiente|ก่อนหน้า|ถัดไป",
  /** Buttons and servers between the title of a page and its method. */
  tool:
    "调试|运行|云端 mock|本地 mock|在线调试|测试环境|正式环境|开发环境|生成代码|debug|try it|try it out|run in apifox|" +
    "run in apidog|cloud mock|generate code|gỡ lỗi|depurar|probar",
};
const MODIFIED =
  "修改于|修改时间|最后修改于|modified at|last modified at|last modified|updated at|sửa đổi lúc|đã sửa đổi vào|" +
  "cập nhật lúc|modificado el|modificado en|última modificación|แก้ไขเมื่อ";

const meanings = <Meaning extends string>(table: Record<Meaning, string>): ReadonlyMap<string, Meaning> =>
  // The keys of the table are the meanings.
  new Map(
    (Object.entries(table) as [Meaning, string][]).flatMap(([key, words]) =>
      words.split("|").map((word) => [word, key]),
    ),
  );
const headings = meanings(HEADINGS);
const marks = meanings(MARKS);
const facets = meanings(FACETS);
const around = meanings(AROUND);
const MARK_WORDS = `${MARKS.yes}|${MARKS.no}`;
const MARK_AT_END = new RegExp(`^(.*?)\\s*(${MARK_WORDS})$`, "i");

/** `Body 参数application/json 必需` */
const BODY = new RegExp(
  `^(?:${HEADINGS.body})\\s*` +
    "(?:[a-z]+/[a-z0-9.+*-]+|none|json|xml|raw|binary|form-data|x-www-form-urlencoded|msgpack|graphql)?" +
    `\\s*(?:${MARK_WORDS})?$`,
);
const DATE = new RegExp(
  `^(?:${MODIFIED})\\s*[:\\uFF1A]?\\s*(\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?:[ T]+\\d{1,2}:\\d{2}(?::\\d{2})?)?)$`,
  "iu",
);
const BUTTON = /\s*(?:生成代码|generate code)$/;
const LONGEST = 100;

/** The line without Markdown's marks and without the button after it. A word that is printed twice in a row is taken once. */
function plain(line: string): string {
  if (line.length > LONGEST) return "";
  const text = line.toLowerCase().replace(/^#+\s*/, "");
  const word = text.replace(BUTTON, "");
  const half = word.slice(0, word.length / 2);
  return half + half === word ? half : word;
}

/** The section that a line opens; undefined if it is not one of the site's headings. */
export function headingIn(line: string): Heading | undefined {
  const text = plain(line);
  return headings.get(text) ?? (BODY.test(text) ? "body" : undefined);
}

/** `必需` and `required` are "yes", `可选` and `optional` are "no". */
export const markIn = (line: string): Mark | undefined => marks.get(line.toLowerCase());

/** A line without the mark at its end. */
export function splitMark(line: string): { text: string; mark: Mark | undefined } {
  const [, text = line, word = ""] = MARK_AT_END.exec(line) ?? [];
  return { text, mark: markIn(word) };
}

/** `默认值:` and the value after it on the same line. A wide colon (：) with text after it is the author's own sentence. */
export function facetIn(line: string): { facet: FacetWord; value: string } | undefined {
  const [, word = "", colon, value = ""] = /^([^:\uFF1A]{1,30})([:\uFF1A])\s*(.*)$/u.exec(line) ?? [];
  const facet = facets.get(word.trim().toLowerCase());
  return facet === undefined || (value !== "" && colon !== ":") ? undefined : { facet, value };
}

export const isTool = (line: string): boolean => around.get(plain(line)) === "tool" || /^https?:\/\/\S+$/.test(line);
export const isFooter = (line: string): boolean =>
  around.get(line.toLowerCase().replace(/[:\uFF1A]$/u, "")) === "footer";

/** `2025-02-24 07:15:01` of `修改于 2025-02-24 07:15:01`. */
export const modifiedIn = (line: string): string | undefined =>
  line.length > LONGEST ? undefined : DATE.exec(line)?.[1];
