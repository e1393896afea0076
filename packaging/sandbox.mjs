// `npm run build:sandbox`: compiles the part of the contract that the sandbox needs into one module without dependencies.
// Compiling schemas at run time needs eval, which workers and strict pages forbid.
import { readFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { parse, stringify } from "lossless-json";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const OUT = path.join(ROOT, "scripts/dist/sandbox/contract/compiled.js");
const text = readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8");
const bundle = JSON.parse(text);
/** The same with all digits. */
const exact = /** @type {any} */ (parse(text));

const ajv = new Ajv2020({ strict: false, code: { source: true, esm: true }, formats: { int32: true, int64: true } });
ajv.addSchema(bundle, "contract");
const pointer = (/** @type {string} */ name) => name.replaceAll("~", "~0").replaceAll("/", "~1");
/** @type {Record<string, string>} */
const validators = {};
/** @type {string[]} */
const entries = [];
for (const [url, item] of Object.entries(bundle.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    const id = operation.operationId;
    const name = id.replaceAll(".", "_");
    const example = exact.paths[url][method].responses["200"].content["application/json"].example;
    const fields = [`answer: ${JSON.stringify(stringify(example))}`, `bases: []`];
    if (operation.requestBody) {
      const ref = `contract#/paths/${encodeURIComponent(pointer(url))}/${method}/requestBody/content/application~1json/schema`;
      ajv.addSchema({ $ref: ref }, name);
      validators[name] = name;
      fields.push(`body: v.${name}`);
    }
    entries.push(`${JSON.stringify(id)}: { ${fields.join(", ")} }`);
  }
}
const code = standalone.default(ajv, validators);
const source = `import * as v from "validators"; export const OPERATIONS = { ${entries.join(",\n")} };`;
mkdirSync(path.dirname(OUT), { recursive: true });
const result = await build({
  stdin: { contents: source, resolveDir: ROOT },
  bundle: true,
  format: "esm",
  minify: true,
  platform: "neutral",
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
