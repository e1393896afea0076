// `pandapon postman`
import { shownPath } from "../core/spec-folder.js";
import { jsonOption, type Define } from "./command.js";

interface PostmanFlags {
  bundle: string;
  out: string;
  check?: boolean;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress, exit }) => {
  program
    .command("postman")
    .description("make a Postman collection from the bundle; its requests sign themselves")
    .option("--bundle <file>", "the bundle", "generated/openapi.yaml")
    .option("--out <dir>", "the folder for postman_collection.json", "generated")
    .option("--check", "write nothing; exit 1 if the collection differs")
    .addOption(jsonOption())
    .action(async ({ bundle, out, check = false, json }: PostmanFlags) => {
      progress.step("making the collection");
      const { postman } = await import("../postman/index.js");
      const result = await postman({ bundle, out, check });
      progress.end();
      const file = shownPath(result.file);
      const ok = !check || !result.differed;
      if (!ok) exit(1);
      const { milliseconds, elapsed } = progress;
      if (json) return terminal.sayJson({ ok, milliseconds, file, differed: result.differed });
      const state = result.differed
        ? check
          ? terminal.bad("differs")
          : terminal.good("written")
        : terminal.faint("up to date");
      terminal.say(`${state}  ${file} ${terminal.faint(elapsed)}`);
      if (!ok) terminal.say("Run the same command without --check, and commit the result.");
    });
};
