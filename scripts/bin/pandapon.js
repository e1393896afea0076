#!/usr/bin/env node
// The command. In a fresh checkout of the repository it has to be compiled first.
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  console.error("pandapon: the tool chain is not compiled yet. Run `npm run build` first.");
  process.exitCode = 2;
}
