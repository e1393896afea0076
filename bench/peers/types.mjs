// Asks TypeScript: how many errors a client has under four settings, and which programs its types allow.
import { execFile } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { manifest, ROOT } from "../../test/support/fetch-packages.mjs";

const LIMIT_MS = 120_000;

const OLDER = path.join(ROOT, "scripts/node_modules");
const NEWER = path.join(ROOT, "node_modules");
/** The versions of TypeScript. */
const [older, newer] = [OLDER, NEWER].map((place) => manifest(place, "typescript").version);
export const OLDER_VERSION = older;

const STRICT = { strict: true, skipLibCheck: false, module: "esnext", moduleResolution: "bundler" };
const EXACT = { ...STRICT, exactOptionalPropertyTypes: true };
const STRICTEST = {
  ...EXACT,
  noUncheckedIndexedAccess: true,
  module: "nodenext",
  moduleResolution: "nodenext",
  verbatimModuleSyntax: true,
};

/** @typedef {{ title: string, place: string, options: object }} Setting `place` holds the compiler */
/** Each adds to the one before. @type {Setting[]} */
const SETTINGS = [
  { title: "`strict`, `skipLibCheck: false`", place: OLDER, options: STRICT },
  { title: "… and `exactOptionalPropertyTypes`", place: OLDER, options: EXACT },
  {
    title: "… and `noUncheckedIndexedAccess`, `nodenext`, `verbatimModuleSyntax`",
    place: OLDER,
    options: STRICTEST,
  },
  { title: `… and TypeScript ${newer}`, place: NEWER, options: STRICTEST },
];
export const TITLES = SETTINGS.map(({ title }) => title);

/** What the programs use of Node. The declarations of all of Node would take most of the time. */
export const NODE = `declare const process: { env: Record<string, string | undefined> };
declare module "node:crypto" {
  export function createHash(name: string): { update(text: string): { digest(encoding: "hex"): string } };
  export function randomBytes(size: number): { toString(encoding: "hex"): string };
}
`;

/**
 * @param {string} dir holds the client and calls/
 * @param {string} program a module in calls/ that uses the client
 * @returns {Promise<number[]>} the errors in the client, for each setting
 */
export async function clientErrors(dir, program) {
  checkAll(path.join(dir, "out"));
  const checks = SETTINGS.map(async ({ title, place, options }, index) => {
    const { client, programs } = await check(dir, `tsconfig-${index}.json`, place, options, [program]);
    if (programs.size > 0) throw new Error(`the program does not compile: ${title}`);
    return client;
  });
  return Promise.all(checks);
}

/**
 * @param {string} dir
 * @param {string[]} programs modules in calls/
 * @returns {Promise<string[]>} those that compile
 */
export async function allowedPrograms(dir, programs) {
  const options = { ...STRICT, skipLibCheck: true };
  const refused = await check(dir, "tsconfig.json", NEWER, options, programs);
  return programs.filter((name) => !refused.programs.has(name));
}

/** Some generators switch the compiler off in their files. @param {string} out */
function checkAll(out) {
  if (!existsSync(out)) return;
  for (const name of readdirSync(out, { encoding: "utf8", recursive: true })) {
    const file = path.join(out, name);
    if (!name.endsWith(".ts")) continue;
    const text = readFileSync(file, "utf8");
    if (text.includes("@ts-nocheck")) writeFileSync(file, text.replaceAll("@ts-nocheck", ""));
  }
}

/**
 * @param {string} dir @param {string} file the name of the configuration @param {string} place
 * @param {object} options @param {string[]} names
 * @returns {Promise<{ client: number, programs: Set<string> }>} errors in the client, and the programs with errors
 */
async function check(dir, file, place, options, names) {
  const config = {
    compilerOptions: {
      ...options,
      noEmit: true,
      target: "es2022",
      lib: ["es2023", "dom", "dom.iterable"],
      types: [],
    },
    include: ["out", "calls/node.d.ts", ...names.map((name) => `calls/${name}.ts`)],
  };
  writeFileSync(path.join(dir, file), JSON.stringify(config));
  const output = await run(path.join(place, "typescript/bin/tsc"), dir, file);
  /** @type {Set<string>} */
  const programs = new Set();
  let client = 0;
  for (const [line, at] of output.matchAll(/^(?:(.+?)\(\d+,\d+\): )?error TS\d+: .*$/gm)) {
    const program = at?.match(/^calls\/(.+)\.ts$/)?.[1];
    if (program !== undefined) programs.add(program);
    else if (at === undefined || at.includes("typescript/lib/")) throw new Error(line);
    else client += 1;
  }
  return { client, programs };
}

/** @param {string} tsc @param {string} dir @param {string} config @returns {Promise<string>} its errors */
function run(tsc, dir, config) {
  const options = { cwd: dir, timeout: LIMIT_MS, maxBuffer: 2 ** 26 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [tsc, "-p", config, "--pretty", "false"], options, (error, stdout, stderr) => {
      if (error === null || stdout.includes("error TS")) resolve(stdout);
      else reject(new Error(`tsc ended without a result: ${stderr || error.message}`));
    });
  });
}
