// The pages of one pull, as they come in: each against the snapshot, and one page for an id.
import { existsSync, readFileSync } from "node:fs";
import type { Problem } from "../../core/problem.js";
import type { Page, ReadPage } from "../page/page.js";
import { newProblems, pageHead, pageProblem, withoutNotice, type PageProblem, type Reading } from "../page/reading.js";
import { pageFile, readBefore } from "../snapshot/read.js";
import { pageText } from "../snapshot/text.js";

interface Taken {
  form: Page["form"];
  source: string;
  text: string;
}

/** The form that shows most comes first. */
const FORMS: readonly Page["form"][] = ["markdown", "export", "text"];

export class Collection {
  readonly problems: Problem[] = [];
  readonly #spec: string;
  readonly #taken = new Map<string, Taken>();
  /** Pages that a site has as the snapshot holds them. */
  readonly #kept = new Set<string>();

  /** @param spec the contract's folder, absolute */
  constructor(spec: string) {
    this.#spec = spec;
  }

  /** Notes that a site has a page as the snapshot holds it. */
  keep(id: string): void {
    this.#kept.add(id);
  }

  /**
   * Takes the pages of one source, each with its id; what the snapshot holds as a notice of the page is silent.
   * A page that could not be read in full is not taken, but for those of an export: there a problem does not tell which page it is about.
   * @returns the text of each page that was taken, by its id
   */
  take({ pages, problems }: Reading): Map<string, string> {
    const texts = new Map<string, string>();
    const before = new Map(pages.map((page) => [page.id, this.#before(page)]));
    const told = newProblems({ pages, problems }, (page) => before.get(page.id)?.notices ?? []);
    this.problems.push(...told.map(withoutNotice));
    const isWhole = told.every(({ notice }) => notice !== undefined);
    for (const page of pages) {
      if (!isWhole && page.form !== "export") continue;
      const old = before.get(page.id);
      for (const notice of page.notices) {
        if (old?.notices.includes(notice) === true || told.some((problem) => isAbout(problem, page, notice))) continue;
        this.problems.push(
          pageProblem(
            page.source,
            page.lineOf(),
            `The page is not read in full: ${notice}.`,
            "The next pull is silent about it.",
          ),
        );
      }
      const url = page.url ?? old?.url;
      const text = pageText({ ...page, ...(url !== undefined && { url }) });
      if (this.#choose(page, text)) texts.set(page.id, text);
    }
    return texts;
  }

  /** The page as the snapshot holds it; most often that is the same one, and need not be read. */
  #before(page: ReadPage): Page | undefined {
    const text = textOf(pageFile(this.#spec, page.id));
    return text === pageText(page) ? page : readBefore(this.#spec, page.id);
  }

  /** Whether a page is the one to keep of all with its id. */
  #choose(page: ReadPage, text: string): boolean {
    const { id, form, source } = page;
    const other = this.#taken.get(id);
    if (other !== undefined && other.text !== text) {
      const order = FORMS.indexOf(form) - FORMS.indexOf(other.form);
      if (order === 0) {
        this.problems.push(
          pageProblem(
            source,
            page.lineOf(),
            `${id} stands in ${other.source} too, and differs; that one is taken.`,
            "Keep the newer one of the two.",
          ),
        );
      }
      if (order >= 0) return false;
    }
    this.#taken.set(id, { form, source, text });
    return true;
  }

  /** @returns the pages that are new or differ from the snapshot, by id, sorted, and how many do not */
  changes(): { written: Map<string, string>; unchanged: number } {
    const written = new Map<string, string>();
    const unchanged = new Set(this.#kept);
    for (const [id, { text }] of [...this.#taken].sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (textOf(pageFile(this.#spec, id)) === text) unchanged.add(id);
      else written.set(id, text);
    }
    for (const id of written.keys()) unchanged.delete(id);
    return { written, unchanged: unchanged.size };
  }
}

const isAbout = ({ notice }: PageProblem, page: ReadPage, text: string): boolean =>
  notice?.page === pageHead(page) && notice.text === text;

const textOf = (file: string): string | undefined => (existsSync(file) ? readFileSync(file, "utf8") : undefined);
