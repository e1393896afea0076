// The only module that knows `redocly diff`. The command is experimental: its options, rules and report may change with each version.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { promisify } from "node:util";
import { withTemporaryFolder } from "../core/temporary-folder.js";

/** A change, as `--format json` reports it. */
export interface RawChange {
  kind: "added" | "removed" | "modified";
  /** The kind of node: `Schema`, `Parameter`, `Operation`, … */
  typeName: string;
  impact: "major" | "minor" | "patch";
  /** Only if `kind` is `modified`; `key` if the node was renamed. */
  property?: string;
  /** The rules that made it `major`. */
  verdicts: { ruleId: string; message: string }[];
  /** Of the value, or of the node if this side has no value. */
  base?: RawSide;
  revision?: RawSide;
}

export interface RawSide {
  pointer: string;
  value?: unknown;
}

const REPORT_VERSION = "1";
const MEGABYTES_64 = 64 * 1024 * 1024;

/** Compares two documents. It reads no configuration of the user, sends no telemetry and makes no network request. */
export async function redoclyDiff(old: unknown, next: unknown): Promise<RawChange[]> {
  const cli = createRequire(import.meta.url).resolve("@redocly/cli/bin/cli.js");
  // In its own folder, so that no configuration of the project applies.
  return withTemporaryFolder("pandapon-contract-diff-", async (work, exiting) => {
    writeFileSync(path.join(work, "old.json"), JSON.stringify(old));
    writeFileSync(path.join(work, "new.json"), JSON.stringify(next));
    writeFileSync(path.join(work, "redocly.yaml"), "extends: [diff-recommended]\n");
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [cli, "diff", "old.json", "new.json", "--format", "json", "--fail-on", "none"],
      {
        cwd: work,
        signal: exiting,
        env: {
          ...process.env,
          REDOCLY_TELEMETRY: "off",
          REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
          REDOCLY_SUPPRESS_NOTIFICATIONS: "true",
        },
        maxBuffer: MEGABYTES_64,
      },
    );
    // The package is pinned, and the check below refuses a report of another version.
    const report = JSON.parse(stdout) as { reportVersion?: string; changes: RawChange[] };
    if (report.reportVersion !== REPORT_VERSION) {
      throw new Error(`redocly diff reports in version ${report.reportVersion ?? "?"}, not ${REPORT_VERSION}`);
    }
    return report.changes;
  });
}
