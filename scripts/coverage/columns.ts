// Aligns the columns of tables, in Markdown and for a terminal.
import { widthOf } from "../core/text.js";

/** Cells of one width per column: text to the left, numbers to the right. */
export function aligned(lines: readonly string[][], isNumber: (column: number) => boolean): string[][] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] ?? ""))));
  return lines.map((line) =>
    line.map((text, column) => {
      const room = " ".repeat((widths[column] ?? 0) - widthOf(text));
      return isNumber(column) ? room + text : text + room;
    }),
  );
}

/** A table in Markdown, its columns aligned as prettier aligns them. The first line is the head. */
export function markdownLines(lines: readonly string[][], isNumber: (column: number) => boolean): string[] {
  const [head = [], ...body] = aligned(lines, isNumber);
  const rule = head.map((cell, column) => {
    const width = widthOf(cell);
    return isNumber(column) ? `${"-".repeat(width - 1)}:` : "-".repeat(width);
  });
  return [head, rule, ...body].map((line) => `| ${line.join(" | ")} |`);
}
