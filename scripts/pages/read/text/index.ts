// The plain text of a rendered page, as a person copies it from the browser.
import type { Language } from "../../page/page.js";
import { languageOf } from "../../page/language.js";
import { pageProblem, type Reading, type Source } from "../../page/reading.js";
import { isTranslated } from "../../page/translated.js";
import { findHead, type Head } from "./head.js";
import { linesOf } from "./lines.js";
import { pageOf } from "./page-of.js";
import { sectionsOf, type Sections } from "./sections.js";

const COPY_WHOLE = "Copy the page from its title to its last line, and save it again.";

/** @returns one page, or a problem with a line where the text holds no page, half a page or several */
export function readText({ name, text }: Source): Reading {
  const lines = linesOf(text);
  const failed = (at: number, message: string, fix = COPY_WHOLE): Reading => ({
    pages: [],
    problems: [pageProblem(name, (lines[at] ?? lines.at(-1))?.number ?? 1, message, fix)],
  });
  const search = findHead(lines);
  if (search.found === "none") {
    return failed(
      0,
      "This is no page of an endpoint: no line holds a method (GET, POST, …) with a path or a message type below it.",
    );
  }
  if (search.found === "several") {
    const heads = search.heads.map(({ method, path }) => `${method} ${path}`).join(", ");
    const second = search.heads[1]?.at ?? 0;
    return failed(second, `The page holds several endpoints: ${heads}.`, "Save them apart, one endpoint a file.");
  }
  const { head } = search;
  const sections = sectionsOf(lines, head.end);
  const language = languageIn(head, sections);
  // What a translated page prints in its tables is not used, so that it may look like anything.
  if (!isTranslated(language)) {
    const [cut] = sections.cut;
    if (cut !== undefined) return failed(cut.at, cut.message);
    if (!sections.answers && sections.examples.response.length === 0) {
      return failed(lines.length - 1, "The page ends before its answer.");
    }
  }
  return { pages: [pageOf({ name, lines, head, sections, language })], problems: [] };
}

function languageIn({ title }: Head, { tables }: Sections): Language {
  const rows = [...tables.values()].flatMap((table) => table.rows);
  const labels = rows.flatMap(({ before, behind }) => [...before, ...behind]);
  const own = languageOf([title]);
  const ofLabels = languageOf(labels);
  // A Spanish word or accent stands in an English title too.
  if (own === "es" && ofLabels === "en") return "en";
  const all = languageOf([title, ...labels]);
  // Labels of the Chinese original stand on other pages too; the title is always in the page's own language.
  return isTranslated(all) || own === "unknown" ? all : own;
}
