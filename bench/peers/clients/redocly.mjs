// `redocly generate-client`.
import { JSON_FILE } from "../../../test/tools/bundle.mjs";
import { Installed } from "../../../test/tools/tool.mjs";
import { NUMBERS, object } from "./client.mjs";

const needs = { shown: ["@redocly/cli"] };
const functionOf = (/** @type {string} */ id) => id.replaceAll(".", "_");
// With the default delay, the retries would take seconds.
const RETRY = "retry: { retries: 2, retryDelay: 1 }";

/** @type {import("./client.mjs").Client} */
export const redocly = {
  name: "Redocly generate-client",
  needs,
  modes: [
    {
      integers: NUMBERS,
      async generate(dir) {
        const installed = new Installed(needs, dir);
        await installed.mustRun("@redocly/cli", ["generate-client", JSON_FILE, "--output", "out/client.ts"]);
        return installed.versions;
      },
    },
  ],
  signing: {
    how: "middleware",
    hook: `use({
  onRequest(request) {
    Object.assign(request.headers, sign());
  },
});
`,
  },
  retryOption: "`retries`, 0 by default; by HTTP method",
  setups: [
    { source: "configure({ serverUrl: baseUrl });\n" },
    { name: "`retries: 2`", source: `configure({ serverUrl: baseUrl, ${RETRY} });\n` },
    {
      name: "`retries: 2, idempotencyKey: true`",
      source: `configure({ serverUrl: baseUrl, ${RETRY}, idempotencyKey: true });\n`,
    },
  ],
  imports: ({ id }) => [`import { configure, use, ${functionOf(id)} } from "../out/client.js";`],
  call: ({ id }, { path, body }) => `${functionOf(id)}(${object({ path: object(path), body })})`,
  data: (result) => result.data,
};
