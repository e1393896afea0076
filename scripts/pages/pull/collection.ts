// Collects the pages of one pull: one page per id, each compared with the snapshot.
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

/** The form that shows the most comes first. */
const FORMS: readonly Page["form"][] = ["markdown", "export", "text"];

export class Collection {
  readonly problems: Problem[] = [];
  readonly #spec: string;
  readonly #taken = new Map<string, Taken>();
  /** Pages that their site says did not change. */
  readonly #kept = new Set<string>();

  /** @param spec the contract's folder, absolute */
  constructor(spec: string) {
    this.#spec = spec;
  }

  /** Notes that a page did not change. */
  keep(id: string): void {
    this.#kept.add(id);
  }

  /**
   * Takes the pages of one source, each with its id. Notices that the snapshot has already are not reported.
   * A page with any other problem is not taken, except from an export, where such a problem may be one of another page.
   * @returns the text of each page that was taken, by id
   */
  take({ pages, problems }: Reading): Map<string, string> {
    const texts = new Map<string, string>();
    const before = new Map(pages.map((page) => [page.id, this.#before(page)]));
    const fresh = newProblems({ pages, problems }, (page) => before.get(page.id)?.notices ?? []);
    this.problems.push(...fresh.map(withoutNotice));
    const isWhole = fresh.every(({ notice }) => notice !== undefined);
    for (const page of pages) {
      if (!isWhole && page.form !== "export") continue;
      const old = before.get(page.id);
      for (const notice of page.notices) {
        if (old?.notices.includes(notice) === true || fresh.some((problem) => isAbout(problem, page, notice))) continue;
        this.problems.push(
          pageProblem(
            page.source,
            page.lineOf(),
            `The page could not be read in full: ${notice}.`,
            "Check the page. The next pull does not repeat this.",
          ),
        );
      }
      const url = page.url ?? old?.url;
      const text = pageText({ ...page, ...(url !== undefined && { url }) });
      if (this.#choose(page, text)) texts.set(page.id, text);
    }
    return texts;
  }

  /** The page in the snapshot. It is read only if it is not the same one. */
  #before(page: ReadPage): Page | undefined {
    const text = textOf(pageFile(this.#spec, page.id));
    return text === pageText(page) ? page : readBefore(this.#spec, page.id);
  }

  /** Whether a page is the one to keep of those with its id. */
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
            `${id} is also in ${other.source}, and differs. The one there is taken.`,
            "Keep the newer one.",
          ),
        );
      }
      if (order >= 0) return false;
    }
    this.#taken.set(id, { form, source, text });
    return true;
  }

  /** @returns the texts of new and changed pages by id, sorted, and the number of unchanged pages */
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
