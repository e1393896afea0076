// openapi-to-postmanv2 makes a collection, and newman sends all its requests to a server on loopback.
import { readFileSync } from "node:fs";
import path from "node:path";
import { JSON_FILE, list, nameProblems, operations, tags } from "./bundle.mjs";
import { listen } from "./loopback.mjs";
import { NEWMAN } from "./packages.mjs";

/** @typedef {{ name: string, item?: Item[], request?: { method: string } }} Item */

/** @type {import("./tool.mjs").Tool} */
export const converter = {
  name: "openapi-to-postmanv2 + newman",
  shown: ["openapi-to-postmanv2", "newman"],
  packages: NEWMAN,
  checked: "names of folders and requests; each is sent",
  async check(installed) {
    const options = "folderStrategy=Tags,requestNameSource=Fallback";
    await installed.mustRun("openapi-to-postmanv2", ["-s", JSON_FILE, "-o", "collection.json", "-O", options]);
    /** @type {{ item: Item[] }} */
    const collection = JSON.parse(readFileSync(path.join(installed.dir, "collection.json"), "utf8"));
    const folders = collection.item.filter(({ item }) => item !== undefined && item.length > 0);
    const requests = folders.flatMap(({ item = [] }) => item.map(({ name }) => name));
    const problems = [
      ...nameProblems(
        "folder",
        folders.map(({ name }) => name),
        tags,
      ),
      ...nameProblems(
        "request",
        requests,
        operations.map(({ operation }) => operation.summary),
      ),
    ];
    const empty = collection.item.filter((folder) => !folders.includes(folder)).map(({ name }) => name);
    const notes = empty.length > 0 ? [`makes an empty folder: ${empty.join(", ")}`] : [];
    const sent = await requestsOf(installed);
    const missing = operations.filter(({ method, path }) => !sent.some((line) => matches(line, method, path)));
    if (missing.length > 0) problems.push(`newman does not send ${list(missing.map(({ id }) => id))}`);
    if (sent.length !== operations.length)
      problems.push(`newman sends ${sent.length} requests, not ${operations.length}`);
    return { problems, notes };
  },
};

/** Runs the collection against a server that takes everything. @param {import("./tool.mjs").Installed} installed */
async function requestsOf(installed) {
  /** @type {string[]} */
  const lines = [];
  const server = await listen(({ method, url }) => {
    lines.push(`${method} ${url}`);
    return { status: 200, body: {} };
  });
  try {
    const baseUrl = `baseUrl=${server.url}`;
    await installed.mustRun("newman", ["run", "collection.json", "--env-var", baseUrl, "--reporters", "json"]);
  } finally {
    server.close();
  }
  return lines;
}

/** @param {string} line @param {string} method @param {string} template a path with parameters in braces */
function matches(line, method, template) {
  const [sentMethod, url] = line.split(" ");
  const steps = new URL(url, "http://127.0.0.1").pathname.split("/");
  const expected = template.split("/");
  return (
    sentMethod === method.toUpperCase() &&
    steps.length === expected.length &&
    expected.every((step, at) => step.startsWith("{") || step === steps[at])
  );
}
