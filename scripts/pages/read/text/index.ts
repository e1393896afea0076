// Reads the plain text of a rendered page, as one copies it from the browser.
import { languageOf } from "../../page/language.js";
import type { Language } from "../../page/page.js";
import { unread, type Reading, type Source } from "../../page/reading.js";
import { isTranslated } from "../../page/translated.js";
import { missedLines } from "./check.js";
import type { Sections } from "./found.js";
import { findHeads, headAt } from "./head.js";
import { linesOf } from "./lines.js";
import { placeLoose } from "./loose.js";
import { pageOf } from "./page-of.js";
import { SectionReader } from "./sections.js";
import { notesOf } from "./unread.js";

const COPY_WHOLE = "Copy the page from its title to its last line, and save it again.";
const NO_PAGE =
  "This is not the page of an endpoint: no line has a method (GET, POST, …) with a path or a message type below it.";

/** @returns one page, or a problem with a line if the text has no page, half a page or several */
export function readText({ name, text }: Source): Reading {
  const lines = linesOf(text);
  const failed = (at: number, message: string, fix = COPY_WHOLE): Reading =>
    unread(name, (lines[at] ?? lines.at(-1))?.number ?? 1, message, fix);
  const [first, second, ...others] = findHeads(lines);
  if (first === undefined) return failed(0, NO_PAGE);
  if (second !== undefined) {
    const heads = [first, second, ...others].map(({ method, path }) => `${method} ${path}`).join(", ");
    return failed(second.at, `The page holds several endpoints: ${heads}.`, "Save one endpoint per file.");
  }
  const head = headAt(lines, first);
  const sections = new SectionReader(lines).read(head.end);
  const language = languageIn(head.title, sections);
  // The tables of a translated page are not used, so they may have any form.
  if (!isTranslated(language)) {
    const cuts = [sections, sections.loose, ...sections.tables.values()].flatMap(({ cut }) => cut ?? []);
    const [cut] = cuts.sort((one, other) => one.at - other.at);
    if (cut !== undefined) return failed(cut.at, cut.message);
    if (!sections.answers && sections.examples.response.length === 0) {
      return failed(lines.length - 1, "The page ends before its answer.");
    }
  }
  const lost = placeLoose(sections, head.path);
  const notes = [...notesOf(lines, sections, lost), ...missedLines(lines, head.end, sections)];
  return pageOf(name, lines, head, sections, language, isTranslated(language) ? [] : notes);
}

function languageIn(title: string, { tables }: Sections): Language {
  const rows = [...tables.values()].flatMap((table) => table.rows);
  const labels = rows.flatMap(({ before, after }) => [...before, ...after]);
  const own = languageOf([title]);
  // An English title may have a Spanish word or accent.
  if (own === "es" && languageOf(labels) === "en") return "en";
  const all = languageOf([title, ...labels]);
  // Pages in other languages may keep labels of the Chinese original. The title is always in the page's own language.
  return isTranslated(all) || own === "unknown" ? all : own;
}
