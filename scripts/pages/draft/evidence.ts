// The values of x-evidence: how much of an operation the page shows, and the page's address.
import type { Completeness, Evidence } from "../../core/openapi.js";
import type { Page } from "../page/page.js";
import { type Part, isUnseen, partOf } from "../../core/place.js";
import { pageNumber } from "./placement.js";
import { nodesOf, type TreeNode } from "./tree.js";
import type { KnownContract } from "./contract.js";

const NO_BODY = ["GET", "HEAD", "DELETE"];

export function completenessOf(page: Page, parts: readonly Part[], trees: readonly TreeNode[]): Completeness {
  const counted = parts.filter((part) => part !== "body" || !NO_BODY.includes(page.method) || hasFields(page, part));
  const seen = counted.filter((part) => page.visible[part] !== "none");
  if (seen.length === 0) return "unknown";
  const shown = trees.filter((tree) => parts.some((part) => part === tree.place));
  const open = shown.some((tree) => [...nodesOf(tree)].some(isOpen));
  const missing = [...page.fields.keys()].some((place) => isUnseen(place) && parts.includes(partOf(place)));
  const examples = seen.some((part) => page.visible[part] === "example");
  return open || missing || examples ? "partial" : "complete";
}

const hasFields = (page: Page, part: Part): boolean => [...page.fields.keys()].some((place) => partOf(place) === part);

/** Whether there may be more than the page shows: only an example shows it, or it is an object without visible members. */
const isOpen = ({ field, members, cut }: TreeNode): boolean =>
  cut || field?.from === "example" || (members.length === 0 && (field?.types.includes("object") ?? false));

/** The page's address, and whether it was inferred from the pages with the nearest numbers, which are on the same site. */
export function addressOf(page: Page, contract: KnownContract): { address: string; inferred: boolean } {
  if (page.url !== undefined) return { address: page.url, inferred: false };
  const number = Number(pageNumber(page.id));
  const pages = [
    ...contract.navigation.map(({ page: one }) => one),
    // The contract may not be linted yet, so the evidence may be missing.
    ...contract.operations.map(({ operation }) => (operation["x-evidence"] as Partial<Evidence> | undefined)?.page),
  ];
  const known = pages.flatMap((one) => {
    const other = pageNumber(one);
    return one === undefined || other === undefined
      ? []
      : [{ site: new URL(one).origin, away: Math.abs(Number(other) - number) }];
  });
  const [nearest] = known.sort((a, b) => a.away - b.away);
  return { address: `${nearest?.site ?? "https://doc.pandapon.com"}/${page.id}`, inferred: true };
}
