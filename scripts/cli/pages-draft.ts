// `pandapon pages draft`
import { join } from "node:path";
import { shownPath } from "../core/spec-folder.js";
import { anyServerOption, jsonOption, specOption, type Define } from "./command.js";
import { pagesGroup } from "./pages-group.js";

interface DraftFlags {
  spec: string;
  from?: string[];
  anyServer?: boolean;
  out?: string;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress, exit }) => {
  pagesGroup(program)
    .command("draft")
    .description("write the files for a page that the contract does not describe yet")
    .argument("<page>", "the page's id, such as api-250313122, or the file of a page")
    .option("--from <file...>", "saved pages, or folders of saved pages (default: the snapshot in spec/pages)")
    .option(
      "--out <dir>",
      "the folder for the files, laid out like the spec folder; drafts in it are kept (default: the spec folder)",
    )
    .addOption(anyServerOption())
    .addOption(specOption())
    .addOption(jsonOption())
    .addHelpText("after", "\nExit codes: 0 drafted, 2 bad usage or a page that could not be read completely.")
    .action(async (which: string, { spec, from, anyServer = false, out, json }: DraftFlags) => {
      progress.step("drafting");
      const [{ draft }, { findPage }] = await Promise.all([
        import("../pages/draft/index.js"),
        import("../pages/find/find-page.js"),
      ]);
      const { page, problems } = findPage({ which, spec, anyServer, ...(from !== undefined && { from }) });
      const { files, operationId, todo } = await draft(page, { spec, write: true, ...(out !== undefined && { out }) });
      progress.end();
      const ok = problems.length === 0;
      if (!ok) exit(2);
      if (json) {
        const { milliseconds } = progress;
        const names = files.map(({ path: name, state }) => ({ path: name, state }));
        return terminal.sayJson({ ok, milliseconds, operationId, files: names, todo, problems });
      }
      for (const problem of problems) terminal.complain(...terminal.problem(problem));
      for (const { path: name, state } of files) {
        terminal.say(`${terminal.good(state)}  ${shownPath(join(out ?? spec, name))}`);
      }
      terminal.say("", `${operationId} is drafted. Left to do:`, ...todo.map((one) => `- ${one}`));
      terminal.say(terminal.faint(progress.elapsed));
    });
};
