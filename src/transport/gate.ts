// Limits how many requests of a client are under way at the same time.
import { onAbort } from "./abort.js";

/** Runs when there is a free place, or as soon as the signal is aborted. */
export type Gate = <T>(signal: AbortSignal | undefined, run: () => Promise<T>) => Promise<T>;

/** @param free how many may run at the same time; those that wait get their turn in their order */
export function createGate(free: number): Gate {
  const queue = new Set<() => void>();
  return async (signal, run) => {
    // A signal that is already aborted would tell nothing while the call waits.
    if (free > 0 || signal?.aborted) free -= 1;
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
    try {
      return await run();
    } finally {
      free += 1;
      const [next] = queue;
      // The place is handed over, so that no call that comes now can take it.
      if (free > 0) next?.();
    }
  };
}
