// Pages that were written to break a reader: each is small, and hostile in one way.
import { DOCUMENT, jsonOf, yamlOf, type Node } from "./shop-document.js";

export interface HostilePage {
  what: string;
  file: "a.json" | "a.md" | "a.txt" | "a.yaml";
  content: string | Uint8Array;
}

const WRONG: Record<string, unknown> = {
  null: null,
  "a number": 5,
  "a huge integer": 123456789012345678901234567890n,
  "a text": "x",
  true: true,
  "an empty list": [],
  "an empty object": {},
  "a list of nothing": [null, 0, "", [[]]],
  "an object of nothing": { a: null, b: [], $ref: 5 },
};

const KEYWORDS = (
  "type format nullable title description enum const default example examples required properties items prefixItems additionalProperties " +
  "patternProperties allOf oneOf anyOf not $ref deprecated minLength x-apifox-enum x-apifox-refs x-apifox-ignore-properties x-apifox-orders"
).split(" ");
const OF_OPERATION =
  "summary description tags parameters requestBody responses callbacks security servers x-apifox-folder x-apifox-status x-run-in-apifox".split(
    " ",
  );
const OF_PARAMETER = "name in required description example schema content deprecated $ref".split(" ");
const OF_DOCUMENT = "openapi info paths components servers security".split(" ");

/** A page in whose document one keyword has a value of a wrong kind. */
function wrongTypes(): HostilePage[] {
  const documents: [string, (value: unknown) => Node][] = [
    ...KEYWORDS.map((key): [string, (value: unknown) => Node] => [
      key,
      (value) => DOCUMENT({ field: { type: "string", [key]: value } }),
    ]),
    ...OF_OPERATION.map((key): [string, (value: unknown) => Node] => [
      `${key} of an operation`,
      (value) => DOCUMENT({ operation: { [key]: value } }),
    ]),
    ...OF_PARAMETER.map((key): [string, (value: unknown) => Node] => [
      `${key} of a parameter`,
      (value) => DOCUMENT({ parameters: [{ name: "id", in: "query", schema: { type: "string" }, [key]: value }] }),
    ]),
    ...OF_DOCUMENT.map((key): [string, (value: unknown) => Node] => [
      `${key} of a document`,
      (value) => ({ ...DOCUMENT(), [key]: value }),
    ]),
  ];
  return documents.flatMap(([key, make]) =>
    Object.entries(WRONG).map(([kind, value]): HostilePage => ({
      what: `${key}: ${kind}`,
      file: "a.json",
      content: jsonOf(make(value)),
    })),
  );
}

const A = "#/components/schemas/A";
const ref = (name = "A"): Node => ({ $ref: `#/components/schemas/${name}` });

/** Schemas that lead back to themselves in every way. */
const CIRCLES: Record<string, Node> = {
  "$ref to itself": ref(),
  "a property": { properties: { a: ref() } },
  "an item": { items: ref() },
  "an item of an item": { items: { items: ref() } },
  "a map": { additionalProperties: ref() },
  "a tuple": { prefixItems: [ref(), ref()] },
  allOf: { allOf: [ref()] },
  "allOf with fields": { properties: { a: ref() }, allOf: [ref(), ref()] },
  oneOf: { oneOf: [ref(), { type: "string" }, ref()] },
  anyOf: { anyOf: [{ allOf: [ref()] }, ref()] },
  not: { not: ref() },
  "x-apifox-refs": { properties: {}, "x-apifox-refs": { a: ref(), b: ref() } },
  "x-apifox-refs with fields": {
    properties: { a: ref() },
    "x-apifox-refs": { a: { ...ref(), "x-apifox-overrides": { b: ref() } } },
  },
  "x-apifox-overrides": { "x-apifox-refs": { a: { ...ref("B"), "x-apifox-overrides": { a: ref() } } } },
  "its own properties": { properties: { a: { $ref: `${A}/properties/a` } } },
  "its own list": { allOf: [{ $ref: `${A}/allOf/0` }] },
  "the document": { properties: { a: { $ref: "#" } } },
  "an empty name": { $ref: "#/" },
  "the paths": { properties: { a: { $ref: "#/paths" } } },
  "the operation": { allOf: [{ $ref: "#/paths/~1shop~1order/post" }] },
  "a prototype": {
    properties: { a: { $ref: "#/__proto__" }, b: { $ref: "#/constructor/prototype" }, c: { $ref: "#/toString" } },
  },
  "a broken escape": { properties: { a: { $ref: "#/components/%E0%A4%A" }, b: { $ref: "#/~2/~" } } },
  "another document": { properties: { a: { $ref: "file:///etc/passwd" }, b: { $ref: "https://example.com/#/a" } } },
};

function circles(): HostilePage[] {
  const schemas = Object.entries(CIRCLES).flatMap(([what, shape]): HostilePage[] => [
    {
      what: `circle: ${what}`,
      file: "a.json",
      content: jsonOf(DOCUMENT({ field: ref(), schemas: { A: shape, B: ref() } })),
    },
    {
      what: `circle of the whole answer: ${what}`,
      file: "a.yaml",
      content: yamlOf(DOCUMENT({ body: ref(), answer: ref(), schemas: { A: shape, B: ref() } })),
    },
  ]);
  const own = (what: string, document: Node): HostilePage => ({ what, file: "a.json", content: jsonOf(document) });
  const parameter = "#/components/parameters/P";
  return [
    ...schemas,
    own("circle: a parameter", {
      ...DOCUMENT({ parameters: [{ $ref: parameter }] }),
      components: { parameters: { P: { $ref: parameter } } },
    }),
    own(
      "circle: a list of parameters",
      DOCUMENT({ parameters: [{ $ref: "#/paths/~1shop~1order/post/parameters/0" }] }),
    ),
    own("circle: a path item", {
      ...DOCUMENT(),
      paths: {
        "/a": { $ref: "#/paths/~1b" },
        "/b": { $ref: "#/paths/~1a" },
        "/c": { get: { $ref: "#/paths/~1c/get" } },
      },
    }),
    own(
      "circle: an answer",
      DOCUMENT({ operation: { responses: { "200": { $ref: "#/paths/~1shop~1order/post/responses/200" } } } }),
    ),
    own("circle: a body", DOCUMENT({ operation: { requestBody: { $ref: "#/paths/~1shop~1order/post/requestBody" } } })),
    own(
      "circle: a callback",
      DOCUMENT({ operation: { callbacks: { a: { $ref: "#/paths/~1shop~1order/post/callbacks/a" } } } }),
    ),
  ];
}

const STRANGE: Record<string, string> = {
  __proto__: "__proto__",
  constructor: "constructor",
  hasOwnProperty: "hasOwnProperty",
  "an empty name": "",
  "a slash": "a/b//c",
  tildes: "~0~1~~",
  "a star": "*",
  "a question mark": "?",
  brackets: "a[0].{b}(c)",
  "control characters": "a\u0001\u001B[2J\u007F\u0085b",
  NUL: "a\u0000b",
  "line breaks": "a\r\nb\u2028c",
  "direction marks": "a\u202Eb\u2066c",
  "half a character": "a\uD800b",
  "a workflow command": "::error title=x::y",
  Markdown: "`x` | [a](http://example.com) <b> @admin #1",
  "a name of 100 kB": "n".repeat(100_000),
  "a number": "1e999",
};

function strangeNames(): HostilePage[] {
  return Object.entries(STRANGE).flatMap(([what, name]) => {
    const documents: Record<string, Node> = {
      field: DOCUMENT({ extra: { [name]: { type: "string", required: [name] } } }),
      "only in an example": DOCUMENT({ example: { [name]: { [name]: 1 } } }),
      parameter: DOCUMENT({ parameters: [{ name, in: "query", schema: { type: "string" } }] }),
      "shape and $ref": DOCUMENT({
        field: {
          $ref: `#/components/schemas/${encodeURIComponent(name.replaceAll("\uD800", "")).replaceAll("~", "~0")}`,
        },
        schemas: { [name]: { type: "object", properties: { [name]: {} } } },
      }),
      path: { ...DOCUMENT(), paths: { [`/${name}`]: { get: { summary: name, responses: { "200": {} } } } } },
      "media type": DOCUMENT({ operation: { requestBody: { content: { [name]: { schema: { type: "object" } } } } } }),
      title: DOCUMENT({ operation: { summary: name, tags: [name], "x-apifox-folder": name, description: name } }),
      value: DOCUMENT({
        field: { type: "string", enum: [name], default: name, example: name, format: name, title: name },
      }),
    };
    return Object.entries(documents).map(([where, document]): HostilePage => ({
      what: `${what} as a ${where}`,
      file: "a.json",
      content: jsonOf(document),
    }));
  });
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
const many = (count: number, make: (index: number) => unknown): Node =>
  Object.fromEntries(times(count, (index) => [`f${index}`, make(index)]));

/** `of` makes a count smaller, for a quick run. */
const LARGE: Record<string, (of: (count: number) => number) => Node> = {
  "a text of 1 MB": (of) =>
    DOCUMENT({
      field: { type: "string", title: "x".repeat(of(1_000_000)), description: "a:'b' ".repeat(of(160_000)) },
    }),
  "an example of 1 MB": (of) => DOCUMENT({ example: { a: "1".repeat(of(1_000_000)), b: "[".repeat(of(10_000)) } }),
  "an example of 1 MB of JSON in a text": (of) =>
    DOCUMENT({ example: { a: JSON.stringify(times(of(100_000), String)) } }),
  "100 000 values": (of) => DOCUMENT({ field: { type: "string", enum: times(of(100_000), (index) => `V${index}`) } }),
  "100 000 parameters": (of) =>
    DOCUMENT({
      parameters: times(of(25_000), (index) => ({ name: `p${index}`, in: "query" })).flatMap((one) => [
        one,
        one,
        one,
        one,
      ]),
    }),
  "20 000 fields": (of) => DOCUMENT({ extra: many(of(20_000), () => ({ type: "string" })) }),
  "20 000 lost references": (of) => DOCUMENT({ extra: many(of(20_000), (index) => ({ $ref: `#/gone/${index}` })) }),
  "20 000 parts": (of) =>
    DOCUMENT({
      field: { allOf: times(of(20_000), (index) => ({ properties: { [`f${index}`]: { type: "string" } } })) },
    }),
  "20 000 branches": (of) =>
    DOCUMENT({
      field: {
        oneOf: times(of(20_000), (index) => ({
          type: "object",
          properties: { a: { enum: [index] } },
          required: ["a"],
        })),
      },
    }),
  "20 000 types": (of) => DOCUMENT({ field: { allOf: times(of(20_000), (index) => ({ type: `t${index}` })) } }),
  "20 000 answers": (of) => DOCUMENT({ operation: { responses: many(of(20_000), () => ({})) } }),
  "20 000 media types": (of) =>
    DOCUMENT({ operation: { requestBody: { content: many(of(20_000), () => ({ schema: {} })) } } }),
  "20 000 examples": (of) =>
    DOCUMENT({
      operation: {
        requestBody: {
          content: { "application/json": { examples: many(of(20_000), (index) => ({ value: { [`f${index}`]: 1 } })) } },
        },
      },
    }),
  "20 000 required names": (of) => DOCUMENT({ extra: { a: { required: times(of(20_000), String) } } }),
  "20 000 hidden names": (of) =>
    DOCUMENT({ field: { "x-apifox-ignore-properties": times(of(20_000), String), properties: { a: {} } } }),
  "20 000 tags and servers": (of) => ({
    ...DOCUMENT({ operation: { tags: times(of(20_000), String) } }),
    servers: times(of(20_000), (index) => ({ url: `https://${index}` })),
  }),
  "an example of 100 000 items": (of) => DOCUMENT({ example: { a: times(of(100_000), (index) => ({ id: index })) } }),
  "shapes that double": () =>
    DOCUMENT({
      field: ref("S0"),
      schemas: Object.fromEntries(
        times(24, (index) => [`S${index}`, { properties: { a: ref(`S${index + 1}`), b: ref(`S${index + 1}`) } }]),
      ),
    }),
  "parts that double": () =>
    DOCUMENT({
      field: ref("S0"),
      schemas: Object.fromEntries(
        times(30, (index) => [`S${index}`, { allOf: [ref(`S${index + 1}`), ref(`S${index + 1}`)] }]),
      ),
    }),
  "branches that triple": () =>
    DOCUMENT({
      field: ref("S0"),
      schemas: Object.fromEntries(
        times(30, (index) => [`S${index}`, { anyOf: [ref(`S${index + 1}`), ref(`S${index + 1}`), {}] }]),
      ),
    }),
  "mixed shapes that double": () =>
    DOCUMENT({
      field: ref("S0"),
      schemas: Object.fromEntries(
        times(30, (index) => [`S${index}`, { "x-apifox-refs": { a: ref(`S${index + 1}`), b: ref(`S${index + 1}`) } }]),
      ),
    }),
  "shapes that all hold each other": () =>
    DOCUMENT({
      field: ref("S0"),
      schemas: Object.fromEntries(
        times(12, (index) => [`S${index}`, { properties: many(12, (to) => ref(`S${to}`)), title: `S${index}` }]),
      ),
    }),
  "parts that all hold each other": () =>
    DOCUMENT({
      field: ref("S0"),
      schemas: Object.fromEntries(times(12, (index) => [`S${index}`, { allOf: times(12, (to) => ref(`S${to}`)) }])),
    }),
};

const chain = (depth: number, last: Node, link: (next: Node) => Node): Node =>
  Object.fromEntries(times(depth, (index) => [`S${index}`, index + 1 < depth ? link(ref(`S${index + 1}`)) : last]));
const CHAINS: Record<string, (depth: number) => Node> = {
  "a chain of $ref": (depth) => DOCUMENT({ field: ref("S0"), schemas: chain(depth, {}, (next) => next) }),
  "a chain of shapes": (depth) =>
    DOCUMENT({ field: ref("S0"), schemas: chain(depth, {}, (a) => ({ properties: { a } })) }),
  "a chain of parts": (depth) => DOCUMENT({ field: ref("S0"), schemas: chain(depth, {}, (one) => ({ allOf: [one] })) }),
  "a chain of mixed shapes": (depth) =>
    DOCUMENT({ field: ref("S0"), schemas: chain(depth, {}, (one) => ({ "x-apifox-refs": { one } })) }),
};

/** What stands before and after the inner value, in JSON. JSON of this depth cannot be written in another way. */
const NESTS: Record<string, [before: string, after: string]> = {
  properties: ['{"type":"object","properties":{"a":', "}}"],
  items: ['{"type":"array","items":', "}"],
  maps: ['{"additionalProperties":', "}"],
  allOf: ['{"allOf":[', "]}"],
  oneOf: ['{"oneOf":[{"type":"null"},', "]}"],
  not: ['{"not":', "}"],
  prefixItems: ['{"prefixItems":[', "]}"],
};
const DEEP = "how deep";
const deepPages = (depth: number): HostilePage[] => {
  const page = (what: string, document: Node, [before, after] = ["", ""]): HostilePage => ({
    what: `${what}, ${depth} deep`,
    file: "a.json",
    content: jsonOf(document).replace(`"${DEEP}"`, `${before.repeat(depth)}{}${after.repeat(depth)}`),
  });
  return [
    ...Object.entries(NESTS).map(([what, nest]) => page(what, { ...DOCUMENT({ field: DEEP }) }, nest)),
    page("an example", DOCUMENT({ example: { a: DEEP } }), ['{"a":', "}"]),
    page("a list in an example", DOCUMENT({ example: { a: DEEP } }), ["[", "]"]),
    page("a default", DOCUMENT({ field: { default: DEEP } }), ['{"a":', "}"]),
    page("a value", DOCUMENT({ field: { enum: [DEEP] } }), ["[", "]"]),
    page("tags", DOCUMENT({ operation: { tags: DEEP } }), ["[", "]"]),
    ...Object.entries(CHAINS).map(([what, make]) => page(what, make(depth))),
  ];
};

const sizes = (of: (count: number) => number): HostilePage[] => [
  ...Object.entries(LARGE).map(([what, make]): HostilePage => ({ what, file: "a.json", content: jsonOf(make(of)) })),
  ...[50, 500, 5_000].flatMap(deepPages),
];

const bombs = (levels: number, wide: number): string =>
  times(
    levels,
    (level) => `x-b${level}: &b${level} [${times(wide, () => (level === 0 ? "x" : `*b${level - 1}`)).join(", ")}]\n`,
  ).join("");

function bytes(): HostilePage[] {
  const page = `# Orders\n\n## OpenAPI Specification\n\n\`\`\`yaml\n${yamlOf(DOCUMENT())}\n\`\`\`\n`;
  const yaml = yamlOf(DOCUMENT());
  const json = jsonOf(DOCUMENT());
  const raw = (text: string, ...at: number[]): Uint8Array =>
    Buffer.concat([Buffer.from(text), Uint8Array.from(at), Buffer.from(text)]);
  const pages: [string, HostilePage["file"], string | Uint8Array][] = [
    ["a byte order mark", "a.md", `\uFEFF${page}`],
    ["a byte order mark in JSON", "a.json", `\uFEFF${json}`],
    ["two byte order marks", "a.yaml", `\uFEFF\uFEFF${yaml}`],
    ["UTF-16", "a.md", Buffer.concat([Uint8Array.from([0xff, 0xfe]), Buffer.from(page, "utf16le")])],
    [
      "UTF-16, cut",
      "a.md",
      Buffer.concat([Uint8Array.from([0xff, 0xfe]), Buffer.from(page, "utf16le").subarray(0, 501)]),
    ],
    ["CRLF", "a.md", page.replaceAll("\n", "\r\n")],
    ["CR", "a.md", page.replaceAll("\n", "\r")],
    ["tabs", "a.yaml", yaml.replaceAll("  ", "\t")],
    ["bytes that are not UTF-8", "a.md", raw(page, 0xc3, 0x28, 0xff)],
    ["an overlong byte", "a.json", raw(json, 0xc0, 0x80)],
    ["a zero byte", "a.md", raw(page, 0)],
    ["all zero bytes", "a.json", new Uint8Array(1_000_000)],
    ["a page of 6 MB", "a.md", page + " ".repeat(6_000_000)],
    ["4 MB of line breaks", "a.md", page + "\n".repeat(4_000_000)],
    ["4 MB of line breaks in front", "a.txt", "\n".repeat(4_000_000) + page],
    ["4 MB of fences", "a.md", page + "```yaml\n".repeat(500_000)],
    ["4 MB of headings", "a.md", "# a\n".repeat(1_000_000) + page],
    ["4 MB of one line", "a.txt", "POST ".repeat(800_000)],
    ["4 MB of words", "a.txt", "string\nrequired\n".repeat(250_000)],
    ["4 MB of brackets", "a.json", "[".repeat(4_000_000)],
    ["4 MB of braces", "a.yaml", "{".repeat(4_000_000)],
    ["4 MB of quotes", "a.md", page.replace("paths:", `a: ${'"'.repeat(4_000_000)}\npaths:`)],
    ["100 000 spaces in front of each key", "a.yaml", yaml.replace(/^ {2}/m, " ".repeat(100_000))],
    [
      "200 000 keys",
      "a.md",
      page.replace("paths:", `${times(200_000, (index) => `x-${index}: 1`).join("\n")}\npaths:`),
    ],
    ["40 000 keys", "a.md", page.replace("paths:", `${times(40_000, (index) => `x-${index}: 1`).join("\n")}\npaths:`)],
    ["duplicate keys", "a.yaml", `${yaml}paths: {}\npaths: {}\n`],
    ["duplicate keys in JSON", "a.json", json.replace("{", '{"paths":{},"paths":{},')],
    ["duplicate __proto__ in JSON", "a.json", json.replace("{", '{"__proto__":{"paths":5},"__proto__":{},')],
    ["an alias to what is around it", "a.yaml", yaml.replace("paths:", "paths: &a\n  /a: *a")],
    ["an alias to itself", "a.yaml", `x-a: &a [*a]\n${yaml}`],
    ["merge keys", "a.yaml", `x-a: &a { b: 1 }\nx-b: { <<: *a }\n${yaml}`],
    [
      "a merge of 1 000 aliases",
      "a.yaml",
      `x-a: &a { b: 1 }\nx-b: { <<: [${times(1_000, () => "*a").join(", ")}] }\n${yaml}`,
    ],
    ["tags", "a.yaml", `x-a: !!js/function 'function () {}'\nx-b: !<tag:a> 5\n${yaml}`],
    ["several documents", "a.yaml", `${yaml}\n---\n${yaml}\n...\n---\na: 1`],
    ["a number that never ends", "a.json", json.replace("{", `{"x":${"9".repeat(1_000_000)},"y":1e99999,"z":-0,`)],
    ["dates and binary", "a.yaml", `x-a: 2024-01-01\nx-b: !!binary AAAA\nx-c: .inf\nx-d: 0x1F\nx-e: 1_000\n${yaml}`],
    ["keys that are not text", "a.yaml", `? [a, b]\n: 1\n? { c: d }\n: 2\n~: 3\n${yaml}`],
    ...times(9, (level): [string, HostilePage["file"], string] => [
      `aliases, ${level + 2} levels`,
      "a.yaml",
      bombs(level + 2, 10) + yaml,
    ]),
    ...[
      "",
      "{}",
      "[]",
      "null",
      "5",
      '"x"',
      "openapi: 3.0.1",
      "openapi: 3.0.1\npaths:",
      "paths: []",
      "---",
      "{",
      "```",
      "\u0000",
    ].flatMap((text): [string, HostilePage["file"], string][] =>
      (["a.md", "a.json", "a.yaml", "a.txt"] as const).map((file) => [`only ${JSON.stringify(text)}`, file, text]),
    ),
  ];
  return pages.map(([what, file, content]) => ({ what, file, content }));
}

/** @param part the part of the size that large pages have */
export const hostilePages = (part = 1): HostilePage[] => [
  ...wrongTypes(),
  ...circles(),
  ...strangeNames(),
  ...sizes((count) => Math.ceil(count * part)),
  ...bytes(),
];
