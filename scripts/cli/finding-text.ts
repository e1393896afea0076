// Findings of `pandapon pages diff` and `pages pull` as a terminal shows them.
import type { Finding, Spot } from "../pages/diff/index.js";
import type { Terminal } from "./terminal.js";

/** Three lines: what it is, where it is on the page and in spec/, and the fix. */
export const findingText = (finding: Finding, terminal: Terminal): string[] => [
  headOf(finding, terminal),
  `    ${placesOf(finding)}`,
  `    ${terminal.faint("fix:")} ${finding.fix}`,
];

/** One line: nothing has to be fixed. */
export const changeText = (finding: Finding, terminal: Terminal): string[] => [
  `${headOf(finding, terminal)}  ${placesOf(finding)}`,
];

const headOf = ({ kind, impact, operationId, page, message }: Finding, terminal: Terminal): string =>
  `${terminal.bad(kind)}  ${impact}  ${operationId ?? page}: ${message}.`;

function placesOf({ source, spec, url, page }: Finding): string {
  const spot = ({ file, line }: Spot): string => `${file}:${line}`;
  return [source === undefined ? (url ?? page) : spot(source), ...(spec === undefined ? [] : [spot(spec)])].join(
    "  ↔  ",
  );
}
