// Finds the sandbox that `call --sandbox` and `doctor --sandbox` talk to. No other server gets a request of these commands.
import type { Fetch } from "pandapon-openapi";
import { credentialProblem, KEY, readCredentials, SECRET, USER, type Credentials } from "../../core/credentials.js";
import type { Environment } from "../../core/credentials.js";
import { codeOf } from "../../core/connection.js";
import { Failure } from "../../core/problem.js";

/** Where `pandapon sandbox` listens if no port is given. */
export const DEFAULT_URL = "http://127.0.0.1:4010";

/** How long a sandbox may take to say that it is one, in milliseconds. */
const PATIENCE = 5_000;

/** A sandbox that calls can go to. */
export interface SandboxTarget {
  /** Without a slash at its end. */
  baseUrl: string;
  credentials: Credentials;
  /** Only for a sandbox in this process, which nobody else sees. */
  fetch?: Fetch;
}

export interface Own {
  /** Default: `DEFAULT_URL`. */
  defaultUrl?: string;
  /** Made-up credentials, which a sandbox accepts by default. */
  credentials: Credentials;
  /** Starts a sandbox in this process. */
  start: (credentials: Credentials) => (request: string, init: RequestInit) => Promise<Response>;
}

/**
 * Asks a server whether it is a sandbox.
 * @param url of the flag; `true` is the default address, or a new sandbox in this process if nothing listens there
 * @throws Failure with code 2 if no sandbox answers. Then nothing was sent but `GET /sandbox`, without credentials.
 */
export async function findSandbox(url: string | true, env: Environment, own: Own): Promise<SandboxTarget> {
  const baseUrl = url === true ? (own.defaultUrl ?? DEFAULT_URL) : checkedUrl(url);
  const credentials = credentialsOf(env, own.credentials);
  let response: Response;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    response = await fetch(`${baseUrl}/sandbox`, { redirect: "manual", signal });
    await response.body?.cancel();
  } catch (error) {
    const code = codeOf(error);
    if (url !== true || code !== "ECONNREFUSED") {
      throw new Failure(2, `No sandbox answers at ${baseUrl} (${code}). Nothing was sent. ${startWith(baseUrl)}`);
    }
    const answer = own.start(credentials);
    return { baseUrl, credentials, fetch: async (target, init) => answer(target, init) };
  }
  // A redirect or an error page may repeat the header.
  if (response.status !== 200 || response.headers.get("x-sandbox") !== "pandapon") {
    const header = response.headers.has("x-sandbox") ? "with a header x-sandbox" : "no header x-sandbox";
    throw new Failure(
      2,
      `What answers at ${baseUrl} is not a sandbox (HTTP ${response.status}, ${header}). No call was sent. ${startWith(baseUrl)}`,
    );
  }
  return { baseUrl, credentials };
}

/** The credentials of the environment if one of them is set. If none is, those that are made up. */
function credentialsOf(env: Environment, madeUp: Credentials): Credentials {
  return [KEY, SECRET, USER].every((name) => credentialProblem(env[name]) === "is not set")
    ? madeUp
    : readCredentials(env);
}

function checkedUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    const next =
      "Put --sandbox after the operation, with an http or https URL such as http://127.0.0.1:4010, or alone.";
    throw new Failure(2, `--sandbox needs the URL of a sandbox, and this is none. ${next} Nothing was sent.`);
  }
  return url.href.replace(/\/+$/, "");
}

const startWith = (baseUrl: string): string => {
  const { port, hostname } = new URL(baseUrl);
  const isHere = /^(?:localhost|127\.|\[::1\])/.test(hostname);
  return isHere
    ? `Start one with \`pandapon sandbox --port ${port || "4010"}\`, or give its URL: --sandbox URL.`
    : "Check the URL of --sandbox.";
};
