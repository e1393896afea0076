// Checks whether the API can be reached, and compares this machine's clock with the server's.
import { codeOf } from "../core/connection.js";
import type { DoctorCheck } from "./check.js";

/** How far this machine's clock is behind the server's, in milliseconds; negative if it is ahead. */
export interface Skew {
  ms: number;
  /** How much it may be off: half of the time that the request took, and the half second that the Date header does not show. */
  uncertainty: number;
}

/** PandaPon refuses a timestamp that is further away from its own time. */
const LIMIT = 600_000;
/** A larger difference is reported. */
const NOTABLE = 60_000;

export interface Connection {
  check: DoctorCheck;
  isReached: boolean;
  /** undefined if the server does not tell its time. */
  skew?: Skew;
}

/**
 * Requests the base URL without a signature.
 * @param baseUrl without a slash at its end
 * @param now the clock of this machine, in milliseconds since 1970 UTC
 */
export async function connect(
  baseUrl: string,
  timeoutMs: number,
  now: () => number,
  proxy: boolean,
): Promise<Connection> {
  const sentAt = now();
  try {
    const response = await fetch(`${baseUrl}/`, {
      headers: { "cache-control": "no-cache" },
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    const skew = skewOf(response.headers, sentAt, now());
    await response.body?.cancel();
    return { check: answered(response, baseUrl), isReached: true, ...(skew && { skew }) };
  } catch (error) {
    const next = proxy ? ` HTTPS_PROXY or HTTP_PROXY is set: fetch of Node 24 uses it with NODE_USE_ENV_PROXY=1.` : "";
    const { says, next: fix } = reasonOf(error, new URL(baseUrl).host, timeoutMs);
    return { check: { name: "connection", state: "bad", says, next: fix + next }, isReached: false };
  }
}

function answered({ status, headers }: Response, baseUrl: string): DoctorCheck {
  const name = "connection";
  const says = `${baseUrl} answers (HTTP ${status}).`;
  if (status >= 300 && status < 400) {
    const target = URL.canParse(headers.get("location") ?? "", baseUrl)
      ? new URL(headers.get("location") ?? "", baseUrl).origin
      : "elsewhere";
    const next = "A signed request is never redirected. If the read below fails, give the right --base-url.";
    return { name, state: "note", says: `${baseUrl} redirects to ${target} (HTTP ${status}).`, next };
  }
  if (status >= 500)
    return { name, state: "note", says, next: "The server fails. If the read below fails too, try later." };
  if (baseUrl.startsWith("http:") && !/^http:\/\/(localhost|127\.|\[::1\])/.test(baseUrl)) {
    return { name, state: "note", says, next: "Use https: with http, anyone on the way can read the requests." };
  }
  return { name, state: "ok", says };
}

const DNS = /^(ENOTFOUND|EAI_AGAIN)$/;
const TLS = /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/;

function reasonOf(error: unknown, host: string, timeoutMs: number): { says: string; next: string } {
  if (error instanceof Error && error.name === "TimeoutError") {
    const says = `${host} does not answer within ${timeoutMs / 1000} s.`;
    return { says, next: "Check whether a firewall or a proxy is in the way, or give more time with --timeout." };
  }
  const code = codeOf(error);
  if (DNS.test(code)) {
    return {
      says: `The name ${host} is not found (${code}).`,
      next: "Check --base-url, and the DNS of this machine.",
    };
  }
  if (TLS.test(code)) {
    const next =
      "Check the date of this machine, and whether a proxy with its own certificate is in the way (NODE_EXTRA_CA_CERTS).";
    return { says: `There is no secure connection to ${host} (${code}).`, next };
  }
  return {
    says: `There is no connection to ${host} (${code}).`,
    next: "Check --base-url, the network and the firewall.",
  };
}

/** @returns the difference between the server's Date header and the middle of the request; undefined if it is not a date */
function skewOf(headers: Headers, sentAt: number, answeredAt: number): Skew | undefined {
  const date = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(date)) return undefined;
  const half = (answeredAt - sentAt) / 2;
  return { ms: date + 500 - (sentAt + half), uncertainty: half + 500 };
}

/** Whether PandaPon must refuse the timestamps of this machine. */
export const isTooFar = ({ ms, uncertainty }: Skew): boolean => Math.abs(ms) - uncertainty > LIMIT;

export function clockCheck(skew: Skew | undefined): DoctorCheck {
  const name = "clock";
  if (skew === undefined) {
    const next = "Compare this machine's clock with another source: PandaPon allows 600 s.";
    return { name, state: "note", says: "The server does not tell its time (no Date header).", next };
  }
  const away = Math.abs(skew.ms);
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  const says = `The clock is ${seconds(away)} ${skew.ms > 0 ? "behind" : "ahead of"} the server's (± ${seconds(skew.uncertainty)}, limit 600 s).`;
  const next = "Set the clock of this machine, or let it be set from the network (NTP).";
  if (isTooFar(skew)) {
    return { name, state: "bad", says, next: `${next} The read below is signed with the server's time.` };
  }
  return away + skew.uncertainty > NOTABLE ? { name, state: "note", says, next } : { name, state: "ok", says };
}
