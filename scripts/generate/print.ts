// Prints values as code that a person can read in a diff: short ones on one line, the others one member per line.

const WIDTH = 110;

interface PrintOptions {
  /** Whether names that need no quotes have none, as in TypeScript. */
  bareNames?: boolean;
  /** Prints an integer beyond 2^53; its digits without this. */
  integer?: (value: bigint) => string;
}

/** @returns the value as JSON, or as a TypeScript literal with bare names */
export function printValue(
  value: unknown,
  { bareNames = false, integer = String }: PrintOptions = {},
  indent = "",
): string {
  const name = (key: string): string => (bareNames && /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
  if (typeof value === "bigint") return integer(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const inner = `${indent}  `;
  const members = Array.isArray(value)
    ? value.map((item) => printValue(item, { bareNames, integer }, inner))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${name(key)}: ${printValue(member, { bareNames, integer }, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (members.length === 0) return `${open}${close}`;
  const space = Array.isArray(value) ? "" : " ";
  const line = `${open}${space}${members.join(", ")}${space}${close}`;
  if (line.length + indent.length <= WIDTH && !line.includes("\n")) return line;
  return `${open}\n${members.map((member) => inner + member).join(",\n")}\n${indent}${close}`;
}
