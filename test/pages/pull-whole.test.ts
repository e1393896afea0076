// Whatever ends a pull in the middle, the snapshot is the old one or the new one, never a mixture; and one pull works at a time.
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { lint } from "../../scripts/dist/lint/index.js";
import { pull } from "../../scripts/dist/pages/pull/index.js";
import { recoverSnapshot } from "../../scripts/dist/pages/snapshot/write.js";
import { silence, type Handler } from "../support/server.js";
import { markdown, page, startSite, type Site } from "../support/pages/site.js";
import { ROOT, smallSpec } from "../support/workspace.js";

/** Many processes, one after the other: a busy machine takes its time, in milliseconds. */
const SLOW = 240_000;

/** Ends the process just before its n-th change of a file or folder, and tells their number where it is not killed. */
const KILLED_AT = `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  const killedAt = Number(process.env.KILLED_AT);
  let changes = 0;
  for (const name of ["cpSync", "mkdirSync", "renameSync", "rmSync", "writeFileSync"]) {
    const real = fs[name];
    fs[name] = (...args) => {
      changes += 1;
      if (changes === killedAt) process.kill(process.pid, "SIGKILL");
      return real(...args);
    };
  }
  syncBuiltinESMExports();
  const { pull } = await import("./scripts/dist/pages/pull/index.js");
  const wait = () => Promise.resolve();
  await pull({ spec: process.env.SPEC, sites: [process.env.SITE], wait });
  console.log(changes);
`;

function pullInChild(spec: string, site: string, killedAt = 0): ChildProcess {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", KILLED_AT], {
    cwd: ROOT,
    env: { ...process.env, SPEC: spec, SITE: site, KILLED_AT: String(killedAt) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** @returns how it ended: its exit code, or the signal */
async function end(child: ChildProcess): Promise<number | string> {
  // Node's own types leave the arguments of the event open.
  const [code, signal] = (await once(child, "close")) as [number | null, string | null];
  return code ?? signal ?? "";
}

/** Kills a pull just before its first change, its second, and so on to its last; some at a time. */
async function inEachMoment(
  start: () => string,
  site: string,
  check: (spec: string) => Promise<void> | void,
): Promise<void> {
  const whole = pullInChild(start(), site);
  let printed = "";
  whole.stdout?.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  expect(await end(whole)).toBe(0);
  const moments = Array.from({ length: Number(printed) }, (_, n) => n + 1);
  expect(moments.length).toBeGreaterThan(8);
  const worker = async (): Promise<void> => {
    for (let killedAt = moments.shift(); killedAt !== undefined; killedAt = moments.shift()) {
      const spec = start();
      expect(await end(pullInChild(spec, site, killedAt))).toBe("SIGKILL");
      await check(spec);
    }
  };
  await Promise.all(Array.from({ length: 4 }, worker));
}

function contents(spec: string): Record<string, string> {
  const dir = path.join(spec, "pages");
  if (!existsSync(dir)) return {};
  return Object.fromEntries(readdirSync(dir).map((name) => [name, readFileSync(path.join(dir, name), "utf8")]));
}

const leftovers = (spec: string): string[] => readdirSync(spec).filter((name) => name.startsWith(".pages-"));

/** A site of so many pages; a new version changes every page but the first, drops the last and has one more. */
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
  "a pull that is killed before any of its changes leaves the old snapshot or the new one",
  async () => {
    const { site, second } = await versions(4);
    const [old, fresh] = [smallSpec(), smallSpec()];
    await pull({ spec: old, sites: [site.url] });
    const before = contents(old);
    second();
    await pull({ spec: fresh, sites: [site.url] });
    const after = contents(fresh);
    const seen = new Set<string>();
    const started = (): string => {
      const spec = smallSpec();
      mkdirSync(path.join(spec, "pages"));
      for (const [name, content] of Object.entries(before)) writeFileSync(path.join(spec, "pages", name), content);
      return spec;
    };
    await inEachMoment(started, site.url, async (spec) => {
      seen.add(leftovers(spec).join(" "));
      recoverSnapshot(spec);
      expect([before, after]).toContainEqual(contents(spec));
      // The next pull takes over, removes what was left, and comes to the same.
      await pull({ spec, sites: [site.url] });
      expect(contents(spec)).toEqual(after);
      expect(leftovers(spec)).toEqual([]);
    });
    // Among the moments were those between the two renames, and those while the new folder was made or the old one removed.
    expect([...seen]).toEqual(
      expect.arrayContaining(["", ".pages-lock", ".pages-lock .pages-next", ".pages-lock .pages-next .pages-old"]),
    );
  },
  SLOW,
);

test(
  "so does the very first pull",
  async () => {
    const { site } = await versions(3);
    const whole = smallSpec();
    await pull({ spec: whole, sites: [site.url] });
    await inEachMoment(smallSpec, site.url, (spec) => {
      recoverSnapshot(spec);
      expect([{}, contents(whole)]).toContainEqual(contents(spec));
    });
  },
  SLOW,
);

test(
  "killed at any time, also in the middle of one change",
  async () => {
    const { site, second } = await versions(150);
    const spec = smallSpec();
    await pull({ spec, sites: [site.url] });
    const states = [contents(spec)];
    second();
    const fresh = smallSpec();
    await pull({ spec: fresh, sites: [site.url] });
    states.push(contents(fresh));
    const started = performance.now();
    const other = smallSpec();
    expect(await end(pullInChild(other, site.url))).toBe(0);
    const whole = performance.now() - started;
    for (let moment = 0; moment < 5; moment += 1) {
      const child = pullInChild(spec, site.url);
      const timer = setTimeout(() => child.kill("SIGKILL"), whole * (0.4 + 0.6 * Math.random()));
      await end(child);
      clearTimeout(timer);
      recoverSnapshot(spec);
      const found = contents(spec);
      expect(states.some((state) => JSON.stringify(state) === JSON.stringify(found))).toBe(true);
      // Back to the old one, so that the next has something to do.
      for (const name of Object.keys(found)) rmSync(path.join(spec, "pages", name));
      for (const [name, content] of Object.entries(states[0] ?? {})) {
        writeFileSync(path.join(spec, "pages", name), content);
      }
    }
  },
  SLOW,
);

test("a second pull says that one is at work, in the same process and in another", async () => {
  const site = await startSite({ "/api-11.md": silence });
  const spec = smallSpec();
  const child = pullInChild(spec, site.url);
  while (site.asked("/api-11.md") === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const refused = {
    name: "Failure",
    code: 2,
    message: expect.stringContaining(`Another pull is at work here (process ${child.pid})`) as string,
  };
  await expect(pull({ spec, sites: [site.url] })).rejects.toMatchObject(refused);
  child.kill("SIGKILL");
  await end(child);
  // Its lock is taken over.
  site.routes["/api-11.md"] = page();
  const both = await Promise.allSettled([pull({ spec, sites: [site.url] }), pull({ spec, sites: [site.url] })]);
  expect(both.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
  expect(contents(spec)).toHaveProperty(["api-11.json"]);
  expect(leftovers(spec)).toEqual([]);
});

test.each<[string, string, boolean]>([
  ["of a process of another machine", JSON.stringify({ pid: 1, host: `not-${hostname()}`, token: "a" }), true],
  ["that its maker has not written yet", "", true],
  ["of this process's number, from before", JSON.stringify({ pid: process.pid, host: hostname(), token: "a" }), false],
  ["that holds something else", "{", false],
])("a lock %s", async (_, words, isHeld) => {
  const site = await startSite({ "/api-11.md": page() });
  const spec = smallSpec();
  writeFileSync(path.join(spec, ".pages-lock"), words);
  const pulling = pull({ spec, sites: [site.url] });
  if (isHeld) await expect(pulling).rejects.toMatchObject({ code: 2 });
  else expect((await pulling).written).toEqual(["api-11"]);
  expect(leftovers(spec)).toEqual(isHeld ? [".pages-lock"] : []);
});

test("a pull that fails gives its lock back, and says what is in the way", async () => {
  const site = await startSite({ "/api-11.md": page() });
  const spec = smallSpec();
  writeFileSync(path.join(spec, "pages"), "no folder");
  await expect(pull({ spec, sites: [site.url] })).rejects.toMatchObject({ name: "Failure", code: 2 });
  expect(leftovers(spec)).toEqual([]);
  expect(readFileSync(path.join(spec, "pages"), "utf8")).toBe("no folder");
});

test("whoever reads the snapshot between the two renames waits for a pull that lives", async () => {
  const site = await startSite({ "/api-11.md": silence });
  const spec = smallSpec();
  const child = pullInChild(spec, site.url);
  while (site.asked("/api-11.md") === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  mkdirSync(path.join(spec, ".pages-old"));
  expect(() => recoverSnapshot(spec)).toThrow(/is being replaced by a pull that does not end/);
  child.kill("SIGKILL");
  await end(child);
  recoverSnapshot(spec);
  expect(existsSync(path.join(spec, "pages"))).toBe(true);
});

test("what a killed pull leaves is no part of the contract", async () => {
  const spec = smallSpec();
  mkdirSync(path.join(spec, ".pages-next"));
  writeFileSync(path.join(spec, ".pages-next/api-1.yaml"), "id: 2542285634920880794\n");
  expect(await lint({ spec })).toEqual([]);
});
