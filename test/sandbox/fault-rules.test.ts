// Which calls fail on demand: rules, their JSON form, and magic inputs.
import { describe, expect, test } from "vitest";
import { createPandaPon, operationTable, PandaPonError, type OperationInfo } from "../../dist/src/index.js";
import { Faults } from "../../scripts/dist/sandbox/faults/faults.js";
import { checkRule, ruleFromJson, type FaultRule } from "../../scripts/dist/sandbox/faults/rule.js";
import { createSandbox, MAGIC_INPUTS } from "../../scripts/dist/sandbox/index.js";
import { Refusal } from "../../scripts/dist/sandbox/exchange/refusal.js";

const table: Record<string, OperationInfo> = operationTable;

/** What a call meets: the kind, or what the refusal says. */
function met(
  faults: Faults,
  operation: string,
  inputs: Record<string, unknown> = {},
  userId = "1",
): string | undefined {
  const info = table[operation];
  if (info === undefined) throw new Error(`no operation ${operation}`);
  return faults.take({ operation, info, inputs, userId, warning: undefined } as Parameters<Faults["take"]>[0])?.kind;
}

/** Rules of each test are wrong on purpose, so they are no FaultRule. */
const held = (...rules: unknown[]): Faults => {
  const faults = new Faults();
  for (const rule of rules) faults.add(rule as FaultRule);
  return faults;
};

describe("a rule", () => {
  test.each<[rule: unknown, says: string]>([
    [undefined, "A rule is an object"],
    ["slow", "A rule is an object"],
    [[], "A rule is an object"],
    [{}, "`kind` is missing. The kinds are slow, status-500, status-429, reset-before, "],
    [{ kind: undefined }, "`kind` is missing"],
    [{ kind: 500 }, "`kind` is missing"],
    [{ kind: "500" }, 'There is no kind of failure "500"'],
    [{ kind: "staus-500" }, "Did you mean status-500? The kinds are slow, "],
    [{ kind: "toString" }, "The kinds are slow, "],
    [{ kind: "slow", operation: "alibaba.order.get" }, "Did you mean alibaba.orders.get?"],
    [{ kind: "slow", operation: "alibaba.refund.*" }, "Did you mean alibaba.refunds.*?"],
    [{ kind: "slow", operation: "alibaba.orders" }, "Did you mean alibaba.orders.*?"],
    [{ kind: "slow", operation: "alibaba.{orders,refunds}.get" }, "Only * stands for other text."],
    [{ kind: "slow", operation: "" }, 'No operation is called ""'],
    [{ kind: "slow", operation: `${"*".repeat(50)}x!` }, "No operation is called"],
    [{ kind: "slow", operation: "*a".repeat(1e6) }, "at most 200 characters"],
    [{ kind: "x".repeat(1e6) }, "There is no kind of failure"],
    [{ kind: "slow", ["x".repeat(1e6)]: 1 }, "is not an option of slow. Its options are"],
    [{ kind: "slow", operation: 7 }, "`operation` must be an operationId or a glob"],
    [{ kind: "slow", times: 0 }, "`times` must be a whole number above 0, or Infinity."],
    [{ kind: "slow", times: 1.5 }, "`times` must be"],
    [{ kind: "slow", times: NaN }, "`times` must be"],
    [{ kind: "slow", times: "2" }, "`times` must be"],
    [{ kind: "slow", when: "x" }, "`when` must be a function, or an object of input values"],
    [{ kind: "slow", when: null }, "`when` must be"],
    [{ kind: "slow", when: [] }, "`when` must be"],
    [
      { kind: "slow", delay: 5 },
      "`delay` is not an option of slow. Did you mean delayMs? Its options are delayMs, acts.",
    ],
    [{ kind: "slow", time: 5 }, "Did you mean times?"],
    [{ kind: "slow", delayMs: -1 }, "`delayMs` must be a whole number of milliseconds"],
    [{ kind: "slow", delayMs: 2 ** 31 }, "`delayMs` must be"],
    [{ kind: "slow", acts: 1 }, "`acts` must be true or false."],
    [{ kind: "status-429", retryAfter: "1" }, "`retryAfter` must be a whole number of seconds."],
    [{ kind: "status-429", retryAfter: 0.5 }, "`retryAfter` must be"],
    [{ kind: "status-500", status: 404 }, "`status` must be an HTTP status from 500 to 599."],
    [{ kind: "html-page", status: 204 }, "`status` must be an HTTP status from 200 to 599 that allows a body."],
    [{ kind: "html-page", status: 100 }, "`status` must be"],
    [{ kind: "envelope-error", code: 200 }, "`code` must be a 32-bit integer other than 200."],
    [{ kind: "envelope-error", code: 2 ** 31 }, "`code` must be"],
    [{ kind: "envelope-error", msg: "" }, "`msg` must be a text."],
    [{ kind: "second-level", code: 7 }, "`code` must be a text."],
    [{ kind: "second-level", operation: "alibaba.orders.get" }, "alibaba.orders.get has no second level of success."],
    [{ kind: "second-level", operation: "freight.*" }, "freight.* has no second level of success."],
    [{ kind: "content-type", contentType: "a\r\nb: c" }, "`contentType` must be a text that HTTP allows in a header."],
    [{ kind: "reset-before", acts: true }, "use reset-before or reset-after"],
    [{ kind: "cut-body", status: 500 }, "`status` is not an option of cut-body. Its options are acts."],
    [JSON.parse('{ "kind": "slow", "__proto__": 1 }'), "`__proto__` is not an option of slow."],
  ])("%j is refused in code and in JSON: %s", (rule, says) => {
    expect(() => held(rule)).toThrow(says);
    expect(() => ruleFromJson(rule)).toThrow(says);
    expect(() => ruleFromJson(rule)).toThrow(Refusal);
  });

  test("is taken by the sandbox as `fail` takes it, so that its mistakes are seen at once", () => {
    const sandbox = createSandbox();
    // @ts-expect-error the editor says so too
    const rule: FaultRule = { kind: "slow", operation: "alibaba.orders.gte" };
    expect(() => sandbox.fail(rule)).toThrow("Did you mean alibaba.orders.get?");
  });

  test("may have members that are undefined", () => {
    expect(checkRule({ kind: "slow", delayMs: undefined, operation: undefined })).toEqual({ kind: "slow" });
  });

  test("is about one operation, those of a glob, or all", () => {
    const always = { times: Infinity };
    const one = held({ kind: "slow", operation: "alibaba.orders.get", ...always });
    expect(met(one, "alibaba.orders.get")).toBe("slow");
    expect(met(one, "alibaba.orders.getPayUrl")).toBeUndefined();
    const glob = held({ kind: "slow", operation: "*.orders.*", ...always });
    expect(met(glob, "alibaba.orders.cancel")).toBe("slow");
    expect(met(glob, "taobao.orders.create")).toBe("slow");
    expect(met(glob, "taobao.refunds.get")).toBeUndefined();
    const all = held({ kind: "slow", ...always });
    expect(Object.keys(table).map((id) => met(all, id))).toEqual(Object.keys(table).map(() => "slow"));
    // A dot in a glob is a dot.
    expect(() => held({ kind: "slow", operation: "alibaba*orders.gets" })).toThrow("No operation");
  });

  test("of the second level passes by the operations that have none", () => {
    const faults = held({ kind: "second-level", operation: "alibaba.orders.*", times: Infinity });
    expect(met(faults, "alibaba.orders.get")).toBeUndefined();
    expect(met(faults, "alibaba.orders.cancel")).toBe("second-level");
  });

  test("counts its calls, and the first that fits comes first", () => {
    const faults = held(
      { kind: "slow", operation: "alibaba.orders.get", times: 2 },
      { kind: "html-page" },
      { kind: "cut-body", times: Infinity },
    );
    const kinds = [
      "alibaba.orders.get",
      "taobao.products.get",
      "alibaba.orders.get",
      "alibaba.orders.get",
      "addresses.save",
    ];
    expect(kinds.map((id) => met(faults, id))).toEqual(["slow", "html-page", "slow", "cut-body", "cut-body"]);
    expect(faults.list()).toEqual([{ kind: "cut-body", times: "Infinity" }]);
  });

  test("is taken back by what `fail` returned, also twice, and without harm to an equal one", () => {
    const faults = new Faults();
    const rule: FaultRule = { kind: "slow", times: Infinity };
    const first = faults.add(rule);
    const second = faults.add(rule);
    first();
    first();
    expect(met(faults, "alibaba.orders.get")).toBe("slow");
    second();
    expect(met(faults, "alibaba.orders.get")).toBeUndefined();
  });

  const order = 2542285634920880794n;
  test.each<[when: unknown, inputs: Record<string, unknown>, fits: boolean]>([
    [{}, { keyword: "x" }, true],
    [{ keyword: "x" }, { keyword: "x", beginPage: 1 }, true],
    [{ keyword: "x" }, { keyword: "xy" }, false],
    [{ keyword: "x" }, {}, false],
    [{ keyword: null }, { keyword: null }, true],
    [{ keyword: null }, {}, false],
    [{ orderId: String(order) }, { orderId: order }, true],
    [{ orderId: order }, { orderId: String(order) }, true],
    [{ orderId: String(order) }, { orderId: Number(order) }, false],
    [{ beginPage: "1" }, { beginPage: 1 }, true],
    [{ isBig: true }, { isBig: "true" }, false],
    [{ ids: [1, 2] }, { ids: [1, 2] }, true],
    [{ ids: [1] }, { ids: [1, 2] }, false],
    [{ address: { cityText: "杭州市" } }, { address: { cityText: "杭州市", fullName: "x" } }, true],
    [{ address: { cityText: "杭州市" } }, { address: "杭州市" }, false],
    [{ receiver: { name: "x" } }, { receiver: '{"name":"x","id":1}' }, true],
    [{ receiver: '{"name":"x"}' }, { receiver: '{"name":"x"}' }, true],
    [JSON.parse('{ "__proto__": { "a": 1 } }'), {}, false],
    [{ constructor: {} }, {}, false],
    [({ inputs }: { inputs: Record<string, unknown> }) => inputs["a"] === 1, { a: 1 }, true],
    [({ userId }: { userId: string }) => userId === "2", {}, false],
  ])("with `when`, case %#", (when, inputs, fits) => {
    const [kind] = [met(held({ kind: "slow", when }), "alibaba.orders.get", inputs)];
    expect(kind).toBe(fits ? "slow" : undefined);
  });

  test("whose `when` throws refuses the call and says so", () => {
    const when = (): boolean => {
      throw new Error("no such field");
    };
    expect(() => met(held({ kind: "slow", when }), "alibaba.orders.get")).toThrow("no such field");
  });
});

describe("the JSON of a rule", () => {
  test.each<[json: string, rule: object]>([
    [
      '{ "kind": "slow", "delayMs": 5, "when": { "keyword": "x" } }',
      { kind: "slow", delayMs: 5, when: { keyword: "x" } },
    ],
    ['{ "kind": "status-429", "times": "Infinity" }', { kind: "status-429", times: Infinity }],
    [JSON.stringify({ kind: "html-page", times: Infinity }), { kind: "html-page", times: Infinity }],
  ])("%s is read", (json, rule) => {
    expect(ruleFromJson(JSON.parse(json))).toEqual(rule);
  });

  test("is what the list of rules shows", () => {
    const faults = held(
      { kind: "slow", delayMs: 5, when: { keyword: "x" }, times: 3 },
      { kind: "html-page", when: () => true, times: Infinity },
    );
    met(faults, "alibaba.products.search", { keyword: "x" });
    const listed = faults.list();
    expect(listed).toEqual([
      { kind: "slow", delayMs: 5, when: { keyword: "x" }, times: 2 },
      { kind: "html-page", times: "Infinity" },
    ]);
    expect(listed.map(ruleFromJson)).toHaveLength(2);
  });
});

describe("magic inputs", () => {
  test("are listed for each kind, as ids of the right form that are 64-bit integers and all different", () => {
    const rules = [...new Set(MAGIC_INPUTS.map(({ kind }) => kind))];
    expect(rules).toHaveLength(10);
    for (const { kind, text, orderId, refundId, taobaoId, offerId, what } of MAGIC_INPUTS) {
      expect(text).toBe(`sandbox:${kind}`);
      expect(orderId).toMatch(/^\d{19}$/);
      expect(String(BigInt.asIntN(64, BigInt(orderId)))).toBe(orderId);
      expect(refundId).toMatch(/^TQ\d{18}$/);
      expect(taobaoId).toMatch(/^\d{12}$/);
      expect(offerId).toMatch(/^\d{12}$/);
      expect(what).toMatch(/\.$/);
    }
    const ids = MAGIC_INPUTS.flatMap(({ orderId, refundId, taobaoId, offerId }) => [
      orderId,
      refundId,
      taobaoId,
      offerId,
    ]);
    expect(new Set(ids).size).toBe(40);
  });

  test("never change, because programs hold them", () => {
    expect(MAGIC_INPUTS.map(({ kind, orderId }) => [kind, orderId])).toEqual([
      ["slow", "9000000000000000101"],
      ["status-500", "9000000000000000500"],
      ["status-429", "9000000000000000429"],
      ["reset-before", "9000000000000000102"],
      ["reset-after", "9000000000000000103"],
      ["cut-body", "9000000000000000104"],
      ["html-page", "9000000000000000105"],
      ["envelope-error", "9000000000000000106"],
      ["second-level", "9000000000000000107"],
      ["content-type", "9000000000000000108"],
    ]);
  });

  test.each<[inputs: Record<string, unknown>, kind: string | undefined]>([
    [{ keyword: "sandbox:slow" }, "slow"],
    [{ keyword: "T恤 sandbox:slow!" }, "slow"],
    [{ keyword: "sandbox:slow-motion film" }, undefined],
    [{ keyword: "mysandbox:slow" }, undefined],
    [{ keyword: "sandbox: slow" }, undefined],
    [{ a: [{ b: [[{ remark: "sandbox:cut-body" }]] }] }, "cut-body"],
    [{ receiver: '{"name":"sandbox:reset-after"}' }, "reset-after"],
    [{ receiver: String.raw`{"name":"\u0073andbox:reset-after"}` }, "reset-after"],
    [{ lines: JSON.stringify([{ more: JSON.stringify({ itemId: 9000000000000000500n.toString() }) }]) }, "status-500"],
    [{ lines: '[{"itemId":9000000000000000500}]' }, "status-500"],
    [{ orderId: 9000000000000000429n }, "status-429"],
    [{ orderId: 9000000000000000429 }, undefined], // the digits are lost
    [{ orderId: "900000000429" }, "status-429"],
    [{ offerId: 100000000429 }, "status-429"],
    [{ refundId: "TQ900000000000000429" }, "status-429"],
    [{ orderId: "19000000000000000429" }, undefined],
    [{ keyword: "sandbox:slow", orderId: "9000000000000000429" }, "slow"],
    [{ constructor: "x", keyword: "" }, undefined],
  ])("case %#", (inputs, kind) => {
    expect(met(new Faults(), "alibaba.products.search", inputs)).toBe(kind);
  });

  test("may lie so deep that a recursive search would end the process", () => {
    let deep: unknown = "sandbox:slow";
    for (let at = 0; at < 100_000; at += 1) deep = [deep];
    expect(met(new Faults(), "alibaba.products.search", { deep })).toBe("slow");
  });

  test("that do not exist are refused with the list of those that do", () => {
    expect(() => met(new Faults(), "alibaba.products.search", { keyword: "sandbox:status-5000" })).toThrow(
      'There is no magic input sandbox:status-5000. Did you mean sandbox:status-500? After "sandbox:" comes a kind: slow, ',
    );
  });

  test("of the second level are refused where there is none", () => {
    expect(() => met(new Faults(), "alibaba.orders.get", { orderId: "9000000000000000107" })).toThrow(
      "alibaba.orders.get has no second level of success. Use envelope-error, or one of alibaba.cart.updateQuantity",
    );
  });

  test("come after the rules", () => {
    const faults = held({ kind: "html-page" });
    expect(met(faults, "alibaba.products.search", { keyword: "sandbox:slow" })).toBe("html-page");
    expect(met(faults, "alibaba.products.search", { keyword: "sandbox:slow" })).toBe("slow");
  });
});

test("a call is answered again as before once the rule is taken back, and once faults are reset", async () => {
  const sandbox = createSandbox();
  const pandapon = createPandaPon({ ...sandbox.credentials, fetch: sandbox.fetch });
  const call = (): Promise<unknown> =>
    pandapon.alibaba.products.search({ keyword: "T恤", beginPage: 1, pageSize: 20, country: "en" });
  const back = sandbox.fail({ kind: "envelope-error", times: Infinity });
  await expect(call()).rejects.toThrow(PandaPonError);
  back();
  await call();
  sandbox.fail({ kind: "envelope-error", times: Infinity });
  sandbox.reset("state");
  await expect(call()).rejects.toThrow(PandaPonError);
  sandbox.reset("faults");
  await call();
});
