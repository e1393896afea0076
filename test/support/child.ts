// A separate process, for what only a process shows: unhandled rejections, warnings and its environment.
import { expect } from "vitest";
import { ROOT, run } from "./workspace.js";

/**
 * Runs a module in which `pandapon` holds what the package exports, and `print` reports a value.
 * @returns the reported values
 */
export async function inChild(code: string, env: Record<string, string> = {}): Promise<unknown[]> {
  const module = `
    import * as pandapon from "./dist/src/index.js";
    const print = (value) => console.log(JSON.stringify(value));
    ${code}`;
  const ran = await run(process.execPath, ["--input-type=module", "--expose-gc", "--eval", module], ROOT, env);
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  return ran.stdout
    .trim()
    .split("\n")
    .map((line): unknown => JSON.parse(line));
}
