// The checks of `pandapon doctor --sandbox`: a sandbox was found already, and there is no network, proxy or account to check.
import type { Fetch } from "pandapon-openapi";
import { KEY, SECRET, USER, type Credentials, type Environment } from "../core/credentials.js";
import type { DoctorCheck } from "./check.js";
import { read, READ, type SignedRead } from "./read.js";
import { answerText } from "./unit.js";

export interface SandboxDoctorOptions {
  env: Environment;
  /** Without a slash at its end. */
  baseUrl: string;
  credentials: Credentials;
  /** Only of a sandbox in this process. */
  fetch?: Fetch;
  /** The time limit of one request, in milliseconds. */
  timeoutMs: number;
  /** Called after each step. */
  onCheck?: (check: DoctorCheck) => void;
}

/** Sends one signed read to a sandbox. @returns what it shows */
export async function doctorOfSandbox({ env, onCheck, ...settings }: SandboxDoctorOptions): Promise<DoctorCheck[]> {
  const checks: DoctorCheck[] = [];
  const add = (check: DoctorCheck): void => {
    checks.push(check);
    onCheck?.(check);
  };
  const names = [
    ["access key", KEY],
    ["access secret", SECRET],
    ["user id", USER],
  ] as const;
  for (const [name, variable] of names) {
    add({
      name,
      state: "ok",
      says: env[variable] ? `${variable} is set.` : "Made up: every sandbox accepts it by default.",
    });
  }
  const where =
    settings.fetch === undefined ? `A sandbox answers at ${settings.baseUrl}.` : "A sandbox in this process answers.";
  add({ name: "connection", state: "ok", says: where });
  add(readCheck(await read(settings, "ms", Date.now())));
  return checks;
}

function readCheck(reading: SignedRead): DoctorCheck {
  const name = "signed read";
  if (reading.verdict === "accepted") return { name, state: "ok", says: `${READ} was accepted.` };
  const next =
    reading.verdict === "refused"
      ? `Read the msg. Start the sandbox and this command with the same ${KEY}, ${SECRET} and ${USER}, or both without.`
      : "Check that the sandbox still runs, and that no failure was asked for (GET /sandbox/faults).";
  return { name, state: "bad", says: `${READ}: ${answerText(reading)}.`, next };
}
