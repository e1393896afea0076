// What a page of PandaPon's docs shows, as a tree. The writers print it in each form, and mutations change it.

export interface Shape {
  /** A JSON type, including `null`; undefined if the page names none. */
  type?: string;
  nullable: boolean;
  format?: string;
  /** The name that the page gives to an object's shape. */
  name?: string;
  label?: string;
  /** Values that the schema lists. */
  enum?: string[];
  /** Values that only the label names. */
  named?: string[];
  items?: Shape;
  fields?: Field[];
  /** An example of the value. Without it, one of its type is made up. */
  example?: unknown;
  /** The contract's own declaration; undefined if only the page has the field. */
  origin?: Origin;
}

export interface Field {
  name: string;
  /** `hidden`: the contract does not know the mark. Only the text form can leave a mark out; the others print it as optional. */
  required: "yes" | "no" | "hidden";
  /** Whether a table lists the field, or only an example shows it. */
  listed: boolean;
  /** Left out of the example, so that a form without nesting does not show its place. */
  openPlace?: true;
  shape: Shape;
}

/** What the contract has for a field. The expectations of mutations are derived from it. */
export interface Origin {
  /** The component that declares the field, if one does. */
  component?: string;
  types: string[];
  nullable: boolean;
  format?: string;
  /** Whether the names in the object can be data: a free map. */
  free: boolean;
  /** Contradictions that the contract accepts on purpose at this place of this page. */
  accepted: Acceptance[];
}

interface Acceptance {
  facet: string;
  says: string;
  /** Whether it is accepted on this page only, not on every page. */
  ofThisPage: boolean;
}

const PARTS = ["header", "path", "query", "body", "response"] as const;
export type Part = (typeof PARTS)[number];

export interface Page {
  id: string;
  url: string;
  operationId: string;
  title: string;
  folder: string[];
  kind: "operation" | "callback";
  method: string;
  /** The message type of a callback. */
  path: string;
  status: "released" | "in-development" | "deprecated";
  modified?: string;
  header: Field[];
  query: Field[];
  /** Fields in the path. */
  inPath: Field[];
  /** The request, or the message of a callback; undefined if the page shows none. */
  body?: Shape;
  response?: Shape;
  /** What the contract has for an answer that no page shows. */
  unseen?: Shape;
  /** Fields that the contract has and accepts as missing on this page, with the place where they would be. */
  absent: { parent: string; field: Field }[];
  /** Whether the contract says that the page shows everything of a part. */
  complete: Record<"body" | "response", boolean>;
}

/** One field or item of a page, its place, and the list of fields that it is in. */
export interface Spot {
  place: string;
  part: Part;
  shape: Shape;
  /** Undefined for the items of a list. */
  field?: Field;
  siblings?: Field[];
  depth: number;
  /** Whether it is inside the items of a list. */
  inItems: boolean;
  /** Whether only nesting shows the place. */
  openPlace: boolean;
  /** Whether it is a name in an object that may be a free map. */
  isData: boolean;
  listed: boolean;
}

/** Every field and every item of a page, from the top. */
export function* spotsOf(page: Page): Generator<Spot> {
  const lists: [Part, Field[]][] = [
    ["header", page.header],
    ["path", page.inPath],
    ["query", page.query],
  ];
  for (const [part, fields] of lists)
    yield* below(part, part, { type: "object", nullable: false, fields }, 0, false, true);
  for (const part of ["body", "response"] as const) {
    const shape = page[part];
    if (shape !== undefined) yield* below(part, part, shape, 0, false, true);
  }
}

function* below(
  part: Part,
  place: string,
  shape: Shape,
  depth: number,
  inItems: boolean,
  listed: boolean,
): Generator<Spot> {
  if (shape.items !== undefined) {
    const { items } = shape;
    yield {
      place: `${place}/*`,
      part,
      shape: items,
      depth: depth + 1,
      inItems: true,
      openPlace: false,
      isData: false,
      listed,
    };
    yield* below(part, `${place}/*`, items, depth + 1, true, listed);
  }
  for (const field of shape.fields ?? []) {
    const at = `${place}/${field.name}`;
    const shown = listed && field.listed;
    yield {
      place: at,
      part,
      shape: field.shape,
      field,
      siblings: shape.fields ?? [],
      depth: depth + 1,
      inItems,
      openPlace: field.openPlace === true,
      isData: shape.origin?.free === true,
      listed: shown,
    };
    yield* below(part, at, field.shape, depth + 1, inItems, shown);
  }
}

/** An example of a shape, generated from it as Apifox does. */
export function exampleOf(shape: Shape): unknown {
  if (shape.example !== undefined) return shape.example;
  if (shape.fields !== undefined) {
    const shown = shape.fields.filter(({ openPlace }) => openPlace !== true);
    return Object.fromEntries(shown.map((one) => [one.name, exampleOf(one.shape)]));
  }
  if (shape.items !== undefined) return [exampleOf(shape.items)];
  return placeholder(shape);
}

/** An order id as the pages have it: a JavaScript number would lose digits. */
const LONG_ID = 2542285634920880794n;

function placeholder({ type, format, enum: [first] = [], named: [word] = [] }: Shape): unknown {
  switch (type) {
    case "string":
      return first ?? word ?? "string";
    case "integer":
      return format === "int64" ? LONG_ID : 0;
    case "number":
      return 1.5;
    case "boolean":
      return false;
    case "array":
      return [];
    case "object":
      return {};
    default:
      return null;
  }
}
