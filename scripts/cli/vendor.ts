// `pandapon vendor …`: pulls the vendor's pages, compares them with the contract, drafts what the contract does not have.
import process from "node:process";
import type { Command } from "commander";
import { jsonOption, specOption } from "./options.js";
import { problemText, Progress, say, sayJson } from "./reporter.js";

interface Flags {
  spec: string;
  json?: boolean;
}

/** Adds the group of commands to the program. */
export function addVendor(program: Command): void {
  const vendor = program.command("vendor").description("follow the vendor's documentation");
  vendor
    .command("diff")
    .description("compare what the vendor's pages say with what the contract says")
    .option("--from <file...>", "pages that you saved, and folders of them; the snapshot in spec/vendor without it")
    .addOption(specOption())
    .option("--markdown", "print the report as Markdown, for a pull request")
    .addOption(jsonOption())
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
