// How much of an operation the page shows, in the words of x-evidence.
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

/** What may hold more than the page shows: known from an example alone, or an object without a visible member. */
const isOpen = ({ field, members, cut }: TreeNode): boolean =>
  cut || field?.from === "example" || (members.length === 0 && (field?.types.includes("object") ?? false));

/** The page's address, and whether it had to be concluded: pages of one site are numbered together. */
export function addressOf(page: Page, contract: KnownContract): { address: string; concluded: boolean } {
  if (page.url !== undefined) return { address: page.url, concluded: false };
  const number = Number(pageNumber(page.id));
  const pages = [
    ...contract.navigation.map(({ page: one }) => one),
    // A contract may be drafted into before it is linted, so the evidence may be missing.
    ...contract.operations.map(({ operation }) => (operation["x-evidence"] as Partial<Evidence> | undefined)?.page),
  ];
  const known = pages.flatMap((one) => {
    const other = pageNumber(one);
    return one === undefined || other === undefined
      ? []
      : [{ site: new URL(one).origin, away: Math.abs(Number(other) - number) }];
  });
  const [nearest] = known.sort((a, b) => a.away - b.away);
  return { address: `${nearest?.site ?? "https://doc.pandapon.com"}/${page.id}`, concluded: true };
}
