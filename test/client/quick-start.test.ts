// README's quick start and its write run unchanged on the packed package. Only the host differs.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import { operations, responseExample } from "../support/bundle.js";
import { installed } from "../support/packed.js";
import { ROOT, run, temporaryFolder } from "../support/workspace.js";

/** Redirects requests for the API to the server of this test. */
const REDIRECT = `
const fetch = globalThis.fetch;
globalThis.fetch = (url, init) => fetch(url.replace("https://api.pandapon.com", process.env.TEST_SERVER), init);
`;

test("the quick start of README runs", async () => {
  const dir = temporaryFolder();
  await installed(dir);
  const readme = readFileSync(path.join(ROOT, "README.md"), "utf8");
  const [, quickStart = ""] = /^## Quick start$([\s\S]*?)^### Results/m.exec(readme) ?? [];
  const programs = [...quickStart.matchAll(/^```ts\n([\s\S]*?)^```/gm)];
  writeFileSync(path.join(dir, "redirect.mjs"), REDIRECT);

  const received: { url: string; headers: object; body: string }[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const { url = "", headers, method } = request;
      received.push({ url, headers, body });
      const id = operations.find((one) => one.path === url && one.method === method)?.id ?? "";
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(responseExample(id)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens on a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  const printed: string[] = [];
  for (const [, program = ""] of programs) {
    writeFileSync(path.join(dir, "program.mjs"), (await transform(program, { loader: "ts" })).code);
    const { stdout, stderr, code } = await run(process.execPath, ["--import", "./redirect.mjs", "program.mjs"], dir, {
      TEST_SERVER: `http://127.0.0.1:${port}`,
      PANDAPON_ACCESS_KEY: "0123456789abcdef0123456789abcdef",
      PANDAPON_ACCESS_SECRET: "fedcba9876543210fedcba9876543210",
      PANDAPON_USER_ID: "2100007341207",
    });
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    printed.push(...stdout.trim().split("\n"));
  }
  server.close();

  expect(printed).toEqual(["男士休闲皮鞋", "男士商务皮鞋", expect.stringMatching(/^TQ\d+$/)]);
  expect(received.map(({ url }) => url)).toEqual(["/alibaba/product/keywords/query", "/alibaba/refund/detail/create"]);
  expect(received[1]?.headers).toMatchObject({
    "user-id": "2100007341207",
    signature: expect.stringMatching(/^[0-9A-F]{32}$/) as unknown,
  });
  expect(received[1]?.body).toContain('"orderId":2542285634920880794,"orderEntryIds":[2542285634921880794]');
});
