// Hostile requests to the sandbox: each gets an envelope, none ends the process, none gets the secret.
import { readFileSync } from "node:fs";
import { parse, stringify } from "lossless-json";
import { createSandbox } from "pandapon-codegen/sandbox";
import { failOnUnhandled } from "./check.mjs";
import { CREDENTIALS, hostileRequests, NOW, sendHostile } from "./hostile.mjs";

const [runs, seed] = process.argv.slice(2).map(Number);
failOnUnhandled();

const { paths } = /** @type {any} */ (
  parse(readFileSync(new URL("../../generated/openapi.json", import.meta.url), "utf8"))
);
const exampleOf = (/** @type {string} */ path) => {
  const example = paths[path]?.post?.requestBody?.content["application/json"].example;
  return example === undefined ? "" : stringify(example);
};

for (const lenient of [false, true]) {
  const sandbox = createSandbox({ ...CREDENTIALS, now: () => NOW, lenient });
  const codes = await sendHostile(sandbox, hostileRequests(Math.ceil(runs / 2), seed + Number(lenient), exampleOf));
  console.log([...codes].map(([code, count]) => `${code}: ${count}`).join(", "));
  // Otherwise the requests reach nothing.
  if (!codes.has("200")) throw new Error("no request was accepted");
}
