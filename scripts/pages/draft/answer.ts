// The bodies of an operation: schema and whole example of the request and of the answer.
import path from "node:path";
import { isObject, objectOf, type Node } from "../../core/node.js";
import { typesOf } from "../../core/openapi.js";
import type { Facet } from "../contract/described.js";
import { sameFormat } from "../contract/formats.js";
import type { Drafted, Drafting } from "./drafting.js";
import { wholeExample } from "./examples.js";
import { schemaOf } from "./schema.js";
import { showsAnything, shownTypes, type TreeNode } from "./tree.js";

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

/** The content of the answer of a call. If the page does not show it, it is what is usual, with `data` of any type. */
export function answerOf(tree: TreeNode, given: unknown, drafting: Drafting): Node {
  const { contract, placement, file, accept } = drafting;
  // The site's generator makes up the code.
  const whole = isObject(given) ? { ...given, code: undefined } : given;
  const envelopeFile = [...contract.files.keys()].find((name) => name.endsWith("/Envelope.yaml"));
  const envelope: Drafted = contract.files.get(envelopeFile ?? "") ?? {};
  const shown = showsAnything(tree);
  const isEnveloped = shown ? hasEnvelope(tree, envelope) : placement.envelope;
  if (envelopeFile === undefined || !isEnveloped) return bodyOf(tree, whole, drafting) ?? contentOf({}, {});
  const usual = tree.members.filter(({ name }) => Object.hasOwn(envelope.properties ?? {}, name));
  for (const { place, field } of usual.filter(isOnlyNull)) {
    if (field !== undefined) accept(place, "type", "null", "The envelope takes other values too.");
  }
  // A list of values is more than the envelope says.
  const members = tree.members.filter((member) => !usual.includes(member) || listsValues(member));
  const own: Drafted = shown
    ? bodySchema({ ...tree, members }, drafting)
    : { type: "object", properties: { data: { "x-required": "unknown" } } };
  // The envelope is open, and what is required of both parts is written beside them.
  delete own["x-open"];
  delete own.required;
  const marked = (members: readonly TreeNode[], mark: "yes" | "no"): string[] =>
    members.filter(({ field }) => field?.from === "table" && field.required === mark).map(({ name }) => name);
  const required = marked(tree.members, "yes");
  const optional = marked(usual, "no");
  const properties = { ...envelope.properties, ...own.properties };
  const blank = Object.fromEntries(Object.keys(properties).map((name) => [name, undefined]));
  const example = wholeExample({ type: "object", properties }, { ...blank, ...objectOf(whole) });
  const $ref = path.posix.relative(path.posix.dirname(file), envelopeFile);
  const marks = {
    ...(required.length > 0 && { required }),
    ...(optional.length > 0 && { "x-optional": optional }),
  };
  return contentOf({ ...marks, allOf: [{ $ref }, own] }, example);
}

const isOnlyNull = ({ field }: TreeNode): boolean =>
  field?.from === "table" && field.types.length === 0 && field.nullable === "yes";
const listsValues = ({ field }: TreeNode): boolean => (field?.enum ?? field?.named) !== undefined;

/** Whether the page shows every field of the envelope, and as the envelope has it. */
function hasEnvelope({ members }: TreeNode, envelope: Drafted): boolean {
  const accepted = envelope["x-evidence"]?.accepted ?? [];
  const byExample = members.every(({ field }) => field?.from === "example");
  return Object.entries(envelope.properties ?? {}).every(([name, schema]) => {
    const member = members.find((one) => one.name === name);
    const field = member?.field;
    if (member === undefined || field === undefined || (field.from === "example" && !byExample)) return false;
    const allowed = typesOf(schema);
    const shown = shownTypes(member);
    const accepts = (facet: Facet): boolean => accepted.some((one) => one.at === name && one.facet === facet);
    const mayBeNull = field.nullable === "yes" || field.seen?.includes("null") === true;
    return (
      (shown.length > 0 || isOnlyNull(member)) &&
      shown.every((type) => allowed.includes(type)) &&
      (accepts("type") || isOnlyNull(member) || allowed.every((type) => type === "null" || shown.includes(type))) &&
      (allowed.includes("null") ? mayBeNull || field.nullable !== "no" || accepts("nullable") : !mayBeNull) &&
      (field.from === "example" || field.format === undefined || sameFormat(field.format, schema.format))
    );
  });
}
