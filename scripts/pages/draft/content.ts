// The bodies of an operation: schema and whole example of the request and of the answer.
import { isObject } from "../../core/node.js";
import { ENVELOPE, looksEnveloped } from "./answer.js";
import type { KnownContract } from "./contract.js";
import { inOrder, schemaOf, type Drafted, type Drafting } from "./schema.js";
import { REFERENCE } from "./shapes.js";
import { showsAnything, type TreeNode } from "./tree.js";
import { fitted, isFiller, plain } from "./values.js";
import { wholeExample } from "./whole.js";

/** Schema and example of a whole part. */
export function contentOf(tree: TreeNode, drafting: Drafting): { schema: Drafted; example: unknown } {
  const outermost: TreeNode =
    tree.field !== undefined
      ? tree
      : { ...tree, field: { from: "table", types: ["object"], nullable: "no", required: "yes" } };
  const schema = schemaOf(outermost, drafting);
  const fromExample = tree.field === undefined && tree.members.every((member) => member.field?.from === "example");
  if (fromExample && tree.members.length > 0) {
    schema["x-evidence"] = { basis: "example" };
    for (const property of Object.values(schema.properties ?? {})) delete property["x-evidence"];
  }
  return { schema: inOrder(schema), example: wholeExample(outermost, schema, tree.values[0]) };
}

export interface DraftedAnswer {
  schema?: Drafted;
  example?: unknown;
  /** The `data` of the envelope. */
  data?: Drafted;
}

/** The answer of the receiver of a message. It has a body only if the page shows one. */
export const pushAnswer = (tree: TreeNode, drafting: Drafting): DraftedAnswer =>
  showsAnything(tree) ? contentOf(tree, drafting) : {};

/** @param enveloped whether an answer that the page does not show has the usual envelope */
export function answerOf(tree: TreeNode, drafting: Drafting, enveloped: boolean): DraftedAnswer {
  const names = new Set(tree.members.map((member) => member.name));
  const shown = showsAnything(tree);
  if (!drafting.contract.shapes.has("Envelope") || (shown ? !looksEnveloped(names) : !enveloped)) {
    if (!shown) return { schema: {}, example: {} };
    return contentOf(tree, drafting);
  }
  const inside: TreeNode = { ...tree, members: tree.members.filter((member) => !ENVELOPE.includes(member.name)) };
  const schema: Drafted = inside.members.length > 0 ? contentOf(inside, drafting).schema : {};
  delete schema["x-evidence"];
  delete schema.additionalProperties;
  const own: Drafted = shown
    ? { type: "object", ...schema }
    : { type: "object", properties: { data: { "x-required": "unknown" } } };
  const required = tree.members.filter((member) => member.field?.required === "yes").map((member) => member.name);
  delete own.required;
  const data = own.properties?.["data"];
  const part = tree.members.find((member) => member.name === "data");
  const given = tree.values[0];
  const others = inside.members.filter((member) => member.name !== "data");
  const values = isObject(given) ? given : {};
  return {
    schema: {
      ...(required.length > 0 && { required }),
      allOf: [{ $ref: `${REFERENCE}Envelope` }, own],
    },
    example: {
      ...envelopeExample(values, drafting.contract),
      ...Object.fromEntries(
        others.map((one) => [one.name, wholeExample(one, own.properties?.[one.name] ?? {}, values[one.name])]),
      ),
      ...(part !== undefined && data !== undefined && { data: wholeExample(part, data, values["data"]) }),
      ...(!shown && { data: null }),
    },
    ...(data !== undefined && { data }),
  };
}

/** The envelope of a success, with the page's values except `code`, which the site's generator makes up. */
function envelopeExample(given: Record<string, unknown>, contract: KnownContract): Record<string, unknown> {
  const envelope = contract.shapes.get("Envelope")?.schema.properties ?? {};
  return Object.fromEntries(
    ENVELOPE.filter((name) => envelope[name] !== undefined).map((name) => {
      const schema = envelope[name] ?? {};
      const own = name === "code" ? undefined : fitted(given[name], schema);
      return [name, plain(own === undefined || isFiller(own) ? (schema.examples?.[0] ?? null) : own)];
    }),
  );
}
