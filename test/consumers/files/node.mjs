// Imports the package, requires it, and does the same where a second copy of it is installed.
import { readFileSync } from "node:fs";
import { imported } from "./load.mjs";
import { required } from "./load.cjs";
import { imported as importedOther } from "./other/load.mjs";
import { required as requiredOther } from "./other/load.cjs";
import { suite } from "./suite.mjs";

const copies = [
  { from: "import", ...imported },
  { from: "require", ...required },
  { from: "import of the other copy", ...importedOther },
  { from: "require of the other copy", ...requiredOther },
];
const results = await suite(copies, DISTINCT);
const bundle = JSON.parse(readFileSync(new URL(import.meta.resolve("pandapon-openapi/openapi.json")), "utf8"));
if (bundle.openapi !== "3.1.1") results.push({ name: "openapi.json", reason: "it is not the bundle" });
const { bun, deno, node } = process.versions;
console.log(JSON.stringify({ version: bun ?? deno ?? node, results }));
