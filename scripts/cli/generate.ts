// `pandapon generate`
import path from "node:path";
import { CONFIG_NAMES, findConfig } from "../config/index.js";
import { commandFor } from "../core/command-text.js";
import { Failure } from "../core/problem.js";
import { isFile, shownPath } from "../core/spec-folder.js";
import { count } from "../core/text.js";
import type { Checked, Generated, GenerateOptions } from "../generate/index.js";
import { Option } from "commander";
import { jsonOption, specOption, type CommandContext, type Define } from "./command.js";
import { watchAndRun } from "./watching.js";

interface GenerateFlags {
  spec: string;
  out: string;
  config?: string;
  runtime?: string;
  check?: boolean;
  force?: boolean;
  watch?: boolean;
  json?: boolean;
}

export const define: Define = (program, context) => {
  program
    .command("generate")
    .description(
      "compile a typed client for a configuration, or the contract in spec/ into a bundle, types and a table",
    )
    .option("--config <file>", "the configuration (default: pandapon.config.ts or another form of it, in this folder)")
    .addOption(specOption())
    .option("--out <dir>", "the folder for the result of spec/", "generated")
    .option("--runtime <module>", "where the result of spec/ imports the runtime from (default: pandapon-openapi)")
    .option("--check", "write nothing; name the files that differ and exit 1")
    .option("--force", "compile even if nothing changed since the last run")
    .addOption(
      new Option(
        "--watch",
        "compile again whenever the configuration, an overlay, the contract or the package changes",
      ).conflicts(["check", "json"]),
    )
    .addOption(jsonOption())
    .action(async (flags: GenerateFlags, command: { getOptionValueSource: (name: string) => string | undefined }) => {
      const given = ["spec", "out", "runtime"].filter((name) => command.getOptionValueSource(name) === "cli");
      await (flags.watch ? watchInputs(flags, given, context) : compile(flags, given, context));
    });
};

/** @param onInput is called with each file that the result depends on, absolute, before it is read */
async function compile(
  flags: GenerateFlags,
  given: string[],
  context: CommandContext,
  onInput?: (file: string) => void,
): Promise<void> {
  const tools = await import("../generate/index.js");
  const options: GenerateOptions = {
    ...sourceOf(flags, given, onInput),
    force: flags.force === true,
    onStep: (step) => context.progress.step(step),
  };
  if (flags.check) sayChecked(await tools.check(options), fixOf(flags, given), flags, context);
  else sayGenerated(await tools.generate(options), flags, context);
}

/** @throws Failure with code 2 if there is nothing to compile, or if a flag does not go with a configuration */
function sourceOf(
  { config, spec, out, runtime }: GenerateFlags,
  given: string[],
  onInput: ((file: string) => void) | undefined,
): GenerateOptions {
  const found = config ?? findConfig(process.cwd());
  if (found === undefined) {
    if (!given.includes("spec") && !isFile(path.join(spec, "openapi.yaml"))) {
      throw new Failure(
        2,
        "There is no pandapon.config.ts and no spec/openapi.yaml here. Run `pandapon init` to make a configuration, or name one with --config.",
      );
    }
    return { spec, out, ...(runtime !== undefined && { runtime }) };
  }
  const [flag] = given;
  if (flag !== undefined) {
    const instead =
      flag === "out"
        ? "Set out there instead."
        : "It is for a contract in spec/: run it in a folder without a configuration.";
    throw new Failure(2, `--${flag} does not go with the configuration ${shownPath(found)}. ${instead}`);
  }
  return { config: found, ...(onInput && { onInput }) };
}

/** The command that brings the files up to date. */
function fixOf({ config, spec, out, runtime }: GenerateFlags, given: string[]): string {
  const flags = [
    ...(config === undefined ? [] : ["--config", config]),
    ...(given.includes("out") ? ["--out", out] : []),
    ...(runtime === undefined ? [] : ["--runtime", runtime]),
  ];
  return commandFor(spec, "generate", ...flags);
}

function sayChecked(
  { out, changes }: Checked,
  fix: string,
  flags: GenerateFlags,
  { terminal, progress, exit }: CommandContext,
): void {
  progress.end();
  const ok = changes.length === 0;
  if (!ok) exit(1);
  const { milliseconds, elapsed } = progress;
  const differing = changes.map(({ name }) => name);
  if (flags.json) return terminal.sayJson({ ok, milliseconds, out: shownPath(out), differing, changes });
  for (const { name, state } of changes) terminal.say(`${terminal.bad(state)}  ${shownPath(out)}/${name}`);
  const verdict = ok
    ? terminal.good("Up to date.")
    : `${count(changes.length, "file")} out of date. Run \`${fix}\` and commit the result.`;
  terminal.say(`${verdict} ${terminal.faint(elapsed)}`);
}

function sayGenerated(
  { out, files, written, removed }: Generated,
  flags: GenerateFlags,
  { terminal, progress }: CommandContext,
): void {
  progress.end();
  const { milliseconds, elapsed } = progress;
  if (flags.json) {
    return terminal.sayJson({ ok: true, milliseconds, out: shownPath(out), files, written, removed });
  }
  for (const name of files) {
    const state = written.includes(name) ? terminal.good("written") : terminal.faint("up to date");
    terminal.say(`${state}  ${shownPath(out)}/${name}`);
  }
  for (const name of removed) terminal.say(`${terminal.good("removed")}  ${shownPath(out)}/${name}`);
  terminal.say(`${terminal.good("Done.")} ${terminal.faint(elapsed)}`);
}

/** Compiles, and again at each change of an input, until the process ends. A run that fails does not end it. */
async function watchInputs(flags: GenerateFlags, given: string[], context: CommandContext): Promise<void> {
  const { configInputs, specInputs } = await import("../generate/watch/index.js");
  const { config, spec } = flags;
  const files = (config === undefined ? CONFIG_NAMES : [config]).map((name) => path.resolve(name));
  await watchAndRun(
    {
      known: () => {
        const inputs = files.flatMap(configInputs);
        return config !== undefined || files.some(isFile) ? inputs : [...inputs, ...specInputs(spec)];
      },
      run: (run, onInputs) => compile(flags, given, run, (file) => onInputs([file])),
    },
    context,
  );
}
