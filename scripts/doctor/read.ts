// The signed reads of `pandapon doctor`.
import { createPandaPon, PandaPonError, type Fetch } from "pandapon-openapi";
import { signatureDigest, signatureText } from "pandapon-openapi/signing";
import type { Credentials } from "../core/credentials.js";

export type TimestampUnit = "ms" | "s";

/** The read that is sent. It searches public goods by a word and asks for one: it needs no id, concerns no order and changes nothing. */
export const READ = "alibaba.products.search";
const INPUT = { keyword: "T恤", beginPage: 1, pageSize: 1 };

/** How one read differs from the one that was accepted. */
export type Alteration = "wrong signature" | "other unit" | "no nonce-str" | "no user-id";

/** How PandaPon answered. Its texts are foreign, without what was sent in the headers. */
export interface SignedRead {
  /** `unclear`: no answer, or one that says nothing about the signature. */
  verdict: "accepted" | "refused" | "unclear";
  status?: number;
  code?: string;
  msg?: string;
  kind?: PandaPonError["kind"];
}

/** The longest text of an answer that is kept. */
const LONGEST = 200;

export interface ReadSettings {
  credentials: Credentials;
  baseUrl: string;
  timeoutMs: number;
  /** Answers instead of the platform's `fetch`. */
  fetch?: Fetch;
}

/**
 * @param unit of the timestamp
 * @param at the time that is signed, in milliseconds since 1970 UTC
 */
export async function read(
  { credentials, fetch: send = fetch, ...options }: ReadSettings,
  unit: TimestampUnit,
  at: number,
  alteration?: Alteration,
): Promise<SignedRead> {
  const sent: [name: string, value: string][] = [["secret", credentials.accessSecret]];
  const client = createPandaPon({
    ...credentials,
    ...options,
    maxRetries: 0,
    timestampUnit: unit,
    now: () => at,
    fetch: (url, init) => {
      const headers = altered(init.headers, alteration, credentials);
      sent.push(...[init.headers, headers].flatMap(Object.entries<string>));
      return send(url, { ...init, headers });
    },
  });
  try {
    const { response } = await client.alibaba.products.search(INPUT).withResponse();
    return { verdict: "accepted", status: response.status, code: "200" };
  } catch (error) {
    if (!(error instanceof PandaPonError) || error.kind === "input") throw error;
    const { kind, status, code, msg } = error;
    return {
      verdict: verdictOf(error),
      kind,
      ...(status !== undefined && { status }),
      ...(code !== undefined && { code: without(sent, code) }),
      ...(msg !== undefined && { msg: without(sent, msg) }),
    };
  }
}

/** @returns the beginning of a text, with names in place of the values that were sent; they may come back in any letter case */
function without(sent: readonly (readonly [name: string, value: string])[], text: string): string {
  const names = new Map(sent.map(([name, value]) => [value.toLowerCase(), `[${name}]`]));
  // The longest first: one may be part of another.
  const values = [...names.keys()].filter(({ length }) => length > 3).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(values.map((value) => value.replaceAll(/[^\w]/g, "\\$&")).join("|"), "gi");
  return text.replaceAll(pattern, (found) => names.get(found.toLowerCase()) ?? "").slice(0, LONGEST);
}

function verdictOf({ kind, status = 0 }: PandaPonError): SignedRead["verdict"] {
  // Too many requests, a wrong address: they say nothing about the signature.
  if ((status >= 300 && status < 400) || status === 404 || status === 408 || status === 429) return "unclear";
  return kind === "api" || kind === "http" ? "refused" : "unclear";
}

function altered(
  headers: Record<string, string>,
  alteration: Alteration | undefined,
  credentials: Credentials,
): Record<string, string> {
  const { "nonce-str": nonce = "", "user-id": userId = "", ...others } = headers;
  const { timestamp = "" } = others;
  switch (alteration) {
    case undefined:
    case "other unit":
      return headers;
    case "wrong signature":
      return { ...headers, signature: "0".repeat(32) };
    case "no nonce-str": {
      const signature = signatureDigest(signatureText({ ...credentials, timestamp, nonce: "" }));
      return { ...others, "user-id": userId, signature };
    }
    case "no user-id":
      return { ...others, "nonce-str": nonce };
  }
}
