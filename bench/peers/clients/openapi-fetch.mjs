// openapi-fetch, with types by openapi-typescript.
import { manifest, ROOT } from "../../../test/support/fetch-packages.mjs";
import { JSON_FILE } from "../../../test/tools/bundle.mjs";
import { Installed } from "../../../test/tools/tool.mjs";
import { NUMBERS, object, SET_HEADERS } from "./client.mjs";

// The version that the project itself depends on.
const needs = {
  shown: ["openapi-typescript", "openapi-fetch"],
  packages: { "openapi-fetch": manifest(ROOT, ".").dependencies["openapi-fetch"] },
};

/** @type {import("./client.mjs").Client} */
export const openapiFetch = {
  name: "openapi-typescript + openapi-fetch",
  needs,
  modes: [
    {
      integers: NUMBERS,
      async generate(dir) {
        const installed = new Installed(needs, dir);
        await installed.mustRun("openapi-typescript", [JSON_FILE, "--output", "out/schema.d.ts"]);
        return installed.versions;
      },
    },
  ],
  signing: {
    how: "middleware",
    hook: `client.use({
  onRequest({ request }) {
    ${SET_HEADERS}
  },
});
`,
  },
  retryOption: "none",
  setups: [{ source: "const client = createClient<paths>({ baseUrl });\n" }],
  imports: () => ['import createClient from "openapi-fetch";', 'import type { paths } from "../out/schema.js";'],
  call({ method, path }, input) {
    const params = input.path && object({ path: object(input.path) });
    return `client.${method.toUpperCase()}("${path}", ${object({ params, body: input.body })})`;
  },
  data: (result) => result.data.data,
};
