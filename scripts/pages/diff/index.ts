// `pandapon pages diff`: compares PandaPon's pages with spec/.
import path from "node:path";
import { Failure, type Problem } from "../../core/problem.js";
import { shownPath } from "../../core/spec-folder.js";
import { compareText } from "../../core/text.js";
import { pullCommand } from "../find/identify.js";
import { readKnown, type Known } from "../find/known.js";
import { readFiles, readSnapshot, sourceFiles } from "../find/sources.js";
import type { ReadPage } from "../page/page.js";
import { newProblems, pageProblem, withoutNotice, type Reading } from "../page/reading.js";
import { readBefore, snapshotIds } from "../snapshot/read.js";
import { noteEntries, staleFindings, type CheckedEntry } from "./accepted.js";
import type { Finding } from "./finding.js";
import { gonePages } from "./gone.js";
import { comparePage } from "./page.js";

export type { Finding, Spot } from "./finding.js";

export interface DiffOptions {
  /** The folder that holds openapi.yaml. */
  spec: string;
  /** Files and folders of pages; without them, the snapshot in spec/pages. */
  from?: readonly string[];
  /** Whether to compare pages of other APIs too. */
  anyServer?: boolean;
  onProgress?: (done: number, total: number) => void;
}

export interface DiffResult {
  /** How many pages were compared. */
  pages: number;
  findings: Finding[];
  /** What could not be read. */
  problems: Problem[];
}

/**
 * Compares pages with the contract. Saved pages are also compared with the snapshot.
 * @throws Failure with code 2 if the contract cannot be read, or if there is nothing to compare it with
 */
export function diff({ spec, from = [], anyServer, onProgress }: DiffOptions): DiffResult {
  const known = readKnown(spec, anyServer);
  const { files, problems } = sourceFiles(from);
  const isSaved = from.length > 0;
  const total = isSaved ? files.length : snapshotIds(known.dir).length;
  if (!isSaved && total === 0) {
    const fix = `Run \`${pullCommand(known.dir)}\`, or name saved pages with --from.`;
    throw new Failure(2, `There is no snapshot in ${shownPath(path.join(known.dir, "pages"))}. ${fix}`);
  }
  function* readings(): Generator<Reading> {
    let done = 0;
    for (const reading of isSaved ? readFiles(files) : readSnapshot(known.dir)) {
      yield reading;
      onProgress?.((done += 1), total);
    }
  }
  const compared = compareReadings(known, readings(), (id) => (isSaved ? readBefore(known.dir, id) : undefined));
  const gone = isSaved ? [] : gonePages(known);
  return {
    pages: compared.pages,
    findings: inOrder([...gone, ...compared.findings, ...compared.changes]),
    problems: [...problems, ...compared.problems],
  };
}

/**
 * Reads the contract once, for many comparisons.
 * @returns a function that compares pages that are read already; each call is independent of the others
 * @throws Failure with code 2 if the contract cannot be read
 */
export function comparer(spec: string): (readings: Iterable<Reading>) => DiffResult {
  const known = readKnown(spec);
  return (readings) => {
    const { pages, findings, problems } = compareReadings(known, readings, () => undefined);
    return { pages, findings: inOrder(findings), problems };
  };
}

/**
 * What changed on pages that a pull has written and the contract already allows.
 * @param before the pages as they were in the snapshot
 */
export function changesInSnapshot(known: Known, before: readonly ReadPage[]): Finding[] {
  const pages = before.flatMap(({ id }) => readBefore(known.dir, id) ?? []);
  const old = (id: string): ReadPage | undefined => before.find((page) => page.id === id);
  return inOrder(compareReadings(known, [{ pages, problems: [] }], old).changes);
}

/** @param before the version of a page that is known already: its notices are not reported again, but its changes are */
function compareReadings(
  against: Known,
  readings: Iterable<Reading>,
  before: (id: string) => ReadPage | undefined,
): DiffResult & { changes: Finding[] } {
  const { index } = against;
  const findings: Finding[] = [];
  const changes: Finding[] = [];
  const problems: Problem[] = [];
  const checked = new Map<string, CheckedEntry>();
  /** The source of each page, by id. */
  const sources = new Map<string, string>();
  const share = sharing();
  let pages = 0;
  for (const reading of readings) {
    const old = new Map(reading.pages.map((read) => index.identify(read)).map((page) => [page, before(page.id)]));
    const fresh = newProblems({ ...reading, pages: [...old.keys()] }, (page) => old.get(page)?.notices ?? []);
    problems.push(...fresh.map(withoutNotice));
    for (const [page, known] of old) {
      const foreign = index.foreign(page);
      const other = page.id === "" ? undefined : sources.get(page.id);
      if (foreign !== undefined) problems.push(foreign);
      else if (other !== undefined) {
        const message = `The page ${page.id} was already read from ${other}.`;
        problems.push(pageProblem(page.source, page.lineOf(), message, "Name each page once."));
      } else {
        sources.set(page.id, page.source);
        pages += 1;
        const compared = comparePage(against, page, known);
        findings.push(...compared.findings.map(share));
        changes.push(...compared.changes);
        noteEntries(checked, compared.entries);
      }
    }
  }
  const stale = staleFindings(checked, against.contract.operations);
  const isTold = ({ page, place }: Finding): boolean => stale.some((one) => one.page === page && one.place === place);
  return {
    pages,
    findings: [...findings, ...stale],
    changes: changes.filter((change) => !isTold(change)),
    problems,
  };
}

/** Keeps texts that findings of many pages have in common once: they are more than half of the memory that thousands of pages take. */
function sharing(): (finding: Finding) => Finding {
  const texts = new Map<string, string>();
  const shared = (text: string): string => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
  return (finding) => {
    const { place, says, contract, message, fix, spec } = finding;
    return {
      ...finding,
      place: shared(place),
      says: shared(says),
      contract: shared(contract),
      message: shared(message),
      fix: shared(fix),
      ...(spec && { spec: { ...spec, file: shared(spec.file) } }),
    };
  };
}

const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort((a, b) => compareText(a.page, b.page) || compareText(a.place, b.place));
