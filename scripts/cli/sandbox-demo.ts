// `pandapon sandbox --demo`
import { beginning, count } from "../core/text.js";
import type { Sandbox } from "../sandbox/index.js";
import type { DemoStep, runDemo as Run } from "../sandbox/command/index.js";
import type { Progress, Terminal } from "./terminal.js";

/** Terminals are at least this wide. */
const COLUMNS = 80;

/**
 * Runs the demo and prints each step.
 * @param parts a sandbox whose credentials are made up, so that nothing has to be hidden; and what runs the demo
 * @returns whether every step succeeded
 */
export async function showDemo(
  { sandbox, runDemo }: { sandbox: Sandbox; runDemo: typeof Run },
  terminal: Terminal,
  progress: Progress,
  json: boolean,
): Promise<boolean> {
  const { credentials } = sandbox;
  const server = await sandbox.listen();
  let steps = 0;
  if (!json) {
    terminal.say(`A sandbox listens at ${server.url}. Nothing is sent to PandaPon.`);
    terminal.say(`The access secret is made up: ${credentials.accessSecret}`);
  }
  const onStep = (step: DemoStep): void => {
    steps += 1;
    if (json) terminal.say(JSON.stringify({ event: "step", ...step }));
    else terminal.say(...stepLines(step, steps, terminal));
  };
  try {
    await runDemo({ baseUrl: server.url, credentials, onStep });
  } catch (error) {
    terminal.complain(`Step ${steps + 1} failed: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  } finally {
    await server.close();
  }
  if (json) terminal.say(JSON.stringify({ event: "end", steps, milliseconds: progress.milliseconds }));
  else terminal.say("", `${terminal.good("Done.")} ${count(steps, "step")}, ${progress.elapsed}.`, "", ...NEXT);
  return true;
}

/** One step: what it does, the request as it was signed, and what matters in the answer. */
function stepLines({ title, operation, request, answer }: DemoStep, number: number, terminal: Terminal): string[] {
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
const NEXT = [
  "Next:",
  "  npx pandapon sandbox                                    keep one running",
  "  npx pandapon call alibaba.products.search --sandbox     call it",
  "In code, without a port:",
  '  import { createSandbox } from "pandapon-codegen/sandbox";',
  "  const { credentials, fetch } = createSandbox();",
  "  const pandapon = createPandaPon({ ...credentials, fetch });",
];
