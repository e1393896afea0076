// What a method gives back: a promise of the result, and for lists a way to read page by page.

/** Settings of one call. */
export interface CallOptions {
  /** How long to wait for an answer, in milliseconds. */
  readonly timeout?: number;
}

/** A call under way. */
export interface Call<T> extends Promise<T> {}

/** A call for one page, from which the following ones can be read. */
export interface ListCall<T, I> extends Call<T> {
  /** This page and those that follow. */
  pages(): AsyncIterable<T>;
  /** The records of this page and of those that follow. */
  items(): AsyncIterable<I>;
}
