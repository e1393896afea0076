// What all commands share: how they are defined, how they run and how they fail.
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { Failure, type FailureCode } from "../core/problem.js";
import { printable } from "../core/text.js";
import { Progress, Terminal, type Io } from "./terminal.js";

/** Ctrl-C, as shells have it for the signal. */
export const INTERRUPTED = 130;
/** 0: done. 1: the thing checked has problems. 2: bad usage or unreadable input. */
export type ExitCode = 0 | FailureCode | typeof INTERRUPTED;

export interface CommandContext {
  io: Io;
  terminal: Terminal;
  progress: Progress;
  /** Sets the exit code; without it the code is 0. */
  exit: (code: ExitCode) => void;
}

/** Adds a command, with its flags and its action, to the program. */
export type Define = (program: Command, context: CommandContext) => void;

/** Parses the arguments, runs the command that they name and reports its failure. */
export async function runProgram(defines: readonly Define[], argv: readonly string[], io: Io): Promise<ExitCode> {
  const context = { io, terminal: new Terminal(io), progress: new Progress(io.stderr) };
  const { hide } = context.terminal;
  let code: ExitCode = 0;
  const program = new Command("pandapon")
    .description("The tool chain of the PandaPon contract.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(hide(printable(text))),
      writeErr: (text) => void io.stderr.write(hide(printable(text))),
      ...(io.stdout.columns !== undefined && { getOutHelpWidth: () => io.stdout.columns ?? 80 }),
    })
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(add --help for the flags)")
    .addHelpText("after", "\nExit codes: 0 done, 1 the thing checked has problems, 2 bad usage or unreadable input.");
  for (const define of defines) define(program, { ...context, exit: (next) => (code = next) });
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    return reportFailure(error, context.terminal, io, argv.includes("--json"));
  } finally {
    context.progress.end();
  }
}

/** Prints why a command failed. @returns its exit code */
export function reportFailure(error: unknown, terminal: Terminal, io: Io, json: boolean): ExitCode {
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const { code, message, problems } = error instanceof Failure ? error : failureOf(error);
  if (json) terminal.sayJson({ ok: false, message, problems });
  // Commander has printed its message or the help already.
  else if (!(error instanceof CommanderError)) {
    const [hint, ...stack] = error instanceof Failure ? [""] : stackOf(error, io);
    terminal.complain(message + hint, ...stack, ...problems.flatMap((one) => terminal.problem(one)));
  }
  return code;
}

/** Bad usage, or an error that nothing foresaw. */
const failureOf = (error: unknown): Failure =>
  new Failure(2, error instanceof CommanderError ? error.message : `Unexpected: ${textOf(error)}`);

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Unexpected errors have one line, with the stack only on request. */
const stackOf = (error: unknown, { env }: Io): [hint: string, ...stack: string[]] =>
  env["PANDAPON_DEBUG"] === undefined
    ? [" (set PANDAPON_DEBUG=1 for the stack)"]
    : ["", ...(error instanceof Error ? (error.stack ?? "") : "").split("\n")];

// Flags that several commands have.
export const specOption = (): Option =>
  new Option("--spec <dir>", "the folder that holds openapi.yaml").default("spec");
export const anyServerOption = (): Option =>
  new Option("--any-server", "take pages of any API, also if their server or path is not one of the contract's");
export const jsonOption = (): Option => new Option("--json", "print the result as JSON");
export const timestampUnitOption = (): Option =>
  new Option("--timestamp-unit <unit>", "the unit of the header `timestamp`; `pandapon doctor` finds it out")
    .choices(["ms", "s"])
    .default("ms");
export const baseUrlOption = (): Option =>
  new Option("--base-url <url>", "the API").default("https://api.pandapon.com");
export const sandboxOption = (): Option =>
  new Option(
    "--sandbox [url]",
    "use a sandbox instead of PandaPon (default: http://127.0.0.1:4010, or one in this process)",
  )
    .argParser(sandboxUrlOf)
    .conflicts("baseUrl");
export const timeoutOption = (): Option =>
  new Option("--timeout <seconds>", "how long to wait for an answer").default(30).argParser(secondsOf);

/** What follows `--sandbox` is its URL. So in `call --sandbox alibaba.orders.get`, the operation would be missing. */
function sandboxUrlOf(text: string): string {
  if (!/^[a-z]+(?:\.[a-z]+)+$/i.test(text)) return text;
  throw new InvalidArgumentError(
    "It must be a URL such as http://127.0.0.1:4010. Without one, put --sandbox after the operation.",
  );
}

export function secondsOf(text: string): number {
  const seconds = Number(text);
  // The longest wait of a timer is 2^31 ms.
  if (!/^\d*\.?\d+$/.test(text) || seconds <= 0 || seconds * 1000 >= 2 ** 31) {
    throw new InvalidArgumentError("It must be a number of seconds above 0, such as 30.");
  }
  return seconds;
}

/** @returns a TCP port; 0 stands for any that is free */
export function portOf(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) {
    throw new InvalidArgumentError("It must be a whole number from 0 to 65535, such as 4010.");
  }
  return Number(text);
}
