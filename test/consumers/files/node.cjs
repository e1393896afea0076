// The same as node.mjs, from CommonJS.
const { required } = require("./load.cjs");
const { required: requiredOther } = require("./other/load.cjs");
const { suite } = require("./suite.cjs");
const { openapi } = require("pandapon-openapi/openapi.json");
const { name } = require("pandapon-openapi/package.json");

async function main() {
  const { imported } = await import("./load.mjs");
  const { imported: importedOther } = await import("./other/load.mjs");
  const copies = [
    { from: "require", ...required },
    { from: "require of the other copy", ...requiredOther },
    { from: "import", ...imported },
    { from: "import of the other copy", ...importedOther },
  ];
  const results = await suite(copies, DISTINCT);
  if (openapi !== "3.1.1" || name !== "pandapon-openapi") results.push({ name: "JSON", reason: "it is not ours" });
  const { bun, deno, node } = process.versions;
  console.log(JSON.stringify({ version: bun ?? deno ?? node, results }));
}
main();
