// What the daily workflow runs, against a site on loopback and a real git remote. Only GitHub's own command is stood in for.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { CANCEL_PAGE, cancelPage } from "../support/pages/shop-page.js";
import { ROOT, run, smallSpec, temporaryFolder } from "../support/workspace.js";

const WORKFLOW = path.join(ROOT, ".github/workflows/pages-watch.yml");

/** A repository with the small contract, a bare remote beside it, and a `gh` that writes down what it is asked. */
async function repository(): Promise<{ dir: string; remote: string; calls: string; bin: string }> {
  const home = temporaryFolder();
  const [dir, remote, bin, calls] = ["work", "remote.git", "bin", "calls.txt"].map((name) => path.join(home, name));
  if (dir === undefined || remote === undefined || bin === undefined || calls === undefined)
    throw new Error("no paths");
  mkdirSync(path.join(dir, ".ci"), { recursive: true });
  mkdirSync(bin);
  cpSync(smallSpec(), path.join(dir, "spec"), { recursive: true });
  cpSync(path.join(ROOT, ".ci/pages-watch"), path.join(dir, ".ci/pages-watch"));
  symlinkSync(path.join(ROOT, "node_modules"), path.join(dir, "node_modules"));
  writeFileSync(path.join(dir, ".gitignore"), "node_modules\n");
  writeFileSync(path.join(dir, "README.md"), "<!-- coverage:begin, written by the build -->\n<!-- coverage:end -->\n");
  writeFileSync(path.join(dir, "package.json"), "{}\n");
  // It counts open pull requests by what it was asked before.
  writeFileSync(
    path.join(bin, "gh"),
    `#!/bin/sh
echo "gh $*" >> "${calls}"
case "$2" in
  list) grep -c "^gh pr create" "${calls}" || true ;;
  create|edit) while [ "$1" != --body-file ]; do shift; done; cat "$2" >> "${calls}" ;;
esac
`,
    { mode: 0o755 },
  );
  git(home, "init", "--quiet", "--bare", remote);
  git(dir, "init", "--quiet", "--initial-branch=main");
  for (const [name, value] of [
    ["user.name", "watch"],
    ["user.email", "watch@example.org"],
  ] as const) {
    git(dir, "config", name, value);
  }
  git(dir, "remote", "add", "origin", remote);
  await run("npx", ["pandapon", "generate"], dir);
  await run("npx", ["pandapon", "coverage", "--write", "README.md"], dir);
  git(dir, "add", ".");
  git(dir, "commit", "--quiet", "--message", "begin");
  git(dir, "push", "--quiet", "origin", "main");
  return { dir, remote, calls, bin };
}

function git(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

/** A site of one page, which may change. */
async function site(pages: Record<string, string>): Promise<string> {
  const server = createServer(({ url = "" }, response) => {
    const text = url === "/llms.txt" ? list(pages) : pages[url];
    response.writeHead(text === undefined ? 404 : 200, { "content-type": "text/markdown; charset=utf-8" });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const list = (pages: Record<string, string>): string =>
  `# Shop\n\n## API Docs\n${Object.keys(pages)
    .map((address) => `- Shop > Orders [Cancel an order](${address}): \n`)
    .join("")}`;

describe("the daily watch", () => {
  test(
    "commits the snapshot, opens one pull request with the report, and keeps it up to date",
    { timeout: 120_000 },
    async () => {
      const { dir, remote, calls, bin } = await repository();
      const pages = { "/cancel-an-order-2e0.md": CANCEL_PAGE };
      const address = await site(pages);
      const watch = () =>
        run("bash", [".ci/pages-watch", address], dir, { PATH: `${bin}${path.delimiter}${process.env["PATH"]}` });

      const first = await watch();
      expect(first.code, first.stdout + first.stderr).toBe(0);
      expect(git(dir, "--git-dir", remote, "show", "pages-watch:spec/pages/api-2.json")).toContain(
        '"path": "/shop/order/{orderId}"',
      );
      expect(readFileSync(calls, "utf8")).toContain("gh pr create --head pages-watch");
      expect(readFileSync(calls, "utf8")).toContain("1 page compared: up to date.");

      expect((await watch()).stdout).toContain("Nothing moved.");

      pages["/cancel-an-order-2e0.md"] = cancelPage(
        "type: integer\n          format: int64\n          title: price",
        "type: string\n          title: price",
      );
      const third = await watch();
      expect(third.code, third.stdout + third.stderr).toBe(0);
      const asked = readFileSync(calls, "utf8");
      expect(asked.match(/^gh pr create/gm)).toHaveLength(1);
      expect(asked).toContain("gh pr edit pages-watch");
      expect(asked).toMatch(
        /\| `shop\.orders\.cancel` \| type \| `response\/data\/price` is string on the page, integer in the contract \|/,
      );
      expect(git(dir, "--git-dir", remote, "diff", "--stat", "pages-watch~1", "pages-watch")).toMatch(
        /spec\/pages\/api-2\.json \| +\d+ \+-/,
      );
    },
  );

  test("a site that answers with nothing useful fails the run, and says so", { timeout: 120_000 }, async () => {
    const { dir, calls, bin } = await repository();
    const pages: Record<string, string> = { "/cancel-an-order-2e0.md": CANCEL_PAGE };
    const address = await site(pages);
    const watch = () =>
      run("bash", [".ci/pages-watch", address], dir, { PATH: `${bin}${path.delimiter}${process.env["PATH"]}` });
    await watch();
    pages["/cancel-an-order-2e0.md"] = "<!DOCTYPE html><title>Log in</title>";
    const { code, stdout } = await watch();
    expect(code).toBe(2);
    expect(stdout).toContain("## Not pulled");
    expect(stdout).toContain("cancel-an-order-2e0.md");
    expect(readFileSync(calls, "utf8")).not.toContain("gh pr edit");
  });

  test(
    "drift that was merged and not fixed fails the run each day, until it is fixed",
    { timeout: 120_000 },
    async () => {
      const { dir, calls, bin } = await repository();
      const drifted = cancelPage(
        "type: integer\n          format: int64\n          title: price",
        "type: string\n          title: price",
      );
      const address = await site({ "/cancel-an-order-2e0.md": drifted });
      const watch = () =>
        run("bash", [".ci/pages-watch", address], dir, { PATH: `${bin}${path.delimiter}${process.env["PATH"]}` });
      expect((await watch()).code).toBe(0);
      // Merged: what the next run checks out is what the branch holds.
      const second = await watch();
      expect(second.code, second.stdout + second.stderr).toBe(1);
      expect(second.stdout).toContain("Nothing moved.");
      expect(second.stdout).toContain("is string on the page, integer in the contract");
      expect(readFileSync(calls, "utf8").match(/^gh pr/gm)).toHaveLength(2);
    },
  );

  test(
    "a branch that somebody fixes on is not overwritten; newer pages are told of all the same",
    { timeout: 120_000 },
    async () => {
      const { dir, remote, calls, bin } = await repository();
      const pages = { "/cancel-an-order-2e0.md": CANCEL_PAGE };
      const address = await site(pages);
      const watch = () =>
        run("bash", [".ci/pages-watch", address], dir, { PATH: `${bin}${path.delimiter}${process.env["PATH"]}` });
      await watch();
      git(dir, "-c", "user.email=person@example.org", "commit", "--quiet", "--allow-empty", "--message", "Fix");
      git(dir, "push", "--quiet", "origin", "pages-watch");
      const tip = git(dir, "--git-dir", remote, "rev-parse", "pages-watch");
      const asked = readFileSync(calls, "utf8");

      git(dir, "switch", "--quiet", "main");
      const same = await watch();
      expect(same.stdout).toContain("The branch pages-watch holds work of person@example.org and is left as it is.");
      expect(same.code, same.stdout + same.stderr).toBe(0);

      git(dir, "switch", "--quiet", "--discard-changes", "main");
      pages["/cancel-an-order-2e0.md"] = cancelPage("title: price", "title: amount");
      const newer = await watch();
      expect(newer.stdout).toContain("The pages have changed since.");
      expect(newer.code).toBe(1);
      expect(git(dir, "--git-dir", remote, "rev-parse", "pages-watch")).toBe(tip);
      expect(readFileSync(calls, "utf8")).toBe(asked);
    },
  );

  test(
    "a report too long for a pull request is cut at a line, and says where the rest is",
    { timeout: 120_000 },
    async () => {
      const { dir, calls, bin } = await repository();
      const more = Array.from({ length: 400 }, (_, n) => `        weightOfParcel${n}:\n          type: string\n`).join(
        "",
      );
      const address = await site({
        "/cancel-an-order-2e0.md": cancelPage("        note:\n", `${more}        note:\n`),
      });
      const summary = path.join(dir, "../summary.md");
      const { code, stdout, stderr } = await run("bash", [".ci/pages-watch", address], dir, {
        PATH: `${bin}${path.delimiter}${process.env["PATH"]}`,
        GITHUB_STEP_SUMMARY: summary,
      });
      expect(code, stdout + stderr).toBe(0);
      const told = readFileSync(calls, "utf8");
      expect(told.length).toBeLessThan(65_536);
      expect(told).toContain("weightOfParcel0");
      expect(told).toMatch(
        /\|\n\nThe report is longer than a pull request may be\. The rest is in the summary of the run\.\n$/,
      );
      expect(readFileSync(summary, "utf8")).toContain("weightOfParcel399");
    },
  );

  test("what a site says stays text in the report", { timeout: 120_000 }, async () => {
    const { dir, bin } = await repository();
    const evil = "/shop\\n```\\n# Owned\\r# Owned";
    const address = await site({
      "/cancel-an-order-2e0.md": CANCEL_PAGE,
      "/evil-3e0.md": CANCEL_PAGE.replace("/shop/order/{orderId}:", `"${evil}":`).replace(
        / {6}responses:[\s\S]*?(?= {6}security)/,
        "      responses: {}\n",
      ),
    });
    const { code, stdout } = await run("bash", [".ci/pages-watch", address], dir, {
      PATH: `${bin}${path.delimiter}${process.env["PATH"]}`,
    });
    expect(code).toBe(2);
    expect(stdout).toContain("evil-3e0.md");
    expect(stdout).toContain("    # Owned");
    expect(stdout).not.toMatch(/^ {0,3}(?:#+ Owned|`{3})/m);
  });

  test("the workflow runs daily, with the rights that it needs and no others", () => {
    const workflow = parse(readFileSync(WORKFLOW, "utf8")) as {
      on: { schedule: { cron: string }[] };
      permissions: object;
      jobs: { watch: { steps: { run?: string }[] } };
    };
    expect(workflow.on.schedule.map(({ cron }) => cron.split(" ").slice(2))).toEqual([["*", "*", "*"]]);
    expect(workflow.permissions).toEqual({ contents: "write", "pull-requests": "write" });
    const runs = workflow.jobs.watch.steps.flatMap(({ run: command }) => command ?? []);
    expect(runs.at(-1)).toBe("bash .ci/pages-watch https://doc.pandapon.com https://doc-en.pandapon.com");
  });
});
