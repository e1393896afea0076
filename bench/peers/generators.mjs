// The generators that are timed: those of the clients, one more, and `pandapon generate`.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { installPackage } from "../../test/runtimes/install.mjs";
import { JSON_FILE } from "../../test/tools/bundle.mjs";
import { SWAGGER_TYPESCRIPT_API } from "../../test/tools/packages.mjs";
import { Installed } from "../../test/tools/tool.mjs";
import { heyApi } from "./clients/hey-api.mjs";
import { kubb } from "./clients/kubb.mjs";
import { openapiFetch } from "./clients/openapi-fetch.mjs";
import { orval } from "./clients/orval.mjs";
import { redocly } from "./clients/redocly.mjs";

/**
 * @typedef {object} Generator
 * @property {string} name
 * @property {import("./clients/client.mjs").Needs} [needs] what is fetched
 * @property {(dir: string) => void} [prepare] what a project has before it generates
 * @property {import("./clients/client.mjs").Mode["generate"]} generate writes into `out` of the folder
 */

/** @type {Generator} */
const pandapon = {
  name: "pandapon generate",
  prepare(dir) {
    installPackage(dir);
    writeFileSync(path.join(dir, "pandapon.config.mjs"), 'export default { out: "out" };\n');
  },
  async generate(dir) {
    const installed = new Installed({ shown: ["pandapon-codegen"] }, dir);
    await installed.mustRun("pandapon-codegen", ["generate"]);
    return installed.versions;
  },
};

const swaggerNeeds = { shown: ["swagger-typescript-api"], packages: SWAGGER_TYPESCRIPT_API };

/** @type {Generator} */
const swaggerTypescriptApi = {
  name: "swagger-typescript-api",
  needs: swaggerNeeds,
  async generate(dir) {
    const installed = new Installed(swaggerNeeds, dir);
    await installed.mustRun("swagger-typescript-api", ["generate", "-p", JSON_FILE, "-o", "out", "-n", "api.ts"]);
    return installed.versions;
  },
};

/** The generator of a client, as the other comparisons run it. @param {import("./clients/client.mjs").Client} client @returns {Generator} */
const ofClient = ({ needs, modes: [{ generate }] }, name = needs?.shown[0] ?? "") => ({ name, needs, generate });

/** Ours first. */
export const GENERATORS = [
  pandapon,
  ofClient(openapiFetch),
  ofClient(heyApi),
  ofClient(orval),
  ofClient(kubb, "kubb"),
  ofClient(redocly, "redocly generate-client"),
  swaggerTypescriptApi,
];
