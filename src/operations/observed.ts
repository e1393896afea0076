// Types of what users have seen in real calls and the contract does not say.

/** What was seen of one operation: members that the contract lacks, or more exact types of those that it has. */
export interface ObservedOperation {
  /** The inputs, as one object. */
  input?: unknown;
  /** The result: the `data` of the answer, or the whole answer if it has no `data`. */
  result?: unknown;
}

/**
 * What you have seen in real calls, by operationId. Merge into this interface, and it applies to `Input`, `Result` and `Item`,
 * to the methods and to the calls by path:
 *
 * ```ts
 * import type { Int64 } from "pandapon-openapi";
 *
 * declare module "pandapon-openapi" {
 *   interface Observed {
 *     "alibaba.orders.create": { input: { remark?: string }; result: { payId: Int64 } };
 *   }
 * }
 * ```
 *
 * Name `pandapon-openapi` also in a program that imports `pandapon-openapi/core`. If a program merges into both, TypeScript drops
 * one of the two.
 *
 * These are types only: nothing is checked or converted when the program runs. An id that the contract does not declare is a
 * string only if it is longer than a JavaScript number can hold.
 */
export interface Observed {
  [operationId: string]: ObservedOperation;
}

/**
 * What the contract says, together with what was observed. It is an intersection, with two exceptions: the items of lists are
 * joined as well, because a loop over `A[] & B[]` sees only one of the two; and a primitive of the contract goes away, as `null`
 * does, if an object was observed.
 */
export type WithObserved<Said, Seen> = unknown extends Seen
  ? Said
  : unknown extends Said
    ? Seen
    : Said extends readonly (infer SaidItem)[]
      ? Seen extends readonly (infer SeenItem)[]
        ? WithObserved<SaidItem, SeenItem>[]
        : never
      : Said extends object
        ? Seen extends object
          ? { [Key in keyof Said]: Key extends keyof Seen ? WithObserved<Said[Key], Seen[Key]> : Said[Key] } & {
              [Key in keyof Seen]: Key extends keyof Said ? WithObserved<Said[Key], Seen[Key]> : Seen[Key];
            }
          : never
        : Said & Seen;
