// The one module that knows openapi-fetch 0.17.0, which is frozen. It is to be replaceable in a day.
import createFetchClient from "openapi-fetch";
import { inOperation, inputError } from "../errors/input-error.js";
import { parseExact } from "../codec/parse.js";
import type { OperationInfo, OperationTable, TableTypes } from "../operations/table.js";
import { readAnswer, type Answer } from "../transport/answer.js";
import { answeredResponse } from "../transport/answered-response.js";
import { checkedInputs, encodeBody, encodePath, encodeQuery, type Inputs } from "../codec/request.js";
import { checkedHeaders, readSettings, type CallOptions, type ClientOptions } from "../transport/options.js";
import { createTransport } from "../transport/transport.js";
import type { PathClient } from "./types.js";

/** What a call of openapi-fetch takes, as far as this module looks at it. */
interface Init extends CallOptions {
  params?: { path?: Inputs; query?: Inputs };
  body?: unknown;
  [more: string]: unknown;
}

type Requesting = (
  method: string,
  path: string,
  init: object,
) => Promise<{ data?: string; error?: unknown; response: Response }>;

/** Options of openapi-fetch that would go past what this client is for. */
const NOT_PER_CALL = ["baseUrl", "fetch", "Request", "bodySerializer", "pathSerializer", "querySerializer"];

/**
 * Makes an openapi-fetch client for the operations of the table: calls by method and path, which give
 * `{ data, error, response }`. The entry `pandapon-openapi` has the same function with the table of every operation.
 *
 * @param options the credentials and everything that has a default
 * @param table the table that `pandapon generate` writes; it carries the types of the paths
 * @throws PandaPonError of kind `input` that names the option which is missing or wrong
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
  // What openapi-fetch can do, without its types: they are derived from paths, and these are ours.
  const request = inner.request as unknown as Requesting;

  const call = async (method: string, path: string, init: Init = {}) => {
    const found = operations.get(`${method} ${path}`);
    if (found === undefined) throw inputError(`${method} ${path}`, "is no operation of the contract");
    const { operation, info } = found;
    const overriding = NOT_PER_CALL.find((name) => init[name] !== undefined);
    if (overriding !== undefined) throw inputError(overriding, "cannot be set for one call", operation);

    const { body, signal, timeoutMs, maxRetries, userId, ...rest } = init;
    const { params = {} } = init;
    const encoded = inOperation(operation, () => ({
      // openapi-fetch takes a list of pairs for an object.
      headers: checkedHeaders(init.headers),
      body: encodeBody(checkedInputs(body ?? {}, "body"), info),
      path: encodePath(checkedInputs(params.path, "path"), info),
      query: encodeQuery(checkedInputs(params.query, "query"), info),
    }));
    /** A middleware may put another Request in place of the one that carries this. */
    const original = {};
    let answer: Answer | undefined;
    let answered: Response | undefined;
    const result = await request(method, path, {
      ...rest,
      original,
      headers: encoded.headers,
      body: encoded.body,
      bodySerializer: (text: string) => text,
      pathSerializer: () => settings.baseUrl + encoded.path,
      querySerializer: () => encoded.query,
      // Its JSON.parse would lose digits.
      parseAs: "text",
      fetch: async (sent: Request & { original?: object }) => {
        const text = sent.original === original ? encoded.body : await reencoded(sent, operation, info);
        answer = await transport(
          { operation, info, url: sent.url, body: text },
          { signal, timeoutMs, maxRetries, userId, headers: sent.headers },
        );
        answered = answeredResponse(answer);
        return answered;
      },
    });
    const { response } = result;
    if (answer === undefined || response !== answered) {
      // A middleware put another Response in place. One that is not ok, openapi-fetch has parsed.
      const text = response.ok ? result.data : asText(result.error);
      answer = readAnswer({ operation, info, url: response.url }, response, text ?? "", answer?.attempts ?? 0);
    }
    const { value, error } = answer;
    return error === undefined ? { data: value, response } : { error, response };
  };

  const client = {
    GET: (path: string, init?: Init) => call("GET", path, init),
    POST: (path: string, init?: Init) => call("POST", path, init),
    request: (method: string, path: string, init?: Init) => call(method.toUpperCase(), path, init),
    use: inner.use,
    eject: inner.eject,
  };
  // The types are compiled from the same contract as the table.
  return client as PathClient<Paths>;
}

/** What openapi-fetch parsed, if it could, as text again. */
const asText = (error: unknown): string | undefined => (typeof error === "string" ? error : JSON.stringify(error));

/** The body that a middleware wrote, with ids as the contract says. */
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
