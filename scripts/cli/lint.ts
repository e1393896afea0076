// `pandapon lint`
import { existsSync } from "node:fs";
import path from "node:path";
import type { CheckedLanguages } from "../docs/index.js";
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
      const fields: CheckedLanguages["fields"] = [];
      // The texts are those of the published contract, which there is only if the contract holds.
      if (problems.length === 0 && hasTranslations(spec)) {
        progress.step("comparing the translations");
        const { checkLanguages } = await import("../docs/index.js");
        const { publishedContract } = await import("../generate/index.js");
        const checked = checkLanguages(spec, await publishedContract(spec));
        problems.push(...checked.problems);
        fields.push(...checked.fields);
      }
      progress.end();
      if (problems.length > 0) exit(codeFor(problems));
      const { milliseconds, elapsed } = progress;
      if (json) return terminal.sayJson({ ok: problems.length === 0, milliseconds, problems, translated: fields });
      for (const problem of problems) terminal.say(...terminal.problem(problem));
      for (const { language, translated, of } of fields) {
        terminal.say(`${language}: ${translated} of ${of} descriptions of fields are translated.`);
      }
      const verdict =
        problems.length === 0 ? terminal.good("No problems.") : terminal.bad(`${count(problems.length, "problem")}.`);
      terminal.say(`${verdict} ${terminal.faint(elapsed)}`);
    });
};

const hasTranslations = (spec: string): boolean => existsSync(path.join(spec, "translations"));
