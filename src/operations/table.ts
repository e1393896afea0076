// The shape of generated/operations.ts: what the client needs to know of each operation, as data.

/**
 * A place in a JSON value: a JSON Pointer (RFC 6901) in which `*` stands for every item of a list and every member of a map.
 * A pointer leads through text that holds JSON as if it were parsed: `/receiver/city`.
 */
export type Position = string;

/** How an int64 travels: as a bare JSON number, as text, or as either. */
export type Int64Wire = "integer" | "string" | "either";

/** What is special about a value's positions. A position that is not listed is ordinary JSON. */
export interface Positions {
  /** Integers of up to 19 digits, more than a JavaScript number holds. */
  readonly int64?: Readonly<Record<Position, Int64Wire>>;
  /** Text that holds JSON. */
  readonly jsonText?: readonly Position[];
}

/** How a list is read page by page. Positions lead into the answer. */
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

/** A second level of success inside the answer. Positions lead into the answer. */
export interface SuccessInfo {
  /** `false` there means that the call failed; a missing flag means nothing. */
  readonly flag: Position;
  readonly errorCode?: Position;
  readonly errorMessage?: Position;
}

/** What a program needs to know of an operation beyond its types. */
export interface OperationInfo {
  readonly method: "GET" | "POST";
  /** The path of the URL, with `{name}` where an input goes. */
  readonly path: string;
  /** What the call does, whatever its HTTP method: a read can be repeated, a write cannot. */
  readonly effect: "read" | "write";
  /** `signature`: the five signed headers. `warehouse`: `timestamp` and `sign` in the query; no page says how `sign` is made. */
  readonly security: "signature" | "warehouse";
  /** The inputs that go into the URL. The others are members of the body. */
  readonly parameters?: Readonly<Record<string, "path" | "query">>;
  /** Positions in the inputs, taken as one object. */
  readonly request: Positions;
  /** Positions in the whole answer. */
  readonly response: Positions;
  /** Whether the answer carries a `code` that says if the call succeeded, as far as a page shows it. */
  readonly envelope: boolean;
  /** What a caller is given of the answer: `/data`, or the whole of it where there is no `data`. */
  readonly result: "/data" | "";
  readonly pagination?: PaginationInfo;
  readonly success?: SuccessInfo;
}

/** A message that PandaPon pushes. */
export interface WebhookInfo {
  readonly operationId: string;
  /** Positions in the whole message. */
  readonly message: Positions;
}

/** Operations by operationId. */
export type OperationTable = Readonly<Record<string, OperationInfo>>;
/** Webhooks by message type. */
export type WebhookTable = Readonly<Record<string, WebhookInfo>>;

declare const types: unique symbol;

/**
 * The types that are compiled beside a table. They travel with the table, so that a client made from it needs no cast.
 * The property exists in types only.
 */
// Not an interface: those have no implicit index signature, so a table would not be an OperationTable.
export type TableTypes<Methods, Paths> = {
  readonly [types]?: { readonly methods: Methods; readonly paths: Paths };
};
