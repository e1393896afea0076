// newman, which is Postman without its window, sends the whole generated collection to a server that checks signature and digits.
import path from "node:path";
import { stringify } from "lossless-json";
import { ROOT } from "../support/fetch-packages.mjs";
import { bodyExample, list, operations, parametersOf, proofsOf } from "./bundle.mjs";
import { NEWMAN } from "./packages.mjs";
import { startSignedServer } from "./signed-server.mjs";

/** @import { Expected } from "./signed-server.mjs" */

const COLLECTION = path.join(ROOT, "generated/postman_collection.json");
const CREDENTIALS = { accessKey: "key-of-a-test", accessSecret: "secret-of-a-test", userId: "2100000000001" };
/** @type {Record<string, string>} */
const WAREHOUSE = { warehouseTimestamp: "1733474179", warehouseSign: "sign-of-a-test" };

/** @type {import("./tool.mjs").Tool} */
export const collection = {
  name: "Postman collection + newman",
  shown: ["newman"],
  packages: NEWMAN,
  checked: "each request is signed, its digits exact; a wrong or no secret",
  async check(installed) {
    const expected = operations.map(expectedOf);
    const wrong = await send(installed, expected, { accessSecret: "another-secret" });
    const none = await send(installed, expected, { accessSecret: "" });
    const isSaid = none.output.includes("Not signed: the variable accessSecret is empty.");
    const problems = [
      ...(await send(installed, expected, {})).problems,
      ...wrong.problems.map((problem) => `with a wrong secret, ${problem}`),
      ...none.problems.map((problem) => `without a secret, ${problem}`),
      ...(isSaid ? [] : ["without a secret, the script does not say so"]),
    ];
    return { problems };
  },
};

/**
 * Runs the collection once. With a secret that is not the right one, the server must refuse each signed request.
 * @param {import("./tool.mjs").Installed} installed
 * @param {Expected[]} expected
 * @param {{ accessSecret?: string }} replaced
 */
async function send(installed, expected, replaced) {
  const server = await startSignedServer(expected, CREDENTIALS);
  try {
    const variables = Object.entries({ ...CREDENTIALS, ...WAREHOUSE, ...replaced, baseUrl: server.url });
    const set = variables.flatMap(([name, value]) => ["--env-var", `${name}=${value}`]);
    // It ends with 1 if the script throws, as it does without a secret.
    const { stdout, stderr } = await installed.run("newman", ["run", COLLECTION, "--reporters", "cli", ...set]);
    const signed = new Set(expected.filter(({ isSigned }) => isSigned).map(({ request }) => request));
    const refusal = replaced.accessSecret === undefined ? undefined : "signature";
    const missing = expected.filter(({ request }) => !server.outcomes.has(request)).map(({ id }) => id);
    const problems = missing.length > 0 ? [`newman does not send ${list(missing)}`] : [];
    for (const [request, reason] of server.outcomes) {
      if (reason !== (signed.has(request) ? refusal : undefined)) {
        problems.push(`${request} is ${reason === undefined ? "accepted" : `refused: ${reason}`}`);
      }
    }
    return { problems, output: stdout + stderr };
  } finally {
    server.close();
  }
}

/** What the contract's example of an operation looks like when it arrives. @param {import("./bundle.mjs").Operation} one @returns {Expected} */
function expectedOf({ id, method, path, operation }) {
  const proofs = proofsOf(operation);
  // The value of a parameter with an alternative is sent in the body.
  const sent = parametersOf(operation).filter(({ isAlternative }) => !isAlternative);
  const query = [
    ...sent.filter((one) => one.in === "query").map(({ name, value }) => `${name}=${encodeURIComponent(value)}`),
    ...proofs.filter((one) => one.in === "query").map(({ name, scheme }) => `${name}=${WAREHOUSE[scheme]}`),
  ];
  const target = sent
    .filter((one) => one.in === "path")
    .reduce((url, { name, value }) => url.replace(`{${name}}`, encodeURIComponent(value)), path);
  return {
    id,
    request: `${method.toUpperCase()} ${[target, ...(query.length > 0 ? [query.join("&")] : [])].join("?")}`,
    body: operation.requestBody === undefined ? "" : (stringify(bodyExample(operation.requestBody), null, 2) ?? ""),
    isSigned: proofs.every((one) => one.in === "header"),
  };
}
