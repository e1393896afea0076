// Throw-away folders, and the command as a user runs it.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { run as runCommand } from "../../scripts/dist/cli/main.js";
import { Terminal } from "../../scripts/dist/cli/terminal.js";
import type { Problem } from "../../scripts/dist/index.js";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const FIXTURE = path.join(ROOT, "test/fixtures/spec");
const BIN = path.join(ROOT, "scripts/bin/pandapon.js");

/** A folder of the test's own, gone when the test is over. */
export function temporaryFolder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), "pandapon-"));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** One change to a file of a spec folder: a piece of text that stands there exactly once, and what replaces it. */
export type Edit = readonly [file: string, from: string, to: string];

/** A copy of the small contract in test/fixtures/spec, with changes. */
export function smallSpec(...edits: Edit[]): string {
  const spec = path.join(temporaryFolder(), "spec");
  cpSync(FIXTURE, spec, { recursive: true });
  for (const [file, from, to] of edits) {
    const target = path.join(spec, file);
    const pieces = readFileSync(target, "utf8").split(from);
    if (pieces.length !== 2) throw new Error(`"${from}" stands ${pieces.length - 1} times in ${file}`);
    writeFileSync(target, pieces.join(to));
  }
  return spec;
}

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command `pandapon` in this process. */
export async function pandapon(args: string[], cwd = ROOT): Promise<Ran> {
  const printed = { stdout: "", stderr: "" };
  const output = (name: keyof typeof printed) => ({ write: (text: string) => (printed[name] += text) });
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await runCommand(args, { stdout: output("stdout"), stderr: output("stderr"), env: {} });
    return { code, ...printed };
  } finally {
    process.chdir(before);
  }
}

/** Runs the command `pandapon` in a process of its own, as a user does. */
export const spawned = (args: string[], cwd = ROOT): Promise<Ran> => run(process.execPath, [BIN, ...args], cwd);

/** A problem as the command prints it, without colours. */
export const problemText = (problem: Problem): string =>
  new Terminal({ stdout: { write: () => undefined }, stderr: { write: () => undefined }, env: {} }).problem(problem);

export function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
  });
}
