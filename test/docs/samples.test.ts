// The code samples of the docs: whole programs, with every character and digit of the contract's examples.
// (test:samples runs each of them against a sandbox.)
import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Document } from "../../scripts/dist/core/openapi.js";
import { SAMPLE_LANGUAGES, type Sample } from "../../scripts/dist/docs/samples/index.js";
import { quoted } from "../../scripts/dist/docs/samples/text.js";
import { operations, webhooks } from "../support/bundle.js";
import { compilers, tsc } from "../support/compilers.js";
import { consumer } from "../support/consumer.js";
import { link } from "../support/packed.js";
import { operationSamples, readDocument, sampleIn, samplesWithBody, webhookSamples } from "../support/samples.js";

const document = readDocument();
const ofOperations = operationSamples(document);
const ofWebhooks = webhookSamples(document);

test("every operation has a sample in each language, in the order of the tabs", () => {
  expect(ofOperations.map(({ id }) => id)).toEqual(operations.map(({ id }) => id));
  for (const { id, samples } of ofOperations) {
    expect(
      samples.map(({ lang, label }) => ({ lang, label })),
      id,
    ).toEqual(SAMPLE_LANGUAGES);
  }
  expect(ofWebhooks.map(({ id }) => id)).toEqual(webhooks.map(({ id }) => id));
  for (const { samples } of ofWebhooks) expect(samples.map(({ label }) => label)).toEqual(["TypeScript", "curl"]);
});

test.each(SAMPLE_LANGUAGES)("what a sample in $label looks like", async ({ label }) => {
  const samples = ofOperations.find(({ id }) => id === "alibaba.orders.cancel")?.samples ?? [];
  await expect(sampleIn(samples, label)).toMatchFileSnapshot(`samples/${label}.txt`);
});

test("no sample holds a secret, and each says where the credentials come from", () => {
  for (const { id, samples } of ofOperations) {
    const signed = id.startsWith("freight.") ? /PANDAPON_WAREHOUSE_SIGN/ : /PANDAPON_ACCESS_SECRET/;
    for (const { source } of samples) expect(source, id).toMatch(signed);
  }
});

describe.each(compilers)("TypeScript $version", (compiler) => {
  test("compiles the samples of all operations and webhooks, under the strictest settings of a caller", async () => {
    const dir = consumer();
    for (const name of ["@types/node", "undici-types"]) link(name, dir);
    writeFileSync(path.join(dir, "package.json"), '{ "type": "module" }');
    const files = [...ofOperations, ...ofWebhooks].flatMap(({ id, samples }) =>
      samples
        .filter(({ lang }) => lang === "typescript")
        .map(({ source }, index) => {
          writeFileSync(path.join(dir, `${id}-${index}.ts`), source);
          return `${id}-${index}.ts`;
        }),
    );
    expect(files).toHaveLength(2 * operations.length + webhooks.length);
    const compilerOptions = {
      strict: true,
      noUnusedLocals: true,
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
      verbatimModuleSyntax: true,
      skipLibCheck: true,
      noEmit: true,
      target: "es2022",
      module: "nodenext",
      types: ["node"],
    };
    writeFileSync(path.join(dir, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
    expect(await tsc(compiler, ["-p", "."], dir)).toMatchObject({ code: 0, stdout: "" });
  });
});

const UNSEEN = /(?![ \n])[\p{C}\p{Z}]/u;

test("a text stays the same in a literal, and has no character that cannot be seen", () => {
  // Halves of surrogate pairs are among them.
  const points = fc.array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 0, max: 0x3000 })));
  fc.assert(
    fc.property(points, (codes) => {
      const text = String.fromCodePoint(...codes);
      const literal = quoted(text);
      return JSON.parse(literal) === text && !UNSEEN.test(literal);
    }),
  );
});

/** What a method sample passes: evaluated as JavaScript. */
function passed(source: string): unknown {
  const [, inputs = ""] = /await pandapon\.[\w.]+\(([^]*)\);\nconsole/.exec(source) ?? [];
  return new Function(`return ${inputs}`)();
}

const HOSTILE = [
  `"quotes" 'and' \`ticks\``,
  "$HOME ${HOME} $(id) `id` \\$ !! !x",
  "back\\slash \\n \\u0041 \\",
  "line\nbreak\r\nand\ttab",
  `"""`,
  `ends with "`,
  "emoji 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 中文　العربية",
  "\u202eright to left\u2028\u2029\u00a0\u0000\u007f",
  "# // /* */ <!-- </script> %s %20 {brace} [x] {{x}}",
  "-d @/etc/passwd",
  "",
];

test("hostile texts reach the call as they are", () => {
  for (const text of HOSTILE) {
    const body = { webSite: "1688", orderId: 2542285634920880794n, cancelReason: text, remark: text, [text]: text };
    const changed = samplesWithBody(document, "alibaba.orders.cancel", body);
    expect(passed(sampleIn(changed, "TypeScript"))).toEqual({ ...body, orderId: "2542285634920880794" });
    // The JSON that curl sends stands in single quotes.
    const [, json = ""] = /\nbody='([^]*)'\n\nanswer=/.exec(sampleIn(changed, "curl")) ?? [];
    const sent = json.replaceAll(String.raw`'\''`, "\0");
    expect(sent).not.toContain("'");
    expect(JSON.parse(sent.replaceAll("\0", "'"))).toMatchObject({ remark: text, [text]: text });
    expect(sent).toContain('"orderId": 2542285634920880794');
  }
});

/** The samples of an operation of another contract. */
function samplesOfOther(method: string, key: string, operation: object, server = "https://shop.test/"): Sample[] {
  const paths = { [key]: { [method]: { operationId: "shop.do", "x-effect": "write", ...operation } } };
  const components = {
    securitySchemes: {
      accessKey: { type: "apiKey", in: "header", name: "access-key" },
      token: { type: "http", scheme: "bearer" },
    },
  };
  // Only what the samples read.
  const other = { openapi: "3.1.1", info: {}, servers: [{ url: server }], paths, components } as unknown as Document;
  const [{ samples = [] } = {}] = operationSamples(other);
  return samples;
}

test.each([
  [
    "a POST without a body",
    samplesOfOther("post", "/do", {}),
    [/shop\.do\(\)/, /POST\("\/do"\)/, /-X POST/, /method="POST"/, /\.method\("POST", BodyPublishers\.noBody\(\)\)/],
  ],
  [
    "a PUT with a body that has no example",
    samplesOfOther("put", "/do", { requestBody: { content: { "application/json": {} } } }),
    [
      /shop\.do\(\)/,
      /body: \{\}/,
      /-X PUT[^]*-d "\$body"/,
      /method="PUT"/,
      /\.method\("PUT", BodyPublishers\.ofString/,
    ],
  ],
  [
    "a path with a value that has no example, and characters that mean something to a shell",
    samplesOfOther("get", '/a$b"c`d/{id}', {}),
    [/./, /GET\("\/a\$b\\"c`d\/\{id\}"\)/, ...Array<RegExp>(3).fill(/"?\/a%24b%22c%60d\/%7Bid%7D"/)],
  ],
  [
    "an access key alone, and a scheme that samples do not know",
    samplesOfOther("get", "/do", { security: [{ accessKey: [], token: [] }] }),
    [
      /./,
      /./,
      /-H "access-key: \$PANDAPON_ACCESS_KEY"\)/,
      /"access-key": os\.environ\["PANDAPON_ACCESS_KEY"\]/,
      /getenv/,
    ],
  ],
  [
    "a server with characters that mean something to a shell",
    samplesOfOther("get", "/do", {}, `https://shop.test/$(id)/'"`),
    [/./, /./, /:-'https:\/\/shop\.test\/\$\(id\)\/'\\''"'\}/, /\$\(id\)\/'\\""\)/, /\$\(id\)\/'\\""\)/],
  ],
])("%s", (_, samples, expected) => {
  expect(samples.map(({ label }) => label)).toEqual(SAMPLE_LANGUAGES.map(({ label }) => label));
  for (const [index, { source }] of samples.entries()) {
    expect(source).toMatch(expected[index] ?? /never/);
    expect(source).not.toMatch(/undefined|MessageDigest|hashlib|openssl/);
  }
});
