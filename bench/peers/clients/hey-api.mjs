// @hey-api/openapi-ts with its fetch client.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { JSON_FILE } from "../../../test/tools/bundle.mjs";
import { HEY_API } from "../../../test/tools/packages.mjs";
import { Installed } from "../../../test/tools/tool.mjs";
import { BIGINTS, functionOf, NUMBERS, object, SET_HEADERS } from "./client.mjs";

const needs = { shown: ["@hey-api/openapi-ts"], packages: HEY_API, newerNode: true };

/** @param {unknown[]} plugins @returns {import("./client.mjs").Mode["generate"]} */
const generateWith = (plugins) => async (dir) => {
  const installed = new Installed(needs, dir);
  const config = {
    input: JSON_FILE,
    output: "out",
    logs: { file: false },
    plugins: ["@hey-api/client-fetch", "@hey-api/typescript", ...plugins],
  };
  writeFileSync(path.join(dir, "openapi-ts.config.mjs"), `export default ${JSON.stringify(config)};\n`);
  await installed.mustRun("@hey-api/openapi-ts", ["--file", "openapi-ts.config.mjs"]);
  return installed.versions;
};

/** @type {import("./client.mjs").Client} */
export const heyApi = {
  name: "hey-api, fetch client",
  needs,
  modes: [
    { integers: NUMBERS, generate: generateWith(["@hey-api/sdk"]) },
    {
      name: "`@hey-api/transformers` with `bigInt`",
      integers: BIGINTS,
      generate: generateWith([
        { name: "@hey-api/transformers", bigInt: true },
        { name: "@hey-api/sdk", transformer: true },
      ]),
    },
  ],
  signing: {
    how: "interceptor",
    hook: `client.interceptors.request.use((request) => {
  ${SET_HEADERS}
  return request;
});
`,
  },
  retryOption: "none",
  setups: [{ source: "client.setConfig({ baseUrl });\n" }],
  imports: (called) => [
    'import { client } from "../out/client.gen.js";',
    `import { ${functionOf(called)} } from "../out/sdk.gen.js";`,
  ],
  call: (called, { path, body }) => `${functionOf(called)}(${object({ path: object(path), body })})`,
  data: (result) => result.data.data,
};
