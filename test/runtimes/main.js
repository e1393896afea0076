// Runs the suite on Node, Bun and Deno, and prints its results as JSON. Copied beside the installed package.
import { inspect } from "node:util";
import { createClient, createPandaPon, PandaPonError } from "pandapon-openapi";
import * as signing from "pandapon-openapi/signing";
import * as webhooks from "pandapon-openapi/webhooks";
import { sandboxFlows } from "./flows.js";
import { suite } from "./suite.js";
import { webhookResults } from "./webhooks.js";

const inspectors = [
  (/** @type {unknown} */ value) => inspect(value, { depth: 9, showHidden: true }),
  ...[globalThis.Bun?.inspect, globalThis.Deno?.inspect].filter((own) => own !== undefined),
];
const given = JSON.parse(process.argv[2] ?? "");
const results = await suite({ ...given, inspectors, createPandaPon, createClient, PandaPonError, signing });
results.push(...(await sandboxFlows(true)), ...(await webhookResults(webhooks)));
const { bun, deno, node } = process.versions;
console.log(JSON.stringify({ version: bun ?? deno ?? node, results }));
