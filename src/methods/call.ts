// What a method returns: a promise of the result that can also give the response and, for a list, all pages.
import { valueAt } from "../codec/pointer.js";
import { requestIdOf, type Answer } from "../transport/answer.js";
import { answeredResponse } from "../transport/answered-response.js";
import { itemsOf, pagesOf, type Listing } from "./pages.js";

export type { CallOptions } from "../transport/options.js";

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

/** A call of an operation that lists records page by page. */
export interface ListCall<T, Item> extends Call<T> {
  /**
   * The results page by page. The first page is the one that the call asked for. Each further page is requested when the loop
   * needs it. The number of records ends the list, because PandaPon's `totalPage` can be one too high.
   * @throws PandaPonError of kind `decode` if a page repeats the one before it; otherwise as the call does
   */
  pages(): AsyncGenerator<T, void, undefined>;
  /**
   * The records one by one, from the page that the call asked for.
   * @throws PandaPonError as `pages` does
   */
  items(): AsyncGenerator<Item, void, undefined>;
}

/**
 * Makes a call from the promise of an answer.
 * @param answered the answer; it rejects if the call fails
 * @param result the JSON Pointer of the result in the answer
 * @param listing how to read further pages, if the operation has pages
 */
export function callOf(answered: Promise<Answer>, result: string, listing?: Listing): Call<unknown> {
  const resultOf = ({ value }: Answer): unknown => valueAt(value, result);
  // An async function, so that the stack of an error leads to the code that awaits it.
  const call = (async () => resultOf(await answered))();
  // The caller sees the failure through what is returned here, so `call` must not report an unhandled rejection.
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
