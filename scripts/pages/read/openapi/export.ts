// An OpenAPI export of PandaPon's whole project, JSON or YAML.
import { readOpenApi } from "./openapi.js";
import { pageProblem, type Reading, type Source } from "../../page/reading.js";
import { readYaml, Unreadable, type YamlText } from "../../../core/yaml.js";

/** @returns a page for each endpoint, or a problem if the text is not an OpenAPI 3 document */
export function readExport({ name, text }: Source): Reading {
  const failed = (line: number, message: string): Reading => ({
    pages: [],
    problems: [pageProblem(name, line, message, "Export the project as OpenAPI 3.0 or 3.1, JSON or YAML.")],
  });
  let document: YamlText;
  try {
    document = readYaml(text);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return failed(error.line, `The export cannot be read: ${error.message}.`);
  }
  const reading = readOpenApi(document.value, { source: name, form: "export", line: document.line });
  return reading.pages.length === 0 && reading.problems.length === 0
    ? failed(1, "The export has no endpoint.")
    : reading;
}
