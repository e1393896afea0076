// What the gateway checks requests against. Options are checked once, when the sandbox is made.
import type { SignWarehouse } from "pandapon-openapi";
import type { Credentials } from "../../core/credentials.js";
import { Failure } from "../../core/problem.js";
import { isUserId } from "../accounts/ids.js";

export interface GatewayRules extends Readonly<Credentials> {
  /** The real clock, in milliseconds since 1970 UTC: callers do not know how far the sandbox's was advanced. */
  readonly now: () => number;
  /** Accepts requests that do not fit the contract. */
  readonly lenient: boolean;
  readonly signWarehouse: SignWarehouse | undefined;
  /** Makes of a text what the log may hold of it. */
  readonly shorten: (text: string) => string;
}

/** Made up, and the same for everyone: they open nothing but a sandbox. */
export const SANDBOX_CREDENTIALS: Readonly<Credentials> = {
  accessKey: "5a4d0b0c5a4d0b0c5a4d0b0c5a4d0b0c",
  accessSecret: "not-a-secret-it-opens-only-a-sandbox",
  userId: "2100000000001",
};

/**
 * @returns the credentials, the made-up ones where none are given
 * @throws Failure that names the wrong option and never shows its value
 */
export function checkedCredentials(options: { [Name in keyof Credentials]?: string | undefined }): Credentials {
  const { accessKey, accessSecret, userId } = SANDBOX_CREDENTIALS;
  const credentials = {
    accessKey: options.accessKey ?? accessKey,
    accessSecret: options.accessSecret ?? accessSecret,
    userId: options.userId ?? userId,
  };
  for (const [name, value] of Object.entries<unknown>(credentials)) {
    const isText = typeof value === "string" && /^[!-~]+$/.test(value);
    checkOption(isText, name, "must be a text of visible ASCII characters, as a header takes it");
  }
  checkOption(isUserId(credentials.userId), "userId", "must be digits: PandaPon's have 13");
  return credentials;
}

/** @throws Failure if an option is wrong */
export function checkOption(holds: boolean, name: string, problem: string): void {
  if (!holds) throw new Failure(2, `The option \`${name}\` of the sandbox ${problem}.`);
}
