// Prints the watch's report, from the results of `pandapon pages pull --json` and `pandapon pages diff --json`.
import { readFileSync } from "node:fs";
import process from "node:process";
import { markdownReport } from "../scripts/dist/pages/diff/markdown.js";

const [pulled, compared] = process.argv.slice(2);

const { changes = [], problems: notPulled } = resultOf("pages pull", pulled);
const { pages = 0, findings = [], problems } = resultOf("pages diff", compared);

process.stdout.write(markdownReport({ pages, findings: [...findings, ...changes], problems }, notPulled));

/** A command that fails gives a message instead of a result, and one that is killed gives nothing. */
function resultOf(command, file) {
  let result;
  try {
    result = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    result = { message: `\`pandapon ${command}\` ended without a result.`, problems: [] };
  }
  const { message, problems } = result;
  return message === undefined ? result : { problems: [{ file: "", line: 0, message, fix: "" }, ...problems] };
}
