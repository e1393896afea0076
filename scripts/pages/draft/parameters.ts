// The parameters of an operation: the page's path, query and headers without those of authentication.
import type { Node } from "../../core/node.js";
import type { ReadPage } from "../page/page.js";
import { schemaOf, type Drafting } from "./schema.js";
import type { TreeNode } from "./tree.js";
import { wholeExample } from "./whole.js";

export interface DraftedInputs {
  path: TreeNode;
  query: TreeNode;
  headers: TreeNode;
  body: TreeNode;
}

/**
 * One parameter per name, because a call takes all its inputs as one object.
 * @param signing the places of authentication, in lower case
 */
export function parametersOf(
  page: ReadPage,
  inputs: DraftedInputs,
  signing: ReadonlySet<string>,
  drafting: Drafting,
): Node[] {
  const { notes } = drafting;
  const others = page.kind === "callback" ? [] : [...inputs.query.members, ...inputs.headers.members];
  const all = [
    ...pathParameters(page, inputs.path, drafting),
    ...others.filter((member) => !isSigning(member, signing)).map((member) => parameterOf(member, drafting)),
  ];
  const inBody = new Set(inputs.body.members.map((member) => member.name));
  const found = new Map<string, Node>();
  for (const parameter of all) {
    const name = String(parameter["name"]);
    const first = found.get(name);
    if (first !== undefined) {
      notes.line(`Decide on ${name}: the page shows it in two places. The draft has it in the ${String(first["in"])}.`);
      continue;
    }
    if (inBody.has(name)) notes.line(`Decide on ${name}: the page shows it as a parameter and in the body.`);
    found.set(name, inBody.has(name) ? withAlternative(parameter) : parameter);
  }
  return [...found.values()];
}

function withAlternative({ schema, example, ...head }: Node): Node {
  return { ...head, "x-alternative": "body", schema, example };
}

const isSigning = ({ place, name }: TreeNode, signing: ReadonlySet<string>): boolean =>
  signing.has(`${place.split("/")[0]}/${name.toLowerCase()}`) ||
  // OpenAPI describes these elsewhere.
  (place.startsWith("header/") && /^(?:content-type|accept|authorization)$/i.test(name));

/** One parameter per name in the path, also if the page does not list it. */
function pathParameters(page: ReadPage, tree: TreeNode, drafting: Drafting): Node[] {
  const names = [...page.path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  for (const { name } of tree.members.filter((member) => !names.includes(member.name))) {
    drafting.notes.line(
      `Find the place of ${name}: the page lists it as a part of the path, but the path does not have it.`,
    );
  }
  return names.map((name) => {
    const listed = tree.members.find((member) => member.name === name);
    if (listed !== undefined) {
      const { place, field } = listed;
      const why = "A part of the path is always required.";
      if (field?.required === "no") drafting.accepted.push({ at: place, facet: "required", says: "optional", why });
      const known: TreeNode = field === undefined ? listed : { ...listed, field: { ...field, required: "yes" } };
      return parameterOf(known, drafting);
    }
    drafting.notes.line(`Find the type of ${name}: the page does not list this part of the path.`);
    const implied: TreeNode = {
      place: `path/${name}`,
      name,
      field: { from: "table", types: ["string"], nullable: "no", required: "yes" },
      members: [],
      item: undefined,
      values: [],
      cut: false,
    };
    return parameterOf(implied, drafting);
  });
}

function parameterOf(node: TreeNode, drafting: Drafting): Node {
  const { examples, "x-evidence": evidence, ...schema } = schemaOf(node, drafting);
  const unknown = node.field?.required === "not visible";
  if (unknown) drafting.notes.at("not visible", node.place);
  return {
    name: node.name,
    in: node.place.split("/")[0],
    ...(node.field?.required === "yes" && { required: true }),
    ...(unknown && { "x-required": "unknown" }),
    ...(evidence && { "x-evidence": evidence }),
    schema,
    example: wholeExample(node, { ...schema, ...(examples && { examples }) }, node.field?.example) ?? "example",
  };
}
