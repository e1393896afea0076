// `pandapon doctor`
import path from "node:path";
import { Option } from "commander";
import type { DoctorCheck } from "../doctor/index.js";
import { Failure } from "../core/problem.js";
import { readBytes, shownPath } from "../core/spec-folder.js";
import { writeFiles } from "../core/write-files.js";
import { baseUrlOption, jsonOption, sandboxOption, secondsOf, timeoutOption, type Define } from "./command.js";
import { sandboxFor } from "./find-sandbox.js";
import type { Terminal } from "./terminal.js";

interface DoctorFlags {
  baseUrl: string;
  sandbox?: string | true;
  timeout: number;
  report?: string;
  push?: string;
  authorization?: string;
  yes?: boolean;
  pause: number;
  json?: boolean;
}

const HELP = `
It requests the base URL without a signature, then sends one signed read, or
two if the first unit of the timestamp is refused: alibaba.products.search, for
one public product. It needs no id of yours, concerns no order and changes
nothing. --report writes what this proves about the open questions, without
credentials, signatures or data. With --yes, up to four more reads are sent for
it, each with one header altered or left out. PandaPon warns that trying things
out can cost the account. With --push, the report says what is signed of a
recorded push, and nothing of its body.
--sandbox checks a sandbox, with one signed read. Nothing is sent to PandaPon.

Exit codes: 0 no problems, 1 problems, 2 bad usage.`;

export const define: Define = (program, { io, terminal, progress, exit }) => {
  program
    .command("doctor")
    .description("check credentials, connection, clock and signature, and say what to do next")
    .addOption(baseUrlOption())
    .addOption(sandboxOption())
    .addOption(timeoutOption())
    .addOption(new Option("--report <file>", "write what the reads prove, as Markdown").conflicts("sandbox"))
    .option("--yes", "with --report: send up to four reads with altered headers")
    .option("--push <file>", "with --report: check the signature of a recorded push, whose body is in this file")
    .option("--authorization <value>", "the header Authorization of that push")
    .addOption(new Option("--pause <seconds>", "the time between two reads").default(1).argParser(secondsOf))
    .addOption(jsonOption())
    .addHelpText("after", HELP)
    .action(async ({ timeout, pause, report: file, yes = false, json, baseUrl, sandbox, ...flags }: DoctorFlags) => {
      if (yes && file === undefined) throw new Failure(2, "--yes is for --report: name the file with --report FILE.");
      const push = pushOf(flags, file);
      const tools = await import("../doctor/index.js");
      const to = sandbox === undefined ? undefined : await sandboxFor(sandbox, io, terminal);
      progress.step("checking");
      const common = {
        env: io.env,
        timeoutMs: timeout * 1000,
        onCheck: (check: DoctorCheck): void => {
          progress.end();
          if (!json) terminal.say(...checkText(check, terminal));
          progress.step("checking");
        },
      };
      const { checks, report } =
        to === undefined
          ? await tools.doctor({
              ...common,
              ...push,
              baseUrl,
              pauseMs: pause * 1000,
              altered: yes && file !== undefined,
            })
          : { checks: await tools.doctorOfSandbox({ ...common, ...to }), report: "" };
      progress.end();
      if (file !== undefined) writeFiles(path.dirname(file), new Map([[path.basename(file), report]]));
      const ok = checks.every(({ state }) => state !== "bad" && state !== "skipped");
      if (!ok) exit(1);
      const { milliseconds, elapsed } = progress;
      const written = file === undefined ? undefined : shownPath(file);
      if (json)
        return terminal.sayJson({ ok, milliseconds, checks, ...(written !== undefined && { report: written }) });
      if (written !== undefined) terminal.say(`${terminal.good("written")}  ${written}`);
      terminal.say(
        `${ok ? terminal.good("No problems.") : terminal.bad("Problems found.")} ${terminal.faint(elapsed)}`,
      );
    });
};

/** Reads the push before anything is sent. @throws Failure with code 2 */
function pushOf({ push, authorization }: Pick<DoctorFlags, "push" | "authorization">, report: string | undefined) {
  if (push === undefined && authorization === undefined) return {};
  if (push === undefined || authorization === undefined || report === undefined) {
    throw new Failure(2, "A recorded push needs three flags: --push FILE --authorization VALUE --report FILE.");
  }
  return { push: { body: readBytes(push), authorization } };
}

function checkText({ name, state, says, next }: DoctorCheck, terminal: Terminal): string[] {
  const colour = { ok: terminal.good, note: terminal.faint, bad: terminal.bad, skipped: terminal.faint }[state];
  const line = `${colour(state.padEnd(7))}  ${name.padEnd(13)}  ${says}`;
  return next === undefined ? [line] : [line, `    ${terminal.faint("next:")} ${next}`];
}
