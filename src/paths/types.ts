// The types of calls by path. They have the shape of openapi-fetch and are derived from the compiled contract.
import type { Middleware } from "openapi-fetch";
import type { PandaPonError } from "../errors/error.js";
import type { WithObserved } from "../operations/observed.js";
import type { KnownPath, ObservedAt, RequestArguments, RouteKey } from "../operations/routes.js";
import type { RequestMethod } from "../operations/table.js";
import type { CallOptions, RequestOptions } from "../transport/options.js";

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
export type PathInit<Operation> = BodyOf<Operation> & ParamsOf<Operation> & CallOptions & CallMiddleware;

interface CallMiddleware {
  /** Middleware of openapi-fetch for this call only. */
  middleware?: Middleware[];
}

/** A `PathInit` with what was observed of the input: in the query of a GET, in the body of a POST. */
type ObservedInit<Init, M extends PathVerb, Seen> = WithObserved<
  Init,
  M extends "get" ? SomeOf<"params", SomeOf<"query", Seen>> : SomeOf<"body", Seen>
>;

/** A member that is optional if its value may be empty. */
type SomeOf<Name extends string, Value> = object extends Value ? { [Key in Name]?: Value } : { [Key in Name]: Value };

type InitArguments<Init> = object extends Init ? [init?: Init] : [init: Init];

/** The result of a call by path: the whole answer, or the error that says why the call failed. */
export type PathResult<Operation> = { data: AnswerOf<Operation>; error?: never; response: Response } | FailedResult;

/** The result of a call by path that failed. */
export interface FailedResult {
  data?: never;
  error: PandaPonError;
  response: Response;
}

type AnswerOf<Operation> = Operation extends { responses: { 200: { content: { "application/json": infer Answer } } } }
  ? Answer
  : never;

/** The result for an answer whose type is not the contract's alone. */
type ResultWith<Answer> = { data: Answer; error?: never; response: Response } | FailedResult;

/** The answer with what was observed of its result. */
type ObservedAnswer<Answer, Routes, Key> = Key extends keyof Routes
  ? WithObserved<
      Answer,
      Routes[Key] extends { readonly result: "/data" }
        ? { data: ObservedAt<Routes, Key, "result"> }
        : ObservedAt<Routes, Key, "result">
    >
  : never;

/** The result of a call of `request`. */
type ResultAt<Paths, Routes, Key> = [Key] extends [never]
  ? ResultWith<unknown>
  : Key extends `${infer Method} ${infer Path extends keyof Paths & string}`
    ? ResultOf<Paths, Routes, Path, Lowercase<Method> & PathVerb, Key>
    : never;

type ResultOf<Paths, Routes, Path extends keyof Paths, M extends PathVerb, Key> =
  unknown extends ObservedAt<Routes, Key, "result">
    ? PathResult<OperationAt<Paths, Path, M>>
    : ResultWith<ObservedAnswer<AnswerOf<OperationAt<Paths, Path, M>>, Routes, Key>>;

type PathMethod<Paths, Routes, M extends PathVerb, Method extends RequestMethod> = <Path extends PathWith<Paths, M>>(
  path: Path,
  ...init: unknown extends ObservedAt<Routes, `${Method} ${Path & string}`, "input">
    ? InitArguments<PathInit<OperationAt<Paths, Path, M>>>
    : InitArguments<
        ObservedInit<
          PathInit<OperationAt<Paths, Path, M>>,
          M,
          ObservedAt<Routes, `${Method} ${Path & string}`, "input">
        >
      >
) => Promise<ResultOf<Paths, Routes, Path, M, `${Method} ${Path & string}`>>;

/** The routes of a table that has none: nothing is observed of its operations. */
type Listed<Routes> = [keyof Routes] extends [never] ? Record<string, { readonly id: "" }> : Routes;

/** What a client made with the part `anyRequest` has besides. */
export interface PathRequest<Paths, Routes = object> {
  /**
   * Calls any path: signed, with every digit, retried by the effect that you give, and checked for success. Use it for operations
   * that the contract does not describe:
   *
   * ```ts
   * const { data, error } = await client.request("GET", "/some/path", { pageNo: 1 }, { effect: "read" });
   * ```
   *
   * A path of the contract, as template or filled in, has the types and the rules of its operation, whatever the options say.
   * @param method `GET`, `POST`, `PUT`, `PATCH` or `DELETE`
   * @param path the path of the URL after `baseUrl`, percent-encoded, without a query
   * @param input all inputs as one object: the query of a GET, the body of any other method; see `place`. A bigint is written as
   *   a number, text as text.
   * @param options the rules of an unknown path, and the options of any call
   * @returns the whole answer, or the error that says why the call failed
   * @throws PandaPonError if no answer arrived or nothing could be sent
   */
  request: <Method extends RequestMethod, Path extends KnownPath<Routes, Method> | (string & {})>(
    method: Method,
    path: Path,
    ...args: RequestArguments<Routes, Method, Path, RequestOptions & CallMiddleware>
  ) => Promise<ResultAt<Paths, Routes, RouteKey<Routes, `${Method} ${Path}`>>>;
}

/** An openapi-fetch client for a contract: calls by method and path. */
export interface PathClient<Paths, Routes = object> {
  /** Calls a GET operation by its path. */
  GET: PathMethod<Paths, Listed<Routes>, "get", "GET">;
  /** Calls a POST operation by its path. */
  POST: PathMethod<Paths, Listed<Routes>, "post", "POST">;
  /**
   * Makes the same client for another sub-account. It shares everything else: settings, limits, and middleware, whether it is
   * added before or later.
   * @throws PandaPonError of kind `input` if the user id is missing or wrong
   */
  with(user: { readonly userId: string }): this;
  /** Adds openapi-fetch middleware. */
  use: (...middleware: Middleware[]) => void;
  /** Removes openapi-fetch middleware. */
  eject: (...middleware: Middleware[]) => void;
}
