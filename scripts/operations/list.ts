// The list of operations as text: one line per operation.
import { beginning, oneLine, widthOf } from "../core/text.js";

/** An operation, or a webhook: a message that PandaPon pushes. */
export interface ListedOperation {
  kind: "operation" | "webhook";
  operationId: string;
  /** In capitals. */
  method: string;
  /** The path of an operation; the message type of a webhook. */
  path: string;
  /** Undefined for a webhook, and if the contract does not say it. */
  effect?: string;
  summary: string;
  tags: string[];
}

const GAP = 2;

/**
 * One line per operation: operationId, effect, method, path and summary.
 * @param columns the width of the terminal; lines that are longer leave out method and path, then cut the summary.
 *   Without it, lines are as long as they need to be.
 */
export function listLines(operations: readonly ListedOperation[], columns = Infinity): string[] {
  const all = operations.map((one) => {
    const { kind, operationId, effect = kind === "webhook" ? "pushed" : "", method, path, summary } = one;
    return [operationId, effect, method, path, summary].map(oneLine);
  });
  const whole = aligned(all);
  if (whole.every((line) => widthOf(line) <= columns)) return whole;
  return aligned(all.map(([id = "", effect = "", , , summary = ""]) => [id, effect, summary])).map((line) =>
    widthOf(line) <= columns ? line : `${beginning(line, columns - 1)}…`,
  );
}

/** Columns of one width each, except for the last. */
function aligned(lines: readonly string[][]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ""))));
  return lines.map((line) =>
    line
      .map((text, column) => text + " ".repeat((widths[column] ?? 0) - widthOf(text) + GAP))
      .join("")
      .trimEnd(),
  );
}
