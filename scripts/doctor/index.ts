// Checks step by step whether signed calls work from here.
import { setTimeout as wait } from "node:timers/promises";
import { readCredentials, type Environment } from "../core/credentials.js";
import { Failure } from "../core/problem.js";
import { alteredReads, alteredText, type AlteredRead } from "./altered.js";
import type { DoctorCheck } from "./check.js";
import { clockCheck, connect, isTooFar } from "./connection.js";
import { environmentChecks } from "./environment.js";
import { read, type Alteration, type SignedRead, type TimestampUnit } from "./read.js";
import { pushCheck } from "./push.js";
import { markdown } from "./report.js";
import { acceptedUnit, readCheck } from "./unit.js";
import { verifyPush, type PushCheck } from "../webhooks/index.js";

export type { DoctorCheck } from "./check.js";
export { doctorOfSandbox } from "./sandbox.js";

export interface DoctorOptions {
  env: Environment;
  baseUrl: string;
  /** The time limit of one request, in milliseconds. */
  timeoutMs: number;
  /** Whether to send the altered reads, once a read was accepted. */
  altered: boolean;
  /** A recorded push, whose signature is checked too: its body and its header `Authorization`. */
  push?: { body: Uint8Array; authorization: string };
  /** The time between two reads, in milliseconds. */
  pauseMs: number;
  /** Called after each step. */
  onCheck?: (check: DoctorCheck) => void;
  /** The clock, in milliseconds since 1970 UTC. */
  now?: () => number;
}

export interface Diagnosis {
  checks: DoctorCheck[];
  /** What the reads prove, as Markdown. */
  report: string;
}

/** @throws Failure with code 2 if the base URL is wrong */
export async function doctor(options: DoctorOptions): Promise<Diagnosis> {
  const { env, timeoutMs, pauseMs, onCheck, now = Date.now } = options;
  const url = checkedUrl(options.baseUrl);
  const baseUrl = url.href.replace(/\/+$/, "");
  const checks: DoctorCheck[] = [];
  const add = (...more: DoctorCheck[]): void => {
    checks.push(...more);
    more.forEach((check) => onCheck?.(check));
  };

  add(...environmentChecks(env));
  const hasCredentials = checks.every(({ state }) => state !== "bad");
  let push: PushCheck | undefined;
  if (options.push !== undefined && hasCredentials) {
    push = await verifyPush(options.push.body, options.push.authorization, readCredentials(env));
    add(pushCheck(push));
  }
  const proxy = Boolean(env["HTTPS_PROXY"] ?? env["https_proxy"] ?? env["HTTP_PROXY"] ?? env["http_proxy"]);
  const { check, isReached, skew } = await connect(baseUrl, timeoutMs, now, proxy);
  add(check);
  if (isReached) add(clockCheck(skew));

  const tried = new Map<TimestampUnit, SignedRead>();
  let altered: AlteredRead[] = [];
  if (!hasCredentials || !isReached) {
    const says = "Not sent: a step above failed.";
    add({ name: "signed read", state: "skipped", says, next: "Do what the steps above say, and run it again." });
  } else {
    // A clock that is too far away would have every signature refused, so that nothing else could be learned.
    const clock = skew && isTooFar(skew) ? () => now() + skew.ms : now;
    const settings = { credentials: readCredentials(env), baseUrl, timeoutMs };
    const send = (unit: TimestampUnit, alteration?: Alteration): Promise<SignedRead> =>
      read(settings, unit, clock(), alteration);
    const later: typeof send = async (...args) => {
      await wait(pauseMs);
      return send(...args);
    };
    tried.set("ms", await send("ms"));
    if (tried.get("ms")?.verdict === "refused") tried.set("s", await later("s"));
    add(readCheck(tried));
    const accepted = acceptedUnit(tried);
    if (options.altered && accepted !== undefined) {
      altered = await alteredReads(tried, accepted, later);
      add(...altered.map((one): DoctorCheck => ({ name: "altered read", state: "note", says: alteredText(one) })));
    }
  }
  const day = new Date(now()).toISOString().slice(0, 10);
  return { checks, report: markdown({ tried, altered, ...(skew && { skew }), ...(push && { push }) }, url.host, day) };
}

function checkedUrl(baseUrl: string): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.username || url.password || url.search || url.hash) {
    throw new Failure(2, "--base-url must be an http or https URL without user, password, query or fragment.");
  }
  return url;
}
