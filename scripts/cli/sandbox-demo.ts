// What `pandapon sandbox --demo` prints.
import { beginning } from "../core/text.js";
import type { DemoStep } from "../sandbox/local/index.js";
import type { Terminal } from "./terminal.js";

/** Terminals are at least this wide. */
const COLUMNS = 80;

/** One step: what it does, the request as it was signed, and what matters in the answer. */
export function stepLines(
  { title, operation, request, answer }: DemoStep,
  number: number,
  terminal: Terminal,
): string[] {
  const head = `${String(number).padStart(2)}  ${title}`;
  const { method, url, headers, body } = request;
  const names = Object.entries(headers).map(([name, value]) => `${name.padEnd(10)}  ${value}`);
  const sent = [...wrapped(`${method} ${url}`), ...names, ...(body === undefined ? [] : wrapped(body))];
  return [
    "",
    `${head}${" ".repeat(Math.max(2, COLUMNS - 1 - head.length - operation.length))}${terminal.faint(operation)}`,
    ...sent.map((line) => `    ${line}`),
    ...answer.map((line) => `    ${terminal.good("→")} ${beginning(line, COLUMNS - 6)}`),
  ];
}

/** Cuts a text into lines that fit behind the indentation, after a comma if there is one. */
function wrapped(text: string): string[] {
  const lines: string[] = [];
  for (let rest = text; rest !== "";) {
    const most = beginning(rest, COLUMNS - 4);
    const comma = most === rest ? -1 : most.lastIndexOf(",");
    const line = comma > 0 ? most.slice(0, comma + 1) : most;
    lines.push(line);
    rest = rest.slice(line.length);
  }
  return lines;
}

/** What to do after the demo. */
export const NEXT = [
  "Next:",
  "  pandapon sandbox                                    keep one running",
  "  pandapon call alibaba.products.search --sandbox     call it",
  "In code, without a port:",
  '  import { createSandbox } from "pandapon-codegen/sandbox";',
  "  const { credentials, fetch } = createSandbox();",
  "  const pandapon = createPandaPon({ ...credentials, fetch });",
];
