// Requires the package, and imports it.
const { required } = require("./load.cjs");
const { suite } = require("./suite.cjs");

import("./load.mjs").then(async ({ imported }) => {
  const copies = [
    { from: "require", ...required },
    { from: "import", ...imported },
  ];
  console.log(JSON.stringify({ version: process.versions.node, results: await suite(copies, DISTINCT) }));
});
