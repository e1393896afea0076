// The group `pandapon pages`.
import type { Command } from "commander";

/** The group, made by the first command that asks for it. */
export const pagesGroup = (program: Command): Command =>
  program.commands.find((command) => command.name() === "pages") ??
  program.command("pages").description("compare PandaPon's documentation pages with the contract");
