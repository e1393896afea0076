#!/usr/bin/env node
// The command. In a fresh checkout of the repository it has to be compiled first.
import { existsSync } from "node:fs";

const start = new URL("../dist/cli/start.js", import.meta.url);
if (existsSync(start)) {
  await import(start.href);
} else {
  console.error("pandapon: the tool chain is not compiled yet. Run `npm run build` first.");
  process.exitCode = 2;
}
