// What a method returns: a promise of the result that also tells how it came, and goes on to further pages.
import { valueAt } from "../codec/pointer.js";
import { requestIdOf, type Answer } from "../transport/answer.js";
import { answeredResponse } from "../transport/answered-response.js";
import { itemsOf, pagesOf, type Listing } from "./pages.js";

export type { CallOptions } from "../transport/options.js";

/** A result, and how it came. */
export interface WithResponse<T> {
  readonly data: T;
  /** PandaPon's id of the request: the thing to tell their support. */
  readonly requestId: string | undefined;
  /** Status, headers and body as they came; its `json()` is the whole answer, with every digit. */
  readonly response: Response;
  /** How many times the request was sent. */
  readonly attempts: number;
}

/** A call under way: a promise of what the operation gives. A call that fails rejects with a PandaPonError. */
export interface Call<T> extends Promise<T> {
  /** The result with PandaPon's request id, the HTTP response and the number of attempts; rejects as the call itself. */
  withResponse(): Promise<WithResponse<T>>;
}

/** A call of an operation that lists records page by page. */
export interface ListCall<T, Item> extends Call<T> {
  /**
   * The results page by page, from the page that the call asked for: first the call's own, each further one is asked for when
   * the one before was taken. The number of records ends it: PandaPon's `totalPage` can be one too many.
   * @throws PandaPonError of kind `decode` where a page repeats the one before; else as the call itself
   */
  pages(): AsyncGenerator<T, void, undefined>;
  /**
   * The records of all pages, one by one.
   * @throws PandaPonError as `pages` does
   */
  items(): AsyncGenerator<Item, void, undefined>;
}

/**
 * Makes a call of an answer that is under way.
 * @param answered an answer without an error
 * @param result where the result stands in the answer
 * @param listing how to go on, where the operation lists page by page
 */
export function callOf(answered: Promise<Answer>, result: string, listing?: Listing): Call<unknown> {
  const resultOf = ({ value }: Answer): unknown => valueAt(value, result);
  // A promise of the platform's own, so that a failure's stack leads to whoever awaits it.
  const call = (async () => resultOf(await answered))();
  // Whoever asks otherwise hears of the failure there; it is not unhandled here.
  const handOver = (): Promise<Answer> => {
    call.catch(() => undefined);
    return answered;
  };
  const withResponse = async (): Promise<WithResponse<unknown>> => {
    const answer = await handOver();
    const { attempts, value } = answer;
    return { data: resultOf(answer), requestId: requestIdOf(value), response: answeredResponse(answer), attempts };
  };
  if (listing === undefined) return Object.assign(call, { withResponse });
  return Object.assign(call, {
    withResponse,
    pages: () => partsOf(handOver(), listing, (answer) => [resultOf(answer)]),
    items: () => partsOf(handOver(), listing, (answer) => itemsOf(answer, listing)),
  });
}

async function* partsOf(
  first: Promise<Answer>,
  listing: Listing,
  parts: (answer: Answer) => unknown[],
): AsyncGenerator<unknown, void, undefined> {
  for await (const answer of pagesOf(first, listing)) yield* parts(answer);
}
