// The bodies of an operation: schema and whole example of the request and of the answer.
import { objectOf, type Node } from "../../core/node.js";
import { typesOf, type Pagination, type Success } from "../../core/openapi.js";
import { below } from "../../core/pointer.js";
import type { Drafted, Drafting } from "./drafting.js";
import { wholeExample } from "./examples.js";
import { schemaOf } from "./schema.js";
import { REFERENCE, splitBelow, type Splitting } from "./shapes.js";
import { showsAnything, type TreeNode } from "./tree.js";

/** The content of a body, and its schema before components were split off. */
export interface DraftedBody {
  content: Node;
  schema: Drafted;
}

/** The fields of the envelope, which nearly every answer has, without `data`. */
const ENVELOPE = ["requestId", "code", "developId", "msg"];

const contentOf = (schema: object, example: unknown): Node => ({ "application/json": { schema, example } });

/** The outermost object has no field on the page. If only examples show its members, that is said once, on it. */
function bodySchema(tree: TreeNode, drafting: Drafting): Drafted {
  const { members } = tree;
  const from = members.length > 0 && members.every(({ field }) => field?.from === "example") ? "example" : "table";
  const field = tree.field ?? { from, types: ["object"], nullable: "no", required: "yes" };
  return schemaOf({ ...tree, field }, drafting);
}

export function bodyOf(tree: TreeNode, given: unknown, drafting: Drafting, splitting: Splitting): DraftedBody {
  const schema = bodySchema(tree, drafting);
  return { schema, content: contentOf(splitBelow(schema, splitting), wholeExample(schema, given)) };
}

/**
 * The answer of a call. If the page shows nothing of it, `data` may have any type.
 * @param usual whether an answer that the page does not show has the usual envelope
 */
export function answerOf(
  tree: TreeNode,
  given: unknown,
  drafting: Drafting,
  splitting: Splitting,
  usual: boolean,
): DraftedBody {
  const names = new Set(tree.members.map((member) => member.name));
  const shown = showsAnything(tree);
  const looksEnveloped = names.has("code") && ["requestId", "developId", "data"].some((name) => names.has(name));
  const envelope = drafting.contract.shapes.get("Envelope")?.schema;
  if (envelope === undefined || !(shown ? looksEnveloped : usual)) {
    return shown ? bodyOf(tree, given, drafting, splitting) : { schema: {}, content: contentOf({}, {}) };
  }
  const members = tree.members.filter((member) => !ENVELOPE.includes(member.name));
  const unknown: Drafted = { type: "object", properties: { data: { "x-required": "unknown" } } };
  const {
    required: _,
    additionalProperties: __,
    ...schema
  } = shown ? bodySchema({ ...tree, members }, drafting) : unknown;
  const required = tree.members.filter((member) => member.field?.required === "yes").map((member) => member.name);
  const all = { ...envelope.properties, ...schema.properties };
  const blank = Object.fromEntries(Object.keys(all).map((name) => [name, undefined]));
  // The site's generator makes up the code.
  const example = wholeExample({ type: "object", properties: all }, { ...blank, ...objectOf(given), code: undefined });
  const allOf = [{ $ref: `${REFERENCE}Envelope` }, splitBelow(schema, splitting)];
  return { schema, content: contentOf({ ...(required.length > 0 && { required }), allOf }, example) };
}

const PAGE = /^(?:page|pageNo|pageNum|pageNumber|pageIndex|beginPage|currentPage)$/i;
const SIZE = /^(?:pageSize|size|limit|rows|perPage)$/i;
const TOTAL = /^(?:total|totalRecords|totalCount|totalNum|count)$/i;

/** Finds fields of `data` by name and type, as pointers into the answer. */
function fieldsOfData({ properties }: Drafted): (pattern: RegExp, ...types: string[]) => string[] {
  const fields = Object.entries(properties?.["data"]?.properties ?? {});
  return (pattern, ...types) =>
    fields
      .filter(([name, one]) => pattern.test(name) && typesOf(one).some((type) => types.includes(type)))
      .map(([name]) => below("/data", name));
}

/** The pagination of a list, by names: inputs for page and page size, and one list and a total in the answer. */
export function paginationOf(inputs: readonly string[], answer: Drafted): Pagination | undefined {
  const find = fieldsOfData(answer);
  const [page, size] = [PAGE, SIZE].map((pattern) => inputs.find((name) => pattern.test(name)));
  const [items, ...lists] = find(/^/, "array");
  const [total] = find(TOTAL, "integer", "number");
  if (page === undefined || size === undefined || items === undefined || total === undefined) return undefined;
  return lists.length > 0 ? undefined : { page, firstPage: 1, size, items, total };
}

/** The second level of success of an answer, by names. */
export function successOf(answer: Drafted): Success | undefined {
  const find = fieldsOfData(answer);
  const [flag] = [...find(/^success$/i, "boolean"), ...find(/^[a-z]+Success$/, "boolean")];
  const [errorCode] = find(/^error_?code$/i, "string");
  const [errorMessage] = find(/^(?:error_?(?:info|msg|message)|message|msg)$/i, "string");
  return flag === undefined
    ? undefined
    : { flag, ...(errorCode && { errorCode }), ...(errorMessage && { errorMessage }) };
}
