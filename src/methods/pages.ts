// Reads a list page by page, as the contract declares it.
import { isObject, valueAt } from "../codec/pointer.js";
import { inputError } from "../errors/input-error.js";
import { md5 } from "../signing/md5.js";
import { textOf, type Answer } from "../transport/answer.js";
import type { PandaPonError } from "../errors/error.js";
import type { Inputs } from "../codec/encode.js";
import type { PaginationInfo } from "../operations/table.js";

/** What is needed to read further pages of a list. */
export interface Listing {
  readonly operation: string;
  readonly pagination: PaginationInfo;
  /** The inputs of the call. */
  readonly inputs: Inputs;
  /** Requests a page. */
  readonly send: (inputs: Inputs) => Promise<Answer>;
}

/**
 * The part of a client that reads the further pages of lists. Pass it to `createPandaPon` as `lists`.
 * @param first gives the answer of the first page
 * @returns the methods that the call of a list has besides: those of `ListCall`
 */
export const listPages = (first: () => Promise<Answer>, listing: Listing) => ({
  pages: () => partsOf(first(), listing, ({ data }) => [data]),
  items: (options: unknown = {}) =>
    partsOf(first(), listing, (_, items) => items, isObject(options) && options["limit"]),
});

async function* partsOf(
  first: Promise<Answer>,
  listing: Listing,
  parts: (answer: Answer, items: readonly unknown[]) => readonly unknown[],
  limit: unknown = Infinity,
): AsyncGenerator<unknown, void, undefined> {
  // The remainder of Infinity is NaN.
  if (typeof limit !== "number" || !(limit >= 0) || limit % 1 > 0) {
    throw inputError("limit", "must be an integer, 0 or more", listing.operation);
  }
  for await (const page of pagesOf(first, listing)) {
    const some = parts(...page).slice(0, limit);
    yield* some;
    limit -= some.length;
    if (limit === 0) return;
  }
}

/**
 * The answers page by page with their records, starting with the one that is already requested.
 * @throws PandaPonError of kind `decode` if the list does not end as `ListCall` describes
 */
async function* pagesOf(
  first: Promise<Answer>,
  { pagination, inputs, send }: Listing,
): AsyncGenerator<readonly [Answer, readonly unknown[]], void, undefined> {
  let answer = await first;
  const start = Number(inputs[pagination.page] ?? pagination.firstPage);
  // It is not known how many records the pages before `start` hold, because PandaPon may return fewer than `pageSize`. So they are
  // counted twice, with the shortest page and with the longest. Only the lower count ends a list: one that is too low costs a
  // request for an empty page, and one that is too high loses records. Only the upper count proves that records are missing.
  const pagesBefore = Math.max(0, start - pagination.firstPage);
  let shortest: number | undefined;
  let longest = 0;
  // Not Infinity if it is unknown: 0 pages times Infinity would be NaN.
  let size = Number(textOf(inputs[pagination.size])) || 1e99;
  let seen = 0;
  // The highest number that was told. If it becomes lower, records went away, so that later ones moved to pages already read.
  let total = 0;
  let filled = start;
  /** The page that holds the records of a digest. The records themselves could fill the memory. */
  const known: Record<string, number> = {};

  for (let page = start; ; page += 1) {
    const { value, failure } = answer;
    const failed = (what: string): PandaPonError => failure("decode", what);
    const list = valueAt(value, pagination.items);
    const told = Number(textOf(valueAt(value, pagination.total)));
    // PandaPon may send null for the list, or for what holds it.
    if (
      !Array.isArray(list) &&
      list !== null &&
      told !== 0 &&
      valueAt(value, pagination.items.replace(/\/[^/]*$/, "")) !== null
    ) {
      throw failed(`the answer has no list at \`${pagination.items}\``);
    }
    const items: readonly unknown[] = Array.isArray(list) ? list : [];
    const length = items.length;

    if (told > total) total = told;
    shortest ??= length;
    const least = seen + pagesBefore * shortest;
    const most = seen + pagesBefore * Math.max(longest, size);
    const missing = most < total;
    if (length > 0) {
      let digest;
      try {
        digest = md5(JSON.stringify(items));
      } catch {
        throw failed(`page ${page} is nested too deeply`);
      }
      const same = (known[digest] ??= page);
      if (same < page) {
        // Perhaps the list was over: some servers then send the last page again.
        if (same === filled && least < total && !missing) return;
        throw failed(`page ${page} holds the records of page ${same}: the list does not advance`);
      }
      yield [answer, items];
      if (least + length === total) return;
      // Two pages with records show the size of a page better than what was asked for.
      if (longest > 0) size = 0;
      filled = page;
    } else {
      // By its number, the page is beyond the last one, or the total cannot be believed.
      if (missing && ((page - pagination.firstPage) * longest >= total || page - filled > 10)) {
        throw failed(`page ${page} is empty after ${most} of ${total} records: read the list again`);
      }
      if (missing || page === start) yield [answer, items];
      if (!missing) return;
    }
    // Without a limit, a list without a total might never end.
    if (page === start + 9_999) {
      throw failed(`page ${page} is the last of one list: make a new call with page ${page + 1}`);
    }
    seen += length;
    longest = Math.max(longest, length);
    shortest = Math.min(shortest, length);
    answer = await send({ ...inputs, [pagination.page]: page + 1 });
  }
}
