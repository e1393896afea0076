// Fetches one page over HTTP, with few requests at a time, retries and limits. Anything that is not a page is refused.
import { setMaxListeners } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { Agent, errors, interceptors, request, type Dispatcher } from "undici";
import { errorCode } from "../../core/spec-folder.js";
import { LARGEST_PAGE } from "../read/index.js";

/** The headers with which a server can answer 304 next time: If-None-Match, If-Modified-Since. */
export type Validators = Record<string, string | undefined>;

interface Fetched {
  /** undefined if the server says that the page did not change. */
  bytes: Uint8Array | undefined;
  validators: Validators;
}

/** Why a page could not be fetched. The message continues a sentence: "The page answers 404." */
interface Unfetched {
  message: string;
  fix: string;
  /** The server gave no answer that lasts: it is busy, slow or away. */
  isTemporary?: boolean;
}

/** All in milliseconds. */
export interface FetchOptions {
  /** The time limit of one request with its body. */
  timeout?: number;
  /** The wait before the first retry. Each further wait is twice as long. */
  firstWait?: number;
  /** The longest wait before a retry, also if the server asks for a longer one. */
  longestWait?: number;
  /** The time limit of all requests together. */
  longestPull?: number;
}

export type Fetcher = ReturnType<typeof startFetcher>;

/** The most requests at once to one site. */
export const AT_ONCE = 4;
const REDIRECTS = 5;
const RETRIES = 3;
const TEMPORARY = [408, 429, ...Array.from({ length: 100 }, (_, n) => 500 + n)];
const AWAY = "EAI_AGAIN ECONNREFUSED ECONNRESET ENOTFOUND ETIMEDOUT UND_ERR_CONNECT_TIMEOUT UND_ERR_SOCKET".split(" ");
const TOO_LARGE = ["UND_ERR_RES_EXCEEDED_MAX_SIZE", "ERR_BUFFER_TOO_LARGE"];

const LOGIN = /\/(?:log-?in|sign-?in|sso|oauth2?|auth|passport|password)(?:[/.]|$)/i;
const ASK_AGAIN = "Check that the address opens in a browser, and pull again later.";
const ONLY_PUBLIC = "Only public pages are fetched. Save the page by hand and use --from.";
const NO_MARKDOWN = "The site does not serve its pages as Markdown. Save them by hand and use --from.";
const MOVED = "Check the address. If the page moved, name its new address with --site.";

const PACKAGE = readFileSync(new URL("../../../package.json", import.meta.url), "utf8");
// npm does not install a package without a name and a version.
const { name, version } = JSON.parse(PACKAGE) as { name: string; version: string };
const HEADERS = {
  accept: "text/markdown, text/plain;q=0.9, */*;q=0.1",
  "accept-encoding": "gzip",
  "user-agent": `${name}/${version}`,
};

export function startFetcher(options: FetchOptions) {
  const { timeout = 30_000, firstWait = 500, longestWait = 60_000, longestPull = 600_000 } = options;
  const over = AbortSignal.timeout(longestPull);
  // Each request and each wait listens to it.
  setMaxListeners(0, over);
  const agent = new Agent({ connections: AT_ONCE, maxResponseSize: LARGEST_PAGE });
  // undici's own waits do not end when the pull is over.
  const retry = interceptors.retry({
    maxRetries: RETRIES,
    statusCodes: TEMPORARY,
    retry(error, { state: { counter } }, done) {
      const status = error instanceof errors.RequestRetryError ? error.statusCode : undefined;
      const isTemporary = status === undefined ? AWAY.includes(errorCode(error)) : TEMPORARY.includes(status);
      if (!isTemporary || counter > RETRIES) return done(error);
      const asked = error instanceof errors.RequestRetryError ? waitAsked(error.headers?.["retry-after"]) : 0;
      const wait = Math.min(asked > 0 ? asked : firstWait * 2 ** (counter - 1), longestWait);
      setTimeout(wait, undefined, { signal: over }).then(
        () => done(null),
        () => done(error),
      );
    },
  });
  const dispatcher = agent.compose(inFull(timeout), retry);

  /** One request and its whole answer. */
  async function ask(address: URL, validators: Validators): Promise<PageAnswer | Unfetched> {
    try {
      const given = { dispatcher, headers: { ...HEADERS, ...validators }, signal: over };
      const { statusCode, headers, body } = await request(address, given);
      const sent = Buffer.from(await body.arrayBuffer());
      const isZipped = headers["content-encoding"] === "gzip" && sent.length > 0;
      const bytes = isZipped ? gunzipSync(sent, { maxOutputLength: LARGEST_PAGE }) : sent;
      return { status: statusCode, header: (name) => headers[name]?.toString(), bytes };
    } catch (error) {
      if (over.aborted) {
        const message = `is not fetched, because the pull takes longer than ${longestPull / 1_000} s`;
        return { message, fix: ASK_AGAIN, isTemporary: true };
      }
      const code = errorCode(error);
      if (TOO_LARGE.includes(code)) return { message: `is larger than ${LARGEST_PAGE} bytes`, fix: MOVED };
      if (error instanceof errors.RequestRetryError) {
        return { message: `answers ${error.statusCode}`, fix: ASK_AGAIN, isTemporary: true };
      }
      const isSlow = error instanceof errors.BodyTimeoutError;
      const message = isSlow ? `does not answer within ${timeout / 1_000} s` : `cannot be reached (${code})`;
      return { message, fix: ASK_AGAIN, isTemporary: true };
    }
  }

  return {
    async get(address: URL, validators: Validators = {}): Promise<Fetched | Unfetched> {
      let at = address;
      for (let redirects = 0; redirects <= REDIRECTS; redirects += 1) {
        const answer = await ask(at, validators);
        if ("fix" in answer) return answer;
        const hasValidators = Object.values(validators).some((value) => value !== undefined);
        if (answer.status === 304 && hasValidators) return { bytes: undefined, validators };
        if (answer.status < 300 || answer.status >= 400) return pageIn(answer);
        const target = redirected(at, answer);
        if ("fix" in target) return target;
        at = target;
      }
      return { message: `redirects more than ${REDIRECTS} times`, fix: ASK_AGAIN };
    },
    /** Whether the time for the pull is over. */
    isOver: () => over.aborted,
    close: () => agent.destroy(),
  };
}

/** The wait that a Retry-After header asks for, in milliseconds: it holds seconds or a date. */
const waitAsked = (header: string | string[] | undefined): number => {
  const seconds = Number(header ?? 0);
  return Number.isNaN(seconds) ? new Date(String(header)).getTime() - Date.now() : seconds * 1_000;
};

interface PageAnswer {
  status: number;
  header: (name: string) => string | undefined;
  bytes: Buffer;
}

/**
 * Hands on whole answers only, so that one that is cut short is retried from its start.
 * Ends an answer that takes too long; undici's own time limit starts again with each chunk.
 */
const inFull =
  (timeout: number): Dispatcher.DispatcherComposeInterceptor =>
  (dispatch) =>
  (options, handler) => {
    let timer: NodeJS.Timeout | undefined;
    let start = (): void => undefined;
    const chunks: Buffer[] = [];
    return dispatch(options, {
      onRequestStart(controller, context) {
        timer = globalThis.setTimeout(() => controller.abort(new errors.BodyTimeoutError()), timeout);
        handler.onRequestStart?.(controller, context);
      },
      onResponseStart: (...head) => void (start = () => handler.onResponseStart?.(...head)),
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

/** The target of a redirect, which must be on the same site and not a login. */
function redirected(from: URL, { status, header }: PageAnswer): URL | Unfetched {
  const location = header("location");
  if (location === undefined || !URL.canParse(location, from.href)) {
    return { message: `answers ${status} without a target`, fix: ASK_AGAIN };
  }
  const to = new URL(location, from);
  if (LOGIN.test(to.pathname)) {
    return { message: `redirects to a login page (${to.origin}${to.pathname})`, fix: ONLY_PUBLIC };
  }
  if (to.origin === from.origin) return to;
  return { message: `redirects to another site (${to.origin})`, fix: "If that is PandaPon's, add it with --site." };
}

function pageIn({ status, header, bytes }: PageAnswer): Fetched | Unfetched {
  if (status === 401 || status === 403) return { message: `asks for a login (${status})`, fix: ONLY_PUBLIC };
  if (status !== 200) return { message: `answers ${status}`, fix: MOVED };
  if (/\bhtml\b/i.test(header("content-type") ?? "") || /^[\uFEFF\s]*</.test(bytes.toString("utf8", 0, 1_000))) {
    const isLogin = /type=["']?password/i.test(bytes.toString("latin1"));
    return { message: `answers with ${isLogin ? "a login page" : "HTML instead of Markdown"}`, fix: NO_MARKDOWN };
  }
  return { bytes, validators: { "if-none-match": header("etag"), "if-modified-since": header("last-modified") } };
}
