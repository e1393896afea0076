// The text of a configuration.
import type { Style } from "../config/define.js";

export const FORMATS = ["ts", "mjs", "json"] as const;
export type Format = (typeof FORMATS)[number];

/** What a configuration says. */
export interface Answers {
  /** operationIds or globs; `*` alone is everything. */
  include: readonly string[];
  style: Style;
  /** The folder for the result, from the folder of the configuration. */
  out: string;
}

/** The configuration as a person would write it. `*` alone is left out, as everything is the default. */
export function configText({ include, style, out }: Answers, format: Format): string {
  const entries = { ...(include.join() !== "*" && { include }), out, style };
  if (format === "json") return `${JSON.stringify(entries, undefined, 2)}\n`;
  const lines = Object.entries(entries).map(([key, value]) => `  ${key}: ${literal(value)},\n`);
  return `// What \`pandapon generate\` writes, and where.
import { defineConfig } from "pandapon-codegen";

export default defineConfig({
${lines.join("")}});
`;
}

const WIDTH = 100;

/** A list on one line if it fits. */
function literal(value: string | readonly string[]): string {
  if (typeof value === "string") return JSON.stringify(value);
  const line = `[${value.map((one) => JSON.stringify(one)).join(", ")}]`;
  if (line.length <= WIDTH) return line;
  return `[\n${value.map((one) => `    ${JSON.stringify(one)},\n`).join("")}  ]`;
}
