// The PandaPonError that something is refused with.
import { PandaPonError } from "../../dist/src/index.js";

/** @returns what `run` throws; any other error than a PandaPonError goes on */
export function refusal(run: () => unknown): PandaPonError {
  try {
    run();
  } catch (error) {
    if (error instanceof PandaPonError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** @returns its kind and the name that its message begins with */
export function refused(run: () => unknown): [kind: string, name: string | undefined] {
  const { kind, message } = refusal(run);
  return [kind, /`(.*?)`/.exec(message)?.[1]];
}
