// The options of a webhook handler, and what its hooks get.
import type { WebhookReason } from "./error.js";
import type { AnyEvent } from "./message.js";
import type { FittedBase, WebhookCredentials } from "./signature.js";
import type { WebhookStore } from "./store.js";

/** Handles events. It is awaited; if it throws or rejects, PandaPon sends the event again. */
export type Handle<Event> = (event: Event) => unknown;

/** A webhook that was refused. It is for your log, and not for the sender. */
export interface WebhookRejection {
  readonly reason: WebhookReason;
  /** What is wrong and how to fix it. It holds no secret and no signature. */
  readonly detail: string;
  /** The headers of the request without `authorization` and cookies. */
  readonly headers: Readonly<Record<string, string>>;
  /** What was thrown, if it says more: by `base`, or while the body was read. */
  readonly cause: unknown;
}

/** Something odd about an event that was accepted. */
export interface WebhookNote<Event = AnyEvent> {
  /**
   * - `timestamp`: it is missing or unreadable, so the age of the message is not known.
   * - `base`: with `base: "auto"`, the base that fitted.
   * - `claim`: the handler took longer than `claimMs`, so the event may have run twice.
   * - `unhandled`: its type has no handler, and there is no `onUnknown`.
   */
  readonly reason: "timestamp" | "base" | "claim" | "unhandled";
  /** What is odd, in a few words. */
  readonly detail: string;
  /** Only of `base`. */
  readonly base?: FittedBase;
  readonly event: Event;
}

/** Options of `createWebhookHandler`, without the handlers of each type. All times are in milliseconds. */
export interface HandlerOptions<Event> extends WebhookCredentials {
  /** Handles events whose type has no handler in `on`. Without it they are answered with 200 and forgotten. */
  onUnknown?: Handle<Event> | undefined;
  /** Remembers which events were handled. Default: `memoryStore()`, which is for a single process. */
  store?: WebhookStore | undefined;
  /** Tells one event from another. Default: the SHA-256 of the body. No page says whether a retry repeats the timestamp. */
  key?: ((event: Event, body: string) => string | Promise<string>) | undefined;
  /** The oldest message that is accepted. Default: 24 h. */
  maxAgeMs?: number | undefined;
  /** How far in the future a message may be. Default: 10 min. */
  maxAheadMs?: number | undefined;
  /** Refuses messages without a readable timestamp. Default: they are accepted and reported to `onNote`. */
  strictTimestamp?: boolean | undefined;
  /** How long one process has an event for itself. Set it to more than your handlers take. Default: 60 s. */
  claimMs?: number | undefined;
  /** How long handled events are remembered. It must exceed `maxAgeMs + maxAheadMs`. Default: their sum and an hour. */
  keepMs?: number | undefined;
  /** The longest body in bytes. Default: 1 MiB. */
  maxBytes?: number | undefined;
  /** Answers 200 as soon as the event is stored, and handles it afterwards. It needs a store with `put`, `due` and `renew`. */
  defer?: boolean | undefined;
  /** The clock, in milliseconds since 1970 UTC. Default: `Date.now`. */
  now?: (() => number) | undefined;
  /** Gets each webhook that was refused. What it throws is ignored. */
  onReject?: ((rejection: WebhookRejection) => unknown) | undefined;
  /** Gets what a handler, `key` or the store threw. `event` is undefined if it was during a sweep. What it throws is ignored. */
  onError?: ((error: unknown, event: Event | undefined) => unknown) | undefined;
  /** Gets what is odd about events that were accepted. What it throws is ignored. */
  onNote?: ((note: WebhookNote<Event>) => unknown) | undefined;
}

/** What the platform gives with a request. */
export interface WebhookContext {
  /** Keeps an edge runtime alive until a promise has settled. */
  waitUntil?(promise: Promise<unknown>): void;
}

/** Answers webhooks. It never rejects. */
export interface WebhookHandler {
  /**
   * @param context what the platform passes: that of Cloudflare has `waitUntil`; those of Next, Deno and Bun do not, and TypeScript
   *   would refuse them without `object`
   */
  (request: Request, context?: WebhookContext | object): Promise<Response>;
  /** Next 15 looks at the last form only, and its build refuses a second parameter that is not its own context. */
  (request: Request): Promise<Response>;
  /** With `defer`: handles what a killed process left. @returns how many events were handled; 0 without `defer` */
  sweep(): Promise<number>;
}
