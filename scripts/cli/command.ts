// What all commands share: how they are defined, how they run and how they fail.
import { Command, CommanderError, Option } from "commander";
import { Failure, type FailureCode } from "../core/problem.js";
import type { Io } from "./io.js";
import { Progress, Terminal } from "./terminal.js";

/** 0: done. 1: the thing checked has problems. 2: bad usage or unreadable input. */
export type ExitCode = 0 | FailureCode;

export interface CommandContext {
  terminal: Terminal;
  progress: Progress;
  /** Sets the exit code; without it the code is 0. */
  exit: (code: ExitCode) => void;
}

/** Adds a command, with its flags and its action, to the program. */
export type Define = (program: Command, context: CommandContext) => void;

/** Runs a command with the arguments after its name. */
export type Run = (argv: readonly string[], io: Io) => Promise<ExitCode>;

/** @param name the words of the command: `["pages", "diff"]` */
export const runOf =
  (define: Define, name: readonly string[]): Run =>
  (argv, io) =>
    runProgram([define], [...name, ...argv], io);

/** Parses the arguments, runs the command that they name and reports its failure. */
export async function runProgram(defines: readonly Define[], argv: readonly string[], io: Io): Promise<ExitCode> {
  const context = { terminal: new Terminal(io), progress: new Progress(io.stderr) };
  let code: ExitCode = 0;
  const program = new Command("pandapon")
    .description("The tool chain of the PandaPon contract.")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
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
  if (error instanceof CommanderError) {
    // Commander has printed its message or the help already.
    if (error.exitCode === 0) return 0;
    if (json) terminal.sayJson({ ok: false, message: error.message, problems: [] });
    return 2;
  }
  if (error instanceof Failure) {
    const { message, problems, code } = error;
    if (json) terminal.sayJson({ ok: false, message, problems });
    else terminal.complain([message, ...problems.map((problem) => terminal.problem(problem))].join("\n"));
    return code;
  }
  // Any other error is unexpected: one line, with the stack only on request.
  const message = `Unexpected: ${error instanceof Error ? error.message : String(error)}`;
  const stack = error instanceof Error ? `\n${error.stack ?? ""}` : "";
  if (json) terminal.sayJson({ ok: false, message, problems: [] });
  else if (io.env["PANDAPON_DEBUG"] === undefined) terminal.complain(`${message} (set PANDAPON_DEBUG=1 for the stack)`);
  else terminal.complain(`${message} ${stack}`);
  return 2;
}

// Flags that several commands have.
export const specOption = (): Option =>
  new Option("--spec <dir>", "the folder that holds openapi.yaml").default("spec");
export const jsonOption = (): Option => new Option("--json", "print the result as JSON");
