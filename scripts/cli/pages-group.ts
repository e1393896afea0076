// The group `pandapon pages`.
import type { Command } from "commander";

/** The group. The first command that needs it adds it to the program. */
export const pagesGroup = (program: Command): Command =>
  program.commands.find((command) => command.name() === "pages") ??
  program.command("pages").description("read PandaPon's documentation pages, and compare them with the contract");
