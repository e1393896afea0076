// The command line: reads flags, calls one folder a command, shows the result, sets the exit code.
import process from "node:process";
import { Command, CommanderError } from "commander";
import { codeFor, Failure } from "../contract/problem.js";
import { isCircular } from "../redocly/circular.js";
import { addContractDiff } from "./contract-diff.js";
import { jsonOption, specOption } from "./options.js";
import { bad, count, faint, good, problemText, Progress, say, sayJson } from "./reporter.js";
import { addVendor } from "./vendor.js";

interface Flags {
  spec: string;
  json?: boolean;
}

const program = new Command("pandapon")
  .description("The tool chain of the PandaPon contract.")
  .exitOverride()
  .configureHelp({ showGlobalOptions: true })
  .showHelpAfterError("(add --help for the flags)")
  .addHelpText("after", "\nExit codes: 0 done, 1 the thing checked does not hold, 2 bad usage or unreadable input.");

program
  .command("lint")
  .description("hold the contract to its rules")
  .addOption(specOption())
  .option("--config <file>", "a Redocly configuration instead of the nearest redocly.yaml")
  .addOption(jsonOption())
  .action(async ({ spec, config, json }: Flags & { config?: string }) => {
    const progress = new Progress();
    progress.step("linting");
    const { lint } = await import("../lint/index.js");
    const problems = await lint({ spec, ...(config !== undefined && { config }) }).finally(() => progress.end());
    if (problems.length > 0) process.exitCode = codeFor(problems);
    if (json) return sayJson({ ok: problems.length === 0, milliseconds: progress.milliseconds, problems });
    for (const problem of problems) say(problemText(problem));
    const verdict = problems.length === 0 ? good("The contract holds.") : bad(`${count(problems.length, "problem")}.`);
    say(`${verdict} ${faint(progress.elapsed)}`);
  });

program
  .command("generate")
  .description("compile the contract into a bundle, types and the operations table")
  .addOption(specOption())
  .option("--out <dir>", "the folder that the result goes to", "generated")
  .option("--check", "write nothing; exit 1 and name the files that differ")
  .option("--force", "compile even where nothing changed since the last run")
  .addOption(jsonOption())
  .action(
    async ({ spec, out, check, force = false, json }: Flags & { out: string; check?: boolean; force?: boolean }) => {
      const progress = new Progress();
      const onStep = (step: string): void => progress.step(step);
      const tools = await import("../generate/index.js");
      const { shownPath } = await import("../contract/spec-folder.js");
      if (check) {
        const differing = await tools.check({ spec, out, onStep }).finally(() => progress.end());
        if (differing.length > 0) process.exitCode = 1;
        if (json) return sayJson({ ok: differing.length === 0, milliseconds: progress.milliseconds, out, differing });
        for (const name of differing) say(`${bad("differs")}  ${out}/${name}`);
        say(
          differing.length === 0
            ? `${good("In step.")} ${faint(progress.elapsed)}`
            : `${count(differing.length, "file")} not what the contract makes. Run \`pandapon generate\` and commit the result. ${faint(progress.elapsed)}`,
        );
        return;
      }
      const result = await tools.generate({ spec, out, force, onStep }).finally(() => progress.end());
      if (json) return sayJson({ ok: true, milliseconds: progress.milliseconds, out, written: result.written });
      for (const name of tools.ARTEFACTS) {
        say(`${result.written.includes(name) ? good("written") : faint("in step")}  ${shownPath(result.out)}/${name}`);
      }
      say(`${good("Done.")} ${faint(progress.elapsed)}`);
    },
  );

program
  .command("docs")
  .description("build the docs page from the bundle")
  .option("--bundle <file>", "the bundle", "generated/openapi.yaml")
  .option("--out <dir>", "the folder that index.html goes to", "site")
  .addOption(jsonOption())
  .action(async ({ bundle, out, json }: { bundle: string; out: string; json?: boolean }) => {
    const progress = new Progress();
    progress.step("building the docs page");
    const { docs } = await import("../docs/index.js");
    const { shownPath } = await import("../contract/spec-folder.js");
    const file = await docs({ bundle, out }).finally(() => progress.end());
    if (json) return sayJson({ ok: true, milliseconds: progress.milliseconds, file: shownPath(file) });
    say(`${good("written")}  ${shownPath(file)} ${faint(progress.elapsed)}`);
  });

program
  .command("coverage")
  .description("show how much of the vendor's API the contract describes")
  .addOption(specOption())
  .option("--write <file>", "put the table between the markers of a Markdown file instead")
  .addOption(jsonOption())
  .action(async ({ spec, write, json }: Flags & { write?: string }) => {
    const { coverage, coverageTable, markdownTable, terminalTable, writeBetweenMarkers } =
      await import("../coverage/index.js");
    const entries = coverage(spec);
    if (write !== undefined) {
      const written = await writeBetweenMarkers(write, markdownTable(entries));
      if (json) return sayJson({ ok: true, file: write, written });
      return say(`${written ? good("written") : faint("in step")}  ${write}`);
    }
    if (json) return sayJson(coverageTable(entries));
    say(terminalTable(entries));
  });

addVendor(program);
addContractDiff(program);

function fail(error: unknown, json: boolean): void {
  if (error instanceof CommanderError) {
    // Commander has printed its message or the help already.
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    if (json && error.exitCode !== 0) sayJson({ ok: false, message: error.message, problems: [] });
  } else if (error instanceof Failure) {
    process.exitCode = error.code;
    const { message, problems } = error;
    if (json) return sayJson({ ok: false, message, problems });
    process.stderr.write(`${[message, ...problems.map(problemText)].join("\n")}\n`);
  } else {
    // A defect of ours or of the system: still one line, and the stack for whoever asks.
    process.exitCode = 2;
    const message = `Unexpected: ${error instanceof Error ? error.message : String(error)}`;
    if (json) return sayJson({ ok: false, message, problems: [] });
    const detail =
      process.env["PANDAPON_DEBUG"] === undefined ? "(set PANDAPON_DEBUG=1 for the stack)" : stackOf(error);
    process.stderr.write(`${message} ${detail}\n`);
  }
}

const stackOf = (error: unknown): string => (error instanceof Error ? `\n${error.stack ?? ""}` : "");

// Whoever reads may have read enough: `pandapon lint | head -1`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  throw error;
});

const json = process.argv.includes("--json");
process.on("unhandledRejection", (error) => {
  // Where a $ref leads back to itself, Redocly's engine rejects twice: to its caller, who reports it, and past everybody.
  if (!isCircular(error)) fail(error, json);
});

try {
  await program.parseAsync();
} catch (error) {
  fail(error, json);
}
