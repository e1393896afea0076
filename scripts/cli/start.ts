// Runs the command in this process. bin/pandapon.js starts it.
import { constants } from "node:os";
import process from "node:process";
import { isCircular } from "../core/circular.js";
import { reportFailure } from "./command.js";
import { run } from "./main.js";
import { Terminal, type Io } from "./terminal.js";

const io: Io = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  // Reading it opens the stream, so this is a getter.
  get stdin() {
    return process.stdin;
  },
};

// Temporary folders are removed when the process exits, but not when a signal ends it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(128 + constants.signals[signal]));
}

// The reader of the output may stop reading: `pandapon lint | head -1`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

process.on("unhandledRejection", (error) => {
  // If a $ref leads back to itself, Redocly's engine rejects two promises: the caller reports the first, and nobody has the second.
  if (isCircular(error)) return;
  process.exitCode = reportFailure(error, new Terminal(io), io, process.argv.includes("--json"));
});

process.exitCode = await run(process.argv.slice(2), io);
