// `pandapon webhooks trigger` and `pandapon webhooks verify`
import { Option } from "commander";
import { readJsonObject, type JsonFlag } from "../core/json-input.js";
import { readBytes } from "../core/spec-folder.js";
import type { PushCheck, Triggered } from "../webhooks/index.js";
import { jsonOption, type Define } from "./command.js";
import type { Terminal } from "./terminal.js";

interface TriggerFlags {
  data: string;
  forward: string;
  base: "accessKey+body" | "body";
  body: "object" | "text";
  platform?: "taobao" | "1688";
  timestamp?: string;
  sandbox?: boolean;
  json?: boolean;
}

interface VerifyFlags {
  push: string;
  authorization: string;
  sandbox?: boolean;
  json?: boolean;
}

const DATA: JsonFlag = { name: "data", holds: 'to send as messageBody, such as {"orderId": 2542285634920880794}' };

const CREDENTIALS = `
The access key and secret come from PANDAPON_ACCESS_KEY and
PANDAPON_ACCESS_SECRET. With --sandbox and without those variables, they are
those that \`pandapon sandbox\` makes up.`;

const TRIGGER_HELP = `
  pandapon webhooks trigger MY_TYPE --data '{"orderId": 2542285634920880794}' --forward http://127.0.0.1:3000/webhooks

It is sent once, with a time limit of 1000 ms as PandaPon has it. Nothing is
sent to PandaPon.
${CREDENTIALS}
Exit codes: 0 HTTP 200 within 1000 ms, 1 any other answer or none, 2 bad usage:
nothing was sent.`;

const VERIFY_HELP = `
  pandapon webhooks verify --push push.json --authorization 5f2c…

PandaPon's pages do not show what is signed. One real push tells it:
docs/webhooks.md of https://github.com/pandapon-openapi/pandapon-openapi says
how to record one. Nothing is sent.
${CREDENTIALS}
Exit codes: 0 the file is what was signed, and the header is its signature,
1 it is not, 2 bad usage.`;

const sandboxOption = (): Option =>
  new Option("--sandbox", "use the sandbox's made-up credentials, unless the environment has some");

export const define: Define = (program, { io, terminal, progress, exit }) => {
  const group = program
    .command("webhooks")
    .description("send signed messages to your own program, and check real ones");
  group
    .command("trigger")
    .description("sign one message as PandaPon does, and send it to your program")
    .argument("<type>", "the messageType, such as 1688_ORDER_BUYER_VIEW_ORDER_PRICE_MODIFY")
    .requiredOption("--forward <url>", "where it is sent, http or https")
    .option("--data <json>", "the messageBody as a JSON object, @file, or - for standard input", "{}")
    .addOption(
      new Option("--base <base>", "what is signed").choices(["accessKey+body", "body"]).default("accessKey+body"),
    )
    .addOption(new Option("--body <form>", "how messageBody is sent").choices(["object", "text"]).default("object"))
    .addOption(
      new Option("--platform <name>", "the messagePlatform (default: by the type)").choices(["taobao", "1688"]),
    )
    .option("--timestamp <digits>", "10 for seconds, 13 for milliseconds (default: now)")
    .addOption(sandboxOption())
    .addOption(jsonOption())
    .addHelpText("after", TRIGGER_HELP)
    .action(async (messageType: string, { data, forward, body, sandbox = false, json, ...flags }: TriggerFlags) => {
      const tools = await import("../webhooks/index.js");
      const credentials = tools.pushCredentials(io.env, sandbox);
      const messageBody = await readJsonObject(DATA, data, io.stdin);
      const controller = new AbortController();
      const ended = io.onInterrupt?.(() => controller.abort());
      const { signal } = controller;
      const settings = { ...flags, messageType, messageBody, url: forward, form: body, credentials, signal };
      const result = await tools.trigger(settings).finally(ended);
      const ok = result.next === undefined;
      if (!ok) exit(1);
      if (json) return terminal.sayJson({ ok, milliseconds: progress.milliseconds, ...result });
      sayTriggered(result, terminal);
      if (result.note !== undefined) terminal.complain(`Note: ${result.note}`);
    });

  group
    .command("verify")
    .description("check the signature of a message that was recorded")
    .requiredOption("--push <file>", "the body of the message, byte for byte")
    .requiredOption("--authorization <value>", "the header Authorization that came with it")
    .addOption(sandboxOption())
    .addOption(jsonOption())
    .addHelpText("after", VERIFY_HELP)
    .action(async ({ push, authorization, sandbox = false, json }: VerifyFlags) => {
      const tools = await import("../webhooks/index.js");
      const credentials = tools.pushCredentials(io.env, sandbox);
      const result = await tools.verifyPush(readBytes(push), authorization, credentials);
      const ok = result.next.length === 0;
      if (!ok) exit(1);
      if (json) return terminal.sayJson({ ok, milliseconds: progress.milliseconds, ...result });
      sayCheck(result, tools.baseText, terminal);
    });
};

function sayTriggered({ request, origin, answer, then, next }: Triggered, terminal: Terminal): void {
  const { method, headers, body } = request;
  terminal.say(`${method} ${origin}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), "");
  terminal.sayText(body);
  const result =
    answer.reason === undefined ? terminal.good("HTTP 200") : `${terminal.bad("not acknowledged")}: ${answer.reason}`;
  terminal.say("", `${result} ${terminal.faint(`(${answer.tookMs} ms; PandaPon waits 1000 ms)`)}`, then);
  if (next !== undefined) terminal.say(`    ${terminal.faint("next:")} ${next}`);
}

function sayCheck(
  check: PushCheck,
  textOf: (base: NonNullable<PushCheck["base"]>) => string,
  terminal: Terminal,
): void {
  const { base, change, hex, bytes, next } = check;
  if (base === undefined) {
    terminal.say(`${terminal.bad("No base fits:")} neither the access key followed by the body, nor the body alone.`);
  } else if (change !== undefined) {
    terminal.say(`${terminal.bad("The file is not what was signed:")} it ${change}. Once that is undone, it fits.`);
  }
  if (base !== undefined) terminal.say(`What was signed: ${textOf(base)}. Option \`base\`: "${base}".`);
  terminal.say(terminal.faint(`${bytes} bytes${hex === undefined ? "" : `, signature in ${hex}`}`));
  for (const one of next) terminal.say(`    ${terminal.faint("next:")} ${one}`);
}
