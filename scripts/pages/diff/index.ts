// `pandapon pages diff`: compares PandaPon's pages with spec/.
import path from "node:path";
import { NAVIGATION_FILE, type NavigationEntry } from "../../core/navigation.js";
import { Failure, type Problem } from "../../core/problem.js";
import { shownPath } from "../../core/spec-folder.js";
import { compareText } from "../../core/text.js";
import { idOf, type Acceptance, type DescribedContract, type DescribedOperation } from "../contract/described.js";
import { locationKey } from "../../core/node.js";
import type { Location } from "../../core/spec-files.js";
import { pathKey, type Index } from "../find/identify.js";
import { readKnown, type Known } from "../find/known.js";
import type { ReadPage } from "../page/page.js";
import { type Place, parentOf, partOf } from "../../core/place.js";
import { newProblems, pageProblem, withoutNotice, type Reading } from "../page/reading.js";
import { readBefore, readSites, snapshotIds } from "../snapshot/read.js";
import { Acceptances } from "./acceptance.js";
import { compareFields } from "./compare.js";
import type { Difference } from "./differences.js";
import type { Finding, Spot } from "./finding.js";
import { goneFrom } from "./gone.js";
import { readFiles, readSnapshot, sourceFiles } from "../find/sources.js";

export type { Finding, FindingKind, Spot } from "./finding.js";

export interface DiffOptions {
  /** The folder that holds openapi.yaml. */
  spec: string;
  /** Files and folders of pages; without them, the snapshot in spec/pages. */
  from?: readonly string[];
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
 * Compares pages with the contract.
 * @throws Failure with code 2 if the contract cannot be read, or if there is nothing to compare it with
 */
export function diff({ spec, from = [], onProgress }: DiffOptions): DiffResult {
  const against = readKnown(spec);
  const comparison = new PagesComparison(against);
  const { files, problems } = sourceFiles(from);
  const total = from.length > 0 ? files.length : snapshotIds(against.dir).length;
  if (from.length === 0 && total === 0) {
    throw new Failure(
      2,
      `There is no snapshot in ${shownPath(path.join(against.dir, "pages"))}. Run \`pandapon pages pull\`, or name saved pages with --from.`,
    );
  }
  comparison.problems.push(...problems);
  let done = 0;
  for (const reading of from.length > 0 ? readFiles(files) : readSnapshot(against.dir)) {
    comparison.add(reading, from.length > 0);
    onProgress?.((done += 1), total);
  }
  if (from.length === 0) comparison.addGone();
  return comparison.result();
}

/**
 * Reads the contract once, for many comparisons.
 * @returns a function that compares pages that are read already; each call is independent of the others
 * @throws Failure with code 2 if the contract cannot be read
 */
export function comparer(spec: string): (readings: Iterable<Reading>) => DiffResult {
  const against = readKnown(spec);
  return (readings) => {
    const comparison = new PagesComparison(against);
    for (const reading of readings) comparison.add(reading, true);
    return comparison.result();
  };
}

interface AcceptanceUse {
  entry: Acceptance;
  used: boolean;
  /** The ids of the operations that have the entry and were compared with a page. */
  compared: Set<string>;
  page: ReadPage;
}

class PagesComparison {
  readonly problems: Problem[] = [];
  readonly #findings: Finding[] = [];
  readonly #spec: string;
  readonly #navigation: readonly NavigationEntry[];
  readonly #contract: DescribedContract;
  readonly #index: Index;
  /** The entries that this run could check, by their location. */
  readonly #uses = new Map<string, AcceptanceUse>();
  #pages = 0;
  /** The source of each page, by id. */
  readonly #seen = new Map<string, string>();

  constructor({ dir, navigation, contract, index }: Known) {
    this.#spec = dir;
    this.#navigation = navigation;
    this.#contract = contract;
    this.#index = index;
  }

  /** @param known whether to leave out the notices that the snapshot has already */
  add(reading: Reading, known: boolean): void {
    const problems = newProblems(reading, (page) => (known ? this.#knownNotices(page) : []));
    this.problems.push(...problems.map(withoutNotice));
    for (const read of reading.pages) this.#compare(this.#index.identify(read));
  }

  #knownNotices(page: ReadPage): string[] {
    if (page.notices.length === 0) return [];
    return readBefore(this.#spec, this.#index.identify(page).id)?.notices ?? [];
  }

  #compare(page: ReadPage): void {
    const foreign = this.#index.foreign(page);
    if (foreign !== undefined) {
      this.problems.push(foreign);
      return;
    }
    const before = this.#seen.get(page.id);
    if (page.id !== "" && before !== undefined) {
      const message = `The page ${page.id} was already read from ${before}.`;
      this.problems.push(pageProblem(page.source, page.lineOf(), message, "Name each page once."));
      return;
    }
    this.#seen.set(page.id, page.source);
    this.#pages += 1;
    const { operation, row } = this.#index.subjectOf(page);
    if (operation === undefined) return this.#unknown(page, row);
    this.#head(page, operation);
    const acceptances = new Acceptances(operation.accepted, page.id);
    for (const difference of compareFields(page, operation, acceptances)) this.#field(page, operation, difference);
    this.#note(page, operation, acceptances);
  }

  /** A page that the contract does not describe. */
  #unknown(page: ReadPage, row: NavigationEntry | undefined): void {
    const head = `${page.method} ${page.path}`;
    const draft = `Run \`pandapon pages draft ${page.id === "" ? page.source : page.id}\`.`;
    const common = { place: "", impact: "additive", says: head, page: page.id, source: this.#onPage(page) } as const;
    const file = path.join(this.#spec, NAVIGATION_FILE);
    this.#findings.push({
      ...common,
      ...urlOf(page),
      kind: row === undefined ? "not covered" : "now visible",
      contract: row === undefined ? "absent" : "without a path",
      spec: { file: shownPath(file), line: row?.line ?? 1 },
      message:
        row === undefined
          ? `${head} ("${page.title}") has no entry in navigation.yaml`
          : `${head} is visible now; navigation.yaml has no path for "${row.title}"`,
      fix: draft,
    });
  }

  /** Method, path, status and date. */
  #head(page: ReadPage, operation: DescribedOperation): void {
    const { evidence } = operation;
    const own = idOf(evidence.page) === page.id;
    const [says, contract] = [`${page.method} ${page.path}`, `${operation.method} ${operation.path}`];
    if (pathKey(says) !== pathKey(contract) && !(page.kind === "callback" && page.path === operation.path)) {
      this.#add(page, operation, operation.spot, "", {
        kind: "moved",
        impact: "breaking",
        says,
        contract,
        message: `The page describes ${says}, the contract ${contract}`,
        fix: "Move the file, its $ref in openapi.yaml and the path in navigation.yaml; keep the operationId.",
      });
    }
    if (own && page.status !== "not visible" && page.status !== evidence.status) {
      this.#add(page, operation, within(operation.spot, "x-evidence", "status"), "", {
        kind: "status",
        impact: "documentation",
        says: page.status,
        contract: evidence.status,
        message: `The page is marked ${page.status}, the contract says ${evidence.status}`,
        fix: `Write \`status: ${page.status}\` here.`,
      });
    }
    if (own && page.modified !== undefined && page.modified !== evidence.modified) {
      this.#add(page, operation, within(operation.spot, "x-evidence", "modified"), "", {
        kind: "modified",
        impact: "documentation",
        says: page.modified,
        contract: evidence.modified,
        message: `The page was modified on ${page.modified}, the contract rests on the version of ${evidence.modified}`,
        fix: `Check the page, then write \`modified: "${page.modified}"\` here.`,
      });
    }
  }

  #field(page: ReadPage, operation: DescribedOperation, { at, place, ...words }: Difference): void {
    let spot: Location | undefined;
    for (let here: Place | undefined = at; here !== undefined && spot === undefined; here = parentOf(here)) {
      spot = operation.fields.get(here)?.spot;
    }
    this.#add(page, operation, spot ?? operation.wholes.get(partOf(at)) ?? operation.spot, place, words);
  }

  #add(
    page: ReadPage,
    operation: DescribedOperation,
    spot: Location,
    place: Place,
    words: Pick<Finding, "kind" | "impact" | "says" | "contract" | "message" | "fix">,
  ): void {
    this.#findings.push({
      page: page.id,
      ...urlOf(page),
      operationId: operation.operationId,
      place,
      source: this.#onPage(page, place),
      spec: this.#inSpec(spot),
      ...words,
    });
  }

  /** Remembers which accepted contradictions this page still shows. */
  #note(page: ReadPage, operation: DescribedOperation, acceptances: Acceptances): void {
    const open = new Set(acceptances.unused());
    for (const entry of acceptances.entries) {
      const key = locationKey(entry.spot);
      const use = this.#uses.get(key) ?? { entry, used: false, compared: new Set(), page };
      use.used ||= !open.has(entry);
      use.compared.add(operation.operationId);
      this.#uses.set(key, use);
    }
  }

  #addStale(): void {
    for (const { entry, used, compared, page } of this.#uses.values()) {
      if (used || (entry.page === undefined && !this.#allCompared(entry, compared))) continue;
      const { at, facet, says } = entry;
      const [operationId] = compared;
      this.#findings.push({
        kind: "stale acceptance",
        impact: "documentation",
        page: page.id,
        ...urlOf(page),
        ...(operationId !== undefined && { operationId }),
        place: at,
        source: this.#onPage(page, at),
        spec: this.#inSpec(entry.spot),
        says: `no longer ${says}`,
        contract: `accepts ${facet}: ${says}`,
        message: `The page no longer says "${says}" of \`${at}\` (${facet})`,
        fix: "Remove the entry from x-evidence.accepted, and what the contract says because of it.",
      });
    }
  }

  /** Whether every operation with an entry was compared. Only then is it certain that no page says so any more. */
  #allCompared({ spot }: Acceptance, compared: ReadonlySet<string>): boolean {
    return this.#contract.operations.every(
      ({ operationId, accepted }) =>
        compared.has(operationId) || !accepted.some((one) => locationKey(one.spot) === locationKey(spot)),
    );
  }

  /** Adds the pages that the contract rests on and that their site no longer lists. */
  addGone(): void {
    const gone = goneFrom(readSites(this.#spec), this.#contract.operations, this.#navigation);
    for (const { address, operation, row, impact } of gone) {
      this.#findings.push({
        kind: "page gone",
        impact,
        page: idOf(address),
        url: address,
        ...(operation !== undefined && { operationId: operation.operationId }),
        place: "",
        spec:
          operation === undefined
            ? { file: shownPath(path.join(this.#spec, NAVIGATION_FILE)), line: row?.line ?? 1 }
            : this.#inSpec(within(operation.spot, "x-evidence")),
        says: "absent",
        contract: address,
        message: `The site no longer lists ${address}`,
        fix: "Check whether the endpoint still answers. Name the page that shows it now, or remove it.",
      });
    }
  }

  result(): DiffResult {
    this.#addStale();
    const findings = this.#findings.sort((a, b) => compareText(a.page, b.page) || compareText(a.place, b.place));
    return { pages: this.#pages, findings, problems: this.problems };
  }

  /** The line of a place on the page; if the page does not have it, the line of the nearest place around it. */
  #onPage(page: ReadPage, place: Place = ""): Spot {
    let there: Place | undefined = place === "" ? undefined : place;
    while (there !== undefined && !page.fields.has(there) && parentOf(there) !== undefined) there = parentOf(there);
    return { file: page.source, line: page.lineOf(there) };
  }
  #inSpec = (spot: Location): Spot => ({
    file: shownPath(spot.file),
    line: this.#contract.sources.line(spot),
  });
}

const within = ({ file, pointer }: Location, ...keys: string[]): Location => ({
  file,
  pointer: [...pointer, ...keys],
});

const urlOf = ({ url }: ReadPage): { url?: string } => (url === undefined ? {} : { url });
