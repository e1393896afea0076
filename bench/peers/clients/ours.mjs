// This package, packed and installed.
import path from "node:path";
import { installPackage } from "../../../test/runtimes/install.mjs";
import { manifest } from "../../../test/support/fetch-packages.mjs";
import { object } from "./client.mjs";

/** @type {import("./client.mjs").Client} */
export const ours = {
  name: "pandapon-openapi",
  modes: [
    {
      integers: { id: (digits) => JSON.stringify(digits), amount: (digits) => digits },
      async generate(dir) {
        installPackage(dir);
        return manifest(path.join(dir, "node_modules"), "pandapon-openapi").version;
      },
    },
  ],
  retryOption: "`maxRetries`, 2 by default; reads only",
  setups: [
    { source: "const pandapon = createPandaPon({ baseUrl });\n" },
    { name: "`maxRetries: 5`", source: "const pandapon = createPandaPon({ baseUrl, maxRetries: 5 });\n" },
  ],
  imports: () => ['import { createPandaPon } from "pandapon-openapi";'],
  call: ({ id }, { path, body }) => `pandapon.${id}(${object(path) ?? body})`,
  data: (result) => result,
};
