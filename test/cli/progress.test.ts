// The progress text is cut to one line of the terminal.
import { expect, test } from "vitest";
import { fitted } from "../../scripts/dist/cli/terminal.js";

const BAR = `${"█".repeat(12)}${"░".repeat(12)} 38 of 70 `;

test.each<[string, string, number, string]>([
  ["a short text", "bundling", 80, "bundling …"],
  [
    "a long address",
    `${BAR}https://doc.example.org/${"a".repeat(60)}`,
    80,
    `${BAR}https://doc.example.org/${"a".repeat(19)} …`,
  ],
  ["names in Chinese, two columns per character", `${BAR}${"订单".repeat(40)}`, 60, `${BAR}${"订单".repeat(5)}订 …`],
  ["a very narrow terminal", "bundling", 6, "bun …"],
])("%s", (_, text, columns, line) => {
  expect(fitted(text, columns)).toBe(line);
});
