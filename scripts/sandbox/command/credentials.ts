// Whose calls a sandbox accepts, and who made the credentials up.
import { credentialProblem, KEY, SECRET, USER, type Credentials, type Environment } from "../../core/credentials.js";
import { Failure } from "../../core/problem.js";

export type Given = Partial<Record<keyof Credentials, string>>;

export interface Chosen {
  credentials: Credentials;
  /** Where each of them is from. */
  from: Record<keyof Credentials, "flag" | "environment" | "made up">;
}

const SOURCES = [
  { name: "accessKey", variable: KEY, flag: "--access-key" },
  { name: "accessSecret", variable: SECRET, flag: "--access-secret" },
  { name: "userId", variable: USER, flag: "--user-id" },
] as const;

/**
 * Takes each of the credentials from its flag, or from the environment, or uses the one that is made up.
 * @throws Failure with code 2 if one of them cannot be a credential; the message does not show it
 */
export function chooseCredentials(given: Given, env: Environment, madeUp: Credentials): Chosen {
  const chosen: Chosen = {
    credentials: { ...madeUp },
    from: { accessKey: "made up", accessSecret: "made up", userId: "made up" },
  };
  for (const { name, variable, flag } of SOURCES) {
    const value = given[name] ?? (env[variable] || undefined);
    if (value === undefined) continue;
    const isFlag = given[name] !== undefined && given[name] !== env[variable];
    const problem = credentialProblem(value);
    if (problem !== undefined) throw new Failure(2, `${isFlag ? flag : variable} ${problem}.`);
    chosen.credentials[name] = value;
    chosen.from[name] = isFlag ? "flag" : "environment";
  }
  return chosen;
}
