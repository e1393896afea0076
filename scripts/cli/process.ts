// Runs a program of commands in this process: its streams, its signals and its exit code.
import { constants } from "node:os";
import process from "node:process";
import { isCircular } from "../core/circular.js";
import { Failure } from "../core/problem.js";
import { reportFailure, type ExitCode } from "./command.js";
import { Terminal, type Io } from "./terminal.js";

/** @param run runs the command that the arguments name */
export async function startProcess(run: (argv: readonly string[], io: Io) => Promise<ExitCode>): Promise<void> {
  let interrupt: (() => void) | undefined;
  let interrupted: number | undefined;
  let failed: ExitCode | undefined;
  const io: Io = {
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    // A getter: reading it opens the stream.
    get stdin() {
      return process.stdin;
    },
    onInterrupt: (stop) => {
      interrupt = stop;
      return () => (interrupt = undefined);
    },
  };

  const isJson = process.argv.includes("--json");
  /** A configuration runs in this process. What it does must not look like success: `--check` tells CI by the exit code. */
  function onEarlyExit(): void {
    if (interrupted !== undefined) return;
    const reason = "The configuration ends the process, or waits for what never comes. Correct it.";
    process.exitCode = reportFailure(new Failure(2, reason), new Terminal(io), io, isJson);
  }

  // Temporary folders are removed when the process exits, but not when a signal ends it. A second signal ends it at once.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      interrupted = 128 + constants.signals[signal];
      if (interrupt === undefined) process.exit(interrupted);
      interrupt();
    });
  }

  process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
    process.removeListener("exit", onEarlyExit);
    // The reader of the output may stop reading: `pandapon lint | head -1`.
    if (code === "EPIPE") process.exit();
    new Terminal(io).complain(`Cannot write the output (${code}).`);
    process.exit(2);
  });

  process.on("unhandledRejection", (error) => {
    // If a $ref leads back to itself, Redocly's engine rejects two promises: the caller reports the first, and nothing handles the second.
    if (isCircular(error)) return;
    failed = reportFailure(error, new Terminal(io), io, isJson);
    process.exitCode = failed;
  });

  process.once("exit", onEarlyExit);
  const code = await run(process.argv.slice(2), io);
  process.removeListener("exit", onEarlyExit);
  process.exitCode = interrupted ?? failed ?? code;
}
