// Finds in an answer what the contract describes apart: the envelope, pagination, a second level of success.
import { typesOf, type Pagination, type Schema, type Success } from "../../core/openapi.js";
import { below } from "../../core/pointer.js";
import type { Drafted } from "./schema.js";

/** The fields of the envelope, which nearly every answer has, without `data`. */
export const ENVELOPE = ["requestId", "code", "developId", "msg"];

/** Whether an answer has the envelope: `code`, and a field that only the envelope has. */
export const looksEnveloped = (names: ReadonlySet<string>): boolean =>
  names.has("code") && ["requestId", "developId", "data"].some((name) => names.has(name));

const PAGE = /^(?:page|pageNo|pageNum|pageNumber|pageIndex|beginPage|currentPage)$/i;
const SIZE = /^(?:pageSize|size|limit|rows|perPage)$/i;
const TOTAL = /^(?:total|totalRecords|totalCount|totalNum|count)$/i;

/** The pagination of a list, from its names: inputs for page and page size, one list and a total in the answer. */
export function paginationOf(inputs: readonly string[], data: Drafted | undefined): Pagination | undefined {
  const page = inputs.find((name) => PAGE.test(name));
  const size = inputs.find((name) => SIZE.test(name));
  const outputs = Object.entries(data?.properties ?? {});
  const lists = outputs.filter(([, schema]) => typesOf(schema).includes("array"));
  const total = outputs.find(([name, schema]) => TOTAL.test(name) && typesOf(schema).some(isNumeric));
  const [list] = lists;
  if (page === undefined || size === undefined || list === undefined || lists.length > 1 || total === undefined) {
    return undefined;
  }
  return { page, firstPage: 1, size, items: pointer(list[0]), total: pointer(total[0]) };
}

const isNumeric = (type: string): boolean => type === "integer" || type === "number";
const pointer = (name: string): string => below("/data", name);

/** The second level of success, if the answer has one. */
export function successOf(data: Drafted | undefined): Success | undefined {
  const named = (pattern: RegExp, type: string): string | undefined =>
    Object.entries(data?.properties ?? {}).find(([name, one]) => pattern.test(name) && is(one, type))?.[0];
  const flag = named(/^success$/i, "boolean") ?? named(/^[a-z]+Success$/, "boolean");
  if (flag === undefined) return undefined;
  const code = named(/^error_?code$/i, "string");
  const message = named(/^(?:error_?(?:info|msg|message)|message|msg)$/i, "string");
  return {
    flag: pointer(flag),
    ...(code !== undefined && { errorCode: pointer(code) }),
    ...(message !== undefined && { errorMessage: pointer(message) }),
  };
}

/** A field without a visible type may have any type. */
const is = (schema: Schema, type: string): boolean => schema.type === undefined || typesOf(schema).includes(type);
