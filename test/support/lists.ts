// Servers that hold a list in pages, and what a client makes of it.
import { createPandaPon, listPages } from "../../dist/src/core/index.js";
import { operationTable, type ClientOptions, type PandaPon } from "../../dist/src/index.js";
import { credentials } from "./calls.js";
import { json, ok, type Handler, type Loopback } from "./server.js";

/** The records of a page, or the whole answer to a request for it. */
export type Page = readonly unknown[] | null | Handler;

/** What a server holds, and how many records it says there are. */
export interface Held {
  readonly pages: readonly Page[];
  readonly total?: unknown;
  /** The number of the first page. Default: 1. */
  readonly from?: number;
  /** What it sends for a page after the last one. Default: an empty page. */
  readonly beyond?: "empty" | "null" | "last" | "error" | undefined;
}

export interface Inputs {
  readonly pageNo?: unknown;
  readonly pageSize?: unknown;
}

export interface End {
  readonly given: readonly unknown[];
  /** The numbers of the requested pages. */
  readonly asked: readonly number[];
  readonly error: unknown;
}

const BEYOND = {
  empty: [],
  null: null,
  error: json({ code: 7, msg: "no such page" }),
} satisfies Record<string, Page>;

function pageOf({ pages, beyond = "empty", from = 1 }: Held, number: number): Page {
  const page = pages[number - from];
  if (page !== undefined) return page;
  return beyond === "last" ? (pages.at(-1) ?? []) : BEYOND[beyond];
}

const numberOf = (body: string): number => Number((JSON.parse(body) as { pageNo?: unknown }).pageNo ?? 1);

export const answering =
  (held: Held): Handler =>
  (response, request) => {
    const page = pageOf(held, numberOf(request.body));
    const handler = typeof page === "function" ? page : ok({ refundOrderAggregates: page, total: held.total });
    handler(response, request);
  };

const name = "taobao.refunds.list";
/** The list with nothing required, so that a page size can be left out. */
const table = { [name]: { ...operationTable[name], request: {} } };

export const listOf = ({ url }: Pick<Loopback, "url">, inputs: Inputs, options: ClientOptions = {}) =>
  // Some inputs are wrong on purpose.
  createPandaPon<PandaPon, object>({ ...credentials, baseUrl: url, ...options }, table, {
    lists: listPages,
  }).taobao.refunds.list(inputs as { pageSize: number });

/** Reads a list to its end. */
export async function endOf(server: Loopback, inputs: Inputs, limit?: { limit: number }): Promise<End> {
  const before = server.requests.length;
  const given: unknown[] = [];
  let error: unknown;
  try {
    for await (const record of listOf(server, inputs).items(limit)) given.push(record);
  } catch (thrown) {
    error = thrown;
  }
  return { given, asked: server.requests.slice(before).map(({ body }) => numberOf(body)), error };
}
