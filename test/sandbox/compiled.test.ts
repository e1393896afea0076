// The compiled validators say what an independent validator says: of all examples, and of examples with one thing changed.
import { Validator } from "@cfworker/json-schema";
import { stringify } from "lossless-json";
import { describe, expect, test } from "vitest";
import { OPERATIONS, type Validate } from "../../scripts/dist/sandbox/contract/compiled.js";
import {
  at,
  document,
  isNode,
  operations,
  requestExample,
  requestSchema,
  responseExample,
  target,
  type Node,
} from "../support/bundle.js";

/** Replaces a value, by one of each type and by values at the limits of lengths. */
const OTHERS: readonly unknown[] = [
  null,
  true,
  0,
  -1.5,
  "",
  "x",
  "12",
  "x".repeat(200),
  [],
  [1],
  ["x"],
  [null],
  {},
  { x: 1 },
];

/** Every value with one place changed or left out, and what is at that place. */
function* changed(value: unknown): Generator<unknown> {
  yield* OTHERS;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) for (const one of changed(item)) yield value.with(index, one);
  } else if (isNode(value)) {
    for (const [name, member] of Object.entries(value)) {
      const { [name]: _, ...rest } = value;
      yield rest;
      for (const one of changed(member)) yield { ...value, [name]: one };
    }
  }
}

const independent = (schema: Node): Validator =>
  new Validator({ ...schema, components: document["components"] }, "2020-12");
const rounded = (value: unknown): unknown => JSON.parse(stringify(value) ?? "null");

/** What the compiled validators check besides JSON Schema itself: `format` and `contentSchema`, which are only notes there. */
const isNote = (validate: Validate): boolean =>
  (validate.errors ?? []).some(
    ({ keyword, instancePath }) =>
      ["pattern", "minimum", "maximum", "contentSchema"].includes(keyword) || inText(instancePath),
  );
const inText = (pointer: string): boolean => texts.some((name) => pointer.startsWith(`/${name}`));
/** The names of the fields whose text holds JSON. */
const texts = ["orderLineList", "receiver", "params", "sort", "properties"];

function agreed(validate: Validate, schema: Node, values: Iterable<unknown>): { accepted: number; refused: number } {
  const validator = independent(schema);
  const count = { accepted: 0, refused: 0 };
  for (const value of values) {
    const isValid = validate(value);
    if (!isValid && isNote(validate)) continue;
    count[isValid ? "accepted" : "refused"] += 1;
    if (validator.validate(value).valid !== isValid) {
      expect.fail(`${JSON.stringify(value)}: ${isValid ? "accepted" : JSON.stringify(validate.errors)}`);
    }
  }
  return count;
}

describe.each(operations.map((one) => [one.id, one] as const))("%s", (id, { operation }) => {
  const compiled = OPERATIONS[id];

  test("the body", () => {
    const example = requestExample(id);
    expect(compiled?.body === undefined).toBe(example === undefined);
    if (compiled?.body === undefined) return;
    expect(compiled.body(rounded(example)), JSON.stringify(compiled.body.errors)).toBe(true);
    const count = agreed(compiled.body, requestSchema(id), [rounded(example), ...changed(rounded(example))]);
    expect(count.accepted).toBeGreaterThan(0);
    expect(count.refused).toBeGreaterThan(0);
  });

  test("the parameters", () => {
    const parameters = [at(operation, "parameters")].flat().filter(isNode);
    expect(compiled?.parameters === undefined).toBe(parameters.length === 0);
    if (compiled?.parameters === undefined) return;
    const schema = {
      type: "object",
      properties: Object.fromEntries(parameters.map((one) => [String(one["name"]), one["schema"]])),
      required: parameters.filter((one) => one["required"] === true).map((one) => one["name"]),
    };
    const example = Object.fromEntries(parameters.map((one) => [String(one["name"]), one["example"]]));
    expect(compiled.parameters(example)).toBe(true);
    expect(agreed(compiled.parameters, schema, changed(example)).refused).toBeGreaterThan(0);
  });

  test("the example of the answer, with every digit", () => {
    expect(compiled?.answer).toBe(stringify(responseExample(id)));
  });
});

/** Every field whose text holds JSON, of every body. */
const jsonTexts = operations.flatMap(({ id }) => {
  const schema = requestExample(id) === undefined ? {} : target(requestSchema(id));
  const properties = isNode(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  return properties.flatMap(([name, field]) => {
    const content = at(field, "contentSchema");
    return isNode(content) ? [{ id, name, content }] : [];
  });
});

test("the names of the fields that hold JSON are complete", () => {
  expect([...new Set(jsonTexts.map(({ name }) => name))].sort()).toEqual([...texts].sort());
  // None is deeper in a request, where this test would not look.
  const all = JSON.stringify(
    operations.map(({ id }) => (requestExample(id) === undefined ? {} : target(requestSchema(id)))),
  );
  expect(all.match(/"contentSchema"/g)).toHaveLength(jsonTexts.length);
});

test.each(jsonTexts)("the JSON in $name of $id", ({ id, name, content }) => {
  const example = rounded(requestExample(id)) as Node; // the example of a body is an object
  const inside: unknown = JSON.parse(String(example[name] ?? at(content, "examples", "0") ?? "{}"));
  const validator = independent(content);
  const validate = OPERATIONS[id]?.body;
  let refused = 0;
  for (const value of [inside, ...changed(inside)]) {
    const isValid = validate?.({ ...example, [name]: JSON.stringify(value) });
    const { errors } = validate ?? {};
    if (errors?.some(({ keyword }) => ["pattern", "minimum", "maximum"].includes(keyword))) continue;
    refused += Number(!isValid);
    expect(isValid, `${JSON.stringify(value)} ${JSON.stringify(errors)}`).toBe(validator.validate(value).valid);
    if (!isValid) expect(errors?.every(({ instancePath }) => instancePath.startsWith(`/${name}`))).toBe(true);
  }
  expect(refused).toBeGreaterThan(0);
});

/** By operation: what the formats add, which other validators take for a note. */
const formats: [id: string, change: object, isValid: boolean][] = [
  ["alibaba.refunds.create", { orderId: 2 ** 62 }, true],
  ["alibaba.refunds.create", { orderId: 1e19 }, false],
  ["alibaba.refunds.create", { orderId: -1e19 }, false],
  ["taobao.refunds.list", { pageNo: 2 ** 31 - 1 }, true],
  ["taobao.refunds.list", { pageNo: 2 ** 31 }, false],
  ["alibaba.orders.get", { orderId: "" }, true],
  ["alibaba.orders.get", { orderId: "12345678901234567890" }, false],
  ["alibaba.orders.get", { orderId: "1e5" }, false],
];

test.each(formats)("formats: %s %o", (id, change, isValid) => {
  const example = rounded(requestExample(id)) as Node; // the example of a body is an object
  expect(OPERATIONS[id]?.body?.({ ...example, ...change })).toBe(isValid);
});
