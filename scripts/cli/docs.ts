// `pandapon docs`
import { shownPath } from "../core/spec-folder.js";
import { jsonOption, type Define } from "./command.js";

interface DocsFlags {
  bundle: string;
  out: string;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress }) => {
  program
    .command("docs")
    .description("build the docs page from the bundle")
    .option("--bundle <file>", "the bundle", "generated/openapi.yaml")
    .option("--out <dir>", "the folder for index.html", "site")
    .addOption(jsonOption())
    .action(async ({ bundle, out, json }: DocsFlags) => {
      progress.step("building the docs page");
      const { docs } = await import("../docs/index.js");
      const file = shownPath(await docs({ bundle, out }));
      progress.end();
      const { milliseconds, elapsed } = progress;
      if (json) return terminal.sayJson({ ok: true, milliseconds, file });
      terminal.say(`${terminal.good("written")}  ${file} ${terminal.faint(elapsed)}`);
    });
};
