// What a docs site is made of, in one language: the contract as readers see it, the sections, and the words around them.
import type { CoverageEntry } from "../../coverage/index.js";
import type { Document, HttpMethod } from "../../core/openapi.js";
import type { Sample } from "../samples/index.js";
import type { Words } from "./words.js";

/** One language of the site. */
export interface LanguageSite {
  /** BCP 47: `en`, `zh-CN`. */
  language: string;
  words: Words;
  /** The translated contract, ready to be read: evidence in words, no x- fields but those of viewers, operations in the order of the work. */
  contract: Document;
  sections: readonly Section[];
  groups: readonly Group[];
  coverage: readonly CoverageEntry[];
}

/** A page of prose: a file of spec/docs, or one that is made of the contract. */
export interface Section {
  /** The name of its file, the same in every language: `getting-started`. */
  slug: string;
  title: string;
  /** Without the title. Flows are inline SVG, in which links have the form `href="operation:…"`. */
  markdown: string;
  /** The same for readers of Markdown: flows are numbered lists. */
  plain: string;
}

/** The operations of one tag, in the order of the work. */
export interface Group {
  /** The tag as the contract has it: `alibaba-orders`. */
  tag: string;
  title: string;
  /** Markdown. */
  description: string;
  operations: readonly OperationPage[];
}

/** An operation or a webhook, as its page shows it. */
export interface OperationPage {
  /** How one calls it, or the message type. It is the name of its file. */
  id: string;
  kind: "operation" | "webhook";
  /** By which the Redoc page finds it, a webhook too. */
  operationId: string;
  method: HttpMethod;
  /** `/alibaba/order/create`; the message type of a webhook. */
  path: string;
  /** With its id if another operation of the group has the same one. */
  summary: string;
  /** The summary, with its group before it if an operation of another group has the same one. */
  title: string;
  /** Markdown. The evidence in words is at its end. */
  description: string;
  parameters: readonly FieldRow[];
  request: FieldTable;
  response: FieldTable;
  /** JSON with every digit, indented. */
  requestExample: string | undefined;
  responseExample: string | undefined;
  samples: readonly Sample[];
  /** Where PandaPon's pages disagree, one line of Markdown each. */
  contradictions: readonly string[];
}

/** The fields of a body. */
export interface FieldTable {
  fields: readonly FieldRow[];
  /** What is said of the whole: Markdown, empty if it is nothing. */
  note: string;
}

/** One row of a table of fields, the outer ones first. */
export interface FieldRow {
  /** `orders[].id`; `id` of a parameter. */
  name: string;
  /** How deep it is: 0 for the outermost. */
  depth: number;
  /** In words: `integer id`, `list of objects`. */
  type: string;
  /** `required`, or what is known of its mark, in words; empty if it is optional or in an answer. */
  mark: string;
  /** Markdown: what it is, its unit, its known values, and its basis if it is weaker than a table of a v1 page. */
  description: string;
  /** Exact, as JSON. */
  example: string | undefined;
}
