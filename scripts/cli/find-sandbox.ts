// What `--sandbox` means for the commands that call an API.
import type { SandboxTarget } from "../sandbox/command/index.js";
import type { Io, Terminal } from "./terminal.js";

/**
 * @param url of the flag, or `true`
 * @throws Failure with code 2 if no sandbox answers there
 */
export async function sandboxFor(url: string | true, { env }: Io, terminal: Terminal): Promise<SandboxTarget> {
  const [{ createSandbox, SANDBOX_CREDENTIALS }, { DEFAULT_URL, findSandbox }] = await Promise.all([
    import("../sandbox/index.js"),
    import("../sandbox/command/index.js"),
  ]);
  const target = await findSandbox(url, env, {
    credentials: SANDBOX_CREDENTIALS,
    start: (credentials) => createSandbox(credentials).fetch,
  });
  if (target.fetch !== undefined) {
    terminal.complain(
      `Nothing listens at ${DEFAULT_URL}: a new sandbox in this process answers, and its state ends with this command. To keep one running: pandapon sandbox.`,
    );
  }
  return target;
}
