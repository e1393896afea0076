// Makes findings of differences: their impact, their words, and their lines on the page and in spec/.
import path from "node:path";
import { NAVIGATION_FILE, type NavigationEntry } from "../../core/navigation.js";
import { parentOf, partOf, type Place } from "../../core/place.js";
import type { Location } from "../../core/spec-files.js";
import { shownPath } from "../../core/spec-folder.js";
import type { DescribedContract, DescribedOperation } from "../contract/described.js";
import type { ReadPage } from "../page/page.js";
import type { Difference, Finding, Spot } from "./finding.js";
import { impactOf } from "./rate.js";
import { wordsOf } from "./words.js";

/** What a finding is about, and where. */
type About = Pick<Finding, "page" | "url" | "source" | "spec"> & { operation?: DescribedOperation | undefined };

export function findingOf(difference: Difference, { operation, ...about }: About): Finding {
  const { kind, place, allows, says, contract, before } = difference;
  return {
    ...about,
    ...(operation !== undefined && { operationId: operation.operationId }),
    kind,
    impact: impactOf(allows, place, operation?.kind),
    place,
    says,
    contract,
    ...(before !== undefined && { before }),
    ...wordsOf(difference),
  };
}

/** @param place if the page does not have it, the line of the nearest place around it */
export function aboutPage(page: ReadPage, place?: Place): Pick<Finding, "page" | "url" | "source"> {
  let there = place === "" ? undefined : place;
  while (there !== undefined && !page.fields.has(there) && parentOf(there) !== undefined) there = parentOf(there);
  const source = { file: page.source, line: page.lineOf(there) };
  return { page: page.id, ...(page.url !== undefined && { url: page.url }), source };
}

export const specLine = ({ sources }: DescribedContract, spot: Location): Spot => ({
  file: shownPath(spot.file),
  line: sources.line(spot),
});

/** The line of an entry in navigation.yaml; the first line if there is none. */
export const rowLine = (spec: string, row: NavigationEntry | undefined): Spot => ({
  file: shownPath(path.join(spec, NAVIGATION_FILE)),
  line: row?.line ?? 1,
});

/** Where the contract describes a field; if it does not, where it describes the nearest one around it. */
export function spotOf({ fields, wholes, spot }: DescribedOperation, at: Place): Location {
  for (let here: Place | undefined = at; here !== undefined; here = parentOf(here)) {
    const found = fields.get(here)?.spot;
    if (found !== undefined) return found;
  }
  return (at === "" ? undefined : wholes.get(partOf(at))) ?? spot;
}

export const within = ({ file, pointer }: Location, ...keys: string[]): Location => ({
  file,
  pointer: [...pointer, ...keys],
});
