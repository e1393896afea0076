// Linters that resolve imports by their own rules.
import { readFileSync } from "node:fs";
import path from "node:path";
import { ESLINT } from "./packages.mjs";

/** @type {import("./project.mjs").Consumer} */
const eslintImport = {
  name: "eslint-import",
  version: `${ESLINT.eslint} + ${ESLINT["eslint-plugin-import"]}`,
  packages: ESLINT,
  calls: false,
  async run(project) {
    project.install({ type: "module" });
    project.copy("eslint.config.js");
    const file = path.join(project.dir, "node_modules/pandapon-openapi/package.json");
    const { exports } = JSON.parse(readFileSync(file, "utf8"));
    // openapi.yaml is no module; one reads it.
    const entries = Object.keys(exports).filter((entry) => entry !== "./openapi.yaml");
    const names = [...entries, "./gone"].map((entry) => path.posix.join("pandapon-openapi", entry));
    project.write({
      "main.mjs": names.map((name) => `import "${name}";\n`).join(""),
      "main.cjs": names.map((name) => `require("${name}");\n`).join(""),
    });
    const { output, stdout } = await project.run(project.node, [project.command("eslint"), "--format", "json", "."]);
    if (!stdout.startsWith("[")) throw new Error(output);
    /** @type {{ filePath: string, messages: { line: number, ruleId: string }[] }[]} */
    const reports = JSON.parse(stdout);
    return reports
      .filter(({ filePath }) => /main\.[mc]js$/.test(filePath))
      .flatMap(({ filePath, messages }) =>
        names.map((name, index) => {
          const isFound = !messages.some(({ line, ruleId }) => line === index + 1 && ruleId === "import/no-unresolved");
          const isWrong = isFound === name.endsWith("/gone");
          const test = `${name} in ${path.basename(filePath)}`;
          return { name: test, ...(isWrong && { reason: isFound ? "found" : "not found" }) };
        }),
      );
  },
};

export const linters = [eslintImport];
