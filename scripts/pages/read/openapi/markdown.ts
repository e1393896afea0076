// A Markdown page of an Apifox site: a title and one fenced OpenAPI document with one path.
import { readOpenApi } from "./openapi.js";
import { pageProblem, type Reading, type Source } from "../../page/reading.js";
import { readYaml, Unreadable, type YamlText } from "../../../core/yaml.js";

const FENCE = /^(`{3,}|~{3,})[ \t]*(?:ya?ml|json)?[ \t]*\r?\n/m;
const SAVE_WHOLE = "Save the page as the site serves it, from the title to the closing fence.";

/** @returns one page, or a problem if it is cut off, or has several endpoints or none */
export function readMarkdown({ name, text }: Source): Reading {
  const failed = (line: number, message: string, fix = SAVE_WHOLE): Reading => ({
    pages: [],
    problems: [pageProblem(name, line, message, fix)],
  });
  const heading = /^## OpenAPI Specification[ \t]*\r?$/m.exec(text);
  const opening = heading === null ? null : FENCE.exec(text.slice(heading.index));
  if (heading === null || opening === null) {
    const missing = heading === null ? "no heading `## OpenAPI Specification`" : "no fenced document below its heading";
    return failed(1, `The page has ${missing}.`);
  }
  const start = heading.index + opening.index + opening[0].length;
  const firstLine = text.slice(0, start).split("\n").length;
  const [, fence = ""] = opening;
  const length = text.slice(start).search(new RegExp(`^${fence}[ \\t]*\\r?$`, "m"));
  if (length < 0) return failed(text.split("\n").length, "The page ends inside its OpenAPI document.");
  const yaml = text.slice(start, start + length);
  let document: YamlText;
  try {
    document = readYaml(yaml);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return failed(firstLine - 1 + error.line, `The OpenAPI document cannot be read: ${error.message}.`);
  }
  const title = /^# (.+?)\r?$/m.exec(text.slice(0, heading.index))?.[1]?.trim();
  const line = (pointer: readonly (string | number)[]): number => firstLine - 1 + document.line(pointer);
  const reading = readOpenApi(document.value, {
    source: name,
    form: "markdown",
    line,
    ...(title !== undefined && { title }),
  });
  if (reading.pages.length > 1) {
    const [, second] = reading.pages;
    const heads = reading.pages.map(({ method, path }) => `${method} ${path}`).join(", ");
    return failed(second?.lineOf() ?? 1, `The page holds several endpoints: ${heads}.`, "Save one page per endpoint.");
  }
  if (reading.pages.length === 0 && reading.problems.length === 0) {
    return failed(firstLine, "The page's OpenAPI document has no endpoint.");
  }
  return reading;
}
