// `pandapon sandbox`
import { InvalidArgumentError, Option, type Command } from "commander";
import { hiding, SECRET } from "../core/credentials.js";
import { shownPath } from "../core/spec-folder.js";
import { Failure } from "../core/problem.js";
import { count } from "../core/text.js";
import type { PushOptions } from "../sandbox/index.js";
import { portOf, secondsOf, type Define } from "./command.js";
import { showDemo } from "./sandbox-demo.js";
import { credentialLines, pushText, requestText, shown } from "./sandbox-text.js";
import { Terminal } from "./terminal.js";

interface SandboxFlags {
  port: number;
  host: string;
  accessKey?: string;
  accessSecret?: string;
  userId?: string;
  lenient?: boolean;
  seed: number;
  state?: string;
  forward?: string;
  pushBase: "accessKey+body" | "body";
  pushBody: "object" | "text";
  pushRetry: "same" | "new-timestamp";
  pushRetryAfter?: number;
  demo?: boolean;
  json?: boolean;
}

const HELP = `
  pandapon sandbox --demo                          one order and its refund
  pandapon sandbox --state sandbox.json            keeps the state over restarts
  pandapon call alibaba.products.search --sandbox  calls it, in another terminal

Without flags, the credentials come from PANDAPON_ACCESS_KEY,
PANDAPON_ACCESS_SECRET and PANDAPON_USER_ID, or are made up and printed.
Nothing is sent to PandaPon. Ctrl-C ends it.
What it checks, knows and pushes, and how to make calls fail: docs/sandbox.md of
https://github.com/pandapon-openapi/pandapon-openapi
Exit codes: 0 done, 1 the demo failed, 2 bad usage or it cannot start,
130 ended by Ctrl-C.`;

export const define: Define = (program, { io, terminal: plain, progress, exit }) => {
  program
    .command("sandbox")
    .description("run a sandbox on this machine that answers as PandaPon does")
    .addOption(new Option("--port <port>", "where it listens; 0 takes any free one").default(4010).argParser(portOf))
    .option("--host <address>", "the address it listens on; others can reach it if that is not loopback", "127.0.0.1")
    .option("--access-key <key>", "the key that calls are signed with")
    .option("--access-secret <secret>", "the secret that calls are signed with; it stays in the history of your shell")
    .option("--user-id <id>", "the user that the test door acts for by default")
    .option("--lenient", "accept requests that do not fit the contract")
    .addOption(new Option("--seed <number>", "makes other ids, from 0 to 999").default(0).argParser(seedOf))
    .option("--state <file>", "keep the state in this file over restarts")
    .option("--forward <url>", "push messages to this URL, signed")
    .addOption(
      new Option("--push-base <base>", "what is signed of a push")
        .choices(["accessKey+body", "body"])
        .default("accessKey+body"),
    )
    .addOption(
      new Option("--push-body <form>", "how messageBody is sent").choices(["object", "text"]).default("object"),
    )
    .addOption(
      new Option("--push-retry <what>", "what a retry of a push sends")
        .choices(["same", "new-timestamp"])
        .default("same"),
    )
    .addOption(
      new Option("--push-retry-after <seconds>", "the time between two tries of a push (default: 1800)").argParser(
        secondsOf,
      ),
    )
    .addOption(
      new Option("--demo", "run one order and its refund, show each step, and end").conflicts([
        ...["port", "host", "accessKey", "accessSecret", "userId", "lenient", "state", "forward"],
      ]),
    )
    .option("--json", "print lines of JSON: one per event")
    .addHelpText("after", HELP)
    .action(async (flags: SandboxFlags, defined: Command) => {
      const { accessKey, accessSecret, userId, lenient = false, seed, json = false } = flags;
      const idle = flags.forward === undefined ? PUSH_FLAGS.find((name) => isGiven(defined, name)) : undefined;
      if (idle !== undefined) throw new Failure(2, `${idle} says how to push: name the receiver with --forward URL.`);
      const terminal = new Terminal(io, hidingFlags(accessSecret, plain.hide));
      const [{ createSandbox, SANDBOX_CREDENTIALS }, command] = await Promise.all([
        import("../sandbox/index.js"),
        import("../sandbox/command/index.js"),
      ]);
      if (flags.demo) {
        const isDone = await showDemo(
          { sandbox: createSandbox({ seed }), runDemo: command.runDemo },
          terminal,
          progress,
          json,
        );
        return exit(isDone ? 0 : 1);
      }
      const given = {
        ...(accessKey !== undefined && { accessKey }),
        ...(accessSecret !== undefined && { accessSecret }),
        ...(userId !== undefined && { userId }),
      };
      const chosen = command.chooseCredentials(given, io.env, SANDBOX_CREDENTIALS);
      const before = flags.state === undefined ? undefined : command.readStateFile(flags.state);
      const push = pushOf(flags);
      if (push.url !== undefined) {
        push.fetch = command.reportingPushes((line) =>
          terminal.say(json ? JSON.stringify({ event: "push", ...line }) : pushText(line, terminal)),
        );
      }
      const sandbox = createSandbox({ ...chosen.credentials, seed, lenient, push });
      if (before !== undefined) sandbox.state.write(before);

      let file: InstanceType<typeof command.StateFile> | undefined;
      let requests = 0;
      const answer = command.reporting(sandbox, (line) => {
        requests += 1;
        if (json) terminal.say(JSON.stringify({ event: "request", ...line }));
        else terminal.say(requestText(line, terminal));
        file?.saveSoon((error) => terminal.complain(reasonOf(error)));
      });
      const server = await command.listen(answer, flags.port, flags.host);
      try {
        // After listening: a second sandbox of the same port must not touch the file of the first.
        if (flags.state !== undefined) file = new command.StateFile(flags.state, sandbox.state.read);
        const { url, port } = server;
        const shownState = flags.state === undefined ? undefined : shownPath(flags.state);
        if (json)
          terminal.say(
            JSON.stringify({ event: "start", url, port, ...shown(chosen), ...(shownState && { state: shownState }) }),
          );
        else {
          terminal.say(`${terminal.good("listening")}     ${url}`, ...credentialLines(chosen, terminal));
          if (shownState !== undefined) {
            terminal.say(`state         ${shownState}${before === undefined ? " (new)" : ""}`);
          }
          // The URL may hold a token.
          if (flags.forward !== undefined) terminal.say(`pushes go to  ${new URL(flags.forward).origin}`);
          const curl = await command.sampleCurl(chosen, url);
          terminal.say("", "Try it in another terminal; the signature is valid for 600 seconds:", "", ...curl);
          terminal.say(
            "",
            "Or: npx pandapon call alibaba.products.search --sandbox" + (port === 4010 ? "" : ` ${url}`),
          );
          terminal.say("Ctrl-C ends it. Requests:", "");
        }
        if (!server.isLocal) {
          terminal.complain(
            `Warning: others on the network can reach ${flags.host}. Calls need a signature, but the test door /sandbox/* needs none.`,
          );
        }
        await new Promise<void>((resolve) => io.onInterrupt?.(resolve));
      } finally {
        await server.close();
        sandbox.close();
        file?.save();
      }
      const saved = flags.state === undefined ? "" : ` The state is in ${shownPath(flags.state)}.`;
      if (json) terminal.say(JSON.stringify({ event: "end", requests }));
      else terminal.say("", `Stopped after ${count(requests, "request")}.${saved}`);
    });
};

const PUSH_FLAGS = ["--push-base", "--push-body", "--push-retry", "--push-retry-after"];

const isGiven = (command: Command, flag: string): boolean => {
  const option = command.options.find(({ long }) => long === flag);
  return option !== undefined && command.getOptionValueSource(option.attributeName()) === "cli";
};

/** Without `--forward`, messages are only recorded. */
const pushOf = ({ forward, pushBase, pushBody, pushRetry, pushRetryAfter }: SandboxFlags): PushOptions => ({
  ...(forward !== undefined && { url: forward }),
  base: pushBase,
  messageBody: pushBody,
  retry: pushRetry,
  ...(pushRetryAfter !== undefined && { retryAfterMs: Math.max(1, Math.round(pushRetryAfter * 1000)) }),
});

/** A secret of a flag is hidden as one of the environment is. */
function hidingFlags(secret: string | undefined, hide: (text: string) => string): (text: string) => string {
  if (secret === undefined) return hide;
  const hideFlag = hiding({ [SECRET]: secret }, [SECRET]);
  return (text) => hide(hideFlag(text));
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function seedOf(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 0 to 999.");
  return Number(text);
}
