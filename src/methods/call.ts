// What a method returns: a promise of the result that can also give the response and, for a list, all pages.
import type { Answer } from "../transport/answer.js";
import type { listPages, Listing } from "./pages.js";
import { answeredResponse } from "../transport/answered-response.js";

/** A result with its HTTP response. */
export interface WithResponse<T> {
  readonly data: T;
  /** PandaPon's id of the request: give it to their support. */
  readonly requestId: string | undefined;
  /** Status, headers and body as received. `json()` gives the whole answer with every digit. */
  readonly response: Response;
  /** How many times the request was sent. */
  readonly attempts: number;
}

/** A call: a promise of the result of the operation. It rejects with a PandaPonError if the call fails. */
export interface Call<T> extends Promise<T> {
  /** The result with PandaPon's request id, the HTTP response and the number of attempts. It rejects as the call does. */
  withResponse(): Promise<WithResponse<T>>;
}

/**
 * A call of an operation that lists records page by page. The first page is the one that the call asked for. Each further page is
 * requested when the loop needs it.
 *
 * A list ends when it has given as many records as PandaPon says there are, because PandaPon's `totalPage` can be one too high. If
 * PandaPon tells no number, or one below what came, an empty page ends it. While records are missing, an empty page does not end
 * it: further pages are requested, until 11 in a row are empty. If a list begins in the middle, the records before it are counted
 * by `pageSize`. Without one, or if PandaPon returns fewer per page, an empty page or one like the page before ends the list too.
 *
 * A list fails with a PandaPonError of kind `decode`
 * - if records are missing ("3 of 5 records"), after it has given all that came;
 * - if a page holds the records of an earlier one;
 * - after 10 000 pages: make a new call with the next page number;
 * - if records are nested too deeply to be compared, at thousands of levels.
 */
export interface ListCall<T, Item> extends Call<T> {
  /**
   * The results page by page, until the list ends as `ListCall` describes.
   * @throws PandaPonError of kind `decode` if the list does not end so; otherwise as the call does
   */
  pages(): AsyncGenerator<T, void, undefined>;
  /**
   * The records one by one, from the page that the call asked for.
   * @param options `limit` is the most records that are given, an integer. No page but the first is requested for records beyond it.
   * @throws PandaPonError as `pages` does, and of kind `input` if `limit` is not an integer, 0 or more
   */
  items(options?: { readonly limit?: number | undefined }): AsyncGenerator<Item, void, undefined>;
}

/**
 * Makes a call from the promise of an answer.
 * @param answered the answer; it rejects if the call fails
 * @param more makes what a call of a list has besides, from a function that gives the answer
 */
export function callOf(answered: Promise<Answer>, listing?: Listing, lists?: typeof listPages): Call<unknown> {
  // An async function, so that the stack of an error leads to the code that awaits it.
  const call = (async () => (await answered).data)();
  // The caller sees the failure through what is returned here, so `call` must not report an unhandled rejection.
  const handOver = (): Promise<Answer> => {
    call.catch(() => undefined);
    return answered;
  };
  const withResponse = async (): Promise<WithResponse<unknown>> => {
    const answer = await handOver();
    const { data, requestId, attempts } = answer;
    return { data, requestId, response: answeredResponse(answer), attempts };
  };
  return Object.assign(call, { withResponse, ...(listing && lists?.(handOver, listing)) });
}
