/**
 * Receives PandaPon's webhooks: verified, read with every digit, typed, and each event handled once.
 *
 * @packageDocumentation
 */
import { webhookTable } from "../generated/operations.js";
import type { webhooks } from "../generated/schema.js";
import { createHandler, type AnyOptions } from "./webhooks/handler.js";
import { parseEvent, type AnyEvent, type EventOf } from "./webhooks/message.js";
import type { Handle, HandlerOptions, WebhookHandler } from "./webhooks/options.js";
import { bytesOf, textOf, type RawBody } from "./webhooks/raw-body.js";
import {
  sign,
  signatureOf,
  verifier,
  type FittedBase,
  type TestCredentials,
  type WebhookCredentials,
} from "./webhooks/signature.js";

export { WebhookError, type WebhookReason } from "./webhooks/error.js";
export { memoryStore, type MemoryStoreOptions } from "./webhooks/memory-store.js";
export type { WebhookContext, WebhookHandler, WebhookNote, WebhookRejection } from "./webhooks/options.js";
export type { RawBody } from "./webhooks/raw-body.js";
export type {
  FittedBase,
  TestCredentials,
  WebhookBase,
  WebhookBaseFunction,
  WebhookCredentials,
} from "./webhooks/signature.js";
export type { Claim, DeferringStore, StoredEvent, WebhookStore } from "./webhooks/store.js";

/** The message types of the contract. PandaPon has more: no page that can be read lists them all. */
export type WebhookType = keyof webhooks;

/** The whole message of a type. */
export type WebhookMessage<Type extends WebhookType = WebhookType> = Type extends WebhookType
  ? NonNullable<webhooks[Type]["post"]["requestBody"]>["content"]["application/json"]
  : never;

/** An event of the contract: `type` tells which, and so what `body` holds. */
export type WebhookEvent<Type extends WebhookType = WebhookType> = Type extends WebhookType
  ? EventOf<Type, WebhookMessage<Type>["messageBody"], WebhookMessage<Type>>
  : never;

/** An event of any type. `isWebhookEvent` tells whether its type is in the contract. */
export type UnknownWebhookEvent = AnyEvent;

/** Handlers by message type. */
export type WebhookHandlers = { readonly [Type in WebhookType]?: Handle<WebhookEvent<Type>> | undefined };

/** Options of `createWebhookHandler`. */
export interface WebhookHandlerOptions extends HandlerOptions<UnknownWebhookEvent> {
  /** Handlers by message type. PandaPon waits 1000 ms for the answer; use `defer` if they may take longer. */
  on: WebhookHandlers;
}

/**
 * Makes a function that answers PandaPon's webhooks, for every platform with `Request` and `Response`. It verifies the raw bytes,
 * reads them with every digit, and calls the handler of the type once per event.
 *
 * ```ts
 * const webhooks = createWebhookHandler({
 *   accessKey,
 *   accessSecret,
 *   on: { "1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY": async ({ body }) => repriceOrder(body) },
 *   onReject: ({ reason, detail }) => console.warn(reason, detail),
 * });
 * export default { fetch: webhooks };
 * ```
 *
 * It answers 200 if the event is handled, was handled before or has no handler; 503 if it is being handled or the store fails; 500
 * if the handler failed or the set-up is wrong; and 4xx if the webhook is refused. PandaPon repeats everything that is not 200 after half an hour, up to 5 times.
 * @throws WebhookError of reason `option` that names the missing or wrong option
 * @see {@link https://doc-en.pandapon.com/doc-6055772}
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  // A handler only gets events of its own type, which the types of the record cannot say.
  return createHandler(options as AnyOptions, webhookTable);
}

/**
 * Verifies the signature of a webhook, and nothing else: neither its age, nor whether it came before.
 * @param rawBody the bytes as they came, or their text
 * @param authorization the value of the header `Authorization`: hexadecimal digits in either case
 * @returns the base that fitted
 * @throws WebhookError whose `reason` says why it is refused; what a function `base` throws
 */
export async function verifyWebhook(
  rawBody: RawBody,
  authorization: string | null | undefined,
  credentials: WebhookCredentials,
): Promise<{ base: FittedBase }> {
  const verify = verifier(credentials);
  return { base: await verify(bytesOf(rawBody), signatureOf(authorization)) };
}

/**
 * Reads a webhook without verifying it: anybody may have sent it. Ids keep every digit.
 * @param text the body as it came
 * @throws WebhookError of reason `json`, `message`, `too-deep`, `unsafe-key` or `parsed-body`
 */
export function parseWebhookUnverified(text: string): WebhookEvent | UnknownWebhookEvent {
  return parseEvent(textOf(text), webhookTable);
}

/** Whether the contract has the event's type, so that `switch (event.type)` knows what `body` holds. */
export const isWebhookEvent = (event: WebhookEvent | UnknownWebhookEvent): event is WebhookEvent =>
  Object.hasOwn(webhookTable, event.type);

/**
 * Signs a body as PandaPon does, for tests.
 * @param body what you send, to the byte
 * @returns the value of the header `Authorization`: 64 lower-case hexadecimal digits
 * @throws WebhookError of reason `option` or `parsed-body`
 */
export async function signTestWebhook(body: RawBody, credentials: TestCredentials): Promise<string> {
  return sign(bytesOf(body), credentials);
}
