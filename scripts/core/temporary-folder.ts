// Temporary folders, one per task.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";

/**
 * Makes a temporary folder and removes it when the task is done, and also when the process exits before that (Ctrl-C).
 * @param use gets the folder, and a signal that is aborted when the process exits: child processes must not outlive it
 */
export async function withTemporaryFolder<T>(
  prefix: string,
  use: (dir: string, exiting: AbortSignal) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(path.join(tmpdir(), prefix));
  const exiting = new AbortController();
  const remove = (): void => rmSync(dir, { recursive: true, force: true });
  const onExit = (): void => {
    exiting.abort();
    remove();
  };
  process.once("exit", onExit);
  try {
    return await use(dir, exiting.signal);
  } finally {
    process.off("exit", onExit);
    remove();
  }
}
