// The daily watch in throw-away repositories: sites on loopback, a real git remote, and a stand-in for GitHub's own command.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { ROOT, run, temporaryFolder, type Ran } from "../workspace.js";

const WATCH = [".ci/pages-watch", ".ci/pages-watch-report.mjs"];
/** The watch's identity, as git reads it from the environment in the place of a configuration file. */
const OWN = {
  GIT_CONFIG_COUNT: "2",
  GIT_CONFIG_KEY_0: "user.name",
  GIT_CONFIG_VALUE_0: "watch",
  GIT_CONFIG_KEY_1: "user.email",
  GIT_CONFIG_VALUE_1: "watch@example.org",
};

/** Writes down what it is asked; knows whether a pull request is open. */
const GH = `#!/bin/sh
cd "$(dirname "$0")/.."
echo "gh $*" >> calls.txt
case "$2" in
  list) if [ -e open ]; then echo 7; fi ;;
  create) touch open ;;
  close) rm open ;;
esac
while [ $# -gt 0 ]; do
  if [ "$1" = --body-file ]; then cat "$2" >> calls.txt; fi
  shift
done
`;
/** The half that writes runs no code of the project, and so none that a page could have changed. */
const FORBIDDEN = `#!/bin/sh
echo "ran $0" >> "$(dirname "$0")/../calls.txt"
exit 99
`;

function git(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd, encoding: "utf8", env: { ...process.env, ...OWN } });
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
  return stdout;
}

export interface Compared extends Ran {
  /** What the half that compares leaves for the half that publishes. */
  out: string;
  report: string;
  /** The summary of the run. */
  summary: string;
  site: string;
}

/** The comparisons that tests share. */
export class Comparisons {
  readonly #home = mkdtempSync(path.join(tmpdir(), "pandapon-"));
  #made = 0;

  /**
   * Runs the half that compares, on the small contract.
   * @param pages what the site serves, by path
   * @param before a comparison whose snapshot the repository holds already
   */
  async compare(pages: Record<string, string>, before?: Compared): Promise<Compared> {
    const home = path.join(this.#home, String((this.#made += 1)));
    const dir = path.join(home, "work");
    cpSync(path.join(ROOT, "test/fixtures/spec"), path.join(dir, "spec"), { recursive: true });
    for (const file of WATCH) cpSync(path.join(ROOT, file), path.join(dir, file));
    for (const folder of ["node_modules", "scripts"]) symlinkSync(path.join(ROOT, folder), path.join(dir, folder));
    if (before !== undefined) cpSync(path.join(before.out, "pages"), path.join(dir, "spec/pages"), { recursive: true });
    const server = createServer(({ url = "" }, response) => {
      const text = url === "/llms.txt" ? list(pages) : pages[url];
      response.writeHead(text === undefined ? 404 : 200, { "content-type": "text/markdown; charset=utf-8" });
      response.end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // A server that listens on a port has an address of this type.
    const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const out = path.join(home, "out");
    const summary = path.join(home, "summary.md");
    try {
      const ran = await run("bash", [".ci/pages-watch", "compare", out, site], dir, { GITHUB_STEP_SUMMARY: summary });
      return { ...ran, out, site, report: read(path.join(out, "report.md")), summary: read(summary) };
    } finally {
      server.close();
    }
  }

  remove(): void {
    rmSync(this.#home, { recursive: true, force: true });
  }
}

const read = (file: string): string => (existsSync(file) ? readFileSync(file, "utf8") : "");

const list = (pages: Record<string, string>): string =>
  `# Shop\n\n## API Docs\n${Object.keys(pages)
    .map((address) => `- Shop > Orders [Cancel an order](${address}): \n`)
    .join("")}`;

/** A bare remote whose main holds the watch and a snapshot, and a checkout of it; cheap to copy. */
export class Template {
  readonly home = mkdtempSync(path.join(tmpdir(), "pandapon-"));

  constructor(snapshot?: Compared) {
    const [remote, checkout, bin] = ["remote.git", "checkout", "bin"].map((name) => path.join(this.home, name));
    if (remote === undefined || checkout === undefined || bin === undefined) throw new Error("no paths");
    mkdirSync(bin);
    for (const [name, text] of Object.entries({ gh: GH, node: FORBIDDEN, npm: FORBIDDEN, npx: FORBIDDEN })) {
      writeFileSync(path.join(bin, name), text, { mode: 0o755 });
    }
    git(this.home, "init", "--quiet", "--bare", "--template=", "--initial-branch=main", remote);
    const first = path.join(this.home, "first");
    cpSync(path.join(ROOT, ".ci/pages-watch"), path.join(first, ".ci/pages-watch"));
    mkdirSync(path.join(first, "spec"));
    writeFileSync(path.join(first, "spec/openapi.yaml"), "openapi: 3.1.1\n");
    if (snapshot !== undefined)
      cpSync(path.join(snapshot.out, "pages"), path.join(first, "spec/pages"), { recursive: true });
    git(first, "init", "--quiet", "--template=", "--initial-branch=main");
    git(first, "add", ".");
    git(first, "commit", "--quiet", "--message", "begin");
    git(first, "push", "--quiet", remote, "main");
    rmSync(first, { recursive: true });
    // Without file:// git does not make a shallow clone, as actions/checkout does.
    git(this.home, "clone", "--quiet", "--depth=1", `file://${remote}`, checkout);
    git(checkout, "remote", "set-url", "origin", "../remote.git");
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** A repository of one test. */
export class Repository {
  readonly #home = temporaryFolder();
  readonly #remote = path.join(this.#home, "remote.git");
  readonly #checkout = path.join(this.#home, "checkout");
  readonly #template: Template;
  #merged = false;

  constructor(template: Template) {
    this.#template = template;
    cpSync(template.home, this.#home, { recursive: true });
  }

  /** What `gh` was asked, and the bodies of the pull requests. */
  get calls(): string {
    return read(path.join(this.#home, "calls.txt"));
  }

  remote(...args: string[]): string {
    return git(this.#home, "--git-dir", this.#remote, ...args);
  }

  /** Runs the half that publishes in a fresh checkout of main. */
  publish(out: string, env: Record<string, string> = {}): Promise<Ran> {
    rmSync(this.#checkout, { recursive: true });
    cpSync(path.join(this.#template.home, "checkout"), this.#checkout, { recursive: true });
    if (this.#merged) {
      git(this.#checkout, "fetch", "--quiet", "--depth=1", "origin", "main");
      git(this.#checkout, "reset", "--quiet", "--hard", "FETCH_HEAD");
    }
    const { PATH = "" } = process.env;
    const bin = path.join(this.#home, "bin");
    return run("bash", [".ci/pages-watch", "publish", out], this.#checkout, {
      ...OWN,
      PATH: `${bin}${path.delimiter}${PATH}`,
      ...env,
    });
  }

  /** Commits on the watch's branch as somebody else. */
  commitAsPerson(...args: string[]): void {
    const dir = path.join(this.#home, "person");
    git(this.#home, "clone", "--quiet", "--branch", "pages-watch", this.#remote, dir);
    git(dir, "-c", "user.email=person@example.org", "commit", "--quiet", "--allow-empty", ...args);
    git(dir, "push", "--quiet", "--force", "origin", "pages-watch");
  }

  /** Merges the pull request; its branch stays. */
  merge(): void {
    this.#merged = true;
    this.remote("update-ref", "refs/heads/main", "refs/heads/pages-watch");
    rmSync(path.join(this.#home, "open"));
  }
}
