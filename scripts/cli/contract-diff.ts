// `pandapon contract-diff`
import { Option } from "commander";
import { shownPath } from "../core/spec-folder.js";
import { count } from "../core/text.js";
import { jsonOption, type Define } from "./command.js";

interface ContractDiffFlags {
  json?: boolean;
  markdown?: boolean;
  currentVersion?: string;
  record?: string;
}

export const define: Define = (program, { terminal, progress }) => {
  program
    .command("contract-diff")
    .description("compare two contracts: what each change means for users of the package, and the next version")
    .argument("<old>", "a bundle (openapi.yaml or openapi.json), or the folder that holds openapi.yaml")
    .argument("<new>", "the same, after the change")
    .option("--current-version <version>", "the version that OLD was published as (default: its info.version)")
    .option(
      "--record <dir>",
      "also write the changes as today's entry of a changelog: a file in this folder, spec/changes here",
    )
    .addOption(jsonOption().conflicts("markdown"))
    .addOption(new Option("--markdown", "print a section for CHANGELOG.md or a pull request"))
    .addHelpText("after", "\nExit codes: 0 compared, with or without changes; 2 bad usage or unreadable input.")
    .action(async (old: string, next: string, { json, markdown, currentVersion, record }: ContractDiffFlags) => {
      const { contractDiff, changelogSection, recordChanges, useText } = await import("../contract-diff/index.js");
      const diff = await contractDiff({
        old,
        new: next,
        ...(currentVersion !== undefined && { currentVersion }),
        onStep: (step) => progress.step(step),
      });
      progress.end();
      const { changes, version } = diff;
      const recorded = record === undefined ? undefined : recordChanges(diff, record, Date.now());
      if (json) {
        const file = recorded !== undefined && { file: shownPath(recorded) };
        return terminal.sayJson({ ok: true, milliseconds: progress.milliseconds, version, changes, ...file });
      }
      if (markdown) return terminal.sayText(changelogSection(diff).trimEnd());
      const colours = { breaking: terminal.bad, additive: terminal.good, documentation: terminal.faint };
      for (const { impact, message, uses, old: before, new: after } of changes) {
        const [first, ...more] = uses.map(useText);
        const others = more.length === 0 ? "" : ` (and at ${count(more.length, "more place")})`;
        const spots = [...new Set([before, after].flatMap((spot) => (spot ? [`${spot.file}:${spot.line}`] : [])))];
        terminal.say(`${colours[impact](impact)}  ${first ?? ""}${others}  ${message}`);
        terminal.say(`    ${terminal.faint(`at ${spots.join(" → ")}`)}`);
      }
      const verdict =
        changes.length === 0
          ? `${terminal.good("No change.")} ${version.current} stays.`
          : `${count(changes.length, "change")}: after ${version.current} comes ${version.next}.`;
      const differs = version.stated !== version.next && changes.length > 0;
      const stated = differs ? ` The new contract says ${version.stated}.` : "";
      terminal.say(`${verdict}${stated} ${terminal.faint(progress.elapsed)}`);
      if (recorded !== undefined) terminal.say(`${terminal.good("written")}  ${shownPath(recorded)}`);
    });
};
