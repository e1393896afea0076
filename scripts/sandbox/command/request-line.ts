// What `pandapon sandbox` prints of each request.
import type { LogEntry } from "../gateway/log.js";

/** One request and its answer: of its body only the code and, of a refusal, the msg. */
export interface RequestLine {
  /** When it came, in milliseconds since 1970 UTC. */
  at: number;
  method: string;
  /** Decoded, and without its query, which may hold data. */
  path: string;
  /** The log has nothing about requests to the test door. */
  operation: string | undefined;
  code: number | undefined;
  /** Only of a refusal. */
  msg: string | undefined;
  /** The failure that was asked for. */
  fault: string | undefined;
  /** What the sandbox did not check. */
  warning: string | undefined;
  /** Undefined if the connection was ended. */
  status: number | undefined;
  milliseconds: number;
}

type Answering = (request: Request) => Promise<Response>;

/** Reports each request that a sandbox answers. */
export function reporting(
  { fetch, log }: { fetch: Answering; log: readonly LogEntry[] },
  report: (line: RequestLine) => void,
): Answering {
  return async (request: Request): Promise<Response> => {
    const began = performance.now();
    const at = Date.now();
    const before = log.at(-1);
    const pending = fetch(request);
    // A call is in the log before anything is awaited. The test door is not in it.
    const entry = log.at(-1) === before ? undefined : log.at(-1);
    const done = (status: number | undefined): void => {
      const path = decoded(new URL(request.url).pathname);
      const milliseconds = Math.round(performance.now() - began);
      const { operation, code, msg, fault, warning } = entry ?? {};
      const facts = { operation, status, code, msg: code === 200 ? undefined : msg, fault, warning };
      report({ at, method: request.method, path, ...facts, milliseconds });
    };
    try {
      const response = await pending;
      done(response.status);
      return response;
    } catch (error) {
      done(undefined);
      throw error;
    }
  };
}

/** A secret that is written in another way in a URL is found only in the decoded text. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
