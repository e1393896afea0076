// Imports the package, and requires it.
import { imported } from "./load.mjs";
import { required } from "./load.cjs";
import { suite } from "./suite.mjs";

const copies = [
  { from: "import", ...imported },
  { from: "require", ...required },
];
console.log(JSON.stringify({ version: process.versions.node, results: await suite(copies, DISTINCT) }));
