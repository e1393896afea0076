// What a difference means for programs that call the API, the most serious first.

/**
 * - `breaking`: code that compiled may no longer compile, or it does something else.
 * - `additive`: existing code works as before, and more is possible.
 * - `documentation`: neither the types nor the behaviour of the client change.
 */
export const IMPACTS = ["breaking", "additive", "documentation"] as const;
export type Impact = (typeof IMPACTS)[number];

/** The more serious of two impacts. */
export const graver = (one: Impact, other: Impact): Impact =>
  IMPACTS.indexOf(one) <= IMPACTS.indexOf(other) ? one : other;
