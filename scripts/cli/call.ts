// `pandapon call`
import { Option } from "commander";
import { stringify } from "lossless-json";
import { readCredentials, shownKey } from "../core/credentials.js";
import { readJsonObject, type JsonFlag } from "../core/json-input.js";
import { Failure } from "../core/problem.js";
import type { CallFailure, CallSettings, SignedRequest } from "../call/index.js";
import {
  baseUrlOption,
  jsonOption,
  sandboxOption,
  timeoutOption,
  timestampUnitOption,
  type Define,
} from "./command.js";
import { sandboxFor } from "./find-sandbox.js";
import type { Terminal } from "./terminal.js";

interface CallFlags {
  input: string;
  yes?: boolean;
  dryRun?: boolean;
  timestampUnit: "ms" | "s";
  baseUrl: string;
  sandbox?: string | true;
  timeout: number;
  json?: boolean;
}

const INPUT: JsonFlag = {
  name: "input",
  holds: 'of the operation\'s inputs, such as {"offerId": 706627393257}',
};

const HELP = `
  pandapon call alibaba.products.get --input '{"offerId": 706627393257}'
  pandapon call alibaba.orders.cancel --input @cancel.json --dry-run
  pandapon call alibaba.orders.cancel --input @cancel.json --sandbox

The credentials come from PANDAPON_ACCESS_KEY, PANDAPON_ACCESS_SECRET and
PANDAPON_USER_ID. What you type stays in the history of your shell: for data of
people use @file or standard input. PandaPon has production only: a write acts
on a real account. With --sandbox, nothing is sent to PandaPon, writes need no
--yes, and without those variables the credentials are made up.
Exit codes: 0 called, 1 the call failed, 2 bad usage or wrong input: nothing
was sent.`;

export const define: Define = (program, { io, terminal, progress, exit }) => {
  program
    .command("call")
    .description("call one operation, signed, and print its result as JSON")
    .argument("<operation>", "the operationId, such as alibaba.products.get")
    .option("--input <json>", "the inputs as a JSON object, @file, or - for standard input", "{}")
    .option("--yes", "send a write; without it only reads are sent")
    .addOption(new Option("--dry-run", "print the signed request and send nothing").conflicts("yes"))
    .addOption(timestampUnitOption())
    .addOption(baseUrlOption())
    .addOption(sandboxOption())
    .addOption(timeoutOption())
    .addOption(jsonOption())
    .addHelpText("after", HELP)
    .action(async (operation: string, { input: source, yes, dryRun, timeout, json, sandbox, ...flags }: CallFlags) => {
      const tools = await import("../call/index.js");
      const target = tools.callable(operation);
      const credentials = sandbox === undefined ? readCredentials(io.env) : undefined;
      const input = await readJsonObject(INPUT, source, io.stdin);
      const to = credentials ? { credentials } : await sandboxFor(sandbox ?? true, io, terminal);
      const controller = new AbortController();
      const settings: CallSettings = { ...flags, ...to, timeoutMs: timeout * 1000, signal: controller.signal };
      try {
        if (dryRun || (target.info.effect === "write" && !yes && sandbox === undefined)) {
          const request = await tools.signedRequest(target, input, settings);
          if (!dryRun) throw unconfirmed(operation, request);
          return sayRequest(request, terminal, progress.milliseconds, json);
        }
        progress.step(`calling ${operation}`);
        const ended = io.onInterrupt?.(() => controller.abort());
        const { data, ...result } = await tools.call(target, input, settings).finally(ended);
        progress.end();
        const { milliseconds } = progress;
        const printed = json ? { ok: true, milliseconds, operation, ...result, data } : data;
        terminal.sayText(stringify(printed, undefined, 2) ?? "null");
      } catch (error) {
        if (!(error instanceof tools.PandaPonError)) throw error;
        progress.end();
        exit(error.kind === "input" ? 2 : 1);
        const failure = tools.failureOf(error, target.info, terminal.hide, sandbox !== undefined);
        if (json) return terminal.sayJson({ ok: false, milliseconds: progress.milliseconds, operation, ...failure });
        complain(failure, terminal);
      }
    });
};

const unconfirmed = (operation: string, { method, url, body }: SignedRequest): Failure =>
  new Failure(
    2,
    `${operation} is a write. It would send ${method} ${url}${body === undefined ? "" : ` with the body ${body}`}. Nothing was sent. Add --yes to send it, or --dry-run to see the signed request.`,
  );

function sayRequest(request: SignedRequest, terminal: Terminal, milliseconds: number, json: boolean | undefined): void {
  const { method, url, body } = request;
  const headers = { ...request.headers, "access-key": shownKey(request.headers["access-key"] ?? "") };
  if (json) return terminal.sayJson({ ok: true, milliseconds, sent: false, ...request, headers });
  terminal.say(`${method} ${url}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`));
  if (body !== undefined) terminal.say("", body);
  terminal.complain(
    "Nothing was sent. The access key is masked. The signature expires 600 seconds after its timestamp.",
  );
}

function complain({ message, next, ...facts }: CallFailure, terminal: Terminal): void {
  terminal.complain(message);
  for (const [name, value] of Object.entries(facts)) terminal.complain(`    ${name.padEnd(9)}  ${value}`);
  terminal.complain(`    ${terminal.faint("next:")} ${next}`);
}
