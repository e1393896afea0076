// Finds out which unit of the timestamp PandaPon accepts.
import type { DoctorCheck } from "./check.js";
import { READ, type SignedRead, type TimestampUnit } from "./read.js";

/** The readings of correctly signed requests, by the unit of their timestamp, in the order in which they were sent. */
export type Tried = ReadonlyMap<TimestampUnit, SignedRead>;

/** The unit that was accepted. */
export const acceptedUnit = (tried: Tried): TimestampUnit | undefined =>
  [...tried].find(([, { verdict }]) => verdict === "accepted")?.[0];

/** Equal for equal refusals. Digits in a msg may be times and ids, so they do not count. */
const refusalOf = ({ status, code, msg = "" }: SignedRead): string =>
  JSON.stringify([status, code, msg.replaceAll(/[\da-f]{4,}/gi, "#")]);

export function readCheck(tried: Tried): DoctorCheck {
  const name = "signed read";
  const unit = acceptedUnit(tried);
  const [last] = [...tried.values()].slice(-1);
  if (unit === "ms") return { name, state: "ok", says: `${READ} was accepted, with a timestamp in milliseconds.` };
  if (unit === "s") {
    const next = 'Give the client the option `timestampUnit: "s"`, and these commands --timestamp-unit s.';
    return { name, state: "ok", says: `${READ} was accepted with a timestamp in seconds, not in milliseconds.`, next };
  }
  if (last === undefined) return { name, state: "skipped", says: "Not tried." };
  if (last.verdict === "unclear") {
    return { name, state: "bad", says: `${READ}: ${answerText(last)}.`, next: unclear(last) };
  }
  const [ms, s] = [...tried.values()].map(refusalOf);
  const said = [...tried].map(([one, reading]) => `in ${one}: ${answerText(reading)}`).join("; ");
  const next =
    ms === s
      ? "Compare key and secret with PandaPon's console (AccessKey管理): after a reset the old secret is dead at once. Check that the user id belongs to the account."
      : "The two units are refused for different reasons, so one of them may be right: read both msgs.";
  return { name, state: "bad", says: `${READ} was refused, ${said}.`, next };
}

function unclear({ kind, status = 0 }: SignedRead): string {
  if (status === 429) return "Too many requests: wait, and run it again.";
  if (status === 404) return "Check --base-url: this server does not have PandaPon's paths.";
  if (status >= 300 && status < 400) return "Something redirects the request: check --base-url.";
  if (kind === "timeout") return "Give it more time with --timeout, or try later.";
  if (kind === "decode") {
    return "Something other than PandaPon answers: check --base-url, and whether a proxy or a login page is in the way.";
  }
  return "The connection failed: run it again.";
}

/** How PandaPon answered, in a few words. It holds foreign text. */
export function answerText({ verdict, kind, status, code, msg }: SignedRead): string {
  if (verdict === "accepted") return "accepted";
  const facts = [
    status === undefined ? undefined : `HTTP ${status}`,
    code === undefined ? undefined : `code ${code}`,
    kind === "decode" ? "the answer is not PandaPon's JSON" : status === undefined ? `no answer (${kind})` : undefined,
    msg?.replace(/[.。]$/, ""), // a sentence goes on after it
  ];
  return facts.filter((fact) => fact !== undefined).join(", ");
}
