// In some languages PandaPon's machine translation changes names of fields too. On such pages only paths and examples can be trusted.
import { under } from "../../core/place.js";
import { fieldsOfExamples } from "./example.js";
import { bareField } from "./field.js";
import type { Language, ReadPage, Visibility } from "./page.js";
import { pageHead, pageProblem, type Reading } from "./reading.js";

const TRANSLATED: Partial<Record<Language, string>> = { vi: "Vietnamese", es: "Spanish", th: "Thai" };

/** Whether pages in this language are machine translations. */
export const isTranslated = (language: Language): boolean => TRANSLATED[language] !== undefined;

/** Removes from translated pages what may be translated, and reports it. Other pages stay as they are. */
export function withoutTranslated(reading: Reading): Reading {
  const problems = [...reading.problems];
  const pages = reading.pages.map((page) => {
    const language = TRANSLATED[page.language];
    const notice = `in ${language}: names of fields may be translated, so only the path and the examples are used`;
    if (language === undefined || page.notices.includes(notice)) return page;
    const problem = pageProblem(
      page.source,
      page.lineOf(),
      `The page is ${notice}.`,
      "Use the Chinese or the English page of the same endpoint if there is one.",
    );
    problems.push({ ...problem, notice: { page: pageHead(page), text: notice } });
    return { ...onlyExamples(page), notices: [...page.notices, notice] };
  });
  return { pages, problems };
}

function onlyExamples(page: ReadPage): ReadPage {
  const { body, response } = page.examples;
  const fields = new Map([...fieldsOfExamples("body", body), ...fieldsOfExamples("response", response)]);
  for (const [, name = ""] of page.path.matchAll(/\{([^}]+)\}/g)) fields.set(under("path", name), bareField("yes"));
  const seen = (examples: unknown[]): Visibility => (examples.length > 0 ? "example" : "none");
  const none = { header: "none", path: "example", query: "none" } as const;
  return { ...page, fields, visible: { ...none, body: seen(body), response: seen(response) } };
}
