// Runs again whenever an input changes.
import { setTimeout as pause } from "node:timers/promises";
import { statusOf, stateOf } from "./state.js";

export { configInputs } from "./config-inputs.js";
export { specInputs } from "./state.js";

/**
 * How often files are looked at. Events of the system, and chokidar with them, miss files that are deleted and come back, folders
 * that are replaced, and links that lead elsewhere: 10 of 22 changes that were tried. This misses none, and takes 1 % of a core for
 * all of spec/.
 */
const INTERVAL_MS = 100;

export interface WatchOptions {
  /** The inputs that are known without a run, absolute. They are asked for again before each run. */
  known: () => readonly string[];
  /**
   * Runs once.
   * @param changed the inputs that differ from what the last run read; empty in the first run
   * @param onInputs takes further inputs, before they are read
   * @returns whether it succeeded
   */
  run: (changed: readonly string[], onInputs: (files: readonly string[]) => void) => Promise<boolean>;
  /** Called whenever a run is over. */
  onWait: () => void;
  /** Ends it once it waits. */
  signal?: AbortSignal;
}

/** Runs, waits until the content of an input changes, and so on until `signal` ends it. */
export async function watch({ known, run, onWait, signal }: WatchOptions): Promise<void> {
  /** What the last run read. */
  const states = new Map<string, string | undefined>();
  let changed: string[] = [];
  let inputs: readonly string[] = [];
  do {
    const found = new Set<string>();
    const add = (files: readonly string[]): void => {
      for (const file of files) {
        found.add(file);
        if (!states.has(file)) states.set(file, stateOf(file));
      }
    };
    add(known());
    const succeeded = await run(changed, add);
    // A run that failed may not have come to all of its inputs.
    inputs = [...(succeeded ? found : new Set([...inputs, ...found]))];
    for (const file of states.keys()) if (!inputs.includes(file)) states.delete(file);
    onWait();
    changed = await nextChange(states, signal);
    for (const file of changed) states.set(file, stateOf(file));
  } while (changed.length > 0);
}

/**
 * Waits until states differ, and until nothing happens for a while: an editor may write several files.
 * @returns the files; none if the signal ends it
 */
async function nextChange(
  states: ReadonlyMap<string, string | undefined>,
  signal: AbortSignal | undefined,
): Promise<string[]> {
  let compared: string | undefined;
  let last: string | undefined;
  while (signal?.aborted !== true) {
    const statuses = [...states.keys()].map(statusOf).join();
    // Contents are read only if something happened since they were compared, and nothing since the last look.
    if (statuses === last && statuses !== compared) {
      const changed = [...states].filter(([file, state]) => stateOf(file) !== state).map(([file]) => file);
      if (changed.length > 0) return changed;
      compared = statuses;
    }
    last = statuses;
    await pause(INTERVAL_MS);
  }
  return [];
}
