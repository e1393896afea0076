// Runs the samples of the docs in each language against sandboxes, and compares what the sandboxes saw and what the samples printed.
import { once } from "node:events";
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { transform } from "esbuild";
import { createSandbox } from "pandapon-codegen/sandbox";
import { CASES, PUSHES } from "./cases.mjs";
import { printProblem, requestProblem } from "./compare.mjs";
import { PYTHON, run } from "./tools.mjs";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const ROOT = path.join(HERE, "../..");

/** @typedef {{ label: string, file: (index: string, source: string) => Promise<[name: string, text: string]>, start: (dir: string, env: object) => Promise<string> }} Language */

const driver = (name) => path.join(HERE, "drivers", name);
const script = async (source) => (await transform(source, { loader: "ts" })).code;
const node = (dir, env) => run(process.execPath, [driver("run.mjs")], dir, env);

/** @type {Language[]} */
const LANGUAGES = [
  { label: "TypeScript", file: async (index, source) => [`${index}.mjs`, await script(source)], start: node },
  {
    label: "TypeScript (openapi-fetch)",
    file: async (index, source) => [`${index}.mjs`, await script(source)],
    start: node,
  },
  {
    label: "curl",
    file: async (index, source) => [`${index}.sh`, source],
    start: (dir, env) => run("bash", [driver("run.sh")], dir, env),
  },
  {
    label: "Python",
    file: async (index, source) => [`${index}.py`, source],
    start: (dir, env) => run(PYTHON, [driver("run.py")], dir, env),
  },
  {
    label: "Java",
    file: async (index, source) => [`s${index}/Call.java`, `package s${index};\n${source}`],
    start: (dir, env) => run("java", ["-cp", ".", "Run", ...CASES.map((_, index) => nameOf(index))], dir, env),
  },
];

const nameOf = (index) => String(index).padStart(3, "0");

/** Answers of the freight group have no code. */
const isRefused = ({ code = 200 }) => code !== 200;

/** What a round asks the sandbox to do, and which samples must say that their call failed. */
const ROUNDS = [
  { name: "as it is", prepare: () => undefined, fails: isRefused },
  {
    name: "a code other than 200 on HTTP 200",
    prepare: (sandbox) => sandbox.fail({ operation: "*", kind: "envelope-error", times: Infinity }),
    fails: () => true,
  },
  {
    name: "a second level that is false",
    prepare: (sandbox) => {
      const flagged = new Set(CASES.filter((one) => one.flagged).map(({ id }) => id));
      for (const operation of flagged) sandbox.fail({ operation, kind: "second-level", times: Infinity });
    },
    fails: ({ code }, { flagged }) => flagged || isRefused({ code }),
  },
];

/**
 * @param {string} dir @param {(name: string, reason: string) => void} fail
 */
export async function checkPrograms(dir, fail) {
  // It stands still, so that the answers in all languages have the same times.
  const start = Date.now();
  const sites = await Promise.all(
    LANGUAGES.map((language) => prepare(language, path.join(dir, language.label), start)),
  );
  try {
    for (const { name, prepare, fails } of ROUNDS) {
      await Promise.all(
        sites.map(async ({ sandbox, run }) => {
          sandbox.reset();
          prepare(sandbox);
          await run();
        }),
      );
      const ran = Object.fromEntries(sites.map((site) => [site.label, CASES.map((_, index) => resultOf(site, index))]));
      const problems = [];
      for (const { label, sandbox } of sites) {
        if (sandbox.log.length !== CASES.length) problems.push([label, `it made ${sandbox.log.length} calls`]);
      }
      for (const [index, one] of CASES.entries()) {
        const results = Object.fromEntries(Object.entries(ran).map(([label, all]) => [label, all[index]]));
        const first = results.curl;
        for (const [label, result] of Object.entries(results)) {
          const problem = requestProblem(one, result, first, {
            isExact: !label.startsWith("TypeScript"),
            shouldFail: fails(first, one),
          });
          if (problem !== undefined) problems.push([`${one.name}, ${label}`, `${problem}\n${result.err}`]);
        }
        const isPrinted = problems.length === 0 && !fails(first, one);
        const problem = isPrinted ? printProblem(results) : undefined;
        if (problem !== undefined) problems.push([`${one.name}, ${problem[0]}`, problem[1]]);
      }
      for (const [what, reason] of problems) fail(`samples, ${name}: ${what}`, reason);
      const refused = ran.curl.filter(isRefused).length;
      if (problems.length > 0) continue;
      console.log(`passed  samples, ${name}: ${CASES.length} calls in ${sites.length} languages, ${refused} refused`);
    }
    await checkCommand(dir, sites, fail);
    await checkPushes(dir, sites[0].env, fail);
  } finally {
    await Promise.all(sites.map(({ close }) => close()));
  }
}

/** Writes the samples of a language, and starts its sandbox. */
async function prepare({ label, file, start }, dir, now) {
  mkdirSync(path.join(dir, "node_modules"), { recursive: true });
  symlinkSync(ROOT, path.join(dir, "node_modules/pandapon-openapi"), "junction");
  const files = await Promise.all(CASES.map(({ samples }, index) => file(nameOf(index), sampleIn(samples, label))));
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), text);
  }
  if (label === "Java") {
    copyFileSync(driver("Run.java"), path.join(dir, "Run.java"));
    await run(
      "javac",
      ["-encoding", "UTF-8", "-Xlint:all", "-Werror", "Run.java", ...files.map(([name]) => name)],
      dir,
    );
  }
  const sandbox = createSandbox({ now: () => now });
  const { url, close } = await sandbox.listen();
  const { accessKey, accessSecret, userId } = sandbox.credentials;
  const env = {
    PATH: process.env.PATH,
    // What is read and printed must not depend on the locale.
    LC_ALL: "C",
    PANDAPON_ACCESS_KEY: accessKey,
    PANDAPON_ACCESS_SECRET: accessSecret,
    PANDAPON_USER_ID: userId,
    PANDAPON_WAREHOUSE_SIGN: "a+b/c=&d",
    PANDAPON_BASE_URL: url,
  };
  return { label, dir, sandbox, env, close, run: () => start(dir, env) };
}

const sampleIn = (samples, label) => samples.find((one) => one.label === label).source;

/** What the sandbox saw of a sample, and how it ended. */
function resultOf({ dir, sandbox }, index) {
  const entry = sandbox.log[index] ?? {};
  const [out, err, status] = ["out", "err", "status"].map((end) =>
    readFileSync(path.join(dir, `${nameOf(index)}.${end}`), "utf8"),
  );
  return { ...entry, out, err, ended: Number(status) };
}

/** Runs one sample by the command that its first line names, in a folder and a locale that say nothing of UTF-8. */
async function checkCommand(dir, sites, fail) {
  const { env } = sites.find(({ label }) => label === "Java");
  const source = sampleIn(CASES.find(({ id }) => id === "alibaba.orders.create").samples, "Java");
  const folder = path.join(dir, "command");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "Call.java"), source);
  const [, command = "", options = ""] = /^\/\/ (\w+) (.+)\n/.exec(source) ?? [];
  const printed = await run(command, options.split(" "), folder, env).catch(String);
  if (/"msg":"成功"/.test(printed)) console.log(`passed  samples, ${command} ${options}`);
  else fail(`samples, ${command} ${options}`, printed);
}

/** The receiver in TypeScript takes the push that curl sends. */
async function checkPushes(dir, env, fail) {
  const folder = path.join(dir, "TypeScript");
  for (const { name, messageBody, samples } of PUSHES) {
    const source = (await script(sampleIn(samples, "TypeScript"))).replace(
      "createServer(",
      "export const server = createServer(",
    );
    const file = path.join(folder, `${name}.mjs`);
    writeFileSync(file, source.replace(".listen(3000)", '.listen(0, "127.0.0.1")'));
    Object.assign(process.env, env, { PATH: process.env.PATH });
    const { server } = await import(pathToFileURL(file).href);
    if (!server.listening) await once(server, "listening");
    const { log } = console;
    let received = "";
    console.log = (text) => (received += text);
    writeFileSync(path.join(folder, "push.sh"), sampleIn(samples, "curl"));
    const url = `http://127.0.0.1:${server.address().port}`;
    const printed = await run("bash", ["push.sh"], folder, { ...env, WEBHOOK_URL: url }).catch(String);
    console.log = log;
    server.close();
    const isSame = received !== "" && isDeepStrictEqual(JSON.parse(received), messageBody);
    if (printed === "200\n" && isSame) console.log(`passed  samples, a push of ${name}`);
    else fail(`samples, a push of ${name}`, `the answer is ${printed}, and it received ${received}`);
  }
}
