// Fetches one page over HTTP, with few requests at a time, retries and limits. Anything that is not a page is refused.
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Agent, errors, interceptors, request, type Dispatcher } from "undici";
import { errorCode } from "../../core/spec-folder.js";
import { LARGEST_PAGE } from "../read/index.js";

/** The headers with which a server can answer 304 next time: If-None-Match, If-Modified-Since. */
export type Validators = Record<string, string | undefined>;

export interface Fetched {
  bytes: Uint8Array;
  validators: Validators;
}

/** A page that could not be fetched. The message continues a sentence: "The page answers 404." */
export class Unfetched extends Error {
  override readonly name = "Unfetched";
  readonly fix: string;
  /** The HTTP status, if it is the reason. */
  readonly status: number | undefined;

  constructor(message: string, fix: string, status?: number) {
    super(message);
    this.fix = fix;
    this.status = status;
  }
}

/** All in milliseconds. */
export interface FetchOptions {
  /** The time limit of one request with its body. */
  timeout?: number;
  /** The wait before the first retry. Each further wait is twice as long. */
  firstWait?: number;
  /** The longest wait before a retry, also if the server asks for a longer one. */
  longestWait?: number;
}

export type Fetcher = ReturnType<typeof startFetcher>;

/** The most requests at once to one site. */
export const AT_ONCE = 4;
const RETRIES = 3;
const REDIRECTS = 5;
const TEMPORARY = [408, 429, ...Array.from({ length: 100 }, (_, n) => 500 + n)];
const TOO_LARGE = ["UND_ERR_RES_EXCEEDED_MAX_SIZE", "ERR_BUFFER_TOO_LARGE"];
const NETWORK = "EAI_AGAIN ECONNREFUSED ECONNRESET ENOTFOUND ETIMEDOUT UND_ERR_CONNECT_TIMEOUT UND_ERR_SOCKET".split(
  " ",
);

const LOGIN = /\/(?:log-?in|sign-?in|sso|oauth2?|auth|passport|password)(?:[/.]|$)/i;
const ASK_AGAIN = "Check that the address opens in a browser, and pull again later.";
const ONLY_PUBLIC = "Only public pages are fetched. Save the page by hand and use --from.";
const NO_MARKDOWN = "The site does not serve its pages as Markdown. Save them by hand and use --from.";
const WRONG_ADDRESS = "This is not the page of an endpoint: check the address.";
const MOVED = "Check whether the page moved, and name its new address with --site.";

export function startFetcher({ timeout = 30_000, firstWait = 500, longestWait = 60_000 }: FetchOptions) {
  const agent = new Agent({ connections: AT_ONCE, maxResponseSize: LARGEST_PAGE });
  const dispatcher = agent.compose(
    inFull(timeout),
    interceptors.retry({
      maxRetries: RETRIES,
      minTimeout: firstWait,
      maxTimeout: longestWait,
      statusCodes: TEMPORARY,
      errorCodes: NETWORK,
    }),
  );
  const ownHeaders = {
    accept: "text/markdown, text/plain;q=0.9, */*;q=0.1",
    "accept-encoding": "gzip",
    "user-agent": userAgent(),
  };

  /** One request and its whole answer. */
  async function ask(address: URL, validators: Validators): Promise<Answer> {
    try {
      const answer = await request(address, { dispatcher, headers: { ...ownHeaders, ...validators } });
      const body = Buffer.from(await answer.body.arrayBuffer());
      const isZipped = answer.headers["content-encoding"] === "gzip" && body.length > 0;
      const bytes = isZipped ? gunzipSync(body, { maxOutputLength: LARGEST_PAGE }) : body;
      return { status: answer.statusCode, header: (name) => answer.headers[name]?.toString(), bytes };
    } catch (error) {
      throw inWords(error);
    }
  }

  return {
    /**
     * @returns the page, or undefined if the server says that it did not change
     * @throws Unfetched
     */
    async get(address: URL, validators: Validators = {}): Promise<Fetched | undefined> {
      let at = address;
      for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
        const answer = await ask(at, validators);
        if (answer.status === 304 && Object.values(validators).some((value) => value !== undefined)) return undefined;
        if (answer.status < 300 || answer.status >= 400) return pageIn(answer);
        at = redirected(at, answer);
      }
      throw new Unfetched(`redirects more than ${REDIRECTS} times`, ASK_AGAIN);
    },
    close: () => agent.destroy(),
  };
}

interface Answer {
  status: number;
  header: (name: string) => string | undefined;
  bytes: Buffer;
}

/** Hands on whole answers only, so that one that is cut short is retried from its start. Ends an answer that takes too long. */
const inFull =
  (timeout: number): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    let timer: NodeJS.Timeout | undefined;
    let start = (): void => undefined;
    const chunks: Buffer[] = [];
    return dispatch(options, {
      onRequestStart(controller, context) {
        // undici's own time limit of a body starts again with each chunk.
        const tooSlow = new Unfetched(`does not answer within ${timeout / 1_000} s`, ASK_AGAIN);
        timer = setTimeout(() => controller.abort(tooSlow), timeout);
        handler.onRequestStart?.(controller, context);
      },
      onResponseStart: (...head) => (start = () => handler.onResponseStart?.(...head)),
      onResponseData: (_, chunk) => void chunks.push(chunk),
      onResponseEnd(controller, trailers) {
        clearTimeout(timer);
        start();
        for (const chunk of chunks) handler.onResponseData?.(controller, chunk);
        handler.onResponseEnd?.(controller, trailers);
      },
      onResponseError(controller, error) {
        clearTimeout(timer);
        handler.onResponseError?.(controller, error);
      },
    });
  };

/** `pandapon-codegen/0.1.0`, from this package. */
function userAgent(): string {
  const text = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
  // npm does not install a package without a name and a version.
  const { name, version } = JSON.parse(text) as { name: string; version: string };
  return `${name}/${version}`;
}

/** The target of a redirect, which must be on the same site and not a login. */
function redirected(from: URL, { status, header }: Answer): URL {
  const location = header("location");
  if (location === undefined || !URL.canParse(location, from.href)) {
    throw new Unfetched(`answers ${status} without a target`, ASK_AGAIN);
  }
  const to = new URL(location, from);
  if (LOGIN.test(to.pathname)) {
    throw new Unfetched(`redirects to a login page (${to.origin}${to.pathname})`, ONLY_PUBLIC);
  }
  if (to.origin !== from.origin) {
    throw new Unfetched(`redirects to another site (${to.origin})`, "If that is PandaPon's, add it with --site.");
  }
  return to;
}

function pageIn({ status, header, bytes }: Answer): Fetched {
  if (status === 401 || status === 403) throw new Unfetched(`asks for a login (${status})`, ONLY_PUBLIC);
  if (status === 404 || status === 410) throw new Unfetched(`answers ${status}`, MOVED, status);
  if (status !== 200) throw new Unfetched(`answers ${status}`, "Open the address in a browser.");
  if (/\bhtml\b/i.test(header("content-type") ?? "") || /^[\uFEFF\s]*</.test(bytes.toString("utf8", 0, 1_000))) {
    const isLogin = /type=["']?password/i.test(bytes.toString("latin1"));
    throw new Unfetched(isLogin ? "answers with a login page" : "answers with HTML instead of Markdown", NO_MARKDOWN);
  }
  return { bytes, validators: { "if-none-match": header("etag"), "if-modified-since": header("last-modified") } };
}

function inWords(error: unknown): Unfetched {
  if (error instanceof Unfetched) return error;
  if (error instanceof errors.RequestRetryError) return new Unfetched(`answers ${error.statusCode}`, ASK_AGAIN);
  const code = errorCode(error);
  if (TOO_LARGE.includes(code)) return new Unfetched(`is larger than ${LARGEST_PAGE} bytes`, WRONG_ADDRESS);
  return new Unfetched(`cannot be reached (${code})`, ASK_AGAIN);
}
