// navigation.yaml has one entry for each operation, and a reason for each entry without one.
import path from "node:path";
import { existsSync } from "node:fs";
import { isAbout, isDescribed, NAVIGATION_FILE, readNavigation, type NavigationEntry } from "../../core/navigation.js";
import { METHODS } from "../../core/openapi.js";
import { report, reportAt, type Location, type Rule, type UserContext } from "../shared/rule.js";

interface Found {
  webhook: boolean;
  key: string;
  method: string;
  location: Location;
}

export const navigation: Rule = () => {
  const operations: Found[] = [];
  return {
    PathItem(item, ctx) {
      const webhook = ctx.rawLocation.pointer.startsWith("#/webhooks/");
      for (const method of METHODS) {
        if (item[method] === undefined) continue;
        operations.push({ webhook, key: String(ctx.key), method, location: ctx.location.child(method) });
      }
    },
    Root: {
      leave(_root, ctx) {
        const file = path.join(path.dirname(ctx.location.source.absoluteRef), NAVIGATION_FILE);
        if (!existsSync(file)) {
          const place = { file: ctx.location.source.absoluteRef };
          const message = `There is no ${NAVIGATION_FILE} beside openapi.yaml.`;
          reportAt(ctx, place, message, "Write one entry for each entry of PandaPon's navigation.");
          return;
        }
        const { entries, problem } = readNavigation(file);
        if (problem !== undefined) return reportAt(ctx, { file, ...problem }, problem.message, problem.fix);
        for (const entry of entries) checkEntry(entry, operations, file, ctx);
        for (const operation of operations) checkOperation(operation, entries, ctx);
      },
    },
  };
};

function checkEntry(entry: NavigationEntry, operations: readonly Found[], file: string, ctx: UserContext): void {
  const place = { file, line: entry.line };
  const { title, path: key = entry.webhook ?? "", reason = "" } = entry;
  const found = operations.filter((operation) => isAbout(entry, operation));
  if (!isDescribed(entry)) {
    if (reason === "") {
      const fix = "Say in `reason` why the contract has no path for it.";
      reportAt(ctx, place, `"${title}" has neither a path nor a reason.`, fix);
    }
  } else if (reason !== "") {
    reportAt(ctx, place, `"${title}" has a path and a reason why it has none.`, "Keep one of the two.");
  } else if (found.length === 0) {
    const fix = "Describe it under paths/ or webhooks/, or replace its path by a reason.";
    reportAt(ctx, place, `"${title}": the contract does not describe ${key}.`, fix);
  } else if (found.length > 1) {
    reportAt(ctx, place, `"${title}": ${key} has ${found.length} operations.`, "Add `method` to the entry.");
  }
}

function checkOperation(operation: Found, entries: readonly NavigationEntry[], ctx: UserContext): void {
  const { length } = entries.filter((entry) => isAbout(entry, operation));
  if (length === 1) return;
  const { webhook, key, method, location } = operation;
  const name = webhook ? key : `${method.toUpperCase()} ${key}`;
  const has = length === 0 ? "has no entry" : `has ${length} entries`;
  const fix = "Keep one entry per operation. A path that no page shows is never described.";
  report(ctx, location, `${name} ${has} in ${NAVIGATION_FILE}.`, fix);
}
