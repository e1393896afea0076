// No bare integer beyond 2^53 in any YAML file of the contract: the YAML loader would round it silently.
import path from "node:path";
import { isScalar, LineCounter, parseDocument, visit } from "yaml";
import { contractFiles, isYaml, readText } from "../../core/spec-folder.js";
import { reportAt, type Rule, type UserContext } from "../shared/rule.js";

const INTEGER = /^[-+]?(?:\d+|0x[\da-f]+|0o[0-7]+)$/i;

/** Bare integers beyond 2^53, with their places. */
function unsafeIntegers(text: string): { value: string; line: number; column: number }[] {
  const found: { value: string; line: number; column: number }[] = [];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, intAsBigInt: true, uniqueKeys: false });
  visit(document, {
    Scalar(_key, node) {
      if (node.type !== "PLAIN" || !isScalar(node) || !INTEGER.test(node.source ?? "")) return;
      const value = typeof node.value === "bigint" ? node.value : 0n;
      if (value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER)) return;
      const { line, col } = lines.linePos(node.range?.[0] ?? 0);
      found.push({ value: node.source ?? "", line, column: col });
    },
  });
  return found;
}

export const safeIntegers: Rule = () => ({
  Root(_root: unknown, ctx: UserContext) {
    for (const file of contractFiles(path.dirname(ctx.location.source.absoluteRef)).filter(isYaml)) {
      for (const { value, line, column } of unsafeIntegers(readText(file))) {
        reportAt(
          ctx,
          { file, line, column },
          `The bare integer ${value} is beyond 2^53 and would be rounded.`,
          "Quote it if text is meant; use a smaller one if a number is meant.",
        );
      }
    }
  },
});
