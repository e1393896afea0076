// The three questions of `pandapon init`, on a terminal.
import type { Readable, Writable } from "node:stream";
import { isCancel, multiselect, select, text } from "@clack/prompts";
import { STYLES, type Style } from "../config/define.js";
import { count } from "../core/text.js";
import type { ListedOperation } from "../operations/index.js";
import { defaultOut, reasonAgainstOut } from "./out.js";
import type { Answers } from "./text.js";

export interface Streams {
  input: Readable;
  output: Writable;
}

const HINTS: Record<Style, string> = {
  methods: "pandapon.alibaba.refunds.get({ refundId })",
  paths: 'client.POST("/alibaba/refund/info", { body: { refundId } })',
  types: "no client, only types",
};

/**
 * Asks for what is not known yet.
 * @returns undefined if the person stopped: Ctrl-C or Escape
 */
export async function ask(
  known: Partial<Answers>,
  { dir, operations, ...streams }: Streams & { dir: string; operations: readonly ListedOperation[] },
): Promise<Answers | undefined> {
  const include =
    known.include ??
    (await multiselect({
      ...streams,
      message: "Which operations does the project use?",
      options: [
        { value: "*", label: "everything", hint: count(operations.length, "operation") },
        ...groupsOf(operations).map(({ glob, names }) => ({ value: glob, label: glob, hint: names.join(", ") })),
      ],
      required: true,
    }));
  if (isCancel(include)) return undefined;
  const style =
    known.style ??
    (await select<Style>({
      ...streams,
      message: "How do you want to call them?",
      options: STYLES.map((value) => ({ value, label: value, hint: HINTS[value] })),
    }));
  if (isCancel(style)) return undefined;
  const out =
    known.out ??
    (await text({
      ...streams,
      message: "Which folder takes the result?",
      initialValue: defaultOut(dir),
      validate: (value) => reasonAgainstOut(value ?? "", dir),
    }));
  if (isCancel(out)) return undefined;
  return { include: include.includes("*") ? ["*"] : include, style, out };
}

/** The globs of the groups, such as `alibaba.refunds.*`, and the names in each. */
export function groupsOf(operations: readonly ListedOperation[]): { glob: string; names: string[] }[] {
  const groups = new Map<string, string[]>();
  for (const { operationId } of operations) {
    const at = operationId.lastIndexOf(".");
    const glob = at < 0 ? operationId : `${operationId.slice(0, at)}.*`;
    groups.set(glob, [...(groups.get(glob) ?? []), operationId.slice(at + 1)]);
  }
  return [...groups].map(([glob, names]) => ({ glob, names }));
}
