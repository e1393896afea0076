// Pages of endpoints that do not exist, made of random fields and of examples that mostly agree with them.
import fc from "fast-check";
import { itemOf, under, type Part, type Place } from "../../../scripts/dist/core/place.js";
import { present } from "../../../scripts/dist/pages/page/field.js";
import { PageFields } from "../../../scripts/dist/pages/page/page-fields.js";
import type { Field, Mark, ReadPage, Visibility } from "../../../scripts/dist/pages/page/page.js";
import { inventedPage } from "./invented-page.js";

/** A field of a generated page, and what an example holds there. */
interface Node {
  field: Field;
  members: [name: string, node: Node][];
  item: Node | undefined;
  /** How the example is at this place. */
  shown: "as listed" | "null" | "missing" | "another type";
  value: unknown;
}

// Names of the contract with and without a fixed format, names that OpenAPI knows, and names with odd characters.
const NAMES = (
  "orderId refundId itemId skuIds price payTime quantity status code msg data list total colour note x-foo a-b a.b 名称 " +
  "then type properties items required default enum allOf requestId developId success 1st a/b a~b"
).split(" ");
const ENVELOPE_NAMES = ["requestId", "code", "developId", "msg", "data"];

const MARK = fc.constantFrom<Mark[]>("yes", "no", "not visible");
const FORMATS: Record<string, string[]> = {
  string: ["int64", "date-time", "date", "email", "uuid", "uri", "money", "date"],
  integer: ["int64", "int32", "long", "int", "timestamp"],
  number: ["double", "float", "decimal", "int64"],
  boolean: ["bool"],
};
const VALUES: Record<string, fc.Arbitrary<unknown>> = {
  string: fc.constantFrom<unknown[]>(
    "",
    "red",
    "200",
    "A-17",
    "(withheld)",
    '{"a":1}',
    "2542285634920880794",
    "null",
    "yes",
  ),
  integer: fc.constantFrom<unknown[]>(0, 1, 200, -3, 1715698777000, 2542285634920880794n, -2542285634920880794n),
  number: fc.constantFrom<unknown[]>(1.5, 0.1, 19.9, 1e21),
  boolean: fc.boolean(),
  object: fc.constantFrom<unknown[]>({}, { extra: 1 }, { "colour: red": { deep: [1, "a"] }, extra: null }),
  array: fc.constantFrom<unknown[]>([], [1, "a"], [[{ extra: 1 }]], [null]),
};
const LISTED: Record<string, fc.Arbitrary<string[]>> = {
  string: fc.subarray(["red", "green", "1", "true", "A B", "null"], { minLength: 1 }),
  integer: fc.subarray(["0", "1", "2", "-1", "1.5", "2542285634920880794"], { minLength: 1 }),
  number: fc.subarray(["1.5", "2", "x"], { minLength: 1 }),
  boolean: fc.subarray(["true", "false"], { minLength: 1 }),
};

const SHOWN = fc.oneof(
  { weight: 8, arbitrary: fc.constant("as listed" as const) },
  { weight: 2, arbitrary: fc.constantFrom("null" as const, "missing" as const, "another type" as const) },
);
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });

function scalarNode(): fc.Arbitrary<Node> {
  return fc
    .subarray(["string", "integer", "number", "boolean"], { minLength: 0, maxLength: 2 })
    .chain((types) => {
      const [first = "string"] = types;
      const value = VALUES[first] ?? fc.constant("x");
      return fc.record({
        types: fc.constant(types),
        nullable: MARK,
        required: MARK,
        format: rarely(fc.constantFrom(...(FORMATS[first] ?? []))),
        enum: rarely(LISTED[first] ?? fc.constant<string[]>(["x"])),
        named: rarely(fc.constant<string[]>(["refund", "returnRefund"])),
        default: rarely(value),
        example: rarely(value),
        label: rarely(fc.constantFrom("order", "(31 characters, 0123456789ab)")),
        value,
        shown: SHOWN,
      });
    })
    .map(({ value, shown, named, ...facets }) => ({
      field: present<Field>({ ...facets, from: "table", named: facets.enum === undefined ? named : undefined }),
      members: [],
      item: undefined,
      shown,
      value,
    }));
}

const holderField = (types: string[]): fc.Arbitrary<Field> =>
  fc
    .record({
      nullable: MARK,
      required: MARK,
      shape: rarely(fc.constant("PaperVO")),
      also: rarely(fc.constant("string")),
    })
    .map(({ also, ...facets }) =>
      present<Field>({ ...facets, from: "table", types: also === undefined ? types : [...types, also].sort() }),
    );

const membersOf = (node: fc.Arbitrary<Node>): fc.Arbitrary<[string, Node][]> =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...NAMES), node), { selector: ([name]) => name, maxLength: 6 });

const { node: NODE } = fc.letrec<{ node: Node; object: Node; array: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 5, arbitrary: scalarNode() },
    { weight: 2, arbitrary: tie("object") },
    { weight: 2, arbitrary: tie("array") },
  ),
  object: fc
    .record({
      field: holderField(["object"]),
      members: membersOf(tie("node")),
      shown: SHOWN,
      value: VALUES["object"] ?? fc.constant({}),
    })
    .map((one) => ({ ...one, item: undefined })),
  array: fc
    .record({
      field: holderField(["array"]),
      item: fc.option(tie("node"), { nil: undefined }),
      shown: SHOWN,
      value: VALUES["array"] ?? fc.constant([]),
    })
    .map((one) => ({ ...one, members: [] })),
}));

/** The example of a node. */
function exampleOf({ field, members, item, shown, value }: Node): unknown {
  if (shown === "null") return null;
  if (shown === "another type") return field.types.includes("string") ? 7 : "text";
  if (field.types.includes("object") && members.length > 0) return exampleOfMembers(members);
  if (item !== undefined) return item.shown === "missing" ? [] : [exampleOf(item)];
  return value;
}
const exampleOfMembers = (members: [string, Node][]): unknown =>
  Object.fromEntries(members.filter(([, one]) => one.shown !== "missing").map(([name, one]) => [name, exampleOf(one)]));

function addTo(fields: PageFields, place: Place, { field, members, item }: Node): void {
  fields.add(place, field, () => 1);
  for (const [name, member] of members) addTo(fields, under(place, name), member);
  if (item !== undefined) addTo(fields, itemOf(place), { ...item, field: { ...item.field, required: "not visible" } });
}

/** How a part of a page is shown: its table with or without an example, the example alone, or not at all. */
const FORMS = fc.constantFrom("table", "table and example", "example", "none");

const bodies = fc.record({
  form: FORMS,
  members: membersOf(NODE),
  /** Adds fields that only the example shows. */
  extra: rarely(
    fc.constantFrom<unknown>(1, "a", null, [], { deep: { deeper: [{ id: 1 }, { id: null }] } }, [[1], null]),
  ),
});
/** An answer that has the fields of the usual envelope, all or some, and as usual or not. */
const envelopes = fc
  .tuple(fc.subarray(ENVELOPE_NAMES), fc.boolean(), bodies, fc.array(NODE, { minLength: 5, maxLength: 5 }))
  .map(([names, usual, body, odd]): typeof body => {
    const usualType: Record<string, string> = { code: "integer", developId: "integer", data: "object" };
    const envelope = names.map((name, index): [string, Node] => {
      const node = odd[index];
      if (!usual && node !== undefined) return [name, node];
      const field: Field = { from: "table", types: [usualType[name] ?? "string"], nullable: "yes", required: "no" };
      const code = name === "code" && body.members.length > 3 ? { enum: ["200", "500"] } : {};
      return [
        name,
        {
          field: { ...field, ...code },
          members: [],
          item: undefined,
          shown: "as listed",
          value: name === "data" ? {} : "",
        },
      ];
    });
    return { ...body, members: [...envelope, ...body.members.filter(([name]) => !ENVELOPE_NAMES.includes(name))] };
  });

const STEPS = (
  "list {id} {refund-id} {编号} {orderId}:cancel a:b 1688steps 查询 then constructor toString delete class Get get order-list item.v2 ~x con NUL.txt $batch " +
  "(all) a,b a=b a@b a+b a*b a!b %E4%BD%A0 a|b call"
).split(" ");

/** A page; `index` makes its id and path different from those of other pages. */
export const generatedPage = (index: number, root = "/alibaba"): fc.Arbitrary<ReadPage> =>
  fc
    .record({
      body: bodies,
      response: fc.oneof(bodies, envelopes),
      query: membersOf(scalarNode()),
      steps: fc.array(fc.constantFrom(...STEPS), { maxLength: 3 }),
      method: fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH"),
      callback: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
      form: fc.constantFrom<ReadPage["form"][]>("markdown", "text", "export"),
      status: fc.constantFrom<ReadPage["status"][]>("released", "in-development", "deprecated", "not visible"),
      title: fc.constantFrom("", "Papers", "包装纸", "x: y # z", "'"),
    })
    .map(({ body, response, query, steps, callback, ...head }) => {
      const fields = new PageFields();
      for (const [name, node] of callback ? [] : query) addTo(fields, under("query", name), node);
      const examples: ReadPage["examples"] = { body: [], response: [] };
      const visible: Record<Part, Visibility> = {
        header: "table",
        path: "table",
        query: "table",
        body: "table",
        response: "table",
      };
      for (const [part, { form, members, extra }] of [
        ["body", body],
        ["response", response],
      ] as const) {
        visible[part] = form === "none" ? "none" : form === "example" ? "example" : "table";
        if (form.startsWith("table")) for (const [name, node] of members) addTo(fields, under(part, name), node);
        if (!form.includes("example")) continue;
        const shown = Object.fromEntries(members.map(([name, node]) => [name, exampleOf(node)]));
        const value = extra === undefined ? shown : { ...shown, onlyInExample: extra };
        examples[part] = [value];
        fields.addExamples(part, [{ value, line: () => 1 }]);
      }
      const id = `api-9990${String(index).padStart(5, "0")}`;
      const page = inventedPage(Object.fromEntries(fields.all), {
        ...head,
        ...(callback && { method: "POST", kind: "callback" as const }),
        id,
        url: `https://doc.pandapon.com/${id}`,
        title: head.title === "" ? "" : `${head.title} ${index}`,
        path: callback ? `PAPER_${index}` : [`${root}/paper`, `p${index}`, ...withDistinctNames(steps)].join("/"),
        visible,
      });
      return { ...page, examples };
    });

/** A path has each name in braces once. */
function withDistinctNames(steps: readonly string[]): string[] {
  return steps.filter((step, index) => steps.indexOf(step) === index);
}
