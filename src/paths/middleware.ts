// Middleware of openapi-fetch, whose Requests and Responses may be of any class.
import type { Middleware } from "openapi-fetch";
import { isObject } from "../codec/pointer.js";
import { inputError } from "../errors/input-error.js";

/**
 * Makes a middleware whose Requests and Responses openapi-fetch accepts.
 *
 * openapi-fetch accepts only objects of the global classes, and throws after the request was sent. A program may have other
 * classes, such as undici's, or may replace the global ones.
 *
 * @param read makes the Response for openapi-fetch from the one that the middleware returned
 */
export function ofAnyClass(middleware: Middleware, read: (given: Response) => Promise<Response>): Middleware {
  const ours = async <Given>(given: Given): Promise<Given | Response> => (isResponse(given) ? read(given) : given);
  return {
    onRequest: async (call) => globalRequest(await ours(await middleware.onRequest?.(call))),
    onResponse: async (call) => ours(await middleware.onResponse?.(call)),
    onError: async (call) => ours(await middleware.onError?.(call)),
  };
}

/** @throws PandaPonError of kind `input` if the value is not a list of middleware. As in openapi-fetch, it may have gaps. */
export function checkedMiddleware(list: unknown): Middleware[] {
  const isMiddleware = (one: unknown): one is Middleware =>
    isObject(one) && ("onRequest" in one || "onResponse" in one || "onError" in one);
  if (Array.isArray(list)) {
    const given: unknown[] = list.filter(Boolean);
    if (given.every(isMiddleware)) return given;
  }
  throw inputError("middleware", "must be a list of objects with `onRequest`, `onResponse` or `onError`");
}

/** Not `instanceof`, and a PandaPonError has a `status` too. */
const isResponse = (given: unknown): given is Response => isObject(given) && "status" in given && "text" in given;

async function globalRequest<Given>(given: Given): Promise<Given | Request> {
  if (!isObject(given) || given instanceof Request || !isRequest(given)) return given;
  const { url, method, headers } = given;
  return new Request(url, { method, headers, ...(method !== "GET" && { body: await given.text() }) });
}

const isRequest = (given: object): given is Request => "method" in given && "text" in given;
