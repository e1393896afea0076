// `pandapon pages diff`
import { IMPACTS } from "../core/impact.js";
import { count } from "../core/text.js";
import type { Finding } from "../pages/diff/index.js";
import { changeText, findingText } from "./finding-text.js";
import { jsonOption, specOption, type Define } from "./command.js";
import { pagesGroup } from "./pages-group.js";
import type { Terminal } from "./terminal.js";

interface DiffFlags {
  spec: string;
  from?: string[];
  markdown?: boolean;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress, exit }) => {
  pagesGroup(program)
    .command("diff")
    .description("compare what the pages say with what the contract says")
    .option("--from <file...>", "saved pages, or folders of saved pages (default: the snapshot in spec/pages)")
    .addOption(specOption())
    .option("--markdown", "print the report as Markdown, for a pull request")
    .addOption(jsonOption().conflicts("markdown"))
    .addHelpText("after", "\nExit codes: 0 no differences, 1 differences, 2 bad usage or unreadable input.")
    .action(async ({ spec, from, markdown, json }: DiffFlags) => {
      const { diff } = await import("../pages/diff/index.js");
      const onProgress = (done: number, total: number): void => progress.bar(done, total, "pages compared");
      const result = diff({ spec, ...(from !== undefined && { from }), onProgress });
      progress.end();
      const { pages, findings, problems } = result;
      const code = problems.length > 0 ? 2 : findings.length > 0 ? 1 : 0;
      exit(code);
      if (json) return terminal.sayJson({ ok: code === 0, milliseconds: progress.milliseconds, ...result });
      if (markdown) {
        const { markdownReport } = await import("../pages/diff/markdown.js");
        return terminal.say(markdownReport(result).trimEnd());
      }
      for (const problem of problems) terminal.complain(terminal.problem(problem));
      for (const finding of findings) {
        terminal.say((finding.kind === "page changed" ? changeText : findingText)(finding, terminal));
      }
      const compared = terminal.faint(`${count(pages, "page")} compared in ${progress.elapsed}`);
      terminal.say(`${verdict(findings, terminal)} ${compared}`);
    });
};

function verdict(findings: readonly Finding[], terminal: Terminal): string {
  if (findings.length === 0) return terminal.good("Up to date.");
  const counts = IMPACTS.map((one) => `${findings.filter(({ impact }) => impact === one).length} ${one}`);
  return terminal.bad(`${count(findings.length, "difference")}: ${counts.join(", ")}.`);
}
