// Temporary folders, and running the command in this process or in a separate one.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { run as runCommand } from "../../scripts/dist/cli/main.js";
import { Terminal } from "../../scripts/dist/cli/terminal.js";
import type { Problem } from "../../scripts/dist/index.js";
import { ROOT, run, type Ran } from "./run.js";

export { ROOT, run, type Ran };
const FIXTURE = path.join(ROOT, "test/fixtures/spec");
const BIN = path.join(ROOT, "scripts/bin/pandapon.js");

/** A folder for one test. It is removed when the test ends. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "pandapon-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** The files of the small contract and their texts. They are read once, because it is copied hundreds of times. */
const fixture = readdirSync(FIXTURE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .map((file): [name: string, text: string] => [
    path.relative(FIXTURE, file).replaceAll("\\", "/"),
    readFileSync(file, "utf8"),
  ]);

/** One change to a file of a spec folder: a piece of text that occurs exactly once, and its replacement. */
export type Edit = readonly [file: string, from: string, to: string];

/** A copy of the small contract in test/fixtures/spec, with changes, for one test. */
export function smallSpec(...edits: Edit[]): string {
  const spec = path.join(temporaryFolder(), "spec");
  writeSmallSpec(spec, ...edits);
  return spec;
}

/** Writes such a copy to a folder. */
export function writeSmallSpec(spec: string, ...edits: Edit[]): void {
  const files = new Map(fixture);
  for (const [file, from, to] of edits) {
    const pieces = files.get(file)?.split(from) ?? [];
    if (pieces.length !== 2) throw new Error(`"${from}" is ${pieces.length - 1} times in ${file}`);
    files.set(file, pieces.join(to));
  }
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(spec, file)), { recursive: true });
    writeFileSync(path.join(spec, file), text);
  }
}

/** Runs the command `pandapon` in this process. */
export const pandapon = (args: string[], cwd = ROOT): Promise<Ran> => inProcess(runCommand, args, cwd);

/** Runs a command, such as that of a packed `pandapon-codegen`, in this process. */
export async function inProcess(command: typeof runCommand, args: string[], cwd: string): Promise<Ran> {
  const printed = { stdout: "", stderr: "" };
  const output = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await command(args, { stdout: output("stdout"), stderr: output("stderr"), env: {} });
    return { code, ...printed };
  } finally {
    process.chdir(before);
  }
}

/** Runs the command `pandapon` in a separate process, as a user does. */
export const spawned = (args: string[], cwd = ROOT): Promise<Ran> => run(process.execPath, [BIN, ...args], cwd);

/** A problem as the command prints it, without colours. */
export const problemText = (problem: Problem): string =>
  new Terminal({ stdout: { write: () => undefined }, stderr: { write: () => undefined }, env: {} })
    .problem(problem)
    .join("\n");
