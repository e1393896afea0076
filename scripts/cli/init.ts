// `pandapon init`
import path from "node:path";
import { Writable } from "node:stream";
import { Option } from "commander";
import { Failure } from "../core/problem.js";
import { shownPath } from "../core/spec-folder.js";
import { STYLES, type Style } from "../config/define.js";
import type { Answers, Format } from "../init/index.js";
import { INTERRUPTED, jsonOption, type Define } from "./command.js";

interface InitFlags {
  include?: string[];
  style?: Style;
  out?: string;
  format?: Format;
  yes?: boolean;
  force?: boolean;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress, exit, io }) => {
  program
    .command("init")
    .description("write pandapon.config.ts: which operations to generate a client for, how and where")
    .option("--include <glob...>", "operationIds or globs, such as 'alibaba.refunds.*'; '*' is everything")
    .addOption(new Option("--style <style>", "how operations are called").choices(STYLES))
    .option("--out <dir>", "the folder for the result, such as src/pandapon")
    .addOption(new Option("--format <format>", "the language of the file").choices(["ts", "mjs", "json"]))
    .option("--yes", "ask nothing; the defaults are everything, methods, and src/pandapon or pandapon")
    .option("--force", "replace an existing configuration")
    .addOption(jsonOption())
    .action(async ({ include, style, out, format, yes = false, force = false, json = false }: InitFlags) => {
      const tools = await import("../init/index.js");
      const dir = path.resolve();
      const target = tools.configFileIn(dir, { ...(format !== undefined && { format }), force });
      const { operations } = tools.listOperations({ dir });
      const known: Partial<Answers> = {
        ...(include !== undefined && { include }),
        ...(style !== undefined && { style }),
        ...(out !== undefined && { out }),
      };
      const answers = await answersFor(known);
      if (answers === undefined) {
        terminal.complain("Stopped. Nothing was written.");
        return exit(INTERRUPTED);
      }
      const file = shownPath(tools.init(target, answers, operations));
      const next = tools.nextSteps(dir);
      if (json) return terminal.sayJson({ ok: true, milliseconds: progress.milliseconds, file, config: answers, next });
      terminal.say(`${terminal.good("written")}  ${file}`, "", "Next:");
      const width = Math.max(...next.map(({ command }) => command.length));
      for (const { command, why } of next) terminal.say(`  ${command.padEnd(width)}  ${terminal.faint(why)}`);

      /** The flags, completed by defaults or by questions; undefined if the person stops. */
      async function answersFor({ include, style, out }: Partial<Answers>): Promise<Answers | undefined> {
        if (include !== undefined && style !== undefined && out !== undefined) return { include, style, out };
        if (yes) return { include: include ?? ["*"], style: style ?? "methods", out: out ?? tools.defaultOut(dir) };
        const { stdin, stdout } = io;
        // Only a stream can be asked on; tests and pipes have others.
        if (json || stdin?.isTTY !== true || stdout.isTTY !== true || !(stdout instanceof Writable)) {
          const missing = Object.entries({ "--include": include, "--style": style, "--out": out })
            .filter(([, value]) => value === undefined)
            .map(([flag]) => flag);
          throw new Failure(
            2,
            `There is no terminal to ask on. Pass ${missing.join(", ")}, or --yes for the defaults.`,
          );
        }
        const { ask } = await import("../init/questions.js");
        return ask(known, { dir, operations, input: stdin, output: stdout });
      }
    });
};
