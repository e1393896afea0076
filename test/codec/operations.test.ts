// Every operation with the examples of its contract: requests reach the wire digit for digit, and ids in answers are strings.
import { LosslessNumber, parse as losslessParse, stringify as losslessStringify } from "lossless-json";
import { describe, expect, test } from "vitest";
import { operationTable, type OperationInfo } from "../../dist/src/index.js";
import { parseExact } from "../../dist/src/codec/parse.js";
import { prepare } from "../../dist/src/codec/request.js";
import { placeOf } from "../support/calls.js";
import { positionsIn, treeAt, type Int64Wire, type Positions } from "../support/positions.js";
import { exampleInputs, isNode, responseExample, type Node } from "../support/bundle.js";

const decode = (text: string, positions: Positions): unknown => parseExact(text, treeAt(positions));

const contracts = Object.entries<OperationInfo>(operationTable);

const losslessText = (value: unknown): string => losslessStringify(value) ?? "";

/** A place in a value: the object or list that it is in, and its name there. */
interface Place {
  holder: Node;
  name: string;
}

/** The places that a pointer matches. */
function places(value: unknown, pointer: string): Place[] {
  const names = pointer.split("/").slice(1);
  const last = names.pop() ?? "";
  let holders: unknown[] = [value];
  const namesIn = (holder: Node, name: string): string[] =>
    name === "*" ? Object.keys(holder) : [name].filter((one) => Object.hasOwn(holder, one));
  for (const name of names) {
    holders = holders.filter(isNode).flatMap((holder) => namesIn(holder, name).map((one) => holder[one]));
  }
  return holders.filter(isNode).flatMap((holder) => namesIn(holder, last).map((name) => ({ holder, name })));
}

/** Reads JSON with every number as its digits, and parses text that holds JSON. */
function read(text: string, { jsonText = [] }: Positions): unknown {
  const root = { value: losslessParse(text) };
  // Outer texts first: they have the shorter pointers.
  for (const pointer of [...jsonText].sort((a, b) => a.length - b.length)) {
    for (const { holder, name } of places(root.value, pointer)) {
      const held = holder[name];
      if (typeof held === "string") holder[name] = losslessParse(held);
    }
  }
  return root.value;
}

/** The pointers of ids, and how each travels. */
const wires = (positions: Positions): { pointer: string; wire: Int64Wire }[] =>
  (["integer", "string", "either"] as const).flatMap((wire) =>
    (positions[wire] ?? []).map((pointer) => ({ pointer, wire })),
  );

const ids = (value: unknown, positions: Positions): (Place & { wire: Int64Wire })[] =>
  wires(positions).flatMap(({ pointer, wire }) => places(value, pointer).map((place) => ({ ...place, wire })));

/** The value with every id, text or number, as its digits. */
function withIdsAsText(value: unknown, positions: Positions): unknown {
  for (const { holder, name } of ids(value, positions)) {
    if (holder[name] !== null) holder[name] = String(holder[name]);
  }
  return value;
}

describe.each(contracts)("%s", (id, contract) => {
  const request = positionsIn(contract.request);
  const response = positionsIn(contract.response);
  const inputs = exampleInputs(id);
  const inUrl = Object.keys(inputs).filter((name) => placeOf(contract, name) !== "body");
  const forBody = losslessText(Object.fromEntries(Object.entries(inputs).filter(([name]) => !inUrl.includes(name))));
  const answer = losslessText(responseExample(id));

  test.each([
    ["as the wire has it", inputs],
    // With ids as strings and JSON texts parsed.
    ["as a caller has it", decode(losslessText(inputs), request)],
  ])("the example of a request, %s, reaches the wire digit for digit", (_, given) => {
    const { url, body } = prepare(id, contract, given, "https://x.test");
    for (const name of inUrl) expect(decodeURIComponent(url)).toContain(String(inputs[name]));
    if (contract.method === "GET") return expect(body).toBeUndefined();

    const sent = read(body ?? "", request);
    for (const { holder, name, wire } of ids(sent, request)) {
      const bare = holder[name] instanceof LosslessNumber;
      if (holder[name] !== null) expect([name, bare]).toEqual([name, wire === "integer"]);
    }
    expect(withIdsAsText(sent, request)).toEqual(withIdsAsText(read(forBody, request), request));
  });

  test("the example of an answer has every id as a string of its digits", () => {
    const value = decode(answer, response);
    for (const { holder, name } of ids(value, response)) expect(holder[name]).toSatisfy(isIdOrNull);
    const wanted = withIdsAsText(read(answer, response), response);
    expect(losslessParse(JSON.stringify(value))).toEqual(wanted);
  });

  test.each([
    ["as numbers", new LosslessNumber("1234567890123456789")],
    ["as text", "1234567890123456789"],
  ])("ids of 19 digits, %s, come with every digit", (_, long) => {
    const longer = read(answer, response);
    for (const { holder, name } of ids(longer, response)) holder[name] = long;
    const value = decode(losslessStringify(longer) ?? "", response);
    for (const { holder, name } of ids(value, response)) expect(holder[name]).toBe("1234567890123456789");
  });
});

const isIdOrNull = (value: unknown): boolean => value === null || (typeof value === "string" && /^-?\d*$/.test(value));

test("the examples hold an id at every declared position, except at a few known ones", () => {
  const empty = contracts.flatMap(([id, { request, response }]) => {
    const sides: [text: string, positions: Positions][] = [
      [losslessText(exampleInputs(id)), positionsIn(request)],
      [losslessText(responseExample(id)), positionsIn(response)],
    ];
    return sides.flatMap(([text, positions]) =>
      wires(positions)
        .map(({ pointer }) => pointer)
        .filter((pointer) => places(read(text, positions), pointer).length === 0)
        .map((pointer) => `${id} ${pointer}`),
    );
  });
  expect(empty).toEqual([
    "alibaba.orders.getPayUrl /data/cantPayOrderList/*",
    "alibaba.orders.preview /data/consignOfferList/*",
    "alibaba.orders.preview /data/postFeeByDescOfferList/*",
    "alibaba.orders.preview /data/unsupportedCrossBorderPayOfferList/*",
    "taobao.products.get /data/skuList/*/properties/*/propId",
    "taobao.products.get /data/skuList/*/properties/*/valueId",
    "taobao.refunds.get /data/refundOrderAggregate/purchaseOrderLine/properties/propId",
    "taobao.refunds.get /data/refundOrderAggregate/purchaseOrderLine/properties/valueId",
    "taobao.refunds.list /data/refundOrderAggregates/*/purchaseOrderLine/properties/propId",
    "taobao.refunds.list /data/refundOrderAggregates/*/purchaseOrderLine/properties/valueId",
  ]);
});
