// The shape of generated/operations.ts: what the client needs to know about each operation.

/**
 * A position in a JSON value: a JSON Pointer (RFC 6901) in which `*` means every item of a list or every member of a map.
 * Text that holds JSON counts as parsed: `/receiver/city` points into the text at `/receiver`.
 */
export type Position = string;

/** How an id travels: as a JSON number, as a string, or as either. */
export type Int64Wire = "integer" | "string" | "either";

/**
 * The positions of a value that need special treatment, by kind. All others are ordinary JSON.
 * Ids are integers of up to 19 digits, which a JavaScript number cannot hold exactly. Each id has one kind.
 */
export interface Positions {
  /** Ids that travel as JSON numbers. */
  readonly integer?: readonly Position[];
  /** Ids that travel as strings. */
  readonly string?: readonly Position[];
  /** Ids that are written as strings, and may come as numbers or as strings. */
  readonly either?: readonly Position[];
  /** Text that holds JSON. */
  readonly jsonText?: readonly Position[];
}

/** The positions of an input that need special treatment, and what is checked before it is sent. */
export interface RequestPositions extends Positions {
  /** Whole numbers that are amounts in fen. */
  readonly fen?: readonly Position[];
  /** Other whole numbers: counts, codes and times. */
  readonly whole?: readonly Position[];
  /** Members that must be there if the object or the list that holds them is there. */
  readonly required?: readonly Position[];
}

/** How a list is read page by page. Positions point into the answer. */
export interface PaginationInfo {
  /** The input that takes the page number. */
  readonly page: string;
  /** The number of the first page. */
  readonly firstPage: number;
  /** The input that takes the page size. */
  readonly size: string;
  readonly items: Position;
  /** The number of records on all pages. */
  readonly total?: Position;
}

/** A second level of success inside the answer. Positions point into the answer. */
export interface SuccessInfo {
  /** The call failed if the value is `false`, "false" or 0. A missing flag means nothing. */
  readonly flag: Position;
  readonly errorCode?: Position;
  readonly errorMessage?: Position;
}

/** The methods of HTTP that a path can be called with. */
export type RequestMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** What a program needs to know about an operation beyond its types. */
export interface OperationInfo {
  readonly method: RequestMethod;
  /** The path of the URL, with `{name}` in place of an input. */
  readonly path: string;
  /** Independent of the HTTP method: a read can be repeated, a write cannot. */
  readonly effect: "read" | "write";
  /** Absent: five signed headers. `warehouse`: `timestamp` and `sign` in the query; no page says how to compute `sign`. */
  readonly security?: "warehouse";
  /** The inputs that go into the URL. All others are members of the body. */
  readonly parameters?: Readonly<Record<string, "path" | "query">>;
  /** Positions in the object of all inputs. */
  readonly request: RequestPositions;
  /** Positions in the whole answer. Its ids are read in any form, so all are `either`. */
  readonly response: Positions;
  /** Whether a page shows that the answer has a `code` which says if the call succeeded. */
  readonly envelope: boolean;
  /** The part of the answer that the caller gets: `/data`, or the whole answer if it has no `data`. */
  readonly result: "/data" | "";
  /** Set if the contract describes members of the result, so that an answer without it cannot be right. */
  readonly described?: true | "or null";
  readonly pagination?: PaginationInfo;
  readonly success?: SuccessInfo;
  /** The operationId of the read that tells what happened after a write whose outcome is unknown. */
  readonly checkWith?: string;
}

/** A message that PandaPon pushes. */
export interface WebhookInfo {
  readonly operationId: string;
  /** Positions in the whole message. Its ids are read in any form, so all are `either`. */
  readonly message: Positions;
}

/** Operations by operationId. */
export type OperationTable = Readonly<Record<string, OperationInfo>>;
/** Webhooks by message type. */
export type WebhookTable = Readonly<Record<string, WebhookInfo>>;

declare const types: unique symbol;

/**
 * The types that are compiled together with a table. The table carries them, so that a client made from it needs no cast.
 * The property exists only in types.
 */
// Not an interface: interfaces have no implicit index signature, so a table would not be an OperationTable.
export type TableTypes<Methods, Paths, Routes = object> = {
  readonly [types]?: { readonly methods: Methods; readonly paths: Paths; readonly routes: Routes };
};
