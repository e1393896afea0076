// Writes the operation of a page as the contract writes operations.
import type { Node } from "../../core/node.js";
import type { Completeness } from "../../core/openapi.js";
import { isUnseen, PARTS, partOf, type Part } from "../../core/place.js";
import type { ReadPage } from "../page/page.js";
import { answerOf, bodyOf, paginationOf, successOf } from "./answer.js";
import type { KnownContract, Shape } from "./contract.js";
import type { Drafting } from "./drafting.js";
import { idNames } from "./ids.js";
import { operationIdOf } from "./names.js";
import type { Notes } from "./notes.js";
import { parametersOf } from "./parameters.js";
import type { Placement } from "./placement.js";
import type { Splitting } from "./shapes.js";
import { nodesOf, showsAnything, treeOf, type TreeNode } from "./tree.js";

export interface DraftedOperation {
  operation: Node;
  operationId: string;
  /** The components of the contract and the new ones. */
  shapes: Map<string, Shape>;
}

type Trees = Record<Part, TreeNode>;

export function operationOf(
  page: ReadPage,
  contract: KnownContract,
  placement: Placement,
  notes: Notes,
): DraftedOperation {
  const trees = Object.fromEntries(PARTS.map((part) => [part, treeOf(page, part)])) as Trees;
  const { path, query, body, response } = trees;
  const callback = page.kind === "callback";
  const { tag, security } = placement;
  const ids = idNames([path, query, body, response], contract);
  const drafting: Drafting = { contract, notes, accepted: [], ids };
  const splitting: Splitting = { shapes: new Map(contract.shapes), place: placement.shapes, notes };
  const taken = contract.operations.map((one) => one.operation.operationId ?? "");
  const operationId = operationIdOf(page.path, placement.prefix, taken);
  noteHead(page, operationId, tag, showsAnything(body), notes);

  const signing = (security ?? contract.security ?? [])
    .flatMap((one) => Object.keys(one))
    .map((name) => contract.credentials.get(name) ?? "");
  const parameters = parametersOf(page, trees, signing, drafting, splitting);
  const [given, answered] = [page.examples.body[0], page.examples.response[0]];
  const request = showsAnything(body) ? bodyOf(body, given, drafting, splitting) : undefined;
  const answer = !callback
    ? answerOf(response, answered, drafting, splitting, placement.envelope)
    : showsAnything(response)
      ? bodyOf(response, answered, drafting, splitting)
      : undefined;
  const inputs = [...parameters.map((one) => String(one["name"])), ...body.members.map((member) => member.name)];
  const pagination = callback || answer === undefined ? undefined : paginationOf(inputs, answer.schema);
  const success = callback || answer === undefined ? undefined : successOf(answer.schema);
  if (pagination) notes.line("Check x-pagination. It is inferred from names, and the first page is assumed to be 1.");
  if (success) notes.line("Check x-success. It is inferred from names.");

  const address = page.url ?? `https://doc.pandapon.com/${page.id}`;
  if (page.url === undefined) notes.line(`Check the page's address ${address}. The page shows only its id.`);
  const accepted = drafting.accepted.map(({ at, facet, says, why }) => ({ at, facet, page: address, says, why }));
  const operation: Node = {
    operationId,
    ...(tag !== undefined && { tags: [tag] }),
    ...(page.status === "deprecated" && { deprecated: true }),
    // A wrong "read" would be retried, so a person has to write it.
    "x-effect": "write",
    "x-evidence": {
      page: address,
      modified: page.modified ?? "unknown",
      status: page.status === "not visible" ? "unknown" : page.status,
      request: completenessOf(page, callback ? ["body"] : ["path", "query", "body"], trees),
      response: completenessOf(page, ["response"], trees),
      ...(accepted.length > 0 && { accepted }),
    },
    ...(pagination && { "x-pagination": pagination }),
    ...(success && { "x-success": success }),
    ...(security && { security }),
    ...(parameters.length > 0 && { parameters }),
    ...(request && { requestBody: { required: true, content: request.content } }),
    // OpenAPI requires a description. It is empty until a person writes one.
    responses: { "200": { description: "", ...(answer && { content: answer.content }) } },
  };
  return { operation, operationId, shapes: splitting.shapes };
}

function noteHead(page: ReadPage, id: string, tag: string | undefined, hasBody: boolean, notes: Notes): void {
  if (page.status === "deprecated") {
    notes.line("The page marks the operation as deprecated: say so in the description.");
  }
  notes.line(`Check the name ${id}.`);
  if (page.kind === "operation") notes.line("x-effect is write until you know that the call only reads.");
  if (tag === undefined) notes.line("Add a tag: no operation of the contract is similar.");
  if (!hasBody && page.visible.body === "none" && page.method !== "GET") {
    notes.line("Find out whether the request has a body: the page does not show one.");
  }
  for (const place of page.fields.keys()) if (isUnseen(place)) notes.at("unplaced", place);
}

const NO_BODY = ["GET", "HEAD", "DELETE"];

/** How much of these parts the page shows. */
function completenessOf(page: ReadPage, parts: readonly Part[], trees: Trees): Completeness {
  const isShown = (part: Part): boolean => [...page.fields.keys()].some((place) => partOf(place) === part);
  const counted = parts.filter((part) => part !== "body" || !NO_BODY.includes(page.method) || isShown(part));
  const seen = counted.filter((part) => page.visible[part] !== "none");
  if (seen.length === 0) return "unknown";
  const open = parts.some((part) => [...nodesOf(trees[part])].some(isOpen));
  return open || seen.some((part) => page.visible[part] === "example") ? "partial" : "complete";
}

/** Whether there may be more than the page shows: only an example shows it, or it is an object without visible members. */
const isOpen = ({ field, members, cut }: TreeNode): boolean =>
  cut || field?.from === "example" || (members.length === 0 && (field?.types.includes("object") ?? false));
