// The build step as a user has it: the packed packages in a foreign folder, and docs/build-step.md as it is written.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { operations, webhooks } from "../support/bundle.js";
import { bundled, gzipped } from "../support/bundled.js";
import { credentials } from "../support/calls.js";
import { install, link } from "../support/packed.js";
import { json, serve, type Handler } from "../support/server.js";
import { inProcess, ROOT, run, type Ran } from "../support/workspace.js";

const PAGE = readFileSync(path.join(ROOT, "docs/build-step.md"), "utf8");
/** The files that the page shows. The first line of each is its path. */
const FILES = new Map(
  [...PAGE.matchAll(/^```(?:ts|yaml)\n((?:\/\/|#) (\S+)\n[\s\S]*?)^```/gm)].map(([, text = "", name = ""]) => [
    name,
    text,
  ]),
);
/** The commands that the page shows, without `npx`. */
const COMMANDS = [...PAGE.matchAll(/^npx pandapon (.*)$/gm)].map(([, command = ""]) => command);

/** A project with both packages and the files of the page. It lasts for all tests of this file. */
let dir: string;
let pandapon: (...args: string[]) => Promise<Ran>;
const at = (name: string): string => path.join(dir, name);
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
};
const client = (folder = "src/pandapon"): Record<string, string> =>
  Object.fromEntries(readdirSync(at(folder)).map((name) => [name, readFileSync(path.join(at(folder), name), "utf8")]));

beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), "pandapon-project-"));
  const root = install("pandapon-codegen", dir);
  link("@types/node", dir);
  // The packed file has the same exports as the one that it was packed from.
  const main = (await import(
    pathToFileURL(path.join(root, "dist/cli/main.js")).href
  )) as typeof import("../../scripts/dist/cli/main.js");
  pandapon = (...args) => inProcess(main.run, args, dir);
  write("package.json", '{ "type": "module" }');
  write(
    "tsconfig.json",
    '{ "compilerOptions": { "strict": true, "skipDefaultLibCheck": true, "module": "nodenext", "noEmit": true, "types": ["node"] }, "include": ["src"] }',
  );
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** The arguments of a command of the page. */
function argumentsOf(command: string): string[] {
  expect(COMMANDS).toContain(command);
  return command.split(" ").map((word) => word.replaceAll("'", ""));
}
const shown = (command: string): Promise<Ran> => pandapon(...argumentsOf(command));
/** A command of the page, as its own process. */
const spawned = (command: string): Promise<Ran> =>
  run(process.execPath, [at("node_modules/pandapon-codegen/bin/pandapon.js"), ...argumentsOf(command)], dir);

test("the page: init, one overlay and generate give a client", async () => {
  const initialised = await shown("init --include 'alibaba.refunds.*' --style methods --out src/pandapon");
  expect(initialised).toMatchObject({ code: 0, stderr: "" });
  // The page shows the same file, with an overlay.
  const onPage = (FILES.get("pandapon.config.ts") ?? "").replace(/^.*\n/, "");
  const written = readFileSync(at("pandapon.config.ts"), "utf8").replace(/^.*\n/, "");
  expect(onPage.replace(/^ {2}overlays: .*\n/m, "")).toBe(written);
  for (const [name, text] of FILES) write(name, text);
  expect(await spawned("generate")).toMatchObject({ code: 0, stderr: "" });
  expect(Object.keys(client())).toEqual(["index.ts", "methods.ts", "schema.ts"]);
  expect((await shown("operations 'alibaba.refunds.*'")).stdout.trim().split("\n")).toHaveLength(3);
  expect((await shown("operations --search logistics")).stdout).toContain("taobao.refunds.submitLogistics");
});

const CREATED = "TQ310200485816880794";
const [ORDER, ENTRY, DISPUTE] = ["2542285634920880794", "2542285634921880794", "9007199254740993123"];
const answer = (data: string): Handler => json(`{"code":200,"requestId":"r-1","msg":"success","data":${data}}`);

test("the program of the page sends and receives every digit, and tells a failing code", async () => {
  const server = await serve(
    answer(`{"refundId":"${CREATED}"}`),
    answer(`{"orderId":${ORDER},"disputeId":${DISPUTE}}`),
    json({ code: 500, requestId: "r-2", msg: "the order is closed", data: null }),
  );
  write("program.mjs", await bundled('import "./src/refund.ts";', dir));
  write(
    "redirect.mjs",
    `const { fetch } = globalThis;
     globalThis.fetch = (url, init) => fetch(String(url).replace("https://api.pandapon.com", ${JSON.stringify(server.url)}), init);`,
  );
  const { accessKey, accessSecret, userId } = credentials;
  const program = (): Promise<Ran> =>
    run(process.execPath, ["--import", "./redirect.mjs", "program.mjs"], dir, {
      PANDAPON_ACCESS_KEY: accessKey,
      PANDAPON_ACCESS_SECRET: accessSecret,
      PANDAPON_USER_ID: userId,
    });
  expect(await program()).toEqual({ code: 0, stderr: "", stdout: `${CREATED} ${ORDER} ${DISPUTE}\n` });
  const [created, read] = server.requests;
  expect(created?.url).toBe("/alibaba/refund/detail/create");
  expect(created?.body).toContain(`"orderId":${ORDER},"orderEntryIds":[${ENTRY}]`);
  expect(created?.headers).toMatchObject({
    "user-id": userId,
    signature: expect.stringMatching(/^[0-9A-F]{32}$/) as string,
  });
  expect(read).toMatchObject({ url: "/alibaba/refund/info", body: `{"refundId":"${CREATED}"}` });

  const failed = await program();
  expect(failed).toMatchObject({ code: 1, stdout: "" });
  expect(failed.stderr).toMatch(/^api 500 .*the order is closed/);
  expect(server.requests).toHaveLength(3);
});

test("a bundle holds these operations and no others, and is smaller than the main entry's", async () => {
  const own = await bundled('export { createPandaPon } from "./src/pandapon/index.ts";', dir);
  const others = operations.filter(({ id }) => !id.startsWith("alibaba.refunds."));
  const names = [...others, ...webhooks].flatMap(({ id, path: key }) => [id, key]);
  expect(names.filter((name) => own.includes(name))).toEqual([]);
  for (const { id } of operations.filter((one) => !others.includes(one))) expect(own).toContain(id);

  const [ownSize, mainSize] = [
    gzipped(own),
    gzipped(await bundled('export { createPandaPon } from "pandapon-openapi";', dir)),
  ];
  expect(ownSize).toBeLessThanOrEqual(8_000);
  expect(mainSize - ownSize).toBeGreaterThanOrEqual(1_100);
});

test("the program compiles, and the correction has its type", async () => {
  const wrong =
    'import type { Result } from "./pandapon/index.js";\nexport const id: Result<"alibaba.refunds.get">["disputeId"] = 7;\n';
  write("src/wrong.ts", wrong);
  const { stdout } = await run(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc"), "-p", "."], dir);
  rmSync(at("src/wrong.ts"));
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(/^src\/wrong\.ts\(2,14\): error TS2322: Type 'number' is not assignable to type 'string/),
    "",
  ]);
});

test("the same project regenerates to no diff, and --check tells an edit", async () => {
  const before = client();
  const again = await pandapon("generate", "--force", "--json");
  expect(JSON.parse(again.stdout)).toMatchObject({ ok: true, written: [], removed: [] });
  expect(client()).toEqual(before);
  expect(await shown("generate --check")).toMatchObject({ code: 0, stderr: "" });

  write("src/pandapon/index.ts", before["index.ts"]?.replace('"read"', '"write"') ?? "");
  const edited = await pandapon("generate", "--check");
  expect(edited).toMatchObject({ code: 1, stderr: "" });
  expect(edited.stdout).toMatch(/^differs {2}src\/pandapon\/index\.ts\n1 file out of date\. Run `.*pandapon generate`/);
});

test("style paths: calls by path; style types: no code", async () => {
  const config = (style: string): string => JSON.stringify({ include: ["alibaba.refunds.get"], out: style, style });
  for (const style of ["paths", "types"]) {
    write(`${style}.json`, config(style));
    expect(await pandapon("generate", "--config", `${style}.json`)).toMatchObject({ code: 0, stderr: "" });
  }
  expect(await bundled('export * from "./types/index.ts";', dir)).toBe("");

  const server = await serve(answer(`{"orderId":${ORDER}}`));
  write("paths.mjs", await bundled('export { createClient } from "./paths/index.ts";', dir));
  const { createClient } = (await import(
    pathToFileURL(at("paths.mjs")).href
  )) as typeof import("../../dist/src/index.js");
  const called = await createClient({ ...credentials, baseUrl: server.url }).POST("/alibaba/refund/info", {
    body: { refundId: CREATED },
  });
  expect(called.data?.data).toEqual({ orderId: ORDER });
});
