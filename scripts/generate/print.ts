// Prints values as code that a person can read in a diff: short ones on one line, the others one member per line.

interface PrintOptions {
  /** Whether names that need no quotes have none, as in TypeScript. */
  bareNames?: boolean;
  /** Prints an integer beyond 2^53; its digits without this. */
  integer?: (value: bigint) => string;
  /** Prints a text, which may be a name; as JSON without this. */
  text?: (value: string) => string;
  /** Prints `true`, `false` and `null`; as JSON without this. */
  word?: (value: boolean | null) => string;
  /** What is before each level: two spaces without this. */
  indent?: string;
  /** Whether there is a space inside the brackets of an object on one line. */
  spaced?: boolean;
  /** Whether the last member has a comma, too, if it is on a line of its own. */
  lastComma?: boolean;
  /** The length of a line, in characters. */
  width?: number;
  /** How much of the first line the caller uses, in characters. */
  used?: number;
}

/** @returns the value as JSON, or as a literal of another language */
export function printValue(value: unknown, { used = 0, ...options }: PrintOptions = {}, outer = ""): string {
  const { bareNames = false, integer = String, text = JSON.stringify, word = String, width = 110 } = options;
  const { indent = "  ", spaced = true, lastComma = false } = options;
  if (typeof value === "bigint") return integer(value);
  if (typeof value === "string") return text(value);
  if (typeof value === "boolean" || value === null) return word(value);
  if (typeof value !== "object") return JSON.stringify(value) ?? word(null);
  const name = (key: string): string => {
    if (!bareNames) return text(key);
    // In a literal, a bare or quoted `__proto__` is not a member.
    if (key === "__proto__") return `[${text(key)}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? key : text(key);
  };
  const inner = outer + indent;
  const members = Array.isArray(value)
    ? value.map((item) => printValue(item, options, inner))
    : Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .map(([key, member]) => `${name(key)}: ${printValue(member, options, inner)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (members.length === 0) return `${open}${close}`;
  const space = Array.isArray(value) || !spaced ? "" : " ";
  const line = `${open}${space}${members.join(", ")}${space}${close}`;
  if (line.length + outer.length + used <= width && !line.includes("\n")) return line;
  return `${open}\n${members.map((member) => inner + member).join(",\n")}${lastComma ? "," : ""}\n${outer}${close}`;
}
