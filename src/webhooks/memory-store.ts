// Remembers events in the memory of this process: the default. A restart forgets them, and other processes do not see them.
import { checkFunctions, checkNumbers } from "./error.js";
import type { WebhookStore } from "./store.js";

/** Options of `memoryStore`. */
export interface MemoryStoreOptions {
  /** The most keys that it holds. Beyond that, the oldest that are done are forgotten, so they could run again. Default: 100 000. */
  maxKeys?: number | undefined;
  /** The clock, in milliseconds since 1970 UTC. Default: `Date.now`. */
  now?: (() => number) | undefined;
}

/**
 * Makes a store for one process. If all keys are claimed and there is no room, a new one is `busy`, so that PandaPon sends again.
 * @throws WebhookError of reason `option`
 */
export function memoryStore({ maxKeys = 100_000, now = Date.now }: MemoryStoreOptions = {}): WebhookStore {
  checkNumbers({ maxKeys });
  checkFunctions({ now });
  /** What is done has no token. Both are in the order in which they became what they are. */
  const entries = new Map<string, { readonly token?: string; readonly until: number }>();
  let tokens = 0;

  const isOver = ({ until }: { readonly until: number }): boolean => until <= now();
  const hasToken = (key: string, token: string): boolean => {
    const entry = entries.get(key);
    return entry?.token === token && !isOver(entry) && entries.delete(key);
  };
  /** Forgets what is over, at the beginning, and one that is done if there is no room. */
  const forget = (): void => {
    for (const [key, entry] of entries) {
      const isFull = entries.size >= maxKeys;
      if (isOver(entry) || (isFull && entry.token === undefined)) entries.delete(key);
      else if (!isFull) break;
    }
  };

  return {
    async claim(key, ttlMs) {
      const entry = entries.get(key);
      if (entry && !isOver(entry)) return { state: entry.token === undefined ? "done" : "busy" };
      entries.delete(key);
      forget();
      if (entries.size >= maxKeys) return { state: "busy" };
      const token = String((tokens += 1));
      entries.set(key, { token, until: now() + ttlMs });
      return { state: "claimed", token };
    },
    async done(key, token, keepMs) {
      const isValid = hasToken(key, token);
      if (isValid) entries.set(key, { until: now() + keepMs });
      return isValid;
    },
    release: async (key, token) => hasToken(key, token),
  };
}
