// The client with one method per operation, named by its operationId.
import { prepare } from "../codec/request.js";
import { check, reading } from "../errors/input-error.js";
import { createTransport } from "../transport/transport.js";
import {
  readSettings,
  userIdOf,
  type CallOptions,
  type ClientOptions,
  type RequestOptions,
} from "../transport/options.js";
import { callOf, type Call } from "./call.js";
import type { Inputs } from "../codec/encode.js";
import type { Target } from "../operations/find.js";
import type { KnownPath, RequestArguments, RequestReturn } from "../operations/routes.js";
import type { OperationTable, RequestMethod, TableTypes } from "../operations/table.js";
import type { Answer } from "../transport/answer.js";
import type { ClientParts, NeededFor, PartsArgument } from "./parts.js";

/** What every client has besides its methods. */
export interface MethodClient {
  /**
   * Makes the same client for another sub-account. It shares everything else: settings, limits, and requests under way.
   * @throws PandaPonError of kind `input` if the user id is missing or wrong
   */
  with(user: { readonly userId: string }): this;
}

/** What a client made with the part `anyRequest` has besides. */
export interface MethodRequest<Routes> {
  /**
   * Calls any path: signed, with every digit, retried by the effect that you give, and checked for success. Use it for operations
   * that the contract does not describe:
   *
   * ```ts
   * const orders = await pandapon.request("GET", "/some/path", { pageNo: 1 }, { effect: "read" });
   * ```
   *
   * A path of the contract, as template or filled in, has the types and the rules of its operation, whatever the options say.
   * @param method `GET`, `POST`, `PUT`, `PATCH` or `DELETE`
   * @param path the path of the URL after `baseUrl`, percent-encoded, without a query
   * @param input the query of a GET, the body of any other method; see `place`. A bigint is written as a number, text as text.
   * @param options the rules of an unknown path, and the options of any call
   * @returns a call of the `data` of the answer; of the whole answer if the auth is `warehouse`
   */
  request<Method extends RequestMethod, Path extends KnownPath<Routes, Method> | (string & {})>(
    method: Method,
    path: Path,
    ...args: RequestArguments<Routes, Method, Path, RequestOptions>
  ): RequestReturn<Routes, Method, Path, Call<unknown>>;
}

/**
 * Makes a client with one method per operation of the table. The entry `pandapon-openapi` has the same function with the
 * table of all operations. Use this one to bundle only the operations that you need.
 *
 * @param options the credentials and optional settings
 * @param table the table that `pandapon generate` writes. It carries the types of the methods.
 * @param parts what the client has besides. A part that the table needs and that is missing is an error of the types.
 * @throws PandaPonError of kind `input` that names the missing or wrong option or part
 */
export function createPandaPon<
  Methods,
  Routes,
  Table extends OperationTable = OperationTable,
  Parts extends ClientParts = ClientParts,
>(
  options: ClientOptions | undefined,
  table: Table & TableTypes<Methods, unknown, Routes>,
  ...parts: PartsArgument<Parts, NeededFor<Table>>
): Methods & MethodClient & (Parts extends { readonly request: object } ? MethodRequest<Routes> : unknown);
export function createPandaPon(options: ClientOptions | undefined, table: OperationTable, parts?: ClientParts): object {
  const settings = readSettings(options, parts);
  const { lists, request } = settings;
  const transport = createTransport(settings);

  const call = (userId: string | undefined, target: Target, input: unknown, options?: CallOptions) => {
    const { operation, info, complete } = target;
    let inputs: Inputs | undefined;
    const send = async (given: unknown): Promise<Answer> => {
      const request = prepare(operation, info, given, settings.baseUrl, complete);
      // Those of the first page: further pages start from them.
      inputs ??= request.inputs;
      const answer = await transport(request, options, userId);
      if (answer.error) throw answer.error;
      return answer;
    };
    const { pagination } = info;
    // It sets `inputs` at once: it waits only after it has encoded them.
    const answered = send(input);
    return callOf(answered, pagination && { operation, pagination, inputs: inputs ?? {}, send }, lists);
  };

  const clientOf = (userId?: string): Namespace => {
    const root: Namespace = {};
    for (const [operation, info] of Object.entries(table)) {
      check(lists || !info.pagination, "lists", "is missing: pass listPages");
      const target = { operation, info };
      // `console.log` shows the name of a method.
      const method = {
        [operation]: (input?: unknown, own?: CallOptions) => call(userId, target, input, own),
      }[operation];
      let namespace = root;
      operation.split(".").forEach((name, index, names) => {
        // All but the last are namespaces: the build refuses an operationId that is the beginning of another.
        namespace = (namespace[name] ??= index < names.length - 1 ? {} : method) as Namespace;
      });
    }
    return Object.assign(
      root,
      request && {
        request: (method: RequestMethod, path: string, input?: unknown, own?: RequestOptions) => {
          try {
            return call(
              userId,
              reading("options", () => request(table, method, path, own)),
              input,
              own,
            );
          } catch (error) {
            return callOf(Promise.reject(error));
          }
        },
      },
      { with: (user: unknown) => clientOf(userIdOf(user)) },
    );
  };
  // The tree is made from the table, and the type is compiled together with the table.
  return clientOf();
}

interface Namespace {
  [name: string]: unknown;
}
