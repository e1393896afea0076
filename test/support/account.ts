// Runs commands that need an account, in this process: with an environment and standard input.
import { Readable } from "node:stream";
import { run } from "../../scripts/dist/cli/main.js";
import type { Io } from "../../scripts/dist/cli/terminal.js";
import type { Ran } from "./run.js";

export const ACCESS_KEY = "0123456789abcdef0123456789abcdef";
/** It looks different in JSON and in a URL, so that it is found in all forms. */
export const ACCESS_SECRET = 'fedc"ba98\\7654/3210+fedcba9876543210';
export const USER_ID = "2100007654321";

export const ACCOUNT = {
  PANDAPON_ACCESS_KEY: ACCESS_KEY,
  PANDAPON_ACCESS_SECRET: ACCESS_SECRET,
  PANDAPON_USER_ID: USER_ID,
};

/** The forms in which the secret could be printed. */
export const SECRET_FORMS = [
  ACCESS_SECRET,
  JSON.stringify(ACCESS_SECRET).slice(1, -1),
  encodeURIComponent(ACCESS_SECRET),
];

export interface Surroundings {
  env?: Record<string, string | undefined>;
  stdin?: readonly (string | Uint8Array)[];
  onInterrupt?: Io["onInterrupt"];
}

/** Runs the command `pandapon` with the account above, unless `env` says otherwise. */
export async function asAccount(
  args: readonly string[],
  { env = ACCOUNT, stdin, onInterrupt }: Surroundings = {},
): Promise<Ran> {
  const printed = { stdout: "", stderr: "" };
  const output = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const code = await run(args, {
    stdout: output("stdout"),
    stderr: output("stderr"),
    env,
    ...(stdin && { stdin: Readable.from(stdin) }),
    ...(onInterrupt && { onInterrupt }),
  });
  return { code, ...printed };
}
