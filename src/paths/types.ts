// The types of calls by path. They have the shape of openapi-fetch and are derived from the compiled contract.
import type { Middleware } from "openapi-fetch";
import type { PandaPonError } from "../errors/error.js";
import type { CallOptions } from "../transport/options.js";

type PathVerb = "get" | "post";

/** The paths that can be called with a method. */
export type PathWith<Paths, M extends PathVerb> = {
  [Path in keyof Paths]: Paths[Path] extends Record<M, object> ? Path : never;
}[keyof Paths];

/** An operation by its path and method. */
type OperationAt<Paths, Path extends keyof Paths, M extends PathVerb> =
  Paths[Path] extends Record<M, infer Operation> ? Operation : never;

/** The body of a request: optional if the contract says so, and refused if the operation has none. */
type BodyOf<Operation> = Operation extends { requestBody: { content: { "application/json": infer Body } } }
  ? { body: Body }
  : Operation extends { requestBody?: never }
    ? { body?: never }
    : Operation extends { requestBody?: { content: { "application/json": infer Body } } }
      ? { body?: Body }
      : never;

/** Path and query parameters: optional if none is required. */
type ParamsOf<Operation> = Operation extends { parameters: infer Params }
  ? Params extends { path: object } | { query: object }
    ? { params: Params }
    : { params?: Params }
  : never;

/** The second argument of a call by path. */
export type PathInit<Operation> = BodyOf<Operation> & ParamsOf<Operation> & CallOptions & { middleware?: Middleware[] };

/** The result of a call by path: the whole answer, or the error that says why the call failed. */
export type PathResult<Operation> =
  | { data: AnswerOf<Operation>; error?: never; response: Response }
  | { data?: never; error: PandaPonError; response: Response };

type AnswerOf<Operation> = Operation extends { responses: { 200: { content: { "application/json": infer Answer } } } }
  ? Answer
  : never;

type InitArguments<Operation> =
  object extends PathInit<Operation> ? [init?: PathInit<Operation>] : [init: PathInit<Operation>];

type PathMethod<Paths, M extends PathVerb> = <Path extends PathWith<Paths, M>>(
  path: Path,
  ...init: InitArguments<OperationAt<Paths, Path, M>>
) => Promise<PathResult<OperationAt<Paths, Path, M>>>;

/** An openapi-fetch client for a contract: calls by method and path. */
export interface PathClient<Paths> {
  /** Calls a GET operation by its path. */
  GET: PathMethod<Paths, "get">;
  /** Calls a POST operation by its path. */
  POST: PathMethod<Paths, "post">;
  /** Calls an operation by its method and path. */
  request: <M extends PathVerb, Path extends PathWith<Paths, M>>(
    method: M,
    path: Path,
    ...init: InitArguments<OperationAt<Paths, Path, M>>
  ) => Promise<PathResult<OperationAt<Paths, Path, M>>>;
  /** Adds openapi-fetch middleware. */
  use: (...middleware: Middleware[]) => void;
  /** Removes openapi-fetch middleware. */
  eject: (...middleware: Middleware[]) => void;
}
