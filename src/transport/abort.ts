// Listens to the caller's signals, and ends in time.

type Ends = Set<() => void>;

/** Share one listener per signal: Node warns after ten (MaxListenersExceededWarning). */
const listening = new WeakMap<AbortSignal, readonly [ends: Ends, listener: () => void]>();

/**
 * Calls `end` when the signal is aborted after this call.
 * @returns a function that stops listening
 */
export function onAbort(signal: AbortSignal | undefined, end: () => void): () => void {
  if (signal === undefined) return () => undefined;
  const fresh: Ends = new Set();
  // A function, because signals of other libraries take no listener objects.
  const known = listening.get(signal) ?? ([fresh, () => fresh.forEach((each) => each())] as const);
  const [ends, listener] = known;
  // Adding the same listener again has no effect.
  signal.addEventListener("abort", listener);
  listening.set(signal, known);
  ends.add(end);
  return () => {
    ends.delete(end);
    if (ends.size === 0) signal.removeEventListener("abort", listener);
  };
}

/**
 * @param ms Infinity for no limit
 * @returns what `run` returns; `undefined` as soon as the time is over or the signal is aborted
 */
export const within = <T>(
  ms: number,
  signal: AbortSignal | undefined,
  run?: () => Promise<T>,
): Promise<T | undefined> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      stop();
      resolve(undefined);
    };
    const stop = onAbort(signal, end);
    const limit = signal?.aborted ? 0 : ms;
    const timer = limit < Infinity ? setTimeout(end, limit) : undefined;
    void run?.().then(resolve, reject).finally(end);
  });
