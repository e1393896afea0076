// Prints for people: results on standard output, progress on standard error if that is a terminal.
import { styleText } from "node:util";
import type { Problem } from "../core/problem.js";
import { printable } from "../core/text.js";

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** What a command uses of its process. Tests pass their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
}

type Style = Parameters<typeof styleText>[0];

const BAR = 24;

/** Prints the results of one command. */
export class Terminal {
  readonly #io: Io;

  constructor(io: Io) {
    this.#io = io;
  }

  say(text: string): void {
    this.#io.stdout.write(`${text}\n`);
  }

  sayJson(value: unknown): void {
    this.say(JSON.stringify(value, undefined, 2));
  }

  /** On standard error. */
  complain(text: string): void {
    this.#io.stderr.write(`${text}\n`);
  }

  good = (text: string): string => this.#styled("green", text);
  bad = (text: string): string => this.#styled("red", text);
  faint = (text: string): string => this.#styled("dim", text);

  /** Two lines: place, rule and what is wrong; then the fix. */
  problem({ file, line, column, rule, message, fix }: Problem): string {
    const place = file === "" ? "" : `${file}:${line}:${column}  `;
    return `${place}${this.bad(rule)}  ${printable(message)}\n    ${this.faint("fix:")} ${printable(fix)}`;
  }

  #styled(style: Style, text: string): string {
    const { stdout, env } = this.#io;
    return stdout.isTTY === true && env["NO_COLOR"] === undefined
      ? styleText(style, text, { validateStream: false })
      : text;
  }
}

/** A progress line that is rewritten in place; without a terminal it prints nothing. */
export class Progress {
  readonly #started = performance.now();
  readonly #output: Output;
  readonly #live: boolean;
  #drawn = 0;

  constructor(output: Output) {
    this.#output = output;
    this.#live = output.isTTY === true;
  }

  step(text: string): void {
    if (this.#live) this.#output.write(`\r\u001B[2K${fitted(text, this.#output.columns || 80)}`);
  }

  /** A bar that shows how many of the total are done. */
  bar(done: number, total: number, text: string): void {
    if (!this.#live || performance.now() - this.#drawn < 50) return;
    this.#drawn = performance.now();
    const filled = Math.round((done / Math.max(total, 1)) * BAR);
    this.step(`${"█".repeat(filled)}${"░".repeat(BAR - filled)} ${done} of ${total} ${text}`);
  }

  end(): void {
    if (this.#live) this.#output.write("\r\u001B[2K");
  }

  /** The time since the command began: `1.43 s`. */
  get elapsed(): string {
    return `${((performance.now() - this.#started) / 1000).toFixed(2)} s`;
  }

  get milliseconds(): number {
    return Math.round(performance.now() - this.#started);
  }
}

/** Characters that a terminal shows in two columns: Chinese, Japanese, Korean, emoji. */
const WIDE = /[\u1100-\u115F\u2E80-\uFFEF\u{1F300}-\u{3FFFF}]/u;

/** The text with an ellipsis, cut to one line of the terminal, because only one line can be rewritten. */
export function fitted(text: string, columns: number): string {
  const room = columns - " …".length - 1;
  let width = 0;
  let cut = "";
  for (const character of text) {
    width += WIDE.test(character) ? 2 : 1;
    if (width > room) break;
    cut += character;
  }
  return `${cut} …`;
}
