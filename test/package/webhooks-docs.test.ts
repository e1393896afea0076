// docs/webhooks.md as it is written: its programs compile and run on the packed packages, and its commands exist.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { transform } from "esbuild";
import { expect, test } from "vitest";
import { postgresTable } from "../../dist/src/webhooks/postgres.js";
import { install, link } from "../support/packed.js";
import { pandapon, ROOT, run, temporaryFolder } from "../support/workspace.js";

const PAGE = readFileSync(path.join(ROOT, "docs/webhooks.md"), "utf8");
const blocks = (language: string): string[] =>
  [...PAGE.matchAll(new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "gm"))].map(([, text = ""]) => text);

/** Uses what the programs of the page have declared, and ends them. */
const ENDING = `
const { connect } = await import("node:net");
await new Promise((resolve) => recorder.once("listening", resolve));
const address = recorder.address();
const url = "http://127.0.0.1:" + (typeof address === "object" ? address?.port : "");
const cut = connect(Number(new URL(url).port), "127.0.0.1");
cut.resume().end("POST / HTTP/1.1\\r\\nhost: a\\r\\ncontent-length: 9\\r\\n\\r\\nhalf");
await new Promise((resolve) => cut.on("close", resolve));
const probe = await fetch(url, { method: "POST", body: "" });
const pushed = await fetch(url, { method: "POST", headers: { authorization: "f00d" }, body: "{ raw }\\n" });
const forged = await webhooks(new Request("http://127.0.0.1/", { method: "POST" }));
console.log(probe.status, pushed.status, forged.status);
recorder.close();
recorder.closeAllConnections();
`;

test("the programs compile and run, one after the other", async () => {
  const dir = temporaryFolder();
  install("pandapon-codegen", dir);
  link("@types/node", dir);
  const isStores = (text: string): boolean => text.includes('from "ioredis"');
  const program = blocks("ts")
    .filter((text) => !isStores(text))
    .join("\n");
  for (const name of ["ioredis", "redis", "pg", "@types/pg"]) link(name, dir);
  // Compiled only: test/stores runs them.
  writeFileSync(path.join(dir, "stores.ts"), blocks("ts").filter(isStores).join("\n"));
  expect(program).toContain("listen(3000)");
  const tried = program.replace("listen(3000)", "listen(0)") + ENDING;
  writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
  writeFileSync(path.join(dir, "program.ts"), tried);
  writeFileSync(path.join(dir, "program.mjs"), (await transform(tried, { loader: "ts" })).code);
  const compilerOptions = {
    strict: true,
    module: "nodenext",
    target: "es2022",
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
  };
  writeFileSync(
    path.join(dir, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: ["program.ts", "stores.ts"] }),
  );
  const env = { PANDAPON_ACCESS_KEY: "k".repeat(32), PANDAPON_ACCESS_SECRET: "s".repeat(32) };
  const [compiled, ran] = await Promise.all([
    run(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "."], dir),
    run(process.execPath, ["program.mjs"], dir, env),
  ]);
  expect(compiled).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(ran.stdout.trim().split("\n")).toEqual(["acknowledged [ 'MY_TYPE' ]", "f00d", "200 503 415"]);
  expect(ran.stderr).toMatch(/^content-type /);
  expect(readFileSync(path.join(dir, "push.json"), "utf8")).toBe("{ raw }\n");
});

test("the table of PostgreSQL is the one that the store needs", () => {
  expect(blocks("sql")).toEqual([postgresTable()]);
});

test("each reason of a refusal is explained", () => {
  const source = readFileSync(path.join(ROOT, "src/webhooks/error.ts"), "utf8");
  const reasons = [...source.matchAll(/^ {2}\| "([\w-]+)"/gm)].map(([, reason = ""]) => reason);
  expect(reasons.length).toBeGreaterThan(15);
  const [table = ""] = /^\| `reason`[^]*?\n\n/m.exec(PAGE) ?? [];
  expect([...table.matchAll(/`([\w-]+)`(?=[^|]*\|[^|]*\|[^|]*\|$)/gm)].map(([, reason]) => reason)).toEqual(
    expect.arrayContaining(reasons),
  );
});

test("the commands and their flags are those of the command line", async () => {
  const commands = blocks("sh").flatMap((text) =>
    [...text.matchAll(/^npx pandapon (.*)$/gm)].map(([, one = ""]) => one.split(" ")),
  );
  expect(commands.length).toBeGreaterThan(3);
  for (const words of commands) {
    const name = words.slice(0, words[0] === "webhooks" ? 2 : 1);
    const { code, stdout } = await pandapon([...name, "--help"]);
    expect(code).toBe(0);
    for (const flag of words.filter((word) => word.startsWith("--"))) expect(stdout).toContain(flag);
  }
});
