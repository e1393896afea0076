// What the commands that watch files have in common: each run with its own progress, and failures that end nothing.
import { shownPath } from "../core/spec-folder.js";
import { reportFailure, type CommandContext } from "./command.js";
import { Progress } from "./terminal.js";

interface Watching {
  /** The inputs that are known without a run, absolute. */
  known: () => readonly string[];
  /** @param onInputs takes further inputs, before they are read */
  run: (context: CommandContext, onInputs: (files: readonly string[]) => void) => Promise<void>;
  signal?: AbortSignal;
}

/** Runs, and again at each change of an input, until `signal` or the end of the process ends it. */
export async function watchAndRun({ run, ...options }: Watching, context: CommandContext): Promise<void> {
  const { watch } = await import("../generate/watch/index.js");
  const { terminal, io } = context;
  await watch({
    ...options,
    run: async (changed, onInputs) => {
      for (const file of changed) terminal.say(`${terminal.faint("changed")}  ${shownPath(file)}`);
      const progress = new Progress(io.stderr);
      try {
        await run({ ...context, progress }, onInputs);
        return true;
      } catch (error) {
        progress.end();
        reportFailure(error, terminal, io, false);
        return false;
      }
    },
    onWait: () => terminal.say(terminal.faint("Watching for changes. Ctrl-C ends it.")),
  });
}
