// Compares one page with what the contract says about it.
import type { NavigationEntry } from "../../core/navigation.js";
import type { Location } from "../../core/spec-files.js";
import { idOf, type DescribedOperation } from "../contract/described.js";
import { pathKey } from "../find/identify.js";
import type { Known } from "../find/known.js";
import { commandFor } from "../../core/command-text.js";
import { shownPath } from "../../core/spec-folder.js";
import { pageFile } from "../snapshot/read.js";
import type { ReadPage } from "../page/page.js";
import { accepts, entriesFor, openDifferences, staleDifference, staleEntries, type LookedUp } from "./accepted.js";
import { changesOf } from "./changes.js";
import { compareFields } from "./compare.js";
import { ABSENT, type Difference, type Finding, type FindingKind } from "./finding.js";
import { aboutPage, findingOf, rowLine, specLine, spotOf, within } from "./report.js";

export interface ComparedPage {
  findings: Finding[];
  /** The accepted contradictions that are about this page. */
  entries: LookedUp[];
  /** What changed since the snapshot, at places without another finding. */
  changes: Finding[];
}

/** @param before the page in the snapshot, if its changes are wanted */
export function comparePage(known: Known, page: ReadPage, before?: ReadPage): ComparedPage {
  const { operation, row } = known.index.subjectOf(page);
  if (operation === undefined) return { findings: [unknownPage(known, page, row)], entries: [], changes: [] };
  const accepted = entriesFor(operation, page);
  const compared = compareFields(page, operation, accepts(accepted));
  const open = openDifferences(accepted, compared.differences);
  const stale = staleEntries(accepted, compared, page, operation);
  const finding = (difference: Difference, spot = spotOf(operation, difference.at)): Finding =>
    findingOf(difference, { ...aboutPage(page, difference.place), operation, spec: specLine(known.contract, spot) });
  const findings = [
    ...headDifferences(page, operation).map(({ spot, ...difference }) => finding(difference, spot)),
    ...open.map((difference) => finding(difference)),
  ];
  const entries = accepted.map((entry) => ({
    entry,
    operation,
    ...(stale.includes(entry) && { stale: finding(staleDifference(entry), entry.spot) }),
  }));
  const ours = new Map([...compared.pairs].map(([at, place]) => [place, at]));
  // For a new field, `at` is what is around it.
  const told = new Set(open.flatMap(({ kind, place, at }) => (kind === "added" ? [place] : [place, at])));
  const changes = (before === undefined ? [] : changesOf(before, page))
    .filter(({ place }) => !told.has(place))
    .map((change) => finding({ ...change, at: ours.get(change.place) ?? change.place }));
  return { findings, entries, changes };
}

/** Method, path, status and date of a page. */
function headDifferences(page: ReadPage, operation: DescribedOperation): (Difference & { spot: Location })[] {
  const { evidence, spot } = operation;
  const found: (Difference & { spot: Location })[] = [];
  const add = (
    kind: FindingKind,
    says: string,
    contract: string,
    allows: Difference["allows"] = "the same",
    where = within(spot, "x-evidence", kind),
  ): void => void found.push({ kind, allows, place: "", at: "", says, contract, spot: where });
  const [here, there] = [`${page.method} ${page.path}`, `${operation.method} ${operation.path}`];
  if (pathKey(here) !== pathKey(there) && !(page.kind === "callback" && page.path === operation.path)) {
    add("moved", here, there, "others", spot);
  }
  if (idOf(evidence.page) !== page.id) return found;
  const { status, modified } = page;
  if (status !== "not visible" && status !== evidence.status) add("status", status, evidence.status);
  if (modified !== undefined && modified !== evidence.modified) add("modified", modified, evidence.modified);
  return found;
}

/** A page that the contract does not describe. */
function unknownPage(known: Known, page: ReadPage, row: NavigationEntry | undefined): Finding {
  const says = `${page.method} ${page.path}`;
  const about = { ...aboutPage(page), spec: rowLine(known.dir, row) };
  const common = {
    allows: "in addition",
    place: "",
    at: "",
    says,
    title: row?.title ?? page.title,
    draft: draftCommand(known, page),
  } as const;
  return row === undefined
    ? findingOf({ ...common, kind: "not covered", contract: ABSENT }, about)
    : findingOf({ ...common, kind: "now visible", contract: "without a path" }, about);
}

/** The command that drafts a page; undefined if the page has to show its id first. */
function draftCommand({ dir, anyServer }: Known, { id, url, form, source }: ReadPage): string | undefined {
  // Only an export holds several pages.
  const inFile = form === "export" ? [id, "--from", source] : [source];
  const words = source === shownPath(pageFile(dir, id)) ? [id] : inFile;
  if (id === "" && (url === undefined || form === "export")) return undefined;
  return commandFor(dir, "pages", "draft", ...words, ...(anyServer ? ["--any-server"] : []));
}
