// Pages that the contract rests on and that their site no longer lists.
import { isDescribed } from "../../core/navigation.js";
import { idOf } from "../contract/described.js";
import type { Known } from "../find/known.js";
import { readSites, type Sites } from "../snapshot/read.js";
import { ABSENT, type Difference, type Finding } from "./finding.js";
import { findingOf, rowLine, specLine, within } from "./report.js";

/** A page is gone only if its site was pulled and no longer lists it. */
export function gonePages({ dir, contract, navigation }: Known): Finding[] {
  const sites = readSites(dir);
  const goneOf = (addresses: readonly string[], allows: Difference["allows"], about: object): Finding[] =>
    addresses
      .filter((address) => isGone(sites, address))
      .map((address) => {
        const difference = { kind: "page gone", allows, place: "", at: "", says: ABSENT, contract: address } as const;
        return findingOf(difference, { page: idOf(address), url: address, ...about });
      });
  return [
    ...contract.operations.flatMap((operation) => {
      const { page, otherPages } = operation.evidence;
      const about = { operation, spec: specLine(contract, within(operation.spot, "x-evidence")) };
      return [...goneOf([page], "others", about), ...goneOf(otherPages, "the same", about)];
    }),
    ...navigation.flatMap((row) =>
      isDescribed(row) || row.page === undefined ? [] : goneOf([row.page], "the same", { spec: rowLine(dir, row) }),
    ),
  ];
}

function isGone(sites: Sites, address: string): boolean {
  // If one site is below another, the inner one counts.
  const [listed] = Object.entries(sites)
    .filter(([site]) => address.startsWith(`${site}/`))
    .sort(([a], [b]) => b.length - a.length);
  const id = idOf(address);
  // The list of a site has only endpoints; pages of the manual have other ids.
  return listed !== undefined && /^api-\d+$/.test(id) && !(id in listed[1]);
}
