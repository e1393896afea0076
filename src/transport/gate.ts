// Limits how many requests of a client are under way at the same time.
import { onAbort } from "./abort.js";

export interface Gate {
  /** Waits for a free place, or until the signal is aborted. Each must `leave` again. */
  enter(signal: AbortSignal | undefined): Promise<void>;
  /** Frees a place. */
  leave(): void;
}

/** @param free how many requests may be under way; those that wait enter in their order */
export function createGate(free: number): Gate {
  const queue = new Set<() => void>();
  return {
    async enter(signal) {
      if (free > 0) free -= 1;
      else {
        await new Promise<void>((resolve) => {
          const end = (): void => {
            // An aborted call takes a place that does not exist until it leaves, which is at once.
            free -= 1;
            queue.delete(end);
            stop();
            resolve();
          };
          const stop = onAbort(signal, end);
          queue.add(end);
        });
      }
    },
    leave() {
      free += 1;
      const [next] = queue;
      // The place is handed over, so that no call that comes now can take it.
      if (free > 0) next?.();
    },
  };
}
