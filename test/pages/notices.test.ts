// What cannot be read on a page is reported once. The snapshot notes it, and a pull or a diff is silent about known notices only.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { diff } from "../../scripts/dist/pages/diff/index.js";
import { pull } from "../../scripts/dist/pages/pull/index.js";
import { readSource } from "../../scripts/dist/pages/read/index.js";
import { markdown } from "../support/pages/site.js";
import { smallSpec, temporaryFolder } from "../support/workspace.js";

/** A page with these fields, each a schema in YAML, and these shapes. */
const pageOf = (fields: Record<string, string>, shapes: Record<string, string> = {}): string =>
  markdown({ extra: lines("                  ", fields) }).replace(
    "servers: []",
    `components:\n  schemas:\n    Known: { type: string }\n${lines("    ", shapes)}servers: []`,
  );
const lines = (indent: string, entries: Record<string, string>): string =>
  Object.entries(entries)
    .map(([name, schema]) => `${indent}${name}: ${schema}\n`)
    .join("");
const ref = (name: string): string => `{ $ref: '#/components/schemas/${name}' }`;

function saved(name: string, text: string): string {
  const file = path.join(temporaryFolder(), name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

interface Reported {
  /** By `pages diff --from`. */
  diff: string[];
  /** By `pages pull --from`. */
  pull: string[];
  /** By the pull and the diff after that. */
  again: string[];
}

/** Pulls one version of a page, and then returns what the commands report for the next version. */
async function reported(name: string, known: string, next: string): Promise<Reported> {
  const spec = smallSpec();
  const messages = ({ problems }: { problems: { message: string }[] }): string[] =>
    problems.map((problem) => {
      expect(problem).not.toHaveProperty("notice");
      return problem.message;
    });
  await pull({ spec, from: [saved(name, known)] });
  const from = [saved(name, next)];
  const [byDiff, byPull] = [messages(diff({ spec, from })), messages(await pull({ spec, from }))];
  return {
    diff: byDiff,
    pull: byPull,
    again: [...messages(await pull({ spec, from })), ...messages(diff({ spec, from }))],
  };
}

/** The messages with which a page is read. */
const messagesOf = (name: string, text: string): string[] =>
  readSource({ name, bytes: Buffer.from(text) }).problems.map(({ message }) => message);

/** Fields below each other, down to the deepest that is read; at its end stand these. */
const deep = (names: string[], depth = 38): string => {
  const members = depth === 0 ? names.map((name) => `${name}: { type: string }`) : [`a: ${deep(names, depth - 1)}`];
  return `{ type: object, properties: { ${members.join(", ")} } }`;
};
const tree = (...names: string[]): Record<string, string> => ({
  Tree: `{ type: object, properties: { ${names.map((name) => `${name}: ${ref("Tree")}`).join(", ")} } }`,
});
const LOOP = { Loop: ref("Loop") };
const QUOTING = "{ $ref: 'the $ref #/components/schemas/Gone leads nowhere at response/data' }";

/** Two versions of a page: the second one has one more part that cannot be read. */
const VERSIONS: [what: string, first: string, second: string][] = [
  ["a $ref that leads nowhere", pageOf({ data: ref("Gone") }), pageOf({ data: ref("Gone"), dataList: ref("Gone") })],
  [
    "a $ref that leads nowhere, and one in a member",
    pageOf({ data: `{ anyOf: [${ref("Gone")}] }` }),
    pageOf({ data: `{ anyOf: [${ref("Gone")}, { type: object, properties: { list: ${ref("Gone")} } }] }` }),
  ],
  ["a $ref that quotes the other notice", pageOf({ data: ref("Gone") }), pageOf({ data: ref("Gone"), list: QUOTING })],
  [
    "a $ref that leads back to itself",
    pageOf({ data: ref("Loop") }, LOOP),
    pageOf({ data: ref("Loop"), data2: ref("Loop") }, LOOP),
  ],
  [
    "a shape that holds itself",
    pageOf({ data: ref("Tree") }, tree("inner")),
    pageOf({ data: ref("Tree") }, tree("inner", "innermost")),
  ],
  ["fields that nest too deep", pageOf({ data: deep(["a"]) }), pageOf({ data: deep(["a", "ab"]) })],
];

test.each(VERSIONS)("a new notice that begins like a known one is reported: %s", async (_, first, second) => {
  const [known = "", fresh = "", ...others] = messagesOf("api-11.md", second);
  expect(messagesOf("api-11.md", first)).toEqual([known]);
  expect(others).toEqual([]);
  expect(await reported("api-11.md", first, second)).toEqual({ diff: [fresh], pull: [fresh], again: [] });
});

test.each(VERSIONS)("a known notice is not reported again: %s", async (_, first, second) => {
  const messages = messagesOf("api-11.md", second);
  expect(messages).toHaveLength(2);
  expect(await reported("api-11.md", markdown(), second)).toEqual({ diff: messages, pull: messages, again: [] });
  expect(await reported("api-11.md", second, first)).toEqual({ diff: [], pull: [], again: [] });
});

test("nor is one that begins like a new one", async () => {
  const [known, both] = [pageOf({ dataList: ref("Gone") }), pageOf({ data: ref("Gone"), dataList: ref("Gone") })];
  const [fresh = ""] = messagesOf("api-11.md", both);
  expect(fresh).toMatch(/response\/data\W*$/);
  expect(await reported("api-11.md", known, both)).toEqual({ diff: [fresh], pull: [fresh], again: [] });
});

test("a notice that is known of one page of an export is reported for another page", async () => {
  const get = (id: string, data: object): object => ({
    get: {
      summary: "Get",
      responses: { "200": { content: { "application/json": { schema: { properties: { data } } } } } },
      "x-run-in-apifox": `https://app.apifox.com/web/project/1/apis/${id}-run`,
    },
  });
  const exported = (box: object): string =>
    JSON.stringify({
      openapi: "3.0.1",
      paths: { "/shop/parcel": get("api-11", { $ref: "#/Gone" }), "/shop/box": get("api-12", box) },
    });
  const [one, both] = [exported({ type: "string" }), exported({ $ref: "#/Gone" })];
  const [message = ""] = messagesOf("all.json", one);
  expect(messagesOf("all.json", both)).toEqual([message, message]);
  expect(await reported("all.json", one, both)).toEqual({ diff: [message], pull: [message], again: [] });
});

test.each([
  ["a part that is not JSON", "application/json", "text/plain"],
  ["a translated page", "Get a parcel", "Información del pedido"],
])("what else is noted is reported once: %s", async (_, from, to) => {
  const page = pageOf({ data: ref("Gone") });
  const changed = page.replaceAll(from, to);
  const [, fresh = "", ...others] = messagesOf("api-11.md", changed);
  expect(others).toEqual([]);
  expect(await reported("api-11.md", page, changed)).toEqual({ diff: [fresh], pull: [fresh], again: [] });
});
