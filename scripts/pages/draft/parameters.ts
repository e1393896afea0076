// The parameters of an operation: the page's path, query and headers without those of authentication.
import { objectOf, type Node } from "../../core/node.js";
import { partOf, under, type Part } from "../../core/place.js";
import type { ReadPage } from "../page/page.js";
import type { Drafting } from "./drafting.js";
import { wholeExample } from "./examples.js";
import { schemaOf } from "./schema.js";
import type { TreeNode } from "./tree.js";

/** OpenAPI describes these headers elsewhere. */
const ELSEWHERE = ["header/content-type", "header/accept", "header/authorization"];

/** One parameter per name, because a call takes all its inputs as one object. */
export function parametersOf(page: ReadPage, trees: Record<Part, TreeNode>, drafting: Drafting): Node[] {
  const { notes } = drafting;
  const described = [...ELSEWHERE, ...signingPlaces(drafting)];
  const others = [...trees.query.members, ...trees.header.members];
  // A callback's page lists the headers of a call, which the message does not have.
  const inputs = page.kind === "callback" ? [] : others.filter(({ place }) => !described.includes(place.toLowerCase()));
  const found = new Map<string, Node>();
  for (const node of [...pathNodes(page, trees.path, drafting), ...inputs]) {
    const { name } = node;
    const first = found.get(name);
    const inBody = trees.body.members.some((member) => member.name === name);
    if (first !== undefined) {
      notes.line(`Decide on ${name}: the page shows it in two places. The draft has it in the ${String(first["in"])}.`);
      drafting.accept(node.place, "place", partOf(node.place), "A call takes each name once.");
      continue;
    }
    if (inBody) notes.line(`Decide on ${name}: the page shows it as a parameter and in the body.`);
    found.set(name, parameterOf(node, inBody, drafting));
  }
  return [...found.values()];
}

/** Where the page lists what signs a call: `header/access-key`. */
function signingPlaces({ contract, placement }: Drafting): string[] {
  const used = placement.security ?? contract.root["security"];
  const names = (Array.isArray(used) ? used : []).flatMap((one) => Object.keys(objectOf(one)));
  return names.map((name) => {
    const { in: part, name: key } = contract.files.get(`components/securitySchemes/${name}.yaml`) ?? {};
    return `${String(part)}/${String(key).toLowerCase()}`;
  });
}

/** One node per name in the path, also if the page does not list it. */
function pathNodes(page: ReadPage, tree: TreeNode, { notes, accept }: Drafting): TreeNode[] {
  const names = [...page.path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  for (const { name } of tree.members.filter((member) => !names.includes(member.name))) {
    notes.line(`Find the place of ${name}: the page lists it as a part of the path, but the path does not have it.`);
  }
  return names.map((name) => {
    const listed = tree.members.find((member) => member.name === name);
    if (listed === undefined) {
      notes.line(`Find the type of ${name}: the page does not list this part of the path.`);
      if (page.visible.path === "table") accept(under("path", name), "place", "absent", "The path itself shows it.");
    }
    if (listed?.field?.required === "no") {
      accept(listed.place, "required", "optional", "A part of the path is always required.");
    }
    const field = listed?.field ?? { from: "table", types: ["string"], nullable: "no" };
    const implied = { place: under("path", name), name, members: [], item: undefined, values: [], cut: false };
    return { ...(listed ?? implied), field: { ...field, required: "yes" } };
  });
}

function parameterOf(node: TreeNode, inBody: boolean, drafting: Drafting): Node {
  const { field, place } = node;
  const whole = schemaOf(node, drafting);
  const { examples: _, "x-evidence": evidence, ...schema } = whole;
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
