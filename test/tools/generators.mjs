// Generators of types and clients: what they write compiles, and its names are ours.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  capital,
  componentNames,
  functionNames,
  JSON_FILE,
  nameProblems,
  operations,
  requestsAndResponses,
  tags,
  uncapital,
  YAML_FILE,
} from "./bundle.mjs";
import { HEY_API, KUBB, OPENAPI_ZOD_CLIENT, ORVAL, SWAGGER_TYPESCRIPT_API } from "./packages.mjs";
import { compile } from "./typescript.mjs";
import { takesExamples } from "./zod.mjs";

/** @typedef {import("./tool.mjs").Tool} Tool */

/** In the table; "parts" are requests and answers. */
const COMPILED = "TypeScript 5.9 strict; names of parts";

/** @type {Tool} */
const openapiTypescript = {
  name: "openapi-typescript",
  shown: ["openapi-typescript"],
  checked: `both files, same types; ${COMPILED}`,
  async check(installed) {
    const types = [];
    for (const [from, to] of [
      [JSON_FILE, "from-json/schema.ts"],
      [YAML_FILE, "from-yaml/schema.ts"],
    ]) {
      await installed.mustRun("openapi-typescript", [from, "--output", to]);
      types.push(readFileSync(path.join(installed.dir, to), "utf8"));
    }
    const dir = path.join(installed.dir, "from-json");
    const used = [...componentNames].map((name) => `  components["schemas"]["${name}"],`);
    writeFileSync(
      path.join(dir, "use.ts"),
      `import type { components, operations } from "./schema.ts";\nexport type Schemas = [\n${used.join("\n")}\n];\n` +
        `export type Operations = [${operations.map(({ id }) => `operations["${id}"]`).join(", ")}];\n`,
    );
    const { problems } = compile(dir);
    problems.push(...nameProblems("schema", componentNames, requestsAndResponses));
    if (types[0] !== types[1]) problems.push("openapi.json and openapi.yaml give different types");
    return { problems };
  },
};

/** @type {Tool} */
const heyApi = {
  name: "hey-api",
  shown: ["@hey-api/openapi-ts"],
  packages: HEY_API,
  newerNode: true,
  checked: `${COMPILED}, functions`,
  async check(installed) {
    await installed.mustRun("@hey-api/openapi-ts", ["-i", JSON_FILE, "-o", "out", "--no-log-file"]);
    const { names, problems } = compile(path.join(installed.dir, "out"));
    problems.push(
      ...nameProblems("type", names, requestsAndResponses),
      ...nameProblems("function", names, functionNames),
    );
    const renamed = [...componentNames].filter((name) => names.has(`${name}2`));
    const notes =
      renamed.length > 0 ? [`${renamed.length} types of its own are called …2, such as ${renamed[0]}2`] : [];
    return { problems, notes };
  },
};

/** @type {Tool} */
const orval = {
  name: "orval",
  shown: ["orval"],
  packages: ORVAL,
  newerNode: true,
  checked: `${COMPILED}, functions, files of tags`,
  async check(installed) {
    const args = ["--input", YAML_FILE, "--output", "out/api.ts", "--client", "fetch", "--mode", "tags"];
    await installed.mustRun("orval", args);
    const { names, problems } = compile(path.join(installed.dir, "out"));
    problems.push(
      ...nameProblems("type", names, requestsAndResponses),
      ...nameProblems("function", names, functionNames),
    );
    const missing = tags.filter((tag) => !existsSync(path.join(installed.dir, `out/${tag}.ts`)));
    if (missing.length > 0) problems.push(`no file for the tags ${missing.join(", ")}`);
    return { problems };
  },
};

/** @type {Tool} */
const kubb = {
  name: "kubb",
  shown: ["@kubb/cli", "zod"],
  packages: KUBB,
  checked: `${COMPILED}, functions; zod takes each example`,
  async check(installed) {
    const plugins = ["oas", "ts", "zod", "client"];
    const imports = plugins.map((name) => `import { plugin${capital(name)} } from "@kubb/plugin-${name}";`);
    writeFileSync(
      path.join(installed.dir, "kubb.config.mjs"),
      `import { defineConfig } from "@kubb/core";\n${imports.join("\n")}
export default defineConfig({
  input: { path: ${JSON.stringify(JSON_FILE)} },
  output: { path: "out", barrelType: false, format: false, lint: false },
  plugins: [
    pluginOas({ generators: [] }),
    pluginTs({ group: { type: "tag" } }),
    pluginZod({ group: { type: "tag" } }),
    pluginClient({ client: "fetch", bundle: true, group: { type: "tag" } }),
  ],
});
`,
    );
    await installed.mustRun("@kubb/cli", ["generate", "--config", "kubb.config.mjs"]);
    const { names, problems } = compile(path.join(installed.dir, "out"));
    problems.push(
      ...nameProblems("type", names, requestsAndResponses),
      ...nameProblems("function", names, functionNames),
    );
    const files = readdirSync(path.join(installed.dir, "out/zod"), { encoding: "utf8", recursive: true });
    const source = files
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `export * from "./out/zod/${file.replaceAll("\\", "/")}";`);
    const taken = await takesExamples(installed.dir, source.join("\n"), (all, name) => all[`${uncapital(name)}Schema`]);
    return { problems: [...problems, ...taken.problems], notes: taken.notes };
  },
};

/** @type {Tool} */
const swaggerTypescriptApi = {
  name: "swagger-typescript-api",
  shown: ["swagger-typescript-api"],
  packages: SWAGGER_TYPESCRIPT_API,
  checked: `${COMPILED}, members of tags`,
  async check(installed) {
    const args = ["generate", "-p", JSON_FILE, "-o", "out", "-n", "api.ts", "--module-name-first-tag"];
    await installed.mustRun("swagger-typescript-api", args);
    const file = path.join(installed.dir, "out/api.ts");
    const { names, problems } = compile(path.dirname(file));
    problems.push(...nameProblems("type", names, requestsAndResponses));
    // One member of the class per tag: `alibabaOrders = {`.
    const members = [...readFileSync(file, "utf8").matchAll(/^ {2}(\S+) = \{$/gm)].map(([, member]) => member);
    const expected = tags.map((tag) => tag.replaceAll(/-./g, (step) => step.charAt(1).toUpperCase()));
    problems.push(...nameProblems("member", members, expected));
    return { problems };
  },
};

/** @type {Tool} */
const openapiZodClient = {
  name: "openapi-zod-client",
  shown: ["openapi-zod-client", "zod"],
  packages: OPENAPI_ZOD_CLIENT,
  checked: `${COMPILED}; zod takes each example`,
  async check(installed) {
    await installed.mustRun("openapi-zod-client", [JSON_FILE, "-o", "api.ts", "--export-schemas"]);
    const { names, problems } = compile(installed.dir);
    problems.push(...nameProblems("schema", names, requestsAndResponses));
    const taken = await takesExamples(installed.dir, 'export * from "./api.ts";', ({ schemas }, name) => schemas[name]);
    return { problems: [...problems, ...taken.problems], notes: taken.notes };
  },
};

export const generators = [openapiTypescript, heyApi, orval, kubb, swaggerTypescriptApi, openapiZodClient];
