// What a person sees: progress on a terminal, quiet in a pipe, results in both.
import process from "node:process";
import { styleText } from "node:util";
import type { Problem } from "../contract/problem.js";

type Style = Parameters<typeof styleText>[0];

const colour = (style: Style, text: string): string =>
  process.stdout.isTTY && process.env["NO_COLOR"] === undefined ? styleText(style, text) : text;

const BAR = 24;

/** A progress line on standard error that is rewritten in place; nothing where that is not a terminal. */
export class Progress {
  readonly #started = performance.now();
  readonly #live = process.stderr.isTTY;
  #drawn = 0;

  step(text: string): void {
    if (this.#live) process.stderr.write(`\r\u001B[2K${fitted(text, process.stderr.columns || 80)}`);
  }

  /** A bar that fills: how many of how many are done. */
  bar(done: number, total: number, text: string): void {
    if (!this.#live || performance.now() - this.#drawn < 50) return;
    this.#drawn = performance.now();
    const filled = Math.round((done / Math.max(total, 1)) * BAR);
    this.step(`${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${done} of ${total} ${text}`);
  }

  end(): void {
    if (this.#live) process.stderr.write("\r\u001B[2K");
  }

  /** Since the beginning, as text: 1.43 s. */
  get elapsed(): string {
    return `${((performance.now() - this.#started) / 1000).toFixed(2)} s`;
  }

  get milliseconds(): number {
    return Math.round(performance.now() - this.#started);
  }
}

/** Signs that a terminal shows in two columns: Chinese, Japanese, Korean, pictures. */
const WIDE = /[\u1100-\u115F\u2E80-\uFFEF\u{1F300}-\u{3FFFF}]/u;

/** The text with an ellipsis, cut so that it stays on one line of a terminal: only one line can be rewritten. */
export function fitted(text: string, columns: number): string {
  const room = columns - " …".length - 1;
  let width = 0;
  let cut = "";
  for (const sign of text) {
    width += WIDE.test(sign) ? 2 : 1;
    if (width > room) break;
    cut += sign;
  }
  return `${cut} …`;
}

export const say = (text: string): void => void process.stdout.write(`${text}\n`);
export const sayJson = (value: unknown): void => say(JSON.stringify(value, undefined, 2));
export const good = (text: string): string => colour("green", text);
export const bad = (text: string): string => colour("red", text);
export const faint = (text: string): string => colour("dim", text);

/** Text that somebody else wrote: a terminal would obey control characters in it. */
export const printable = (text: string): string =>
  text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, "\uFFFD");

/** Two lines a problem: place, rule and what is wrong; then the mend. */
export function problemText(problem: Problem): string {
  const place = problem.file === "" ? "" : `${problem.file}:${problem.line}:${problem.column}  `;
  return `${place}${bad(problem.rule)}  ${printable(problem.message)}\n    ${faint("mend:")} ${printable(problem.mend)}`;
}

export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
