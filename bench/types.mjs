// Counts what calls cost the type checker: instantiations of TypeScript 7 for one call and for forty, minus those of a file that only imports.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { operationTable } from "pandapon-openapi";
import { parseExact } from "../dist/src/codec/parse.js";
import { treeOf } from "../dist/src/codec/shape.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WORK = path.join(ROOT, "node_modules/.cache/pandapon-bench-types");
const TSC = path.join(ROOT, "node_modules/typescript/bin/tsc");

/** @type {Record<string, Record<string, any>>} */
const { paths } = JSON.parse(readFileSync(path.join(ROOT, "generated/openapi.json"), "utf8"));

/** Calls with the inputs of the contract's examples, as callers write them. */
const calls = Object.entries(operationTable).map(([id, contract]) => {
  const operation = paths[contract.path]?.[contract.method.toLowerCase()];
  const body = operation.requestBody?.content["application/json"].example;
  /** @type {Record<string, Record<string, unknown>>} */
  const params = {};
  for (const parameter of operation.parameters ?? []) {
    // The body has this input too.
    if (parameter["x-alternative"] !== undefined) continue;
    (params[parameter.in] ??= {})[parameter.name] = parameter.example;
  }
  const asWritten = (/** @type {object} */ inputs) => parseExact(JSON.stringify(inputs), treeOf(contract.request));
  const input = JSON.stringify(asWritten({ ...params["path"], ...params["query"], ...body }));
  const init = JSON.stringify({ params, ...(body !== undefined && { body: asWritten(body) }) });
  return {
    methods: `await pandapon.${id}(${input});`,
    paths: `await client.${contract.method}(${JSON.stringify(contract.path)}, ${init});`,
  };
});

/** @type {{ name: string, imports: string[], make: string, calls: "methods" | "paths", aim?: number }[]} */
const FACES = [
  {
    name: "methods",
    imports: ['import { createPandaPon } from "pandapon-openapi";'],
    make: "const pandapon = createPandaPon();",
    calls: "methods",
    aim: 200,
  },
  {
    name: "paths",
    imports: ['import { createClient } from "pandapon-openapi";'],
    make: "const client = createClient();",
    calls: "paths",
  },
  {
    name: "bare openapi-fetch",
    imports: ['import createFetch from "openapi-fetch";', 'import type { paths } from "pandapon-openapi";'],
    make: "const client = createFetch<paths>();",
    calls: "paths",
  },
];

/** @param {string} name @param {string[]} lines of a program @returns {number} instantiations */
function instantiations(name, lines) {
  const file = path.join(WORK, `${name}.ts`);
  writeFileSync(file, `${lines.join("\n")}\nexport {};\n`);
  const options = ["--strict", "--noEmit", "--skipLibCheck", "--target", "es2022", "--module", "nodenext"];
  // One checker, so that nothing is counted twice.
  const args = [TSC, "--ignoreConfig", "--singleThreaded", "--extendedDiagnostics", ...options, "--types", "", file];
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: WORK, encoding: "utf8" });
  if (status !== 0) throw new Error(`${file} does not compile:\n${stdout}`);
  return Number(/^Instantiations: +(\d+)$/m.exec(stdout)?.[1]);
}

rmSync(WORK, { recursive: true, force: true });
mkdirSync(WORK, { recursive: true });
console.log("instantiations, minus those of a file that only imports\n");
for (const [face, { name, imports, make, calls: form, aim }] of FACES.entries()) {
  const baseline = instantiations(`${face}-import`, imports);
  const statements = calls.map((call) => call[form]);
  // Every operation, and the first one again.
  for (const some of [statements.slice(0, 1), [...statements, ...statements.slice(0, 1)]]) {
    const count = instantiations(`${face}-${some.length}`, [...imports, make, ...some]) - baseline;
    const each = Math.round(count / some.length);
    console.log(
      name.padEnd(18),
      String(some.length).padStart(3),
      some.length === 1 ? "call " : "calls",
      String(count).padStart(6),
      `${String(each).padStart(6)} per call`,
      aim === undefined ? "" : ` at most ${aim}: ${each <= aim ? "met" : "MISSED"}`,
    );
  }
}
rmSync(WORK, { recursive: true, force: true });
