// The command `pandapon`: every command in one program.
import { runProgram, type ExitCode } from "./command.js";
import { define as call } from "./call.js";
import { CONTRACT_COMMANDS } from "./contract-commands.js";
import { define as doctor } from "./doctor.js";
import { define as sandbox } from "./sandbox.js";
import { define as sign } from "./sign.js";
import type { Io } from "./terminal.js";
import { define as webhooks } from "./webhooks.js";

/** The commands that import `pandapon-openapi`. They are compiled after it (stage 2). */
const RUNTIME_COMMANDS = [sign, call, doctor, sandbox, webhooks];

/** Runs the command that the arguments name. */
export const run = (argv: readonly string[], io: Io): Promise<ExitCode> =>
  runProgram([...CONTRACT_COMMANDS, ...RUNTIME_COMMANDS], argv, io);
