// Listening to the caller's signals. One listener serves all calls that share a signal: of the eleventh, Node warns.

class Listening extends Set<() => void> {
  handleEvent(): void {
    for (const end of this) end();
  }
}

const listening = new WeakMap<AbortSignal, Listening>();

/**
 * Calls `end` when the signal is aborted from now on.
 * @returns how to stop that
 */
export function onAbort(signal: AbortSignal | undefined, end: () => void): () => void {
  if (signal === undefined) return () => undefined;
  const all = listening.get(signal) ?? new Listening();
  listening.set(signal, all.add(end));
  // Adding it again changes nothing.
  signal.addEventListener("abort", all);
  return () => {
    all.delete(end);
    if (all.size === 0) signal.removeEventListener("abort", all);
  };
}
