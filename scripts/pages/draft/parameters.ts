// The parameters of an operation: the page's path, query and headers without those of authentication.
import type { Node } from "../../core/node.js";
import { partOf, under } from "../../core/place.js";
import type { ReadPage } from "../page/page.js";
import type { Drafting } from "./drafting.js";
import { wholeExample } from "./examples.js";
import { schemaOf } from "./schema.js";
import { splitBelow, type Splitting } from "./shapes.js";
import type { TreeNode } from "./tree.js";

/** OpenAPI describes these headers elsewhere. */
const ELSEWHERE = ["header/content-type", "header/accept", "header/authorization"];

/**
 * One parameter per name, because a call takes all its inputs as one object.
 * @param signing the places of authentication, in lower case
 */
export function parametersOf(
  page: ReadPage,
  trees: Record<"path" | "query" | "header" | "body", TreeNode>,
  signing: readonly string[],
  drafting: Drafting,
  splitting: Splitting,
): Node[] {
  const { notes } = drafting;
  const others = page.kind === "callback" ? [] : [...trees.query.members, ...trees.header.members];
  const isSigning = ({ place }: TreeNode): boolean => [...signing, ...ELSEWHERE].includes(place.toLowerCase());
  const found = new Map<string, Node>();
  for (const node of [...pathNodes(page, trees.path, drafting), ...others.filter((one) => !isSigning(one))]) {
    const { name } = node;
    const first = found.get(name);
    const inBody = trees.body.members.some((member) => member.name === name);
    if (first !== undefined) {
      notes.line(`Decide on ${name}: the page shows it in two places. The draft has it in the ${String(first["in"])}.`);
      continue;
    }
    if (inBody) notes.line(`Decide on ${name}: the page shows it as a parameter and in the body.`);
    found.set(name, parameterOf(node, inBody, drafting, splitting));
  }
  return [...found.values()];
}

/** One node per name in the path, also if the page does not list it. */
function pathNodes(page: ReadPage, tree: TreeNode, { notes, accepted }: Drafting): TreeNode[] {
  const names = [...page.path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  for (const { name } of tree.members.filter((member) => !names.includes(member.name))) {
    notes.line(`Find the place of ${name}: the page lists it as a part of the path, but the path does not have it.`);
  }
  return names.map((name) => {
    const listed = tree.members.find((member) => member.name === name);
    if (listed === undefined) notes.line(`Find the type of ${name}: the page does not list this part of the path.`);
    if (listed?.field?.required === "no") {
      const why = "A part of the path is always required.";
      accepted.push({ at: listed.place, facet: "required", says: "optional", why });
    }
    const field = listed?.field ?? { from: "table", types: ["string"], nullable: "no" };
    const implied = { place: under("path", name), name, members: [], item: undefined, values: [], cut: false };
    return { ...(listed ?? implied), field: { ...field, required: "yes" } };
  });
}

function parameterOf(node: TreeNode, inBody: boolean, drafting: Drafting, splitting: Splitting): Node {
  const { field, place } = node;
  const whole = schemaOf(node, drafting);
  const { examples: _, "x-evidence": evidence, ...schema } = splitBelow(whole, splitting);
  const unknown = field?.required === "not visible";
  if (unknown) drafting.notes.at("not visible", place);
  return {
    name: node.name,
    in: partOf(place),
    ...(field?.required === "yes" && { required: true }),
    ...(unknown && { "x-required": "unknown" }),
    ...(evidence && { "x-evidence": evidence }),
    ...(inBody && { "x-alternative": "body" }),
    schema,
    example: wholeExample(whole, field?.example) ?? "example",
  };
}
