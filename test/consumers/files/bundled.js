// A program that is bundled before use. It imports the package and requires it.
import { imported } from "./load.mjs";
import { required } from "./load.cjs";
import { suite } from "./suite.js";

const copies = [
  { from: "import", ...imported },
  { from: "require", ...required },
];
suite(copies, DISTINCT).then((results) => {
  console.log(JSON.stringify({ version: process.versions.node, results }));
});
