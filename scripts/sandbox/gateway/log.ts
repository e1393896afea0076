// The calls that came in: what was asked and answered, without the secret and without signatures.
import type { Answer } from "../exchange/envelope.js";
import type { Arrived } from "./read.js";

/** How many calls are kept. */
const MOST = 1_000;
/** How much of a body is kept, in characters. */
const LONGEST = 10_000;

/** A call that came in. */
export interface LogEntry extends Arrived {
  /** The sandbox's time, in milliseconds since 1970 UTC. */
  at: number;
  method: string;
  /** Path and query. The value of a signature is left out. */
  target: string;
  /** Undefined if no answer was sent: before it is ready, and after a reset of the connection. */
  status?: number | undefined;
  /** The `code` of the answer. Undefined if it is not JSON, or has none. */
  code?: number | undefined;
  msg?: string | undefined;
  /** The failure that was asked for. */
  fault?: string | undefined;
  /** What was not checked. */
  warning?: string | undefined;
  /** Why the sandbox itself failed. */
  error?: string | undefined;
}

export class Log {
  /** The oldest first. */
  readonly entries: LogEntry[] = [];
  readonly #secrets: string[];

  /** @param secret is kept out in every form. A short one would be found by chance everywhere. */
  constructor(secret: string) {
    const forms = [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
    this.#secrets = secret.length < 8 ? [] : [...new Set(forms)];
  }

  /** @returns the entry of a call, to be filled in */
  begin({ method, url }: Request, at: number): LogEntry {
    const { pathname, search } = new URL(url);
    const target = this.textOf(pathname + search.replaceAll(/(?<=[?&]sign=)[^&]*/g, "…"));
    const entry: LogEntry = { at, method, target };
    if (this.entries.push(entry) > MOST) this.entries.shift();
    return entry;
  }

  /** Adds the answer to an entry. */
  end(entry: LogEntry, { status, body }: Answer): void {
    Object.assign(entry, { status, ...outcomeOf(body) });
  }

  /** @returns an error or a text as it may be shown: short and without the secret */
  textOf(value: unknown): string {
    const text = value instanceof Error ? (value.stack ?? value.message) : String(value);
    // Hidden first: a cut in the middle of the secret would show its beginning.
    const shown = this.hide(text);
    // Joined anew: what V8 slices keeps the whole text alive, such as the pictures of a thousand searches.
    return shown.length <= LONGEST ? shown : shown.slice(0, LONGEST).split("").join("");
  }

  /** @returns the text without the secret */
  hide(text: string): string {
    return this.#secrets.reduce((shown, secret) => shown.replaceAll(secret, "…"), text);
  }

  clear(): void {
    this.entries.length = 0;
  }
}

/** Reads the begin of an answer, because its data may be long: the sandbox writes `data` last. */
function outcomeOf(body: string): { code: number | undefined; msg: string | undefined } {
  const [, code] = /^\{(?:"requestId":(?:"\w*"|null),)?"code":(\d+)/.exec(body) ?? [];
  const [, msg] = /^[^]{0,200}?"msg":("(?:[^"\\]|\\.)*")/.exec(body) ?? [];
  return {
    code: code === undefined ? undefined : Number(code),
    // It is JSON text: the expression has found its ends.
    msg: msg === undefined ? undefined : (JSON.parse(msg) as string),
  };
}
