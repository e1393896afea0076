// `pandapon vendor …`: pulls the vendor's pages, compares them with the contract, drafts what the contract does not have.
import { join } from "node:path";
import process from "node:process";
import type { Command } from "commander";
import { jsonOption, specOption } from "./options.js";
import { bad, count, faint, good, printable, problemText, Progress, say, sayJson } from "./reporter.js";

interface Flags {
  spec: string;
  json?: boolean;
}

/** Adds the group of commands to the program. */
export function addVendor(program: Command): void {
  const vendor = program.command("vendor").description("follow the vendor's documentation");
  addPull(vendor);
  addDiff(vendor);
  addDraft(vendor);
}

function addPull(vendor: Command): void {
  vendor
    .command("pull")
    .description("bring the snapshot in spec/vendor up to date")
    .option("--site <address...>", "sites, addresses of pages, or files that list such addresses")
    .option("--from <file...>", "pages that you saved, and folders of them")
    .addOption(specOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 2 bad usage, or something could not be had or read: its place stays as it was.",
    )
    .action(async ({ spec, site = [], from = [], json }: Flags & { site?: string[]; from?: string[] }) => {
      const progress = new Progress();
      const { pull } = await import("../vendor/pull/index.js");
      const result = await pull({
        spec,
        sites: site,
        from,
        onProgress: (done, total, what) => progress.bar(done, total, what),
      }).finally(() => progress.end());
      const { written, unchanged, gone, problems } = result;
      if (problems.length > 0) process.exitCode = 2;
      if (json) return sayJson({ ok: problems.length === 0, milliseconds: progress.milliseconds, ...result });
      for (const problem of problems) process.stderr.write(`${problemText(problem)}\n`);
      for (const id of written) say(`${good("written")}  ${id}`);
      for (const id of gone) say(`${bad("gone")}  ${id}`);
      say(
        `${count(written.length, "page")} written, ${gone.length} gone, ${unchanged} as before. ${faint(progress.elapsed)}`,
      );
    });
}

function addDiff(vendor: Command): void {
  vendor
    .command("diff")
    .description("compare what the vendor's pages say with what the contract says")
    .option("--from <file...>", "pages that you saved, and folders of them; the snapshot in spec/vendor without it")
    .addOption(specOption())
    .option("--markdown", "print the report as Markdown, for a pull request")
    .addOption(jsonOption().conflicts("markdown"))
    .addHelpText("after", "\nExit codes: 0 in step, 1 drift, 2 bad usage, or something could not be read.")
    .action(async ({ spec, from, markdown, json }: Flags & { from?: string[]; markdown?: boolean }) => {
      const progress = new Progress();
      const { diff } = await import("../vendor/diff/index.js");
      const onProgress = (done: number, total: number): void => progress.bar(done, total, "pages compared");
      const result = diff({ spec, ...(from !== undefined && { from }), onProgress });
      progress.end();
      const { findings, problems } = result;
      process.exitCode = problems.length > 0 ? 2 : findings.length > 0 ? 1 : 0;
      if (json) {
        const { milliseconds } = progress;
        return sayJson({ ok: process.exitCode === 0, milliseconds, ...result });
      }
      if (markdown) {
        const { markdownReport } = await import("../vendor/report/markdown.js");
        return void process.stdout.write(markdownReport(result));
      }
      const { terminalReport } = await import("../vendor/report/terminal.js");
      for (const problem of problems) process.stderr.write(`${problemText(problem)}\n`);
      say(terminalReport(result, progress.elapsed));
    });
}

function addDraft(vendor: Command): void {
  vendor
    .command("draft")
    .description("write the files for a page that the contract does not have yet")
    .argument("<page>", "the page's id, such as api-250313122, or the file of a page")
    .option("--from <file...>", "pages that you saved, and folders of them; the snapshot in spec/vendor without it")
    .option("--out <dir>", "the folder that the files go to, laid out like the spec folder (default: the spec folder)")
    .addOption(specOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExit codes: 0 drafted, 2 bad usage, or not all of the page could be read.")
    .action(async (which: string, { spec, from, out, json }: Flags & { from?: string[]; out?: string }) => {
      const progress = new Progress();
      progress.step("drafting");
      const [{ draft }, { findPage }, { shownPath }] = await Promise.all([
        import("../vendor/draft/index.js"),
        import("../vendor/draft/find-page.js"),
        import("../contract/spec-folder.js"),
      ]);
      const { page, problems } = findPage({ which, spec, ...(from !== undefined && { from }) });
      const drafted = await draft(page, { spec, write: true, ...(out !== undefined && { out }) }).finally(() =>
        progress.end(),
      );
      const { files, operationId, todo } = drafted;
      if (problems.length > 0) process.exitCode = 2;
      if (json) {
        const names = files.map(({ path: name, state }) => ({ path: name, state }));
        return sayJson({
          ok: problems.length === 0,
          milliseconds: progress.milliseconds,
          operationId,
          files: names,
          todo,
          problems,
        });
      }
      for (const problem of problems) process.stderr.write(`${problemText(problem)}\n`);
      for (const { path: name, state } of files) say(`${good(state)}  ${shownPath(join(out ?? spec, name))}`);
      say(`\n${operationId} is drafted. Left to do:`);
      for (const one of todo) say(`- ${printable(one)}`);
      say(faint(progress.elapsed));
    });
}
