// Handles an event before it is answered: claim, run, done. A failure releases the claim. Also what `defer` shares with it.
import type { AnyEvent } from "./message.js";
import type { WebhookContext, WebhookNote } from "./options.js";
import type { WebhookStore } from "./store.js";

/** What handling an event needs. */
export interface Parts<Store extends WebhookStore = WebhookStore> {
  readonly store: Store;
  readonly claimMs: number;
  readonly keepMs: number;
  /** Calls the handler of the event's type. It rejects if that fails. */
  readonly run: (event: AnyEvent) => Promise<unknown>;
  /** Reads a stored body. */
  readonly parse: (body: string) => AnyEvent;
  /** Calls `onError`. It never throws. `event` is undefined if a sweep fails before there is one. */
  readonly report: (error: unknown, event: AnyEvent | undefined) => void;
  /** Calls `onNote`. It never throws. */
  readonly note: (note: WebhookNote) => void;
}

type Status = 200 | 500 | 503;

/** The ways to handle a verified event. Neither rejects. */
export interface Processing {
  /** @returns the status to answer: 200 if it was handled (or will be), 500 if that failed, 503 if another process has it now */
  accept(key: string, event: AnyEvent, context: WebhookContext | undefined): Promise<Status>;
  sweep(): Promise<number>;
}

/** Marks an event as done. If the claim has lapsed, it is claimed again for that, unless another process has it. */
export async function finish(
  { store, claimMs, keepMs, note }: Parts,
  key: string,
  token: string,
  event: AnyEvent,
): Promise<void> {
  if (await store.done(key, token, keepMs)) return;
  note({ reason: "claim", detail: `longer than claimMs, ${claimMs}`, event });
  const again = await store.claim(key, claimMs);
  if (again.state === "claimed") await store.done(key, again.token, keepMs);
}

/**
 * Claims an event, and goes on with it.
 * @returns the status to answer: 200 if it was done before, 503 if another process has it or the store fails
 */
export async function claimed(
  { store, claimMs, report }: Parts,
  key: string,
  event: AnyEvent,
  next: (token: string) => Promise<Status>,
): Promise<Status> {
  try {
    const claim = await store.claim(key, claimMs);
    if (claim.state === "claimed") return await next(claim.token);
    return claim.state === "done" ? 200 : 503;
  } catch (error) {
    report(error, event);
    return 503;
  }
}

export function inPlace(parts: Parts): Processing {
  const { store, run, report } = parts;
  return {
    async accept(key, event) {
      return claimed(parts, key, event, async (token) => {
        try {
          await run(event);
        } catch (error) {
          report(error, event);
          try {
            await store.release(key, token);
          } catch (cause) {
            // The claim lapses by itself.
            report(cause, event);
          }
          return 500;
        }
        // It was handled, so it must not come again, whatever the store says.
        await finish(parts, key, token, event).catch((error: unknown) => report(error, event));
        return 200;
      });
    },
    sweep: () => Promise.resolve(0),
  };
}
