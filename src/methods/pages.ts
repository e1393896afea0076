// Reads a list page by page, as the contract declares it.
import { PandaPonError } from "../errors/error.js";
import { valueAt } from "../codec/pointer.js";
import type { PaginationInfo } from "../operations/table.js";
import { requestIdOf, type Answer } from "../transport/answer.js";

/** What is needed to read further pages of a list. */
export interface Listing {
  readonly operation: string;
  readonly pagination: PaginationInfo;
  /** The inputs of the call. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Requests a page. */
  readonly send: (inputs: Readonly<Record<string, unknown>>) => Promise<Answer>;
}

/**
 * The answers page by page, starting with the one that is already requested.
 * @throws PandaPonError of kind `decode` if a page repeats the one before it
 */
export async function* pagesOf(first: Promise<Answer>, listing: Listing): AsyncGenerator<Answer, void, undefined> {
  const { pagination, inputs } = listing;
  const start = Number(inputs[pagination.page] ?? pagination.firstPage);
  let answer = await first;
  let items = itemsOf(answer, listing);
  // PandaPon may return fewer records than `pageSize`. A count that is too low costs one request for an empty page. A count that
  // is too high loses records.
  let seen = (start - pagination.firstPage) * items.length;
  for (let page = start + 1; ; page += 1) {
    yield answer;
    seen += items.length;
    const total = valueAt(answer.value, pagination.total);
    if (items.length === 0 || (typeof total === "number" && seen >= total)) return;

    const before = JSON.stringify(items);
    answer = await listing.send({ ...inputs, [pagination.page]: page });
    items = itemsOf(answer, listing);
    if (items.length === 0) return;
    if (JSON.stringify(items) === before) {
      throw unreadable(
        answer,
        listing,
        `page ${page} holds the records of page ${page - 1}: the list does not advance`,
      );
    }
  }
}

/** @returns the records of a page; an empty list if PandaPon sends null */
export function itemsOf(answer: Answer, listing: Listing): unknown[] {
  const { pagination } = listing;
  const items = valueAt(answer.value, pagination.items);
  if (Array.isArray(items)) return items;
  const total = valueAt(answer.value, pagination.total);
  const holder = pagination.items.slice(0, pagination.items.lastIndexOf("/"));
  if (items === null || total === 0 || valueAt(answer.value, holder) === null) return [];
  throw unreadable(answer, listing, `the answer has no list at \`${pagination.items}\``);
}

const unreadable = ({ response, value, attempts }: Answer, { operation }: Listing, message: string): PandaPonError =>
  new PandaPonError("decode", message, {
    operation,
    attempts,
    status: response.status,
    requestId: requestIdOf(value),
  });
