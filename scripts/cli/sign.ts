// `pandapon sign`
import { hiding, readCredentials, SECRET } from "../core/credentials.js";
import { Failure } from "../core/problem.js";
import { jsonOption, timestampUnitOption, type Define } from "./command.js";
import { Terminal } from "./terminal.js";

interface SignFlags {
  timestampUnit: "ms" | "s";
  timestamp?: string;
  nonce?: string;
  json?: boolean;
}

const HELP = `
Method and path are not part of the signature: they are only checked. Each run makes headers for one request, for 600 seconds.

  pandapon sign | curl -H @- -H 'content-type: application/json' -d '{"offerId":706627393257}' https://api.pandapon.com/alibaba/product/detail/get

The credentials come from PANDAPON_ACCESS_KEY, PANDAPON_ACCESS_SECRET and PANDAPON_USER_ID. What you type stays in the history of
your shell: set them from a file that only you can read. The output holds the access key.
Exit codes: 0 signed, 2 bad usage.`;

export const define: Define = (program, { io, progress }) => {
  program
    .command("sign")
    .description("print the five signed headers of one request")
    .argument("[method]", "the method of the request")
    .argument("[path]", "the path of the request")
    .addOption(timestampUnitOption())
    .option("--timestamp <digits>", "sign this timestamp, to check a signature by hand (default: now)")
    .option("--nonce <text>", "sign this nonce, to check a signature by hand (default: 32 random characters)")
    .addOption(jsonOption())
    .addHelpText("after", HELP)
    .action(async (method: string | undefined, path: string | undefined, { json, ...flags }: SignFlags) => {
      if (method !== undefined && (path === undefined || !/^(GET|POST|PUT|PATCH|DELETE)$/i.test(method))) {
        throw new Failure(2, "Name the method and the path: `pandapon sign POST /alibaba/order/detail`, or neither.");
      }
      const credentials = readCredentials(io.env);
      const { sign } = await import("../sign/index.js");
      const headers = sign({ credentials, ...flags, ...(path !== undefined && { path }) });
      // The access key is one of the headers.
      const terminal = new Terminal(io, hiding(io.env, [SECRET]));
      if (json) return terminal.sayJson({ ok: true, milliseconds: progress.milliseconds, headers });
      terminal.say(...Object.entries(headers).map(([name, value]) => `${name}: ${value}`));
    });
};
