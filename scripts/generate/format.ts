// Formats generated TypeScript. The settings are fixed, so that the same contract makes the same bytes everywhere.
import { format as prettier } from "prettier";

export const format = (text: string): Promise<string> =>
  prettier(text, { parser: "typescript", printWidth: 120, endOfLine: "lf" });
