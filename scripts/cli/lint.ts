// `pandapon lint`
import { codeFor } from "../core/problem.js";
import { count } from "../core/text.js";
import { jsonOption, specOption, type Define } from "./command.js";

interface LintFlags {
  spec: string;
  config?: string;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress, exit }) => {
  program
    .command("lint")
    .description("check the contract against its rules")
    .addOption(specOption())
    .option("--config <file>", "a Redocly configuration instead of the redocly.yaml in the working directory")
    .addOption(jsonOption())
    .action(async ({ spec, config, json }: LintFlags) => {
      progress.step("linting");
      const { lint } = await import("../lint/index.js");
      const problems = await lint({ spec, ...(config !== undefined && { config }) });
      progress.end();
      if (problems.length > 0) exit(codeFor(problems));
      const { milliseconds, elapsed } = progress;
      if (json) return terminal.sayJson({ ok: problems.length === 0, milliseconds, problems });
      for (const problem of problems) terminal.say(...terminal.problem(problem));
      const verdict =
        problems.length === 0 ? terminal.good("No problems.") : terminal.bad(`${count(problems.length, "problem")}.`);
      terminal.say(`${verdict} ${terminal.faint(elapsed)}`);
    });
};
