// Writes the operation of a page as the contract writes operations.
import type { Node } from "../../core/node.js";
import type { Evidence, Pagination, Success } from "../../core/openapi.js";
import type { ReadPage } from "../page/page.js";
import { paginationOf, successOf } from "./answer.js";
import { answerOf, contentOf, pushAnswer } from "./content.js";
import type { KnownContract } from "./contract.js";
import { addressOf, completenessOf } from "./evidence.js";
import { effectOf, operationIdOf, webhookIdOf } from "./names.js";
import type { Notes } from "./notes.js";
import { parametersOf } from "./parameters.js";
import { signingNames, type Placement } from "./placement.js";
import { idNames, type AcceptedEntry, type Drafted, type Drafting } from "./schema.js";
import { split, type Shapes } from "./shapes.js";
import { showsAnything, treeOf, unplaced, type TreeNode } from "./tree.js";

export interface DraftedOperation {
  operation: Node;
  operationId: string;
  /** The new components that it needs, by name. */
  made: Map<string, Drafted>;
}

export function operationOf(
  page: ReadPage,
  contract: KnownContract,
  placement: Placement,
  notes: Notes,
): DraftedOperation {
  const [path, query, headers] = [treeOf(page, "path"), treeOf(page, "query"), treeOf(page, "header")];
  const [body, response] = [treeOf(page, "body"), treeOf(page, "response")];
  const callback = page.kind === "callback";
  const ids = idNames([path, query, body, response], contract);
  const drafting: Drafting = { contract, notes, accepted: [], ids, named: new Map() };
  const taken = new Set([...contract.shapes.keys()].map((name) => name.toLowerCase()));
  const shapes: Shapes = { made: new Map(), taken };
  const splitting = { contract, notes, group: placement.shapes, named: drafting.named, shapes };
  const content = (schema: Drafted, example: unknown): Node => ({
    content: { "application/json": { schema: split(schema, splitting), example } },
  });

  const signing = signingNames(placement.security, contract);
  const parameters = parametersOf(page, { path, query, headers, body }, signing, drafting);
  const request = showsAnything(body) ? contentOf(body, drafting) : undefined;
  const answer = callback ? pushAnswer(response, drafting) : answerOf(response, drafting, placement.envelope);
  const inputs = [...parameters.map((one) => String(one["name"])), ...body.members.map((member) => member.name)];
  const proposed = callback
    ? callbackHead(page, contract, placement)
    : operationHead(page, contract, placement, inputs, answer.data);
  const evidence = evidenceOf(page, contract, [path, query, body, response], notes);
  noteHead(page, proposed, placement, request === undefined, notes);
  const operation: Node = {
    operationId: proposed.operationId,
    ...(placement.tag !== undefined && { tags: [placement.tag] }),
    ...(page.status === "deprecated" && { deprecated: true }),
    "x-effect": proposed.effect,
    "x-evidence": { ...evidence, ...acceptedOf(drafting.accepted, evidence.page) },
    ...(proposed.pagination && { "x-pagination": proposed.pagination }),
    ...(proposed.success && { "x-success": proposed.success }),
    ...(placement.security && { security: placement.security }),
    ...(parameters.length > 0 && { parameters }),
    ...(request && { requestBody: { required: true, ...content(request.schema, request.example) } }),
    // OpenAPI requires a description. It is empty until a person writes one.
    responses: { "200": { description: "", ...(answer.schema && content(answer.schema, answer.example)) } },
  };
  return { operation, operationId: proposed.operationId, made: shapes.made };
}

/** What is inferred from names. */
interface OperationHead {
  operationId: string;
  effect: "read" | "write";
  pagination?: Pagination | undefined;
  success?: Success | undefined;
}

const idsOf = (contract: KnownContract): string[] => contract.operations.map((one) => one.operation.operationId);

const callbackHead = (page: ReadPage, contract: KnownContract, { prefix }: Placement): OperationHead => ({
  operationId: webhookIdOf(page.path, prefix.split(".")[1] ?? "common", idsOf(contract)),
  effect: "write",
});

function operationHead(
  page: ReadPage,
  contract: KnownContract,
  { prefix, common }: Placement,
  inputs: readonly string[],
  data: Drafted | undefined,
): OperationHead {
  const pagination = paginationOf(inputs, data);
  const { method, path, title } = page;
  const naming = { method, path, title, prefix, common, taken: idsOf(contract), pages: pagination !== undefined };
  return { operationId: operationIdOf(naming), effect: effectOf(naming), pagination, success: successOf(data) };
}

function noteHead(page: ReadPage, head: OperationHead, { tag }: Placement, bodiless: boolean, notes: Notes): void {
  const { operationId, effect, pagination, success } = head;
  if (page.status === "deprecated")
    notes.line("The page marks the operation as deprecated: say so in the description.");
  notes.line(`Check the name ${operationId}.`);
  if (page.kind === "operation") {
    notes.line(
      `Check x-effect: ${effect}. It is inferred from names only, and a call with a wrong "read" would be retried.`,
    );
  }
  if (tag === undefined) notes.line("Add a tag: no operation of the contract is similar.");
  if (pagination !== undefined) {
    notes.line("Check x-pagination. It is inferred from names, and the first page is assumed to be 1.");
  }
  if (success !== undefined) notes.line("Check x-success. It is inferred from names.");
  if (bodiless && page.visible.body === "none" && page.method !== "GET") {
    notes.line("Find out whether the request has a body: the page does not show one.");
  }
  for (const place of unplaced(page)) notes.at("unplaced", place);
}

function evidenceOf(page: ReadPage, contract: KnownContract, trees: readonly TreeNode[], notes: Notes): Evidence {
  const { address, inferred } = addressOf(page, contract);
  if (inferred) notes.line(`Check the page's address ${address}. It is inferred from pages with similar numbers.`);
  const request = completenessOf(page, page.kind === "callback" ? ["body"] : ["path", "query", "body"], trees);
  const response = completenessOf(page, ["response"], trees);
  return {
    page: address,
    modified: page.modified ?? "unknown",
    status: page.status === "not visible" ? "unknown" : page.status,
    request,
    response,
  };
}

const acceptedOf = (accepted: readonly AcceptedEntry[], page: string): { accepted?: Node[] } =>
  accepted.length === 0
    ? {}
    : { accepted: accepted.map(({ at, facet, says, why }) => ({ at, facet, page, says, why })) };
