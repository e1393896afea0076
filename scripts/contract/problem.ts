// What the tools report: one thing that is wrong, where it is, and how to mend it.

/** One thing that is wrong in the contract or its surroundings. Lines and columns count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  rule: string;
  message: string;
  /** What the person should do about it. */
  mend: string;
}

/** 1: the thing checked does not hold. 2: bad usage or unreadable input. */
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

/** The rule of a problem that is a file that cannot be read as YAML. */
export const YAML_RULE = "yaml";

/** A file that cannot be read is bad input; any other problem is a contract that does not hold. */
export const codeFor = (problems: readonly Problem[]): FailureCode =>
  problems.some((problem) => problem.rule === YAML_RULE) ? 2 : 1;

const MEND = "\nMend: ";

/** A linter's message carries its mend on a second line, so that plain `redocly lint` shows it too. */
export const withMend = (message: string, mend: string): string => message + MEND + mend;

export function splitMend(text: string): { message: string; mend: string | undefined } {
  const at = text.indexOf(MEND);
  return at < 0
    ? { message: text, mend: undefined }
    : { message: text.slice(0, at), mend: text.slice(at + MEND.length) };
}
