// Formats generated text. The settings are fixed, so that the same contract makes the same bytes everywhere.
import { format as prettier, type BuiltInParserName } from "prettier";

const OPTIONS = { printWidth: 120, endOfLine: "lf", proseWrap: "preserve" } as const;

export const format = (text: string, parser: BuiltInParserName): Promise<string> => prettier(text, { ...OPTIONS, parser });
