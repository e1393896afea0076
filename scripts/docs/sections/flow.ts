// Reads the text of a flow: who takes part, and the steps from top to bottom. flow-svg.ts draws it.
//
//   title: Order goods
//   desc: What the picture shows, for readers who do not see it.
//   who: Your server, PandaPon, Seller
//   Your server -> PandaPon: Create the order | alibaba.orders.create
//   Seller --> PandaPon: Something that happens outside of this API
//   Your server: Something that one of them does alone
import { plainText } from "../../core/markdown.js";
import type { Words } from "../site/words.js";

export interface FlowChart {
  title: string;
  /** One or two sentences, for readers who do not see the picture. */
  desc: string;
  /** The columns, from the left. */
  who: readonly string[];
  steps: readonly FlowStep[];
}

export interface FlowStep {
  /** Places in `who`. `to` is the same if nothing is sent. */
  from: number;
  to: number;
  /** Whether it happens outside of the described API. */
  outside: boolean;
  text: string;
  /** The operation or the message type that does it. */
  operation?: string;
}

/** What is wrong with a line of a flow. `line` counts from 1, inside the block. */
export interface FlowProblem {
  line: number;
  message: string;
  fix: string;
}

const FORM = "Write `From -> To: text | operation`, `From --> To: text` or `Who: text`.";
const HEADS = ["title", "desc", "who"] as const;
/** A picture must be readable on a telephone: each column needs the room of a name. */
const MOST_COLUMNS = 4;

/** @param operations the operationIds and message types that a step may name */
export function readFlow(text: string, operations: ReadonlySet<string>): { flow: FlowChart; problems: FlowProblem[] } {
  const problems: FlowProblem[] = [];
  const heads = new Map<string, string>();
  const steps: FlowStep[] = [];
  let who: string[] = [];
  for (const [index, given] of text.split("\n").entries()) {
    const wrong = (message: string, fix: string): void => void problems.push({ line: index + 1, message, fix });
    const line = given.trim();
    if (line === "") continue;
    // A translator may type the colons, commas and bars of Chinese.
    const head = HEADS.find((name) => line.startsWith(`${name}:`) || line.startsWith(`${name}：`));
    if (head !== undefined) {
      const value = line.slice(head.length + 1).trim();
      if (heads.has(head)) wrong(`The flow has a second line \`${head}:\``, "Remove one of them.");
      if (value === "") wrong(`The line \`${head}:\` of the flow is empty`, "Write a text behind the colon.");
      heads.set(head, value);
      if (head === "who") {
        who = value.split(/[,，、]/).map((name) => name.trim());
        if (who.length < 2 || who.length > MOST_COLUMNS || who.includes("") || new Set(who).size < who.length) {
          wrong(`The flow does not name 2 to ${MOST_COLUMNS} different parties`, "Write `who: Your server, PandaPon`.");
        }
      }
      continue;
    }
    const step = stepOf(line, who, operations);
    if ("message" in step) wrong(step.message, step.fix);
    else steps.push(step);
  }
  for (const name of HEADS.filter((one) => !heads.has(one))) {
    problems.push({ line: 0, message: `The flow has no line \`${name}:\``, fix: "Add it at the top of the block." });
  }
  if (steps.length === 0 && problems.length === 0)
    problems.push({ line: 0, message: "The flow has no step", fix: FORM });
  return { flow: { title: heads.get("title") ?? "", desc: heads.get("desc") ?? "", who, steps }, problems };
}

function stepOf(
  line: string,
  who: readonly string[],
  operations: ReadonlySet<string>,
): FlowStep | Omit<FlowProblem, "line"> {
  const { left, text, operation } =
    /^(?<left>[^:：]+)[:：]\s*(?<text>[^|｜]*?)\s*(?:[|｜]\s*(?<operation>[^|｜]*))?$/u.exec(line)?.groups ?? {};
  if (left === undefined || !text) return { message: `This line of the flow is not a step: ${line}`, fix: FORM };
  const [, from = left, arrow, to = from] = /^(.*?)\s*(-->|->)\s*(.*)$/.exec(left) ?? [];
  const columns = [from, to].map((name) => who.indexOf(name.trim()));
  const unknown = [from, to].find((_name, index) => columns[index] === -1);
  if (unknown !== undefined) {
    const fix = `Use a name of the line \`who:\`, which comes first: ${who.join(", ")}.`;
    return { message: `\`${unknown.trim()}\` does not take part in the flow`, fix };
  }
  if (operation !== undefined && !operations.has(operation)) {
    const message = `The flow names ${operation || "an empty operation"}, which the contract does not describe`;
    return { message, fix: "Correct the name behind the bar, or remove the bar and the name." };
  }
  const [start = 0, end = start] = columns;
  return { from: start, to: end, outside: arrow === "-->", text, ...(operation !== undefined && { operation }) };
}

/** The flow as a numbered list, for readers of plain Markdown. */
export function flowList({ desc, who, steps }: FlowChart, words: Words): string {
  const lines = steps.map(({ from, to, outside, text, operation }, index) => {
    const parties = from === to ? who[from] : `${who[from]} → ${who[to]}`;
    const link = operation === undefined ? "" : ` ([\`${operation}\`](operation:${operation}))`;
    return `${index + 1}. ${parties}: ${plainText(text)}${link}${outside ? ` ${words.flowOutside}` : ""}`;
  });
  return `${plainText(desc)}\n\n${lines.join("\n")}`;
}
