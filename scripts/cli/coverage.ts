// `pandapon coverage`
import { jsonOption, specOption, type Define } from "./command.js";

interface CoverageFlags {
  spec: string;
  write?: string;
  operations?: string;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress }) => {
  program
    .command("coverage")
    .description("show how much of PandaPon's API the contract describes")
    .addOption(specOption())
    .option("--write <file>", "write the table between the markers of a Markdown file instead of printing it")
    .option("--operations <file>", "write a Markdown page of all operations instead of printing the table")
    .addOption(jsonOption())
    .action(async ({ spec, write, operations, json }: CoverageFlags) => {
      const tools = await import("../coverage/index.js");
      const entries = tools.coverage(spec);
      const files: { file: string; written: boolean }[] = [];
      if (write !== undefined) {
        files.push({ file: write, written: tools.writeBetweenMarkers(write, tools.markdownTable(entries)) });
      }
      if (operations !== undefined) {
        files.push({ file: operations, written: tools.writeIfChanged(operations, tools.operationsPage(entries)) });
      }
      const { milliseconds } = progress;
      if (files.length === 0) {
        if (json) return terminal.sayJson({ ok: true, milliseconds, ...tools.coverageTable(entries) });
        return terminal.say(...tools.terminalTable(entries));
      }
      if (json) return terminal.sayJson({ ok: true, milliseconds, files });
      for (const { file, written } of files) {
        terminal.say(`${written ? terminal.good("written") : terminal.faint("up to date")}  ${file}`);
      }
    });
};
