// Collects the pages of one pull: one page per id, each compared with the snapshot.
import type { Problem } from "../../core/problem.js";
import { compareText } from "../../core/text.js";
import type { Index } from "../find/identify.js";
import type { ReadPage } from "../page/page.js";
import { isPageId } from "../page/page-id.js";
import {
  newProblems,
  noticeProblem,
  pageHead,
  pageProblem,
  withoutNotice,
  type PageProblem,
  type Reading,
} from "../page/reading.js";
import { readBefore } from "../snapshot/read.js";
import { pageText } from "../snapshot/text.js";

/** The form that shows the most comes first. */
const FORMS: readonly ReadPage["form"][] = ["markdown", "export", "text"];

export interface Taken {
  /** The text of each page that was taken. */
  texts: string[];
  problems: Problem[];
}

export class Collection {
  readonly #spec: string;
  readonly #index: Index;
  /** By id. A page that its site says did not change has only its text. */
  readonly #chosen = new Map<string, { page?: ReadPage; text: string }>();

  /** @param spec the contract's folder, absolute */
  constructor(spec: string, index: Index) {
    this.#spec = spec;
    this.#index = index;
  }

  /** The text of each page for the snapshot, by id, sorted. */
  texts(): Map<string, string> {
    const texts = [...this.#chosen].map(([id, { text }]): [string, string] => [id, text]);
    return new Map(texts.sort(([a], [b]) => compareText(a, b)));
  }

  /**
   * Takes the pages of one source, without those of another API. Notices that the snapshot has already are not reported.
   * A page with any other problem is not taken, except from an export, where such a problem may be one of another page.
   */
  take(reading: Reading): Taken {
    const refused: Problem[] = [];
    const identified = reading.pages.map((page) => this.#index.identify(page));
    const pages = identified.filter((page) => {
      const reason = this.#index.foreign(page) ?? (isPageId(page.id) ? undefined : noId(page));
      if (reason !== undefined) refused.push(reason);
      return reason === undefined;
    });
    const before = new Map(pages.map((page) => [page, this.#before(page)]));
    const noted = [...reading.problems, ...pages.flatMap((page) => unreported(page, reading.problems))];
    const problems = newProblems({ pages, problems: noted }, (page) => before.get(page)?.notices ?? []);
    const isWhole = problems.every(({ notice }) => notice !== undefined);
    const texts: string[] = [];
    for (const page of pages.filter(({ form }) => isWhole || form === "export")) {
      const url = page.url ?? before.get(page)?.url;
      const text = pageText({ ...page, ...(url !== undefined && { url }) });
      refused.push(...this.#choose(page, text));
      texts.push(text);
    }
    return { texts, problems: [...refused, ...problems.map(withoutNotice)] };
  }

  /** Takes a page of the snapshot whose site says that it did not change. */
  keep(id: string, text: string): Taken {
    if (!this.#chosen.has(id)) this.#chosen.set(id, { text });
    return { texts: [text], problems: [] };
  }

  /** The page in the snapshot, read only if it can add something. */
  #before({ id, url, notices }: ReadPage): ReadPage | undefined {
    return url === undefined || notices.length > 0 ? readBefore(this.#spec, id) : undefined;
  }

  /** Keeps the page to choose of those with its id. */
  #choose(page: ReadPage, text: string): Problem[] {
    const { page: other, text: otherText } = this.#chosen.get(page.id) ?? {};
    const order = other === undefined ? -1 : FORMS.indexOf(page.form) - FORMS.indexOf(other.form);
    if (order < 0) this.#chosen.set(page.id, { page, text });
    if (order !== 0 || other === undefined || otherText === text) return [];
    const message = `${page.id} is also in ${other.source}, and differs. The one there is taken.`;
    return [pageProblem(page.source, page.lineOf(), message, "Keep the newer one.")];
  }
}

/** The notices of a page that are not a problem of its source. */
function unreported(page: ReadPage, problems: readonly PageProblem[]): PageProblem[] {
  const head = pageHead(page);
  const reported = problems.flatMap(({ notice }) => (notice?.page === head ? [notice.text] : []));
  return page.notices.filter((text) => !reported.includes(text)).map((text) => noticeProblem(page, text));
}

function noId(page: ReadPage): Problem {
  const id = page.id === "" ? "does not show its id" : `has the id "${page.id}", which is not one of a page`;
  const message = `The page of ${pageHead(page)} ${id}.`;
  return pageProblem(page.source, page.lineOf(), message, "Put the id into the file name: api-250313120.txt.");
}
