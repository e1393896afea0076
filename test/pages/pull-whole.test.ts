// If a pull ends in the middle, each page is the old one or the new one, and the next pull does the rest.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lint } from "../../scripts/dist/lint/index.js";
import { diff } from "../../scripts/dist/pages/diff/index.js";
import { pull } from "../../scripts/dist/pages/pull/index.js";
import { type Handler } from "../support/server.js";
import { markdown, page, startSite, type Site } from "../support/pages/site.js";
import { ROOT, smallSpec, temporaryFolder } from "../support/workspace.js";

/** Several processes, one after the other, on a busy machine; in milliseconds. */
const SLOW = 240_000;

/**
 * Before each change of a file or folder, the process copies what is on disk to MOMENTS/<n>: what a kill at that moment would leave.
 * Before the change KILLED_AT, it kills itself.
 */
const PULL = `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const { KILLED_AT, MOMENTS, SITE, SPEC } = process.env;
  const { cpSync } = fs;
  let changes = 0;
  let isCopying = false;
  for (const name of ["cpSync", "mkdirSync", "renameSync", "rmSync", "writeFileSync"]) {
    const real = fs[name];
    fs[name] = (...args) => {
      if (isCopying) return real(...args);
      changes += 1;
      if (changes === Number(KILLED_AT)) process.kill(process.pid, "SIGKILL");
      // The copy itself makes folders.
      isCopying = true;
      if (MOMENTS !== "") cpSync(SPEC, MOMENTS + "/" + changes, { recursive: true });
      isCopying = false;
      return real(...args);
    };
  }
  syncBuiltinESMExports();
  const { pull } = await import("./scripts/dist/pages/pull/index.js");
  await pull({ spec: SPEC, sites: [SITE] });
`;

function pullInChild(spec: string, site: string, { killedAt = 0, moments = "" } = {}): ChildProcess {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", PULL], {
    cwd: ROOT,
    env: { ...process.env, SPEC: spec, SITE: site, KILLED_AT: String(killedAt), MOMENTS: moments },
    stdio: ["ignore", "ignore", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** @returns its exit code, or the signal */
async function end(child: ChildProcess): Promise<number | string> {
  // Node's own types leave the arguments of the event open.
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return code ?? signal ?? "";
}

/** Checks what a pull would leave if it were killed before its first change, its second, and so on to its last. */
async function inEachMoment(
  start: () => string,
  site: string,
  check: (spec: string) => Promise<void> | void,
): Promise<void> {
  const folder = temporaryFolder();
  expect(await end(pullInChild(start(), site, { moments: folder }))).toBe(0);
  const moments = readdirSync(folder).map((name) => path.join(folder, name));
  expect(moments.length).toBeGreaterThan(8);
  // A process that is really killed leaves the same.
  const killedAt = Math.ceil(Math.random() * moments.length);
  const killed = start();
  expect(await end(pullInChild(killed, site, { killedAt }))).toBe("SIGKILL");
  expect(everythingIn(killed)).toEqual(everythingIn(path.join(folder, String(killedAt))));
  for (const spec of [...moments, killed]) await check(spec);
}

/** Each file and its text. The name of a temporary file holds the number of its process. */
const everythingIn = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true }).map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(dir, file).replace(/\.\d+\.tmp$/, ".tmp");
      return [name, entry.isFile() ? readFileSync(file, "utf8") : ""];
    }),
  );

/** The files of the snapshot and their texts, without the temporary files of a killed pull. */
function contents(spec: string): Record<string, string> {
  const dir = path.join(spec, "pages");
  if (!existsSync(dir)) return {};
  const names = readdirSync(dir).filter((name) => !name.endsWith(".tmp"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(dir, name), "utf8")]));
}

/** What a killed pull leaves: files of one version or the other. */
function expectOneOf(
  found: Record<string, string>,
  before: Record<string, string>,
  after: Record<string, string>,
): void {
  for (const [name, text] of Object.entries(found)) {
    expect([before[name], after[name]]).toContain(text);
  }
  for (const name of Object.keys(before)) if (name in after) expect(found).toHaveProperty([name]);
}

/** A site with this many pages. Its second version changes every page but the first, drops the last and adds one. */
async function versions(pages: number): Promise<{ site: Site; second: () => void }> {
  const routes = (version: number): Record<string, Handler> =>
    Object.fromEntries(
      Array.from({ length: pages }, (_, n) => [
        `/api-${n + 100 + version}.md`,
        page(markdown({ fields: n + version === 1 ? ["id"] : ["id", `in${version}`] })),
      ]),
    );
  const site = await startSite(routes(0));
  return { site, second: () => void (site.routes = routes(1)) };
}

test(
  "a pull that is killed before one of its changes leaves whole pages, and the next one does the rest",
  async () => {
    const { site, second } = await versions(4);
    const [old, fresh] = [smallSpec(), smallSpec()];
    await pull({ spec: old, sites: [site.url] });
    const before = contents(old);
    second();
    await pull({ spec: fresh, sites: [site.url] });
    const after = contents(fresh);
    const mixtures = new Set<string>();
    const started = (): string => {
      const spec = smallSpec();
      mkdirSync(path.join(spec, "pages"));
      for (const [name, content] of Object.entries(before)) writeFileSync(path.join(spec, "pages", name), content);
      return spec;
    };
    await inEachMoment(started, site.url, async (spec) => {
      const found = contents(spec);
      expectOneOf(found, before, after);
      mixtures.add(JSON.stringify(found));
      expect(diff({ spec }).problems).toEqual([]);
      await pull({ spec, sites: [site.url] });
      expect(contents(spec)).toEqual(after);
    });
    // The moments include those between two renames.
    expect(mixtures.size).toBeGreaterThan(2);
  },
  SLOW,
);

test(
  "so does the first pull",
  async () => {
    const { site } = await versions(3);
    const whole = smallSpec();
    await pull({ spec: whole, sites: [site.url] });
    await inEachMoment(smallSpec, site.url, async (spec) => {
      expectOneOf(contents(spec), {}, contents(whole));
      await pull({ spec, sites: [site.url] });
      expect(contents(spec)).toEqual(contents(whole));
    });
  },
  SLOW,
);

test(
  "so does a pull that is killed at any time, even within one change",
  async () => {
    const { site, second } = await versions(60);
    const spec = smallSpec();
    await pull({ spec, sites: [site.url] });
    const before = contents(spec);
    second();
    const fresh = smallSpec();
    await pull({ spec: fresh, sites: [site.url] });
    const after = contents(fresh);
    const started = performance.now();
    const other = smallSpec();
    expect(await end(pullInChild(other, site.url))).toBe(0);
    const whole = performance.now() - started;
    for (let moment = 0; moment < 5; moment += 1) {
      const child = pullInChild(spec, site.url);
      const timer = setTimeout(() => child.kill("SIGKILL"), whole * (0.4 + 0.6 * Math.random()));
      await end(child);
      clearTimeout(timer);
      expectOneOf(contents(spec), before, after);
      // The old snapshot again, so that the next pull has something to do.
      for (const name of Object.keys(contents(spec))) rmSync(path.join(spec, "pages", name));
      for (const [name, content] of Object.entries(before)) writeFileSync(path.join(spec, "pages", name), content);
    }
  },
  SLOW,
);

test("two pulls at once have the result of one", async () => {
  const { site } = await versions(4);
  const [spec, alone] = [smallSpec(), smallSpec()];
  await pull({ spec: alone, sites: [site.url] });
  const child = pullInChild(spec, site.url);
  const both = await Promise.all([end(child), pull({ spec, sites: [site.url] })]);
  expect(both[0]).toBe(0);
  expect(contents(spec)).toEqual(contents(alone));
});

test("a pull that cannot write says what is in the way", async () => {
  const site = await startSite({ "/api-11.md": page() });
  const spec = smallSpec();
  writeFileSync(path.join(spec, "pages"), "no folder");
  await expect(pull({ spec, sites: [site.url] })).rejects.toMatchObject({
    name: "Failure",
    code: 2,
    message: `${spec}/pages is not a folder. Move it away.`,
  });
  expect(readFileSync(path.join(spec, "pages"), "utf8")).toBe("no folder");
});

test("what a killed pull leaves is not part of the contract", async () => {
  const spec = smallSpec();
  mkdirSync(path.join(spec, "pages"));
  writeFileSync(path.join(spec, "pages/api-1.json.21.tmp"), '{ "id": 2542285634920880794');
  expect(await lint({ spec })).toEqual([]);
});
