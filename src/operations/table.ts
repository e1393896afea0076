// The types of generated/operations.ts: what the client needs to know about each operation.

/** A position in an answer: a JSON Pointer (RFC 6901) without `~`. */
export type Position = string;

/**
 * What is special about a value, as a shape like its own: its marks, the shapes of its members, or both.
 *
 * ```ts
 * { orderId: "i!", orderLineList: ["j!", { "*": { itemId: "s" } }] };
 * ```
 *
 * A value has at most one of the letters, but `j` may have one behind it, which is for the JSON in the text:
 * - `i`: an id that is written as a JSON number. Ids are integers of up to 19 digits, which a JavaScript number cannot hold exactly.
 * - `s`: an id that is written as a string. In an answer, all ids have this mark, because they are read in any form.
 * - `j`: a text that holds JSON. Its members are those of the JSON.
 * - `f`: a whole number that is an amount in fen.
 * - `w`: another whole number: a count, a code or a time.
 *
 * `!` comes last: the member must be there if the object that holds it is there.
 */
export type Shape = string | Shapes | readonly [marks: string, members: Shapes];

/** Shapes by name. `*` is for every item of a list, and for every member that is not named. What is not named is ordinary JSON. */
export interface Shapes {
  readonly [name: string]: Shape;
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
  /** The call failed if the value is `false` or 0, also as text. A missing flag means nothing. */
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
  readonly security?: "warehouse" | undefined;
  /** The inputs that go into the query: all (`true`) or those named. Absent: all of a GET, none of any other method. */
  readonly query?: true | readonly string[];
  /** The shape of the object of all inputs. */
  readonly request: Shape;
  /** The shape of the whole answer. */
  readonly response: Shape;
  /** Whether a page shows that the answer has a `code` which says if the call succeeded. */
  readonly envelope: boolean;
  /** The part of the answer that the caller gets: `/data`, or the whole answer if it has no `data`. */
  readonly result: "/data" | "";
  /** Set if the contract describes members of the result, so that an answer without it cannot be right. `or null`: it may be null. */
  readonly described?: true | "or null";
  readonly pagination?: PaginationInfo;
  readonly success?: SuccessInfo;
  /** The operationId of the read that tells what happened after a write whose outcome is unknown. */
  readonly checkWith?: string;
}

/** A message that PandaPon pushes. */
export interface WebhookInfo {
  readonly operationId: string;
  /** The shape of the whole message. */
  readonly message: Shape;
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
