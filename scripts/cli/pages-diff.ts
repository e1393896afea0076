// `pandapon pages diff`
import { IMPACTS } from "../core/impact.js";
import { count } from "../core/text.js";
import type { DiffResult } from "../pages/diff/index.js";
import { changeText, findingText } from "./finding-text.js";
import { anyServerOption, jsonOption, specOption, type Define } from "./command.js";
import { pagesGroup } from "./pages-group.js";
import type { Terminal } from "./terminal.js";

interface DiffFlags {
  spec: string;
  from?: string[];
  anyServer?: boolean;
  markdown?: boolean;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress, exit }) => {
  pagesGroup(program)
    .command("diff")
    .description("compare what the pages say with what the contract says")
    .option("--from <file...>", "saved pages, or folders of saved pages (default: the snapshot in spec/pages)")
    .addOption(anyServerOption())
    .addOption(specOption())
    .option("--markdown", "print the report as Markdown, for a pull request")
    .addOption(jsonOption().conflicts("markdown"))
    .addHelpText("after", "\nExit codes: 0 no differences, 1 differences, 2 bad usage or unreadable input.")
    .action(async ({ spec, from, anyServer = false, markdown, json }: DiffFlags) => {
      const { diff } = await import("../pages/diff/index.js");
      const onProgress = (done: number, total: number): void => progress.bar(done, total, "pages compared");
      const result = diff({ spec, ...(from !== undefined && { from }), anyServer, onProgress });
      progress.end();
      const { pages, findings, problems } = result;
      const code = problems.length > 0 ? 2 : findings.length > 0 ? 1 : 0;
      exit(code);
      if (json) return terminal.sayJson({ ok: code === 0, milliseconds: progress.milliseconds, ...result });
      if (markdown) {
        const { markdownReport } = await import("../pages/diff/markdown.js");
        return terminal.sayText(markdownReport(result).trimEnd());
      }
      for (const problem of problems) terminal.complain(...terminal.problem(problem));
      for (const finding of findings) {
        terminal.say(...(finding.kind === "page changed" ? changeText : findingText)(finding, terminal));
      }
      const compared = terminal.faint(`${count(pages, "page")} compared in ${progress.elapsed}`);
      terminal.say(`${verdict(result, terminal)} ${compared}`);
    });
};

function verdict({ pages, findings, problems }: DiffResult, terminal: Terminal): string {
  if (pages === 0 && findings.length === 0) return terminal.bad("No page could be compared.");
  if (findings.length === 0) {
    return problems.length === 0 ? terminal.good("Up to date.") : terminal.bad("No difference in what could be read.");
  }
  const counts = IMPACTS.map((one) => `${findings.filter(({ impact }) => impact === one).length} ${one}`);
  return terminal.bad(`${count(findings.length, "difference")}: ${counts.join(", ")}.`);
}
