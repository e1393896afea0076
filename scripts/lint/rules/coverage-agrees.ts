// coverage.yaml and the contract agree in both directions, down to the evidence.
import path from "node:path";
import { existsSync } from "node:fs";
import { METHODS, type Evidence, type Method, type Operation, type PathItem } from "../../contract/openapi.js";
import { readCoverage, type CoverageEntry } from "../../coverage/coverage-file.js";
import { report, reportAt, type Location, type Rule, type UserContext } from "../rule.js";

interface Described {
  operation: Operation;
  method: Method;
  key: string;
  webhook: boolean;
  location: Location;
}

const AGREE: (keyof Evidence & keyof CoverageEntry)[] = ["page", "modified", "status", "request", "response"];

export const coverageAgrees: Rule = () => {
  const described: Described[] = [];
  return {
    PathItem(item: PathItem, ctx: UserContext) {
      const webhook = ctx.rawLocation.pointer.startsWith("#/webhooks/");
      for (const method of METHODS) {
        const operation = item[method];
        if (operation === undefined) continue;
        described.push({ operation, method, key: String(ctx.key), webhook, location: ctx.location.child(method) });
      }
    },
    Root: {
      leave(_root: unknown, ctx: UserContext) {
        const file = path.join(path.dirname(ctx.location.source.absoluteRef), "coverage.yaml");
        if (!existsSync(file)) {
          const place = { file: ctx.location.source.absoluteRef, line: 1, column: 1 };
          reportAt(
            ctx,
            place,
            "There is no coverage.yaml beside openapi.yaml.",
            "Write a row for every entry of the vendor's navigation.",
          );
          return;
        }
        const { entries, problem } = readCoverage(file);
        if (problem !== undefined) {
          reportAt(ctx, { file, ...problem }, problem.message, problem.mend);
          return;
        }
        checkRows(entries, described, file, ctx);
        checkOperations(entries, described, ctx);
      },
    },
  };
};

const matches = (entry: CoverageEntry, one: Described): boolean =>
  one.webhook ? entry.webhook === one.key : entry.path === one.key && entry.method?.toLowerCase() === one.method;

function checkRows(entries: CoverageEntry[], described: Described[], file: string, ctx: UserContext): void {
  for (const entry of entries) {
    const place = { file, line: entry.line, column: 1 };
    const one = described.find((candidate) => matches(entry, candidate));
    if (entry.state === "listed" && (one !== undefined || entry.path !== null || entry.webhook !== undefined)) {
      reportAt(
        ctx,
        place,
        `"${entry.title}" is only listed, yet it has a path.`,
        "Write state: described, or take the path out.",
      );
    }
    if (entry.state === "listed" && (entry.reason ?? "") === "") {
      reportAt(ctx, place, `"${entry.title}" is only listed, without a reason.`, "Say in `reason` what no page shows.");
    }
    if (entry.state === "described" && one === undefined) {
      reportAt(
        ctx,
        place,
        `"${entry.title}" is called described, but the contract has no ${entry.webhook ?? `${entry.method} ${entry.path}`}.`,
        "Describe it under paths/ or webhooks/, or write state: listed with a reason.",
      );
    }
  }
}

function checkOperations(entries: CoverageEntry[], described: Described[], ctx: UserContext): void {
  for (const one of described) {
    const rows = entries.filter((entry) => matches(entry, one));
    const [row] = rows;
    const name = one.webhook ? one.key : `${one.method.toUpperCase()} ${one.key}`;
    if (row === undefined || rows.length > 1) {
      const has = row === undefined ? "has no row" : `has ${rows.length} rows`;
      report(
        ctx,
        one.location,
        `${name} ${has} in coverage.yaml.`,
        "Keep one row an operation; a path that no page shows is never described.",
      );
      continue;
    }
    if (row.operationId !== one.operation.operationId) {
      report(
        ctx,
        one.location.child("operationId"),
        `${name} is ${one.operation.operationId} here and ${row.operationId ?? "without an operationId"} in coverage.yaml.`,
        "Make the two agree.",
      );
    }
    for (const field of AGREE) {
      const here = one.operation["x-evidence"]?.[field];
      const there = row[field] ?? (field === "modified" ? "unknown" : null);
      if (here !== undefined && here !== there) {
        report(
          ctx,
          one.location.child(["x-evidence", field]),
          `The evidence says ${field}: ${here}, coverage.yaml says ${there ?? "nothing"}.`,
          "Make the two agree with the vendor's page.",
        );
      }
    }
  }
}
