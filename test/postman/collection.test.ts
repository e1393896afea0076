// The collection holds each operation once, with the contract's examples, digit for digit.
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "lossless-json";
import { postman } from "pandapon-codegen/postman";
import { describe, expect, test } from "vitest";
import { document, operations, type Node } from "../support/bundle.js";
import { pandapon, ROOT, temporaryFolder } from "../support/workspace.js";
import { bundleText, collectionFrom, collectionOf, requestsOf, type Collection } from "./small.js";

const COMMITTED = path.join(ROOT, "generated/postman_collection.json");
const collection = JSON.parse(readFileSync(COMMITTED, "utf8")) as Collection;
const requests = requestsOf(collection);
const exact = parse(readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8")) as unknown as typeof document;

/** A JSON value as a person would write it, with all digits. */
const pretty = (value: unknown): string | undefined => stringify(value, null, 2);
const objectIn = (node: unknown, ...keys: string[]): Node =>
  keys.reduce((here, key) => (here[key] ?? {}) as Node, (node ?? {}) as Node);
const exampleIn = (content: unknown): unknown => objectIn(content, "content", "application/json")["example"];

test("is what the command makes of the bundle, in YAML or JSON, on every run", async () => {
  const committed = readFileSync(COMMITTED, "utf8");
  for (const bundle of ["openapi.yaml", "openapi.json", "openapi.json"]) {
    const out = temporaryFolder();
    const { code, stderr } = await pandapon(["postman", "--bundle", `generated/${bundle}`, "--out", out]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(readFileSync(path.join(out, "postman_collection.json"), "utf8") === committed).toBe(true);
  }
});

test("holds each operation of the contract once, by its id and summary, and no webhook", () => {
  expect(requests.map(({ id, name }) => [id, name]).sort()).toEqual(
    operations.map(({ id, operation }) => [id, operation["summary"]]).sort(),
  );
});

test("has one folder per tag, in the order of the contract, by the name that is shown", () => {
  const tags = (document["tags"] as Node[]).map((tag) => tag["x-displayName"] ?? tag["name"]);
  const used = tags.filter((tag) => collection.item.some(({ name }) => name === tag));
  expect(collection.item.map(({ name }) => name)).toEqual(used);
  expect(tags.filter((tag) => !used.includes(tag))).toEqual(["Webhooks"]);
});

describe.each(operations)("$id", ({ id, method, path: at }) => {
  const operation = objectIn(exact, "paths", at, method.toLowerCase());
  const found = requests.find((one) => one.id === id);
  if (found === undefined) throw new Error(`${id} is not in the collection`);
  const { request, response } = found;

  test("has the method, the path and the body of the contract", () => {
    expect(request.method).toBe(method);
    expect(`/${request.url.path.join("/")}`).toBe(at.replaceAll(/\{(\w+)\}/g, ":$1"));
    expect(request.body?.raw).toBe(pretty(exampleIn(operation["requestBody"])));
    expect(request.description).toContain(`\`${id}\``);
  });

  test("sends the example of each parameter", () => {
    const parameters = (operation["parameters"] ?? []) as Node[];
    const examples = (place: string): unknown[] =>
      parameters
        .filter((one) => one["in"] === place)
        .map((one) => [one["name"], pretty(one["example"])?.replaceAll('"', "")]);
    const proofs = new Set(
      Object.values(objectIn(exact, "components", "securitySchemes")).map((one) => (one as Node)["name"]),
    );
    const sent = request.url.query.filter(({ key }) => !proofs.has(key));
    expect(sent.map(({ key, value }) => [key, value])).toEqual(examples("query"));
    expect(request.url.variable.map(({ key, value }) => [key, value])).toEqual(examples("path"));
    const left = parameters.filter((one) => one["x-alternative"] !== undefined).map((one) => one["name"]);
    expect(sent.filter(({ disabled }) => disabled).map(({ key }) => key)).toEqual(left);
  });

  test("keeps the example of each answer", () => {
    const answers = Object.entries(objectIn(operation, "responses")).filter(([code]) => /^\d+$/.test(code));
    expect(response.map(({ code, body }) => [String(code), body])).toEqual(
      answers.map(([code, answer]) => [code, pretty(exampleIn(answer))]),
    );
  });

  test("takes what proves who calls from variables, as its security schemes say", () => {
    const [schemes = {}] = (operation["security"] ?? exact["security"]) as Node[];
    const all = objectIn(exact, "components", "securitySchemes");
    for (const name of Object.keys(schemes)) {
      const { in: place, name: key } = objectIn(all, name);
      const pairs = place === "header" ? request.header : request.url.query;
      expect(pairs.filter((pair) => pair.key === key)).toEqual([{ key, value: `{{${name}}}` }]);
    }
    const isSigned = request.header.some(({ key }) => key === "signature");
    expect(isSigned).toBe("signature" in schemes);
    expect(request.description.includes("does not sign this request")).toBe(!isSigned);
  });
});

test("some request has a bare integer that JavaScript would round, so that the digits are really compared", () => {
  const bare = requests.flatMap(({ request }) => request.body?.raw.match(/(?<=: )\d{16,19}(?=,?$)/gm) ?? []);
  expect(bare.filter((digits) => String(Number(digits)) !== digits)).not.toEqual([]);
});

test("the variables are the server and empty credentials", () => {
  expect(collection.variable.map(({ key, value }) => [key, value])).toEqual([
    ["baseUrl", "https://api.pandapon.com"],
    ["accessKey", ""],
    ["accessSecret", ""],
    ["userId", ""],
    ["warehouseTimestamp", ""],
    ["warehouseSign", ""],
  ]);
});

test("says that it is generated, and has no random id", () => {
  expect(collection.info.description).toMatch(/\n\nMade by `pandapon postman` .*Do not edit/);
  expect(readFileSync(COMMITTED, "utf8")).not.toMatch(/_postman_id|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-/);
});

const LONG = "2542285634920880794";

test("the server has no slash at its end, and a description does not begin with an empty line", async () => {
  const text = bundleText().replace("https://api.example.com", "https://api.example.com/v1/");
  const small = await collectionFrom(text);
  expect(small.variable.find(({ key }) => key === "baseUrl")?.value).toBe("https://api.example.com/v1");
  expect(requestsOf(small)[0]?.request.description).toMatch(/^Operation: `shop\.orders\.create`/);
});

test("writes long integers bare and exact, wherever they stand", async () => {
  const [request] = requestsOf(
    await collectionOf({
      path: "/orders/{orderId}",
      parameters: `[
        { "name": "orderId", "in": "path", "required": true, "schema": { "type": "integer" }, "example": ${LONG} },
        { "name": "after", "in": "query", "schema": { "type": "integer" }, "example": 9007199254740993 },
        { "name": "text", "in": "query", "schema": { "type": "string" }, "example": "${LONG}" }]`,
      body: `{ "id": ${LONG}, "text": "${LONG}", "in": { "list": [${LONG}, -${LONG}, [1, 9223372036854775807]] },
        "json": "{\\"id\\":${LONG}}", "$&": "$1 \\u0000 \\"${LONG}\\"" }`,
      answer: `{ "data": [{ "id": ${LONG}, "half": 0.5 }] }`,
    }),
  );
  expect(request?.request.body?.raw).toBe(`{
  "id": ${LONG},
  "text": "${LONG}",
  "in": {
    "list": [
      ${LONG},
      -${LONG},
      [
        1,
        9223372036854775807
      ]
    ]
  },
  "json": "{\\"id\\":${LONG}}",
  "$&": "$1 \\u0000 \\"${LONG}\\""
}`);
  expect(request?.request.url).toMatchObject({
    raw: `{{baseUrl}}/orders/:orderId?after=9007199254740993&text=${LONG}`,
    query: [
      { key: "after", value: "9007199254740993" },
      { key: "text", value: LONG },
    ],
    variable: [{ key: "orderId", value: LONG }],
  });
  expect(request?.response[0]?.body).toBe(
    `{\n  "data": [\n    {\n      "id": ${LONG},\n      "half": 0.5\n    }\n  ]\n}`,
  );
});

test("sends an array of long integers, and one on its own, as the body", async () => {
  for (const [body, raw] of [
    [`[${LONG}]`, `[\n  ${LONG}\n]`],
    [LONG, LONG],
  ] as const) {
    const [request] = requestsOf(await collectionOf({ body }));
    expect(request?.request.body?.raw).toBe(raw);
  }
});

test("limits beyond 2^53 in a schema do no harm", async () => {
  const [request] = requestsOf(
    await collectionOf({
      schema: `{ "type": "object", "properties": { "id": { "type": "integer", "minimum": -9223372036854775808,
        "maximum": 9223372036854775807, "examples": [${LONG}] } } }`,
      body: `{ "id": ${LONG} }`,
    }),
  );
  expect(request?.request.body?.raw).toBe(`{\n  "id": ${LONG}\n}`);
});

test("an answer without a status of its own is not shown as one with status 500", async () => {
  const [request] = requestsOf(await collectionOf({ more: `, "default": { "description": "Anything else." }` }));
  expect(request?.response.map(({ code }) => code)).toEqual([200]);
});

test("without an example it leaves a place empty, because the converter would invent another value on each run", async () => {
  const text = bundleText({
    parameters: `[
      { "name": "a", "in": "query", "schema": { "type": "string", "format": "uuid" } },
      { "name": "b", "in": "query", "schema": { "type": "integer", "examples": [${LONG}] } },
      { "name": "c", "in": "query", "schema": { "type": "integer" }, "examples": { "one": { "value": ${LONG} } } }]`,
    schema: `{ "type": "object", "properties": { "at": { "type": "string", "format": "date-time" } } }`,
  }).replaceAll(`, "example": {}`, "");
  const [found] = requestsOf(await collectionFrom(text));
  expect(found?.request.url.raw).toBe(`{{baseUrl}}/orders?a=&b=${LONG}&c=${LONG}`);
  expect(found?.request.body).toBeUndefined();
  expect(found?.response.map(({ body }) => body)).toEqual([""]);
});

test("a proof in the header Authorization is sent, which converters take for a matter of their own", async () => {
  const text = bundleText().replace(`"name": "access-key"`, `"name": "Authorization"`);
  const [found] = requestsOf(await collectionFrom(text));
  expect(found?.request.header).toContainEqual({ key: "Authorization", value: "{{accessKey}}" });
});

test("an operation that has nothing but an id is a request", async () => {
  const bundle = {
    openapi: "3.1.1",
    info: { title: "Shop", version: "1.0.0" },
    paths: { "/all": { get: { operationId: "all" } } },
  };
  const { item } = await collectionFrom(JSON.stringify(bundle));
  const request = { method: "GET", header: [], url: { raw: "{{baseUrl}}/all" } };
  expect(item).toMatchObject([{ id: "all", name: "all", request, response: [] }]);
});

test("of several examples it takes the first", async () => {
  const text = bundleText({ body: `{ "id": 1 }` }).replace(
    `"example": { "id": 1 }`,
    `"examples": { "one": { "value": { "id": ${LONG} } }, "two": { "value": { "id": 2 } } }`,
  );
  const [found] = requestsOf(await collectionFrom(text));
  expect(found?.request.body?.raw).toBe(`{\n  "id": ${LONG}\n}`);
});

test("does nothing if the collection is up to date", async () => {
  const out = temporaryFolder();
  const options = { bundle: path.join(ROOT, "generated/openapi.json"), out };
  expect(await postman({ ...options, check: true })).toMatchObject({ differed: true });
  expect(await postman(options)).toEqual({ file: path.join(out, "postman_collection.json"), differed: true });
  expect(await postman(options)).toMatchObject({ differed: false });
  expect(await postman({ ...options, check: true })).toMatchObject({ differed: false });
});
