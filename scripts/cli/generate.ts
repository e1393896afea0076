// `pandapon generate`
import { commandFor } from "../core/command-text.js";
import { shownPath } from "../core/spec-folder.js";
import { count } from "../core/text.js";
import { jsonOption, specOption, type Define } from "./command.js";

interface GenerateFlags {
  spec: string;
  out: string;
  runtime?: string;
  check?: boolean;
  force?: boolean;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress, exit }) => {
  program
    .command("generate")
    .description("compile the contract into a bundle, types and the operations table")
    .addOption(specOption())
    .option("--out <dir>", "the folder for the result", "generated")
    .option("--runtime <module>", "where the result imports the runtime from (default: pandapon-openapi)")
    .option("--check", "write nothing; name the files that differ and exit 1")
    .option("--force", "compile even if nothing changed since the last run")
    .addOption(jsonOption())
    .action(async ({ spec, out, runtime, check, force = false, json }: GenerateFlags) => {
      const tools = await import("../generate/index.js");
      const options = {
        spec,
        out,
        ...(runtime !== undefined && { runtime }),
        onStep: (step: string): void => progress.step(step),
      };
      if (check) {
        const differing = await tools.check(options);
        progress.end();
        const ok = differing.length === 0;
        if (!ok) exit(1);
        const { milliseconds, elapsed } = progress;
        if (json) return terminal.sayJson({ ok, milliseconds, out, differing });
        for (const name of differing) terminal.say(`${terminal.bad("differs")}  ${out}/${name}`);
        const flags = [
          ...(out === "generated" ? [] : ["--out", out]),
          ...(runtime === undefined ? [] : ["--runtime", runtime]),
        ];
        const verdict = ok
          ? terminal.good("Up to date.")
          : `${count(differing.length, "file")} out of date. Run \`${commandFor(spec, "generate", ...flags)}\` and commit the result.`;
        return terminal.say(`${verdict} ${terminal.faint(elapsed)}`);
      }
      const result = await tools.generate({ ...options, force });
      progress.end();
      const { milliseconds, elapsed } = progress;
      if (json) return terminal.sayJson({ ok: true, milliseconds, out, written: result.written });
      for (const name of tools.ARTEFACTS) {
        const written = result.written.includes(name);
        const state = written ? terminal.good("written") : terminal.faint("up to date");
        terminal.say(`${state}  ${shownPath(result.out)}/${name}`);
      }
      terminal.say(`${terminal.good("Done.")} ${terminal.faint(elapsed)}`);
    });
};
