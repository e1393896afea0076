// Listens to the caller's signals. Share one listener per signal: Node warns after ten (MaxListenersExceededWarning).

interface Listening {
  readonly ends: Set<() => void>;
  /** A function, because signals of other libraries take no listener objects. */
  readonly listener: () => void;
}

const listening = new WeakMap<AbortSignal, Listening>();

/**
 * Calls `end` when the signal is aborted after this call.
 * @returns a function that stops listening
 */
export function onAbort(signal: AbortSignal | undefined, end: () => void): () => void {
  if (signal === undefined) return () => undefined;
  const known = listening.get(signal);
  const ends = known?.ends ?? new Set();
  const listener = known?.listener ?? (() => ends.forEach((each) => each()));
  // Adding the same listener again has no effect.
  signal.addEventListener("abort", listener);
  listening.set(signal, { ends: ends.add(end), listener });
  return () => {
    ends.delete(end);
    if (ends.size === 0) signal.removeEventListener("abort", listener);
  };
}
