// `pandapon contract-diff`: flags, output, exit codes.
import { Option, type Command } from "commander";
import { jsonOption } from "./options.js";
import { bad, count, faint, good, Progress, say, sayJson } from "./reporter.js";

interface Flags {
  json?: boolean;
  markdown?: boolean;
  currentVersion?: string;
}

export function addContractDiff(program: Command): void {
  program
    .command("contract-diff")
    .description(
      "say what a change of the contract means for users of the package: each change rated, and the next version",
    )
    .argument("<old>", "a bundle (openapi.yaml or openapi.json), or the folder that holds openapi.yaml")
    .argument("<new>", "the same, after the change")
    .option("--current-version <version>", "the version that OLD was published as (default: its info.version)")
    .addOption(jsonOption().conflicts("markdown"))
    .addOption(new Option("--markdown", "print a section for CHANGELOG.md or a pull request"))
    .addHelpText("after", "\nExit codes: 0 compared, whatever changed; 2 bad usage or unreadable input.")
    .action(async (old: string, next: string, { json, markdown, currentVersion }: Flags) => {
      const progress = new Progress();
      const { contractDiff, changelogSection } = await import("../changes/index.js");
      const diff = await contractDiff({
        old,
        new: next,
        ...(currentVersion !== undefined && { currentVersion }),
        onStep: (step) => progress.step(step),
      }).finally(() => progress.end());
      const { changes, version } = diff;
      if (json) return sayJson({ ok: true, milliseconds: progress.milliseconds, version, changes });
      if (markdown) return say(changelogSection(diff).trimEnd());
      const colours = { breaking: bad, additive: good, documentation: faint };
      for (const { rating, message, uses, old: before, new: after } of changes) {
        const [first, ...more] = uses.map(({ operationId, place }) => [operationId, place].filter(Boolean).join(" "));
        const others = more.length === 0 ? "" : ` (and at ${count(more.length, "more place")})`;
        const spots = [...new Set([before, after].flatMap((spot) => (spot ? [`${spot.file}:${spot.line}`] : [])))];
        say(`${colours[rating](rating)}  ${first ?? ""}${others}  ${message}\n    ${faint(`at ${spots.join(" → ")}`)}`);
      }
      const verdict =
        changes.length === 0
          ? `${good("No change.")} ${version.current} stays.`
          : `${count(changes.length, "change")}: after ${version.current} comes ${version.next}.`;
      const tooLow =
        version.stated === version.next || changes.length === 0 ? "" : ` The new contract says ${version.stated}.`;
      say(`${verdict}${tooLow} ${faint(progress.elapsed)}`);
    });
}
