// A client can be looked at: it is made of plain objects and functions, which tools copy, log, freeze and ask for names of their own.
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { createClient, createPandaPon } from "../../dist/src/index.js";
import { credentials } from "../support/calls.js";
import { ok, serve } from "../support/server.js";

type Tree = Record<string, unknown>;

/** What frameworks, loggers and test tools ask any object for. */
const ASKED = [
  "then",
  "toJSON",
  "inspect",
  "nodeType",
  "tagName",
  "asymmetricMatch",
  "$$typeof",
  "@@__IMMUTABLE_ITERABLE__@@",
  "__v_isReactive",
  "__v_skip",
  "_isVue",
  "length",
  "splice",
  "onModuleInit",
  "onApplicationBootstrap",
  "dispose",
  "destroy",
  "on",
  "pipe",
  "nope",
  Symbol.iterator,
  Symbol.asyncIterator,
  Symbol.toStringTag,
  Symbol.toPrimitive,
  Symbol.for("nodejs.util.inspect.custom"),
];

const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null;

/** The client and all its groups, by their place. */
const groupsOf = (tree: Tree, place = "client"): [string, Tree][] => [
  [place, tree],
  ...Object.entries(tree).flatMap(([name, member]) => (isTree(member) ? groupsOf(member, `${place}.${name}`) : [])),
];

/** Copies as tools do: own members, by reading each. */
const copyOf = (value: unknown): unknown =>
  isTree(value) ? Object.fromEntries(Reflect.ownKeys(value).map((key) => [key, copyOf(value[key as string])])) : value;

const pandapon = createPandaPon(credentials);
const client = createClient(credentials);

describe.each([...groupsOf(pandapon as unknown as Tree), ["path client", client as unknown as Tree] as const])(
  "%s",
  (_, group) => {
    test.each(ASKED)("has no %s", (name) => {
      expect(Reflect.get(group, name)).toBe(undefined);
      expect(Reflect.has(group, name)).toBe(false);
    });

    test("is a plain object, which tools copy, compare, log and freeze", async () => {
      expect(Object.getPrototypeOf(group)).toBe(Object.prototype);
      expect(String(group)).toBe("[object Object]");
      expect(await Promise.resolve(group)).toBe(group);
      expect(copyOf(group)).toEqual(group);
      expect({ ...group }).toEqual(group);
      expect(group).not.toEqual({});
      const logged = inspect(group, { depth: Infinity, showHidden: true, getters: true }) + JSON.stringify(group);
      for (const secret of Object.values(credentials)) expect(logged).not.toContain(secret);
    });
  },
);

test("the groups are logged with the names of their methods", () => {
  expect(JSON.stringify(pandapon)).toBe(
    '{"addresses":{},"alibaba":{"cart":{},"orders":{},"products":{},"refunds":{}},"freight":{},"taobao":{"cart":{},"orders":{},"products":{},"refunds":{}}}',
  );
  expect(inspect(pandapon.alibaba.refunds)).toContain("[Function: alibaba.refunds.create]");
  expect(inspect(pandapon)).toContain("[Function: request]");
});

test.each([
  ["pandapon.alibaba.nope", () => (pandapon.alibaba as unknown as { nope: () => void }).nope()],
  ["pandapon.alibaba.orders.nope", () => (pandapon.alibaba.orders as unknown as { nope: () => void }).nope()],
  ["pandapon.nope", () => (pandapon as unknown as { nope: () => void }).nope()],
  ["client.nope", () => (client as unknown as { nope: () => void }).nope()],
])("a call of an unknown name says which: %s", (name, call) => {
  expect(call).toThrow(TypeError);
  expect(call).toThrow(`${name} is not a function`);
});

test("copies and frozen clients work", async () => {
  const { url, requests } = await serve(ok(1));
  const own = { ...credentials, baseUrl: url };
  const frozen = createPandaPon(own);
  for (const [, group] of groupsOf(frozen as unknown as Tree)) Object.freeze(group);
  const copy = copyOf(createPandaPon(own)) as typeof frozen;
  for (const each of [frozen, copy, { ...frozen }, frozen.with({ userId: "2" })]) {
    const { get } = each.alibaba.orders;
    expect(await get({ orderId: "1", webSite: "1688" })).toBe(1);
    const { request } = each;
    expect(await request("POST", "/some/path")).toBe(1);
  }
  const paths = Object.freeze(createClient(own));
  for (const { request, POST } of [paths, { ...paths }, copyOf(paths) as typeof paths, paths.with({ userId: "2" })]) {
    expect((await POST("/alibaba/order/detail", { body: { orderId: "1", webSite: "1688" } })).data).toMatchObject({
      data: 1,
    });
    expect((await request("POST", "/some/path")).data).toMatchObject({ data: 1 });
  }
  expect(requests).toHaveLength(16);
});
