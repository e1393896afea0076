// The client by path, and the only module that calls openapi-fetch. Version 0.17.0 is frozen, so it must stay easy to replace.
import createFetchClient, { type Middleware } from "openapi-fetch";
import { PandaPonError } from "../errors/error.js";
import { inOperation, inputError, reading } from "../errors/input-error.js";
import { parseExact } from "../codec/parse.js";
import type { OperationInfo, OperationTable, RequestMethod, TableTypes } from "../operations/table.js";
import { readAnswer, type Answer } from "../transport/answer.js";
import { answeredResponse } from "../transport/answered-response.js";
import { isObject } from "../codec/pointer.js";
import { encode, type Inputs } from "../codec/encode.js";
import { checkedInputs, prepare } from "../codec/request.js";
import { treeOf } from "../codec/shape.js";
import { fromPath } from "../operations/from-path.js";
import type { RequestRules } from "../operations/find.js";
import { checkedHeaders, readSettings, userIdOf, type CallOptions, type ClientOptions } from "../transport/options.js";
import { createTransport } from "../transport/transport.js";
import type { ClientParts, NeededFor, PartsArgument } from "../methods/parts.js";
import { checkedMiddleware, ofAnyClass } from "./middleware.js";
import type { PathClient, PathRequest } from "./types.js";

/** The options of a call of openapi-fetch that this module uses. */
interface Init extends CallOptions {
  params?: { path?: Inputs; query?: Inputs; header?: CallOptions["headers"] };
  body?: unknown;
  [more: string]: unknown;
}

/** What openapi-fetch would encode otherwise. */
interface Encoded {
  body: string | undefined;
  url: string;
  /** Shown to middleware. */
  params: object;
}

type Requesting = (method: string, path: string, init: object) => Promise<{ response: Response }>;

/** Options of openapi-fetch that would bypass what this client does. */
const NOT_PER_CALL = ["baseUrl", "fetch", "Request", "bodySerializer", "pathSerializer", "querySerializer"];

/**
 * Makes an openapi-fetch client for the operations of the table: it calls by method and path, and returns
 * `{ data, error, response }`. The entry `pandapon-openapi` has the same function with the table of all operations.
 *
 * @param options the credentials and optional settings
 * @param table the table that `pandapon generate` writes. It carries the types of the paths.
 * @param parts what the client has besides. A part that the table needs and that is missing is an error of the types.
 * @throws PandaPonError of kind `input` that names the missing or wrong option or part
 */
export function createClient<
  Paths,
  Routes,
  Table extends OperationTable = OperationTable,
  Parts extends ClientParts = ClientParts,
>(
  options: ClientOptions | undefined,
  table: Table & TableTypes<unknown, Paths, Routes>,
  ...parts: PartsArgument<Parts, Omit<NeededFor<Table>, "lists">>
): PathClient<Paths, Routes> & (Parts extends { readonly request: object } ? PathRequest<Paths, Routes> : unknown);
export function createClient(options: ClientOptions | undefined, table: OperationTable, parts?: ClientParts): object {
  const settings = readSettings(options, parts);
  const { request } = settings;
  const transport = createTransport(settings);
  const operations = new Map(
    Object.entries<OperationInfo>(table).map(([operation, info]) => [
      `${info.method} ${info.path}`,
      { operation, info },
    ]),
  );
  const inner = createFetchClient<Record<string, never>>({ baseUrl: settings.baseUrl });
  // Without the types of openapi-fetch: it derives them from paths, and PathClient declares our own.
  const send = inner.request as unknown as Requesting;
  const used: Middleware[] = [];

  const call = async (user: string | undefined, method: string, path: string, init: Init = {}) => {
    const found = operations.get(`${method} ${path}`);
    if (found === undefined) {
      throw inputError(`${method} ${path}`, "is not an operation of the contract: call it with `request`");
    }
    const { operation, info } = found;
    const encoded = inOperation(operation, () => {
      checkInit("init", init, operation);
      const params: NonNullable<Init["params"]> = checkedInputs(init.params, "params");
      // Only checked here: openapi-fetch itself adds them to `headers`.
      checkedHeaders(params.header);
      const query = checkedInputs(params.query, "query");
      const body = method === "GET" ? {} : checkedInputs(init.body, "body");
      const both = Object.keys(query).find((name) => name in body);
      if (both !== undefined) throw inputError(both, "is both in the query and in the body");
      const inPath = Object.entries(checkedInputs(params.path, "path")).filter(([name]) => path.includes(`{${name}}`));
      const placed: OperationInfo = method === "GET" ? info : { ...info, query: Object.keys(query) };
      const complete = fromPath(Object.fromEntries(inPath));
      return { ...prepare(operation, placed, { ...body, ...query }, settings.baseUrl, complete), params };
    });
    return exchange(user, operation, info, encoded, init);
  };

  const callAny = async (
    request: NonNullable<ClientParts["request"]>,
    user: string | undefined,
    method: RequestMethod,
    path: string,
    input?: unknown,
    options: Init & RequestRules = {},
  ) => {
    const { operation, info, complete } = reading("options", () => request(table, method, path, options));
    inOperation(operation, () => checkInit("options", options, operation));
    const { url, body } = prepare(operation, info, input, settings.baseUrl, complete);
    return exchange(user, operation, info, { body, url, params: {} }, options);
  };

  const exchange = async (
    user: string | undefined,
    operation: string,
    info: OperationInfo,
    encoded: Encoded,
    init: Init,
  ) => {
    const { headers, middleware, ...own } = inOperation(operation, () => ({
      signal: init.signal,
      timeoutMs: init.timeoutMs,
      maxRetries: init.maxRetries,
      userId: init.userId,
      // openapi-fetch would read a list of pairs as an object.
      headers: checkedHeaders(init.headers),
      middleware: [...used, ...checkedMiddleware(init["middleware"] ?? [])],
    }));
    /** Marks the Request that this call made: a middleware may replace it with another one. */
    const original = {};
    let answer: Answer | undefined;
    /** The Response that openapi-fetch has. */
    let answered: Response | undefined;
    /** The Response of a middleware that `answered` was made from. */
    let given: Response | undefined;
    const read = async (response: Response): Promise<Response> => {
      if (response === answered) return response;
      const known = { operation, checkWith: info.checkWith, attempts: answer?.attempts ?? 0 };
      try {
        answer = readAnswer({ info, url: response.url }, response, { text: await response.text() }, known);
        answered = answeredResponse(answer);
      } catch (cause) {
        throw new PandaPonError("decode", "the Response that a middleware returned cannot be read", {
          ...known,
          cause,
        });
      }
      given = response;
      return answered;
    };
    if (typeof globalThis.Request !== "function") {
      throw inputError("Request", "is missing: this platform has none", operation);
    }
    const { response } = await send(info.method, info.path, {
      original,
      middleware: middleware.map((one) => ofAnyClass(one, read)),
      // Looked up at each call: the one that openapi-fetch found when the client was made may have been replaced.
      Request: globalThis.Request,
      headers,
      body: encoded.body,
      bodySerializer: (text: string) => text,
      // Without `path`, openapi-fetch would not call `pathSerializer`.
      params: { path: {}, ...encoded.params },
      pathSerializer: () => encoded.url,
      querySerializer: () => "",
      // Its own JSON.parse would lose digits.
      parseAs: "text",
      fetch: async (sent: Request & { original?: object }) => {
        const text = sent.original === original ? encoded.body : await reencoded(sent, operation, info, encoded.body);
        answer = await transport(
          { operation, info, url: sent.url, body: text },
          { ...own, headers: sent.headers },
          user,
        );
        given = undefined;
        return (answered = answeredResponse(answer));
      },
    });
    const last = { response: given ?? response };
    return answer?.error === undefined ? { data: answer?.value, ...last } : { error: answer.error, ...last };
  };

  const use = (...more: Middleware[]): void => void used.push(...checkedMiddleware(more));
  const eject = (...gone: Middleware[]): void => {
    for (const one of gone) if (used.includes(one)) used.splice(used.indexOf(one), 1);
  };
  const clientOf = (user?: string): object => ({
    GET: (path: string, init?: Init) => call(user, "GET", path, init),
    POST: (path: string, init?: Init) => call(user, "POST", path, init),
    ...(request && {
      request: (method: RequestMethod, path: string, input?: unknown, own?: Init & RequestRules) =>
        callAny(request, user, method, path, input, own),
    }),
    with: (other: unknown) => clientOf(userIdOf(other)),
    use,
    eject,
  });
  // The types are compiled from the same contract as the table.
  return clientOf();
}

/** @throws PandaPonError of kind `input` if the options of a call are not an object, or would bypass what this client does */
function checkInit(name: string, init: Init, operation: string): void {
  if (!isObject(init)) throw inputError(name, "must be an object", operation);
  const overriding = NOT_PER_CALL.find((one) => init[one] !== undefined);
  if (overriding !== undefined) throw inputError(overriding, "cannot be set per call", operation);
}

/** The body that a middleware wrote, with ids encoded as the contract says. */
async function reencoded(
  sent: Request,
  operation: string,
  info: OperationInfo,
  body: string | undefined,
): Promise<string | undefined> {
  if (body === undefined) return undefined;
  const text = await sent.text();
  return inOperation(operation, () => {
    try {
      return encode(checkedInputs(parseExact(text), "body"), treeOf(info.request));
    } catch (error) {
      if (error instanceof SyntaxError) throw inputError("body", "must be JSON");
      throw error;
    }
  });
}
