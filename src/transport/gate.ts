// Limits how many requests of a client are under way at the same time.
import { onAbort } from "./abort.js";

export interface Gate {
  /** Waits for a free place. @returns `false` if the signal was aborted first */
  enter(signal: AbortSignal | undefined): Promise<boolean>;
  /** Frees a place. */
  leave(): void;
}

/** @param places how many requests may be under way; those that wait enter in their order */
export function createGate(places: number): Gate {
  let free = places;
  const queue = new Set<() => void>();
  return {
    async enter(signal) {
      if (free > 0) {
        free -= 1;
        return true;
      }
      // Such a signal tells nothing any more.
      if (signal?.aborted) return false;
      return new Promise((resolve) => {
        const end = (entered: boolean) => () => {
          queue.delete(admit);
          stop();
          resolve(entered);
        };
        const admit = end(true);
        const stop = onAbort(signal, end(false));
        queue.add(admit);
      });
    },
    leave() {
      const [next] = queue;
      // The place is handed over, so that no call that comes now can take it.
      if (next === undefined) free += 1;
      else next();
    },
  };
}
