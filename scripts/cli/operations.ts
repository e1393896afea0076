// `pandapon operations`
import { count } from "../core/text.js";
import { jsonOption, type Define } from "./command.js";

interface OperationsFlags {
  search?: string;
  spec?: string;
  json?: boolean;
}

export const define: Define = (program, { terminal, progress, io }) => {
  program
    .command("operations")
    .description("list the operations and webhooks that a client can be generated for")
    .argument("[globs...]", "only those whose operationId matches, such as 'alibaba.refunds.*'")
    .option("--search <text>", "only those with these words in operationId, path, summary or tags")
    .option("--spec <dir>", "a contract to list (default: ./spec if it holds one, else the installed pandapon-openapi)")
    .addOption(jsonOption())
    .addHelpText("after", "\nExit codes: 0 done, 1 a filter matches nothing, 2 bad usage or unreadable input.")
    .action(async (globs: string[], { search, spec, json }: OperationsFlags) => {
      const tools = await import("../operations/index.js");
      const folder = spec ?? tools.ownSpec();
      const { source, operations: all } = tools.listOperations(folder === undefined ? {} : { spec: folder });
      const operations = tools.filterOperations(all, { globs, ...(search !== undefined && { search }) });
      if (json) return terminal.sayJson({ ok: true, milliseconds: progress.milliseconds, source, operations });
      const columns = io.stdout.isTTY === true ? io.stdout.columns || 80 : undefined;
      terminal.say(...tools.listLines(operations, columns));
      // A pipe holds operations only.
      if (columns === undefined) return;
      const found = operations.length === all.length ? "" : `${operations.length} of `;
      terminal.say(terminal.faint(`${found}${count(all.length, "operation")} in ${source}`));
    });
};
