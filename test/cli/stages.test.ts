// The two stages of the build: the commands that build the runtime, and all of them.
import path from "node:path";
import { expect, test } from "vitest";
import { pandapon, ROOT, run } from "../support/workspace.js";

/** The names of the commands in a help text. */
const commandsIn = (help: string): string[] =>
  [...help.matchAll(/^ {2}([a-z][a-z-]*) /gm)].map(([, name = ""]) => name);

test("the command has all commands; what builds the runtime has those that need no runtime", async () => {
  const all = commandsIn((await pandapon(["--help"])).stdout);
  const first = await run(process.execPath, [path.join(ROOT, "scripts/dist/cli/start-contract.js"), "--help"], ROOT);
  const contract = commandsIn(first.stdout);
  expect(contract).toEqual(expect.arrayContaining(["lint", "generate", "postman", "coverage"]));
  expect(all.filter((name) => !contract.includes(name))).toEqual(["sign", "call", "doctor", "sandbox", "webhooks"]);
  expect(contract.filter((name) => !all.includes(name))).toEqual([]);
});
