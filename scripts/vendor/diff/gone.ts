// Pages that the contract rests on and that their site no longer lists.
import type { CoverageEntry } from "../../coverage/coverage-file.js";
import { idOf, type Described } from "../contract/described.js";
import type { Sites } from "../snapshot/read.js";
import type { Meaning } from "./finding.js";

export interface GonePage {
  address: string;
  operation?: Described;
  row?: CoverageEntry;
  meaning: Meaning;
}

/** Only sites that were pulled can tell: a page of any other is not looked for. */
export function goneFrom(
  sites: Sites,
  operations: readonly Described[],
  coverage: readonly CoverageEntry[],
): GonePage[] {
  const isGone = (address: string): boolean => {
    const listed = siteOf(sites, address);
    // A site's list holds its endpoints; pages of the manual have other ids.
    return listed !== undefined && /^api-\d+$/.test(idOf(address)) && !(idOf(address) in listed);
  };
  const gone: GonePage[] = [];
  for (const operation of operations) {
    const { page, otherPages } = operation.evidence;
    if (isGone(page)) gone.push({ address: page, operation, meaning: "breaking" });
    for (const address of otherPages) if (isGone(address)) gone.push({ address, operation, meaning: "documentation" });
  }
  for (const row of coverage) {
    if (row.state === "listed" && row.page !== null && isGone(row.page)) {
      gone.push({ address: row.page, row, meaning: "documentation" });
    }
  }
  return gone;
}

/** What the site of an address lists; where one site lies below another, the inner one's. */
const siteOf = (sites: Sites, address: string): Sites[string] | undefined =>
  Object.entries(sites)
    .filter(([site]) => address.startsWith(`${site}/`))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];
