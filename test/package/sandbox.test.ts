// The sandbox as a user has it: the packed packages in a foreign folder, its types, and the command.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { transform } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPandaPon } from "../../dist/src/index.js";
import { SANDBOX_CREDENTIALS } from "../../scripts/dist/sandbox/index.js";
import { install, link } from "../support/packed.js";
import { ROOT, run } from "../support/workspace.js";

let dir: string;
let bin: string;
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), "pandapon-sandbox-"));
  bin = path.join(install("pandapon-codegen", dir), "bin/pandapon.js");
  link("@types/node", dir);
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const PROGRAM = `
  import { createPandaPon, PandaPonError } from "pandapon-openapi";
  import { createSandbox, type Sandbox, type SandboxOptions, type State } from "pandapon-codegen/sandbox";
  const options: SandboxOptions = { userId: "2100007341207", now: () => 1733474179000 };
  const sandbox: Sandbox = createSandbox(options);
  const pandapon = createPandaPon({ ...sandbox.credentials, fetch: sandbox.fetch, now: () => 1733474179000 });
  const product = await pandapon.taobao.products.get({ itemId: "672991141190" });
  const wrong = createPandaPon({ ...sandbox.credentials, accessSecret: "another", fetch: sandbox.fetch, now: options.now });
  const refused = await wrong.taobao.products.get({ itemId: "672991141190" }).catch((error: unknown) => error);
  const state: State = sandbox.state.read();
  const back: () => void = sandbox.fail({ kind: "status-500", operation: "taobao.*", times: 1 });
  back();
  const { url, close } = await sandbox.listen();
  const served = await (await fetch(url + "/sandbox")).text();
  await close();
  console.log(JSON.stringify({
    itemId: product.itemId, refused: refused instanceof PandaPonError && refused.kind, served: served.includes("2100007341207"),
    version: state.version, log: sandbox.log.length > 0,
  }));
`;

test("a program imports it, and calls it in its own process and by HTTP", async () => {
  writeFileSync(path.join(dir, "program.mjs"), (await transform(PROGRAM, { loader: "ts" })).code);
  const { stdout, stderr } = await run(process.execPath, ["program.mjs"], dir);
  expect(stderr).toBe("");
  const expected = { itemId: "672991141190", refused: "api", served: true, version: 1, log: true };
  expect(JSON.parse(stdout)).toEqual(expected);
});

test("the program compiles in the strictest settings, declarations of the package included", async () => {
  writeFileSync(path.join(dir, "program.ts"), PROGRAM);
  writeFileSync(
    path.join(dir, "wrong.ts"),
    'import "./program.js";\nimport { createSandbox } from "pandapon-codegen/sandbox";\ncreateSandbox({ seed: "1" });\n',
  );
  const strict = {
    strict: true,
    skipDefaultLibCheck: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
  };
  const compilerOptions = { ...strict, module: "nodenext", target: "es2022", noEmit: true, types: ["node"] };
  writeFileSync(path.join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["wrong.ts"] }));
  const { stdout } = await run(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "."], dir);
  expect(stdout.trim().split("\n")).toEqual([expect.stringMatching(/^wrong\.ts\(3,17\): error TS2322/)]);
});

test("the command starts it, answers a client, and ends when it is told to", async () => {
  const child = spawn(process.execPath, [bin, "sandbox", "--port", "0"], {
    cwd: dir,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const closed = new Promise((resolve) => child.on("close", resolve));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      const look = (chunk: Buffer): void => {
        printed += chunk.toString();
        const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on("data", look);
      child.stderr.on("data", look);
      void closed.then((code) => reject(new Error(`it ended with ${String(code)}: ${printed}`)));
    });
    const pandapon = createPandaPon({ ...SANDBOX_CREDENTIALS, baseUrl: url });
    const { itemId } = await pandapon.taobao.products.get({ itemId: "672991141190" });
    expect(itemId).toBe("672991141190");
  } finally {
    child.kill("SIGINT");
  }
  expect(await closed).toBe(130);
});
