// What `pandapon sandbox` prints: whose calls it takes, and a line for each request and each push.
import { KEY, SECRET, USER } from "../core/credentials.js";
import type { Chosen, PushLine, RequestLine } from "../sandbox/command/index.js";
import type { Terminal } from "./terminal.js";

/** The credentials that are made up: only they are shown. */
export const shown = ({ credentials, from }: Chosen): object =>
  Object.fromEntries(Object.entries(credentials).filter(([name]) => from[name as keyof typeof from] === "made up"));

export function credentialLines({ credentials, from }: Chosen, terminal: Terminal): string[] {
  const line = (label: string, name: keyof typeof from, variable: string): string => {
    const value =
      from[name] === "made up" ? credentials[name] : from[name] === "flag" ? "of the flag" : `of ${variable}`;
    return `${label.padEnd(13)} ${value}${from[name] === "made up" ? terminal.faint("  (made up)") : ""}`;
  };
  return [
    line("access key", "accessKey", KEY),
    line("access secret", "accessSecret", SECRET),
    line("user id", "userId", USER),
  ];
}

export function requestText(line: RequestLine, terminal: Terminal): string {
  const { at, method, path, operation = "", status, code, msg, warning, fault, milliseconds } = line;
  const result = [status, code].filter((one) => one !== undefined).join(" ");
  const isGood = status !== undefined && status < 400 && msg === undefined && fault === undefined;
  const facts = [`${method} ${path}`, operation, isGood ? terminal.good(result) : terminal.bad(result || "reset")];
  const tail = [msg, fault, warning].map((text) => (text === undefined ? "" : `  ${text}`)).join("");
  return `${terminal.faint(timeOf(at))}  ${facts.filter(Boolean).join("  ")}  ${terminal.faint(`${milliseconds} ms`)}${tail}`;
}

export function pushText({ at, messageType, status, milliseconds }: PushLine, terminal: Terminal): string {
  const result = status === 200 ? terminal.good("200") : terminal.bad(String(status ?? "no answer"));
  return `${terminal.faint(timeOf(at))}  push ${messageType}  ${result}  ${terminal.faint(`${milliseconds} ms`)}`;
}

const timeOf = (at: number): string => new Date(at).toTimeString().slice(0, 8);
