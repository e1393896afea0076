// Apifox's words for how far an endpoint is, as the contract says it.
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

/** `x-apifox-status` of an OpenAPI document; nothing where the word is not one of Apifox's. */
export const statusOf = (word: unknown): PageStatus | undefined =>
  typeof word === "string" && Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
