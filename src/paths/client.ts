// The only module that knows openapi-fetch. Version 0.17.0 is frozen, so it must stay easy to replace.
import createFetchClient, { type Middleware } from "openapi-fetch";
import { PandaPonError } from "../errors/error.js";
import { inOperation, inputError } from "../errors/input-error.js";
import { parseExact } from "../codec/parse.js";
import type { OperationInfo, OperationTable, TableTypes } from "../operations/table.js";
import { readAnswer, type Answer } from "../transport/answer.js";
import { answeredResponse } from "../transport/answered-response.js";
import { checkedInputs, encodeBody, encodePath, encodeQuery, type Inputs } from "../codec/request.js";
import { checkedHeaders, readSettings, type CallOptions, type ClientOptions } from "../transport/options.js";
import { createTransport } from "../transport/transport.js";
import { checkedMiddleware, ofAnyClass } from "./middleware.js";
import type { PathClient } from "./types.js";

/** The options of a call of openapi-fetch that this module uses. */
interface Init extends CallOptions {
  params?: { path?: Inputs; query?: Inputs };
  body?: unknown;
  [more: string]: unknown;
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
 * @throws PandaPonError of kind `input` that names the missing or wrong option
 */
export function createClient<Paths>(
  options: ClientOptions | undefined,
  table: OperationTable & TableTypes<unknown, Paths>,
): PathClient<Paths> {
  const settings = readSettings(options);
  const transport = createTransport(settings);
  const operations = new Map(
    Object.entries<OperationInfo>(table).map(([operation, info]) => [
      `${info.method} ${info.path}`,
      { operation, info },
    ]),
  );
  const inner = createFetchClient<Record<string, never>>({ baseUrl: settings.baseUrl });
  // Without the types of openapi-fetch: it derives them from paths, and PathClient declares our own.
  const request = inner.request as unknown as Requesting;
  const used: Middleware[] = [];

  const call = async (method: string, path: string, init: Init = {}) => {
    const found = operations.get(`${method} ${path}`);
    if (found === undefined) throw inputError(`${method} ${path}`, "is not an operation of the contract");
    const { operation, info } = found;
    const overriding = NOT_PER_CALL.find((name) => init[name] !== undefined);
    if (overriding !== undefined) throw inputError(overriding, "cannot be set per call", operation);

    const { body, signal, timeoutMs, maxRetries, userId, middleware, ...rest } = init;
    const { params = {} } = init;
    const encoded = inOperation(operation, () => ({
      // openapi-fetch would read a list of pairs as an object.
      headers: checkedHeaders(init.headers),
      body: encodeBody(checkedInputs(body ?? {}, "body"), info),
      path: encodePath(checkedInputs(params.path, "path"), info),
      query: encodeQuery(checkedInputs(params.query, "query"), info),
      middleware: [...used, ...checkedMiddleware(middleware ?? [])],
    }));
    /** Marks the Request that this call made: a middleware may replace it with another one. */
    const original = {};
    let answer: Answer | undefined;
    /** What openapi-fetch has, and the Response of a middleware that it stands for. */
    let answered: Response | undefined;
    let given: Response | undefined;
    const read = async (response: Response): Promise<Response> => {
      if (response === answered) return response;
      const attempts = answer?.attempts ?? 0;
      try {
        answer = readAnswer({ operation, info, url: response.url }, response, await response.text(), attempts);
      } catch (cause) {
        const known = { operation, attempts, cause };
        throw new PandaPonError("decode", "the Response that a middleware returned cannot be read", known);
      }
      given = response;
      return (answered = answeredResponse(answer));
    };
    const { response } = await request(method, path, {
      ...rest,
      original,
      middleware: encoded.middleware.map((one) => ofAnyClass(one, read)),
      // The one of when the client was made may have been replaced.
      Request: globalThis.Request,
      headers: encoded.headers,
      body: encoded.body,
      bodySerializer: (text: string) => text,
      pathSerializer: () => settings.baseUrl + encoded.path,
      querySerializer: () => encoded.query,
      // Its own JSON.parse would lose digits.
      parseAs: "text",
      fetch: async (sent: Request & { original?: object }) => {
        const text = sent.original === original ? encoded.body : await reencoded(sent, operation, info);
        answer = await transport(
          { operation, info, url: sent.url, body: text },
          { signal, timeoutMs, maxRetries, userId, headers: sent.headers },
        );
        given = undefined;
        return (answered = answeredResponse(answer));
      },
    });
    const last = { response: given ?? response };
    return answer?.error === undefined ? { data: answer?.value, ...last } : { error: answer.error, ...last };
  };

  const client = {
    GET: (path: string, init?: Init) => call("GET", path, init),
    POST: (path: string, init?: Init) => call("POST", path, init),
    request: (method: string, path: string, init?: Init) => call(method.toUpperCase(), path, init),
    use: (...more: Middleware[]) => void used.push(...checkedMiddleware(more)),
    eject: (...gone: Middleware[]) => {
      for (const one of gone) if (used.includes(one)) used.splice(used.indexOf(one), 1);
    },
  };
  // The types are compiled from the same contract as the table.
  return client as PathClient<Paths>;
}

/** The body that a middleware wrote, with ids encoded as the contract says. */
async function reencoded(sent: Request, operation: string, info: OperationInfo): Promise<string | undefined> {
  if (info.method === "GET") return undefined;
  const text = await sent.text();
  return inOperation(operation, () => {
    try {
      return encodeBody(checkedInputs(parseExact(text), "body"), info);
    } catch (error) {
      if (error instanceof SyntaxError) throw inputError("body", "must be JSON");
      throw error;
    }
  });
}
