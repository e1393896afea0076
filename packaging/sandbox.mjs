// `npm run build:sandbox`: compiles the part of the contract that the sandbox needs into one module without dependencies.
// Compiling schemas at run time needs eval, which workers and strict pages forbid.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { _ } from "ajv/dist/compile/codegen/index.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { parse, stringify } from "lossless-json";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUT = path.join(ROOT, "scripts/dist/sandbox/contract/compiled.js");
/** What is PandaPon's word, but of another page than that of the operation, is not among them. The weakest is last. */
const WEAK_BASES = ["v2", "inferred", "upstream", "client", "observed"];
/** @typedef {Record<string, any>} Node a node of the bundle */

const text = readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8");
/** @type {Node} */
const bundle = JSON.parse(text);
/** The same with all digits. */
const exact = /** @type {Node} */ (parse(text));

/** @param {unknown} value @param {(node: Node) => void} visit */
function everyNode(value, visit) {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) visit(value);
  for (const [name, one] of Object.entries(value)) {
    if (!["example", "examples", "x-evidence"].includes(name)) everyNode(one, visit);
  }
}

// A `format` says how many bits an integer has, also if it is written as text. JavaScript has no 2^63 - 1: flows see the digits.
everyNode(bundle, (schema) => {
  const bits = { int32: 31, int64: 63 }[/** @type {string} */ (schema.format)];
  if (bits === undefined) return;
  delete schema.format;
  const types = [schema.type].flat();
  if (types.includes("integer"))
    Object.assign(schema, { minimum: -(2 ** bits), maximum: 2 ** bits - (bits < 53 ? 1 : 0) });
  if (types.includes("string")) schema.pattern = "^(?:-?[0-9]{1,19})?$";
});

const ajv = new Ajv2020({ strict: false, messages: false, code: { source: true, esm: true, lines: false } });
// JSON Schema only notes the content of a text. Here the text is read, and its content is checked like any other value.
ajv.removeKeyword("contentSchema");
ajv.addKeyword({
  keyword: "contentSchema",
  type: "string",
  schemaType: "object",
  error: { message: "", params: _`{}` },
  code(cxt) {
    const { gen, data } = cxt;
    const content = gen.let("content");
    const isJson = gen.let("isJson", true);
    gen.try(
      () => gen.assign(content, _`JSON.parse(${data})`),
      () => gen.assign(isJson, false),
    );
    cxt.fail(_`!${isJson}`);
    gen.if(isJson, () => {
      const valid = gen.name("valid");
      cxt.subschema({ keyword: "contentSchema", data: content }, valid);
      cxt.ok(valid);
    });
  },
});
ajv.addSchema({ components: { schemas: bundle.components.schemas } }, "contract");

/** Lets references lead into the bundle. @param {Node} schema @returns {Node} */
const within = (schema) =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/components/', '"$ref":"contract#/components/'));

/** @type {Record<string, string>} */
const validators = {};
/** @param {string} name @param {Node} schema @returns {string} the code that leads to the validator */
function validator(name, schema) {
  ajv.addSchema(within(schema), name);
  validators[name] = name;
  return `v.${name}`;
}

/** The sandbox shows the address and the goods of an order as v2's batch create does. The contract leaves them open in the detail. */
const SHOWN_BESIDES = { "alibaba.orders.get": ["v2"] };

/** What is not PandaPon's v1 word in an answer. @param {Node} operation @returns {string[]} */
function basesOf({ operationId, responses, "x-evidence": evidence }) {
  const { schema } = responses["200"].content["application/json"];
  const found = new Set(SHOWN_BESIDES[operationId]);
  const seen = new Set();
  let said = "";
  const read = (/** @type {Node} */ one) =>
    everyNode(one, (node) => {
      if (seen.has(node)) return;
      seen.add(node);
      found.add(node["x-evidence"]?.basis);
      said += node.description ?? "";
      if (typeof node.$ref === "string") read(bundle.components.schemas[node.$ref.split("/").at(-1)]);
    });
  read(schema);
  // The contract gives no type to what nobody shows. Then its description tells what upstream answers, if that is known.
  const isShown = evidence.response === "complete" || found.has("example");
  if (!isShown && !WEAK_BASES.some((basis) => found.has(basis)))
    found.add(/upstream/i.test(said) ? "upstream" : "inferred");
  return WEAK_BASES.filter((basis) => found.has(basis));
}

/** A schema with the parts that hold besides: what its `$ref` leads to, its `allOf`, the first of its `anyOf`. @param {Node} schema @returns {Node[]} */
const partsOf = (schema) => [
  schema,
  ...[...(schema.allOf ?? []), ...(schema.anyOf ?? []).slice(0, 1)].flatMap(partsOf),
  ...(schema.$ref ? partsOf(bundle.components.schemas[schema.$ref.split("/").at(-1)]) : []),
];

/** The least that a schema accepts: what a refusal has as `data` where the contract requires it. @param {Node} schema @returns {unknown} */
function leastOf(schema) {
  const parts = partsOf(schema);
  const types = parts.flatMap((part) =>
    [part.type ?? [], (part.anyOf ?? []).map((/** @type {Node} */ one) => one.type)].flat(2),
  );
  if (types.includes("null")) return null;
  const [values] = parts.flatMap((part) => (part.enum ? [part.enum] : []));
  if (values) return values[0];
  if (types.length > 0 && !types.includes("object")) {
    return { string: "", integer: 0, number: 0, boolean: false, array: [] }[/** @type {string} */ (types[0])];
  }
  const properties = Object.assign({}, ...parts.map((part) => part.properties));
  const required = parts.flatMap((part) => part.required ?? []);
  return Object.fromEntries(required.map((name) => [name, leastOf(properties[name])]));
}

const entries = Object.entries(bundle.paths).flatMap(([url, item]) =>
  Object.entries(/** @type {Node} */ (item)).map(([method, operation]) => {
    const { operationId, parameters = [], requestBody } = operation;
    const name = operationId.replaceAll(".", "_");
    const content = exact.paths[url][method].responses["200"].content["application/json"];
    const fields = [
      `answer: ${JSON.stringify(stringify(content.example))}`,
      `bases: ${JSON.stringify(basesOf(operation))}`,
      `query: ${JSON.stringify(parameters.filter((/** @type {Node} */ one) => one.in === "query").map((/** @type {Node} */ one) => one.name))}`,
    ];
    const least = /** @type {Node} */ (leastOf(operation.responses["200"].content["application/json"].schema));
    if ("data" in least) fields.push(`refused: ${JSON.stringify(JSON.stringify(least.data))}`);
    if (requestBody) {
      fields.push(`body: ${validator(`${name}_body`, requestBody.content["application/json"].schema)}`);
      fields.push(`needsBody: ${requestBody.required === true}`);
    }
    if (parameters.length > 0) {
      const required = parameters.filter((/** @type {Node} */ one) => one.required);
      const schema = {
        type: "object",
        properties: Object.fromEntries(parameters.map((/** @type {Node} */ one) => [one.name, one.schema])),
        required: required.map((/** @type {Node} */ one) => one.name),
      };
      fields.push(`parameters: ${validator(`${name}_parameters`, schema)}`);
    }
    return `${JSON.stringify(operationId)}: { ${fields.join(", ")} }`;
  }),
);
const code = standalone.default(ajv, validators);
const source = `import * as v from "validators"; export const OPERATIONS = { ${entries.join(",\n")} };`;
mkdirSync(path.dirname(OUT), { recursive: true });
const result = await build({
  stdin: { contents: source, resolveDir: ROOT },
  bundle: true,
  format: "esm",
  minify: true,
  platform: "neutral",
  mainFields: ["main"],
  write: false,
  plugins: [
    {
      name: "validators",
      setup(own) {
        own.onResolve({ filter: /^validators$/ }, () => ({ path: "validators", namespace: "made" }));
        own.onLoad({ filter: /.*/, namespace: "made" }, () => ({ contents: code, resolveDir: ROOT }));
      },
    },
  ],
});
writeFileSync(OUT, result.outputFiles[0].text);
// The compiler does not copy declarations.
copyFileSync(path.join(ROOT, "scripts/sandbox/contract/compiled.d.ts"), OUT.replace(/\.js$/, ".d.ts"));
