// Overlays of OpenAPI Overlay 1.0 and 1.1: what they change, with every digit, and what each mistake is told.
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { readJson } from "../../scripts/dist/core/exact-json.js";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { verifyPublished } from "../../scripts/dist/lint/published.js";
import { applyOverlay, readOverlay } from "../../scripts/dist/overlay/index.js";
import { ROOT } from "../support/run.js";

const FILE = path.resolve("fix.overlay.yaml");

type Fields = Record<string, unknown>;

const overlayText = (actions: unknown, version: unknown = "1.1.0"): string =>
  JSON.stringify({ overlay: version, info: { title: "t", version: "1" }, actions }, undefined, 1);

const apply = <T extends object>(document: T, actions: unknown, version?: string): T =>
  applyOverlay(document, readOverlay(FILE, overlayText(actions, version)));

const LONG = 2542285634920880794n;

describe("an action", () => {
  const cases: [what: string, actions: Fields[], before: object, after: object][] = [
    [
      "adds and replaces members of an object, at any depth",
      [{ target: "$.a", update: { b: { c: 2, d: 3 } } }],
      { a: { b: { c: 1, x: 0 } } },
      { a: { b: { c: 2, x: 0, d: 3 } } },
    ],
    ["changes the whole document", [{ target: "$", update: { b: 1 } }], { a: 1 }, { a: 1, b: 1 }],
    ["appends to a list", [{ target: "$.a", update: { n: 2 } }], { a: [{ n: 1 }] }, { a: [{ n: 1 }, { n: 2 }] }],
    ["appends several to a list", [{ target: "$.a", update: [2, 3] }], { a: [1] }, { a: [1, 2, 3] }],
    ["appends to a list inside an object", [{ target: "$", update: { a: [2] } }], { a: [1] }, { a: [1, 2] }],
    ["replaces a single value", [{ target: "$.a", update: "y" }], { a: "x" }, { a: "y" }],
    ["replaces null", [{ target: "$.a", update: "y" }], { a: null }, { a: "y" }],
    [
      "changes each match by a copy of its own",
      [
        { target: "$.*", update: { n: {} } },
        { target: "$.a.n", update: { x: 1 } },
      ],
      { a: {}, b: {} },
      { a: { n: { x: 1 } }, b: { n: {} } },
    ],
    ["changes a node once that matches twice", [{ target: "$['a','a']", update: 2 }], { a: [1] }, { a: [1, 2] }],
    ["removes a member", [{ target: "$.a.b", remove: true }], { a: { b: 1, c: 2 } }, { a: { c: 2 } }],
    ["removes several items, in any order", [{ target: "$.a[0,2,1]", remove: true }], { a: [0, 1, 2, 3] }, { a: [3] }],
    [
      "removes by a slice that runs backwards",
      [{ target: "$.a[::-2]", remove: true }],
      { a: [0, 1, 2, 3] },
      { a: [0, 2] },
    ],
    [
      "removes a node and one inside it",
      [{ target: "$..x", remove: true }],
      { x: { x: 1 }, a: [{ x: 2, y: 3 }] },
      { a: [{ y: 3 }] },
    ],
    ["removes although it has an update", [{ target: "$.a", update: 2, remove: true }], { a: 1 }, {}],
    [
      "is applied to what the one before it left",
      [
        { target: "$.a", remove: true },
        { target: "$", update: { a: ["n"] } },
      ],
      { a: "x" },
      { a: ["n"] },
    ],
    [
      "copies a node",
      [{ target: "$.b", copy: "$.a" }],
      { a: { n: LONG }, b: { m: 1 } },
      { a: { n: LONG }, b: { m: 1, n: LONG } },
    ],
    [
      "copies what then has a life of its own",
      [
        { target: "$.b", copy: "$.a" },
        { target: "$.b.n", update: { y: 1 } },
      ],
      { a: { n: {} }, b: {} },
      { a: { n: {} }, b: { n: { y: 1 } } },
    ],
    [
      "finds by a filter, beside long ids",
      [{ target: "$.paths[*][?@.operationId=='a.b']", update: { x: 1 } }],
      { paths: { "/p": { get: { operationId: "a.b", id: LONG }, post: { operationId: "a.c" } } } },
      { paths: { "/p": { get: { operationId: "a.b", id: LONG, x: 1 }, post: { operationId: "a.c" } } } },
    ],
    [
      "finds at any depth",
      [{ target: "$..[?@.name=='id']", update: { x: 1 } }],
      { a: [{ name: "id" }, { name: "no" }], b: { name: "id" } },
      { a: [{ name: "id", x: 1 }, { name: "no" }], b: { name: "id", x: 1 } },
    ],
    [
      "finds names with signs",
      [{ target: `$["it's"]["\\\\"]["\\"\\n/~新"]`, update: 2 }],
      { "it's": { "\\": { '"\n/~新': 1 } } },
      { "it's": { "\\": { '"\n/~新': 2 } } },
    ],
    [
      "knows only a document's own members",
      [{ target: "$", update: { constructor: { a: 1 }, toString: 2 } }],
      {},
      { constructor: { a: 1 }, toString: 2 },
    ],
  ];
  test.each(cases)("%s", (_what, actions, before, after) => {
    const copy = structuredClone(before);
    expect(apply(before, actions)).toEqual(after);
    expect(before).toEqual(copy);
  });

  test("keeps the digits of the document and of the overlay, in JSON and in YAML", () => {
    const yaml = `overlay: 1.0.0\r\ninfo: { title: t, version: 1 }\r\nx-note: any\r\nactions:\r\n  - target: $\r\n    description: why\r\n    x-more: 1\r\n    update: { id: 9223372036854775807 }\r\n`;
    const json = `\uFEFF{ "overlay": "1.1.3", "info": { "title": "t", "version": "1" }, "extends": "https://example.com", "actions": [{ "target": "$", "update": { "id": 9223372036854775807 } }] }`;
    for (const text of [yaml, json]) {
      expect(applyOverlay({ long: LONG }, readOverlay(FILE, text))).toEqual({ long: LONG, id: 9223372036854775807n });
    }
  });

  test("cannot change what other objects have", () => {
    for (const update of [{ ["__proto__"]: { bad: 1 } }, { a: [{ ["__proto__"]: { bad: 1 } }] }]) {
      expect(() => apply({ a: [] }, [{ target: "$", update }])).toThrow(
        "update has the name __proto__, which no field can have.",
      );
    }
    expect(() => apply({}, [{ target: "$.__proto__", update: { bad: 1 } }])).toThrow("matches nothing");
    apply({}, [{ target: "$", update: { constructor: { prototype: { bad: 1 } } } }]);
    expect(() => apply({}, [{ target: "$.constructor.prototype", update: { bad: 1 } }])).toThrow("matches nothing");
    expect(Object.keys({}.constructor.prototype as object)).toEqual([]);
    expect(({} as Fields)["bad"]).toBeUndefined();
  });
});

describe("a mistake is told with the file, the line and the fix", () => {
  const one = (action: unknown): string => overlayText([{ target: "$", update: {} }, action]);
  const cases: [text: string, message: string][] = [
    ["a: [", "fix.overlay.yaml:2: "],
    ["overlay: 1.0.0\ninfo: {\n  - a\n", "fix.overlay.yaml:3: "],
    ["", "fix.overlay.yaml:1: this is not an overlay. Begin it with `overlay: 1.1.0`"],
    ["[]", "this is not an overlay."],
    ["openapi: 3.1.0\n", "this is not an overlay."],
    [
      overlayText([{}], "1.2.0"),
      "fix.overlay.yaml:2: the overlay version 1.2.0 is not supported. Write `overlay: 1.1.0` or 1.0.0.",
    ],
    [overlayText([{}], "2.0.0"), "the overlay version 2.0.0 is not supported."],
    ["overlay: 1.0\n", "the overlay version 1 is not supported."],
    ["overlay: 1.0.0\n", "info must have a title and a version."],
    ["overlay: 1.0.0\ninfo: { title: a }\n", "fix.overlay.yaml:2: info must have a title and a version."],
    [overlayText(undefined), "actions must be a list of at least one action."],
    [overlayText([]), "actions must be a list of at least one action."],
    [overlayText({}), "actions must be a list of at least one action."],
    [overlayText([{}]).replace('"actions"', '"action"'), "an overlay has no field action."],
    [one("text"), "fix.overlay.yaml:12: an action must be an object with a target."],
    [one({ update: {} }), "fix.overlay.yaml:12: the action has no target."],
    [one({ target: 1, update: {} }), "fix.overlay.yaml:13: the action has no target."],
    [one({ target: "$" }), "fix.overlay.yaml:12: the action changes nothing. Add update, copy or `remove: true`."],
    [one({ target: "$", remove: false }), "the action changes nothing."],
    [one({ target: "$", remove: "yes" }), "remove must be true or false, not yes."],
    [
      one({ target: "$", udpate: {} }),
      "an action has no field udpate. Its fields are target, description, update, copy, remove.",
    ],
    [one({ target: "$", update: {}, copy: "$.a" }), "the action has update and copy."],
    [one({ target: "$", update: { a: [123] } }).replace("123", "1e400"), "update has a number that JSON cannot write"],
    [
      'overlay: 1.0.0\ninfo: { title: t, version: "1" }\nactions:\n  - target: $\n    update: { a: -.inf, b: .nan }\n',
      "fix.overlay.yaml:5: update has a number that JSON cannot write: .inf, .nan or beyond 1e308.",
    ],
    [one({ target: "$", copy: 1 }), "copy must be a JSONPath, not 1."],
    [overlayText([{ target: "$", copy: "$.a" }], "1.0.0"), "copy is new in overlay 1.1. Write `overlay: 1.1.0`."],
    [one({ target: "info", update: {} }), "fix.overlay.yaml:12: the target info is not a valid JSONPath (RFC 9535): "],
    [one({ target: "$.paths[", update: {} }), "the target $.paths[ is not a valid JSONPath"],
    [one({ target: "$.paths[?(@.length-1)]", update: {} }), "is not a valid JSONPath"],
    [one({ target: "$.paths.*~", update: {} }), "is not a valid JSONPath"],
    [one({ target: "", update: {} }), "is not a valid JSONPath"],
    [
      one({ target: "$.gone", update: {} }),
      "fix.overlay.yaml:12: the target $.gone matches nothing. Correct it, or remove the action if the contract has changed.",
    ],
    [one({ target: "$.gone", remove: true }), "the target $.gone matches nothing."],
    [one({ target: "$", remove: true }), "the whole document cannot be removed."],
    [
      one({ target: "$.info", update: "text" }),
      "the target $.info is an object, but the update is a single value. To replace it, remove it in an action before.",
    ],
    [one({ target: "$.info", update: [1] }), "the target $.info is an object, but the update is a list."],
    [
      one({ target: "$.info.title", update: { a: 1 } }),
      "the target $.info.title is a single value, but the update is an object.",
    ],
    [
      one({ target: "$", update: { info: { title: [1] } } }),
      "the target $: info: title is a single value, but the update is a list.",
    ],
    [
      one({ target: "$", update: { tags: { a: 1 } } }),
      "the target $: tags is a list, but the update has an object there.",
    ],
    [
      one({ target: "$", update: { info: null } }),
      "the target $: info is an object, but the update is a single value.",
    ],
    [one({ target: "$.info", copy: "$.gone" }), "copy must match one node, but $.gone matches 0."],
    [one({ target: "$.info", copy: "$.*" }), "copy must match one node, but $.* matches 2."],
    [one({ target: "$.info", copy: "$[" }), "the copy $[ is not a valid JSONPath"],
    [
      overlayText(Array.from({ length: 40 }, () => ({ target: "$.tags", copy: "$.tags" }))).replace(
        '"actions": [',
        '"actions": [{ "target": "$.tags", "update": [1, 2] },',
      ),
      "with this action the contract has more than 200000 values",
    ],
    [
      one({ target: "$", update: { tags: JSON.parse(`${"[".repeat(900)}${"]".repeat(900)}`) as unknown } }),
      "the action adds more than 200000 values, or nests deeper than 500 levels.",
    ],
  ];
  test.each(cases)("%j", (text, message) => {
    const document = { info: { title: "Shop" }, tags: [] };
    const applied = (): unknown => applyOverlay(document, readOverlay(FILE, text));
    expect(applied).toThrow(
      expect.objectContaining({
        name: "Failure",
        code: 2,
        message: expect.stringContaining(message) as string,
      }) as Error,
    );
    expect(document).toEqual({ info: { title: "Shop" }, tags: [] });
  });
});

describe("what becomes of the contract", () => {
  const published = readJson(readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8"))?.value as Document; // it is the bundle
  const GET = "$.paths['/alibaba/refund/info'].post";
  const cases: [what: string, actions: Fields[], message: string | undefined][] = [
    ["nothing", [{ target: "$.info", update: { title: "Shop" } }], undefined],
    [
      "an operation without evidence",
      [
        {
          target: "$.paths",
          update: {
            "/new": {
              get: { operationId: "shop.news.get", "x-effect": "read", responses: { 200: { description: "ok" } } },
            },
          },
        },
      ],
      undefined,
    ],
    [
      "an operation without x-effect",
      [{ target: `${GET}['x-effect']`, remove: true }],
      "#/paths/~1alibaba~1refund~1info/post: The field `x-effect` must be present",
    ],
    [
      "an operation without a name",
      [{ target: `${GET}.operationId`, remove: true }],
      "#/paths/~1alibaba~1refund~1info/post",
    ],
    [
      "two operations of one name",
      [{ target: GET, update: { operationId: "alibaba.refunds.create" } }],
      "alibaba.refunds.create",
    ],
    ["a name that no method can have", [{ target: GET, update: { operationId: "with.a" } }], "operationId"],
    [
      "a $ref that leads nowhere",
      [{ target: "$.components.schemas.AlibabaRefundsGetResponse", remove: true }],
      "AlibabaRefundsGetResponse",
    ],
    [
      "a $ref to a file",
      [{ target: GET, update: { parameters: [{ $ref: "/etc/hostname" }] } }],
      "the $ref /etc/hostname leads out of the contract.",
    ],
    [
      "a type that does not exist",
      [{ target: "$.components.schemas", update: { New: { type: "strng" } } }],
      "#/components/schemas/New/type",
    ],
    [
      "a schema inside itself",
      [
        {
          target: "$.components.schemas",
          update: { New: { type: "object", properties: { a: { $ref: "#/components/schemas/New" } } } },
        },
      ],
      "#/components/schemas/New",
    ],
    [
      "a discriminator that leads nowhere",
      [
        {
          target: "$.components.schemas",
          update: { New: { oneOf: [{}], discriminator: { propertyName: "a", mapping: { b: "Gone" } } } },
        },
      ],
      "#/components/schemas/New/discriminator/mapping: the $ref #/components/schemas/Gone leads nowhere.",
    ],
    [
      "parameters that are no list",
      [
        { target: `${GET}.parameters`, remove: true },
        { target: GET, update: { parameters: { a: null } } },
      ],
      "#/paths/~1alibaba~1refund~1info/post/parameters: Expected type `ParameterList` (array) but got `object`. ",
    ],
    [
      "a parameter without a name",
      [{ target: `${GET}.parameters[0].name`, remove: true }],
      "/parameters/0: The field `name` must be present on this level.",
    ],
    ["pages in a text", [{ target: GET, update: { "x-pagination": "pages" } }], "x-pagination: Expected type"],
    ["pages without a name", [{ target: GET, update: { "x-pagination": { page: 1 } } }], "x-pagination"],
    ["an unknown security scheme", [{ target: GET, update: { security: [{ nope: [] }] } }], "nope"],
    [
      "pages that are not there any more",
      [
        {
          target: "$.paths[*][?@.operationId=='taobao.refunds.list']['x-pagination']",
          update: { items: "/data/gone" },
        },
      ],
      "x-pagination",
    ],
  ];
  test.each(cases)("%s", async (_what, actions, message) => {
    const problems = await verifyPublished(apply(published, actions));
    if (message === undefined) expect(problems).toEqual([]);
    else expect(problems.join("\n")).toContain(message);
  });
});
