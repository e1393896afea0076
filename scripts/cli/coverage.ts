// `pandapon coverage`
import { jsonOption, specOption, type Define } from "./command.js";

interface CoverageFlags {
  spec: string;
  write?: string;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress }) => {
  program
    .command("coverage")
    .description("show how much of PandaPon's API the contract describes")
    .addOption(specOption())
    .option("--write <file>", "write the table between the markers of a Markdown file instead of printing it")
    .addOption(jsonOption())
    .action(async ({ spec, write, json }: CoverageFlags) => {
      const { coverage, coverageTable, markdownTable, terminalTable, writeBetweenMarkers } =
        await import("../coverage/index.js");
      const entries = coverage(spec);
      if (write !== undefined) {
        const written = writeBetweenMarkers(write, markdownTable(entries));
        const { milliseconds } = progress;
        if (json) return terminal.sayJson({ ok: true, milliseconds, file: write, written });
        return terminal.say(`${written ? terminal.good("written") : terminal.faint("up to date")}  ${write}`);
      }
      const { milliseconds } = progress;
      if (json) return terminal.sayJson({ ok: true, milliseconds, ...coverageTable(entries) });
      terminal.say(...terminalTable(entries));
    });
};
