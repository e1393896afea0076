// Writes a flow as a numbered list, for readers of plain Markdown.
import type { Words } from "../site/words.js";
import type { FlowChart } from "./flow.js";
import { plainText } from "./plain-text.js";

export function flowList({ desc, who, steps }: FlowChart, words: Words): string {
  const lines = steps.map(({ from, to, outside, text, operation }, index) => {
    const parties = from === to ? who[from] : `${who[from]} → ${who[to]}`;
    const link = operation === undefined ? "" : ` ([\`${operation}\`](operation:${operation}))`;
    return `${index + 1}. ${parties}: ${plainText(text)}${link}${outside ? ` ${words.flowOutside}` : ""}`;
  });
  return `${plainText(desc)}\n\n${lines.join("\n")}`;
}
