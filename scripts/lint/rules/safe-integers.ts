// No bare integer beyond 2^53 in any YAML file of the contract: Redocly's loader would round it silently.
import path from "node:path";
import type { Pointer } from "../../core/pointer.js";
import { contractFiles, isYaml, readText } from "../../core/spec-folder.js";
import { readYaml, Unreadable } from "../../core/yaml.js";
import { reportAt, type Rule, type UserContext } from "../shared/rule.js";

/** The values that JavaScript numbers cannot hold, with the keys that lead to them. */
function unsafeIntegers(value: unknown, keys: Pointer = []): [value: bigint, keys: Pointer][] {
  if (typeof value === "bigint") return [[value, keys]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => unsafeIntegers(member, [...keys, key]));
}

function check(file: string, ctx: UserContext): void {
  const { value: document, line } = readYaml(readText(file));
  for (const [value, keys] of unsafeIntegers(document)) {
    const fix = "Quote it if text is meant; use a smaller one if a number is meant.";
    reportAt(ctx, { file, line: line(keys) }, `The bare integer ${value} is beyond 2^53 and would be rounded.`, fix);
  }
}

export const safeIntegers: Rule = () => ({
  Root(_root, ctx) {
    for (const file of contractFiles(path.dirname(ctx.location.source.absoluteRef)).filter(isYaml)) {
      try {
        check(file, ctx);
      } catch (error) {
        // Redocly reports a file that is not YAML.
        if (!(error instanceof Unreadable)) throw error;
      }
    }
  },
});
