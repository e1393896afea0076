// Linters find nothing in the published bundle, and it can be brought to OpenAPI 3.0.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { JSON_FILE, list, YAML_FILE } from "./bundle.mjs";
import { DOWN_CONVERT, SPECTRAL } from "./packages.mjs";

/** @typedef {import("./tool.mjs").Tool} Tool */
/** @typedef {{ ruleId: string, message: string, location: { pointer?: string }[] }} Problem */

/** @param {import("./tool.mjs").Installed} installed @param {string} file @param {string[]} args @returns {Promise<Problem[]>} */
async function redoclyProblems(installed, file, args) {
  const { stdout, stderr } = await installed.run("@redocly/cli", ["lint", file, "--format", "json", ...args]);
  const start = stdout.indexOf("{");
  if (start < 0) throw new Error(`redocly lint printed no result: ${stderr}`);
  return JSON.parse(stdout.slice(start)).problems;
}

/** @param {Problem} problem */
const printed = ({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`;

/** @type {Tool} */
const spectral = {
  name: "Spectral",
  shown: ["@stoplight/spectral-cli"],
  packages: SPECTRAL,
  checked: "both files: ruleset spectral:oas",
  async check(installed) {
    writeFileSync(path.join(installed.dir, "ruleset.yaml"), "extends: spectral:oas\n");
    const args = ["--ruleset", "ruleset.yaml", "--format", "json", "--quiet", "--fail-severity", "hint"];
    const problems = [];
    for (const file of [JSON_FILE, YAML_FILE]) {
      const { code, stdout, stderr } = await installed.run("@stoplight/spectral-cli", ["lint", file, ...args]);
      if (code !== 0 && stdout.trim() === "") throw new Error(`spectral ended with ${code}: ${stderr}`);
      /** @type {{ code: string, message: string, path: string[] }[]} */
      const results = JSON.parse(stdout);
      problems.push(...results.map(({ code, message, path }) => `${code} at #/${path.join("/")}: ${message}`));
    }
    return { problems };
  },
};

/** @type {Tool} */
const redocly = {
  name: "Redocly",
  shown: ["@redocly/cli"],
  checked: "both files: recommended-strict, without our rules",
  async check(installed) {
    // No page of PandaPon documents an error answer.
    const args = ["--extends", "recommended-strict", "--skip-rule", "operation-4xx-response"];
    const problems = [];
    for (const file of [JSON_FILE, YAML_FILE]) problems.push(...(await redoclyProblems(installed, file, args)));
    return { problems: problems.map(printed) };
  },
};

/** @type {Tool} */
const downConvert = {
  name: "openapi-down-convert",
  shown: ["@apiture/openapi-down-convert"],
  packages: DOWN_CONVERT,
  checked: "to OpenAPI 3.0; the result is valid",
  async check(installed) {
    await installed.mustRun("@apiture/openapi-down-convert", ["--input", JSON_FILE, "--output", "openapi-3.0.json"]);
    const file = path.join(installed.dir, "openapi-3.0.json");
    const found = await redoclyProblems(installed, file, ["--extends", "minimal", "--max-problems", "1000"]);
    const invalid = found.filter(({ ruleId }) => ruleId === "struct");
    const kept = invalid.filter(isKept);
    const problems = invalid.filter((problem) => !kept.includes(problem)).map(printed);
    const notes =
      kept.length > 0 ? [`leaves as it is: ${list(kept.map(({ location }) => String(location[0]?.pointer)))}`] : [];
    return { problems, notes };
  },
};

/**
 * Whether a fault is the tool's own. It keeps some fields that 3.0 does not have, and a choice with null, however the bundle writes them.
 * @param {Problem} problem
 */
function isKept({ location }) {
  const pointer = location[0]?.pointer ?? "";
  return (
    pointer === "#/info/summary" ||
    /\/content(Schema|Encoding)$/.test(pointer) ||
    // https://github.com/apiture/openapi-down-convert/issues/23
    /\/(any|one)Of\/\d+\/type$/.test(pointer)
  );
}

export const linters = [spectral, redocly, downConvert];
