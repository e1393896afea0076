// `pandapon pages pull`
import { count } from "../core/text.js";
import { changeText } from "./finding-text.js";
import { anyServerOption, jsonOption, specOption, type Define } from "./command.js";
import { pagesGroup } from "./pages-group.js";

interface PullFlags {
  spec: string;
  site?: string[];
  from?: string[];
  anyServer?: boolean;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress, exit }) => {
  pagesGroup(program)
    .command("pull")
    .description("update the snapshot of the pages in spec/pages")
    .option("--site <address...>", "sites, addresses of pages, or files that list such addresses")
    .option("--from <file...>", "saved pages, or folders of saved pages")
    .addOption(anyServerOption())
    .addOption(specOption())
    .addOption(jsonOption())
    .addHelpText(
      "after",
      "\nExit codes: 0 done, 2 bad usage, or a page could not be fetched or read (its file is not changed).",
    )
    .action(async ({ spec, site = [], from = [], anyServer = false, json }: PullFlags) => {
      const { pull } = await import("../pages/pull/index.js");
      const result = await pull({
        spec,
        sites: site,
        from,
        anyServer,
        onProgress: (done, total, what) => progress.bar(done, total, what),
      });
      progress.end();
      const { written, unchanged, gone, changes, problems } = result;
      const ok = problems.length === 0;
      if (!ok) exit(2);
      if (json) return terminal.sayJson({ ok, milliseconds: progress.milliseconds, ...result });
      for (const problem of problems) terminal.complain(...terminal.problem(problem));
      for (const id of written) terminal.say(`${terminal.good("written")}  ${id}`);
      for (const id of gone) terminal.say(`${terminal.bad("gone")}  ${id}`);
      for (const change of changes) terminal.say(...changeText(change, terminal));
      const summary = `${count(written.length, "page")} written, ${gone.length} gone, ${unchanged} unchanged.`;
      terminal.say(`${summary} ${terminal.faint(progress.elapsed)}`);
    });
};
