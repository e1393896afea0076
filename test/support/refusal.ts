// The PandaPonError with which a call is refused.
import { PandaPonError } from "../../dist/src/index.js";

/** @returns the PandaPonError that `run` throws; other errors are rethrown */
export function refusal(run: () => unknown): PandaPonError {
  try {
    run();
  } catch (error) {
    if (error instanceof PandaPonError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** @returns the error's kind, and the name with which its message begins */
export function refused(run: () => unknown): [kind: string, name: string | undefined] {
  const { kind, message } = refusal(run);
  return [kind, /`(.*?)`/.exec(message)?.[1]];
}
