// The drift report as a person reads it on a terminal.
import { bad, count, faint, good, printable } from "../../cli/reporter.js";
import { MEANINGS, type DiffResult, type Finding } from "../diff/index.js";

/** Three lines a finding: what it is, where it stands on the page and in spec/, and the mend. */
export function terminalReport({ pages, findings }: DiffResult, elapsed: string): string {
  const verdict =
    findings.length === 0
      ? good("In step.")
      : bad(
          `${count(findings.length, "difference")}: ${MEANINGS.map((one) => `${findings.filter(({ meaning }) => meaning === one).length} ${one}`).join(", ")}.`,
        );
  const compared = faint(`${count(pages, "page")} compared in ${elapsed}`);
  return [...findings.map((finding) => findingText(finding)), `${verdict} ${compared}`].join("\n");
}

function findingText({ kind, meaning, page, operationId, source, spec, message, mend, url }: Finding): string {
  const spot = (one: { file: string; line: number } | undefined): string =>
    one === undefined ? "" : `${one.file}:${one.line}`;
  const head = `${bad(kind)}  ${meaning}  ${operationId ?? page}: ${printable(message)}.`;
  const places = [source === undefined ? (url ?? page) : spot(source), spot(spec)].filter((one) => one !== "");
  return `${head}\n    ${places.join("  ↔  ")}\n    ${faint("mend:")} ${printable(mend)}`;
}
