// Fetches one page over HTTP, with few requests at a time, retries and limits. Anything that is not a page is refused.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Agent, fetch, type Response } from "undici";
import { LARGEST_PAGE } from "../read/index.js";

/** What a server sent with a page, so that it can answer 304 next time. */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

export interface Fetched extends Validators {
  bytes: Uint8Array;
}

/** A page that could not be fetched. The message continues a sentence: "The page answers 404." */
export class Unfetched extends Error {
  override readonly name = "Unfetched";
  readonly fix: string;
  /** The HTTP status, if the server answered. */
  readonly status: number | undefined;

  constructor(message: string, fix: string, status?: number) {
    super(message);
    this.fix = fix;
    this.status = status;
  }
}

export interface FetchOptions {
  /** Waits before a retry. */
  wait?: (milliseconds: number) => Promise<unknown>;
  /** The time limit of one request with its body, in milliseconds. */
  timeout?: number;
}

export interface Fetcher {
  /**
   * @param isHopeless called just before the request: whether to skip it, because every page before failed
   * @returns the page, or undefined if the server says that it did not change
   * @throws Unfetched
   */
  get: (address: URL, validators?: Validators, isHopeless?: () => boolean) => Promise<Fetched | undefined>;
  close: () => Promise<void>;
}

const AT_ONCE = 4;
const ATTEMPTS = 4;
const REDIRECTS = 5;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 60_000;
const TIMEOUT_MS = 30_000;

const isTemporary = (status: number): boolean => status === 408 || status === 429 || status >= 500;
const LOGIN = /\/(?:log-?in|sign-?in|sso|oauth2?|auth|passport|password)(?:[/.]|$)/i;
const ASK_AGAIN = "Check that the address opens in a browser, and pull again later.";
const NO_MARKDOWN = "The site does not serve its pages as Markdown. Save them by hand and use --from.";

/** The queue of one site: few requests at a time, and all of them wait if the site asks for it. */
class Lane {
  #free = AT_ONCE;
  readonly #queue: (() => void)[] = [];
  #quiet: Promise<unknown> = Promise.resolve();

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#queue.push(resolve));
    else this.#free -= 1;
    try {
      return await task();
    } finally {
      const next = this.#queue.shift();
      if (next === undefined) this.#free += 1;
      else next();
    }
  }

  holdFor(waiting: Promise<unknown>): void {
    this.#quiet = Promise.all([this.#quiet, waiting]);
  }

  quiet(): Promise<unknown> {
    return this.#quiet;
  }
}

export function startFetcher({ wait = sleep, timeout = TIMEOUT_MS }: FetchOptions = {}): Fetcher {
  const agent = new Agent({ connections: AT_ONCE });
  const name = userAgent();
  const lanes = new Map<string, Lane>();
  const laneOf = (origin: string): Lane => {
    const lane = lanes.get(origin) ?? new Lane();
    lanes.set(origin, lane);
    return lane;
  };

  /** One request and its whole answer. Temporary failures are retried; the last one is thrown. */
  async function ask(lane: Lane, address: URL, validators: Validators): Promise<{ response: Response; body: Buffer }> {
    for (let attempt = 1; ; attempt += 1) {
      await lane.quiet();
      let failure: Unfetched;
      let pause = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2);
      try {
        const response = await fetch(address, {
          dispatcher: agent,
          redirect: "manual",
          signal: AbortSignal.timeout(timeout),
          headers: requestHeaders(name, validators),
        });
        const body = await bodyOf(response);
        if (!isTemporary(response.status)) return { response, body };
        failure = new Unfetched(`answers ${response.status}`, ASK_AGAIN, response.status);
        pause = retryAfter(response) ?? pause;
        if (response.status === 429 && attempt < ATTEMPTS) lane.holdFor(wait(pause));
        else if (attempt < ATTEMPTS) await wait(pause);
      } catch (error) {
        if (error instanceof Unfetched) throw error;
        failure = new Unfetched(networkWords(error, timeout), ASK_AGAIN);
        if (attempt < ATTEMPTS) await wait(pause);
      }
      if (attempt === ATTEMPTS) throw failure;
    }
  }

  async function get(lane: Lane, address: URL, validators: Validators): Promise<Fetched | undefined> {
    let at = address;
    for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
      const { response, body } = await ask(lane, at, validators);
      if (response.status === 304 && (validators.etag ?? validators.lastModified) !== undefined) return undefined;
      if (response.status >= 300 && response.status < 400) {
        at = redirected(at, response);
        continue;
      }
      if (response.status !== 200) throw refusal(response.status);
      refuseHtml(response, body);
      const etag = response.headers.get("etag");
      const lastModified = response.headers.get("last-modified");
      return { bytes: body, ...(etag !== null && { etag }), ...(lastModified !== null && { lastModified }) };
    }
    throw new Unfetched(`redirects more than ${REDIRECTS} times`, ASK_AGAIN);
  }

  return {
    get: (address, validators = {}, isHopeless = () => false) => {
      const lane = laneOf(address.origin);
      return lane.run(async () => {
        if (isHopeless()) throw new Unfetched("is not fetched, because every page before it failed", ASK_AGAIN);
        return get(lane, address, validators);
      });
    },
    close: () => agent.destroy(),
  };
}

/** `pandapon-codegen/0.1.0`, from this package. */
function userAgent(): string {
  const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  // npm does not install a package without a name and a version.
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return `${name}/${version}`;
}

const requestHeaders = (name: string, { etag, lastModified }: Validators): Record<string, string> => ({
  accept: "text/markdown, text/plain;q=0.9, */*;q=0.1",
  "user-agent": name,
  ...(etag !== undefined && { "if-none-match": etag }),
  ...(lastModified !== undefined && { "if-modified-since": lastModified }),
});

async function bodyOf({ body }: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // undici's type leaves the chunks open; they are decompressed bytes.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_PAGE) {
      throw new Unfetched(
        `is larger than ${LARGEST_PAGE} bytes`,
        "This is not the page of an endpoint: check the address.",
      );
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** How long the server asks to wait, in milliseconds. The header is a number of seconds or a date. */
function retryAfter({ headers }: Response): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  const asked = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(asked) ? undefined : Math.min(Math.max(asked, 0), LONGEST_WAIT_MS);
}

/** The target of a redirect, which must be on the same site and not a login. */
function redirected(from: URL, { headers, status }: Response): URL {
  const location = headers.get("location");
  if (location === null || !URL.canParse(location, from.href)) {
    throw new Unfetched(`answers ${status} without a target`, ASK_AGAIN, status);
  }
  const to = new URL(location, from);
  if (LOGIN.test(to.pathname)) {
    throw new Unfetched(
      `redirects to a login page (${to.origin}${to.pathname})`,
      "Only public pages are fetched. Save the page by hand and use --from.",
      status,
    );
  }
  if (to.origin !== from.origin) {
    throw new Unfetched(
      `redirects to another site (${to.origin})`,
      "If that is PandaPon's, add it with --site.",
      status,
    );
  }
  return to;
}

function refusal(status: number): Unfetched {
  if (status === 401 || status === 403) {
    return new Unfetched(
      `asks for a login (${status})`,
      "Only public pages are fetched. Save the page by hand and use --from.",
      status,
    );
  }
  const fix =
    status === 404 || status === 410
      ? "Check whether the page moved, and name its new address with --site."
      : "Open the address in a browser.";
  return new Unfetched(`answers ${status}`, fix, status);
}

function refuseHtml({ headers }: Response, body: Buffer): void {
  const start = body
    .subarray(0, 1_000)
    .toString("utf8")
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (!/\bhtml\b/i.test(headers.get("content-type") ?? "") && !start.startsWith("<")) return;
  const login = /type=["']?password/i.test(body.toString("latin1"));
  throw new Unfetched(login ? "answers with a login page" : "answers with HTML instead of Markdown", NO_MARKDOWN, 200);
}

function networkWords(error: unknown, timeout: number): string {
  if (error instanceof Error && error.name === "TimeoutError") return `does not answer within ${timeout / 1_000} s`;
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return `cannot be reached (${code})`;
}
