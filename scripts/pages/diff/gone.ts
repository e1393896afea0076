// Pages that the contract rests on and that their site no longer lists.
import { isDescribed, type NavigationEntry } from "../../core/navigation.js";
import { idOf, type DescribedOperation } from "../contract/described.js";
import type { Sites } from "../snapshot/read.js";
import type { Impact } from "../../core/impact.js";

export interface GonePage {
  address: string;
  operation?: DescribedOperation;
  row?: NavigationEntry;
  impact: Impact;
}

/** A page is gone only if its site was pulled and no longer lists it. */
export function goneFrom(
  sites: Sites,
  operations: readonly DescribedOperation[],
  navigation: readonly NavigationEntry[],
): GonePage[] {
  const isGone = (address: string): boolean => {
    const listed = siteOf(sites, address);
    // The list of a site has only endpoints; pages of the manual have other ids.
    return listed !== undefined && /^api-\d+$/.test(idOf(address)) && !(idOf(address) in listed);
  };
  const gone: GonePage[] = [];
  for (const operation of operations) {
    const { page, otherPages } = operation.evidence;
    if (isGone(page)) gone.push({ address: page, operation, impact: "breaking" });
    for (const address of otherPages) if (isGone(address)) gone.push({ address, operation, impact: "documentation" });
  }
  for (const row of navigation) {
    if (!isDescribed(row) && row.page !== undefined && isGone(row.page)) {
      gone.push({ address: row.page, row, impact: "documentation" });
    }
  }
  return gone;
}

/** What the site of an address lists. If one site is below another, the inner one counts. */
const siteOf = (sites: Sites, address: string): Sites[string] | undefined =>
  Object.entries(sites)
    .filter(([site]) => address.startsWith(`${site}/`))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1];
