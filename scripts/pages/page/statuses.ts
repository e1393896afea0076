// Apifox's statuses of an endpoint, in the contract's words.
import type { PageStatus } from "./page.js";

/** The words of `x-apifox-status`, and those that a rendered page prints. */
const WORDS: Partial<Record<PageStatus, string>> = {
  "in-development":
    "designing|pending|developing|in development|integrating|testing|exception|设计中|待确定|开发中|联调中|测试中|有异常|" +
    "đang phát triển|en desarrollo|กำลังพัฒนา",
  released: "tested|released|已测试|已发布|đã phát hành|publicado",
  deprecated: "deprecated|obsolete|将废弃|已废弃|obsoleto",
};

const STATUSES = Object.entries(WORDS).map(([status, words]) => [status, new Set(words.split("|"))] as const);

/** The status that a word stands for; undefined if it is not one of Apifox's. */
export function statusOf(word: unknown): PageStatus | undefined {
  const found = STATUSES.find(([, words]) => typeof word === "string" && words.has(word.toLowerCase()));
  // The keys of the table are statuses.
  return found?.[0] as PageStatus | undefined;
}
