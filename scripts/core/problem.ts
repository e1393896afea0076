// What the tools report: one thing that is wrong, where it is, and how to fix it.

/** One thing that is wrong in the contract or its surroundings. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
  /** What the person should do about it. */
  fix: string;
}

/** 1: the thing checked has problems. 2: bad usage or unreadable input. */
export type FailureCode = 1 | 2;

/** An expected failure. It is shown as its message and problems, never as a stack trace. */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: FailureCode;
  readonly problems: readonly Problem[];

  constructor(code: FailureCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.code = code;
    this.problems = problems;
  }
}

/** The rule of problems with files that are not YAML. */
export const YAML_RULE = "yaml";

/** 2 if a file is not YAML, else 1. */
export const codeFor = (problems: readonly Problem[]): FailureCode =>
  problems.some((problem) => problem.rule === YAML_RULE) ? 2 : 1;

const FIX = "\nFix: ";

/** A linter's message carries its fix on a second line, so that plain `redocly lint` shows it too. */
export const withFix = (message: string, fix: string): string => message + FIX + fix;

export function splitFix(text: string): { message: string; fix: string | undefined } {
  const at = text.indexOf(FIX);
  return at < 0 ? { message: text, fix: undefined } : { message: text.slice(0, at), fix: text.slice(at + FIX.length) };
}
