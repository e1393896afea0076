// Prints for people: results on standard output, progress on standard error if that is a terminal.
import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { styleText } from "node:util";
import { hiding } from "../core/credentials.js";
import type { Problem } from "../core/problem.js";
import { beginning, oneLine, printable } from "../core/text.js";

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
  /** From now on, an interrupt (Ctrl-C) calls `stop` and does not end the process, until the returned function is called. */
  readonly onInterrupt?: (stop: () => void) => () => void;
  /** Without it, nothing is asked. */
  readonly stdin?: Readable & { readonly isTTY?: boolean };
}

type TextStyle = Parameters<typeof styleText>[0];

const BAR = 24;
const ESCAPE = "\u001B";

/**
 * Prints the results of one command. Everything but its own colours is shown escaped if a terminal would obey it, and the
 * credentials of the environment are hidden.
 */
export class Terminal {
  readonly #io: Io;
  /** Hides credentials in a text. All that is printed goes through it. */
  readonly hide: (text: string) => string;
  /** Stands for the escape character of our colours until the line is escaped. No foreign text can hold it. */
  readonly #escape: string = randomUUID();

  /** @param hide hides what must not be shown */
  constructor(io: Io, hide = hiding(io.env)) {
    this.#io = io;
    this.hide = hide;
  }

  /** Each text is one line, also if it has foreign text in it. */
  say(...lines: readonly string[]): void {
    for (const line of lines) this.#io.stdout.write(`${this.hide(this.#coloured(oneLine(line)))}\n`);
  }

  /** Text of several lines. */
  sayText(text: string): void {
    this.#io.stdout.write(`${this.hide(printable(text))}\n`);
  }

  sayJson(value: unknown): void {
    this.sayText(JSON.stringify(value, undefined, 2));
  }

  /** Lines on standard error. */
  complain(...lines: readonly string[]): void {
    for (const line of lines) this.#io.stderr.write(`${this.hide(this.#coloured(oneLine(line)))}\n`);
  }

  good = (text: string): string => this.#styled("green", text);
  bad = (text: string): string => this.#styled("red", text);
  faint = (text: string): string => this.#styled("dim", text);

  /** Two lines: place, rule and what is wrong; then the fix. */
  problem({ file, line, column, rule, message, fix }: Problem): [what: string, fix: string] {
    const place = file === "" ? "" : `${file}:${line}:${column}  `;
    return [`${place}${this.bad(rule)}  ${message}`, `    ${this.faint("fix:")} ${fix}`];
  }

  #styled(style: TextStyle, text: string): string {
    const { stdout, env } = this.#io;
    if (stdout.isTTY !== true || env["NO_COLOR"] !== undefined) return text;
    return styleText(style, oneLine(text), { validateStream: false }).replaceAll(ESCAPE, this.#escape);
  }

  #coloured = (line: string): string => line.replaceAll(this.#escape, ESCAPE);
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
    if (this.#live) this.#output.write(`\r\u001B[2K${fitted(oneLine(text), this.#output.columns || 80)}`);
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

/** The text with an ellipsis, cut to one line of the terminal, because only one line can be rewritten. */
export const fitted = (text: string, columns: number): string => `${beginning(text, columns - " …".length - 1)} …`;
