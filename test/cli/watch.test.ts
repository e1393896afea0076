// `pandapon generate --watch`, as a process: what it reacts to, what it says, and how it ends.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { pandapon, ROOT, smallSpec, temporaryFolder } from "../support/workspace.js";

const BIN = path.join(ROOT, "scripts/bin/pandapon.js");
const WAITS = "Watching for changes. Ctrl-C ends it.\n";

/** Starts it in a folder. `next` waits for the end of the next run, and returns what it printed. */
function watching(dir: string): { next: () => Promise<string>; interrupt: () => Promise<number | null> } {
  const child = spawn(process.execPath, [BIN, "generate", "--watch"], { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let wake: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      wake();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  void ended.then(() => wake());
  onTestFinished(() => void child.kill("SIGKILL"));
  return {
    async next() {
      while (!printed.includes(WAITS)) {
        if (child.exitCode !== null) throw new Error(`it ended: ${printed}`);
        await new Promise<void>((resolve) => (wake = resolve));
      }
      const [run = "", ...rest] = printed.split(WAITS);
      printed = rest.join(WAITS);
      return run;
    },
    interrupt() {
      child.kill("SIGINT");
      return ended;
    },
  };
}

const overlay = (text: string): string => `overlay: 1.0.0
info: { title: Our corrections, version: 1.0.0 }
actions:
  - target: $.paths['/alibaba/refund/info'].post
    update: { summary: ${text} }
`;
const config = (overlays: string): string =>
  `import { include } from "./ids.mjs";\nexport default { include, ${overlays}out: "client" };\n`;
const DONE = /\nDone\. \d+\.\d\d s\n$/;

test("a configuration, what it imports and its overlays are inputs; a run that fails does not end it", async () => {
  const dir = temporaryFolder();
  const write = (name: string, text: string): void => writeFileSync(path.join(dir, name), text);
  const client = (name: string): string => readFileSync(path.join(dir, "client", name), "utf8");
  mkdirSync(path.join(dir, "node_modules"));
  symlinkSync(ROOT, path.join(dir, "node_modules/pandapon-openapi"), "junction");
  write("pandapon.config.mjs", config(""));
  write("ids.mjs", 'export const include = ["alibaba.refunds.get"];');
  const { next, interrupt } = watching(dir);
  expect(await next()).toMatch(/^written {2}client\/index\.ts\n/);

  write("ids.mjs", 'export const include = ["alibaba.refunds.*"];');
  expect(await next()).toMatch(/^changed {2}ids\.mjs\nwritten {2}client\/index\.ts\n/);
  expect(client("index.ts")).toContain('"alibaba.refunds.create"');

  // Its own results are not inputs, so only the configuration is the cause.
  write("client/index.ts", client("index.ts").replaceAll("alibaba.refunds.create", "edited"));
  write("own.yaml", overlay("First"));
  write("pandapon.config.mjs", config('overlays: ["own.yaml"], '));
  const corrected = await next();
  expect(corrected).toMatch(/^changed {2}pandapon\.config\.mjs\nwritten {2}client\/index\.ts\n/);
  expect(corrected).toMatch(DONE);
  expect(client("methods.ts")).toContain("First");
  expect(client("index.ts")).toContain('"alibaba.refunds.create"');

  rmSync(path.join(dir, "own.yaml"));
  expect(await next()).toMatch(/^changed {2}own\.yaml\n.*own\.yaml \(ENOENT\)/);
  write("pandapon.config.mjs", "broken(");
  expect(await next()).toMatch(/^changed {2}pandapon\.config\.mjs\npandapon\.config\.mjs does not load: /);
  // While the configuration does not load, what the last good one named is still watched.
  write("own.yaml", overlay("Second"));
  expect(await next()).toMatch(/^changed {2}own\.yaml\npandapon\.config\.mjs does not load: /);
  write("pandapon.config.mjs", config('overlays: ["own.yaml"], '));
  expect(await next()).toMatch(DONE);
  expect(client("methods.ts")).toContain("Second");

  expect(await interrupt()).toBe(130);
});

test("without a configuration it watches the contract in spec/, new files included", async () => {
  const spec = smallSpec();
  const dir = path.dirname(spec);
  const { next, interrupt } = watching(dir);
  expect(await next()).toMatch(/^written {2}generated\/openapi\.yaml\n/);
  writeFileSync(path.join(spec, "components/schemas/New.yaml"), "type: string\n");
  expect(await next()).toMatch(/^changed {2}spec\/components\/schemas\n/);
  expect(await interrupt()).toBe(130);
});

test.each(["--check", "--json"])("--watch does not go with %s", async (flag) => {
  const { code, stdout, stderr } = await pandapon(["generate", "--watch", flag], temporaryFolder());
  expect(stdout + stderr).toContain(`option '--watch' cannot be used with option '${flag}'`);
  expect(code).toBe(2);
});
