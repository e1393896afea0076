// TypeScript: a consumer's program under the versions and the settings that people have. It holds wrong lines, to prove that the
// types are found: the compiler must refuse these, and no others.
import { readFileSync } from "node:fs";
import path from "node:path";
import { addProgram } from "./generated.mjs";
import { NEST, NODES, typescript } from "./packages.mjs";

/** @typedef {import("./project.mjs").Consumer} Consumer */

/** Whose `fetch` it is: Node's own, or the web's. */
const [ON_NODE, ON_WEB] = [
  { lib: ["es2022"], types: ["node"] },
  { lib: ["es2022", "dom", "dom.iterable"], types: [] },
];
const VERBATIM = { verbatimModuleSyntax: true };
const [ESM, BOTH] = [
  { "main.ts": "types.ts" },
  { "main.mts": "types.ts", "main.cts": "types.ts", "observed.mts": "observed.ts", "observed.cts": "observed.ts" },
];
/** Per setting: the options, the files by the name of their template, and the type of the project if it has one. */
const SETTINGS = {
  bundler: { options: { module: "esnext", moduleResolution: "bundler", ...ON_WEB, ...VERBATIM }, files: ESM },
  preserve: { options: { module: "preserve", ...ON_NODE, ...VERBATIM }, files: ESM },
  nodenext: { options: { module: "nodenext", ...ON_NODE }, files: BOTH, type: "module" },
  node16: { options: { module: "node16", ...ON_WEB }, files: BOTH },
  node20: { options: { module: "node20", ...ON_NODE }, files: BOTH },
  node10: { options: { module: "commonjs", moduleResolution: "node10", ...ON_NODE }, files: ESM },
  "node10-deprecated": {
    options: { module: "commonjs", moduleResolution: "node10", ignoreDeprecations: "6.0", ...ON_NODE },
    files: ESM,
  },
  commonjs: { options: { module: "commonjs", moduleResolution: "bundler", ...ON_NODE }, files: ESM },
};
/** @type {Record<string, (keyof typeof SETTINGS)[]>} */
const VERSIONS = {
  "5.4.5": ["bundler", "preserve", "nodenext", "node16", "node10"],
  "5.9.3": ["bundler", "preserve", "nodenext", "node16", "node20", "node10"],
  "6.0.3": ["bundler", "preserve", "nodenext", "node16", "node20", "node10-deprecated", "commonjs"],
  "7.0.2": ["bundler", "preserve", "nodenext", "node16", "node20", "commonjs"],
};
export const STRICT = {
  target: "es2022",
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noImplicitReturns: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  isolatedModules: true,
  skipLibCheck: false,
  noEmit: true,
};

/**
 * Compiles a project, and compares what the compiler refuses with the lines that are marked as wrong.
 * @param {import("./project.mjs").Project} project with a tsconfig.json
 * @param {string[]} files those with marks
 */
export async function compile(project, files) {
  const { code, output } = await project.run(project.node, [project.command("typescript", "tsc"), "--pretty", "false"]);
  const refused = new Set(output.match(/^[^\s(]+\(\d+/gm) ?? []);
  const marked = files.flatMap((file) =>
    readFileSync(path.join(project.dir, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (line.endsWith("// wrong") ? [`${file}(${index + 1}`] : [])),
  );
  const missed = marked.filter((line) => !refused.delete(line));
  const unexpected = output
    .split("\n")
    .filter((line) => (/^error/.test(line) ? true : refused.has(/^[^\s(]+\(\d+/.exec(line)?.[0] ?? "")));
  if (code !== 0 && marked.length === missed.length && unexpected.length === 0) unexpected.push(output);
  return [
    { name: "it compiles", ...(unexpected.length > 0 && { reason: unexpected.join("\n") }) },
    { name: "wrong types are refused", ...(missed.length > 0 && { reason: `not refused: ${missed.join(") ")})` }) },
  ];
}

/** @type {Consumer[]} */
const programs = Object.entries(VERSIONS).flatMap(([version, settings]) =>
  settings.map((setting) => ({
    name: `types-${version.slice(0, 3)}-${setting}`,
    version,
    packages: typescript(version),
    calls: false,
    run(project) {
      const { options, files, type } = SETTINGS[setting];
      project.install({ type });
      for (const [to, from] of Object.entries(files)) project.copy(from, to);
      addProgram(project, "./pandapon/index.js");
      project.copy("refunds-wrong.ts", "wrong.ts", { GENERATED: "./pandapon/index.js" });
      const erasable = Number(version.slice(0, 3)) > 5.7 && { erasableSyntaxOnly: true };
      const compilerOptions = { ...STRICT, ...erasable, ...options };
      project.write({ "tsconfig.json": JSON.stringify({ compilerOptions }) });
      return compile(project, [...Object.keys(files), "wrong.ts"]);
    },
  })),
);

/** As Nest's starters have been set, and are set now. */
const NEST_OPTIONS = {
  commonjs: {
    module: "commonjs",
    moduleResolution: "node10",
    target: "es2021",
    strictNullChecks: true,
    skipLibCheck: true,
  },
  nodenext: { module: "nodenext", moduleResolution: "nodenext", target: "es2023", isolatedModules: true, strict: true },
};
/** Also on a Node that loads only the CommonJS build by `require`. @type {Consumer[]} */
const nest = Object.entries(NEST_OPTIONS).map(([name, options]) => ({
  name: `nest-${name}`,
  version: NEST["@nestjs/core"],
  packages: NEST,
  binary: NODES["22.11"],
  async run(project) {
    project.install();
    project.copy("nest.ts", "src/main.ts");
    const compilerOptions = {
      ...{ outDir: "dist", rootDir: "src", types: ["node"], emitDecoratorMetadata: true, experimentalDecorators: true },
      ...{ declaration: true, sourceMap: true, removeComments: true, allowSyntheticDefaultImports: true, ...options },
    };
    project.write({ "tsconfig.json": JSON.stringify({ compilerOptions, include: ["src"] }) });
    await project.must(project.command("typescript", "tsc"), []);
    return [...(await project.results("dist/main.js")), ...(await project.results("dist/main.js", process.execPath))];
  },
}));

export const compilers = [...programs, ...nest];
