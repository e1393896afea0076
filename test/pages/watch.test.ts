// What the daily workflow runs: a half that reads foreign pages, and a half that writes what the first one found.
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { asGitHubShows } from "../support/pages/github-markdown.js";
import { asRunnerReads } from "../support/pages/runner-log.js";
import { CANCEL_PAGE, cancelPage } from "../support/pages/shop-page.js";
import { Comparisons, Repository, Template, type Compared } from "../support/pages/watch.js";
import { ROOT, run, temporaryFolder } from "../support/workspace.js";

/** A type that the contract does not have, and so many new fields that the report is too long for a pull request. */
const DRIFTED_PAGE = cancelPage(
  "type: integer\n          format: int64\n          title: price\n",
  `type: string\n          title: price\n${Array.from(
    { length: 400 },
    (_, n) => `        weightOfParcel${n}:\n          type: string\n`,
  ).join("")}`,
);
const DRIFT =
  /\| `shop\.orders\.cancel` \| type \| `response\/data\/price` is string on the page, integer in the contract \|/;

/** A page of an endpoint that the contract does not know. */
const newPage = (n: number, title: string): string =>
  CANCEL_PAGE.replaceAll("Cancel an order", JSON.stringify(title))
    .replace("/shop/order/{orderId}:", `/shop/order/other${n}:`)
    .replace("api-2-run", `api-${n}-run`);

const HOSTILE_TITLES = [
  "##[add-mask]e",
  "a ##[group]b",
  "\n::set-output name=a::b",
  "\r::error title=Fixed::all is well",
  "\u2028::notice::c\u2029::debug::d",
  "\u0085::warning::e\v::save-state name=f::g",
  "a.ts(1,2): error TS1: b",
  "Closes #1 &#64;admin @everyone a \\| b ` c ![](https://x.example/a.png)",
];

const HOSTILE_PAGES: Record<string, string> = {
  "/cancel-an-order-2e0.md": CANCEL_PAGE,
  // A path that ends a block of code, and a response that is missing.
  "/owned-3e0.md": CANCEL_PAGE.replace("/shop/order/{orderId}:", '"/shop\\n```\\n# Owned\\r# Owned":').replace(
    / {6}responses:[\s\S]*?(?= {6}security)/,
    "      responses: {}\n",
  ),
  "/fixed-4e0.md": newPage(4, "Fixed").replace(
    "'#/components/schemas/Order'",
    '"x\\n::error title=Fixed::all is well"',
  ),
  "/@admin/!(x)[y]/address-5e0.md": newPage(5, "Address"),
  "/field-6e0.md": newPage(6, "Field").replace("        note:\n", '        "no`te|##[error]x":\n'),
  ...Object.fromEntries(HOSTILE_TITLES.map((title, n) => [`/title-${10 + n}e0.md`, newPage(10 + n, title)])),
};

let comparisons: Comparisons;
let agreed: Compared;
let drifted: Compared;
let failed: Compared;
let hostile: Compared;
let empty: Template;
let full: Template;

/** A comparison's output, to be changed. */
function copyOf({ out }: Compared): string {
  const copy = path.join(temporaryFolder(), "out");
  cpSync(out, copy, { recursive: true });
  return copy;
}

/** A comparison like one that agreed, but for a label on the page. */
function renamed(): string {
  const out = copyOf(agreed);
  const page = path.join(out, "pages/api-2.json");
  const text = readFileSync(page, "utf8");
  const changed = text.replace('"label": "price"', '"label": "amount"');
  expect(changed).not.toBe(text);
  writeFileSync(page, changed);
  return out;
}

// The workflow runs it on Linux; Windows has neither this shell nor these file names.
describe.skipIf(process.platform === "win32")("the watch", () => {
  beforeAll(async () => {
    comparisons = new Comparisons();
    [agreed, drifted, hostile] = await Promise.all([
      comparisons.compare({ "/cancel-an-order-2e0.md": CANCEL_PAGE }),
      comparisons.compare({ "/cancel-an-order-2e0.md": DRIFTED_PAGE }),
      comparisons.compare(HOSTILE_PAGES),
    ]);
    empty = new Template();
    full = new Template(agreed);
    failed = await comparisons.compare({ "/cancel-an-order-2e0.md": "<!DOCTYPE html><title>Log in</title>" }, agreed);
  });
  afterAll(() => [comparisons, empty, full].forEach((one) => one.remove()));

  describe("the half that compares", () => {
    test("leaves the snapshot, the report and the exit codes", () => {
      expect(agreed.code, agreed.stdout).toBe(0);
      expect(readFileSync(path.join(agreed.out, "pages/api-2.json"), "utf8")).toContain(
        '"path": "/shop/order/{orderId}"',
      );
      expect(agreed.report).toContain("1 page compared: up to date.");
      expect(readFileSync(path.join(agreed.out, "status"), "utf8")).toBe("0 0\n");
      expect(drifted.report).toMatch(DRIFT);
      expect(readFileSync(path.join(drifted.out, "status"), "utf8")).toBe("0 1\n");
    });

    test("reports a site that answers with nothing useful, and keeps the snapshot", () => {
      expect(failed.code).toBe(0);
      expect(failed.report).toContain("## Not pulled");
      expect(failed.report).toContain("cancel-an-order-2e0.md");
      expect(readFileSync(path.join(failed.out, "status"), "utf8")).toBe("2 0\n");
      expect(readFileSync(path.join(failed.out, "pages/api-2.json"), "utf8")).toBe(
        readFileSync(path.join(agreed.out, "pages/api-2.json"), "utf8"),
      );
    });

    test("prints the report, and shows it in the summary of the run", () => {
      for (const { stdout, report, summary } of [agreed, drifted, failed, hostile]) {
        expect(stdout).toContain(report);
        expect(summary).toBe(report);
      }
    });

    test("lets no page speak to the runner", () => {
      const { commands, annotations } = asRunnerReads(hostile.stdout);
      const marks = ["remove-matcher", "remove-matcher", "remove-matcher", "stop-commands"];
      expect(commands).toEqual([...marks, expect.stringMatching(/^[\da-f]{32}$/)]);
      expect(annotations).toEqual([]);
      expect(hostile.stderr).toBe("");
      expect(asRunnerReads(agreed.stdout).commands.at(-1)).not.toBe(commands.at(-1));
      // The same text would be obeyed without the marks.
      const bare = asRunnerReads(hostile.report);
      expect(bare.commands).toEqual(expect.arrayContaining(["add-mask", "group"]));
    });

    test("prints errors between the marks too, in the stream that has the marks", async () => {
      const { code, stdout, stderr } = await run(
        "bash",
        [".ci/pages-watch", "compare", temporaryFolder(), "https://doc.example.com"],
        ROOT,
      );
      expect(code).not.toBe(0);
      expect(stderr).toBe("");
      expect(stdout).toMatch(/^::stop-commands::(\w+)\n[^]*File exists[^]*\n::\1::\n$/m);
    });

    test("lets no page write Markdown", () => {
      const { elements, links, tables, additions } = asGitHubShows(hostile.report);
      expect(elements).toEqual(["a", "code", "h1", "h2", "p", "table", "tbody", "td", "th", "thead", "tr"]);
      expect(additions).toEqual([]);
      expect(new Set(links.map((link) => link.slice(0, hostile.site.length)))).toEqual(new Set([hostile.site]));
      expect(links).toContain(`${hostile.site}/%40admin/%21%28x%29%5By%5D/api-5`);
      expect(hostile.report.match(/^#.*/gm)).toEqual(["# Drift of PandaPon's pages", "## Not pulled", "## Additive"]);
      const text = tables.flat(2).join("\n");
      for (const part of ["# Owned", "##[add-mask]e", "Closes #1 &#64;admin @everyone", "::error title=Fixed"]) {
        expect(text).toContain(part);
      }
    });

    test("reports what changed on a page that the contract allows", async () => {
      const folder = temporaryFolder();
      const message = "The format of the price changed on the page; the contract allows it";
      const change = { kind: "page changed", impact: "documentation", page: "api-2", message, fix: "" };
      const files = Object.entries({
        "pull.json": { ok: true, changes: [change], problems: [] },
        "diff.json": { ok: true, pages: 1, findings: [], problems: [] },
      }).map(([name, result]) => {
        writeFileSync(path.join(folder, name), JSON.stringify(result));
        return path.join(folder, name);
      });
      const { stdout } = await run(process.execPath, [".ci/pages-watch-report.mjs", ...files], ROOT);
      expect(stdout).toContain("1 page compared: 0 breaking, 0 additive, 1 documentation only.");
      expect(stdout).toContain(`|  | page changed | ${message} |`);
    });

    test.each([
      [
        "a command that fails",
        '{ "ok": false, "message": "Nothing to pull from.", "problems": [] }',
        "Nothing to pull from.",
      ],
      ["a command that is killed", "", "`pandapon pages pull` ended without a result."],
    ])("reports %s", async (_, printed, message) => {
      const folder = temporaryFolder();
      writeFileSync(path.join(folder, "pull.json"), printed);
      const files = ["pull.json", "diff.json"].map((name) => path.join(folder, name));
      const { code, stdout } = await run(process.execPath, [".ci/pages-watch-report.mjs", ...files], ROOT);
      expect(code).toBe(0);
      expect(stdout).toContain(`## Not pulled\n\n| where | what | fix |\n| --- | --- | --- |\n|  | ${message} |  |`);
      expect(stdout).toContain("## Not readable\n");
      expect(stdout).toContain("`pandapon pages diff` ended without a result.");
    });
  });

  describe("the half that publishes", () => {
    test("commits the snapshot, opens one pull request with the report, and keeps it up to date", async () => {
      const repository = new Repository(empty);
      const first = await repository.publish(agreed.out);
      expect(first.code, first.stdout + first.stderr).toBe(0);
      expect(repository.remote("show", "pages-watch:spec/pages/api-2.json")).toContain(
        '"path": "/shop/order/{orderId}"',
      );
      expect(repository.calls).toContain("gh pr create --head pages-watch");
      expect(repository.calls).toContain("1 page compared: up to date.");

      const second = await repository.publish(drifted.out);
      expect(second.code, second.stdout + second.stderr).toBe(0);
      expect(repository.calls.match(/^gh pr create/gm)).toHaveLength(1);
      expect(repository.calls).toContain("gh pr edit 7 --body-file");
      expect(repository.calls).toMatch(DRIFT);
      expect(repository.remote("diff", "--name-only", "main", "pages-watch").trim().split("\n")).toEqual([
        "spec/pages/api-2.json",
        "spec/pages/sites.json",
      ]);
      expect(repository.remote("log", "--format=%s", "main..pages-watch").trim()).toBe(
        "Update the snapshot of PandaPon's pages",
      );
      expect(repository.calls).not.toContain("ran ");
    });

    test("opens another pull request once the first one is merged, on the same branch", async () => {
      const repository = new Repository(empty);
      await repository.publish(agreed.out);
      repository.merge();
      expect((await repository.publish(renamed())).code).toBe(0);
      expect(repository.calls.match(/^gh pr create/gm)).toHaveLength(2);
      expect(repository.remote("diff", "--stat", "main", "pages-watch")).toMatch(
        /spec\/pages\/api-2\.json \| +\d+ [+-]+\n/,
      );
    });

    test("asks for open pull requests of this repository only", async () => {
      const repository = new Repository(empty);
      await repository.publish(agreed.out);
      expect(repository.calls.split("\n")[0]).toBe(
        "gh pr list --head pages-watch --state open --json number,isCrossRepository --jq .[] | select(.isCrossRepository | not) | .number",
      );
    });

    test("does nothing if the pages are as before", async () => {
      const repository = new Repository(full);
      const { code, stdout } = await repository.publish(agreed.out);
      expect({ code, stdout }).toEqual({ code: 0, stdout: "No changes.\n" });
      expect(repository.calls).toMatch(/^gh pr list .*\n$/);
      expect(repository.remote("branch", "--list")).toBe("* main\n");
    });

    test("closes the pull request with a comment once the page is as before", async () => {
      const repository = new Repository(full);
      await repository.publish(drifted.out);
      const { code, stdout, stderr } = await repository.publish(agreed.out);
      expect(code, stdout + stderr).toBe(0);
      expect(stdout).toContain("No changes.");
      expect(repository.calls).toMatch(
        /^gh pr close 7 --comment PandaPon's pages are again as the snapshot .* merge\.$/m,
      );
      await repository.publish(agreed.out);
      expect(repository.calls.match(/^gh pr close/gm)).toHaveLength(1);
    });

    test("fails if a page could not be pulled, and keeps the pull request: the page may have changed", async () => {
      const repository = new Repository(full);
      await repository.publish(drifted.out);
      const { code, stdout } = await repository.publish(failed.out);
      expect(code).toBe(2);
      expect(stdout).toContain("Some pages could not be pulled or read. The report is in the summary of the run.");
      expect(repository.calls).not.toMatch(/^gh pr (?:edit|close)/m);
    });

    test("fails each day if drift was merged and not fixed", async () => {
      const repository = new Repository(empty);
      expect((await repository.publish(drifted.out)).code).toBe(0);
      repository.merge();
      const { code, stdout, stderr } = await repository.publish(drifted.out);
      expect(code, stdout + stderr).toBe(1);
      expect(stdout).toContain("No changes.");
      expect(stdout).toContain("The contract still differs from the pages.");
      expect(repository.calls.match(/^gh pr/gm)).toHaveLength(2);
    });

    test("leaves a branch alone if a person commits to it, and reports newer pages all the same", async () => {
      const repository = new Repository(full);
      await repository.publish(drifted.out);
      repository.commitAsPerson("--message", "Fix");
      const tip = repository.remote("rev-parse", "pages-watch");
      const left = "The branch pages-watch holds work of person@example.org.";

      const same = await repository.publish(drifted.out);
      expect(same.stdout).toContain(left);
      expect(same.stdout).not.toContain("The pages have changed since.");
      expect(same.code, same.stdout + same.stderr).toBe(0);

      for (const out of [renamed(), agreed.out]) {
        const newer = await repository.publish(out);
        expect(newer.stdout).toContain(left);
        expect(newer.stdout).toContain("The pages have changed since.");
        expect(newer.code).toBe(1);
      }
      expect(repository.remote("rev-parse", "pages-watch")).toBe(tip);
      expect(repository.calls.match(/^gh pr (?!list).*/gm)).toHaveLength(1);

      // Once it is merged, the branch that is left behind is nobody's concern.
      repository.merge();
      expect((await repository.publish(drifted.out)).stdout).not.toContain(left);
    });

    test("leaves a branch alone if a person rewrites the watch's commit", async () => {
      const repository = new Repository(full);
      await repository.publish(drifted.out);
      repository.commitAsPerson("--author", "watch <watch@example.org>", "--message", "Fix");
      const tip = repository.remote("rev-parse", "pages-watch");
      const { stdout } = await repository.publish(renamed());
      expect(stdout).toContain("The branch pages-watch holds work of person@example.org.");
      expect(repository.remote("rev-parse", "pages-watch")).toBe(tip);
    });

    test("cuts a report that is too long for a pull request at a line, and says where the rest is", async () => {
      const repository = new Repository(empty);
      const run = { GITHUB_SERVER_URL: "https://git.example", GITHUB_REPOSITORY: "o/r", GITHUB_RUN_ID: "5" };
      expect((await repository.publish(drifted.out, run)).code).toBe(0);
      expect(repository.calls.length).toBeLessThan(65_536);
      expect(repository.calls).toContain("weightOfParcel0");
      expect(repository.calls).toMatch(
        /\|\n\nThe report is too long to be shown here\. The rest is in the summary of the run: https:\/\/git\.example\/o\/r\/actions\/runs\/5\.\n$/,
      );
      expect(drifted.summary).toContain("weightOfParcel399");
    });

    const file = (out: string, name: string): void => writeFileSync(path.join(out, name), "{}\n");
    const link = (out: string, name: string): void => {
      renameSync(path.join(out, name), path.join(out, "aside"));
      symlinkSync("aside", path.join(out, name));
    };
    const artifacts: [string, (out: string) => void][] = [
      ["a file of another name", (out) => file(out, "pages/.gitattributes")],
      ["a name that goes on in a second line", (out) => file(out, "pages/api-1.json\napi-1.json")],
      ["a file in a folder", (out) => (mkdirSync(path.join(out, "pages/a")), file(out, "pages/a/api-1.json"))],
      ["a folder with a file's name", (out) => mkdirSync(path.join(out, "pages/api-1.json"))],
      ["a page that is a link", (out) => symlinkSync("/etc/passwd", path.join(out, "pages/api-1.json"))],
      ["pages that are a link", (out) => link(out, "pages")],
      ["a report that is a link", (out) => link(out, "report.md")],
      ["a status that is a link", (out) => link(out, "status")],
      ["no report", (out) => rmSync(path.join(out, "report.md"))],
      ["no status", (out) => rmSync(path.join(out, "status"))],
      ["a status that is not two numbers", (out) => writeFileSync(path.join(out, "status"), "0 a[$(touch owned)]\n")],
    ];
    test("refuses an artifact with other files than those of a snapshot, links, or a part missing", async () => {
      const repository = new Repository(empty);
      for (const [what, change] of artifacts) {
        const out = copyOf(drifted);
        change(out);
        const { code, stdout } = await repository.publish(out);
        expect(code, what).toBe(2);
        expect(stdout, what).toMatch(/^The artifact was refused: .* Nothing was published\./);
      }
      expect(repository.calls).toBe("");
      expect(repository.remote("branch", "--list")).toBe("* main\n");
    });

    test("takes nothing but the snapshot and the report from the artifact", async () => {
      const repository = new Repository(empty);
      const out = copyOf(agreed);
      for (const folder of [".github/workflows", "spec"]) mkdirSync(path.join(out, folder), { recursive: true });
      for (const name of [".github/workflows/ci.yml", "spec/openapi.yaml", "README.md"]) file(out, name);
      expect((await repository.publish(out)).code).toBe(0);
      expect(repository.remote("diff", "--name-only", "main", "pages-watch").trim().split("\n")).toEqual([
        "spec/pages/api-2.json",
        "spec/pages/sites.json",
      ]);
    });
  });

  test("other arguments are refused", async () => {
    for (const args of [[], ["compare", "out"], ["publish"], ["publish", "out", "more"], ["https://doc.example.com"]]) {
      const { code, stderr } = await run("bash", [".ci/pages-watch", ...args], ROOT);
      expect(code).toBe(2);
      expect(stderr).toContain("Usage: .ci/pages-watch compare OUT SITE…");
    }
  });
});

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Workflow {
  on: { schedule?: { cron: string }[] };
  permissions: object;
  env?: object;
  jobs: Record<string, { needs?: string; permissions?: object; env?: object; steps: Step[] }>;
}
const workflow = (name: string): { text: string; content: Workflow } => {
  const text = readFileSync(path.join(ROOT, ".github/workflows", name), "utf8");
  // The tests below fail if the file has another form.
  return { text, content: parse(text) as Workflow };
};

describe("the workflows", () => {
  const { content } = workflow("pages-watch.yml");
  const stepsOf = (job: string): Step[] => content.jobs[job]?.steps ?? [];

  test("the watch runs daily", () => {
    expect(content.on.schedule?.map(({ cron }) => cron.split(" ").slice(2))).toEqual([["*", "*", "*"]]);
  });

  test("the job that reads foreign pages has no right to write and no token", () => {
    expect(content.permissions).toEqual({});
    expect(Object.keys(content.jobs)).toEqual(["compare", "publish"]);
    const job = content.jobs["compare"];
    expect(job?.permissions).toEqual({ contents: "read" });
    expect(JSON.stringify([content.env, job])).not.toMatch(/token|secrets\./i);
    expect(stepsOf("compare")[0]?.with).toEqual({ "persist-credentials": false });
    expect(stepsOf("compare").flatMap(({ run: command }) => command ?? [])).toEqual([
      "npm ci",
      "npm run build:codegen",
      'bash .ci/pages-watch compare "$RUNNER_TEMP/pages-watch" https://doc.pandapon.com https://doc-en.pandapon.com',
    ]);
  });

  test("the job that writes has the rights that it needs, and runs nothing but the watch", () => {
    const job = content.jobs["publish"];
    expect(job?.needs).toBe("compare");
    expect(job?.permissions).toEqual({ contents: "write", "pull-requests": "write" });
    expect(stepsOf("publish").map(({ uses = "run" }) => uses.replace(/@.*/, ""))).toEqual([
      "actions/checkout",
      "actions/download-artifact",
      "run",
    ]);
    expect(stepsOf("publish").at(-1)?.run?.trim().split("\n")).toEqual([
      "git config user.name github-actions",
      "git config user.email github-actions@users.noreply.github.com",
      'bash .ci/pages-watch publish "$RUNNER_TEMP/pages-watch"',
    ]);
  });

  test("one job hands the artifact to the other", () => {
    const where = { name: "pages-watch", path: "${{ runner.temp }}/pages-watch" };
    expect(stepsOf("compare").at(-1)?.with).toMatchObject(where);
    expect(stepsOf("publish")[1]?.with).toEqual(where);
  });

  test.each(["ci.yml", "pages-watch.yml"])("%s pins every action by its commit and names the version", (name) => {
    const { text, content: checked } = workflow(name);
    const uses = Object.values(checked.jobs).flatMap(({ steps }) => steps.flatMap((step) => step.uses ?? []));
    expect(uses.length).toBeGreaterThan(3);
    for (const one of uses) {
      expect(one).toMatch(/^actions\/[\w-]+@[\da-f]{40}$/);
      expect(text).toMatch(new RegExp(`uses: ${one} # v\\d+\\.\\d+\\.\\d+\\n`));
    }
  });
});
