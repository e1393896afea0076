// The only module that knows openapi-fetch. Version 0.17.0 is frozen, so it must stay easy to replace.
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

/** The options of a call of openapi-fetch that this module uses. */
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

  const call = async (method: string, path: string, init: Init = {}) => {
    const found = operations.get(`${method} ${path}`);
    if (found === undefined) throw inputError(`${method} ${path}`, "is not an operation of the contract");
    const { operation, info } = found;
    const overriding = NOT_PER_CALL.find((name) => init[name] !== undefined);
    if (overriding !== undefined) throw inputError(overriding, "cannot be set per call", operation);

    const { body, signal, timeoutMs, maxRetries, userId, ...rest } = init;
    const { params = {} } = init;
    const encoded = inOperation(operation, () => ({
      // openapi-fetch would read a list of pairs as an object.
      headers: checkedHeaders(init.headers),
      body: encodeBody(checkedInputs(body, "body"), info),
      path: encodePath(checkedInputs(params.path, "path"), info),
      query: encodeQuery(checkedInputs(params.query, "query"), info),
    }));
    /** Marks the Request that this call made: a middleware may replace it with another one. */
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
      // Its own JSON.parse would lose digits.
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
      // A middleware replaced the Response. openapi-fetch has parsed it if it is not ok.
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

/** Turns what openapi-fetch may have parsed back into text. */
const asText = (error: unknown): string | undefined => (typeof error === "string" ? error : JSON.stringify(error));

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
