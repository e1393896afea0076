// Listens to the caller's signals. Share one listener per signal: Node warns after ten (MaxListenersExceededWarning).

class Listening extends Set<() => void> {
  handleEvent(): void {
    for (const end of this) end();
  }
}

const listening = new WeakMap<AbortSignal, Listening>();

/**
 * Calls `end` when the signal is aborted after this call.
 * @returns a function that stops listening
 */
export function onAbort(signal: AbortSignal | undefined, end: () => void): () => void {
  if (signal === undefined) return () => undefined;
  const all = listening.get(signal) ?? new Listening();
  listening.set(signal, all.add(end));
  // Adding the same listener again has no effect.
  signal.addEventListener("abort", all);
  return () => {
    all.delete(end);
    if (all.size === 0) signal.removeEventListener("abort", all);
  };
}
