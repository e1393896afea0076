// kubb with its client plugin.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { JSON_FILE } from "../../../test/tools/bundle.mjs";
import { KUBB } from "../../../test/tools/packages.mjs";
import { Installed } from "../../../test/tools/tool.mjs";
import { BIGINTS, functionOf, NUMBERS, signedCall } from "./client.mjs";

const needs = { shown: ["@kubb/cli"], packages: KUBB };

/** @param {"number" | "bigint"} integerType @returns {import("./client.mjs").Mode["generate"]} */
const generateWith = (integerType) => async (dir) => {
  const installed = new Installed(needs, dir);
  writeFileSync(
    path.join(dir, "kubb.config.mjs"),
    `import { defineConfig } from "@kubb/core";
import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";
const group = { type: "tag" };
export default defineConfig({
  input: { path: ${JSON.stringify(JSON_FILE)} },
  output: { path: "out", barrelType: false, format: false, lint: false, extension: { ".ts": ".js" } },
  plugins: [
    pluginOas({ generators: [] }),
    pluginTs({ group, integerType: "${integerType}" }),
    pluginClient({ group, client: "fetch", bundle: true }),
  ],
});
`,
  );
  await installed.mustRun("@kubb/cli", ["generate", "--config", "kubb.config.mjs"]);
  return installed.versions;
};

/** @type {import("./client.mjs").Client} */
export const kubb = {
  name: "kubb, client plugin",
  needs,
  modes: [
    { integers: NUMBERS, generate: generateWith("number") },
    { name: '`integerType: "bigint"`', integers: BIGINTS, generate: generateWith("bigint") },
  ],
  signing: { how: "headers of each call", added: 1 },
  retryOption: "none",
  setups: [
    // Without the header, fetch would call the body text/plain.
    { source: 'setConfig({ baseURL: baseUrl, headers: { "content-type": "application/json" } });\n' },
  ],
  imports(called) {
    const [tag] = called.operation.tags;
    const folder = tag.replaceAll(/-./g, (/** @type {string} */ step) => step.charAt(1).toUpperCase());
    return [
      'import { setConfig } from "../out/.kubb/fetch.js";',
      `import { ${functionOf(called)} } from "../out/clients/${folder}Controller/${called.id.replaceAll(".", "/")}.js";`,
    ];
  },
  call: signedCall,
  data: (result) => result.data,
};
