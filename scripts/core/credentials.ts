// The credentials of an account: they come from the environment only, and nothing that is printed holds them.
import { Failure } from "./problem.js";

export const KEY = "PANDAPON_ACCESS_KEY";
export const SECRET = "PANDAPON_ACCESS_SECRET";
export const USER = "PANDAPON_USER_ID";

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Credentials {
  accessKey: string;
  accessSecret: string;
  userId: string;
}

/** @returns why the value of a variable cannot be a credential; undefined if it can. It never shows the value. */
export function credentialProblem(value: string | undefined): string | undefined {
  if (value === undefined || value === "") return "is not set";
  if (value.trim() !== value) return "has spaces or a line break around it";
  if (/^(["'‘“]).*["'’”]$/s.test(value)) return "has quotation marks around it that belong to the shell";
  return /^[!-~]+$/.test(value) ? undefined : "has a character that a header cannot hold";
}

/** @throws Failure with code 2 that names each variable that is missing or wrong */
export function readCredentials(env: Environment): Credentials {
  check(env, [KEY, SECRET, USER]);
  return { accessKey: env[KEY] ?? "", accessSecret: env[SECRET] ?? "", userId: env[USER] ?? "" };
}

/**
 * What pushes are signed with.
 * @param other another way, told if none is set
 * @throws Failure with code 2 that names each variable that is missing or wrong
 */
export function readKeyAndSecret(env: Environment, other: string): Omit<Credentials, "userId"> {
  check(env, [KEY, SECRET], other);
  return { accessKey: env[KEY] ?? "", accessSecret: env[SECRET] ?? "" };
}

function check(env: Environment, names: readonly string[], other = ""): void {
  const problems = names.flatMap((name) => {
    const problem = credentialProblem(env[name]);
    return problem === undefined ? [] : [`${name} ${problem}.`];
  });
  if (problems.length > 0) {
    throw new Failure(
      2,
      `${problems.join(" ")} Set each of them in the environment, for example from a file that only you can read: credentials are never flags.${other}`,
    );
  }
}

/** Shorter values are not hidden: they would be found in other text. No real key is so short. */
const SHORTEST = 8;

/** @returns the first characters of a key, enough to recognise it */
export const shownKey = (key: string): string => `${key.slice(0, Math.min(4, key.length / 4))}…`;

/**
 * Makes a function that hides credentials in a text, also where they are escaped as in JSON (once, or twice as JSON in JSON), in a
 * URL or in HTML, in any letter case.
 * @param names the variables that are hidden
 */
export function hiding(env: Environment, names: readonly string[] = [SECRET, KEY]): (text: string) => string {
  const hidden = names.flatMap((name) => {
    const value = env[name] ?? "";
    if (value.length < SHORTEST) return [];
    // The longest first: one may begin as another.
    const forms = [jsonText(jsonText(value)), jsonText(value), uriText(value), htmlText(value), value];
    const pattern = forms.map((form) => form.replaceAll(/[^\w]/g, "\\$&")).join("|");
    return [{ pattern: new RegExp(pattern, "gi"), shown: name === KEY ? shownKey(value) : `[${name}]` }];
  });
  return (text) => hidden.reduce((so, { pattern, shown }) => so.replaceAll(pattern, () => shown), text);
}

const jsonText = (value: string): string => JSON.stringify(value).slice(1, -1);

const htmlText = (value: string): string =>
  value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

function uriText(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return value; // half of a surrogate pair
  }
}
