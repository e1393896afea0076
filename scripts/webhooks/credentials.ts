// What pushes are signed with here.
import { credentialProblem, KEY, readKeyAndSecret, SECRET } from "../core/credentials.js";
import type { Credentials, Environment } from "../core/credentials.js";
import { SANDBOX_CREDENTIALS } from "../sandbox/gateway/rules.js";

export type PushCredentials = Omit<Credentials, "userId">;

/**
 * @param isSandbox takes the credentials that the sandbox makes up, unless the environment has some, as `pandapon sandbox` does
 * @throws Failure with code 2 that names each variable that is missing or wrong
 */
export function pushCredentials(env: Environment, isSandbox: boolean): PushCredentials {
  const isUnset = [KEY, SECRET].every((name) => credentialProblem(env[name]) === "is not set");
  return isSandbox && isUnset
    ? SANDBOX_CREDENTIALS
    : readKeyAndSecret(env, " Or add --sandbox: it takes the key and secret that `pandapon sandbox` makes up.");
}
