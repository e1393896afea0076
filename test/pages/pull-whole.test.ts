// If a pull ends in the middle, the snapshot is the old one or the new one, never a mixture. Only one pull works at a time.
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
  await pull({ spec: SPEC, sites: [SITE], wait: () => Promise.resolve() });
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

/** Each file and its text; the lock names another process each time. */
const everythingIn = (dir: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dir, { recursive: true, withFileTypes: true }).map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const isText = entry.isFile() && entry.name !== ".pages-lock";
      return [path.relative(dir, file), isText ? readFileSync(file, "utf8") : ""];
    }),
  );

function contents(spec: string): Record<string, string> {
  const dir = path.join(spec, "pages");
  if (!existsSync(dir)) return {};
  return Object.fromEntries(readdirSync(dir).map((name) => [name, readFileSync(path.join(dir, name), "utf8")]));
}

const leftovers = (spec: string): string[] => readdirSync(spec).filter((name) => name.startsWith(".pages-"));

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
  "a pull that is killed before one of its changes leaves the old snapshot or the new one",
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
      // The next pull takes over, removes what is left over, and has the same result.
      await pull({ spec, sites: [site.url] });
      expect(contents(spec)).toEqual(after);
      expect(leftovers(spec)).toEqual([]);
    });
    // The moments include those between the two renames, and those while the new folder is made or the old one removed.
    expect([...seen]).toEqual(
      expect.arrayContaining(["", ".pages-lock", ".pages-lock .pages-next", ".pages-lock .pages-next .pages-old"]),
    );
  },
  SLOW,
);

test(
  "so does the first pull",
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
  "so does a pull that is killed at any time, even within one change",
  async () => {
    const { site, second } = await versions(60);
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
      // The old snapshot again, so that the next pull has something to do.
      for (const name of Object.keys(found)) rmSync(path.join(spec, "pages", name));
      for (const [name, content] of Object.entries(states[0] ?? {})) {
        writeFileSync(path.join(spec, "pages", name), content);
      }
    }
  },
  SLOW,
);

test("a second pull is refused, in the same process and in another", async () => {
  const site = await startSite({ "/api-11.md": silence });
  const spec = smallSpec();
  const child = pullInChild(spec, site.url);
  while (site.asked("/api-11.md") === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const refused = {
    name: "Failure",
    code: 2,
    message: expect.stringContaining(`Another pull is running here (process ${child.pid})`) as string,
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
  ["that is still empty", "", true],
  [
    "of an earlier process with the number of this one",
    JSON.stringify({ pid: process.pid, host: hostname(), token: "a" }),
    false,
  ],
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

test("a pull that fails releases its lock, and says what is in the way", async () => {
  const site = await startSite({ "/api-11.md": page() });
  const spec = smallSpec();
  writeFileSync(path.join(spec, "pages"), "no folder");
  await expect(pull({ spec, sites: [site.url] })).rejects.toMatchObject({
    name: "Failure",
    code: 2,
    message: `${spec}/pages is not a folder. Move it away.`,
  });
  expect(leftovers(spec)).toEqual([]);
  expect(readFileSync(path.join(spec, "pages"), "utf8")).toBe("no folder");
});

test("a reader that comes between the two renames waits for the pull, if its process is alive", async () => {
  const site = await startSite({ "/api-11.md": silence });
  const spec = smallSpec();
  const child = pullInChild(spec, site.url);
  while (site.asked("/api-11.md") === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  mkdirSync(path.join(spec, ".pages-old"));
  expect(() => recoverSnapshot(spec)).toThrow(/^A pull is replacing .*pages and does not finish\./);
  child.kill("SIGKILL");
  await end(child);
  recoverSnapshot(spec);
  expect(existsSync(path.join(spec, "pages"))).toBe(true);
});

test("what a killed pull leaves is not part of the contract", async () => {
  const spec = smallSpec();
  mkdirSync(path.join(spec, ".pages-next"));
  writeFileSync(path.join(spec, ".pages-next/api-1.yaml"), "id: 2542285634920880794\n");
  expect(await lint({ spec })).toEqual([]);
});
