// The bodies of an operation: schema and whole example of the request and of the answer.
import path from "node:path";
import { objectOf, type Node } from "../../core/node.js";
import type { Drafted, Drafting } from "./drafting.js";
import { wholeExample } from "./examples.js";
import { schemaOf } from "./schema.js";
import { showsAnything, type TreeNode } from "./tree.js";

const contentOf = (schema: object, example: unknown): Node => ({ "application/json": { schema, example } });

/** The outermost object has no field on the page. If only examples show its members, that is said once, on it. */
function bodySchema(tree: TreeNode, drafting: Drafting): Drafted {
  const { members } = tree;
  const from = members.length > 0 && members.every(({ field }) => field?.from === "example") ? "example" : "table";
  const field = tree.field ?? { from, types: ["object"], nullable: "no", required: "yes" };
  return schemaOf({ ...tree, field }, drafting);
}

/**
 * The content of a body; undefined if the page does not show one.
 * @param given the page's whole example
 */
export function bodyOf(tree: TreeNode, given: unknown, drafting: Drafting): Node | undefined {
  if (!showsAnything(tree)) return undefined;
  const schema = bodySchema(tree, drafting);
  return contentOf(schema, wholeExample(schema, given));
}

/** The fields of the envelope, which nearly every answer has, without `data`. */
const ENVELOPE = ["requestId", "code", "developId", "msg"];

/** The content of the answer of a call. If the page does not show it, it is what is usual, with `data` of any type. */
export function answerOf(tree: TreeNode, given: unknown, drafting: Drafting): Node {
  const { contract, placement, file, accept } = drafting;
  const shown = showsAnything(tree);
  const has = (name: string): boolean => tree.members.some((member) => member.name === name);
  const enveloped = shown ? has("code") && ["requestId", "developId", "data"].some(has) : placement.envelope;
  const envelopeFile = [...contract.files.keys()].find((name) => name.endsWith("/Envelope.yaml"));
  if (envelopeFile === undefined || !enveloped) return bodyOf(tree, given, drafting) ?? contentOf({}, {});
  const members = tree.members.filter((member) => !ENVELOPE.includes(member.name));
  for (const { name, place, field } of tree.members) {
    const onlyNull = field?.from === "table" && field.types.length === 0 && field.nullable === "yes";
    if (onlyNull && ENVELOPE.includes(name)) accept(place, "type", "null", "The envelope takes other values too.");
  }
  const own: Drafted = shown
    ? bodySchema({ ...tree, members }, drafting)
    : { type: "object", properties: { data: { "x-required": "unknown" } } };
  // The envelope is open, and what is required of both parts is written beside them.
  delete own.additionalProperties;
  delete own.required;
  const required = tree.members.filter((member) => member.field?.required === "yes").map((member) => member.name);
  const envelope: Drafted = contract.files.get(envelopeFile) ?? {};
  const properties = { ...envelope.properties, ...own.properties };
  const blank = Object.fromEntries(Object.keys(properties).map((name) => [name, undefined]));
  // The site's generator makes up the code.
  const example = wholeExample({ type: "object", properties }, { ...blank, ...objectOf(given), code: undefined });
  const $ref = path.posix.relative(path.posix.dirname(file), envelopeFile);
  return contentOf({ ...(required.length > 0 && { required }), allOf: [{ $ref }, own] }, example);
}
