/**
 * Uses a webhook handler with node:http, Express, Fastify, NestJS and the pages router of Next.
 *
 * @packageDocumentation
 */
import { tell } from "../transport/events.js";
import { bodyOf } from "./node-body.js";
import type { WebhookContext } from "./options.js";
import {
  sendAnswer,
  toWebRequest,
  type FastifyLikeReply,
  type FastifyLikeRequest,
  type NodeRequest,
  type NodeResponse,
} from "./node-request.js";

export type { FastifyLikeReply, FastifyLikeRequest, NodeRequest, NodeResponse } from "./node-request.js";
export type { WebhookContext } from "./options.js";

/** What `createWebhookHandler` returns, or any other handler of web requests. */
export type WebHandler = (request: Request, context: WebhookContext) => Response | Promise<Response>;

/** Options of `toNodeHandler`. */
export interface NodeHandlerOptions {
  /** How long a body may take to arrive, in milliseconds. Default: 5000. PandaPon waits 1000 ms for the answer. */
  bodyTimeoutMs?: number | undefined;
  /** Keeps a serverless function running, such as `waitUntil` of `@vercel/functions`. Your own server does not need it. */
  waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Called with what the handler throws; the sender gets HTTP 500. Default: `console.error`. */
  onError?: ((error: unknown) => void) | undefined;
}

/** Timers cannot wait longer. */
const LONGEST_WAIT = 2 ** 31 - 1;

/**
 * Makes a request handler for node:http, Express, Nest, Next's pages router and Fastify. It passes on the exact bytes of the
 * body, and answers what the handler answers. It never rejects.
 *
 * The bytes come from the request itself, from `rawBody` (Nest) or from a Buffer in `body` (express.raw). If a body parser has
 * consumed them, the request is refused, and `onReject` of the handler is told the cause and the fix.
 *
 * ```ts
 * app.post("/webhooks/pandapon", toNodeHandler(handler)); // before app.use(express.json())
 * ```
 *
 * @throws RangeError if `bodyTimeoutMs` is not a number of milliseconds that a timer can wait
 */
export function toNodeHandler(
  handler: WebHandler,
  options: NodeHandlerOptions = {},
): (request: NodeRequest | FastifyLikeRequest, response: NodeResponse | FastifyLikeReply) => Promise<void> {
  const { bodyTimeoutMs = 5_000, waitUntil, onError = (error: unknown) => console.error(error) } = options;
  if (!(bodyTimeoutMs >= 1 && bodyTimeoutMs <= LONGEST_WAIT)) {
    throw new RangeError(`bodyTimeoutMs must be from 1 to ${LONGEST_WAIT} milliseconds.`);
  }
  const context: WebhookContext = waitUntil ? { waitUntil } : {};
  return async (given, reply) => {
    // Fastify's own objects hold those of node:http.
    const request = "raw" in given && !("rawHeaders" in given) ? given.raw : (given as NodeRequest);
    const response = "hijack" in reply ? reply.raw : reply;
    try {
      if ("hijack" in reply) reply.hijack();
      // Without a listener, an error of a stream ends the process.
      for (const stream of [request, response]) stream.on("error", () => undefined);
      const body = bodyOf(request, response, [given, request, reply], bodyTimeoutMs);
      await sendAnswer(response, await handler(toWebRequest(request, body), context));
    } catch (error) {
      tell(onError, () => error);
      await sendAnswer(response, new Response("error", { status: 500 })).catch(() => undefined);
    }
  };
}
