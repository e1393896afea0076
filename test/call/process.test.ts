// `pandapon call` in a process of its own: Ctrl-C, and a clean pipe.
import { spawn } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { ACCOUNT } from "../support/account.js";
import { ok, serve } from "../support/server.js";
import { ROOT } from "../support/workspace.js";

const BIN = path.join(ROOT, "scripts/bin/pandapon.js");

function started(...args: string[]) {
  const child = spawn(process.execPath, [BIN, "call", ...args], { env: { ...process.env, ...ACCOUNT } });
  const printed = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed.stderr += chunk.toString()));
  const ended = new Promise((resolve) => child.on("close", (code) => resolve({ code, ...printed })));
  return { child, ended };
}

test("reads standard input, and prints nothing but the result", async () => {
  const { url, requests } = await serve(ok({ refundId: "TQ1" }));
  const { child, ended } = started("alibaba.refunds.get", "--input", "-", "--base-url", url);
  child.stdin.end('{"refundId":"TQ1"}');
  expect(await ended).toEqual({ code: 0, stdout: '{\n  "refundId": "TQ1"\n}\n', stderr: "" });
  expect(requests.map(({ body }) => body)).toEqual(['{"refundId":"TQ1"}']);
});

test("Ctrl-C aborts the call, tells that the write may have acted, and ends with 130", async () => {
  let interrupt = (): void => undefined;
  const { url } = await serve(() => interrupt());
  const { child, ended } = started(
    "alibaba.orders.payBatch",
    "--yes",
    "--input",
    '{"orderIds":["1"]}',
    "--base-url",
    url,
  );
  interrupt = () => void child.kill("SIGINT");
  expect(await ended).toMatchObject({
    code: 130,
    stdout: "",
    stderr: expect.stringMatching(/The write may have acted/),
  });
});
