// Checks the three environment variables.
import { credentialProblem, KEY, SECRET, USER, type Environment } from "../core/credentials.js";
import type { DoctorCheck } from "./check.js";

const VARIABLES = [
  { name: "access key", variable: KEY, sample: /^[\da-f]{32}$/, form: "32 lower-case hexadecimal digits" },
  // No page shows one.
  { name: "access secret", variable: SECRET, sample: /^/, form: "" },
  { name: "user id", variable: USER, sample: /^\d{13}$/, form: "13 digits" },
] as const;

export function environmentChecks(env: Environment): DoctorCheck[] {
  return VARIABLES.map(({ name, variable, sample, form }): DoctorCheck => {
    const value = env[variable];
    const problem = credentialProblem(value);
    if (problem !== undefined) {
      const where = "PandaPon's console shows key and secret (AccessKey管理)";
      return {
        name,
        state: "bad",
        says: `${variable} ${problem}.`,
        next: `Set ${variable} in the environment. ${where}.`,
      };
    }
    if (variable === SECRET && value === env[KEY]) {
      return { name, state: "bad", says: `${variable} is the access key.`, next: `Set ${variable} to the secret.` };
    }
    if (!sample.test(value ?? "")) {
      const next = `Check ${variable}: it may be incomplete, or another value.`;
      return { name, state: "note", says: `${variable} is set, but PandaPon's samples have ${form}.`, next };
    }
    return { name, state: "ok", says: `${variable} is set.` };
  });
}
