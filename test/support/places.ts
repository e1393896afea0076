// Every field of a bundle and the places where callers see it, found without the tool chain's code.
import { isNode, nodeAt, type Node } from "./bundle.js";

export interface Met {
  operationId: string;
  /** `body/lines/*\/id`, `query/pageNo`, `response/data/refundId`. */
  place: string;
  side: "sent" | "received";
  webhook: boolean;
}

/** A field as it is declared, and every place where it occurs. */
export interface Declared {
  /** The schema that has it as a property. */
  holder: Node;
  name: string;
  property: Node;
  met: Met[];
  /** Whether it is required at each of the places. */
  required: boolean[];
  /** Whether it is the only declaration at each of its places. */
  alone: boolean;
  /** Whether it is in a value that can be a list or an object. */
  listOrObject: boolean;
}

export interface Places {
  fields: Declared[];
  /** Every object, by its schema. */
  objects: { schema: Node; met: Met[] }[];
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export function placesIn(document: Node): Places {
  const fields = new Map<Node, Map<string, Declared>>();
  const objects = new Map<Node, Met[]>();
  const declared = new Map<string, Set<Node>>();
  const required = new Set<string>();

  const target = (node: Node): Node => {
    const ref = node["$ref"];
    return typeof ref === "string" ? target(nodeAt(document, ...ref.slice(2).split("/"))) : node;
  };

  function visit(node: Node, met: Met, mixed = false): void {
    const own = target(node);
    const branches = new Set(
      listOf(own["anyOf"]).map((branch) => (isNode(branch) ? target(branch)["type"] : undefined)),
    );
    const listOrObject = mixed || (branches.has("array") && branches.has("object"));
    const further = (inner: unknown, place: string): void => {
      if (isNode(inner)) visit(inner, { ...met, place }, listOrObject);
    };
    for (const keyword of ["allOf", "anyOf", "oneOf"])
      for (const part of listOf(own[keyword])) further(part, met.place);
    further(own["contentSchema"], met.place);
    further(own["items"], `${met.place}/*`);
    further(own["additionalProperties"], `${met.place}/*`);
    for (const name of listOf(own["required"])) required.add(`${met.operationId} ${met.place}/${String(name)}`);
    const properties = own["properties"];
    if (!isNode(properties)) return;
    objects.set(own, [...(objects.get(own) ?? []), met]);
    for (const [name, property] of Object.entries(properties)) {
      if (!isNode(property)) continue;
      const here = { ...met, place: `${met.place}/${name}` };
      const byName = fields.get(own) ?? new Map<string, Declared>();
      fields.set(own, byName);
      const field = byName.get(name) ?? {
        holder: own,
        name,
        property,
        met: [],
        required: [],
        alone: true,
        listOrObject: false,
      };
      field.listOrObject ||= listOrObject;
      byName.set(name, field);
      if (!field.met.some((one) => keyOf(one) === keyOf(here))) field.met.push(here);
      declared.set(keyOf(here), (declared.get(keyOf(here)) ?? new Set()).add(own));
      visit(property, here, listOrObject);
    }
  }

  for (const section of ["paths", "webhooks"]) {
    const webhook = section === "webhooks";
    for (const item of Object.values(nodeAt(document, section))) {
      for (const operation of Object.values(isNode(item) ? item : {})) {
        if (!isNode(operation)) continue;
        const base = { operationId: String(operation["operationId"]), webhook };
        const [mine, theirs] = webhook ? (["received", "sent"] as const) : (["sent", "received"] as const);
        const content = (part: unknown, place: string, side: Met["side"]): void => {
          for (const media of Object.values(isNode(part) && isNode(part["content"]) ? part["content"] : {})) {
            if (isNode(media) && isNode(media["schema"])) visit(media["schema"], { ...base, place, side });
          }
        };
        content(operation["requestBody"], "body", mine);
        content(nodeAt(operation, "responses")["200"], "response", theirs);
      }
    }
  }
  const all = [...fields.values()].flatMap((byName) => [...byName.values()]);
  for (const field of all) {
    field.required = field.met.map((one) => required.has(keyOf(one)));
    field.alone = field.met.every((one) => declared.get(keyOf(one))?.size === 1);
  }
  return { fields: all, objects: [...objects].map(([schema, met]) => ({ schema, met })) };
}

const keyOf = ({ operationId, place }: Met): string => `${operationId} ${place}`;
