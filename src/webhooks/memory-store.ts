// Remembers events in the memory of this process: the default. A restart forgets them, and other processes do not see them.
import { checkOption } from "./error.js";
import type { WebhookStore } from "./store.js";

/** Options of `memoryStore`. */
export interface MemoryStoreOptions {
  /** The most keys that it holds. Beyond, the oldest that are done are forgotten, so they could run again. Default: 100 000. */
  maxKeys?: number | undefined;
  /** The clock, in milliseconds since 1970 UTC. Default: `Date.now`. */
  now?: (() => number) | undefined;
}

/**
 * Makes a store for one process. If all keys are claimed and there is no room, a new one is `busy`, so that PandaPon sends again.
 * @throws WebhookError of reason `option`
 */
export function memoryStore({ maxKeys = 100_000, now = Date.now }: MemoryStoreOptions = {}): WebhookStore {
  checkOption(Number.isSafeInteger(maxKeys) && maxKeys > 0, "maxKeys", "must be a whole number above 0");
  checkOption(typeof now === "function", "now", "must be a function");
  /** Until when each key is done. The first were done first. */
  const done = new Map<string, number>();
  const claims = new Map<string, { readonly token: string; readonly until: number }>();
  let tokens = 0;

  const lapse = (): void => {
    for (const [key, until] of done) {
      if (until > now()) break;
      done.delete(key);
    }
  };
  /** Takes a claim away. @returns whether the token was still valid */
  const end = (key: string, token: string): boolean => {
    const claim = claims.get(key);
    return claim?.token === token && claim.until > now() && claims.delete(key);
  };
  const hasRoom = (): boolean => {
    if (claims.size + done.size < maxKeys) return true;
    const [oldest] = done.keys();
    if (oldest !== undefined) return done.delete(oldest);
    for (const [key, { until }] of claims) if (until <= now()) claims.delete(key);
    return claims.size < maxKeys;
  };

  return {
    async claim(key, ttlMs) {
      lapse();
      if ((done.get(key) ?? 0) > now()) return { state: "done" };
      if ((claims.get(key)?.until ?? 0) > now()) return { state: "busy" };
      claims.delete(key);
      if (!hasRoom()) return { state: "busy" };
      const token = String((tokens += 1));
      claims.set(key, { token, until: now() + ttlMs });
      return { state: "claimed", token };
    },
    async done(key, token, keepMs) {
      const isValid = end(key, token);
      if (isValid) {
        done.delete(key);
        done.set(key, now() + keepMs);
      }
      return isValid;
    },
    async release(key, token) {
      return end(key, token);
    },
  };
}
