// The types of calls by path, in the shape of openapi-fetch's, read off the compiled contract.
import type { Middleware } from "openapi-fetch";
import type { paths } from "../../generated/schema.js";
import type { PandaPonError } from "../error.js";
import type { CallOptions } from "../transport/options.js";

type Method = "get" | "post";

/** The paths that can be called with a method. */
export type PathWith<M extends Method> = {
  [Path in keyof paths]: paths[Path] extends Record<M, object> ? Path : never;
}[keyof paths];

/** The body of a request; optional where the contract says so, and refused where it has none. */
type BodyOf<Operation> = Operation extends { requestBody: { content: { "application/json": infer Body } } }
  ? { body: Body }
  : Operation extends { requestBody?: never }
    ? { body?: never }
    : Operation extends { requestBody?: { content: { "application/json": infer Body } } }
      ? { body?: Body }
      : never;

/** Path and query parameters; optional where none is required. */
type ParamsOf<Operation> = Operation extends { parameters: infer Params }
  ? Params extends { path: object } | { query: object }
    ? { params: Params }
    : { params?: Params }
  : never;

/** What a call takes beside the path. */
export type PathInit<Operation> = BodyOf<Operation> & ParamsOf<Operation> & CallOptions & { middleware?: Middleware[] };

/** What a call gives: the whole answer, or why it failed. */
export type PathResult<Operation> =
  | { data: AnswerOf<Operation>; error?: never; response: Response }
  | { data?: never; error: PandaPonError; response: Response };

type AnswerOf<Operation> = Operation extends { responses: { 200: { content: { "application/json": infer Answer } } } }
  ? Answer
  : never;

type PathMethod<M extends Method> = <Path extends PathWith<M>>(
  path: Path,
  ...init: object extends PathInit<paths[Path][M]>
    ? [init?: PathInit<paths[Path][M]>]
    : [init: PathInit<paths[Path][M]>]
) => Promise<PathResult<paths[Path][M]>>;

/** An openapi-fetch client of the contract: calls by method and path. */
export interface PandaPonClient {
  /** Calls a GET operation by its path. */
  GET: PathMethod<"get">;
  /** Calls a POST operation by its path. */
  POST: PathMethod<"post">;
  /** Calls an operation by its method and path. */
  request: <M extends Method, Path extends PathWith<M>>(
    method: M,
    path: Path,
    ...init: object extends PathInit<paths[Path][M]>
      ? [init?: PathInit<paths[Path][M]>]
      : [init: PathInit<paths[Path][M]>]
  ) => Promise<PathResult<paths[Path][M]>>;
  /** Adds middleware of openapi-fetch. */
  use: (...middleware: Middleware[]) => void;
  /** Takes middleware away. */
  eject: (...middleware: Middleware[]) => void;
}
