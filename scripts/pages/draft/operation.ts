// Writes the operation of a page as the contract writes operations.
import type { Node } from "../../core/node.js";
import type { Completeness } from "../../core/openapi.js";
import { isUnseen, PARTS, type Part } from "../../core/place.js";
import type { ReadPage } from "../page/page.js";
import { answerOf, bodyOf } from "./answer.js";
import type { KnownContract } from "./contract.js";
import type { Drafting } from "./drafting.js";
import { idNames } from "./ids.js";
import type { Notes } from "./notes.js";
import { parametersOf } from "./parameters.js";
import type { Placement } from "./placement.js";
import { nodesOf, treeOf, type TreeNode } from "./tree.js";

type Trees = Record<Part, TreeNode>;

/** @param file the operation's file, relative to the spec folder */
export function operationOf(
  page: ReadPage,
  file: string,
  contract: KnownContract,
  placement: Placement,
  notes: Notes,
): Node {
  // Object.fromEntries loses the names of the parts.
  const trees = Object.fromEntries(PARTS.map((part) => [part, treeOf(page, part)])) as Trees;
  const address = page.url ?? `https://doc.pandapon.com/${page.id}`;
  const accepted: Node[] = [];
  const drafting: Drafting = {
    contract,
    placement,
    file,
    notes,
    accept: (at, facet, says, why) => accepted.push({ at, facet, page: address, says, why }),
    ids: idNames(Object.values(trees), contract.scalars),
  };
  const callback = page.kind === "callback";
  const { operationId, tag, security } = placement;
  const parameters = parametersOf(page, trees, drafting);
  const request = bodyOf(trees.body, page.examples.body[0], drafting);
  const answer = (callback ? bodyOf : answerOf)(trees.response, page.examples.response[0], drafting);
  noteHead(page, placement, request !== undefined, notes);
  return {
    operationId,
    ...(tag !== undefined && { tags: [tag] }),
    ...(page.status === "deprecated" && { deprecated: true }),
    // A wrong "read" would be retried, so a person has to write it.
    "x-effect": "write",
    ...(page.kind === "operation" && { "x-check-with": "none" }),
    "x-evidence": {
      page: address,
      modified: page.modified ?? "unknown",
      status: page.status === "not visible" ? "unknown" : page.status,
      request: completenessOf(page, callback ? ["body"] : ["path", "query", "body"], trees),
      response: completenessOf(page, ["response"], trees),
      ...(accepted.length > 0 && { accepted }),
    },
    ...(security && { security }),
    ...(parameters.length > 0 && { parameters }),
    ...(request && { requestBody: { required: true, content: request } }),
    // OpenAPI requires a description. It is empty until a person writes one.
    responses: { "200": { description: "", ...(answer && { content: answer }) } },
  };
}

function noteHead(page: ReadPage, { operationId, tag }: Placement, hasBody: boolean, notes: Notes): void {
  const tasks: [applies: boolean, task: string][] = [
    [page.status === "deprecated", "The page marks the operation as deprecated: say so in the description."],
    [true, `Check the name ${operationId}.`],
    [page.kind === "operation", "x-effect is write until you know that the call only reads."],
    [page.kind === "operation", "x-check-with: name the read that tells the outcome, or keep none."],
    [page.kind === "operation", "Add x-pagination and x-success if the answer needs them."],
    [tag === undefined, "Add a tag: no operation of the contract is similar."],
    [page.url === undefined, "Check the page's address in x-evidence. The page shows only its id."],
    [
      !hasBody && page.visible.body === "none" && page.method !== "GET",
      "Find out whether the request has a body: the page does not show one.",
    ],
  ];
  for (const [applies, task] of tasks) if (applies) notes.line(task);
  for (const place of page.fields.keys()) if (isUnseen(place)) notes.at("unplaced", place);
}

/** How much of these parts the page shows. */
function completenessOf(page: ReadPage, parts: readonly Part[], trees: Trees): Completeness {
  const seen = parts.map((part) => page.visible[part]).filter((visibility) => visibility !== "none");
  if (seen.length === 0) return "unknown";
  const open = parts.some((part) => [...nodesOf(trees[part])].some(isOpen));
  return open || seen.includes("example") ? "partial" : "complete";
}

/** Whether there may be more than the page shows: only an example shows it, or it is an object without visible members. */
const isOpen = ({ field, members, cut }: TreeNode): boolean =>
  cut || field?.from === "example" || (members.length === 0 && (field?.types.includes("object") ?? false));
