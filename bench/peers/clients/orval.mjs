// orval with its client for fetch.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { JSON_FILE } from "../../../test/tools/bundle.mjs";
import { ORVAL } from "../../../test/tools/packages.mjs";
import { Installed } from "../../../test/tools/tool.mjs";
import { BIGINTS, functionOf, NUMBERS, signedCall } from "./client.mjs";

const needs = { shown: ["orval"], packages: ORVAL, newerNode: true };

/** @param {boolean} useBigInt @returns {import("./client.mjs").Mode["generate"]} */
const generateWith = (useBigInt) => async (dir) => {
  const installed = new Installed(needs, dir);
  const output = {
    target: "out/api.ts",
    client: "fetch",
    baseUrl: { runtime: "process.env.PEERS_URL" },
    override: { useBigInt },
  };
  const config = { api: { input: JSON_FILE, output } };
  writeFileSync(path.join(dir, "orval.config.mjs"), `export default ${JSON.stringify(config)};\n`);
  await installed.mustRun("orval", ["--config", "orval.config.mjs"]);
  return installed.versions;
};

/** @type {import("./client.mjs").Client} */
export const orval = {
  name: "orval, fetch mode",
  needs,
  modes: [
    { integers: NUMBERS, generate: generateWith(false) },
    { name: "`useBigInt`", integers: BIGINTS, generate: generateWith(true) },
  ],
  signing: { how: "headers of each call", added: 1 },
  retryOption: "none",
  setups: [{ source: "" }],
  imports: (called) => [`import { ${functionOf(called)} } from "../out/api.js";`],
  call: signedCall,
  data: (result) => result.data.data,
};
