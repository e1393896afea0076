// Apifox's statuses of an endpoint, in the contract's words.
import type { PageStatus } from "./page.js";

const STATUSES: Record<string, PageStatus> = {
  designing: "in-development",
  pending: "in-development",
  developing: "in-development",
  integrating: "in-development",
  testing: "in-development",
  exception: "in-development",
  tested: "released",
  released: "released",
  deprecated: "deprecated",
  obsolete: "deprecated",
};

/** The status for an `x-apifox-status`; undefined if the word is not one of Apifox's. */
export const statusOf = (word: unknown): PageStatus | undefined =>
  typeof word === "string" && Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
