// Node's web frameworks: each receives pushes of the sandbox through pandapon-openapi/webhooks/node, in both formats.
import { readFileSync } from "node:fs";
import path from "node:path";
import { ROOT } from "../support/fetch-packages.mjs";
import { installCodegen } from "./generated.mjs";
import { compile, STRICT } from "./typescript.mjs";
import { EXPRESS_4, EXPRESS_5, FASTIFY, FRAMEWORK_TYPES, NEST_HTTP, NEXT, NODES } from "./packages.mjs";

/** @typedef {import("./project.mjs").Consumer} Consumer */

const FRAMEWORKS = [
  { name: "express-4", file: "framework-express", packages: EXPRESS_4, version: EXPRESS_4.express },
  { name: "express-5", file: "framework-express", packages: EXPRESS_5, version: EXPRESS_5.express },
  { name: "fastify", file: "framework-fastify", packages: FASTIFY, version: FASTIFY.fastify },
  { name: "nest", file: "framework-nest", packages: NEST_HTTP, version: NEST_HTTP["@nestjs/platform-fastify"] },
];

/** @type {Consumer[]} */
const servers = FRAMEWORKS.flatMap(({ name, file, packages, version }) =>
  ["mjs", "cjs"].map((format) => ({
    name: `webhooks-${name}-${format === "mjs" ? "esm" : "cjs"}`,
    version,
    packages,
    binary: NODES[24],
    // The server of the suite is not called: the sandbox pushes to the framework.
    calls: false,
    run(project) {
      project.install();
      installCodegen(project.dir, project.packed.codegen);
      project.copy(`${file}.js`, `${file}.${format}`);
      project.copy("frameworks.js", `main.${format}`, { "FRAMEWORK.js": `${file}.${format}` });
      return project.results(`main.${format}`);
    },
  })),
);

/** @type {Consumer} */
const types = {
  name: "webhooks-types",
  version: "5.9.3",
  packages: FRAMEWORK_TYPES,
  calls: false,
  async run(project) {
    project.install({ type: "module" });
    project.copy("framework-types.ts", "main.ts");
    // The frameworks' own declarations have errors under these settings.
    const own = { module: "nodenext", lib: ["es2022"], types: ["node"], skipLibCheck: true };
    project.write({
      "tsconfig.json": JSON.stringify({ compilerOptions: { ...STRICT, ...own }, include: ["main.ts"] }),
    });
    return compile(project, ["main.ts"]);
  },
};

/** @type {Consumer} */
const next = {
  name: "webhooks-next",
  version: NEXT.next,
  packages: NEXT,
  binary: NODES[24],
  calls: false,
  async run(project) {
    project.install();
    installCodegen(project.dir, project.packed.codegen);
    project.copy("framework-next.mjs", "main.mjs");
    project.copy("framework-next-handler.js", "handler.js");
    const pages = (/** @type {string} */ more) =>
      `import { toNodeHandler } from "pandapon-openapi/webhooks/node";\nimport { handler } from "../../handler.js";\nexport default toNodeHandler(handler);\n${more}`;
    project.write({
      "credentials.mjs":
        'import { SANDBOX_CREDENTIALS } from "pandapon-codegen/sandbox";\nconsole.log(JSON.stringify(SANDBOX_CREDENTIALS));',
      "app/layout.js": "export default ({ children }) => <html><body>{children}</body></html>;",
      "app/app/route.js": 'import { handler } from "../../handler.js";\nexport const POST = handler;\n',
      "pages/api/raw.js": pages("export const config = { api: { bodyParser: false } };\n"),
      "pages/api/parsed.js": pages(""),
    });
    const credentials = (await project.must("credentials.mjs", [])).trim();
    project.write({ "credentials.js": `export const SANDBOX_CREDENTIALS = ${credentials};\n` });
    await project.must(project.command("next"), ["build", "--webpack"], { NEXT_TELEMETRY_DISABLED: "1" });
    return project.results("main.mjs");
  },
};

/** What docs/webhooks-frameworks.md uses and does not install. */
const AMBIENT = `
interface Served { fetch(request: Request): Promise<Response> }
interface ExportedHandler {
  fetch(request: Request, env: object, context: { waitUntil(work: Promise<unknown>): void }): Promise<Response>;
}
declare namespace Bun { function serve(options: Served): void }
declare namespace Deno { function serve(handle: (request: Request, info: { remoteAddr: object }) => Promise<Response>): void }
`;

/**
 * The programs of docs/webhooks-frameworks.md, one file per section. The first section is the module that the others import.
 * @type {Consumer}
 */
const docs = {
  name: "webhooks-docs",
  version: "5.9.3",
  packages: { ...FRAMEWORK_TYPES, ...NEST_HTTP },
  calls: false,
  async run(project) {
    project.install({ type: "module" });
    const page = readFileSync(path.join(ROOT, "docs/webhooks-frameworks.md"), "utf8");
    const sections = page
      .split(/^## /m)
      .map((text) => [...text.matchAll(/^```ts\n([^]*?)^```/gm)].map(([, code]) => code));
    const [shared = [], ...others] = sections;
    const files = others.map((code, index) => [
      `section-${index}.ts`,
      // All files are in one folder here.
      code.join("").replaceAll('"../../../webhooks.js"', '"./webhooks.js"'),
    ]);
    project.write({
      "webhooks.ts": shared.join(""),
      "app.module.ts": "export class AppModule {}\n",
      "ambient.d.ts": AMBIENT,
      ...Object.fromEntries(files),
    });
    const own = {
      module: "nodenext",
      lib: ["es2022"],
      types: ["node"],
      skipLibCheck: true,
      experimentalDecorators: true,
    };
    project.write({ "tsconfig.json": JSON.stringify({ compilerOptions: { strict: true, noEmit: true, ...own } }) });
    return compile(project, []);
  },
};

export const frameworks = [...servers, next, types, docs];
